"""Pieces of a page, safe by construction: whatever stands in a policy comes out as text, never as markup.

In: texts and pieces. Out: pieces of HTML, and pages as Markdown: headings, with HTML between them. Links name pages of
the handbook; `page` turns them into addresses.
"""

from __future__ import annotations

import re
from html import escape, unescape
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

_PUNCTUATION = re.compile(r"([!-/:-@\[-`{-~])")
_CONTROL = re.compile("[\x00-\x1f\x7f]+")
_BLOCK = re.compile(r"<(?:p|div|ul|ol|dl|table|details|blockquote|pre)\b|\x02")
_HEADING = re.compile("\x02(\\d)\x03(.*?)\x03(.*?)\x02")
_LINK = re.compile('href="page:([^"#]*)(#[^"]*)?"')
_TICKS = re.compile("`+")


def text(said: str) -> str:
    """Return a text in one line, with nothing in it that means more than itself."""
    return escape(" ".join(_CONTROL.sub(" ", said).split()))


def code(said: str, kind: str = "") -> str:
    """Return a text as code inside of a line; `kind` is its class."""
    return f'<code class="{f"literal {kind}".strip()}">{text(said)}</code>'


def link(said: str, page: str, anchor: str = "") -> str:
    """Return a link to a page, with a text for it."""
    return f'<a href="page:{escape(page)}{"#" + escape(anchor) if anchor else ""}">{text(said)}</a>'


def badge(said: str, kind: str) -> str:
    """Return a small mark with a word in it."""
    return f'<span class="badge {kind}">{text(said)}</span>'


def strong(said: str) -> str:
    """Return a text that stands out."""
    return f"<strong>{text(said)}</strong>"


def quiet(piece: str) -> str:
    """Return a piece of a line that stands back."""
    return f'<span class="quiet">{piece}</span>' if piece else ""


def here(anchor: str) -> str:
    """Return a mark to which links lead, inside of a line."""
    return f'<span class="here" id="{escape(anchor)}"></span>'


def heading(level: int, said: str, anchor: str = "") -> str:
    """Return a heading; links lead to it by `anchor`. Headings stand in no other piece."""
    return f"\x02{level}\x03{anchor}\x03{text(said)}\x02"


def blocks(*parts: str) -> str:
    """Return blocks one below the other; pieces of a line become paragraphs, empty ones are left out."""
    return "\n".join(part if _BLOCK.match(part) else f"<p>{part}</p>" for part in parts if part)


def items(entries: Iterable[str], *, ordered: bool = False) -> str:
    """Return a list; an entry may be several blocks. No entries: no list."""
    inside = "".join(f"<li>{entry}</li>" for entry in entries)
    tag = "ol" if ordered else "ul"
    return f"<{tag}>{inside}</{tag}>" if inside else ""


def box(kind: str, *parts: str) -> str:
    """Return blocks in a box of their own look."""
    return f'<div class="box {kind}">{blocks(*parts)}</div>'


def fold(summary: str, body: str, anchor: str, kind: str) -> str:
    """Return blocks that open when their summary is chosen."""
    return f'<details class="{kind}" id="{escape(anchor)}"><summary>{summary}</summary>\n{body}\n</details>'


def quotation(said: str) -> str:
    """Return a text as a quotation; the sources are Chinese."""
    return f'<blockquote lang="zh-CN">{text(said)}</blockquote>'


def listing(said: str) -> str:
    """Return a text as it stands, line by line."""
    lines = (escape(_CONTROL.sub(" ", line)).rstrip() for line in said.splitlines())
    return f"<pre>{chr(10).join(lines)}</pre>"


def table(head: Sequence[str], rows: Iterable[Sequence[str]], kind: str) -> str:
    """Return a table; a cell may be several blocks. No rows: no table."""
    body = "".join(f"<tr>{''.join(f'<td>{cell}</td>' for cell in row)}</tr>\n" for row in rows)
    if not body:
        return ""
    top = "".join(f"<th>{cell}</th>" for cell in head)
    inside = f"<thead><tr>{top}</tr></thead>\n<tbody>\n{body}</tbody>"
    return f'<div class="table-wrapper"><table class="docutils {kind}">\n{inside}\n</table></div>'


def pairs(entries: Iterable[tuple[str, str]]) -> str:
    """Return names with what they stand for beside them, as the facts of a thing; empty ones are left out."""
    rows = "".join(f"<dt>{text(name)}</dt><dd>{blocks(body)}</dd>\n" for name, body in entries if body)
    return f'<dl class="facts simple">\n{rows}</dl>' if rows else ""


def page(content: str, name: str) -> str:
    """Return a page of that name as Markdown: its headings, and the HTML between them as it stands."""
    up = "../" * name.count("/")
    linked = _LINK.sub(lambda found: f'href="{up}{found[1]}.html{found[2] or ""}"', content)
    out = [""]
    done = 0
    for found in _HEADING.finditer(linked):
        out.append(_raw(linked[done : found.start()]))
        level, anchor, said = found.groups()
        plain = _PUNCTUATION.sub(r"\\\1", unescape(said))
        out.append(f"{'#' * int(level)} {plain}" + (f"\n\n```{{anchor}} {anchor}\n```" if anchor else ""))
        done = found.end()
    return "\n\n".join(part for part in [*out, _raw(linked[done:])] if part) + "\n"


def _raw(html: str) -> str:
    ticks = "`" * max(3, max((len(run) for run in _TICKS.findall(html)), default=0) + 1)
    return f"{ticks}{{raw}} html\n{html.strip()}\n{ticks}" if html.strip() else ""
