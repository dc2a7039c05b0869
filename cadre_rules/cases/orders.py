"""Ordered comparisons in trees: where they are, whether a value stands on the boundary of one, and what hangs on it.

In: typed trees, values, the facts of a case. Out: truths. A step is one for whole numbers, one day for dates and spans
of days, the next value for enumerations that have an order. It knows no rule.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.engine.reference import Reference
from cadre_rules.feel import tree as feel
from cadre_rules.feel.comparison import compare
from cadre_rules.feel.interpret import Interpreter
from cadre_rules.feel.membership import ranked
from cadre_rules.feel.scope import Scope
from cadre_rules.feel.values import Date, DaysTime

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping
    from datetime import date

    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.plan.steps import Plan

ORDERED = ("<", "<=", ">", ">=")
_DAY = Decimal(86400)


def is_ordered(node: Node) -> bool:
    """Return whether a node compares in an order: `<`, `<=`, `>`, `>=`, `between`, `in` a range."""
    match node:
        case feel.Comparison():
            return node.operator in ORDERED
        case feel.Between():
            return True
        case feel.In():
            return any(
                isinstance(t, feel.Range) or (isinstance(t, feel.UnaryTest) and t.operator in ORDERED)
                for t in node.tests
            )
    return False


def at_boundary(operator: str, left: Any, right: Any, type_: Type | None) -> bool:
    """Return whether two values are equal, or one step of the left one would change `left operator right`."""
    left, right = ranked(left, type_), ranked(right, type_)
    now = compare(operator, left, right)
    if not isinstance(now, bool):
        return False
    return compare("=", left, right) is True or any(
        isinstance(then := compare(operator, near, right), bool) and then is not now for near in _steps(left)
    )


def _steps(value: Any) -> Iterator[Any]:
    """Yield the values one step below and above."""
    if isinstance(value, Decimal) and value == value.to_integral_value():
        yield from (value - 1, value + 1)
    elif isinstance(value, Date) and 1 < value.year < 9999:
        yield from (value.plus_days(-1), value.plus_days(1))
    elif isinstance(value, DaysTime):
        yield from (DaysTime(value.seconds - _DAY), DaysTime(value.seconds + _DAY))


class Watched(Reference):
    """The values of a plan's steps for one case, computed while the ordered comparisons are watched.

    `met` are those that stood on their boundary, by the identity of their nodes; `flip` is one that comes out
    otherwise where it does.
    """

    def __init__(self, plan: Plan, facts: Mapping[str, Any], as_of: date, flip: int | None = None) -> None:
        super().__init__(plan, facts, as_of)
        self.flip = flip
        self.met: set[int] = set()

    def _compute(self, index: int) -> Any:
        step = self.plan.steps[index]
        if step.tree is None:
            return super()._compute(index)
        watcher = _Watcher(self.functions(step.owner), self)
        try:
            return watcher.evaluate(step.tree, Scope(self.variables(step.owner)))
        except RecursionError:  # as in `interpret`
            return None


class _Watcher(Interpreter):
    """The interpreter, which tells `Watched` of every ordered comparison on its way."""

    def __init__(self, functions: Mapping[str, Any], watched: Watched) -> None:
        super().__init__(functions)
        self.watched = watched

    def evaluate(self, node: Node, scope: Scope) -> Any:
        value = super().evaluate(node, scope)
        if not is_ordered(node) or not any(at_boundary(*sides) for sides in self._sides(node, scope)):
            return value
        self.watched.met.add(id(node))
        return not value if id(node) == self.watched.flip and isinstance(value, bool) else value

    def _sides(self, node: Node, scope: Scope) -> Iterator[tuple[str, Any, Any, Type | None]]:
        """Yield what an ordered comparison compares: operator, left, right, the type of the left."""
        if isinstance(node, feel.Comparison):
            type_ = node.left.type or node.right.type
            yield node.operator, super().evaluate(node.left, scope), super().evaluate(node.right, scope), type_
        elif isinstance(node, (feel.Between, feel.In)):
            value = super().evaluate(node.value, scope)
            for operator, end in _ends(node):
                yield operator, value, super().evaluate(end, scope), node.value.type


def _ends(node: feel.Between | feel.In) -> Iterator[tuple[str, Node]]:
    """Yield each end that a value is compared with, and how."""
    if isinstance(node, feel.Between):
        yield from ((">=", node.low), ("<=", node.high))
        return
    for test in node.tests:
        if isinstance(test, feel.UnaryTest) and test.operator in ORDERED:
            yield test.operator, test.operand
        elif isinstance(test, feel.Range):
            if test.low is not None:
                yield (">=" if test.low_included else ">"), test.low
            if test.high is not None:
                yield ("<=" if test.high_included else "<"), test.high
