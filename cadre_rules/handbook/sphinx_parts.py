"""What Sphinx is taught for the handbook: anchors of sections, what stands around a page, its own way of searching.

In: Markdown sources. Out: pages that need no network and no server. It knows no policy: what stands around a page (its
way, its twin in the other language) comes with the configuration value `handbook`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective

from cadre_rules.handbook.searching import INDEX, Entry, entries, script

if TYPE_CHECKING:
    from sphinx.application import Sphinx


class anchor(nodes.Invisible, nodes.Element):  # noqa: N801 - docutils finds nodes by the names of their classes
    """Gives its section the name that links lead to."""


class AnchorDirective(SphinxDirective):
    """`{anchor} name`: names the section in which it stands."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the mark; `Anchors` takes it away again."""
        return [anchor(name=self.arguments[0])]


class Anchors(SphinxTransform):
    """Gives sections the names that their anchors ask for."""

    default_priority = 100

    def apply(self, **options: Any) -> None:
        """Move each name to its section."""
        del options
        for mark in list(self.document.findall(anchor)):
            assert isinstance(mark.parent, nodes.section), "an anchor stands below a heading"
            mark.parent["ids"] = [mark["name"]]
            mark.parent.remove(mark)


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


def _context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the templates what stands around a page, and keep its texts for searching."""
    del template, doctree
    assert isinstance(app.builder, HandbookBuilder)
    around, address = app.config.handbook, app.builder.get_target_uri(page)
    up, zh = "../" * page.count("/"), around["language"] == "zh"
    context["twin"] = f"{up}en/{address}" if zh else f"{up}../{address}"
    context["says"] = around["says"]
    context["way"] = around["ways"].get(page, [])
    context["navigation"] = around["navigation"]
    context["open_pack"] = around["packs"].get(page)
    if "body" in context:
        app.builder.entries[page] = entries(context["body"], address, "：" if zh else ": ")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; Sphinx calls this."""
    app.add_config_value("handbook", {}, "")
    app.add_builder(HandbookBuilder)
    app.add_directive("anchor", AnchorDirective)
    app.add_transform(Anchors)
    app.connect("html-page-context", _context)
    return {"parallel_read_safe": False, "parallel_write_safe": False}
