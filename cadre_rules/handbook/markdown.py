"""Pieces of Markdown (MyST), safe by construction: whatever stands in a policy comes out as text, never as markup.

In: texts and pieces. Out: Markdown. A name that ends in `_line` may stand inside of a line, everything else is a block.
Links go to pages of the handbook by their names; `sphinx_parts` turns them into addresses.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

SCHEME = "page"  # of links to pages of the handbook
_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_COLONS = re.compile(r"^\s*(:{3,})", re.MULTILINE)
_TICKS = re.compile("`+")


def text(said: str) -> str:
    """Return a text as Markdown that means nothing but the text: all ASCII punctuation is escaped."""
    return _PUNCTUATION.sub(r"\\\1", " ".join(said.split()))


def code(said: str, kind: str = "") -> str:
    """Return a text as code inside of a line; `kind` is its class."""
    line = " ".join(said.split())
    ticks = "`" * (max((len(run) for run in _TICKS.findall(line)), default=0) + 1)
    return f"{ticks} {line} {ticks}" + (f"{{.{kind}}}" if kind else "")


def link(said: str, page: str, anchor: str = "") -> str:
    """Return a link to a page, with a text for it."""
    return marked_link(text(said), page, anchor)


def marked_link(marked: str, page: str, anchor: str = "") -> str:
    """Return a link whose words are Markdown already."""
    return f"[{marked}](<{SCHEME}:{page}{'#' + anchor if anchor else ''}>)"


def badge(said: str, kind: str) -> str:
    """Return a small mark with a word in it."""
    return f"[{text(said)}]{{.badge .{kind}}}"


def strong(said: str) -> str:
    """Return a text that stands out; not by asterisks, which fail beside Chinese punctuation."""
    return f"[{text(said)}]{{.strong}}"


def quiet(marked: str) -> str:
    """Return Markdown that stands back."""
    return f"[{marked}]{{.quiet}}"


def here(anchor: str) -> str:
    """Return a mark to which links lead, inside of a line."""
    return f"{{here}}`{anchor}`"


def heading(level: int, marked: str, anchor: str = "") -> str:
    """Return a heading; links lead to it by `anchor`."""
    mark = f"\n\n```{{anchor}} {anchor}\n```" if anchor else ""
    return f"{'#' * level} {marked}{mark}"


def blocks(*parts: str) -> str:
    """Return blocks one below the other; empty ones are left out."""
    return "\n\n".join(part for part in parts if part)


def items(entries: Iterable[str], *, ordered: bool = False) -> str:
    """Return a list; an entry may be several blocks."""
    out = []
    for number, entry in enumerate(entries, 1):
        mark = f"{number}. " if ordered else "- "
        out.append(mark + indented(entry, len(mark)))
    return "\n".join(out)


def indented(block: str, width: int) -> str:
    """Return a block whose lines after the first stand further in."""
    return block.replace("\n", "\n" + " " * width)


def fenced(head: str, body: str, options: Sequence[str] = ()) -> str:
    """Return a directive around blocks; its fence is longer than any inside."""
    colons = ":" * (max((len(run) for run in _COLONS.findall(body)), default=2) + 1)
    return "\n".join([f"{colons}{head}", *options, *([""] if options else []), body, colons])


def box(kind: str, body: str) -> str:
    """Return blocks in a box of their own look."""
    return fenced(f"{{container}} {kind}", body)


def fold(summary: str, body: str, anchor: str = "", kind: str = "") -> str:
    """Return blocks that open when their summary (Markdown in one line) is chosen."""
    options = [*([f":anchor: {anchor}"] if anchor else []), *([f":kind: {kind}"] if kind else [])]
    return fenced(f"{{fold}} {summary}", body, options)


def quotation(said: str) -> str:
    """Return a text as a quotation."""
    return "> " + text(said)


def listing(said: str, language: str = "text") -> str:
    """Return a text as it stands."""
    ticks = "`" * max(3, max((len(run) for run in _TICKS.findall(said)), default=0) + 1)
    return f"{ticks}{language}\n{said.rstrip()}\n{ticks}"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str = "") -> str:
    """Return a table; a cell may be several blocks. No rows: no table."""
    lines = [*rows]
    if not lines:
        return ""
    body = "\n".join(_row(cells) for cells in ([*head], *lines) if cells)
    options = [":widths: auto", *([":header-rows: 1"] if head else []), *([f":class: {kind}"] if kind else [])]
    return fenced("{list-table}", body, options)


def _row(cells: Sequence[str]) -> str:
    return "\n".join(("* - " if n == 0 else "  - ") + indented(cell or "", 4) for n, cell in enumerate(cells))


def pairs(entries: Iterable[tuple[str, str]]) -> str:
    """Return names with what they stand for beside them, as the facts of a thing; empty ones are left out."""
    rows = [(name, body) for name, body in entries if body]
    if not rows:
        return ""
    return box("facts", "\n\n".join(f"{text(name)}\n: {indented(body, 2)}" for name, body in rows))
