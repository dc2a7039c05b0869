"""`is`, and making dates, times and durations (DMN 1.5, 10.3.4.1 and 10.3.4.7)."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.comparison import same
from cadre_rules.feel.temporal import NANO
from cadre_rules.feel.temporal_text import parse_date, parse_date_time, parse_duration, parse_time
from cadre_rules.feel.values import Date, DateTime, DaysTime, Time, YearsMonths

if TYPE_CHECKING:
    from decimal import Decimal


@builtin("is", "value1: any, value2: any")
def _is(value1: Any, value2: Any) -> bool:
    return same(value1, value2)


@builtin("date", "from: string")
def _date_from_string(text: str) -> Date | None:
    return parse_date(text)


@builtin("date", "from: date|date and time")
def _date_from_point(value: Date | DateTime) -> Date:
    return value.date if isinstance(value, DateTime) else value


@builtin("date", "year: number, month: number, day: number")
def _date_from_parts(year: Decimal, month: Decimal, day: Decimal) -> Date:
    return Date(int(year), int(month), int(day))


@builtin("date and time", "from: string")
def _date_time_from_string(text: str) -> DateTime | None:
    return parse_date_time(text)


@builtin("date and time", "from: date and time")
def _date_time_from_point(value: DateTime) -> DateTime:
    return value


@builtin("date and time", "date: date|date and time, time: time")
def _date_time_from_parts(date: Date | DateTime, time: Time) -> DateTime:
    return DateTime(_date_from_point(date), time)


@builtin("time", "from: string")
def _time_from_string(text: str) -> Time | None:
    return parse_time(text)


@builtin("time", "from: time|date and time|date")
def _time_from_point(value: Time | DateTime | Date) -> Time:
    """A date stands for its midnight in UTC."""
    if isinstance(value, Date):
        return Time(0, 0, offset=0)
    return value.time if isinstance(value, DateTime) else value


@builtin("time", "hour: number, minute: number, second: number, offset?: days and time duration")
def _time_from_parts(hour: Decimal, minute: Decimal, second: Decimal, offset: DaysTime | None) -> Time:
    nano = DaysTime(second).nanoseconds()
    east = None if offset is None else int(offset.seconds)
    if second < 0:
        raise ValueError("a negative second")
    return Time(int(hour), int(minute), nano // NANO, nano % NANO, east)


@builtin("duration", "from: string")
def _duration(text: str) -> YearsMonths | DaysTime | None:
    return parse_duration(text)


@builtin("duration", "from: duration")
def _duration_itself(value: YearsMonths | DaysTime) -> YearsMonths | DaysTime:
    return value


@builtin("years and months duration", "from: date|date and time, to: date|date and time")
def _years_and_months(start: Date | DateTime, end: Date | DateTime) -> YearsMonths:
    """Return the whole months between two days; times of day do not count."""
    first, last = _date_from_point(start), _date_from_point(end)
    months = (last.year - first.year) * 12 + last.month - first.month
    if months > 0 and last.day < first.day:
        months -= 1
    elif months < 0 and last.day > first.day:
        months += 1
    return YearsMonths(months)
