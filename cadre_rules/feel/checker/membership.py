"""`between`, `in`, and the cells of tables: whether a value is in a range, in a list, or passes tests.

In: `Between`, `In`, `UnaryTest`, `UnaryTests` nodes. Out: typed nodes. What may be compared is not decided
here.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.comparing import compare, is_null, pair, takes_hint
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import NULL_VALUE
from cadre_rules.feel.checker.relations import comparable, may_be_absent
from cadre_rules.feel.tree import Between, In, ListNode, Name, Node, Range, UnaryTest, UnaryTests, walk
from cadre_rules.feel.types import BOOLEAN, NULL, ListType, RangeType, Type, strip_optional

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow

INPUT = "?"
"""The name, inside of a table cell, of the value that the cell tests."""


def between(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `value between low and high`."""
    assert isinstance(node, Between)
    value, low = pair(flow, node.value, node.low)
    value, low = flow.need_present(value), flow.need_present(low)
    high = flow.present(node.high, type_of(value))
    compare(flow, low, ">=", value, low)
    compare(flow, high, "<=", value, high)
    return replace(node, value=value, low=low, high=high, type=BOOLEAN)


def in_(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `value in test` and `value in (test, test)`."""
    assert isinstance(node, In)
    first = node.tests[0]
    if len(node.tests) == 1 and takes_hint(flow, node.value) and not _written_out(flow, first):
        typed = flow.present(first)
        value = flow.present(node.value, _item(type_of(typed)))
        _against(flow, typed, value)
        return replace(node, value=value, tests=(typed,), type=BOOLEAN)
    value = flow.value(node.value)
    if not all(is_null(t) for t in node.tests):
        value = flow.need_present(value)
    tests = tuple(_test(flow, t, value) for t in node.tests)
    return replace(node, value=value, tests=tests, type=BOOLEAN)


def _written_out(flow: Flow, node: Node) -> bool:
    return isinstance(node, UnaryTest | Range | ListNode) or takes_hint(flow, node)


def _item(type_: Type) -> Type:
    return type_.item if isinstance(type_, ListType | RangeType) else type_


def cell(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check a table cell; the value that it tests is in scope as `?`."""
    assert isinstance(node, UnaryTests)
    value = replace(flow.infer(Name(INPUT)), span=node.span)
    tests = tuple(_test(flow, t, value) for t in node.tests)
    return replace(node, tests=tests, type=BOOLEAN)


def _test(flow: Flow, node: Node, value: Node) -> Node:
    """Check one test of `value`, which is typed."""
    wanted = strip_optional(type_of(value))
    if is_null(node):
        return replace(node, type=NULL)
    match node:
        case UnaryTest():
            return _unary(flow, node, value)
        case ListNode():
            items = tuple(_test(flow, i, value) for i in node.items)
            return replace(node, items=items, type=ListType(wanted))
    hint = RangeType(wanted) if isinstance(node, Range) else wanted
    asks = _asks(node)
    typed = flow.value(node, BOOLEAN if asks else hint)
    if asks and strip_optional(type_of(typed)) == BOOLEAN:
        return flow.need_present(typed)
    value = _needed(flow, typed, value)
    if isinstance(typed, Range):  # nothing is in a range whose ends are not in order
        typed = replace(typed, type=strip_optional(type_of(typed)))
    _against(flow, flow.need_present(typed), value)
    return typed


def _asks(node: Node) -> bool:
    """Return whether a cell is a condition about `?` rather than a value to compare it with."""
    return any(isinstance(n, Name) and n.name == INPUT for n in walk(node))


def _needed(flow: Flow, test: Node, value: Node) -> Node:
    """Tell a fault, at the test, where the value that it tests may be absent."""
    if not may_be_absent(type_of(value)):
        return value
    return flow.need_present(replace(value, span=test.span), INPUT)


def _unary(flow: Flow, node: UnaryTest, value: Node) -> Node:
    if is_null(node.operand):
        if node.operator not in ("=", "!="):
            flow.fault(node.operand, NULL_VALUE)
        return replace(node, operand=replace(node.operand, type=NULL), type=BOOLEAN)
    operand = flow.present(node.operand, strip_optional(type_of(value)))
    value = _needed(flow, node, value)
    compare(flow, operand, node.operator, value, operand)
    return replace(node, operand=operand, type=BOOLEAN)


def _against(flow: Flow, test: Node, value: Node) -> None:
    """Compare `value` with a typed test: a range, a list that may hold it, or a value."""
    found, own = type_of(test), type_of(value)
    inner = replace(test, type=_item(found))
    if isinstance(found, RangeType):
        compare(flow, test, "<=", value, inner)
    elif isinstance(found, ListType) and not isinstance(own, ListType):
        inner = replace(test, type=_item(strip_optional(found.item)))
        compare(flow, test, "=", value, inner)
    elif isinstance(found, ListType) and not comparable(own, found):
        compare(flow, test, "=", value, inner)
    else:
        compare(flow, test, "=", value, test)


def unary_value(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `< 5` as a value: a range with one open end."""
    assert isinstance(node, UnaryTest)
    operand = flow.present(node.operand, _item(hint) if hint else None)
    return replace(node, operand=operand, type=RangeType(type_of(operand)))
