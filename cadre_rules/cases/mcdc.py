"""Which tests of a condition decide its outcome in one case: modified condition / decision coverage, masking form.

In: the steps of a condition, the truths of a case, the tests that are not looked at in it. Out: the tests that decide.
A test decides where flipping it alone would flip the whole condition, all others being as they are; what is unknown
masks nothing. It knows no policy and no record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadre_rules.vocabulary.codes import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Callable, Collection, Iterator

    from cadre_rules.plan.steps import ConditionSteps, Plan


def tests_of(condition: ConditionSteps) -> Iterator[ConditionSteps]:
    """Yield the tests of a condition: its parts after `all`, `any`, `not` and FEEL's own junctions are split."""
    if condition.parts:
        for part in condition.parts:
            yield from tests_of(part)
    elif condition.tree is not None:
        yield condition


def deciding(
    plan: Plan, condition: ConditionSteps, truth: Callable[[int], int], not_looked_at: Collection[int] = ()
) -> list[tuple[int, bool]]:
    """Return the steps of the tests that decide the condition, each with its truth.

    A test that is not looked at (its guard says that what it reads is absent) may be either, and decides nothing.
    """
    return list(_Case(plan, truth, not_looked_at).deciding(condition, True))


class _Can(NamedTuple):
    """What a part may come out as, over all that the tests that are not looked at may be."""

    true: bool
    false: bool


class _Case:
    def __init__(self, plan: Plan, truth: Callable[[int], int], not_looked_at: Collection[int]) -> None:
        self.plan = plan
        self.truth = truth
        self.not_looked_at = not_looked_at

    def operator(self, node: ConditionSteps) -> str:
        formula = self.plan.steps[node.step].formula
        assert formula is not None
        return formula.operator

    def can(self, node: ConditionSteps) -> _Can:
        if not node.parts:
            if node.step in self.not_looked_at:
                return _Can(True, True)
            truth = self.truth(node.step)
            return _Can(truth == TRUE, truth == FALSE)
        parts = [self.can(part) for part in node.parts]
        operator = self.operator(node)
        if operator == "not":
            return _Can(parts[0].false, parts[0].true)
        if operator == "and":
            return _Can(all(p.true for p in parts), any(p.false for p in parts))
        return _Can(any(p.true for p in parts), all(p.false for p in parts))

    def deciding(self, node: ConditionSteps, heard: bool) -> Iterator[tuple[int, bool]]:
        """Yield the deciding tests below a part; `heard` says whether the part decides the whole."""
        if not heard:
            return
        if not node.parts:
            truth = self.truth(node.step)
            if node.tree is not None and truth in (TRUE, FALSE) and node.step not in self.not_looked_at:
                yield node.step, truth == TRUE
            return
        conjunction = self.operator(node) != "or"
        silent = [self.can(part).true if conjunction else self.can(part).false for part in node.parts]
        for i, part in enumerate(node.parts):
            yield from self.deciding(part, all(quiet for j, quiet in enumerate(silent) if j != i))
