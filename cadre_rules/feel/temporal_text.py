"""Texts of dates, times and durations: the lexical forms that FEEL takes.

In: a string. Out: the value, or None if the string is not in the form or names a day or time that does not
exist. Forms: XML Schema Part 2 date, time and dateTime, the latter two also with `@` and an IANA time zone;
XPath's dayTimeDuration and yearMonthDuration (DMN 1.5, 10.3.4.1). This module must not know FEEL's grammar.
"""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Final

from cadre_rules.feel.values import ARITHMETIC, Date, DateTime, DaysTime, Time, YearsMonths

_DATE: Final = re.compile(r"(-?(?:[1-9][0-9]{4,8}|[0-9]{4}))-([0-9]{2})-([0-9]{2})", re.ASCII)
_TIME: Final = re.compile(
    r"([0-9]{2}):([0-9]{2}):([0-9]{2})(?:\.([0-9]+))?"
    r"(?:([Zz])|([+-])([0-9]{2}):([0-9]{2})(?::([0-9]{2}))?|@([A-Za-z0-9_+\-/]+))?",
    re.ASCII,
)
_YEARS_MONTHS: Final = re.compile(r"(-?)P(?=[0-9])(?:([0-9]+)Y)?(?:([0-9]+)M)?", re.ASCII)
_DAYS_TIME: Final = re.compile(
    r"(-?)P(?=[0-9T])(?:([0-9]+)D)?(?:T(?=[0-9])(?:([0-9]+)H)?(?:([0-9]+)M)?(?:([0-9]+(?:\.[0-9]*)?)S)?)?",
    re.ASCII,
)
_DIGITS: Final = 18  # no duration needs longer numbers, and their arithmetic would cost time


def parse_date(text: str) -> Date | None:
    """Return the date that `text` names, e.g. `2024-02-29`."""
    match = _DATE.fullmatch(text)
    if match is None:
        return None
    try:
        return Date(*map(int, match.groups()))
    except ValueError:
        return None


def parse_time(text: str) -> Time | None:
    """Return the time that `text` names, e.g. `08:30:00+08:00`; `24:00:00` is midnight."""
    found = _time(text)
    return found[0] if found else None


def parse_date_time(text: str) -> DateTime | None:
    """Return the date and time that `text` names; a date alone is its midnight."""
    day, separator, rest = text.partition("T")
    date = parse_date(day)
    found = _time(rest) if separator else (Time(0, 0), 0)
    if date is None or found is None:
        return None
    try:
        return DateTime(date.plus_days(found[1]), found[0])
    except ValueError:
        return None


def parse_duration(text: str) -> YearsMonths | DaysTime | None:
    """Return the duration that `text` names, e.g. `P1Y6M` or `-P2DT3H`."""
    match = _YEARS_MONTHS.fullmatch(text)
    if match is not None and len(text) <= 2 * _DIGITS:
        sign, years, months = match.groups()
        total = int(years or 0) * 12 + int(months or 0)
        return YearsMonths(-total if sign else total)
    match = _DAYS_TIME.fullmatch(text)
    if match is None or len(text) > 5 * _DIGITS:
        return None
    sign, days, hours, minutes, seconds = match.groups()
    whole = int(days or 0) * 86_400 + int(hours or 0) * 3600 + int(minutes or 0) * 60
    amount = ARITHMETIC.add(Decimal(whole), Decimal(seconds or 0))
    return DaysTime(amount.copy_negate() if sign and amount else amount)


def parse_temporal(text: str) -> Date | Time | DateTime | YearsMonths | DaysTime | None:
    """Return what an `@"…"` literal stands for."""
    return parse_date(text) or parse_time(text) or parse_date_time(text) or parse_duration(text)


def _time(text: str) -> tuple[Time, int] | None:
    """Return a time and the number of days to go on (1 for `24:00:00`)."""
    match = _TIME.fullmatch(text)
    if match is None:
        return None
    hour, minute, second, fraction, utc, sign, east, minutes, seconds, zone = match.groups()
    offset = 0 if utc else None
    if sign:
        if int(minutes) > 59 or int(seconds or 0) > 59:
            return None
        offset = (int(east) * 60 + int(minutes)) * 60 + int(seconds or 0)
        offset = -offset if sign == "-" else offset
    end_of_day = (hour, minute, second) == ("24", "00", "00") and not (fraction or "").strip("0")
    nano = int((fraction or "0")[:9].ljust(9, "0"))
    try:
        time = Time(0 if end_of_day else int(hour), int(minute), int(second), nano, offset, zone)
    except ValueError:
        return None
    return time, int(end_of_day)
