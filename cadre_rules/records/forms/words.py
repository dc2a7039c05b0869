"""How forms write things: padding, "none", full-width digits, dashes, dates.

In: the text of a form. Out: the same, in one spelling. It must not know which element it came from.
"""

from __future__ import annotations

import re
from typing import Final

_DIGITS = str.maketrans("０１２３４５６７８９．－～：", "0123456789.-~:")
_NONE: Final = frozenset({"无", "(无)", "（无）", "【无】", "[无]", "无。"})
_BREAK = re.compile(r"<[\s/]*br[\s/]*>", re.IGNORECASE)
_IDEOGRAPHS = re.compile(r"[\u3400-\u9fff\s\u3000\u00a0]+")
_MONTH = re.compile(r"(\d{4})\s*[.年/-]\s*(\d{1,2})(?!\d)(?:\s*[.月/-]\s*(\d{1,2})(?!\d))?\s*[月日]?", re.ASCII)
_LONGEST_DATE = 60
_IN_BRACKETS = re.compile(r"[（(].*?[)）]")


def is_none(text: str) -> bool:
    """Return whether a form says "none": 无, (无) or （无）. An empty entry says nothing at all."""
    return "".join(text.split()) in _NONE


def one_line(text: str) -> str:
    """Return a text without padding and line breaks."""
    return " ".join(_BREAK.sub("\n", text).split())


def lines(text: str) -> list[str]:
    """Return the lines of a long field; `<br>` in its spellings ends a line as well."""
    return [line.strip() for line in _BREAK.sub("\n", text).replace("\r", "\n").split("\n")]


def half_width(text: str) -> str:
    """Return a text with ASCII digits, points, dashes and colons; its length stays the same."""
    return text.translate(_DIGITS)


def person_name(text: str) -> str:
    """Return a name; the space that pads a name of two characters is taken out."""
    return "".join(text.split()) if _IDEOGRAPHS.fullmatch(text) else one_line(text)


def form_date(text: str) -> str:
    """Return a date of a form in a form that records accept, or the text itself if it is none.

    `1985.2` becomes `1985.02`, an age in brackets is dropped, six and eight digits stay.
    """
    if len(text) > _LONGEST_DATE:
        return one_line(text)
    bare = _IN_BRACKETS.sub("", half_width(one_line(text))).strip()
    found = _MONTH.fullmatch(bare)
    if found is None:
        return bare
    year, month, day = found.groups()
    return f"{year}.{month:0>2}" + (f".{day:0>2}" if day else "")
