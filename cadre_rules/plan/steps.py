"""The plan: an ordered list of typed steps, the same for one record and for ten million.

In: nothing. Out: the classes that `compile` fills, the interpreter runs and the kernel is generated from.
A step is either a typed FEEL tree (a definition, an operand, a test) or a formula of truths over earlier steps
(a junction, a gate, a rule, a conclusion, an answer). Steps know nothing of records.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.linked import Condition, Parameter, PolicySet, Question, Rule
    from cadre_rules.policy.linked_procedures import StepOrder

StepKind = Literal["parameter", "definition", "operand", "test", "junction", "gate", "rule", "conclusion", "answer"]


@dataclass(frozen=True, slots=True)
class Formula:
    """A Kleene formula over earlier steps; `const` holds one truth code."""

    operator: Literal["and", "or", "not", "const"]
    operands: tuple[int, ...]


@dataclass(frozen=True, slots=True)
class Step:
    """One step. `id` is stable: it is made of policy, rule and place, never of a counter over the plan.

    `owner` is the policy (or pack) in whose names `tree` is written.
    """

    index: int
    id: str
    kind: StepKind
    type: Type
    owner: str
    tree: Node | None = None
    formula: Formula | None = None


@dataclass(frozen=True, slots=True)
class Binding:
    """What a name in a tree stands for: a fact, a parameter's value, an earlier step, the decision date."""

    kind: Literal["fact", "parameter", "step", "as_of"]
    target: Any


@dataclass(frozen=True, slots=True)
class Environment:
    """The names of one policy or pack, how its spans are counted, and its decision tables as functions."""

    owner: str
    bindings: Mapping[str, Binding]
    by_month: bool = False
    tables: Mapping[str, Callable[..., Any]] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class BoundParameter:
    """A parameter with the value that the plan's interval has for it; `value` is UNKNOWN where it is open."""

    parameter: Parameter
    value: Any
    since: date | None
    set_by: str | None


@dataclass(frozen=True, slots=True)
class ConditionSteps:
    """Where a condition's truth stands, and those of its parts; `operands` are the values that a test compares."""

    condition: Condition
    step: int
    parts: tuple[ConditionSteps, ...] = ()
    operands: tuple[int, ...] = ()
    tree: Node | None = None


@dataclass(frozen=True, slots=True)
class RuleSteps:
    """Where each part of a rule's outcome stands. `fired` is what counts.

    `holds` is what it would do but for its exceptions, `raw` were it not overridden; `displaced` says so for each of
    its `overridden_by`. `order` are the steps of a procedure, None where a parameter gives them that is open.
    """

    rule: Rule
    gates: tuple[tuple[str, ConditionSteps | None, int], ...]
    applies: int
    condition: ConditionSteps | None
    rows: tuple[ConditionSteps, ...]
    exceptions: tuple[ConditionSteps, ...]
    excepted: int
    raw: int
    fired: int
    concluded: Mapping[str, int]
    shown: tuple[int, ...] = ()
    displaced: tuple[int, ...] = ()
    holds: int = -1
    order: StepOrder | None = None


@dataclass(frozen=True)
class Plan:
    """A question compiled for an interval of decision dates in which no policy and no parameter changes.

    `since` (included) and `until` (excluded) bound the interval; None is open. Decision dates are days.
    """

    question: Question
    policies: PolicySet
    since: date | None
    until: date | None
    steps: tuple[Step, ...]
    environments: Mapping[str, Environment]
    parameters: Mapping[str, BoundParameter]
    rules: Mapping[str, RuleSteps]
    conclusions: Mapping[str, int]
    conflicts: tuple[tuple[str, str, int], ...]
    applies: ConditionSteps | None
    answer: int | None
    in_force: Mapping[str, bool | None]

    def covers(self, day: date) -> bool:
        """Return whether the plan holds for the decision date `day`."""
        return (self.since is None or self.since <= day) and (self.until is None or day < self.until)
