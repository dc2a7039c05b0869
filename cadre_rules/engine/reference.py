"""The slow, obvious way: every step by the FEEL interpreter, from the typed trees alone.

In: a plan, the facts of a record, a decision date. Out: the value of every step. It shares nothing with the kernel
but the trees and the domain functions' cores, so that property tests can hold the one against the other.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from cadre_rules.feel import interpret
from cadre_rules.feel.values import UNKNOWN, Date
from cadre_rules.plan.functions import bound_functions

if TYPE_CHECKING:
    from collections.abc import Iterator
    from datetime import date

    from cadre_rules.plan.steps import Environment, Formula, Plan


class Reference:
    """The values of a plan's steps for one record, computed when they are asked for."""

    def __init__(self, plan: Plan, facts: Mapping[str, Any], as_of: date) -> None:
        self.plan = plan
        self.facts = facts
        self.as_of = Date.of(as_of)
        self.values: dict[int, Any] = {}
        self._functions: dict[str, Mapping[str, Any]] = {}

    def value(self, index: int) -> Any:
        """Return the value of step `index`: a FEEL value, `UNKNOWN`, an interval or a partial list."""
        if index not in self.values:
            self.values[index] = self._compute(index)
        return self.values[index]

    def variables(self, owner: str) -> Mapping[str, Any]:
        """Return the names of a policy with their values."""
        return _Variables(self, self.plan.environments[owner])

    def functions(self, owner: str) -> Mapping[str, Any]:
        """Return the domain functions as a policy sees them: with the decision date and its way of counting."""
        if owner not in self._functions:
            self._functions[owner] = bound_functions(self.plan.environments[owner], self.as_of, self.facts)
        return self._functions[owner]

    def trace(self) -> list[Any]:
        """Return the values of all steps."""
        return [self.value(i) for i in range(len(self.plan.steps))]

    def _compute(self, index: int) -> Any:
        step = self.plan.steps[index]
        if step.formula is not None:
            return self._formula(step.formula)
        assert step.tree is not None
        return interpret(step.tree, self.variables(step.owner), self.functions(step.owner))

    def _formula(self, formula: Formula) -> Any:
        if formula.operator == "const":
            return {0: False, 1: UNKNOWN, 3: True}[formula.operands[0]]
        values = [self.value(i) for i in formula.operands]
        if formula.operator == "not":
            return (not values[0]) if isinstance(values[0], bool) else UNKNOWN
        absorbing = formula.operator == "or"
        if any(v is absorbing for v in values):
            return absorbing
        return (not absorbing) if all(isinstance(v, bool) for v in values) else UNKNOWN


class _Variables(Mapping[str, Any]):
    """A policy's names, each computed when it is used."""

    def __init__(self, reference: Reference, environment: Environment) -> None:
        self.reference = reference
        self.environment = environment

    def __getitem__(self, name: str) -> Any:
        bound = self.environment.bindings[name]
        if bound.kind == "fact":
            return self.reference.facts.get(bound.target, UNKNOWN)
        if bound.kind == "parameter":
            return self.reference.plan.parameters[bound.target].value
        if bound.kind == "as_of":
            return self.reference.as_of
        return self.reference.value(bound.target)

    def __contains__(self, name: object) -> bool:
        return name in self.environment.bindings  # that of Mapping would compute the value to find out

    def __iter__(self) -> Iterator[str]:
        return iter(self.environment.bindings)

    def __len__(self) -> int:
        return len(self.environment.bindings)
