"""What shapes need of lists that FEEL cannot say: it cannot ask whether a value is known.

In: lists that may hold unknown values. Out: lists. These functions are for the shapes of the policy language; authors
cannot call them.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.types import ANY, BOOLEAN, FormalParameter, ListType, Optional, Signature
from cadre_rules.feel.values import UNKNOWN, Interval, PartialList

if TYPE_CHECKING:
    from collections.abc import Callable


@dataclass(frozen=True, slots=True)
class Arranging:
    """One such function: what the type checker knows of it, and what it does."""

    signature: Signature
    call: Callable[..., Any]


def arranged(rows: Any, keys: Any, highest_first: Any) -> Any:
    """Return rows in the order of their keys, those without a key last; as they are where a key is not known."""
    if not isinstance(rows, (list, tuple)) or not isinstance(keys, (list, tuple)) or len(rows) != len(keys):
        return rows
    if any(not _known(key) for key in keys):
        return list(rows)
    pairs = [(key, row) for key, row in zip(keys, rows, strict=True) if key is not None]
    last = [row for key, row in zip(keys, rows, strict=True) if key is None]
    ordered = sorted(pairs, key=lambda pair: pair[0], reverse=highest_first is True)
    return [*(row for _, row in ordered), *last]


def known_values(items: Any) -> Any:
    """Return the different values of a list that are known, each once, as they come."""
    if items is UNKNOWN or items is None:
        return items
    listed = [item for item, _ in items.items] if isinstance(items, PartialList) else list(items)
    found: list[Any] = []
    for item in listed:
        if _known(item) and item not in found:
            found.append(item)
    return found


def perhaps_more(rows: Any, keys: Any) -> Any:
    """Return rows as they are, or as a list that may have further rows where a key is not known."""
    if not isinstance(rows, (list, tuple)) or not isinstance(keys, (list, tuple)) or all(_known(k) for k in keys):
        return rows
    columns = rows[0] if rows else ("value", "names", "row", "column", "count")
    return PartialList(tuple((row, True) for row in rows), dict.fromkeys(columns, UNKNOWN))


def lacking(value: Any) -> bool:
    """Return whether a value is not there: known to be absent, or not known."""
    return value is None or not _known(value)


def _known(value: Any) -> bool:
    return value is not UNKNOWN and not isinstance(value, (Interval, PartialList))


_LIST = FormalParameter("list", ListType(Optional(ANY)))

ARRANGING: Final[dict[str, Arranging]] = {
    made.signature.name: made
    for made in (
        Arranging(
            Signature(
                "arranged",
                "按序排列",
                (_LIST, FormalParameter("keys", ListType(Optional(ANY))), FormalParameter("highest first", BOOLEAN)),
                lambda types: types[0],
            ),
            arranged,
        ),
        Arranging(Signature("known values", "已知各值", (_LIST,), lambda types: types[0]), known_values),
        Arranging(
            Signature(
                "perhaps more",
                "可能还有",
                (_LIST, FormalParameter("keys", ListType(Optional(ANY)))),
                lambda types: types[0],
            ),
            perhaps_more,
        ),
        Arranging(Signature("lacking", "缺项", (FormalParameter("value", Optional(ANY)),), BOOLEAN), lacking),
    )
}
