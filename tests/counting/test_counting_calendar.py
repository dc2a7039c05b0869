"""Days and months against `datetime`, and months by trying."""

from __future__ import annotations

import datetime as dt

import pytest
from completions import later
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN, pack_date, unpack_date
from cadre_rules.vocabulary.counting import age, calendar

DATES = st.dates(dt.date(1600, 1, 1), dt.date(2400, 12, 31))
MONTH_ENDS = st.builds(
    lambda year, month, back: later(dt.date(year, month, 1), 1) - dt.timedelta(days=back),
    st.integers(1896, 2104),
    st.integers(1, 12),
    st.integers(1, 4),
)
DAYS = DATES | MONTH_ENDS


def pack(date: dt.date) -> int:
    return pack_date(date.year, date.month, date.day)


def unpack(packed: int) -> dt.date:
    return dt.date(*unpack_date(packed))


def test_every_day_of_eight_centuries_has_its_number() -> None:
    for ordinal in range(dt.date(1599, 12, 25).toordinal(), dt.date(2400, 3, 5).toordinal()):
        packed = pack(dt.date.fromordinal(ordinal))
        assert calendar.day_number(packed) == ordinal
        assert calendar.packed_of(ordinal) == packed


@settings(deadline=None)
@given(DAYS, st.integers(-3000, 3000))
def test_days_and_months_are_added_as_datetime_does(day: dt.date, n: int) -> None:
    assert unpack(calendar.add_days(pack(day), n)) == day + dt.timedelta(days=n)
    assert unpack(calendar.add_months(pack(day), n)) == later(day, n)
    assert calendar.month_length(pack(day)) == (later(day.replace(day=1), 1) - day.replace(day=1)).days
    assert unpack(calendar.floor_month(pack(day))) == day.replace(day=1)


@settings(deadline=None)
@given(DAYS, st.integers(0, 500), st.integers(-40, 40))
def test_complete_months_are_the_most_that_fit(start: dt.date, months: int, days: int) -> None:
    end = later(start, months) + dt.timedelta(days=days)
    found = calendar.months_complete(pack(start), pack(end))
    assert found == max((n for n in range(months + 3) if later(start, n) <= end), default=0)


@settings(deadline=None)
@given(DAYS, st.integers(0, 900))
def test_a_span_is_complete_on_its_day_and_not_the_day_before(start: dt.date, months: int) -> None:
    end = later(start, months)
    assert calendar.months_complete(pack(start), pack(end)) == months
    if months:
        assert calendar.months_complete(pack(start), pack(end - dt.timedelta(days=1))) == months - 1


@settings(deadline=None)
@given(DAYS, st.lists(st.integers(0, 20_000), min_size=2, max_size=2).map(sorted))
def test_age_never_falls(birth: dt.date, days: list[int]) -> None:
    first, second = (pack(birth + dt.timedelta(days=d)) for d in days)
    for by_month in (0, 1):
        assert age.age(pack(birth), first, by_month) <= age.age(pack(birth), second, by_month)
        assert age.age(pack(birth), first, by_month) >= age.age(pack(birth), first, 0)


@settings(max_examples=20, deadline=None)
@given(st.sampled_from([ABSENT, UNKNOWN]), DAYS)
def test_what_is_not_there_passes_through(code: int, day: dt.date) -> None:
    known = pack(day)
    assert calendar.day_number(code) == calendar.packed_of(code) == calendar.floor_month(code) == code
    assert calendar.add_days(code, 1) == calendar.add_months(code, 1) == code
    assert calendar.add_days(known, code) == calendar.add_months(known, code) == code
    assert calendar.months_complete(code, known) == calendar.months_complete(known, code) == code
    assert age.age(code, known, 0) == age.age(known, code, 1) == age.complete_months(code, known, 1) == code


@pytest.mark.parametrize("function", [calendar.months_complete, calendar.add_days, calendar.add_months])
def test_unknown_is_stronger_than_absent(function: object) -> None:
    assert function(ABSENT, UNKNOWN) == function(UNKNOWN, ABSENT) == UNKNOWN  # type: ignore[operator]
