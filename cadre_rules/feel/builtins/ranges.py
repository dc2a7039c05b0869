"""Relations between points and ranges (DMN 1.5, 10.3.4.8).

Each range is seen as two cuts of the ordered line, so that every relation is a comparison of cuts: a cut is a
value and whether it stands just before it (-1), at it (0) or just after it (1). `[a` and `a]` cut at a, `(a`
just after it, `b)` just before it. A point is the range from itself to itself. Open ends are infinite.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, NamedTuple

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.comparison import compare
from cadre_rules.feel.values import RangeValue

if TYPE_CHECKING:
    from collections.abc import Callable


class Cut(NamedTuple):
    """A cut of the line; `infinite` is -1 or 1 for one beyond all values."""

    value: Any
    side: int
    infinite: int = 0


class _UnlikeError(ValueError):
    """Two values that cannot be compared."""


def _cuts(value: Any) -> tuple[Cut, Cut]:
    if not isinstance(value, RangeValue):
        return Cut(value, 0), Cut(value, 0)
    low = Cut(None, 0, -1) if value.low is None else Cut(value.low, 0 if value.low_included else 1)
    high = Cut(None, 0, 1) if value.high is None else Cut(value.high, 0 if value.high_included else -1)
    return low, high


def _order(one: Cut, other: Cut) -> int:
    """Return a negative number, zero or a positive one as the first cut is before, at or after the second."""
    if one.infinite or other.infinite:
        return one.infinite - other.infinite
    if compare("=", one.value, other.value) is True:
        return one.side - other.side
    less = compare("<", one.value, other.value)
    if not isinstance(less, bool):
        raise _UnlikeError
    return -1 if less else 1


def _before(_low1: Cut, high1: Cut, low2: Cut, _high2: Cut) -> bool:
    return _order(high1, low2) < 0


def _meets(_low1: Cut, high1: Cut, low2: Cut, _high2: Cut) -> bool:
    return _order(high1, low2) == 0 and not (high1.infinite or high1.side or low2.side)


def _overlaps(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(high1, low2) >= 0 and _order(low1, high2) <= 0


def _overlaps_before(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(low1, low2) < 0 and _order(high1, low2) >= 0 and _order(high1, high2) <= 0


def _finishes(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(high1, high2) == 0 and _order(low1, low2) >= 0


def _during(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(low1, low2) >= 0 and _order(high1, high2) <= 0


def _starts(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(low1, low2) == 0 and _order(high1, high2) <= 0


def _coincides(low1: Cut, high1: Cut, low2: Cut, high2: Cut) -> bool:
    return _order(low1, low2) == 0 and _order(high1, high2) == 0


def _declare(
    name: str, converse: str | None, relation: Callable[[Cut, Cut, Cut, Cut], bool], kinds: tuple[str, str]
) -> None:
    """Declare a relation for a pair of kinds of arguments, and its converse for the pair turned round."""

    def holds(one: Any, other: Any) -> bool:
        return relation(*_cuts(one), *_cuts(other))

    first, second = kinds
    builtin(name, _parameters(first, second))(holds)
    if converse is not None:
        builtin(converse, _parameters(second, first))(lambda one, other: holds(other, one))


def _parameters(first: str, second: str) -> str:
    """Return the parameters: `point` and `range`, numbered where both are of one kind."""
    if first == second:
        return f"{first}1: {first}, {second}2: {second}"
    return f"{first}: {first}, {second}: {second}"


POINTS, POINT_RANGE = ("point", "point"), ("point", "range")
RANGE_POINT, RANGES = ("range", "point"), ("range", "range")
for _kinds in (POINTS, POINT_RANGE, RANGE_POINT, RANGES):
    _declare("before", "after", _before, _kinds)
_declare("meets", "met by", _meets, RANGES)
_declare("overlaps", None, _overlaps, RANGES)
_declare("overlaps before", "overlaps after", _overlaps_before, RANGES)
for _kinds in (POINT_RANGE, RANGES):
    _declare("finishes", "finished by", _finishes, _kinds)
    _declare("during", "includes", _during, _kinds)
    _declare("starts", "started by", _starts, _kinds)
_declare("coincides", None, _coincides, POINTS)
_declare("coincides", None, _coincides, RANGES)
