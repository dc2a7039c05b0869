"""The table of functions, the values that the interpreter's callables take and give, the calendar's fault."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import LANGUAGES
from cadre_rules.feel.types import DATE, NUMBER, STRING, ContextType, Field, ListType, Optional
from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, YearsMonths
from cadre_rules.vocabulary.codes import ABSENT, pack_date
from cadre_rules.vocabulary.codes import UNKNOWN as UNKNOWN_CODE
from cadre_rules.vocabulary.counting import working_days, wrappers
from cadre_rules.vocabulary.counting.functions import FUNCTIONS
from cadre_rules.vocabulary.counting.measures import Service

DAY = Date(2024, 3, 1)


def stint(start: Any, end: Any = None) -> dict[str, Any]:
    return {"start": start, "end": end}


def year(value: int) -> dict[str, Any]:
    return {"year": Decimal(value)}


def test_every_function_has_both_names_a_text_a_citation_and_a_unit() -> None:
    assert len(FUNCTIONS) == 22
    for function in FUNCTIONS.values():
        texts = [function.signature.doc, function.citation, function.unit]
        assert all(text.in_(language) for text in texts for language in LANGUAGES)
        assert set(function.implicit) <= {"as_of", "by_month", "complete_from_year"}
        assert FUNCTIONS[function.signature.name] is FUNCTIONS[function.signature.zh] is function


STINT = ContextType((Field("start", "开始", DATE), Field("end", "结束", Optional(DATE))))


@pytest.mark.parametrize(
    ("name", "types", "found"),
    [
        ("total service", (ListType(STINT),), None),
        ("total service", (Optional(ListType(STINT)),), None),
        ("total service", (ListType(STRING),), "found list<string>"),
        (
            "time in post",
            (ListType(ContextType((Field("start", "开始", DATE),))),),
            "field `end` of type date",
        ),
        ("latest unbroken", (NUMBER,), "found number"),
        ("run length", (ListType(ContextType((Field("year", "年度", NUMBER),))),) * 2, None),
        ("run length", (ListType(STINT), ListType(STINT)), "field `year` of type number"),
    ],
)
def test_lists_are_checked_for_the_fields_that_are_counted(name: str, types: Any, found: str | None) -> None:
    check = FUNCTIONS[name].signature.check
    assert check is not None
    fault = check(types)
    assert (fault is None) == (found is None)
    if fault is not None and found is not None:
        assert found in fault.en
        assert "应为列表" in fault.zh


def test_the_result_of_latest_unbroken_is_the_list_it_was_given() -> None:
    result = FUNCTIONS["latest unbroken"].signature.result
    assert not isinstance(result, ListType)
    assert callable(result)
    assert result((ListType(STINT),)) == ListType(STINT)


# sums of quantities ------------------------------------------------------------------------------------------

QUANTITIES = st.lists(st.tuples(st.one_of(st.none(), st.integers(0, 4)), st.booleans()), max_size=4)


def sums(items: list[tuple[int | None, bool]], most: int) -> set[int]:
    """Return the sums of all completions: a quantity that is not known (None) is any from 0 to `most`."""
    found = {0}
    for value, sure in items:
        values = range(most + 1) if value is None else (value,)
        found = {s + v for s in found for v in values} | (set() if sure else found)
    return found


@given(QUANTITIES)
def test_a_total_has_the_ends_of_all_completions(items: list[tuple[int | None, bool]]) -> None:
    given_ = tuple((UNKNOWN if value is None else Decimal(value), sure) for value, sure in items)
    result = wrappers.total(PartialList(given_))
    low, high = (result, result) if isinstance(result, Decimal) else (result.low, result.high)
    assert low == min(sums(items, 9))
    assert (high is None) == any(value is None for value, _ in items)
    assert high is None or high == max(sums(items, 9))


def test_a_total_keeps_fractions_exact() -> None:
    assert wrappers.total([Decimal("0.1")] * 3) == Decimal("0.3")
    assert wrappers.total(UNKNOWN) == Interval(Decimal(0), None)


# service as a value -----------------------------------------------------------------------------------------


def test_a_known_service() -> None:
    found = wrappers.total_service([stint(Date(2022, 3, 1))], DAY)
    assert (found.known, found.days, found.first_day) == (True, Decimal(731), Date(2022, 3, 1))
    assert found.feel_compare("=", YearsMonths(24)) is True
    assert found.feel_compare("!=", YearsMonths(24)) is False
    assert found.feel_compare("<=", YearsMonths(24)) is True
    assert found.feel_compare(">", YearsMonths(24)) is False
    assert found.feel_compare("<", YearsMonths(25)) is True
    assert found.feel_compare("=", Service(found.low, found.high)) is True
    assert found.feel_compare("!=", Service(found.low, found.high)) is False


@pytest.mark.parametrize(
    ("operator", "other", "answer"),
    [
        (">=", UNKNOWN, UNKNOWN),
        (">=", None, None),
        ("=", None, False),
        ("!=", None, True),
        (">=", Decimal(2), None),
        (">=", Interval(YearsMonths(12), YearsMonths(24)), True),
        (">=", Interval(YearsMonths(12), YearsMonths(25)), UNKNOWN),
        (">=", Interval(YearsMonths(25), None), False),
        (">=", Interval(YearsMonths(12), None), UNKNOWN),
        (">=", Interval(None, YearsMonths(24)), True),
        ("<", Interval(YearsMonths(25), None), True),
        ("<", Interval(None, YearsMonths(24)), False),
        (">", Interval(YearsMonths(12), YearsMonths(24)), UNKNOWN),
        ("=", Interval(YearsMonths(25), None), False),
        ("!=", Interval(YearsMonths(25), None), True),
        ("=", Interval(YearsMonths(12), None), UNKNOWN),
        ("!=", Interval(YearsMonths(12), None), UNKNOWN),
    ],
)
def test_a_service_is_compared(operator: str, other: Any, answer: Any) -> None:
    found = wrappers.total_service([stint(Date(2022, 3, 1))], DAY)
    assert found.feel_compare(operator, other) is answer


def test_a_service_between_two_bounds() -> None:
    found = wrappers.total_service(PartialList(((stint(Date(2022, 3, 1)), False),)), DAY)
    assert (found.known, found.days) == (False, Interval(Decimal(0), Decimal(731)))
    assert found.first_day is UNKNOWN
    assert found.feel_compare("=", found) is UNKNOWN
    open_ended = wrappers.total_service(UNKNOWN, DAY)
    assert open_ended.days == Interval(Decimal(0), None)
    assert open_ended.feel_compare(">=", YearsMonths(1)) is UNKNOWN
    assert open_ended.first_day is UNKNOWN


def test_null_is_a_list_without_members_and_one_context_is_a_list_of_one() -> None:
    assert wrappers.total_service(None, DAY).days == 0
    assert wrappers.total_service(stint(Date(2024, 2, 1)), DAY).days == 29


@pytest.mark.parametrize("start", [UNKNOWN, None, Interval(Date(2020, 1, 1), DAY), Date(20_000, 1, 1)])
def test_a_start_that_is_not_one_date_is_unknown(start: Any) -> None:
    found = wrappers.total_service([stint(start), stint(Date(2024, 2, 1))], DAY)
    assert found.days == Interval(Decimal(29), None)


def test_an_item_of_which_nothing_is_known_is_a_stint_of_unknown_dates() -> None:
    assert wrappers.total_service([UNKNOWN], DAY).days == Interval(Decimal(0), None)


def test_an_interval_of_one_date_is_that_date() -> None:
    exact = Interval(Date(2024, 2, 1), Date(2024, 2, 1))
    assert wrappers.total_service([stint(exact)], DAY).days == 29


# stretches --------------------------------------------------------------------------------------------------


def test_the_latest_unbroken_stretch_keeps_certainty_and_the_template() -> None:
    first, then = stint(Date(2015, 1, 1), Date(2016, 12, 31)), stint(Date(2017, 1, 1))
    assert wrappers.latest_unbroken(UNKNOWN, DAY) is UNKNOWN
    assert wrappers.latest_unbroken([then, first], DAY) == [first, then]
    perhaps = PartialList(((then, True), (first, False)))
    assert wrappers.latest_unbroken(perhaps, DAY) == PartialList(((first, False), (then, True)))
    template = {"start": UNKNOWN, "end": UNKNOWN}
    further = PartialList(((then, True),), template)
    assert wrappers.latest_unbroken(further, DAY) == PartialList(((then, True),), template)


@pytest.mark.parametrize(
    ("last", "tied"), [(Date(2016, 12, 30), False), (Date(2016, 12, 31), True), (Date(2018, 1, 1), True)]
)
def test_unlisted_stints_that_ended_before_a_break_do_not_reach_it(last: Date, tied: bool) -> None:
    template = {"start": UNKNOWN, "end": Interval(None, last)}
    stints = PartialList(((stint(Date(2017, 1, 1)), True),), template)
    assert isinstance(wrappers.latest_unbroken(stints, DAY), PartialList) == tied


def test_lists_longer_than_a_mask() -> None:
    first = dt.date(2010, 1, 1)
    many = [stint(Date.of(first + dt.timedelta(days=30 * i))) for i in range(100)]
    many = [{**m, "end": Date.of(m["start"].to_date() + dt.timedelta(days=29))} for m in many]
    assert wrappers.total_service(many, DAY).days == 3000
    assert wrappers.latest_unbroken(many, DAY) == many
    years = [year(1900 + i) for i in range(100)]
    assert wrappers.longest_run(years, years, Decimal(0)) == 100


# runs -------------------------------------------------------------------------------------------------------


def test_runs_of_lists_that_are_not_known() -> None:
    years = [year(2020), year(2021), year(2022)]
    assert wrappers.run_length(UNKNOWN, years, Decimal(0)) == Interval(Decimal(0), Decimal(3))
    assert wrappers.run_length(UNKNOWN, UNKNOWN) == Interval(Decimal(0), None)
    assert wrappers.run_length(None, None) == 0
    assert wrappers.run_length([], PartialList((), {})) == Interval(Decimal(0), None)
    assert wrappers.run_length(years, [*years, {"year": UNKNOWN}]) == Interval(Decimal(0), None)


# dates ------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("birth", "on", "result"),
    [
        (UNKNOWN, DAY, UNKNOWN),
        (None, DAY, None),
        (Interval(Date(1990, 1, 1), Date(1990, 12, 31)), DAY, Interval(Decimal(33), Decimal(34))),
        (Interval(Date(1990, 1, 1), Date(1990, 2, 28)), DAY, Decimal(34)),
        (Interval(None, Date(1990, 12, 31)), DAY, Interval(Decimal(33), None)),
        (Interval(Date(1990, 1, 1), None), DAY, Interval(Decimal(0), Decimal(34))),
        (Interval(Date(1990, 1, 1), None), UNKNOWN, UNKNOWN),
        (Interval(Date(1990, 1, 1), None), None, None),
        (Date(1990, 1, 1), Interval(None, None), Interval(Decimal(0), None)),
    ],
)
def test_age_of_what_is_not_exactly_known(birth: Any, on: Any, result: Any) -> None:
    found = wrappers.age(birth, on)
    assert found is result or found == result


def test_working_days_of_what_is_not_exactly_known() -> None:
    day = Interval(Date(2025, 9, 29), Date(2025, 9, 30))
    assert wrappers.add_working_days(day, Decimal(5)) == Interval(Date(2025, 10, 13), Date(2025, 10, 14))
    half = Interval(None, Date(2025, 9, 30))
    assert wrappers.add_working_days(half, Decimal(5)) == Interval(None, Date(2025, 10, 14))
    assert wrappers.working_days_between(day, Date(2025, 10, 14)) == Interval(Decimal(5), Decimal(6))
    assert wrappers.working_days_between(half, Date(2025, 10, 14)) == Interval(Decimal(5), None)
    for date, days in ((DAY, UNKNOWN), (UNKNOWN, Decimal(1)), (DAY, Decimal("1.5"))):
        assert wrappers.add_working_days(date, days) is UNKNOWN
    assert wrappers.add_working_days(None, Decimal(1)) is None
    assert wrappers.working_days_between(DAY, None) is None


@settings(deadline=None, max_examples=200)
@given(st.dates(dt.date(2004, 6, 1), dt.date(2026, 6, 1)), st.integers(-60, 60))
def test_adding_and_counting_working_days_agree(start: dt.date, days: int) -> None:
    packed = pack_date(start.year, start.month, start.day)
    end = working_days.add_working_days(packed, days)
    assert working_days.working_days_between(packed, end) == days
    assert working_days.fault(packed, days=days) is None
    assert working_days.fault(packed, end=end) is None


def test_the_calendar_covers_what_the_package_says() -> None:
    since, until = working_days.coverage()
    assert since == pack_date(2004, 1, 1)
    assert until >= pack_date(2026, 12, 31)
    assert until % 384 == 11 * 32 + 31


def test_counting_to_the_very_ends_of_the_calendar() -> None:
    since, until = working_days.coverage()
    before = pack_date(2003, 12, 31)
    assert working_days.add_working_days(before, 1) == pack_date(2004, 1, 2)
    assert working_days.working_days_between(before, pack_date(2004, 1, 2)) == 1
    assert working_days.working_days_between(until, since) < 0
    assert working_days.add_working_days(until, 1) == UNKNOWN_CODE
    assert working_days.add_working_days(since, -1) == UNKNOWN_CODE
    assert working_days.working_days_between(pack_date(2003, 12, 30), since) == UNKNOWN_CODE


@pytest.mark.parametrize(
    ("date", "days", "end", "needed"),
    [
        ((2099, 5, 1), 5, None, 2099),
        ((1999, 5, 1), -5, None, 1999),
        ((2004, 1, 5), -5, None, 2003),
        ((2020, 1, 1), None, (2099, 1, 1), 2099),
        ((2099, 1, 1), None, (2020, 1, 1), 2099),
        ((1998, 1, 1), None, (2020, 1, 1), 1998),
    ],
)
def test_the_fault_names_the_year_whose_calendar_is_missing(date: Any, days: Any, end: Any, needed: int) -> None:
    found = working_days.fault(pack_date(*date), days=days, end=pack_date(*end) if end else None)
    assert found is not None
    assert (found.code, found.severity) == ("V101", "warning")
    assert f"需要 {needed} 年的放假安排" in found.summary.zh
    assert f"the holiday calendar of {needed}" in found.summary.en
    assert found.help is not None


def test_the_year_after_the_last_calendar_is_named() -> None:
    _, until = working_days.coverage()
    found = working_days.fault(until, days=1)
    assert found is not None
    assert f"of {until // 384 + 1};" in found.summary.en


@pytest.mark.parametrize("code", [UNKNOWN_CODE, ABSENT])
def test_what_is_not_given_is_no_fault_of_the_calendar(code: int) -> None:
    assert working_days.fault(code, days=1) is None
    assert working_days.fault(pack_date(2099, 1, 1), days=code) is None
    assert working_days.fault(pack_date(2099, 1, 1), end=code) is None
    assert working_days.add_working_days(code, 1) == code
    assert working_days.working_days_between(pack_date(2020, 1, 1), code) == code


def test_the_calendar_is_not_loaded_before_it_is_needed() -> None:
    code = (
        "import sys, cadre_rules.vocabulary.counting.functions;"
        "sys.exit(any(m.startswith('chinese_calendar') for m in sys.modules))"
    )
    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0
