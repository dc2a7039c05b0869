"""A decision table that gives a value becomes one FEEL tree: choices and sums over its rows.

In: a table model with one output, a scope. Out: a typed tree, or None after keeping the faults. What the hit policies
mean is DMN 1.5, 8.2.10: U and A give null where rows that match disagree with them, C collects, C+ C< C> C# aggregate.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.tree import (
    Argument,
    Call,
    If,
    ListNode,
    Literal_,
    Logic,
    Name,
    Node,
)
from cadre_rules.feel.types import BOOLEAN, NULL, NUMBER, ListType, Optional, Type, strip_optional
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.table_cells import link_cell

if TYPE_CHECKING:
    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.models.rules import Table
    from cadre_rules.policy.texts import Texts

_TRUE = Literal_(value=True, type=BOOLEAN)
_NULL = Literal_(value=None, type=NULL)


def link_table_value(table: Table, scope: Scope, texts: Texts) -> Node | None:
    """Return the tree of a table's value."""
    if len(table.outputs) != 1:
        texts.faults.append(table.fault(messages.TABLE_ONE_OUTPUT, "outputs"))
        return None
    before = len(texts.faults)
    inputs = [texts.check(i.expression, texts.parse(i.expression), scope) for i in table.inputs]
    matches, values = [], []
    for row in table.rules:
        cells = [link_cell(i, text, scope, texts) for i, text in zip(inputs, row.when, strict=True)]
        matches.append(_all([c.tree for c in cells if c is not None and c.tree is not None]))
        checked = texts.check(row.then[0], texts.parse(row.then[0]), scope)
        values.append(checked.tree if checked else _NULL)
    default: Node = _NULL
    if table.outputs[0].default is not None:
        checked = texts.check(table.outputs[0].default, texts.parse(table.outputs[0].default), scope)
        default = checked.tree if checked else _NULL
    if len(texts.faults) > before:
        return None
    type_ = _common_type(table, [*values, default], texts)
    return _value(table, matches, values, default, type_) if type_ is not None else None


def _common_type(table: Table, values: list[Node], texts: Texts) -> Type | None:
    known = [strip_optional(v.type) for v in values if v.type is not None and v.type != NULL]
    first = known[0] if known else NULL
    for other in known:
        if other != first:
            texts.faults.append(table.fault(messages.TABLE_TYPES, "rules", found=str(other), expected=str(first)))
            return None
    if table.hit_policy in ("C+", "C<", "C>") and first != NUMBER:
        texts.faults.append(
            table.fault(messages.TABLE_NOT_NUMBER, "hit_policy", policy=table.hit_policy, found=str(first))
        )
        return None
    return first


def _value(table: Table, matches: list[Node], values: list[Node], default: Node, type_: Type) -> Node:
    rows = list(zip(matches, values, strict=True))
    policy = table.hit_policy
    if policy in ("F", "U", "A"):
        first = _first(rows, default, type_)
        return first if policy == "F" else _guarded(rows, first, type_, same_is_fine=policy == "A")
    if policy == "P":
        return _first(_by_priority(table, rows), default, type_)
    if policy in ("C", "R", "O"):
        ordered = _by_priority(table, rows) if policy == "O" else rows
        return _collected(ordered, type_)
    number = _collected(rows, type_)
    name = {"C+": "sum", "C<": "min", "C>": "max", "C#": "count"}[policy]
    result: Type = NUMBER if policy == "C#" else Optional(NUMBER)
    return _call(name, number, result=result)


def _first(rows: list[tuple[Node, Node]], default: Node, type_: Type) -> Node:
    """Return the value of the first row that matches."""
    whole = default
    optional = default is _NULL
    for match, value in reversed(rows):
        whole = If(condition=match, yes=value, no=whole, type=Optional(type_) if optional else type_)
    return whole


def _guarded(rows: list[tuple[Node, Node]], first: Node, type_: Type, *, same_is_fine: bool) -> Node:
    """Return `first`, or null where two rows match that must not match together."""
    pairs = [_all([a, b]) for i, (a, x) in enumerate(rows) for b, y in rows[i + 1 :] if not (same_is_fine and x == y)]
    if not pairs:
        return first
    clash = pairs[0] if len(pairs) == 1 else Logic(operator="or", operands=tuple(pairs), type=BOOLEAN)
    return If(condition=clash, yes=_NULL, no=first, type=Optional(type_))


def _by_priority(table: Table, rows: list[tuple[Node, Node]]) -> list[tuple[Node, Node]]:
    """Return the rows in the order of their values in the list of allowed values, highest first."""
    order = [v.text.strip().strip('"') for v in table.outputs[0].values or ()]

    def rank(row: tuple[Node, Node]) -> int:
        value = _plain(row[1])
        return order.index(value) if value in order else len(order)

    return sorted(rows, key=rank)


def _plain(node: Node) -> str:
    value: Any = node.value if isinstance(node, Literal_) else None
    return format(value, "f") if isinstance(value, Decimal) else str(value)


def _collected(rows: list[tuple[Node, Node]], type_: Type) -> Node:
    """Return the list of the values of all rows that match."""
    list_type = ListType(type_)
    empty = ListNode(items=(), type=list_type)
    parts = tuple(
        If(condition=match, yes=ListNode(items=(value,), type=list_type), no=empty, type=list_type)
        for match, value in rows
    )
    return _call("concatenate", *parts, result=list_type)


def _call(name: str, *values: Node, result: Type) -> Node:
    return Call(function=Name(name=name), arguments=tuple(Argument(value=v) for v in values), type=result)


def _all(tests: list[Node]) -> Node:
    if not tests:
        return _TRUE
    return tests[0] if len(tests) == 1 else Logic(operator="and", operands=tuple(tests), type=BOOLEAN)
