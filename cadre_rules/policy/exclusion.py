"""Whether two rules plainly exclude each other: both ask one thing to have different values.

In: two linked rules. Out: a truth. Only what can be read off is used: `x = "a"` in one, `x = "b"` in the other, or a
condition of the one that is an exception of the other. "No" means "not plainly".
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Comparison, Literal_, Logic, Node

if TYPE_CHECKING:
    from cadre_rules.policy.linked import Condition, Rule


def exclude_each_other(first: Rule, second: Rule) -> bool:
    """Return whether the rules cannot both take effect."""
    if first.kind != "when" or second.kind != "when" or first.condition is None or second.condition is None:
        return False
    return all(
        _contradict(a, b, first, second)
        for a in _alternatives(first.condition)
        for b in _alternatives(second.condition)
    )


def _alternatives(condition: Condition) -> list[list[Node]]:
    """Return the condition as alternatives, each a list of tests that all have to hold."""
    if condition.operator == "test" and condition.tree is not None:
        tree = condition.tree
        if isinstance(tree, Logic) and tree.operator == "and":
            return [list(tree.operands)]
        if isinstance(tree, Logic):
            return [[operand] for operand in tree.operands]
        return [[tree]]
    if condition.operator == "any":
        return [way for part in condition.operands for way in _alternatives(part)]
    if condition.operator == "all":
        ways: list[list[Node]] = [[]]
        for part in condition.operands:
            ways = [[*way, *more] for way in ways for more in _alternatives(part)]
        return ways
    return [[]]


def _contradict(a: list[Node], b: list[Node], first: Rule, second: Rule) -> bool:
    values = [_fixed(node) for node in a]
    others = [_fixed(node) for node in b]
    if any(v and o and v[0] == o[0] and v[1] != o[1] for v in values for o in others):
        return True
    return _excepted(a, second) or _excepted(b, first)


def _fixed(node: Node) -> tuple[Node, object] | None:
    if isinstance(node, Comparison) and node.operator == "=" and isinstance(node.right, Literal_):
        return node.left, node.right.value
    return None


def _excepted(tests: list[Node], other: Rule) -> bool:
    """Return whether one of the tests is an exception of the other rule."""
    exceptions = [e.condition.tree for e in other.exceptions if e.condition.operator == "test"]
    return any(test == tree for test in tests for tree in exceptions)
