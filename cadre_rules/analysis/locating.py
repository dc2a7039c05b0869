"""Where in a rule's own text a condition stands that decides: the smallest part that does.

In: a rule of a view, a reading, the variables that decide. Out: a `Place`, or None where it is not in the rule's text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Call, If, ListNode, Logic, Name, Node
from cadre_rules.policy.linked import Place

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.analysis.reading import Reading
    from cadre_rules.analysis.rules import View
    from cadre_rules.policy.linked import Condition, Rule


def locate(view: View, reading: Reading, rule: Rule, deciding: frozenset[int]) -> Place | None:
    """Return the first place in the text of a rule that depends on one of the variables."""
    found = (_Search(view, reading, rule.policy, deciding).in_condition(c) for c in _conditions(view, rule))
    return next((place for place in found if place is not None), None)


def _conditions(view: View, rule: Rule) -> Iterator[Condition]:
    """Yield the conditions of a rule: what it tests, then what it excepts, then whom it is about."""
    if rule.condition is not None:
        yield rule.condition
    yield from (o.condition for o in (rule.procedure.orders if rule.procedure is not None else ()))
    for row in sorted(rule.table.rows, key=lambda r: not r.conclusions) if rule.table is not None else ():
        yield row.condition
    yield from (e.condition for e in rule.exceptions)
    for condition in (rule.applies, view.policies.policies[rule.policy].applies):
        if condition is not None:
            yield condition


class _Search:
    """Looks for a place in the conditions of one policy."""

    def __init__(self, view: View, reading: Reading, owner: str, deciding: frozenset[int]) -> None:
        self.view = view
        self.reading = reading
        self.owner = owner
        self.deciding = deciding

    def _depends(self, term: int) -> bool:
        if term not in self.reading.truths and self.view.terms[term].op == "not":
            term = self.view.terms[term].parts[0]  # a prerequisite bars where it is not met
        truth = self.reading.truths.get(term)
        return truth is not None and bool(self.reading.diagrams.support(truth) & self.deciding)

    def in_condition(self, condition: Condition) -> Place | None:
        """Return the first place in a condition."""
        if condition.tree is not None and condition.source is not None:
            if not self._depends(self.view.part(condition.tree, self.owner)):
                return None
            span = self._smallest(condition.tree).span
            return Place(condition.source.position(*span), condition.source.line(span.start))
        found = (self.in_condition(part) for part in condition.operands)
        return next((place for place in found if place is not None), None)

    def _smallest(self, tree: Node) -> Node:
        """Return the first of the smallest parts of a test that depends on the variables."""
        found = True
        while found:
            part = next((p for p in _truths(tree) if self._depends(self.view.part(p, self.owner))), None)
            found, tree = part is not None, part or tree
        return tree


def _truths(tree: Node) -> tuple[Node, ...]:
    """Return the truths of which a truth is made."""
    match tree:
        case Logic():
            return tree.operands
        case If():
            return (tree.condition, tree.yes, tree.no)
        case Call(function=Name(name="not")):
            return (tree.arguments[0].value,)
        case Call(function=Name(name="all" | "any")):
            values = [a.value for a in tree.arguments]
            return tuple(i for v in values for i in (v.items if isinstance(v, ListNode) else (v,)))
    return ()
