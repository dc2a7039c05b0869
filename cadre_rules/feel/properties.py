"""What stands after a dot: entries of contexts, properties of temporal values and ranges, projections.

In: a value and a name. Out: a value; null where there is no such entry or property. DMN 1.5, tables 64 to 67.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.temporal import DAY_SECONDS
from cadre_rules.feel.values import (
    UNKNOWN,
    Date,
    DateTime,
    DaysTime,
    Interval,
    PartialList,
    RangeValue,
    Time,
    YearsMonths,
)

if TYPE_CHECKING:
    from collections.abc import Callable


def path(value: Any, name: str) -> Any:
    """Return `value.name`."""
    if isinstance(value, dict):
        return value.get(name)
    if value is UNKNOWN or isinstance(value, Interval):
        return UNKNOWN
    if isinstance(value, (list, tuple)):
        return [path(item, name) for item in value]
    if isinstance(value, PartialList):
        further = None if value.further is None else path(value.further, name)
        return PartialList(tuple((path(item, name), certain) for item, certain in value.items), further)
    read = _PROPERTIES.get(type(value), {}).get(name)
    return None if read is None else read(value)


def _date(value: Date | DateTime) -> Date:
    return value.date if isinstance(value, DateTime) else value


def _time(value: Time | DateTime) -> Time:
    return value.time if isinstance(value, DateTime) else value


def _offset(value: Time | DateTime) -> DaysTime | None:
    offset = value.offset if isinstance(value, DateTime) else value.offset_on(Date(1970, 1, 1))
    return None if offset is None else DaysTime(Decimal(offset))


def _second(value: Time | DateTime) -> Decimal:
    time = _time(value)
    return Decimal(f"{time.second}.{time.nanosecond:09d}") if time.nanosecond else Decimal(time.second)


def _years_months(divide: Callable[[int], int]) -> Callable[[YearsMonths], Decimal]:
    """Return a reader of one component; the components of a negative duration are negative."""

    def read(value: YearsMonths) -> Decimal:
        amount = divide(abs(value.months))
        return Decimal(-amount if value.months < 0 else amount)

    return read


def _days_time(divide: Callable[[int], int]) -> Callable[[DaysTime], Decimal]:
    def read(value: DaysTime) -> Decimal:
        amount = divide(int(value.seconds.copy_abs()))
        return Decimal(-amount if value.seconds < 0 else amount)

    return read


def _seconds(value: DaysTime) -> Decimal:
    """Return the seconds beyond whole minutes, with their fraction."""
    whole, _, fraction = f"{value.seconds.copy_abs():f}".partition(".")
    seconds = Decimal(f"{int(whole) % 60}.{fraction}" if fraction.strip("0") else int(whole) % 60)
    return seconds.copy_negate() if value.seconds < 0 and seconds else seconds


_OF_DATE: Final[dict[str, Callable[[Any], Any]]] = {
    "year": lambda value: Decimal(_date(value).year),
    "month": lambda value: Decimal(_date(value).month),
    "day": lambda value: Decimal(_date(value).day),
    "weekday": lambda value: Decimal(_date(value).weekday),
}
_OF_TIME: Final[dict[str, Callable[[Any], Any]]] = {
    "hour": lambda value: Decimal(_time(value).hour),
    "minute": lambda value: Decimal(_time(value).minute),
    "second": _second,
    "time offset": _offset,
    "timezone": lambda value: _time(value).zone,
}
_PROPERTIES: Final[dict[type, dict[str, Callable[[Any], Any]]]] = {
    Date: _OF_DATE,
    Time: _OF_TIME,
    DateTime: {**_OF_DATE, **_OF_TIME},
    YearsMonths: {
        "years": _years_months(lambda months: months // 12),
        "months": _years_months(lambda months: months % 12),
    },
    DaysTime: {
        "days": _days_time(lambda seconds: seconds // DAY_SECONDS),
        "hours": _days_time(lambda seconds: seconds // 3600 % 24),
        "minutes": _days_time(lambda seconds: seconds // 60 % 60),
        "seconds": _seconds,
    },
    RangeValue: {
        "start": lambda value: value.low,
        "end": lambda value: value.high,
        "start included": lambda value: value.low_included,
        "end included": lambda value: value.high_included,
    },
}
