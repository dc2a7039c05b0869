"""What Sphinx is taught for the handbook: links between pages, what stands around a page, its own way of searching.

In: Markdown sources. Out: pages that need no network and no server. It knows no policy: what stands around a page (its
way, its twin in the other language) comes with the configuration value `handbook`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder

from cadre_rules.handbook.folds import add_folds
from cadre_rules.handbook.markdown import SCHEME
from cadre_rules.handbook.searching import INDEX, Entry, entries, script

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class HandbookBuilder(StandaloneHTMLBuilder):
    """Pages without Sphinx's own index for searching, which cannot find Chinese words that are not cut apart."""

    name = "handbook"
    search = False

    def init(self) -> None:
        """Begin with an empty index."""
        super().init()
        self.entries: dict[str, list[Entry]] = {}

    def write_buildinfo(self) -> None:
        """Write nothing: the pages are never built on top of older ones."""

    def handle_finish(self) -> None:
        """Write our index for searching, and no inventory."""
        found = [entry for name in sorted(self.entries) for entry in self.entries[name]]
        (self.outdir / "_static" / INDEX).write_text(script(found), encoding="utf-8")


def _links(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Turn the names of pages in links into addresses; raises `ValueError` for a page that is not there."""
    for node in doctree.findall(nodes.reference):
        address = node.get("refuri", "")
        if not address.startswith(f"{SCHEME}:"):
            continue
        page, _, part = address.removeprefix(f"{SCHEME}:").partition("#")
        if page not in app.env.found_docs:
            raise ValueError(f"{name} links to {page}, which is no page")
        where = app.builder.get_relative_uri(name, page) if page != name else ""
        node["refuri"] = f"{where}#{part}" if part or not where else where
        node["internal"] = True
        node["classes"] = [c for c in node["classes"] if c != "external"]


def _collect(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Keep the texts of a page for searching."""
    assert isinstance(app.builder, HandbookBuilder)
    colon = "：" if app.config.handbook["language"] == "zh" else ": "
    app.builder.entries[name] = list(entries(doctree, app.builder.get_target_uri(name), colon))


def _context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the templates what stands around a page."""
    del template, doctree
    around = app.config.handbook
    up, address = "../" * page.count("/"), app.builder.get_target_uri(page)
    context["twin"] = f"{up}en/{address}" if around["language"] == "zh" else f"{up}../{address}"
    context["says"] = around["says"]
    context["way"] = around["ways"].get(page, [])
    context["navigation"] = around["navigation"]
    context["open_pack"] = around["packs"].get(page)


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; Sphinx calls this."""
    app.add_config_value("handbook", {}, "")
    app.add_builder(HandbookBuilder)
    add_folds(app)
    app.connect("doctree-resolved", _links)
    app.connect("doctree-resolved", _collect)
    app.connect("html-page-context", _context)
    return {"parallel_read_safe": False, "parallel_write_safe": False}
