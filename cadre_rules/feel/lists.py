"""Filters: the items of a list that meet a condition, and the item at a position.

In: a list, a `PartialList` or a single value (which counts as a list of one), and a condition or a position.
Out: a list, a `PartialList`, or an item. Must not know the syntax tree. DMN 1.5, 10.3.2.5 and table 68.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.scope import Scope
from cadre_rules.feel.values import UNKNOWN, PartialList

if TYPE_CHECKING:
    from collections.abc import Callable


def as_list(value: Any) -> list[Any] | tuple[Any, ...]:
    """Return a value as a list: a single one as a list of one."""
    return value if isinstance(value, (list, tuple)) else [value]


def item_scope(item: Any, scope: Scope) -> Scope:
    """Return the scope in which a filter's condition is read for one item."""
    if not isinstance(item, dict):
        return Scope({"item": item}, scope)
    return Scope(item, scope) if "item" in item else Scope({"item": item, **item}, scope)


def by_condition(base: Any, holds: Callable[[Any], Any]) -> Any:
    """Return the items for which a condition holds; those for which it may hold belong perhaps.

    Null where the condition is neither true, false nor null for an item.
    """
    partial = base if isinstance(base, PartialList) else None
    items = partial.items if partial else tuple((item, True) for item in as_list(base))
    kept: list[tuple[Any, bool]] = []
    for item, certain in items:
        result = holds(item)
        if result is True or result is UNKNOWN:
            kept.append((item, certain and result is True))
        elif result is not False and result is not None:
            return None
    further = partial.further if partial else None
    if further is not None and holds(further) is False:
        further = None
    if further is None and all(certain for _, certain in kept):
        return [item for item, _ in kept]
    return PartialList(tuple(kept), further)


def by_position(base: Any, position: Any) -> Any:
    """Return the item at a position: from 1 on, or from the end with -1; null where there is none."""
    if position is None:
        return None
    if not isinstance(position, Decimal):
        return UNKNOWN
    if position != int(position) or position == 0:
        return None
    index = int(position)
    if isinstance(base, PartialList):
        return _of_partial(base, index)
    items = as_list(base)
    if abs(index) > len(items):
        return None
    return items[index - 1 if index > 0 else index]


def _of_partial(base: PartialList, index: int) -> Any:
    """Return an item whose position is the same whichever of the uncertain items belong."""
    items = base.items
    if index < 0 and len(items) >= -index and all(certain for _, certain in items[index:]):
        return items[index][0]
    if base.further is not None:
        return UNKNOWN
    if index > 0 and len(items) >= index and all(certain for _, certain in items[:index]):
        return items[index - 1][0]
    return None if abs(index) > len(items) else UNKNOWN
