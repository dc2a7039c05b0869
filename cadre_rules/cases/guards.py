"""Tests that are not looked at in a case: a guard beside them says that what they read is absent.

In: the steps of a condition, an outcome. Out: the steps of such tests. Where `x != null` is false, what stands behind
it (`x.start < as_of`) has no meaning, whatever its value: the language asks for the guard, so that nobody can make a
case in which the guard is false and the test is known. It changes no value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.cases.mcdc import tests_of
from cadre_rules.feel import interpret
from cadre_rules.feel import tree as feel
from cadre_rules.feel.checker import facts
from cadre_rules.feel.types import ContextType, ListType, strip_optional
from cadre_rules.vocabulary.codes import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.feel.tree import Node
    from cadre_rules.plan.steps import ConditionSteps, Plan


class Guards:
    """The guards of one condition, and what each of its tests reads under them."""

    def __init__(self, plan: Plan, condition: ConditionSteps) -> None:
        tests = [(t.step, t.tree) for t in tests_of(condition) if t.tree is not None]
        self.guards = [
            (step, facts.when_true(tree), facts.when_false(tree))
            for step, tree in tests
            if facts.when_true(tree) or facts.when_false(tree)
        ]
        known = facts.NONE.union(*(true | false for _, true, false in self.guards))
        self.guarded = {
            step: (plan.steps[step].owner, nodes) for step, tree in tests if (nodes := tuple(_reads(tree, known)))
        }

    def not_looked_at(self, outcome: Outcome) -> frozenset[int]:
        """Return the steps of the tests that read what is absent in a case, as a guard of theirs says."""
        if not self.guarded or all(self._holds(outcome, *guard) for guard in self.guards):
            return frozenset()
        return frozenset(step for step, (owner, nodes) in self.guarded.items() if _absent(outcome, owner, nodes))

    def _holds(self, outcome: Outcome, step: int, true: facts.Facts, false: facts.Facts) -> bool:
        truth = outcome.truth(step)
        return not ((true and truth == FALSE) or (false and truth == TRUE))


def _absent(outcome: Outcome, owner: str, nodes: tuple[Node, ...]) -> bool:
    reference = outcome.reference
    return any(interpret(node, reference.variables(owner), reference.functions(owner)) is None for node in nodes)


def _reads(node: Node, known: facts.Facts) -> Iterator[Node]:
    """Yield the parts of a test that have a value only where something in `known` holds.

    What the test guards itself, in an `if` or before an `and`, is left out; so is what it only compares with null.
    """
    if not known:
        return
    match node:
        case feel.If():
            yield from _reads(node.condition, known)
            yield from _reads(node.yes, known - facts.when_true(node.condition))
            yield from _reads(node.no, known - facts.when_false(node.condition))
        case feel.Logic():
            for operand in node.operands:
                yield from _reads(operand, known)
                known -= facts.when_true(operand) if node.operator == "and" else facts.when_false(operand)
        case feel.Filter():
            if facts.present(node) in known or facts.not_empty(node.base) in known:
                yield node
            yield from _reads(node.base, known)
            yield from _reads(node.condition, facts.without(known, _item_names(node.base)))
        case feel.Quantified() | feel.For():
            for iterator in node.iterators:
                yield from _reads(iterator.domain, known)
                known = facts.without(known, (iterator.name,))
            yield from _reads(node.condition if isinstance(node, feel.Quantified) else node.body, known)
        case feel.Comparison() if _is_null(node.left) or _is_null(node.right):
            tested = node.right if _is_null(node.left) else node.left
            for child in feel.children(tested):
                yield from _reads(child, known)
        case _:
            if facts.present(node) in known or _needs_more(node, known):
                yield node
            for child in feel.children(node):
                yield from _reads(child, known)


def _needs_more(node: Node, known: facts.Facts) -> bool:
    """Return whether a part has a value only for a list that is not empty, or a divisor that is not zero."""
    if isinstance(node, feel.Arithmetic):
        return node.operator == "/" and facts.not_zero(node.right) in known
    return isinstance(node, feel.Call) and any(facts.not_empty(a.value) in known for a in node.arguments)


def _is_null(node: Node) -> bool:
    return isinstance(node, feel.Literal_) and node.value is None


def _item_names(base: Node) -> tuple[str, ...]:
    """Return the names that stand for something of the item inside a filter over `base`."""
    type_ = strip_optional(base.type) if base.type else None
    item = strip_optional(type_.item) if isinstance(type_, ListType) else None
    fields = item.fields if isinstance(item, ContextType) else ()
    return ("item", *(f.en for f in fields))
