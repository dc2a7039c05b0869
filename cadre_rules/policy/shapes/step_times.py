"""Trees over the days on which the steps of a procedure were taken: their order, and the time between them.

In: the days as trees, null for a step that was not taken. Out: truths as trees. What looks at a step that was not taken
holds: that it is missing is said by another test.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.tree import ListNode, Node
from cadre_rules.feel.types import DATE, ListType, Optional
from cadre_rules.policy.shapes.trees import AS_OF_NAME, made, present

if TYPE_CHECKING:
    from collections.abc import Sequence

DAY = Optional(DATE)
SINCE = {"within": "day <= before + span", "not_before": "day >= before + span"}


def in_order(day: Node, before: Sequence[Node]) -> Node:
    """Return whether a step is not before any that it follows."""
    days = ListNode(items=tuple(before), type=ListType(DAY))
    return made("if day = null then true else every __d in days satisfies __d = null or __d <= day", day=day, days=days)


def since_before(key: str, day: Node, span: Node, before: Sequence[tuple[Node, Node | None]]) -> Node:
    """Return whether a step keeps its distance to the one before: the last taken, past those that were not needed.

    `before` are the steps before, nearest first: the day, and when the step is not needed.
    """
    tree = _since(SINCE[key], day, span, before)
    return made("if day = null then true else rest", day=day, rest=tree)


def _since(text: str, day: Node, span: Node, before: Sequence[tuple[Node, Node | None]]) -> Node:
    (previous, spared), *earlier = before
    held = made(text, day=present(day), before=present(previous), span=span)
    if spared is None or not earlier:
        return made("if before = null then true else held", before=previous, held=held)
    rest = _since(text, day, span, earlier)
    whole = "if before != null then held else if spared then rest else true"
    return made(whole, before=previous, held=held, spared=spared, rest=rest)


def still_valid(day: Node, span: Node, later: Sequence[Node]) -> Node:
    """Return whether a step is not older than a span on the day of the next one taken, else on the decision date."""
    tree = made("day + span >= until", day=present(day), span=span, until=AS_OF_NAME)
    for other in reversed(later):
        held = made("day + span >= until", day=present(day), span=span, until=present(other))
        tree = made("if other != null then held else rest", other=other, held=held, rest=tree)
    return made("if day = null then true else rest", day=day, rest=tree)
