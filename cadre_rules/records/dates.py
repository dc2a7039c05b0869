"""Dates as records write them, in files and in forms.

In: a raw value. Out: a `Date` and whether its day is known. Six digits (`2018.03`, `2018-03`, `201803`) mean
that the day is unknown; it counts as the first of the month, as the national personnel system counts it.
It must not know which fact the date belongs to.
"""

from __future__ import annotations

import datetime as dt
import re
from dataclasses import dataclass
from decimal import Decimal
from typing import Any, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.feel.temporal import days_in_month
from cadre_rules.feel.values import Date

Precision = Literal["day", "month"]
EARLIEST, LATEST = 1900, 2199  # years outside of these are slips of the pen


@dataclass(frozen=True, slots=True)
class Written:
    """A date and whether its day was written."""

    date: Date
    precision: Precision


class NoSuchDateError(ValueError):
    """A text in the form of a date that names none; `detail` says why."""

    def __init__(self, text: str, detail: Text) -> None:
        super().__init__(text)
        self.text, self.detail = text, detail


_FORMS = (
    re.compile(r"(?P<y>\d{4})(?P<s>[-./])(?P<m>\d{2})(?:(?P=s)(?P<d>\d{2}))?", re.ASCII),
    re.compile(r"(?P<y>\d{4})(?P<m>\d{2})(?P<d>\d{2})?", re.ASCII),
    re.compile(r"(?P<y>\d{4})年(?P<m>\d{1,2})月(?:(?P<d>\d{1,2})日)?", re.ASCII),
)


def read_date(raw: Any) -> Written | None:
    """Return the date that a raw value writes, or None if it is not in the form of a date.

    Numbers are read where YAML and JSON make one of what was written without quotes: `202003`, `2020.03`.
    Raises `NoSuchDateError` for a date that does not exist or lies outside of 1900 to 2199.
    """
    if isinstance(raw, (dt.datetime, bool)):
        return None
    if isinstance(raw, dt.date):
        return _dated(raw.year, raw.month, raw.day, raw.isoformat())
    if isinstance(raw, Date):
        return _dated(raw.year, raw.month, raw.day, raw.iso())
    text = _text(raw)
    match = next((m for form in _FORMS if (m := form.fullmatch(text))), None)
    if match is None:
        return None
    day = match["d"]
    return _dated(int(match["y"]), int(match["m"]), int(day) if day else None, text)


def _text(raw: Any) -> str:
    if isinstance(raw, str):
        return raw
    if isinstance(raw, int) and 0 < raw < 10**8:
        return str(raw)
    if isinstance(raw, Decimal) and raw.as_tuple().exponent == -2 and 0 < raw < 10**4:
        return str(raw)
    return ""


def _dated(year: int, month: int, day: int | None, text: str) -> Written:
    if not EARLIEST <= year <= LATEST:
        raise NoSuchDateError(
            text,
            Text(f"年份应当在{EARLIEST}至{LATEST}之间。", f"the year should be from {EARLIEST} to {LATEST}"),
        )
    if not 1 <= month <= 12:
        raise NoSuchDateError(text, Text("月份应当是 01 至 12。", "the month should be 01 to 12"))
    length = days_in_month(year, month)
    if day is not None and not 1 <= day <= length:
        raise NoSuchDateError(text, Text(f"{year}年{month}月只有{length}天。", f"{year}-{month:02d} has {length} days"))
    return Written(Date(year, month, day or 1), "day" if day else "month")


def write_date(date: Date, precision: Precision) -> str:
    """Return a date as a record writes it: without the day where that is not known."""
    return date.iso()[:7] if precision == "month" else date.iso()
