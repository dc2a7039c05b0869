"""Days as ordinals, and how records write them.

In: ordinals (1 is 1 January of year 1). Out: ordinals and texts. It must not know what a day is for.
"""

from __future__ import annotations

from datetime import date
from functools import cache

from cadre_rules.feel.temporal import days_in_month


class _Written(dict[int, str]):
    """Every day that was asked for, as a record writes it."""

    def __missing__(self, day: int) -> str:
        text = self[day] = date.fromordinal(day).isoformat()
        return text


ISO = _Written()


@cache
def ordinal(year: int, month: int, day: int) -> int:
    """Return the ordinal of a date."""
    return date(year, month, day).toordinal()


def ordinal_of(text: str) -> int:
    """Return the ordinal of a date as a record writes it."""
    return date.fromisoformat(text).toordinal()


def year_of(day: int) -> int:
    """Return the year that a day is in."""
    return date.fromordinal(day).year


def plus(day: int, months: int) -> int:
    """Return the corresponding day so many months later, else the last day of that month."""
    start = date.fromordinal(day)
    year, month = divmod(start.year * 12 + start.month - 1 + months, 12)
    return date(year, month + 1, min(start.day, days_in_month(year, month + 1))).toordinal()


def month_after(day: int) -> int:
    """Return the first day of the month after the one that a day is in."""
    start = date.fromordinal(day)
    return date(start.year + start.month // 12, start.month % 12 + 1, 1).toordinal()


def workday(day: int) -> int:
    """Return a day, or the Monday after it where it is a Saturday or Sunday."""
    return day + {6: 2, 0: 1}.get(day % 7, 0)


def maybe(day: int | None, as_of: int) -> str | None:
    """Write a day that has come by `as_of`; None for one that has not, or that there is none."""
    return None if day is None or day > as_of else ISO[day]
