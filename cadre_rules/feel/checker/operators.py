"""Arithmetic, logic and type tests.

In: `Arithmetic`, `Negation`, `Logic`, `InstanceOf` nodes. Out: typed nodes. Results of arithmetic: DMN 1.5,
tables 45 to 50; a date and a date and time are not mixed here, because the standard's midnight is not a fact.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker import facts
from cadre_rules.feel.checker.describe import called, near, truth
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.mending import mend_alternative, mend_arithmetic
from cadre_rules.feel.checker.messages import (
    ALWAYS,
    ARITHMETIC,
    MAY_BE_ZERO,
    NOT_A_CONDITION,
    OTHER_TYPE,
    UNKNOWN_TYPE,
    ZERO,
)
from cadre_rules.feel.checker.relations import ERROR, fits, optional, unify
from cadre_rules.feel.signatures.build import AMOUNT
from cadre_rules.feel.temporal import DaysTime, YearsMonths
from cadre_rules.feel.temporal_text import parse_date, parse_date_time, parse_duration, parse_time
from cadre_rules.feel.tree import Arithmetic, Call, InstanceOf, Literal_, Logic, Name, Negation, Node
from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NULL,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Optional,
    Type,
    strip_optional,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.feel.checker.flow import Flow

_MOVED = (
    (DATE, YEARS_MONTHS),
    (DATE, DAYS_TIME),
    (DATE_TIME, YEARS_MONTHS),
    (DATE_TIME, DAYS_TIME),
    (TIME, DAYS_TIME),
)
_SCALED = (YEARS_MONTHS, DAYS_TIME)
_TABLE: dict[str, dict[tuple[Type, Type], Type]] = {
    "+": {
        **{(t, t): t for t in (NUMBER, STRING, YEARS_MONTHS, DAYS_TIME)},
        **{(point, by): point for point, by in _MOVED},
        **{(by, point): point for point, by in _MOVED},
    },
    "-": {
        **{(t, t): t for t in (NUMBER, YEARS_MONTHS, DAYS_TIME)},
        **{(t, t): DAYS_TIME for t in (DATE, DATE_TIME, TIME)},
        **{(point, by): point for point, by in _MOVED},
    },
    "*": {(NUMBER, NUMBER): NUMBER, **{(t, NUMBER): t for t in _SCALED}, **{(NUMBER, t): t for t in _SCALED}},
    "/": {(NUMBER, NUMBER): NUMBER, **{(t, NUMBER): t for t in _SCALED}, **{(t, t): NUMBER for t in _SCALED}},
    "**": {(NUMBER, NUMBER): NUMBER},
}
_MAX_POWER = 100  # higher powers may be too large for a number
_READ: dict[str, Callable[[str], Any]] = {
    "date": parse_date,
    "time": parse_time,
    "date and time": parse_date_time,
    "duration": parse_duration,
}
_TESTS: dict[Type, str] = {YEARS_MONTHS: '!= @"P0M"', DAYS_TIME: '!= @"PT0S"'}
_TYPE_NAMES = tuple(str(t) for t in (NUMBER, STRING, BOOLEAN, DATE, TIME, DATE_TIME, YEARS_MONTHS, DAYS_TIME))


def arithmetic(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `left op right`."""
    assert isinstance(node, Arithmetic)
    left, right = flow.present(node.left), flow.present(node.right)
    node = replace(node, left=left, right=right)
    a, b = type_of(left), type_of(right)
    if ERROR in (a, b):
        return replace(node, type=ERROR)
    result = _TABLE[node.operator].get((a, b))
    if result is None:
        return flow.fault(
            node,
            ARITHMETIC,
            left=called(a),
            right=called(b),
            operator=node.operator,
            suggestion=mend_arithmetic(flow, left, right),
        )
    if node.operator == "/":
        divisor(flow, right)
    if node.operator == "**" and not _safe_power(flow, left, right):
        result = optional(result)
    return replace(node, type=result)


def divisor(flow: Flow, node: Node) -> None:
    """Tell a fault where the typed `node` is zero, or may be."""
    value = constant(node)
    if value == 0:
        flow.fault(node, ZERO)
    elif value is None and facts.not_zero(node) not in flow.known:
        flow.fault(node, MAY_BE_ZERO, text=flow.text(node), test=_TESTS.get(type_of(node), "!= 0"))


def written_value(node: Node) -> Any:
    """Return the value that is written out, `date("…")` and the like included; None for any other node."""
    match node:
        case Literal_(value=value):
            return value
        case Call(function=Name(name=name), arguments=(only,)) if name in _READ:
            text = only.value.value if isinstance(only.value, Literal_) else None
            return _READ[name](text) if isinstance(text, str) else None
        case Negation(operand=operand):
            number = constant(operand)
            return None if number is None else -number
    return None


def constant(node: Node) -> Decimal | None:
    """Return the number that is written out; of a duration its months or seconds."""
    match written_value(node):
        case Decimal() as value:
            return value
        case YearsMonths(months=months):
            return Decimal(months)
        case DaysTime(seconds=seconds):
            return seconds
    return None


def _safe_power(flow: Flow, base: Node, exponent: Node) -> bool:
    power = constant(exponent)
    if power is None or power != power.to_integral_value() or abs(power) > _MAX_POWER:
        return False
    number = constant(base)
    return power > 0 or (number is not None and number != 0) or facts.not_zero(base) in flow.known


def negation(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `-operand`."""
    assert isinstance(node, Negation)
    operand = flow.present(node.operand)
    node, found = replace(node, operand=operand), type_of(operand)
    if found in (NUMBER, YEARS_MONTHS, DAYS_TIME, ERROR):
        return replace(node, type=found)
    return flow.fault(operand, OTHER_TYPE, expected=called(AMOUNT), found=called(found))


def logic(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `a and b`, `a or b`: what the first ones tell is known in those that follow."""
    assert isinstance(node, Logic)
    typed: list[Node] = []
    after = facts.when_true if node.operator == "and" else facts.when_false
    for operand in node.operands:
        before = typed[-1] if typed and node.operator == "or" else None
        typed.append(condition(flow, operand, before))
        flow = flow.knowing(after(typed[-1]))
    return replace(node, operands=tuple(typed), type=BOOLEAN)


def condition(flow: Flow, node: Node, before: Node | None = None) -> Node:
    """Infer a value that has to be true or false; `before` is the alternative that stands before it."""
    typed = flow.value(node, BOOLEAN)
    found = type_of(typed)
    if strip_optional(found) in (BOOLEAN, NULL, ERROR):
        return flow.need_present(typed)
    mended = mend_alternative(flow, before, typed)
    return flow.fault(typed, NOT_A_CONDITION, found=called(found), suggestion=mended)


def instance_of(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `value instance of type`; what is always true or always false is a warning."""
    assert isinstance(node, InstanceOf)
    value = flow.infer(node.value)
    node = replace(node, value=value, type=BOOLEAN)
    found, wanted = type_of(value), node.of
    if wanted is None:
        known = "、".join(_TYPE_NAMES), ", ".join(_TYPE_NAMES)
        text = node.of_text or flow.text(node)
        start = flow.exact(node).rfind(text)
        span = node.span if start < 0 else type(node.span)(node.span.start + start, node.span.end)
        return flow.fault(
            node,
            UNKNOWN_TYPE,
            name=text,
            known=Text(*known),
            suggestion=near(text, _TYPE_NAMES),
            span=span,
        )
    if strip_optional(found) in (ANY, ERROR) or wanted == ANY:
        return node
    verdict = _always(found, wanted)
    if verdict is not None:
        flow.fault(node, ALWAYS, truth=truth(verdict), text=flow.text(value), type=called(found))
    return node


def _always(found: Type, wanted: Type) -> bool | None:
    if unify(strip_optional(found), wanted) is None:
        return False
    if fits(found, wanted) and not isinstance(found, Optional):
        return True
    return None
