"""Which open rules an open answer hangs on: those that a conclusion that is still open builds on.

In: an outcome. Out: ids of rules. A rule of another question may be open and not matter, because what asks for its
conclusion is decided without it; such a rule is not to be settled.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Name, walk
from cadre_rules.feel.types import BOOLEAN
from cadre_rules.vocabulary.codes import MAYBE

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.plan.steps import Step


def hangs_on(outcome: Outcome) -> frozenset[str]:
    """Return the rules on which a conclusion, a conflict or the answer of the question hangs while it is open."""
    plan = outcome.plan
    rules = {steps.fired: id_ for id_, steps in plan.rules.items()}
    todo = [*(plan.conclusions[name] for name in plan.question.conclusions), *(step for _, _, step in plan.conflicts)]
    if plan.answer is not None:
        todo.append(plan.answer)
    seen: set[int] = set()
    found: set[str] = set()
    while todo:
        index = todo.pop()
        step = plan.steps[index]
        if index in seen or (step.type == BOOLEAN and outcome.truth(index) != MAYBE):
            continue
        seen.add(index)
        if index in rules:
            found.add(rules[index])
        todo += _under(outcome, step)
    return frozenset(found)


def _under(outcome: Outcome, step: Step) -> Iterator[int]:
    """Yield the steps that a step is computed from."""
    if step.formula is not None:
        yield from step.formula.operands if step.formula.operator != "const" else ()
        return
    assert step.tree is not None
    bindings = outcome.plan.environments[step.owner].bindings
    for node in walk(step.tree):
        bound = bindings.get(node.name) if isinstance(node, Name) else None
        if bound is not None and bound.kind == "step":
            yield bound.target
