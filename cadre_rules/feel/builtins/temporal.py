"""`day of year`, `day of week`, `month of year`, `week of year` (DMN 1.5, 10.3.4.9)."""

from __future__ import annotations

from decimal import Decimal
from typing import Final

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.values import Date, DateTime

_DAYS: Final = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")
_MONTHS: Final = (
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
)


def _date(value: Date | DateTime) -> Date:
    return value.date if isinstance(value, DateTime) else value


@builtin("day of year", "date: date|date and time")
def _day_of_year(value: Date | DateTime) -> Decimal:
    date = _date(value)
    return Decimal(date.days - Date(date.year, 1, 1).days + 1)


@builtin("day of week", "date: date|date and time")
def _day_of_week(value: Date | DateTime) -> str:
    return _DAYS[_date(value).weekday - 1]


@builtin("month of year", "date: date|date and time")
def _month_of_year(value: Date | DateTime) -> str:
    return _MONTHS[_date(value).month - 1]


@builtin("week of year", "date: date|date and time")
def _week_of_year(value: Date | DateTime) -> Decimal:
    """Return the ISO 8601 week: that of the Thursday in the same week."""
    date = _date(value)
    thursday = date.plus_days(4 - date.weekday)
    return Decimal((thursday.days - Date(thursday.year, 1, 1).days) // 7 + 1)
