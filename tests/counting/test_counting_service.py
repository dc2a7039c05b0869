"""Total service against sets of days, over every completion of what is not known."""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass
from typing import TYPE_CHECKING

import pytest
from completions import BASE, column, completions, days_of, later, meets, months_of, packed
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import ABSENT, FALSE, HIGHEST, MAYBE, TRUE, UNKNOWN, pack_date
from cadre_rules.vocabulary.counting import service as s

if TYPE_CHECKING:
    from collections.abc import Callable

End = int | str | None


@dataclass
class Case:
    """A list of stints by day numbers, its masks, and the decision date."""

    starts: list[int]
    ends: list[End]
    certain: int
    perhaps: int
    as_of: int

    def service(self, by_month: int = 0, as_of: int | None = None) -> tuple[int, int]:
        at = packed(self.as_of if as_of is None else as_of)
        return s.service(column(self.starts), column(self.ends), self.certain, self.perhaps, 0, at, by_month)

    def day_sets(self) -> list[int]:
        found = []
        for members in completions(self.starts, self.ends, self.certain, self.perhaps, self.as_of):
            days = 0
            for stint in members.values():
                days |= days_of(stint, self.as_of)
            found.append(days)
        return found


@st.composite
def cases(draw: st.DrawFn, months: tuple[int, ...]) -> tuple[Case, int]:
    """Draw stints of which one has nearly the length that is asked for, so that single days decide."""
    asked = draw(st.sampled_from(months))
    start = draw(st.integers(300, 2300))
    date = dt.date.fromordinal(BASE + start)
    length = (later(date, asked) - date).days + draw(st.integers(-6, 3))
    stints: list[tuple[int, End]] = [(start, start + max(length, 1) - 1)]
    for _ in range(draw(st.integers(0, 3))):
        begin = start + draw(st.integers(-300, length + 60))
        stints.append((begin, begin + draw(st.integers(0, 4))))
    if draw(st.booleans()):
        begin = start + draw(st.integers(-300, length + 60))
        stints.append((begin, draw(st.sampled_from(["?", None]))))
    stints.sort(key=lambda stint: stint[0])
    size = len(stints)
    certain = draw(st.integers(0, (1 << size) - 1))
    perhaps = draw(st.integers(0, (1 << size) - 1)) & ~certain
    as_of = start + draw(st.integers(max(0, length - 200), length + 80))
    return Case([a for a, _ in stints], [b for _, b in stints], certain, perhaps, as_of), asked


def verdict(answers: set[bool]) -> int:
    return MAYBE if len(answers) == 2 else TRUE if answers == {True} else FALSE


@settings(max_examples=200, deadline=None)
@given(cases((12, 24, 36, 60)))
def test_whole_years_are_decided_exactly_when_all_completions_agree(drawn: tuple[Case, int]) -> None:
    case, months = drawn
    bounds = case.service()
    sets = case.day_sets()
    for asked in (months - 12, months, months + 12):
        assert s.service_at_least(*bounds, asked) == verdict({meets(d, asked) for d in sets})
        assert s.service_more_than(*bounds, asked) == verdict({meets(d, asked, 1) for d in sets})
        assert s.service_less_than(*bounds, asked) == verdict({not meets(d, asked) for d in sets})
        assert s.service_at_most(*bounds, asked) == verdict({not meets(d, asked, 1) for d in sets})


@settings(max_examples=200, deadline=None)
@given(cases((1, 6, 7, 18, 30)))
def test_other_spans_are_never_decided_wrongly(drawn: tuple[Case, int]) -> None:
    case, months = drawn
    low, high = case.service()
    sets = case.day_sets()
    for more, code in (
        (0, s.service_at_least(low, high, months)),
        (1, s.service_more_than(low, high, months)),
    ):
        true = verdict({meets(d, months, more) for d in sets})
        assert code in (true, MAYBE)
        if low == 0 or low & s.FIRST_MASK == high & s.FIRST_MASK:
            assert code == true or low == 0


@settings(max_examples=200, deadline=None)
@given(cases((6, 12, 24)))
def test_equality_is_sound_and_the_bounds_are_reached(drawn: tuple[Case, int]) -> None:
    case, months = drawn
    low, high = case.service()
    sets = case.day_sets()
    exact = verdict({meets(d, months) and not meets(d, months, 1) for d in sets})
    assert s.service_equals(low, high, months) in (exact, MAYBE)
    assert s.service_differs(low, high, months) in (TRUE - exact if exact != MAYBE else MAYBE, MAYBE)
    assert (s.service_days(low), s.service_days(high)) == (
        min(d.bit_count() for d in sets),
        max(d.bit_count() for d in sets),
    )


@settings(max_examples=200, deadline=None)
@given(cases((1, 6, 12, 24)))
def test_counting_by_month_is_exact_for_every_span(drawn: tuple[Case, int]) -> None:
    case, months = drawn
    low, high = case.service(by_month=1)
    counts = set()
    for members in completions(case.starts, case.ends, case.certain, case.perhaps, case.as_of):
        counts.add(len(set().union(*(months_of(stint, case.as_of) for stint in members.values()))))
    assert (s.service_months(low), s.service_months(high)) == (min(counts), max(counts))
    for asked in (months - 1, months, months + 1):
        assert s.service_at_least(low, high, asked) == verdict({n >= asked for n in counts})
        assert s.service_more_than(low, high, asked) == verdict({n > asked for n in counts})


@settings(max_examples=100, deadline=None)
@given(cases((6, 12, 24)), st.booleans())
def test_an_answer_never_flips_back_as_time_passes(drawn: tuple[Case, int], by_month: bool) -> None:
    case, months = drawn
    reached = known = False
    for as_of in range(case.as_of, case.as_of + 120, 3):
        low, high = case.service(int(by_month), as_of)
        code = s.service_at_least(low, high, months)
        assert not reached or code == TRUE
        assert not known or code != FALSE
        reached, known = reached or code == TRUE, known or code != FALSE


@settings(deadline=None)
@given(st.dates(dt.date(1950, 1, 1), dt.date(2090, 1, 1)), st.integers(1, 480))
def test_one_unbroken_stretch_agrees_with_the_calendar(start: dt.date, months: int) -> None:
    due = later(start, months)
    for day, met in ((due, TRUE), (due - dt.timedelta(days=1), FALSE)):
        at = pack_date(day.year, day.month, day.day)
        low, high = s.service((pack_date(start.year, start.month, start.day),), (ABSENT,), 1, 0, 0, at, 0)
        assert low == high
        assert s.service_at_least(low, high, months) == met


def test_the_argument_about_leap_days_holds() -> None:
    """Whole years differ by one day at most from LEAP_FROM to LEAP_UNTIL, and are nowhere longer."""
    for first in range(dt.date(1880, 1, 1).toordinal(), dt.date(2101, 1, 1).toordinal(), 1):
        date = dt.date.fromordinal(first)
        if date.day not in (1, 28, 29) or date.month not in (2, 3):
            continue
        for years in (1, 2, 3, 4, 5, 10, 15, 40):
            end = later(date, years * 12)
            spare = (end - date).days - 365 * years
            assert spare <= (years + 3) // 4
            if date >= dt.date(1900, 3, 1) and end <= dt.date(2100, 2, 27):
                assert spare >= years // 4


@settings(max_examples=25, deadline=None)
@given(st.integers(1, 600))
def test_the_longest_and_the_shortest_span_bound_all_spans(months: int) -> None:
    shortest, longest = s._shortest(months), s._longest(months)
    for day in range(0, 6000, 4):
        date = dt.date(2088, 1, 1) + dt.timedelta(days=day)
        assert shortest <= (later(date, months) - date).days <= longest


def test_half_a_year_may_be_shorter_from_a_later_day() -> None:
    """From 1 March it has 184 days, from 1 September 181: without the first stint, less service is enough."""
    starts = (pack_date(2022, 3, 1), pack_date(2022, 9, 1))
    ends, at = (pack_date(2022, 3, 1), pack_date(2023, 2, 28)), pack_date(2024, 1, 1)
    assert s.service_at_least(*s.service(starts, ends, 2, 0, 0, at, 0), 6) == TRUE
    assert s.service_at_least(*s.service(starts, ends, 3, 0, 0, at, 0), 6) == FALSE
    assert s.service_at_least(*s.service(starts, ends, 2, 1, 0, at, 0), 6) == MAYBE
    assert s.service_at_least(*s.service(starts, ends, 0, 3, 0, at, 0), 6) == MAYBE


def test_beyond_the_argument_the_upper_bound_is_given_up() -> None:
    starts = (pack_date(2092, 1, 1), pack_date(2097, 3, 1))
    ends = (pack_date(2092, 1, 1), ABSENT)
    at = pack_date(2102, 3, 1)
    low, high = s.service(starts, ends, 2, 1, 0, at, 0)
    assert high == HIGHEST
    assert s.service_at_least(low, low, 60) == TRUE
    assert s.service_at_least(low, high, 60) == MAYBE  # with the first stint the requirement is two days longer
    assert s.service_at_least(*s.service(starts, ends, 3, 0, 0, at, 0), 60) == FALSE


def test_unlisted_stints_leave_the_top_open_but_never_undo_what_is_met() -> None:
    starts, ends = (pack_date(2020, 3, 1),), (ABSENT,)
    low, high = s.service(starts, ends, 1, 0, 1, pack_date(2022, 3, 1), 0)
    assert high == HIGHEST
    assert s.service_at_least(low, high, 24) == TRUE
    assert s.service_at_least(low, high, 25) == MAYBE
    assert s.service_at_least(low, high, 36) == MAYBE
    assert s.service_less_than(low, high, 12) == FALSE


def test_an_unknown_start_counts_as_unlisted() -> None:
    starts, ends = (UNKNOWN, pack_date(2020, 3, 1)), (ABSENT, ABSENT)
    low, high = s.service(starts, ends, 3, 0, 0, pack_date(2021, 3, 1), 0)
    assert (s.service_days(low), high) == (365, HIGHEST)


@pytest.mark.parametrize("code", [UNKNOWN, ABSENT])
@pytest.mark.parametrize(
    "compare",
    [
        s.service_at_least,
        s.service_more_than,
        s.service_less_than,
        s.service_at_most,
        s.service_equals,
        s.service_differs,
    ],
)
def test_an_unknown_span_leaves_it_open(compare: Callable[[int, int, int], int], code: int) -> None:
    value = 400 << 24 | pack_date(2020, 1, 1)
    assert compare(value, value, code) == MAYBE
    assert s.service_missing_days(value, code) == s.service_missing_months(value, code) == UNKNOWN


@settings(deadline=None)
@given(cases((6, 12, 18, 24)))
def test_parts_and_what_is_missing_add_up(drawn: tuple[Case, int]) -> None:
    case, months = drawn
    low, _ = case.service()
    years, rest, days, total = s.service_parts(low)
    assert total == s.service_days(low)
    whole = years * 12 + rest
    assert s.service_at_least(low, low, whole) == TRUE
    assert s.service_at_least(low, low, whole + 1) == FALSE
    if low:
        assert s._requirement(s.service_first(low), whole) + days == total
        missing = s.service_missing_days(low, months)
        assert (missing == 0) == (s.service_at_least(low, low, months) == TRUE)
        if missing:
            assert s.service_at_least(*[low + (missing << s.FIRST_BITS)] * 2, months) == TRUE
            assert s.service_at_least(*[low + (missing - 1 << s.FIRST_BITS)] * 2, months) == FALSE
    assert s.service_missing_months(low, months) == max(0, months - whole)


def test_what_is_missing_where_nothing_is_served_yet() -> None:
    assert s.service_missing_days(0, 24) == UNKNOWN
    assert s.service_missing_days(0, 24, pack_date(2023, 3, 1)) == 731
    assert s.service_missing_days(HIGHEST, 24) == s.service_missing_days(0, 0) == 0
    assert s.service_parts(HIGHEST) == (HIGHEST, 0, 0, HIGHEST)
    assert (s.service_first(0), s.service_first(HIGHEST)) == (ABSENT, UNKNOWN)
    low, _ = s.service((pack_date(2023, 1, 20),), (ABSENT,), 1, 0, 0, pack_date(2023, 12, 5), 1)
    assert (s.service_parts(low), s.service_missing_days(low, 12)) == ((0, 11, 0, 334), 31)
