"""Reads the yearly results field of a form: `2022年年度考核称职；…`, also `近三年均为称职`.

In: the text, and when the form was filled in. Out: grades by year, and what could not be read. 近三年 means
the three years before that of filling in; a form of January to March may have been filled in before last
year's result was there, so then only the years that both readings share are taken.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field

from cadre_rules.records.forms.words import half_width, one_line

GRADES = ("基本称职", "不称职", "称职", "优秀", "基本合格", "不合格", "合格", "不定等次")
_GRADE = re.compile("(" + "|".join(GRADES) + "|不确定等次|未定等次)")
_PIECE = re.compile(r"[；;。\n]+")
_SPAN = re.compile(r"((?:19|20)\d{2})\s*年?\s*(?:[-—–~]+|至|到)\s*((?:19|20)\d{2})", re.ASCII)
_YEAR = re.compile(r"(?<!\d)((?:19|20)\d{2})(?!\d)", re.ASCII)
_RECENT = re.compile(r"(?:最近|近)([一二两三四五2345])(?:年|个年度)")
_COUNT = {"一": 1, "二": 2, "两": 2, "三": 3, "四": 4, "五": 5, "2": 2, "3": 3, "4": 4, "5": 5}
_CONCLUDED = 4  # by April last year's results are there


@dataclass(slots=True)
class Results:
    """Grades (Chinese names) by year, years with two grades, pieces not understood.

    `relative` says that years were counted back from the form's date, `unsure` which may be meant besides.
    """

    grades: dict[int, str] = field(default_factory=dict)
    disputed: list[int] = field(default_factory=list)
    unread: list[str] = field(default_factory=list)
    relative: bool = False
    unsure: list[int] = field(default_factory=list)


def read_results(text: str, filled: tuple[int, int] | None) -> Results:
    """Return what the field says; `filled` is year and month of filling in, None if not known."""
    results = Results()
    for piece in _PIECE.split(half_width(text)):
        for part in _parts(one_line(piece)):
            _read(part, filled, results)
    return results


def _parts(piece: str) -> list[str]:
    """Split at commas, but keep together the years that share a grade."""
    out: list[str] = []
    for part in re.split(r"[，,、]", piece):
        if out and not _GRADE.search(out[-1]):
            out[-1] += "、" + part
        elif part.strip():
            out.append(part)
    return out


def _read(part: str, filled: tuple[int, int] | None, results: Results) -> None:
    if not part.strip():
        return
    grades = _GRADE.findall(part)
    years = _years(part, filled, results)
    if len(grades) != 1 or not years:
        results.unread.append(part.strip())
        return
    grade = "不定等次" if grades[0] in ("不确定等次", "未定等次") else grades[0]
    for year in years:
        if results.grades.setdefault(year, grade) != grade and year not in results.disputed:
            results.disputed.append(year)


def _years(part: str, filled: tuple[int, int] | None, results: Results) -> list[int]:
    span = _SPAN.search(part)
    if span:
        first, last = int(span[1]), int(span[2])
        return list(range(first, last + 1)) if first <= last <= first + 60 else []
    named = [int(year) for year in _YEAR.findall(part)]
    recent = _RECENT.search(part)
    if named or recent is None or filled is None:
        return named
    results.relative = True
    year, month = filled
    count = _COUNT[recent[1]]
    last = year - 1 if month >= _CONCLUDED else year - 2
    results.unsure += range(last + 1, year)
    return list(range(year - count, last + 1))
