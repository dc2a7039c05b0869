"""What Sphinx is taught for the handbook: anchors, folds, links between pages, the index for searching.

In: Markdown sources of `sources`. Out: pages that need no network and no server. It knows no policy: what stands
around a page (its way, its twin in the other language) comes with the configuration value `handbook`.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.builders.html import StandaloneHTMLBuilder
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

from cadre_rules.handbook.markdown import SCHEME

if TYPE_CHECKING:
    from collections.abc import Iterator

    from sphinx.application import Sphinx

INDEX = "search-index.js"


class anchor(nodes.Invisible, nodes.Element):  # noqa: N801 - docutils finds nodes by the names of their classes
    """Gives its section the name that links lead to."""


class fold(nodes.General, nodes.Element):  # noqa: N801
    """Blocks that open when their summary is chosen."""


class fold_summary(nodes.General, nodes.TextElement):  # noqa: N801
    """The summary of a fold."""


class AnchorDirective(SphinxDirective):
    """`{anchor} name`: names the section in which it stands."""

    required_arguments = 1

    def run(self) -> list[nodes.Node]:
        """Return the mark; `Anchors` takes it away again."""
        return [anchor(name=self.arguments[0])]


class FoldDirective(SphinxDirective):
    """`{fold} summary`: blocks that open."""

    required_arguments = 1
    final_argument_whitespace = True
    has_content = True
    option_spec: ClassVar[dict[str, Any]] = {"anchor": str, "kind": str}

    def run(self) -> list[nodes.Node]:
        """Return the fold with its summary and its blocks."""
        said, _ = self.state.inline_text(self.arguments[0], self.lineno)
        whole = fold(classes=[self.options.get("kind", "")], ids=[i for i in [self.options.get("anchor")] if i])
        whole += fold_summary("", "", *said)
        self.state.nested_parse(self.content, self.content_offset, whole)
        return [whole]


class HereRole(SphinxRole):
    """A mark inside of a line to which links lead."""

    def run(self) -> tuple[list[nodes.Node], list[nodes.system_message]]:
        """Return an empty mark."""
        return [nodes.inline("", "", ids=[self.text], classes=["here"])], []


class Anchors(SphinxTransform):
    """Gives sections the names that their anchors ask for."""

    default_priority = 100

    def apply(self, **kwargs: Any) -> None:
        """Move each name to its section."""
        for mark in list(self.document.findall(anchor)):
            assert isinstance(mark.parent, nodes.section), "an anchor stands below a heading"
            mark.parent["ids"] = [mark["name"]]
            mark.parent.remove(mark)


class HandbookBuilder(StandaloneHTMLBuilder):
    """Pages without Sphinx's own index for searching, which cannot find Chinese words that are not separated."""

    name = "handbook"
    search = False

    def write_buildinfo(self) -> None:
        """Write nothing: the pages are never built on top of older ones."""

    def handle_finish(self) -> None:
        """Write our index for searching; no inventory."""
        entries = self.app.handbook_entries  # type: ignore[attr-defined]
        ordered = [entries[name] for name in sorted(entries)]
        data = json.dumps([entry for page in ordered for entry in page], ensure_ascii=False, separators=(",", ":"))
        safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
        (self.outdir / "_static" / INDEX).write_text(f"window.handbookIndex={safe};\n", encoding="utf-8")


def _links(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Turn the names of pages in links into addresses; raises `ValueError` for a page that is not there."""
    for node in doctree.findall(nodes.reference):
        address = node.get("refuri", "")
        if not address.startswith(f"{SCHEME}:"):
            continue
        page, _, part = address.removeprefix(f"{SCHEME}:").partition("#")
        if page not in app.env.found_docs and page not in app.config.html_additional_pages:
            raise ValueError(f"{name} links to {page}, which is no page")
        where = app.builder.get_relative_uri(name, page) if page != name else ""
        node["refuri"] = f"{where}#{part}" if part or not where else where
        node["internal"] = True
        node["classes"] = [c for c in node["classes"] if c != "external"]


def _collect(app: Sphinx, doctree: nodes.document, name: str) -> None:
    """Keep the texts of a page for searching: one entry for each section and each fold."""
    entries = app.handbook_entries  # type: ignore[attr-defined]
    title = next((n.astext() for n in doctree.findall(nodes.title)), "")
    address = app.builder.get_target_uri(name)
    colon = "：" if app.config.handbook["language"] == "zh" else ": "
    found = []
    for node in doctree.findall(lambda n: isinstance(n, nodes.section | fold)):
        if not isinstance(node, nodes.Element) or not node["ids"]:
            continue
        first = node.next_node(nodes.title if isinstance(node, nodes.section) else fold_summary)
        own = _title(first) if first is not None else ""
        top = isinstance(node, nodes.section) and isinstance(node.parent, nodes.document)
        where = address if top else f"{address}#{node['ids'][0]}"
        kind = "page" if top else "example" if isinstance(node, fold) else "section"
        text = "".join(_texts(node, top=True)).replace("\0", colon)
        found.append([kind, where, own, "" if top else title, _tidy(text)])
    entries[name] = found


def _title(node: nodes.Element) -> str:
    """Return a title or summary without its badges."""
    return "".join(n.astext() for n in node.children if not isinstance(n, nodes.inline) or "badge" not in n["classes"]).strip()


def _tidy(said: str) -> str:
    """Return a text with single blanks, and none beside Chinese punctuation."""
    return re.sub(r" ?([、。，；：？！（）《》“”]) ?", r"\1", " ".join(said.split()))


def _texts(node: nodes.Node, *, top: bool = False) -> Iterator[str]:
    """Yield the texts of a node: not those of the sections and folds in it, its own title, and FEEL."""
    if isinstance(node, nodes.Text):
        yield node.astext()
        return
    if isinstance(node, nodes.section | fold) and not top and node["ids"]:
        return
    if isinstance(node, nodes.literal) and "feel" in node["classes"]:
        return  # the words beside it say the same
    for child in node.children:
        if not (top and isinstance(child, nodes.title | fold_summary)):
            yield from _texts(child)
            yield "\0" if isinstance(child, nodes.term) else "" if isinstance(child, nodes.Text | nodes.Inline) else " "


def _context(app: Sphinx, page: str, template: str, context: dict[str, Any], doctree: nodes.document | None) -> None:
    """Give the templates what stands around a page."""
    around = app.config.handbook
    up = "../" * page.count("/")
    address = app.builder.get_target_uri(page)
    context["twin"] = f"{up}en/{address}" if around["language"] == "zh" else f"{up}../{address}"
    context["says"] = around["says"]
    context["way"] = around["ways"].get(page, [])
    context["navigation"] = around["navigation"]
    context["open_pack"] = around["packs"].get(page)
    context["pagename"] = page


def _visit_fold(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "details"))


def _depart_fold(translator: Any, node: nodes.Element) -> None:
    translator.body.append("</details>\n")


def _visit_summary(translator: Any, node: nodes.Element) -> None:
    translator.body.append("<summary>")


def _depart_summary(translator: Any, node: nodes.Element) -> None:
    translator.body.append("</summary>\n")


def setup(app: Sphinx) -> dict[str, Any]:
    """Register everything; Sphinx calls this."""
    app.handbook_entries = {}  # type: ignore[attr-defined]
    app.add_config_value("handbook", {}, "")
    app.add_builder(HandbookBuilder)
    app.add_node(fold, html=(_visit_fold, _depart_fold))
    app.add_node(fold_summary, html=(_visit_summary, _depart_summary))
    app.add_directive("anchor", AnchorDirective)
    app.add_directive("fold", FoldDirective)
    app.add_role("here", HereRole())
    app.add_transform(Anchors)
    app.connect("doctree-resolved", _links)
    app.connect("doctree-resolved", _collect)
    app.connect("html-page-context", _context)
    return {"parallel_read_safe": False, "parallel_write_safe": False}
