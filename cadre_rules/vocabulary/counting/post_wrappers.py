"""Time in a post as the interpreter calls it: FEEL values to integers, the core, and back.

In: stints with `start`, `end`, `post` and `appointed_on`; the decision date. Out: FEEL values. Nothing is counted here.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import UNKNOWN, Date, Interval, YearsMonths
from cadre_rules.vocabulary import codes
from cadre_rules.vocabulary.codes import HIGHEST, LOWEST, pack_date, unpack_date
from cadre_rules.vocabulary.counting import posts
from cadre_rules.vocabulary.counting.wrappers import Stints

if TYPE_CHECKING:
    from collections.abc import Mapping


def time_in_post(stints: Any, as_of: Date, by_month: bool = False) -> YearsMonths | Interval:
    """Return the complete months for which the post held longest, of those held now, has been held.

    >>> time_in_post([{"start": Date(2020, 2, 29), "end": None, "post": "A"}], Date(2025, 2, 28))
    YearsMonths(months=60)

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 and 7.
    """
    low, high = posts.time_in_post(*_operands(stints, as_of), int(by_month))
    if low == high:
        return YearsMonths(low)
    return Interval(YearsMonths(low), None if high >= HIGHEST else YearsMonths(high))


def held_since(stints: Any, as_of: Date) -> Any:
    """Return the date from which that time counts: a date, an Interval, UNKNOWN, or None where no post is held.

    >>> held_since([{"start": Date(2020, 3, 1), "end": None, "post": "A"}], Date(2025, 2, 28))
    Date(year=2020, month=3, day=1)

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 and 7.
    """
    low, high = posts.held_since(*_operands(stints, as_of))
    if low == codes.ABSENT:
        return None
    if high == codes.UNKNOWN:
        return UNKNOWN
    if low == high:
        return Date(*unpack_date(low))
    return Interval(None if low == LOWEST else Date(*unpack_date(low)), Date(*unpack_date(high)))


_Operands = tuple[tuple[int, ...], tuple[int, ...], tuple[int, ...], tuple[int, ...], int, int, int, int]


def _operands(stints: Any, as_of: Date) -> _Operands:
    s = Stints.of(stints)
    starts, ends, certain, perhaps = s.columns
    names: dict[str, int] = {}
    identities = tuple(_identity(item, names) for item in s.items)
    appointed = tuple(_date(item) for item in s.items)
    packed = pack_date(as_of.year, as_of.month, as_of.day)
    return (starts, ends, identities, appointed, certain, perhaps, s.further, packed)


def _identity(item: Mapping[str, Any], names: dict[str, int]) -> int:
    post = item.get("post", UNKNOWN)
    return names.setdefault(post, len(names)) if isinstance(post, str) else codes.UNKNOWN


def _date(item: Mapping[str, Any]) -> int:
    value = item.get("appointed_on", UNKNOWN)
    if isinstance(value, Date) and 1 <= value.year <= 9999:
        return pack_date(value.year, value.month, value.day)
    return codes.ABSENT if value is None else codes.UNKNOWN
