"""Total service: the union of the days of several stints, and its comparison with a span of years and months.

In: the columns of a list of stints (packed dates), masks of the stints that count, the decision date.
Out: a pair (low, high) of packed measures; truth codes for comparisons. It must not know what the stints are.
int64 only, so that numba can compile it as it stands. The rules are conventions 1 to 3 and 7:

- a stint's end is its last day served; an ABSENT end is "still in post", an UNKNOWN end any day from the
  start on;
- service counts up to the day *before* the decision date: planned time is not served time;
- several stints count as the union of their days, each day once;
- the requirement of N months is the number of days *from the first day counted to its N-month anniversary*
  (Civil Code 201, 202), so that one unbroken stretch agrees with the calendar and an answer never flips back.

A **measure** is `months << 48 | days << 24 | first day`: the days counted, and the first of them (packed; 0
where there is none). `months` is 0 unless the policy counts by month: there it is the number of calendar
months counted, `days` are the days of those months, and N months counted satisfy a span of N months.

Why `low` and `high` decide every completion
--------------------------------------------
A completion chooses which perhaps members count and where unknown ends lie. It counts a set of days D with
L <= D <= H, where L (certain members, unknown ends at their start) and H (all members, unknown ends never
ending) are completions themselves. Write R(f) for the requirement from the first day f; D meets it if
|D| >= R(first(D)).

- *By month*, R is N for every f, so meeting it is monotone in D: all meet it if L does, none if H does not.
- *By day, whole years*: a span of N years has 365 N days and its leap days. Within LEAP_FROM..LEAP_UNTIL each
  fourth year is a leap year, so two spans of N years differ by one day at most. If D' adds days to D and
  begins earlier, it has one day more at least, and R(first(D')) <= R(first(D)) + 1; if it does not begin
  earlier, R is the same. So meeting it is monotone here too: L decides "all", H decides "none", and the
  answer is exact.
- *By day, other spans* (half a year has 181 to 184 days): exact where L and H begin on the same day. Else the
  answer is "all" only if L meets its own requirement, and one day more than L the longest there is; "none"
  only if H fails its own, and one day less than H the shortest there is. A completion with another first day
  than L (H) has a day more (less) at least; so this is sound, if sometimes undecided without need.
- Outside LEAP_FROM..LEAP_UNTIL (a century that is no leap year) whole years are treated as other spans are.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.vocabulary.codes import ABSENT, FALSE, HIGHEST, MAYBE, NOT, TRUE, UNKNOWN
from cadre_rules.vocabulary.counting.calendar import (
    add_months,
    day_number,
    floor_month,
    months_complete,
    packed_of,
)

if TYPE_CHECKING:
    from collections.abc import Sequence

FIRST_BITS: Final = 24
FIRST_MASK: Final = (1 << 24) - 1
MONTHS_SHIFT: Final = 48
DAYS_MASK: Final = (1 << 24) - 1
LEAP_FROM: Final = (1900 * 12 + 2) * 32 + 1  # 1 March 1900
LEAP_UNTIL: Final = (2100 * 12 + 1) * 32 + 27  # 27 February 2100: a day later, spans from a 29 February fall short


def service(
    starts: Sequence[int],
    ends: Sequence[int],
    certain: int,
    perhaps: int,
    further: int,
    as_of: int,
    by_month: int,
) -> tuple[int, int]:
    """Return the least and the greatest service on the decision date `as_of`, as measures.

    `starts` and `ends` are packed, items in order of start; bit i of `certain` says that item i counts, of
    `perhaps` that it may. `further` says that there may be earlier stints that are not listed: then the
    greatest is HIGHEST, as it is where a member's start is UNKNOWN. A stint that ends before it begins, or
    begins on or after `as_of`, counts nothing. `by_month` floors the half-open stint [start, day after the
    end) and `as_of` to their months.

    Two full years at the grassroots, in two stretches; the requirement from 2018-03-01 is 731 days:

    >>> from cadre_rules.vocabulary.codes import ABSENT, pack_date
    >>> starts = (pack_date(2018, 3, 1), pack_date(2022, 1, 1))
    >>> ends = (pack_date(2019, 2, 28), ABSENT)
    >>> low, high = service(starts, ends, 0b11, 0, 0, pack_date(2023, 1, 2), 0)
    >>> low == high, service_days(low), service_missing_days(low, 24)
    (True, 731, 0)

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 to 3 and 7.
    """
    low = _union(starts, ends, certain, as_of, by_month, 0)
    members = certain | perhaps
    unlimited = further != 0
    known = members == certain
    for i in range(len(starts)):
        if members >> i & 1:
            unlimited = unlimited or starts[i] <= ABSENT
            known = known and ends[i] != UNKNOWN
    if unlimited:
        return low, HIGHEST
    if known:
        return low, low
    high = _union(starts, ends, members, as_of, by_month, 1)
    if as_of > LEAP_UNTIL and not by_month and (low ^ high) & FIRST_MASK:
        return low, HIGHEST  # beyond the argument above: give up the upper bound, never the soundness
    return low, high


def _union(starts: Sequence[int], ends: Sequence[int], members: int, as_of: int, by_month: int, latest: int) -> int:
    """Return the measure of the members' days; unknown ends are the start, or where `latest` never come."""
    limit = day_number(as_of)
    through = -HIGHEST  # the first day that is not counted yet
    first = 0
    days = 0
    months = 0
    for i in range(len(starts)):
        if not members >> i & 1 or starts[i] <= ABSENT:
            continue
        begin = starts[i]
        since = day_number(begin)
        until = limit
        if ends[i] > ABSENT:
            until = day_number(ends[i]) + 1
        elif ends[i] == UNKNOWN and not latest:
            until = since + 1
        until = limit if until > limit else until
        if by_month:
            begin = floor_month(begin)
            since = day_number(begin)
            until = day_number(floor_month(packed_of(until)))
        since = through if since < through else since
        if since < until:
            if days == 0:
                first = begin
            days += until - since
            through = until
            if by_month:
                months += packed_of(until) // 32 - packed_of(since) // 32
    return months << MONTHS_SHIFT | days << FIRST_BITS | first


def service_days(value: int) -> int:
    """Return the number of days of a measure; HIGHEST stays HIGHEST."""
    return HIGHEST if value >= HIGHEST else value >> FIRST_BITS & DAYS_MASK


def service_first(value: int) -> int:
    """Return the first day counted (packed); ABSENT where no day is, UNKNOWN where `value` is HIGHEST."""
    if value >= HIGHEST:
        return UNKNOWN
    return ABSENT if value == 0 else value & FIRST_MASK


def service_months(value: int) -> int:
    """Return the whole months of a measure: counted ones, or those whose requirement its days meet."""
    if value >= HIGHEST:
        return HIGHEST
    if value == 0:
        return 0
    if value >> MONTHS_SHIFT:
        return value >> MONTHS_SHIFT
    first = value & FIRST_MASK
    return months_complete(first, packed_of(day_number(first) + (value >> FIRST_BITS)))


def service_parts(value: int) -> tuple[int, int, int, int]:
    """Return (years, months, days, total days) of a measure for display.

    The largest number of whole months whose requirement is met, as years and months, and the days left over;
    counting by month leaves no days over. A value of HIGHEST is (HIGHEST, 0, 0, HIGHEST).

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> service_parts(400 << 24 | pack_date(2021, 3, 1))
    (1, 1, 4, 400)
    """
    if value >= HIGHEST:
        return HIGHEST, 0, 0, HIGHEST
    months = service_months(value)
    days = value >> FIRST_BITS & DAYS_MASK
    rest = 0 if value == 0 or value >> MONTHS_SHIFT else days - _requirement(value & FIRST_MASK, months)
    return months // 12, months % 12, rest, days


def service_missing_days(value: int, months: int, as_of: int = UNKNOWN) -> int:
    """Return how many days more are needed for `months`; 0 where they are met.

    Where no day is counted yet the requirement has no first day: it is taken from `as_of`, as if service
    began then, and without one the answer is UNKNOWN. Counting by month, the months that are missing are
    taken to follow those served. UNKNOWN months give UNKNOWN.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> service_missing_days(700 << 24 | pack_date(2020, 2, 29), 24)
    30
    """
    if months <= ABSENT:
        return UNKNOWN
    if months <= 0 or value >= HIGHEST:
        return 0
    if value == 0:
        return UNKNOWN if as_of <= ABSENT else _requirement(as_of, months)
    first = value & FIRST_MASK
    counted = value >> MONTHS_SHIFT
    served = _requirement(first, counted) if counted else value >> FIRST_BITS
    needed = _requirement(first, months)
    return needed - served if needed > served else 0


def service_missing_months(value: int, months: int) -> int:
    """Return how many whole months more are needed for `months`, for a policy that counts by month."""
    if months <= ABSENT:
        return UNKNOWN
    served = service_months(value)
    return months - served if months > served else 0


def service_at_least(low: int, high: int, months: int) -> int:
    """Return the truth code of `service >= months`, for a service that lies between two measures.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> first = pack_date(2020, 2, 29)
    >>> [service_at_least(d << 24 | first, d << 24 | first, 12) for d in (364, 365)]
    [0, 3]
    """
    return _reaches(low, high, months, 0)


def service_more_than(low: int, high: int, months: int) -> int:
    """Return the truth code of `service > months`: a day (counting by month, a month) more than required."""
    return _reaches(low, high, months, 1)


def service_less_than(low: int, high: int, months: int) -> int:
    """Return the truth code of `service < months`."""
    return NOT[_reaches(low, high, months, 0)]


def service_at_most(low: int, high: int, months: int) -> int:
    """Return the truth code of `service <= months`."""
    return NOT[_reaches(low, high, months, 1)]


def service_equals(low: int, high: int, months: int) -> int:
    """Return the truth code of `service = months`: exactly as many days (months) as required.

    Sound; where both bounds leave room, MAYBE, even if no completion happens to have just that many.
    """
    return service_at_least(low, high, months) & service_at_most(low, high, months)


def service_differs(low: int, high: int, months: int) -> int:
    """Return the truth code of `service != months`."""
    return service_less_than(low, high, months) | service_more_than(low, high, months)


def _requirement(first: int, months: int) -> int:
    """Return the number of days from `first` to its anniversary `months` months later."""
    return day_number(add_months(first, months)) - day_number(first)


def _meets(value: int, months: int, more: int) -> bool:
    """Return whether a measure has what `months` months (more than 0) require, and `more` units beyond it."""
    if value >> MONTHS_SHIFT:
        return value >> MONTHS_SHIFT >= months + more
    return value != 0 and value >> FIRST_BITS >= _requirement(value & FIRST_MASK, months) + more


def _reaches(low: int, high: int, months: int, more: int) -> int:
    """Return the truth code of "the requirement and `more` units are met"; see the module's argument."""
    if months <= ABSENT:
        return MAYBE
    if months < 0 or months + more == 0:
        return TRUE
    if months == 0:
        return TRUE if low != 0 else FALSE if high == 0 else MAYBE
    if high < HIGHEST and not _meets(high, months, more):
        return FALSE if low == high or _fails_later(low, high, months, more) else MAYBE
    if _meets(low, months, more):
        return TRUE if low == high or _meets_earlier(low, high, months, more) else MAYBE
    return MAYBE


def _meets_earlier(low: int, high: int, months: int, more: int) -> bool:
    """Return whether every completion that begins before `low` does meets the requirement, as `low` does."""
    first = low & FIRST_MASK
    if low >> MONTHS_SHIFT or (high < HIGHEST and high & FIRST_MASK == first):
        return True
    if months % 12 == 0 and first >= LEAP_FROM and add_months(first, months) <= LEAP_UNTIL:
        return True  # what follows would say the same, in more time
    return (low >> FIRST_BITS) + 1 >= _longest(months) + more


def _fails_later(low: int, high: int, months: int, more: int) -> bool:
    """Return whether every completion that begins after `high` does fails the requirement, as `high` does."""
    first = high & FIRST_MASK
    if high >> MONTHS_SHIFT or high == 0 or (low != 0 and low & FIRST_MASK == first):
        return True
    if months % 12 == 0 and first >= LEAP_FROM:  # `service` has seen to it that no day is after LEAP_UNTIL
        return True
    return (high >> FIRST_BITS) - 1 < _shortest(months) + more


def _longest(months: int) -> int:
    """Return the greatest number of days that `months` months have, from any day."""
    found = 0
    for month in range(24_000, 24_048):  # four years with a leap year: 2000 to 2003
        span = _requirement(month * 32 + 1, months)
        found = span if span > found else found
    return found


def _shortest(months: int) -> int:
    """Return a number of days that `months` months have at least, from any day.

    Where the last month is too short for the corresponding day, the span is at least as long as one from the
    first day of the month that follows its beginning; so first days suffice.
    """
    found = HIGHEST
    for month in range(24_000, 24_048):
        span = _requirement(month * 32 + 1, months)
        found = span if span < found else found
    return found - months // 1200 - 1  # centuries without a leap day
