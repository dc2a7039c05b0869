"""The domain functions as the interpreter calls them: FEEL values to integers, the core, and back.

In: FEEL values, UNKNOWN, Interval and PartialList among them; contexts carry canonical English names. Out:
FEEL values. Nothing is counted here: every function calls the core that the kernel calls. The arguments
after the policy author's own (`as_of`, `by_month`, `complete_from_year`) are supplied by the plan.

An unknown list is a list of which no member is listed; null is a list without members. A date outside of
the years 1 to 9999 is not counted with: UNKNOWN. Lists may have any length: masks are Python integers here.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, Unknown, YearsMonths
from cadre_rules.vocabulary import codes
from cadre_rules.vocabulary.codes import HIGHEST, pack_date, unpack_date
from cadre_rules.vocabulary.counting import age as age_core
from cadre_rules.vocabulary.counting import runs, service, stretches, totals, working_days
from cadre_rules.vocabulary.counting.measures import Service

if TYPE_CHECKING:
    from collections.abc import Callable


def total_service(stints: Any, as_of: Date, by_month: bool = False) -> Service:
    """Return the total service on `as_of`: the union of the stints' days, up to the day before it.

    >>> stint = {"start": Date(2022, 3, 1), "end": None}
    >>> total_service([stint], Date(2024, 3, 1)).feel_compare(">=", YearsMonths(24))
    True

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 to 3 and 7.
    """
    s = Stints.of(stints)
    return Service(*service.service(*s.columns, s.further, _packed(as_of), int(by_month)))


def latest_unbroken(stints: Any, as_of: Date) -> Any:
    """Return the stints of the latest unbroken stretch, in order of start.

    A list where all is known, else a PartialList; UNKNOWN where the list itself is not known at all.

    >>> first = {"start": Date(2015, 1, 1), "end": Date(2016, 12, 31)}
    >>> then = {"start": Date(2017, 1, 1), "end": None}
    >>> latest_unbroken([first, then], Date(2020, 1, 1)) == [first, then]
    True

    Source: conventions of counting, numbers 2, 3 and 7.
    """
    if isinstance(stints, Unknown):
        return UNKNOWN
    s = Stints.of(stints)
    certain, perhaps, further = stretches.latest_unbroken(*s.columns, s.further, _packed(as_of))
    items = tuple((item, bool(certain >> i & 1)) for i, item in enumerate(s.items) if (certain | perhaps) >> i & 1)
    if perhaps or further:
        return PartialList(items, s.template if further else None)
    return [item for item, _ in items]


def run_length(hits: Any, among: Any, complete_from_year: Any = None) -> Decimal | Interval:
    """Return how many consecutive years are hits, ending with the last year in `among`.

    >>> years = [{"year": Decimal(y)} for y in (2021, 2022, 2023)]
    >>> run_length(years[1:], years)
    Decimal('2')

    Source: conventions of counting, numbers 5 and 6.
    """
    return _run(runs.run_length, hits, among, complete_from_year)


def longest_run(hits: Any, among: Any, complete_from_year: Any = None) -> Decimal | Interval:
    """Return the length of the longest run of consecutive hits anywhere.

    >>> years = [{"year": Decimal(y)} for y in (2019, 2020, 2021, 2022)]
    >>> longest_run(years[:2], years, Decimal(0))
    Decimal('2')
    >>> longest_run(years[:2], years)
    Interval(low=Decimal('2'), high=None)

    Source: conventions of counting, numbers 5 and 6.
    """
    return _run(runs.longest_run, hits, among, complete_from_year)


def age(birth: Any, on: Any, by_month: bool = False) -> Any:
    """Return the complete years of age on a date: a number.

    >>> age(Date(1984, 2, 29), Date(2019, 2, 28))
    Decimal('35')

    Source: Civil Code, articles 201 and 202; conventions of counting, number 1.
    """
    return _between(lambda a, b: age_core.age(a, b, int(by_month)), birth, on, Decimal)


def complete_months(start: Any, end: Any, by_month: bool = False) -> Any:
    """Return the complete months from one date to another: a years and months duration.

    >>> complete_months(Date(2020, 2, 29), Date(2021, 2, 28))
    YearsMonths(months=12)

    Source: Civil Code, articles 201 and 202; conventions of counting, number 1.
    """
    return _between(lambda a, b: age_core.complete_months(a, b, int(by_month)), start, end, YearsMonths)


def add_working_days(date: Any, days: Any) -> Any:
    """Return the date `days` working days after `date`; UNKNOWN without a calendar or for a part of a day.

    >>> add_working_days(Date(2025, 9, 30), Decimal(5))
    Date(year=2025, month=10, day=14)

    Source: Regulation on Public Holidays; the State Council's yearly holiday notices.
    """
    if isinstance(date, Interval):
        return _spread(add_working_days(_low(date), days), add_working_days(_high(date), days))
    return _date(working_days.add_working_days(_packed(date), _whole(days)))


def working_days_between(start: Any, end: Any) -> Any:
    """Return the number of working days after `start` up to and including `end`; UNKNOWN without a calendar.

    >>> working_days_between(Date(2025, 9, 30), Date(2025, 10, 14))
    Decimal('5')

    Source: Regulation on Public Holidays; the State Council's yearly holiday notices.
    """
    if isinstance(start, Interval) or isinstance(end, Interval):
        least = working_days_between(_high(start), _low(end))
        return _spread(least, working_days_between(_low(start), _high(end)))
    return _value(working_days.working_days_between(_packed(start), _packed(end)), Decimal)


def total(quantities: Any) -> Decimal | Interval:
    """Return the sum of quantities, none of which is negative; the bounds of it where not all is known.

    >>> total([Decimal("1.5"), Decimal(2)])
    Decimal('3.5')
    >>> total([Decimal(2), UNKNOWN])
    Interval(low=Decimal('2'), high=None)

    Source: convention of counting, number 5.
    """
    members, further = _members(quantities)
    known = [value for value, _ in members if isinstance(value, Decimal)]
    places = max((-int(value.as_tuple().exponent) for value in known), default=0)
    values = tuple(_scaled(value, max(places, 0)) for value, _ in members)
    certain = sum(1 << i for i, (_, sure) in enumerate(members) if sure)
    perhaps = (1 << len(members)) - 1 - certain
    low, high = totals.total(values, certain, perhaps, int(further is not None))
    result: Decimal | Interval = _bounds(low, high, lambda whole: Decimal(whole).scaleb(-max(places, 0)))
    return result


@dataclass(frozen=True, slots=True)
class Stints:
    """A list of stints as the cores take it; `items` and columns are in order of start."""

    items: tuple[Any, ...]
    columns: tuple[tuple[int, ...], tuple[int, ...], int, int]
    further: int
    template: Any

    @classmethod
    def of(cls, value: Any) -> Stints:
        """Read a FEEL value: contexts with `start` and `end`; a start that is missing or null is unknown."""
        members, template = _members(value)
        rows = sorted(
            ((_start(item), _packed(_field(item, "end")), item, sure) for item, sure in members),
            key=lambda row: row[0],
        )
        certain = sum(1 << i for i, row in enumerate(rows) if row[3])
        starts = tuple(row[0] for row in rows)
        ends = tuple(row[1] for row in rows)
        perhaps = (1 << len(rows)) - 1 - certain
        items = tuple(row[2] for row in rows)
        return cls(items, (starts, ends, certain, perhaps), further_code(template), template)


def further_code(template: Any) -> int:
    """Return what `stretches` is to know of members that are not listed, from the template of a PartialList.

    0 where there are none, the packed date by which they have ended where their `end` says so, else 1.
    """
    if template is None:
        return 0
    end = _packed(_high(_field(template, "end")))
    return end if end > codes.ABSENT else 1


def _run(core: Callable[..., tuple[int, int]], hits: Any, among: Any, complete_from_year: Any) -> Decimal | Interval:
    listed, further = _members(among)
    if isinstance(hits, Unknown):
        hits = PartialList(tuple((item, False) for item, _ in listed), {})
    found, _ = _members(hits)
    rows = sorted(
        [(_whole(_field(item, "year")), sure, True) for item, sure in found]
        + [(_whole(_field(item, "year")), sure, False) for item, sure in listed]
    )
    masks = [0, 0, 0, 0]  # hits for sure, perhaps; among for sure, perhaps
    for i, (_, sure, hit) in enumerate(rows):
        masks[(0 if hit else 2) + (0 if sure else 1)] |= 1 << i
    since = _whole(complete_from_year)
    since = HIGHEST if since <= codes.ABSENT else since
    low, high = core(tuple(row[0] for row in rows), *masks, int(further is not None), since)
    result: Decimal | Interval = _bounds(low, high, Decimal)
    return result


def _members(value: Any) -> tuple[tuple[tuple[Any, bool], ...], Any]:
    """Return the listed members with their certainty, and the template of further ones (None: none)."""
    if isinstance(value, Unknown):
        return (), {}
    if isinstance(value, PartialList):
        return value.items, value.further
    if value is None:
        return (), None
    items = value if isinstance(value, (list, tuple)) else [value]
    return tuple((item, True) for item in items), None


def _field(item: Any, name: str) -> Any:
    return item.get(name, UNKNOWN) if isinstance(item, dict) else UNKNOWN


def _start(item: Any) -> int:
    start = _packed(_field(item, "start"))
    return codes.UNKNOWN if start == codes.ABSENT else start


def _packed(value: Any) -> int:
    """Return the code of a date; what is not one exact date is UNKNOWN."""
    if value is None:
        return codes.ABSENT
    if isinstance(value, Interval) and value.low == value.high:
        value = value.low
    if isinstance(value, Date) and 1 <= value.year <= 9999:
        return pack_date(value.year, value.month, value.day)
    return codes.UNKNOWN


def _whole(value: Any) -> int:
    """Return the code of a whole number; what is not one exact whole number is UNKNOWN."""
    if value is None:
        return codes.ABSENT
    if isinstance(value, Interval) and value.low == value.high:
        value = value.low
    if isinstance(value, Decimal) and value == value.to_integral_value() and abs(value) < 2**53:
        return int(value)
    return codes.UNKNOWN


def _scaled(value: Any, places: int) -> int:
    """Return a number made whole by moving its point; what is not one exact number is UNKNOWN."""
    if value is None:
        return codes.ABSENT
    return int(value.scaleb(places)) if isinstance(value, Decimal) else codes.UNKNOWN


def _value(code: int, make: Callable[[int], Any]) -> Any:
    if code == codes.UNKNOWN:
        return UNKNOWN
    return None if code == codes.ABSENT else make(code)


def _date(code: int) -> Any:
    return _value(code, lambda packed: Date(*unpack_date(packed)))


def _bounds(low: int, high: int, make: Callable[[int], Any]) -> Any:
    if low == high:
        return make(low)
    return Interval(make(low), None if high >= HIGHEST else make(high))


def _low(value: Any) -> Any:
    return (UNKNOWN if value.low is None else value.low) if isinstance(value, Interval) else value


def _high(value: Any) -> Any:
    return (UNKNOWN if value.high is None else value.high) if isinstance(value, Interval) else value


def _between(core: Callable[[int, int], int], start: Any, end: Any, make: Callable[[int], Any]) -> Any:
    """Return a count from one date to another, which grows with the second and shrinks with the first."""
    if isinstance(start, Unknown) or isinstance(end, Unknown):
        return UNKNOWN
    if isinstance(start, Interval) or isinstance(end, Interval):
        least = _between(core, _high(start), _low(end), make)
        return _spread(make(0) if least is UNKNOWN else least, _between(core, _low(start), _high(end), make))
    return _value(core(_packed(start), _packed(end)), make)


def _spread(low: Any, high: Any) -> Any:
    """Return the interval between two values; an unknown one is an open end, both are UNKNOWN."""
    if low is None or high is None:
        return None
    if low is UNKNOWN and high is UNKNOWN:
        return UNKNOWN
    if low == high:
        return low
    return Interval(None if low is UNKNOWN else low, None if high is UNKNOWN else high)
