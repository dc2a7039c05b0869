"""Reads the résumé field of a form: `2005.07--2008.06  unit and post`, one stint a line.

In: the text of the field. Out: entries with start, end, text and line; nothing is inferred but what the words
say outright (挂职, 借调, 驻村, 学习). A line that does not begin with a date continues the one above;
`（其间：…）` holds items that ran at the same time. The end is None for "still so".
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import Any

from cadre_rules.records.forms.words import form_date, half_width, lines

_DASH = r"(?:[-‐-―─━~]{1,4}|至|到)"
_MONTH = r"\d{4}\s*[.年]\s*\d{1,2}(?:\s*[.月]\s*\d{1,2}(?=\D))?\s*[月日]?"
_RANGE = re.compile(rf"(?P<start>{_MONTH})\s*{_DASH}\s*(?P<end>{_MONTH}|至?今)?\s*(?P<text>.*)", re.ASCII | re.DOTALL)
_NEXT = re.compile(rf"(?<![\d.年~—-]){_MONTH}\s*{_DASH}", re.ASCII)
_STARTS = re.compile(r"\s*\d")
_MEANWHILE = re.compile(r"[（(]\s*其[间中]\s*[:：，,]?")
_STUDY = re.compile(r"(学习|学员|学生|就读|在读)$")
_WORKING = re.compile(
    r"书记|主任|局长|科长|处长|部长|县长|区长|镇长|乡长|主席|委员|干部(?!.{0,4}(?:培训|进修|学院|学校|班))|科员|职员|教师|教员|工人|村官"
)
_AFTERTHOUGHT = re.compile(r"[（(][^（()）]*[)）]$")


@dataclass(frozen=True, slots=True)
class Entry:
    """One stint: dates as the form writes them, words, line (from 1) of the field, whether parallel."""

    start: str
    end: str | None
    text: str
    line: int
    parallel: bool = False

    @property
    def holding(self) -> str | None:
        """How the post was held, where the words say so: a value of the enumeration `holding`."""
        for word, value in (
            ("挂职", "secondment"),
            ("借调", "borrowing"),
            ("驻村", "stationed in a village"),
        ):
            if word in self.text:
                return value
        if self.text.startswith("兼"):
            return "concurrent post"
        bare = _AFTERTHOUGHT.sub("", self.text).rstrip("，。；; ")
        return "study" if _STUDY.search(bare) and not _WORKING.search(bare) else None


@dataclass(frozen=True, slots=True)
class Unreadable:
    """A line whose dates cannot be read."""

    text: str
    line: int


def read_resume(text: str) -> list[Entry | Unreadable]:
    """Return the entries of the field in its order."""
    out: list[Entry | Unreadable] = []
    for number, words in _joined(text):
        out += _entry(words, number)
    return out


def _joined(text: str) -> list[tuple[int, str]]:
    """Return (line, text) of each entry, with the lines that continue it."""
    entries: list[tuple[int, str]] = []
    for number, line in enumerate(lines(text), start=1):
        if not line:
            continue
        if _STARTS.match(half_width(line)) or not entries:
            entries.append((number, " ".join(line.split())))
        else:
            first, words = entries[-1]
            entries[-1] = (first, words + " ".join(line.split()))
    return entries


def _entry(words: str, number: int) -> list[Entry | Unreadable]:
    words, meanwhile = _taken_out(words)
    parallel = [found for items in meanwhile for found in _parallel(items, number)]
    found = _RANGE.fullmatch(half_width(words))
    first = _made(found, words, number, parallel=False) if found else Unreadable(words, number)
    return [first, *parallel]


def _taken_out(words: str) -> tuple[str, list[str]]:
    """Return the words without their `（其间：…）`, and what stood in those brackets."""
    inside: list[str] = []
    while opening := _MEANWHILE.search(words):
        depth, end = 1, opening.end()
        while end < len(words) and depth:
            depth += (words[end] in "（(") - (words[end] in "）)")
            end += 1
        inside.append(words[opening.end() : end - (depth == 0)])
        words = words[: opening.start()].rstrip() + words[end:]
    return words, inside


def _parallel(items: str, number: int) -> list[Entry | Unreadable]:
    """Return the items that ran at the same time; they have dates of their own."""
    starts = [m.start() for m in _NEXT.finditer(half_width(items))]
    if not starts:
        return [Unreadable(items.strip(), number)]
    out: list[Entry | Unreadable] = []
    for begin, end in zip(starts, [*starts[1:], len(items)], strict=True):
        words = items[begin:end].strip().rstrip("；;，,、。 ")
        found = _RANGE.fullmatch(half_width(words))
        out.append(_made(found, words, number, parallel=True) if found else Unreadable(words, number))
    return out


def _made(found: re.Match[str], words: str, number: int, *, parallel: bool) -> Entry:
    end = found["end"]
    still = end is None or "今" in end
    said = " ".join(words[found.start("text") :].split())
    return Entry(found["start"], None if still else end, said, number, parallel)


def as_post(entry: Entry, identifier: str) -> dict[str, Any]:
    """Return an entry as an item of `posts`: only what the form says."""
    post: dict[str, Any] = {"id": identifier, "start": form_date(entry.start)}
    post["end"] = form_date(entry.end) if entry.end else None
    if entry.text:
        post["title"] = entry.text
    if entry.holding:
        post["holding"] = entry.holding
    return post
