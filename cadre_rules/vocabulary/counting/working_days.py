"""Working days of the Chinese calendar, with holidays and the days worked in lieu.

In: packed dates and counts. Out: packed dates and counts, UNKNOWN where the calendar of a year that is
needed has not been published; `fault` tells which, as a diagnostic. It must not guess: a notice of the
State Council sets the holidays of each year late in the year before (全国年节及纪念日放假办法), and no rule
foresees its days in lieu.

The calendar is that of the package `chinesecalendar`, whose range is read from it. The package is loaded on
first use; `calendar_table` gives what it says as a first day and one flag a day, which is all that the
cores need.
"""

from __future__ import annotations

import datetime as dt
from functools import cache
from typing import TYPE_CHECKING

from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN
from cadre_rules.vocabulary.counting.calendar import day_number, packed_of
from cadre_rules.vocabulary.counting.messages import CALENDAR_NOT_PUBLISHED

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_rules.diagnostics import Diagnostic


@cache
def calendar_table() -> tuple[int, bytes]:
    """Return the day number of the first day that is covered, and for each day whether it is worked (1).

    The range is that of the years for which the package knows holidays.
    """
    import chinese_calendar
    from chinese_calendar.constants import holidays

    first = dt.date(min(holidays).year, 1, 1)
    days = dt.date(max(holidays).year, 12, 31).toordinal() - first.toordinal() + 1
    flags = bytes(chinese_calendar.is_workday(first + dt.timedelta(days=i)) for i in range(days))
    return first.toordinal(), flags


def coverage() -> tuple[int, int]:
    """Return the first and the last day (packed) that the calendar covers."""
    first, flags = calendar_table()
    return packed_of(first), packed_of(first + len(flags) - 1)


def add_working_days_in(first: int, flags: Sequence[int], date: int, days: int) -> int:
    """Return the date `days` working days after `date`, with the calendar as `calendar_table` gives it.

    `date` itself is not counted (Civil Code 201), and need not be a working day. Negative `days` count
    backward; 0 gives `date`. UNKNOWN where the calendar does not reach that far. int64 only.
    """
    if date <= ABSENT or days <= ABSENT:
        return UNKNOWN if date == UNKNOWN or days == UNKNOWN else ABSENT
    step = 1 if days > 0 else -1
    at = day_number(date) - first
    left = days * step
    while left > 0:
        at += step
        if at < 0 or at >= len(flags):
            return UNKNOWN
        left -= flags[at]
    return packed_of(at + first)


def working_days_in(first: int, flags: Sequence[int], start: int, end: int) -> int:
    """Return the number of working days after `start` up to and including `end`, with the calendar given.

    Where `end` is before `start`: minus the number of working days from `end` up to the day before `start`,
    so that `add_working_days_in` leads back to a working day `end`. UNKNOWN where the calendar does not
    reach.
    """
    if start <= ABSENT or end <= ABSENT:
        return UNKNOWN if start == UNKNOWN or end == UNKNOWN else ABSENT
    since = day_number(start) - first
    until = day_number(end) - first
    sign = 1
    if until < since:
        since, until, sign = until - 1, since - 1, -1
    if since < until and (since + 1 < 0 or until >= len(flags)):
        return UNKNOWN
    found = 0
    for at in range(since + 1, until + 1):
        found += flags[at]
    return found * sign


def add_working_days(date: int, days: int) -> int:
    """Return the date `days` working days after `date`; UNKNOWN where no calendar is published.

    Five working days after 30 September 2025 end on 14 October: 1 to 8 October are holidays, Saturday 11
    October is worked in lieu.

    >>> from cadre_rules.vocabulary.codes import pack_date, unpack_date
    >>> unpack_date(add_working_days(pack_date(2025, 9, 30), 5))
    (2025, 10, 14)

    Source: Regulation on Public Holidays; the State Council's yearly holiday notices.
    """
    first, flags = calendar_table()
    return add_working_days_in(first, flags, date, days)


def working_days_between(start: int, end: int) -> int:
    """Return the number of working days after `start` up to and including `end`; UNKNOWN without a calendar.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> working_days_between(pack_date(2025, 9, 30), pack_date(2025, 10, 14))
    5

    Source: Regulation on Public Holidays; the State Council's yearly holiday notices.
    """
    first, flags = calendar_table()
    return working_days_in(first, flags, start, end)


def fault(date: int, *, days: int | None = None, end: int | None = None) -> Diagnostic | None:
    """Return why `add_working_days(date, days)`, or `working_days_between(date, end)`, is UNKNOWN.

    None where it is not, or where an argument itself is UNKNOWN or ABSENT: then nothing is wrong with the
    calendar. Exactly one of `days` and `end` is given.
    """
    other = days if days is not None else end
    if other is None or date <= ABSENT or other <= ABSENT:
        return None
    found = add_working_days(date, other) if days is not None else working_days_between(date, other)
    if found != UNKNOWN:
        return None
    since, until = coverage()
    outside = [d for d in ((date,) if end is None else (date, end)) if not since <= d <= until]
    beyond = until // 384 + 1 if other > 0 else since // 384 - 1
    year = outside[-1] // 384 if outside else beyond
    return CALENDAR_NOT_PUBLISHED.at(year=year, since=since // 384, until=until // 384)
