"""The index for searching: the texts of every page, section and example, as a script that needs no server.

In: pages as they are shown. Out: entries, and the index as JavaScript. Chinese is not cut into words: the script in
`assets/search.js` finds a text wherever it stands.
"""

from __future__ import annotations

import json
import re
from dataclasses import dataclass, field
from html import unescape
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterable

INDEX = "search-index.js"
_TOKEN = re.compile(r"<(/?)([a-z][a-z0-9]*)([^>]*)>|<!--.*?-->|([^<]+)", re.DOTALL)
_ID = re.compile(r'\bid="([^"]*)"')
_BESIDE = re.compile(r" ?([、。，；：？！（）《》“”]) ?")
_HELD: Final = ("section", "details")  # what has an entry of its own
_TITLES: Final = ("h1", "h2", "h3", "h4", "summary")
_IN_A_LINE: Final = ("a", "span", "strong", "em", "code", "mark")
_LEFT_OUT: Final = ('class="literal feel"', 'class="badge answer"', 'class="headerlink"')  # FEEL has words beside it
Entry = tuple[str, str, str, str, str]  # kind, address, title, title of its page, text


@dataclass
class _Part:
    """A section or example that is being read."""

    tag: str
    anchor: str
    title: list[str] = field(default_factory=list)
    text: list[str] = field(default_factory=list)


def entries(html: str, address: str, colon: str) -> list[Entry]:
    """Return an entry for a page, each of its sections and each example, with the text of its own; in their order."""
    parts: list[_Part] = []
    open_: list[_Part] = []
    titled = left_out = ""
    for end, tag, attributes, text in _TOKEN.findall(html):
        if left_out:
            left_out = "" if end and tag == left_out else left_out
        elif tag in _HELD and not end:
            found = _ID.search(attributes)
            open_.append(_Part(tag, found[1] if found else ""))
            parts.append(open_[-1])
        elif tag in _HELD:
            open_.pop()
        elif tag in _TITLES:
            titled = "" if end else tag
        elif not end and any(mark in attributes for mark in _LEFT_OUT):
            left_out = tag
        elif open_:
            said = open_[-1].title if titled else open_[-1].text
            said.append(text or (colon if end and tag == "dt" else "" if tag in _IN_A_LINE else " "))
    return [_entry(part, parts[0], address) for part in parts]


def _entry(part: _Part, page: _Part, address: str) -> Entry:
    title, text = _plain(part.title), _plain(part.text)
    if part is page:
        return ("page", address, title, "", text)
    kind = "example" if part.tag == "details" else "section"
    return (kind, f"{address}#{part.anchor}", title, _plain(page.title), text)


def _plain(said: list[str]) -> str:
    """Return pieces as one text: single blanks, and none beside Chinese punctuation."""
    return _BESIDE.sub(r"\1", " ".join(unescape("".join(said)).split()))


def script(found: Iterable[Entry]) -> str:
    """Return the index as a script; nothing in it can end the script or begin another."""
    data = json.dumps(list(found), ensure_ascii=False, separators=(",", ":"))
    safe = data.replace("<", "\\u003c").replace("\u2028", "\\u2028").replace("\u2029", "\\u2029")
    return f"window.handbookIndex={safe};\n"
