"""The domains of `for`, `some` and `every`: which values the iterators take, one combination after another.

In: iterators, how to evaluate a domain, the scope. Out: a scope for each combination, the last iterator
turning fastest; or one value in place of a scope where a domain is null, unknown or too large.
DMN 1.5, 10.3.2.14.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.lists import as_list
from cadre_rules.feel.scope import Scope
from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, RangeValue

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Sequence

    from cadre_rules.feel.tree import Iterator_, Node

MAX_ITERATIONS: Final = 1_000_000  # more would exhaust time and memory; the result is null

_Domain = list[tuple[Any, bool]]


def combinations(
    iterators: Sequence[Iterator_],
    evaluate: Callable[[Node, Scope], Any],
    scope: Scope,
    *,
    partial: bool = False,
) -> Iterator[Any]:
    """Yield a scope for each combination of values; with `partial`, also of values that belong perhaps."""
    for count, inner in enumerate(_nested(iterators, evaluate, scope, partial=partial)):
        if count == MAX_ITERATIONS:
            yield None
            return
        yield inner


def _nested(
    iterators: Sequence[Iterator_], evaluate: Callable[[Node, Scope], Any], scope: Scope, *, partial: bool
) -> Iterator[Any]:
    if not iterators:
        yield scope
        return
    first, rest = iterators[0], iterators[1:]
    low = evaluate(first.domain, scope)
    found = _span(low, evaluate(first.end, scope)) if first.end is not None else _members(low, partial)
    if not isinstance(found, list):
        yield found
        return
    for value, certain in found:
        inner = Scope({first.name: value}, scope, certain=certain and scope.certain)
        yield from _nested(rest, evaluate, inner, partial=partial)


def _members(domain: Any, partial: bool) -> _Domain | Any:
    if domain is UNKNOWN or isinstance(domain, Interval):
        return UNKNOWN
    if isinstance(domain, PartialList):
        if not partial:
            return UNKNOWN
        further = [] if domain.further is None else [(domain.further, False)]
        return [*further, *domain.items]
    if domain is None:
        return None
    if isinstance(domain, RangeValue):
        return _of_range(domain)
    return [(item, True) for item in as_list(domain)]


def _of_range(domain: RangeValue) -> _Domain | Any:
    """Return the whole numbers or dates of a range with two ends."""
    span = _span(domain.low, domain.high)
    if not isinstance(span, list):
        return span
    if domain.low > domain.high:
        return None
    start = 0 if domain.low_included else 1
    return span[start : len(span) if domain.high_included else -1]


def _span(low: Any, high: Any) -> _Domain | Any:
    """Return the whole numbers or dates from one end to the other, downward if the first is greater."""
    if low is UNKNOWN or high is UNKNOWN or isinstance(low, Interval) or isinstance(high, Interval):
        return UNKNOWN
    if isinstance(low, Date) and isinstance(high, Date):
        first, last = low.days, high.days
        make: Callable[[int], Any] = Date.from_days
    elif isinstance(low, Decimal) and isinstance(high, Decimal) and low == int(low) and high == int(high):
        first, last, make = int(low), int(high), Decimal
    else:
        return None
    if abs(last - first) >= MAX_ITERATIONS:
        return None
    step = 1 if last >= first else -1
    return [(make(number), True) for number in range(first, last + step, step)]
