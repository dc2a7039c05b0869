"""Age in complete years.

In: packed dates. Out: a number of years. UNKNOWN and ABSENT pass through. It must not know of persons.
int64 only, so that numba can compile it as it stands.
"""

from __future__ import annotations

from cadre_rules.vocabulary.codes import ABSENT
from cadre_rules.vocabulary.counting.calendar import floor_month, months_complete


def age(birth: int, on: int, by_month: int) -> int:
    """Return the complete years from `birth` to the date `on` (周岁); 0 before the first birthday.

    A year is complete on the birthday; for those born on 29 February, in other years, on 28 February
    (conventions, number 1; Civil Code 202). `by_month` looks at year and month only, as appointment forms do.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> born = pack_date(1984, 2, 29)
    >>> [age(born, pack_date(2019, 2, day), 0) for day in (27, 28)], age(born, pack_date(2019, 2, 1), 1)
    ([34, 35], 35)

    Source: Civil Code, articles 201 and 202; conventions of counting, number 1.
    """
    if by_month:
        birth = floor_month(birth)
        on = floor_month(on)
    months = months_complete(birth, on)
    return months if months <= ABSENT else months // 12


def complete_months(start: int, end: int, by_month: int) -> int:
    """Return how many months are complete on `end`, counted from `start`; see `calendar.months_complete`.

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> [complete_months(pack_date(2024, 1, 31), pack_date(2024, 2, 28), by_month) for by_month in (0, 1)]
    [0, 1]

    Source: Civil Code, articles 201 and 202; conventions of counting, number 1.
    """
    if by_month:
        return months_complete(floor_month(start), floor_month(end))
    return months_complete(start, end)
