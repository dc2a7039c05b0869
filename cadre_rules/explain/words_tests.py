"""Ranges and membership in words: `between`, `in`, the cells of decision tables.

In: the wording under way and a node. Out: a phrase.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.explain.phrases import JOIN
from cadre_rules.explain.terms import the
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import ListType, strip_optional

if TYPE_CHECKING:
    from cadre_rules.explain.words import Wording
    from cadre_rules.feel.tree import Node

_ASKS: dict[tuple[str, object], bool] = {
    ("=", Decimal(0)): False,
    ("<=", Decimal(0)): False,
    ("<", Decimal(1)): False,
    ("!=", Decimal(0)): True,
    (">", Decimal(0)): True,
    (">=", Decimal(1)): True,
}


def at_least_one(node: feel.Comparison) -> bool | None:
    """Return whether a comparison asks that a list has an item (True) or has none (False); None where it does not."""
    left, right = node.left, node.right
    if right == feel.ListNode(items=()):
        return {"=": False, "!=": True}.get(node.operator)
    counts = isinstance(left, feel.Call) and isinstance(left.function, feel.Name) and left.function.name == "count"
    if not counts or not isinstance(right, feel.Literal_) or isinstance(right.value, bool):
        return None
    return _ASKS.get((node.operator, right.value))


def between(at: Wording, node: feel.Between) -> str:
    """Return the phrase of a `between`."""
    value, low, high = at.of(node.value), at.counted(node.low, node.value), at.counted(node.high, node.value)
    return at.say(f"{value}在{low}至{high}之间（含两端）", f"{value} is between {low} and {high}, both included")


def membership(at: Wording, node: feel.In) -> str:
    """Return the phrase of an `in`."""
    tests: list[Node] = []
    for test in node.tests:
        tests += test.items if isinstance(test, feel.ListNode) else [test]
    value = at.of(node.value)
    if any(isinstance(t, (feel.UnaryTest, feel.Range)) for t in tests):
        return JOIN["or"].in_(at.language).join(cell(at, value, t, node.value) for t in tests)
    if len(tests) == 1 and isinstance(strip_optional(tests[0].type) if tests[0].type else None, ListType):
        return at.say(f"{value}属于{at.of(tests[0])}", f"{value} is among {the(at.of(tests[0]))}")
    listed = at.listed([at.of(t) for t in tests])
    if len(tests) == 1:
        return at.say(f"{value}为{listed}", f"{value} is {listed}")
    return at.say(f"{value}为{listed}之一", f"{value} is one of {listed}")


def cell(at: Wording, value: str, test: Node, node: Node | None = None) -> str:
    """Return one alternative of a membership test; `value` are the words of `node`."""
    if isinstance(test, feel.UnaryTest):
        return at.compared(value, test.operator, test.operand, node)
    if isinstance(test, feel.Range):
        ends = []
        for end, included, sign in ((test.low, test.low_included, ">"), (test.high, test.high_included, "<")):
            if end is not None:
                ends.append(at.compared(value, sign + ("=" if included else ""), end, node))
        return JOIN["and"].in_(at.language).join(ends)
    return at.say(f"{value}为{at.of(test)}", f"{value} is {at.of(test)}")


def unary_test(at: Wording, node: feel.UnaryTest) -> str:
    """Return the phrase of a comparison with what is tested."""
    return at.compared("", node.operator, node.operand).strip()


def unary_tests(at: Wording, node: feel.UnaryTests) -> str:
    """Return the phrase of a cell of a decision table."""
    value = at.say("该值", "the value")
    said = JOIN["or"].in_(at.language).join(cell(at, value, t) for t in node.tests)
    if not node.tests:
        return at.say("不限", "anything")
    return at.say(f"并非（{said}）", f"it is not so that {said}") if node.negated else said


def range_(at: Wording, node: feel.Range) -> str:
    """Return the phrase of a range."""
    low = at.of(node.low) if node.low else at.say("不限", "no limit")
    high = at.of(node.high) if node.high else at.say("不限", "no limit")
    excluded = [w for w, i in ((low, node.low_included), (high, node.high_included)) if not i]
    more = at.say(f"（不含{'、'.join(excluded)}）", f" ({' and '.join(excluded)} excluded)") if excluded else ""
    return at.say(f"{low}至{high}{more}", f"{low} to {high}{more}")
