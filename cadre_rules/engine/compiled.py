"""A policy set made ready to decide: plans compiled when they are first asked for, and kept.

In: a `PolicySet`. Out: `Compiled` questions for decision dates, and outcomes for subjects.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.engine.outcome import Outcome
from cadre_rules.plan.compile import compile_plan
from cadre_rules.plan.kernel import Kernel, generate
from cadre_rules.plan.lower import lower

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cadre_rules.plan.instructions import Program
    from cadre_rules.plan.steps import Plan
    from cadre_rules.policy.linked import PolicySet


@dataclass(frozen=True)
class Compiled:
    """A plan with its instructions and its kernel."""

    plan: Plan
    program: Program
    kernel: Kernel


class Engine:
    """Decides the questions of one policy set; plans are compiled once for each interval of dates."""

    def __init__(self, policies: PolicySet) -> None:
        self.policies = policies
        self._plans: dict[str, list[Compiled]] = {}

    def compiled(self, question: str, day: date) -> Compiled:
        """Return the plan of `question` that holds on `day`; KeyError if there is no such question."""
        known = self._plans.setdefault(question, [])
        for compiled in known:
            if compiled.plan.covers(day):
                return compiled
        plan = compile_plan(self.policies, question, day)
        program = lower(plan)
        known.append(Compiled(plan, program, generate(program)))
        return known[-1]

    def outcome(self, question: str, facts: Mapping[str, Any], as_of: date, *, slow: bool = False) -> Outcome:
        """Run the plan of `question` on the facts of one subject; `slow` takes the reference interpreter."""
        return Outcome(self.compiled(question, as_of), facts, as_of, slow=slow)
