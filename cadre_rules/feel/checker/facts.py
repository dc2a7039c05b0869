"""What is known where: which values are present, not zero, not empty, once a condition holds or fails.

In: checked trees. Out: facts, as strings. A fact that a value is present is its dotted path in canonical
names (`proposal.start`) where it has one, else a key made from its tree; facts that a number is not zero or
a list not empty have a mark after the key. FEEL has no side effects, so one tree has one value wherever it
stands, unless a name in it is bound anew (`without`). This module must not know types other than contexts
and lists.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.feel.temporal import DaysTime, YearsMonths
from cadre_rules.feel.tree import (
    Call,
    Comparison,
    If,
    InstanceOf,
    Literal_,
    Logic,
    Name,
    Negation,
    Node,
    Path,
)
from cadre_rules.feel.types import NULL, ContextType, ListType

if TYPE_CHECKING:
    from collections.abc import Iterable

Facts = frozenset[str]
NONE: Facts = frozenset()

_NOT_ZERO = " <> 0"
_NOT_EMPTY = " <> []"
_MIRROR = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_NEGATED = {"<": ">=", "<=": ">", ">": "<=", ">=": "<", "=": "!=", "!=": "="}


def key(node: Node) -> str:
    """Return the key of a value: its dotted path, or else the form of its tree."""
    return _dotted(node) or repr(node)


def _dotted(node: Node) -> str | None:
    if isinstance(node, Name):
        return node.name
    if not isinstance(node, Path):
        return None
    if isinstance(node.base, Name) and node.base.name == "item" and isinstance(node.base.type, ContextType):
        return node.name  # the fields of a filter's item stand in its scope by themselves
    base = _dotted(node.base)
    return f"{base}.{node.name}" if base else None


def present(node: Node) -> str:
    """Return the fact that a value is there."""
    return key(node)


def not_zero(node: Node) -> str:
    """Return the fact that a number or duration is not zero."""
    return key(node) + _NOT_ZERO


def not_empty(node: Node) -> str:
    """Return the fact that a list has items; a projection has as many as the list that it is made from."""
    while isinstance(node, Path) and isinstance(node.base.type, ListType):
        node = node.base
    return key(node) + _NOT_EMPTY


def without(facts: Facts, names: Iterable[str]) -> Facts:
    """Return the facts that do not speak of any of `names`, which mean something else from here on."""
    taken = set(names)
    return frozenset(f for f in facts if not _speaks_of(f, taken))


def _speaks_of(fact: str, names: set[str]) -> bool:
    root = fact.removesuffix(_NOT_ZERO).removesuffix(_NOT_EMPTY).split(".")[0]
    return root in names or any(f"Name(name={name!r})" in fact for name in names)


def when_true(node: Node) -> Facts:
    """Return what is known where the condition `node` holds."""
    match node:
        case Logic(operator="and"):
            return _all_of(node.operands, True)
        case Logic(operator="or"):
            return _one_of(node.operands, True)
        case Comparison():
            return _compared(node.operator, node.left, node.right)
        case If():
            return _either_branch(node, True)
        case InstanceOf() if node.of not in (NULL, None):
            return frozenset({present(node.value)})
    negated = _negated(node)
    return when_false(negated) if negated is not None else NONE


def when_false(node: Node) -> Facts:
    """Return what is known where the condition `node` fails."""
    match node:
        case Logic(operator="or"):
            return _all_of(node.operands, False)
        case Logic(operator="and"):
            return _one_of(node.operands, False)
        case Comparison():
            return _compared(_NEGATED[node.operator], node.left, node.right)
        case If():
            return _either_branch(node, False)
    negated = _negated(node)
    return when_true(negated) if negated is not None else NONE


def _either_branch(node: If, outcome: bool) -> Facts:
    """Return what is known whichever branch was taken; one that is the opposite outcome was not."""
    of = when_true if outcome else when_false
    taken = [
        known | of(branch)
        for branch, known in ((node.yes, when_true(node.condition)), (node.no, when_false(node.condition)))
        if not (isinstance(branch, Literal_) and branch.value is (not outcome))
    ]
    return frozenset.intersection(*taken) if taken else NONE


def _negated(node: Node) -> Node | None:
    match node:
        case Call(function=Name(name="not"), arguments=(only,)):
            return only.value
    return None


def _all_of(operands: tuple[Node, ...], outcome: bool) -> Facts:
    of = when_true if outcome else when_false
    return frozenset().union(*(of(o) for o in operands))


def _one_of(operands: tuple[Node, ...], outcome: bool) -> Facts:
    """Return what is known where one operand decides, and those before it did not."""
    of, other = (when_true, when_false) if outcome else (when_false, when_true)
    before: Facts = NONE
    known: Facts | None = None
    for operand in operands:
        here = before | of(operand)
        known = here if known is None else known & here
        before |= other(operand)
    return known or NONE


def _compared(operator: str, left: Node, right: Node) -> Facts:
    if _is_null(left) or _is_null(right):
        tested = right if _is_null(left) else left
        return frozenset({present(tested)}) if operator == "!=" else NONE
    bound = _number(right)
    if bound is None:
        bound, left, operator = _number(left), right, _MIRROR[operator]
    if bound is None or not _excludes_zero(operator, bound):
        return NONE
    facts = {not_zero(left)}
    match left:
        case Call(function=Name(name="count"), arguments=(only,)):
            facts.add(not_empty(only.value))
    return frozenset(facts)


def _excludes_zero(operator: str, bound: Decimal) -> bool:
    """Return whether `x operator bound` fails for x = 0."""
    match operator:
        case "=":
            return bound != 0
        case "!=":
            return bound == 0
        case ">":
            return bound >= 0
        case ">=":
            return bound > 0
        case "<":
            return bound <= 0
    return bound < 0


def _is_null(node: Node) -> bool:
    return isinstance(node, Literal_) and node.value is None


def _number(node: Node) -> Decimal | None:
    match node:
        case Literal_(value=Decimal() as value):
            return value
        case Literal_(value=YearsMonths(months=months)):
            return Decimal(months)
        case Literal_(value=DaysTime(seconds=seconds)):
            return seconds
        case Negation(operand=operand):
            number = _number(operand)
            return None if number is None else -number
    return None
