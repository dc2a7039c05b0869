"""FEEL's dates, times and durations, as values: frozen, ordered, hashable, without a limit at the year 9999.

In: integers, or `datetime` values. Out: `Date`, `Time`, `DateTime`, `YearsMonths`, `DaysTime`, and their
ISO 8601 texts. Years run from -999,999,999 to 999,999,999, on the proleptic Gregorian calendar.
This module must not know about FEEL texts or about null: what is not a date raises `ValueError`.
"""

from __future__ import annotations

import datetime as dt
from abc import ABC, abstractmethod
from dataclasses import dataclass, replace
from decimal import Decimal
from functools import lru_cache
from typing import Any
from zoneinfo import ZoneInfo

MAX_YEAR = 999_999_999
NANO = 1_000_000_000
DAY_SECONDS = 86_400
_MAX_OFFSET = 14 * 3600  # XML Schema Part 2, dateTime


def is_leap(year: int) -> bool:
    """Return whether the year has a 29 February."""
    return year % 4 == 0 and (year % 100 != 0 or year % 400 == 0)


def days_in_month(year: int, month: int) -> int:
    """Return the number of days of a month (1 to 12)."""
    return 29 if month == 2 and is_leap(year) else (31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31)[month - 1]


@dataclass(frozen=True, slots=True, order=True)
class Date:
    """A calendar date."""

    year: int
    month: int
    day: int

    def __post_init__(self) -> None:
        if not (-MAX_YEAR <= self.year <= MAX_YEAR and 1 <= self.month <= 12):
            raise ValueError(f"no such month: {self.year}-{self.month}")
        if not 1 <= self.day <= days_in_month(self.year, self.month):
            raise ValueError(f"no such day: {self.year}-{self.month}-{self.day}")

    @classmethod
    def of(cls, date: dt.date) -> Date:
        """Return the same date as a FEEL value."""
        return cls(date.year, date.month, date.day)

    @classmethod
    def from_days(cls, days: int) -> Date:
        """Return the date that stands `days` days after 1970-01-01."""
        era, day_of_era = divmod(days + 719_468, 146_097)  # eras of 400 years that begin on 1 March
        year_of_era = (day_of_era - day_of_era // 1460 + day_of_era // 36_524 - day_of_era // 146_096) // 365
        day_of_year = day_of_era - (365 * year_of_era + year_of_era // 4 - year_of_era // 100)
        shifted = (5 * day_of_year + 2) // 153
        month = shifted + 3 if shifted < 10 else shifted - 9
        year = year_of_era + era * 400 + (month <= 2)
        return cls(year, month, day_of_year - (153 * shifted + 2) // 5 + 1)

    @property
    def days(self) -> int:
        """The number of days since 1970-01-01."""
        year = self.year - (self.month <= 2)
        era, year_of_era = divmod(year, 400)
        day_of_year = (153 * ((self.month + 9) % 12) + 2) // 5 + self.day - 1
        return era * 146_097 + year_of_era * 365 + year_of_era // 4 - year_of_era // 100 + day_of_year - 719_468

    @property
    def weekday(self) -> int:
        """The day of the week, Monday 1 to Sunday 7."""
        return (self.days + 3) % 7 + 1

    def plus_months(self, months: int) -> Date:
        """Return the corresponding day `months` later, else the last day of that month."""
        year, month = divmod(self.year * 12 + self.month - 1 + months, 12)
        if abs(year) > MAX_YEAR:
            raise ValueError(f"no such year: {year}")
        return Date(year, month + 1, min(self.day, days_in_month(year, month + 1)))

    def plus_days(self, days: int) -> Date:
        """Return the date `days` days later."""
        return Date.from_days(self.days + days)

    def to_date(self) -> dt.date:
        """Return the same date as a `datetime.date`; `ValueError` outside of the years 1 to 9999."""
        return dt.date(self.year, self.month, self.day)

    def iso(self) -> str:
        """Return e.g. `2024-02-29`."""
        sign = "-" if self.year < 0 else ""
        return f"{sign}{abs(self.year):04d}-{self.month:02d}-{self.day:02d}"


@lru_cache(maxsize=64)
def zone_named(name: str) -> ZoneInfo:
    """Return an IANA time zone; `ValueError` if there is none of that name."""
    try:
        return ZoneInfo(name)
    except (OSError, KeyError) as error:
        raise ValueError(f"no such time zone: {name}") from error


def _zone_offset(zone: str, date: Date, seconds: int) -> int:
    """Return the offset of a zone at a local time, in seconds (a year beyond `datetime` counts as 2000)."""
    year = date.year if 1 < date.year < 9999 else 2000
    local = dt.datetime(year, date.month, min(date.day, days_in_month(year, date.month)))
    offset = zone_named(zone).utcoffset(local + dt.timedelta(seconds=seconds))
    return int(offset.total_seconds()) if offset is not None else 0


class _ByInstant(ABC):
    """Order by the instant meant; equality (of the dataclass) is that of all parts."""

    __slots__ = ()

    @abstractmethod
    def instant(self) -> int:
        """Return nanoseconds on the time line: of UTC where there is an offset, else of local time."""

    def __lt__(self, other: Any) -> bool:
        return self.instant() < other.instant() if type(other) is type(self) else NotImplemented

    def __le__(self, other: Any) -> bool:
        return self.instant() <= other.instant() if type(other) is type(self) else NotImplemented

    def __gt__(self, other: Any) -> bool:
        return self.instant() > other.instant() if type(other) is type(self) else NotImplemented

    def __ge__(self, other: Any) -> bool:
        return self.instant() >= other.instant() if type(other) is type(self) else NotImplemented


@dataclass(frozen=True, slots=True)
class Time(_ByInstant):
    """A time of day; `offset` in seconds east of UTC, or `zone` an IANA name, or neither (a local time)."""

    hour: int
    minute: int
    second: int = 0
    nanosecond: int = 0
    offset: int | None = None
    zone: str | None = None

    def __post_init__(self) -> None:
        in_day = 0 <= self.hour < 24 and 0 <= self.minute < 60 and 0 <= self.second < 60
        if not in_day or not 0 <= self.nanosecond < NANO:
            raise ValueError(f"no such time: {self.hour}:{self.minute}:{self.second}")
        if self.offset is not None and abs(self.offset) > _MAX_OFFSET:
            raise ValueError(f"no such offset: {self.offset} s")
        if self.zone is not None:
            zone_named(self.zone)

    @classmethod
    def of(cls, time: dt.time) -> Time:
        """Return the same time as a FEEL value."""
        offset, zone = _offset_and_zone(time)
        return cls(time.hour, time.minute, time.second, time.microsecond * 1000, offset, zone)

    @classmethod
    def from_nanoseconds(cls, nanoseconds: int, offset: int | None = None, zone: str | None = None) -> Time:
        """Return the time that stands so far after midnight (0 to one day, exclusive)."""
        seconds, nano = divmod(nanoseconds, NANO)
        return cls(seconds // 3600, seconds // 60 % 60, seconds % 60, nano, offset, zone)

    @property
    def seconds(self) -> int:
        """Whole seconds since local midnight."""
        return self.hour * 3600 + self.minute * 60 + self.second

    @property
    def is_local(self) -> bool:
        """Whether it has neither offset nor zone."""
        return self.offset is None and self.zone is None

    def offset_on(self, date: Date) -> int | None:
        """Return the offset from UTC in seconds on a date, None for a local time."""
        return _zone_offset(self.zone, date, self.seconds) if self.zone else self.offset

    def nanoseconds(self) -> int:
        """Return nanoseconds since local midnight."""
        return self.seconds * NANO + self.nanosecond

    def instant(self) -> int:
        """Return nanoseconds since midnight UTC; a zone counts with its offset on 1970-01-01."""
        return self.nanoseconds() - (self.offset_on(_EPOCH) or 0) * NANO

    def to_time(self) -> dt.time:
        """Return a `datetime.time` (whole microseconds)."""
        return dt.time(self.hour, self.minute, self.second, self.nanosecond // 1000, _tzinfo(self))

    def iso(self) -> str:
        """Return e.g. `08:30:00`, `08:30:00.5+08:00`, `08:30:00@Asia/Shanghai`."""
        fraction = f".{self.nanosecond:09d}".rstrip("0") if self.nanosecond else ""
        zone = f"@{self.zone}" if self.zone else "" if self.offset is None else _offset_text(self.offset)
        return f"{self.hour:02d}:{self.minute:02d}:{self.second:02d}{fraction}{zone}"


_EPOCH = Date(1970, 1, 1)


@dataclass(frozen=True, slots=True)
class DateTime(_ByInstant):
    """A date and a time."""

    date: Date
    time: Time

    @classmethod
    def of(cls, value: dt.datetime) -> DateTime:
        """Return the same point as a FEEL value."""
        offset, zone = _offset_and_zone(value)
        time = Time(value.hour, value.minute, value.second, value.microsecond * 1000, offset, zone)
        return cls(Date.of(value), time)

    @property
    def offset(self) -> int | None:
        """Seconds east of UTC, None for a local date and time."""
        return self.time.offset_on(self.date)

    def instant(self) -> int:
        """Return nanoseconds since 1970-01-01T00:00 UTC (local, if there is no offset)."""
        offset = self.offset or 0
        return (self.date.days * DAY_SECONDS - offset) * NANO + self.time.nanoseconds()

    def plus_nanoseconds(self, nanoseconds: int) -> DateTime:
        """Return the point so much later; the offset or zone stays."""
        days, rest = divmod(self.time.nanoseconds() + nanoseconds, DAY_SECONDS * NANO)
        return DateTime(self.date.plus_days(days), Time.from_nanoseconds(rest, self.time.offset, self.time.zone))

    def plus_months(self, months: int) -> DateTime:
        """Return the corresponding point `months` later, as for dates."""
        return replace(self, date=self.date.plus_months(months))

    def to_datetime(self) -> dt.datetime:
        """Return a `datetime.datetime` (whole microseconds); `ValueError` outside of the years 1 to 9999."""
        return dt.datetime.combine(self.date.to_date(), self.time.to_time())

    def iso(self) -> str:
        """Return e.g. `2024-02-29T08:30:00Z`."""
        return f"{self.date.iso()}T{self.time.iso()}"


@dataclass(frozen=True, slots=True, order=True)
class YearsMonths:
    """A years and months duration."""

    months: int

    def iso(self) -> str:
        """Return e.g. `P1Y6M`, `-P3M`, `P0M`."""
        years, months = divmod(abs(self.months), 12)
        text = (f"{years}Y" if years else "") + (f"{months}M" if months or not years else "")
        return f"{'-' if self.months < 0 else ''}P{text}"


@dataclass(frozen=True, slots=True, order=True)
class DaysTime:
    """A days and time duration, in exact seconds."""

    seconds: Decimal

    @classmethod
    def of(cls, value: dt.timedelta) -> DaysTime:
        """Return the same duration as a FEEL value."""
        return cls.from_nanoseconds(value // dt.timedelta(microseconds=1) * 1000)

    @classmethod
    def from_nanoseconds(cls, nanoseconds: int) -> DaysTime:
        """Return a duration of so many nanoseconds."""
        whole, rest = divmod(abs(nanoseconds), NANO)
        return cls(Decimal(f"{'-' if nanoseconds < 0 else ''}{whole}{f'.{rest:09d}' if rest else ''}"))

    def nanoseconds(self) -> int:
        """Return the duration in nanoseconds; finer fractions are cut off."""
        numerator, denominator = self.seconds.as_integer_ratio()
        amount = abs(numerator) * NANO // denominator
        return -amount if numerator < 0 else amount

    def to_timedelta(self) -> dt.timedelta:
        """Return a `datetime.timedelta` (whole microseconds)."""
        return dt.timedelta(microseconds=self.nanoseconds() // 1000)

    def iso(self) -> str:
        """Return e.g. `P1DT2H`, `-PT0.5S`, `PT0S`."""
        whole, _, fraction = f"{self.seconds.copy_abs():f}".partition(".")
        days, rest = divmod(int(whole), DAY_SECONDS)
        second = f"{rest % 60}.{fraction.rstrip('0')}".rstrip(".")
        time = (f"{rest // 3600}H" if rest >= 3600 else "") + (f"{rest // 60 % 60}M" if rest // 60 % 60 else "")
        time += f"{second}S" if second != "0" or not (time or days) else ""
        return f"{'-' if self.seconds < 0 else ''}P{f'{days}D' if days else ''}{f'T{time}' if time else ''}"


def _offset_text(offset: int) -> str:
    if offset == 0:
        return "Z"
    minutes, seconds = divmod(abs(offset), 60)
    tail = f":{seconds:02d}" if seconds else ""
    return f"{'-' if offset < 0 else '+'}{minutes // 60:02d}:{minutes % 60:02d}{tail}"


def _offset_and_zone(value: dt.time | dt.datetime) -> tuple[int | None, str | None]:
    if isinstance(value.tzinfo, ZoneInfo) and value.tzinfo.key:
        return None, value.tzinfo.key
    offset = value.utcoffset()
    return (None if offset is None else int(offset.total_seconds())), None


def _tzinfo(time: Time) -> dt.tzinfo | None:
    if time.zone:
        return zone_named(time.zone)
    return None if time.offset is None else dt.timezone(dt.timedelta(seconds=time.offset))
