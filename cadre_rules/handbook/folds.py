"""What Sphinx is taught to read: anchors of sections, marks inside of lines, folds.

In: directives and roles of Markdown sources. Out: nodes, and how they are written as HTML. It knows no policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, ClassVar

from docutils import nodes
from sphinx.transforms import SphinxTransform
from sphinx.util.docutils import SphinxDirective, SphinxRole

if TYPE_CHECKING:
    from sphinx.application import Sphinx


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
        given = self.options
        whole = fold(classes=[given.get("kind", "")], ids=[given["anchor"]] if "anchor" in given else [])
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

    def apply(self, **options: Any) -> None:
        """Move each name to its section."""
        del options
        for mark in list(self.document.findall(anchor)):
            assert isinstance(mark.parent, nodes.section), "an anchor stands below a heading"
            mark.parent["ids"] = [mark["name"]]
            mark.parent.remove(mark)


def _visit_fold(translator: Any, node: nodes.Element) -> None:
    translator.body.append(translator.starttag(node, "details"))


def _depart_fold(translator: Any, node: nodes.Element) -> None:
    del node
    translator.body.append("</details>\n")


def _visit_summary(translator: Any, node: nodes.Element) -> None:
    del node
    translator.body.append("<summary>")


def _depart_summary(translator: Any, node: nodes.Element) -> None:
    del node
    translator.body.append("</summary>\n")


def add_folds(app: Sphinx) -> None:
    """Register everything of this module."""
    app.add_node(fold, html=(_visit_fold, _depart_fold))
    app.add_node(fold_summary, html=(_visit_summary, _depart_summary))
    app.add_directive("anchor", AnchorDirective)
    app.add_directive("fold", FoldDirective)
    app.add_role("here", HereRole())
    app.add_transform(Anchors)
