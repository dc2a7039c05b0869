"""Linked procedures: the steps that a rule asks for, as they were declared, beside the condition that they make.

In: nothing. Out: the classes that the shape `procedure` fills, that explanations read and that can run it live.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text
    from cadre_rules.policy.linked import Condition


@dataclass(frozen=True, slots=True)
class Limit:
    """A span of time that a procedure asks for: written out, or the id of a parameter."""

    span: Any = None
    parameter: str | None = None


@dataclass(frozen=True, slots=True)
class ProcedureStep:
    """A step of a procedure. `names` are all words by which records may call it or what will do in its place.

    `records`, `on` and `last` are the ids of the definitions that give its records, the day on which it was taken (null
    if it was not) and its last record; `tests` says what each part of its condition tests, in order: taken, needed
    (taken or not needed), order, within, not_before, valid, actor, quorum, evidence.
    """

    name: str
    title: Text
    names: tuple[str, ...]
    records: str
    on: str
    last: str
    tests: tuple[str, ...]
    alternatives: tuple[tuple[str, Text], ...] = ()
    by: Text | None = None
    within: Limit | None = None
    not_before: Limit | None = None
    valid: Limit | None = None
    optional: bool = False
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class StepOrder:
    """The steps of a procedure with the condition that they make: one part a step.

    `value` is that of the parameter which gives the order, None where the steps are written out.
    """

    steps: tuple[ProcedureStep, ...]
    condition: Condition
    value: Any = None


@dataclass(frozen=True, slots=True)
class Procedure:
    """A procedure as it was declared. `parameter` is the id of the one that gives the steps, with an order a value."""

    orders: tuple[StepOrder, ...]
    any_order: bool = False
    parameter: str | None = None
    note: Text | None = None

    def order(self, value: Any) -> StepOrder | None:
        """Return the steps that hold for a value of the parameter; None while that is open."""
        return next((o for o in self.orders if self.parameter is None or o.value == value), None)
