"""Functions on lists (DMN 1.5, 10.3.4.4). Positions count from 1, and from the end with -1."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.builtins.registry import MAX_ITEMS, builtin
from cadre_rules.feel.builtins.string import slice_of
from cadre_rules.feel.comparison import compare
from cadre_rules.feel.functions import call_function
from cadre_rules.feel.membership import contains
from cadre_rules.feel.values import (
    ARITHMETIC,
    UNKNOWN,
    FunctionValue,
    Interval,
    PartialList,
)

if TYPE_CHECKING:
    from cadre_rules.feel.logic import Truth


@builtin("list contains", "list: any, element: any", partial=True)
def _list_contains(items: Any, element: Any) -> Truth:
    if isinstance(items, (list, tuple)):
        return contains(items, element)
    if items is UNKNOWN or isinstance(items, Interval):
        return UNKNOWN
    if isinstance(items, PartialList):
        return contains(items, element)
    return None if items is None else contains([items], element)


@builtin("count", "list: any", partial=True)
def _count(items: Any) -> Any:
    """Return the number of items; of a list not wholly known, the bounds of that number."""
    if items is UNKNOWN:
        return Interval(Decimal(0), None)
    if isinstance(items, PartialList):
        low = Decimal(sum(certain for _, certain in items.items))
        high = None if items.further is not None else Decimal(len(items.items))
        return low if low == high else Interval(low, high)
    if isinstance(items, (list, tuple)):
        return Decimal(len(items))
    return None if items is None else Decimal(1)


def _numbers(items: list[Any]) -> list[Decimal] | None:
    """Return the items if all are numbers."""
    return items if all(isinstance(item, Decimal) for item in items) else None


def _extreme(items: list[Any], operator: str) -> Any:
    if not items:
        return None
    best = items[0]
    for item in items:
        better = compare(operator, item, best)
        if better is None or better is UNKNOWN:
            if item is best and compare("=", item, best) is True and not isinstance(item, (bool, list, dict)):
                continue
            return better
        if better:
            best = item
    return best


@builtin("min", "list: list", spread=True)
def _min(items: list[Any]) -> Any:
    return _extreme(items, "<")


@builtin("max", "list: list", spread=True)
def _max(items: list[Any]) -> Any:
    return _extreme(items, ">")


@builtin("sum", "list: list", spread=True)
def _sum(items: list[Any]) -> Decimal | None:
    numbers = _numbers(items)
    if not numbers:
        return None
    total = Decimal(0)
    for number in numbers:
        total = ARITHMETIC.add(total, number)
    return total


@builtin("product", "list: list", spread=True)
def _product(items: list[Any]) -> Decimal | None:
    numbers = _numbers(items)
    if not numbers:
        return None
    total = Decimal(1)
    for number in numbers:
        total = ARITHMETIC.multiply(total, number)
    return total


@builtin("mean", "list: list", spread=True)
def _mean(items: list[Any]) -> Decimal | None:
    total = _sum(items)
    return None if total is None else ARITHMETIC.divide(total, Decimal(len(items)))


@builtin("median", "list: list", spread=True)
def _median(items: list[Any]) -> Decimal | None:
    numbers = _numbers(items)
    if not numbers:
        return None
    ordered = sorted(numbers)
    middle = len(ordered) // 2
    if len(ordered) % 2:
        return ordered[middle]
    return ARITHMETIC.divide(ARITHMETIC.add(ordered[middle - 1], ordered[middle]), Decimal(2))


@builtin("stddev", "list: list", spread=True)
def _stddev(items: list[Any]) -> Decimal | None:
    """Return the standard deviation of a sample; null for fewer than two numbers."""
    mean = _mean(items)
    if mean is None or len(items) < 2:
        return None
    total = Decimal(0)
    for number in items:
        distance = ARITHMETIC.subtract(number, mean)
        total = ARITHMETIC.add(total, ARITHMETIC.multiply(distance, distance))
    return ARITHMETIC.sqrt(ARITHMETIC.divide(total, Decimal(len(items) - 1)))


@builtin("mode", "list: list", spread=True)
def _mode(items: list[Any]) -> list[Decimal] | None:
    """Return the numbers that occur most often, in ascending order."""
    numbers = _numbers(items)
    if numbers is None:
        return None
    counts: dict[Decimal, int] = {}
    for number in numbers:
        counts[number] = counts.get(number, 0) + 1
    most = max(counts.values(), default=0)
    return sorted(number for number, count in counts.items() if count == most)


@builtin("sublist", "list: list, start position: number, length?: number", structural=True)
def _sublist(items: list[Any], start: Decimal, length: Decimal | None) -> list[Any] | None:
    part = slice_of(len(items), start, length)
    return None if part is None else list(items[part])


@builtin("append", "list: list, item...: any", structural=True)
def _append(items: list[Any], *more: Any) -> list[Any]:
    return [*items, *more]


@builtin("concatenate", "list...: list", structural=True)
def _concatenate(*lists: list[Any]) -> list[Any]:
    return [item for items in lists for item in items]


def _index(items: list[Any], position: Decimal) -> int | None:
    """Return the offset of a position, None if the list has no such position."""
    part = slice_of(len(items), position, None)
    return None if part is None else part.start


@builtin("insert before", "list: list, position: number, newItem: any", structural=True)
def _insert_before(items: list[Any], position: Decimal, item: Any) -> list[Any] | None:
    index = _index(items, position)
    return None if index is None else [*items[:index], item, *items[index:]]


@builtin("remove", "list: list, position: number", structural=True)
def _remove(items: list[Any], position: Decimal) -> list[Any] | None:
    index = _index(items, position)
    return None if index is None else [*items[:index], *items[index + 1 :]]


@builtin("list replace", "list: list, position: number, newItem: any", structural=True)
def _replace_at(items: list[Any], position: Decimal, item: Any) -> list[Any] | None:
    index = _index(items, position)
    return None if index is None else [*items[:index], item, *items[index + 1 :]]


@builtin("list replace", "list: list, match: function, newItem: any")
def _replace_matching(items: list[Any], match: FunctionValue, new: Any) -> Any:
    """Replace the items for which `match(item, newItem)` is true; null if it is no truth for one of them."""
    replaced: list[Any] = []
    for item in items:
        matches = call_function(match, [(None, item), (None, new)])
        if matches is UNKNOWN:
            return UNKNOWN
        if not isinstance(matches, bool):
            return None
        replaced.append(new if matches else item)
    return replaced


@builtin("reverse", "list: list", structural=True)
def _reverse(items: list[Any]) -> list[Any]:
    return list(reversed(items))


@builtin("index of", "list: list, match: any")
def _index_of(items: list[Any], match: Any) -> list[Decimal]:
    return [Decimal(i) for i, item in enumerate(items, 1) if compare("=", item, match) is True]


def _distinct(items: list[Any]) -> list[Any]:
    kept: list[Any] = []
    for item in items:
        if not any(compare("=", item, other) is True for other in kept):
            kept.append(item)
    return kept


@builtin("union", "list...: list")
def _union(*lists: list[Any]) -> list[Any]:
    return _distinct(_concatenate(*lists))


@builtin("distinct values", "list: list")
def _distinct_values(items: list[Any]) -> list[Any]:
    return _distinct(items)


@builtin("flatten", "list: list", structural=True)
def _flatten(items: list[Any]) -> Any:
    flat: list[Any] = []
    waiting = list(reversed(items))
    while waiting:
        item = waiting.pop()
        if isinstance(item, (list, tuple)):
            waiting.extend(reversed(item))
        elif isinstance(item, PartialList) or item is UNKNOWN:
            return UNKNOWN
        elif len(flat) == MAX_ITEMS:
            return None
        else:
            flat.append(item)
    return flat
