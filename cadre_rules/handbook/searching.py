"""The index for searching: the texts of every page, section and example, as a script that needs no server.

In: pages as Sphinx has resolved them. Out: entries, and the index as JavaScript. Chinese is not cut into words: the
script in `assets/search.js` finds a text wherever it stands.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING

from docutils import nodes

from cadre_rules.handbook.folds import fold, fold_summary

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

INDEX = "search-index.js"
_TERM = "\0"  # stands after a term until it is known how the language writes a colon
_BESIDE = re.compile(r" ?([、。，；：？！（）《》“”]) ?")
Entry = tuple[str, str, str, str, str]  # kind, address, title, title of its page, text


def entries(doctree: nodes.document, address: str, colon: str) -> Iterator[Entry]:
    """Yield an entry for a page, each of its sections and each fold, with the text of its own."""
    page = next((_title(n) for n in doctree.findall(nodes.title)), "")
    for node in doctree.findall(lambda n: isinstance(n, nodes.section | fold)):
        assert isinstance(node, nodes.Element)
        if not node["ids"]:
            continue
        first = node.next_node(nodes.title if isinstance(node, nodes.section) else fold_summary)
        text = "".join(_texts(node, top=True)).replace(_TERM, colon)
        own = (_title(first) if first is not None else "", _BESIDE.sub(r"\1", " ".join(text.split())))
        if isinstance(node, nodes.section) and isinstance(node.parent, nodes.document):
            yield ("page", address, own[0], "", own[1])
        else:
            kind = "example" if isinstance(node, fold) else "section"
            yield (kind, f"{address}#{node['ids'][0]}", own[0], page, own[1])


def script(found: Iterable[Entry]) -> str:
    """Return the index as a script; nothing in it can end the script or begin another."""
    data = json.dumps(list(found), ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.handbookIndex={safe};\n"


def _title(node: nodes.Element) -> str:
    """Return a title or summary without its badges."""
    plain = (n for n in node.children if not isinstance(n, nodes.inline) or "badge" not in n["classes"])
    return "".join(n.astext() for n in plain).strip()


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
        if top and isinstance(child, nodes.title | fold_summary):
            continue
        yield from _texts(child)
        if isinstance(child, nodes.term):
            yield _TERM
        elif not isinstance(child, nodes.Text | nodes.Inline):
            yield " "
