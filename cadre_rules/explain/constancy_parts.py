"""Parts of trees and values that the reading of when tests can change is made of.

In: nodes, FEEL values. Out: what a comparison compares, what is written out, spans, dates.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel import interpret
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import ContextType, ListType, strip_optional
from cadre_rules.feel.values import Date, DaysTime, Interval, PartialList, YearsMonths

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.feel.tree import Node


def fields(base: Node) -> tuple[str, ...]:
    """Return the names of the facts of a list's items."""
    type_ = strip_optional(base.type) if base.type else None
    item = type_.item if isinstance(type_, ListType) else None
    return ("item", *(f.en for f in item.fields)) if isinstance(item, ContextType) else ("item",)


def pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield what a comparison compares with what."""
    match node:
        case feel.Comparison():
            yield node.left, node.right
        case feel.Between():
            yield from ((node.value, node.low), (node.value, node.high))
        case feel.In():
            for test in node.tests:
                ends = feel.children(test) if isinstance(test, (feel.Range, feel.UnaryTest)) else (test,)
                yield from ((node.value, end) for end in ends)


def span_of(value: Any) -> tuple[int, int] | None:
    """Return a span as months and days; None for what is no span of whole days."""
    if isinstance(value, YearsMonths):
        return value.months, 0
    return (0, int(value.seconds // 86400)) if isinstance(value, DaysTime) else None


def constant(node: Node) -> Any:
    """Return the value of what is written out: a literal, or a call over literals."""
    if isinstance(node, feel.Literal_):
        return node.value
    if isinstance(node, feel.Call) and all(isinstance(a.value, feel.Literal_) for a in node.arguments):
        return interpret(node, {})
    return None


def dates(value: Any) -> Iterator[Date]:
    """Yield every date in facts, ends of intervals among them."""
    if isinstance(value, Date):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from dates(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from dates(part)
    elif isinstance(value, PartialList):
        yield from dates([item for item, _ in value.items])
        yield from dates(value.further) if value.further is not None else ()
    elif isinstance(value, Interval):
        yield from dates([value.low, value.high])
