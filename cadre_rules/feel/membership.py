"""Membership: whether a value meets a value that stands as a test (`x in y`, a cell), and making ranges.

In: a value and a test value: a range, a list, or a value to be equal to. Out: a truth. DMN 1.5, table 55.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final, cast

from cadre_rules.feel.comparison import compare, in_range
from cadre_rules.feel.logic import Truth, conjunction, disjunction
from cadre_rules.feel.types import Enumeration, strip_optional
from cadre_rules.feel.values import UNKNOWN, FunctionValue, Interval, PartialList, RangeValue, Unknown

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type

_UNORDERED: Final = (bool, list, tuple, dict, FunctionValue, RangeValue, PartialList)


def meets(value: Any, test: Any, type_: Type | None = None) -> Truth:
    """Return whether a value is equal to `test`, lies in it, or is a member of it."""
    if isinstance(test, Unknown):
        return UNKNOWN
    if isinstance(test, RangeValue) and not isinstance(value, RangeValue):
        ends = replace(test, low=ranked(test.low, type_), high=ranked(test.high, type_))
        return in_range(ranked(value, type_), ends)
    if isinstance(test, FunctionValue) and test.parameters == ("?",):
        return cast("Truth", test.call(value))
    if isinstance(test, (list, tuple, PartialList)):
        listed = compare("=", value, test) if isinstance(value, (list, tuple)) else False
        return True if listed is True else contains(test, value, type_)
    return compare("=", value, test)


def contains(listed: Any, value: Any, type_: Type | None = None) -> Truth:
    """Return whether a list has a member that `value` meets; a member of another type does not count."""
    if isinstance(listed, PartialList):
        further = () if listed.further is None else ((listed.further, False),)
        members = (*further, *listed.items)
        return disjunction(
            conjunction((True if certain else UNKNOWN, _is_member(value, member, type_))) for member, certain in members
        )
    return disjunction(_is_member(value, member, type_) for member in listed)


def _is_member(value: Any, member: Any, type_: Type | None) -> Truth:
    if isinstance(member, (RangeValue, FunctionValue)):
        found = meets(value, member, type_)
    else:
        found = compare("=", value, member)
    return False if found is None else found


def make_range(
    low: Any, high: Any, low_included: bool, high_included: bool, type_: Type | None = None
) -> RangeValue | None:
    """Return a range; null if its ends are unlike, cannot be ordered, or stand in the wrong order."""
    if any(isinstance(end, _UNORDERED) for end in (low, high)):
        return None
    if low is not None and high is not None and compare("<=", ranked(low, type_), ranked(high, type_)) in (None, False):
        return None
    return RangeValue(low, high, low_included, high_included)


def ranked(value: Any, type_: Type | None) -> Any:
    """Return the rank of a value of an ordered enumeration in place of its text; other values unchanged."""
    ranking = strip_optional(type_) if type_ is not None else None
    if not isinstance(ranking, Enumeration) or not ranking.ordered:
        return value
    if isinstance(value, Interval):
        return Interval(ranked(value.low, ranking), ranked(value.high, ranking))
    if not isinstance(value, str):
        return value
    found = ranking.find(value)
    return None if found is None else Decimal(found.code)
