"""Comparing values: `=`, `!=`, `<`, `<=`, `>`, `>=`, membership in ranges, and identity.

In: two FEEL values. Out: true, false, null where they cannot be compared, `UNKNOWN` where the answer depends
on what is not known. A comparison with an `Interval` is decided if it comes out alike for all values in it.
Times compare in whole seconds; of two points in time of which one has no offset, it takes the other's.
DMN 1.5, tables 53 to 55 ("Semantics of equality", "… of inequalities"). Must not know the syntax tree.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

from cadre_rules.feel.logic import Truth, conjunction, negate
from cadre_rules.feel.temporal import NANO
from cadre_rules.feel.values import (
    UNKNOWN,
    Comparable,
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
)

ORDERED: Final = (Decimal, str, Date, Time, DateTime, YearsMonths, DaysTime)
MIRRORED: Final = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}


def compare(operator: str, left: Any, right: Any) -> Truth:
    """Return `left operator right`; `operator` is one of `= != < <= > >=`."""
    if isinstance(left, Unknown) or isinstance(right, Unknown):
        return UNKNOWN
    if operator == "!=":
        return negate(compare("=", left, right))
    if left is None or right is None:
        return left is right if operator == "=" else None
    if isinstance(left, Interval) or isinstance(right, Interval):
        return _compare_intervals(operator, _interval(left), _interval(right))
    if not isinstance(left, _PLAIN) and isinstance(left, Comparable):
        return left.feel_compare(operator, right)
    if not isinstance(right, _PLAIN) and isinstance(right, Comparable):
        return right.feel_compare(MIRRORED[operator], left)
    return equal(left, right) if operator == "=" else _less(operator, left, right)


def equal(left: Any, right: Any) -> Truth:
    """Return `left = right` for values that are neither measures nor intervals themselves."""
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        if len(left) != len(right):
            return False
        return conjunction(compare("=", a, b) for a, b in zip(left, right, strict=True))
    if isinstance(left, dict) and isinstance(right, dict):
        if left.keys() != right.keys():
            return False
        return conjunction(compare("=", value, right[key]) for key, value in left.items())
    if isinstance(left, PartialList) or isinstance(right, PartialList):
        lists = (list, tuple, PartialList)
        return UNKNOWN if isinstance(left, lists) and isinstance(right, lists) else None
    if type(left) is not type(right):
        return None
    if isinstance(left, RangeValue):
        return _equal_ranges(left, right)
    if isinstance(left, (Time, DateTime)):
        return _seconds(left, right) == _seconds(right, left)
    return bool(left == right)


def _equal_ranges(left: RangeValue, right: RangeValue) -> Truth:
    """Ranges are equal if their ends are and are included alike."""
    if left.single is not right.single:
        return False
    if (left.low_included, left.high_included) != (right.low_included, right.high_included):
        return False
    ends = (compare("=", left.low, right.low), compare("=", left.high, right.high))
    return conjunction(ends)


def _less(operator: str, left: Any, right: Any) -> Truth:
    if type(left) is not type(right) or not isinstance(left, ORDERED):
        return None
    if isinstance(left, (Time, DateTime)):
        left, right = _seconds(left, right), _seconds(right, left)
    if operator == "<":
        return bool(left < right)
    if operator == "<=":
        return bool(left <= right)
    return bool(left > right) if operator == ">" else bool(left >= right)


def _seconds(value: Any, other: Any) -> int:
    """Return whole seconds on the time line; a value without an offset takes that of the other."""
    if isinstance(value, DateTime):
        local, missing = value.time.is_local, other.offset
    else:
        local, missing = value.is_local, other.offset_on(Date(1970, 1, 1))
    seconds: int = value.instant() // NANO
    return seconds - (missing or 0) if local else seconds


def _interval(value: Any) -> Interval:
    return value if isinstance(value, Interval) else Interval(value, value)


def _compare_intervals(operator: str, left: Interval, right: Interval) -> Truth:
    """Return the truth if it is the same for every choice of values within both intervals."""
    if operator in (">", ">="):
        return _compare_intervals(MIRRORED[operator], right, left)
    if operator == "=":
        never = _either(_ends("<", left.high, right.low), _ends("<", right.high, left.low))
        single = (
            _ends("=", left.low, left.high),
            _ends("=", right.low, right.high),
            _ends("=", left.low, right.low),
        )
        always: Truth = conjunction(single)
    else:
        always = _ends(operator, left.high, right.low)
        never = _ends(">=" if operator == "<" else ">", left.low, right.high)
    if always is None or never is None:
        return None
    return True if always is True else False if never is True else UNKNOWN


def _ends(operator: str, left: Any, right: Any) -> Truth:
    """Compare two ends; nothing is certain about an open one."""
    return UNKNOWN if left is None or right is None else compare(operator, left, right)


def _either(one: Truth, other: Truth) -> Truth:
    if one is None or other is None:
        return None
    return True if one is True or other is True else UNKNOWN if UNKNOWN in (one, other) else False


def in_range(value: Any, range_: RangeValue) -> Truth:
    """Return whether a value lies within a range; an end that is None is open."""
    if range_.single:
        return compare("=", value, range_.low)
    tests: list[Truth] = []
    if range_.low is not None:
        tests.append(compare(">=" if range_.low_included else ">", value, range_.low))
    if range_.high is not None:
        tests.append(compare("<=" if range_.high_included else "<", value, range_.high))
    return conjunction(tests)


def same(left: Any, right: Any) -> bool:
    """Return whether two values are the same element of FEEL's domain, in depth (the built-in `is`)."""
    if isinstance(left, (list, tuple)) and isinstance(right, (list, tuple)):
        return len(left) == len(right) and all(map(same, left, right))
    if isinstance(left, dict) and isinstance(right, dict):
        return left.keys() == right.keys() and all(same(value, right[key]) for key, value in left.items())
    return type(left) is type(right) and bool(left == right)


_PLAIN: Final = (
    str,
    bool,
    Decimal,
    list,
    tuple,
    dict,
    Date,
    Time,
    DateTime,
    YearsMonths,
    DaysTime,
    RangeValue,
    FunctionValue,
    PartialList,
)
