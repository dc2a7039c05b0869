"""A handbook as its readers find it: pages by name, their texts, ids and links.

In: a folder. Out: `Site`. It reads HTML with the standard library and knows nothing of how it was made.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from functools import cached_property
from html.parser import HTMLParser
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterable
    from pathlib import Path

_SILENT = ("script", "style")
_VOID = ("meta", "link", "input", "img", "br", "hr", "use")


@dataclass
class Page(HTMLParser):
    """One page: its tags, the ids on it, what it links to and loads, and its text."""

    path: Path
    tags: list[tuple[str, dict[str, str]]] = field(default_factory=list)
    pieces: list[tuple[tuple[str, ...], str]] = field(default_factory=list)
    way: list[str] = field(default_factory=list)

    def __post_init__(self) -> None:
        super().__init__()
        self.feed(self.path.read_text(encoding="utf-8"))

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append((tag, {name: value or "" for name, value in attrs}))
        if tag not in _VOID:
            self.way.append(tag)

    def handle_endtag(self, tag: str) -> None:
        if tag in self.way:
            while self.way.pop() != tag:
                pass

    def handle_data(self, data: str) -> None:
        if not set(self.way).intersection(_SILENT):
            self.pieces.append((tuple(self.way), data))

    @cached_property
    def ids(self) -> list[str]:
        """All ids, in their order."""
        return [attributes["id"] for _, attributes in self.tags if "id" in attributes]

    @cached_property
    def links(self) -> list[str]:
        """What the page links to or loads."""
        return [a[name] for _, a in self.tags for name in ("href", "src", "action") if name in a]

    def text(self, *without: str) -> str:
        """Return the text of the page in one line, without what stands in some tags."""
        said = "".join(data for way, data in self.pieces if not set(way).intersection(without))
        return tidy(said)

    def titles(self, *tags: str) -> list[str]:
        """Return the texts of some tags."""
        return [tidy(data) for way, data in self.pieces if way and way[-1] in tags and data.strip()]


def tidy(said: str) -> str:
    """Return a text with single blanks and none between Chinese characters, where a file was folded."""
    han = "\u3001-\u301f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef“”‘’"
    return re.sub(f"(?<=[{han}]) (?=[{han}])", "", " ".join(said.split()))


def not_in(whole: str, texts: Iterable[str]) -> list[str]:
    """Return the texts that do not stand in a whole; `in` takes long where thousands are looked for in Chinese."""
    heads = {said: said[:_HEAD] for said in texts}
    found: dict[str, list[int]] = {head: [] for head in heads.values()}
    for i in range(len(whole)):
        if (at := whole[i : i + _HEAD]) in found:
            found[at].append(i)
    return [
        said
        for said, head in heads.items()
        if not (said in whole if len(head) < _HEAD else any(whole.startswith(said, i) for i in found[head]))
    ]


_HEAD = 6


@dataclass(frozen=True)
class Site:
    """A handbook in a folder."""

    folder: Path

    @cached_property
    def pages(self) -> dict[str, Page]:
        """All pages by their paths."""
        return {str(p.relative_to(self.folder)): Page(p) for p in sorted(self.folder.rglob("*.html"))}

    def of(self, language: str) -> dict[str, Page]:
        """Return the pages of one language, by the names that they share with those of the other."""
        return {
            name.removeprefix("en/"): page
            for name, page in self.pages.items()
            if name.startswith("en/") is (language == "en")
        }

    def all_text(self, language: str) -> str:
        """Return the text of all pages of one language."""
        return "\n".join(page.text() for page in self.of(language).values())
