"""Values: calendars, texts, conversions, and what must not happen to them."""

from __future__ import annotations

import copy
import datetime as dt
import decimal
import pickle
from decimal import Decimal
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.feel.temporal_text import parse_date, parse_duration
from cadre_rules.feel.values import (
    UNKNOWN,
    Date,
    DateTime,
    DaysTime,
    FunctionValue,
    Interval,
    PartialList,
    RangeValue,
    Time,
    Unknown,
    YearsMonths,
    from_feel,
    to_feel,
)

CHINA = dt.timezone(dt.timedelta(hours=8))


@given(st.dates())
def test_dates_agree_with_the_calendar_of_python(date: dt.date) -> None:
    value = Date.of(date)
    assert value.days == (date - dt.date(1970, 1, 1)).days
    assert value.weekday == date.isoweekday()
    assert value.iso() == date.isoformat()
    assert value.to_date() == date
    assert parse_date(value.iso()) == value


@given(st.integers(-365_000_000_000, 365_000_000_000))
def test_days_count_both_ways(days: int) -> None:
    assert Date.from_days(days).days == days


@given(st.dates(), st.integers(-2000, 2000))
def test_a_span_of_months_ends_on_the_corresponding_day_or_the_last(date: dt.date, months: int) -> None:
    value = Date.of(date)
    end = value.plus_months(months)
    assert (end.year * 12 + end.month) - (value.year * 12 + value.month) == months
    assert end.day == value.day or (end.day < value.day and end.plus_days(1).day == 1)


@pytest.mark.parametrize(
    ("year", "month", "day"), [(2023, 2, 29), (2024, 0, 1), (2024, 13, 1), (2024, 4, 31), (10**9, 1, 1)]
)
def test_a_day_that_does_not_exist_is_no_date(year: int, month: int, day: int) -> None:
    with pytest.raises(ValueError, match="no such"):
        Date(year, month, day)


@pytest.mark.parametrize("parts", [(24, 0), (8, 60), (8, 0, 60), (8, 0, 0, 10**9), (8, 0, 0, 0, 15 * 3600)])
def test_a_time_that_does_not_exist_is_none(parts: tuple[int, ...]) -> None:
    with pytest.raises(ValueError, match="no such"):
        Time(*parts)


@pytest.mark.parametrize(
    ("text", "iso"),
    [
        ("P1Y14M", "P2Y2M"),
        ("-P12M", "-P1Y"),
        ("P0M", "P0M"),
        ("PT0S", "PT0S"),
        ("P1DT24H", "P2D"),
        ("-PT90M", "-PT1H30M"),
        ("PT0.000000001S", "PT0.000000001S"),
        ("P99999999999D", "P99999999999D"),
    ],
)
def test_durations_are_normalised(text: str, iso: str) -> None:
    duration = parse_duration(text)
    assert duration is not None
    assert duration.iso() == iso


def test_values_are_ordered_and_hashable() -> None:
    assert sorted([Date(2024, 2, 1), Date(-5, 1, 1), Date(2024, 1, 31)])[0] == Date(-5, 1, 1)
    assert YearsMonths(11) < YearsMonths(12)
    assert DaysTime(Decimal(1)) < DaysTime(Decimal("1.5"))
    assert Time(10, 0, offset=0) < Time(17, 0, offset=-3600)
    assert DateTime(Date(2024, 1, 1), Time(8, 0, offset=28_800)) <= DateTime(Date(2024, 1, 1), Time(0, 0, offset=0))
    assert len({Date(2024, 1, 1), Date(2024, 1, 1), Time(1, 0), YearsMonths(1), DaysTime(Decimal(1))}) == 4


@pytest.mark.parametrize(
    ("python", "feel"),
    [
        (3, Decimal(3)),
        (True, True),
        (None, None),
        (dt.date(2024, 2, 29), Date(2024, 2, 29)),
        (dt.datetime(2024, 2, 29, 8, 30), DateTime(Date(2024, 2, 29), Time(8, 30))),
        (
            dt.datetime(2024, 2, 29, 8, 30, tzinfo=CHINA),
            DateTime(Date(2024, 2, 29), Time(8, 30, offset=28_800)),
        ),
        (dt.time(8, 30, tzinfo=ZoneInfo("Asia/Shanghai")), Time(8, 30, zone="Asia/Shanghai")),
        (dt.timedelta(days=1, microseconds=-1), DaysTime(Decimal("86399.999999"))),
        ((1, [dt.date(1, 1, 1)]), [Decimal(1), [Date(1, 1, 1)]]),
        ({"a": {"b": 1}}, {"a": {"b": Decimal(1)}}),
        (UNKNOWN, UNKNOWN),
    ],
)
def test_python_values_become_feel_values(python: object, feel: object) -> None:
    assert to_feel(python) == feel


@pytest.mark.parametrize("value", [1.5, {1: 2}, object(), [1.0], {"a": {2, 3}}])
def test_what_is_not_exact_or_not_feel_is_refused(value: object) -> None:
    with pytest.raises(TypeError):
        to_feel(value)


def test_feel_values_become_python_values_where_they_can() -> None:
    value = {"d": Date(2024, 2, 29), "far": Date(20_240, 1, 1), "t": [Time(8, 30)], "s": DaysTime(Decimal(60))}
    assert from_feel(value) == {
        "d": dt.date(2024, 2, 29),
        "far": Date(20_240, 1, 1),
        "t": [dt.time(8, 30)],
        "s": dt.timedelta(minutes=1),
    }


def test_unknown_is_one_and_is_no_truth() -> None:
    assert Unknown() is UNKNOWN
    assert copy.deepcopy([UNKNOWN])[0] is UNKNOWN
    assert pickle.loads(pickle.dumps(UNKNOWN)) is UNKNOWN
    assert repr(UNKNOWN) == "UNKNOWN"
    with pytest.raises(TypeError):
        bool(UNKNOWN)


def test_the_ambient_decimal_context_changes_nothing() -> None:
    long = "1234567890.123456789"
    with decimal.localcontext(decimal.Context(prec=3)):
        duration = parse_duration(f"PT{long}S")
        assert isinstance(duration, DaysTime)
        assert duration.seconds == Decimal(long)
        assert DaysTime.from_nanoseconds(1_234_567_890_123_456_789).seconds == Decimal(long)
        assert duration.iso() == "P14288DT23H31M30.123456789S"


@settings(max_examples=50)
@given(st.integers(-(10**25), 10**25))
def test_nanoseconds_come_back(nanoseconds: int) -> None:
    assert DaysTime.from_nanoseconds(nanoseconds).nanoseconds() == nanoseconds


def test_plain_records_compare_by_content() -> None:
    assert RangeValue(1, 2) == RangeValue(1, 2)
    assert Interval(1, None) != Interval(1, 2)
    assert PartialList(((1, True),)) == PartialList(((1, True),), None)
    assert FunctionValue(("a",), len) == FunctionValue(("a",), max)
