"""What became of a procedure: each step with the day on which it was taken, and what exactly is wrong with it.

In: an outcome, the steps of a rule with their conditions. Out: `StepView`s. The truths are those of the
conditions; from the same days it is only said here what they mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.explain import step_words as words
from cadre_rules.explain.listed import members, pairs
from cadre_rules.feel.arithmetic import arithmetic
from cadre_rules.feel.values import UNKNOWN, Date, PartialList

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.findings import ConditionNode, TruthName
    from cadre_rules.policy.linked_procedures import Limit, ProcedureStep, StepOrder


@dataclass(frozen=True, slots=True)
class StepFault:
    """What is wrong with a step, or open, in words. `condition` is the id of the test that says so.

    `node` is a condition that has more to say.
    """

    kind: str
    truth: TruthName
    text: Text
    condition: str
    node: ConditionNode | None = None


@dataclass(frozen=True, slots=True)
class StepView:
    """A step and what became of it. `on` is the day on which it was taken, null if it was not; `item` its last record.

    `title` is that of the step that was taken in its place, where another one will do.
    """

    step: ProcedureStep
    node: ConditionNode
    title: Text
    on: Any
    item: dict[str, Any] | None
    needed: TruthName
    faults: tuple[StepFault, ...]

    @property
    def truth(self) -> TruthName:
        """Whether the step is as it has to be."""
        return self.node.truth

    @property
    def spared(self) -> ConditionNode | None:
        """The condition under which a step that was not taken is not needed."""
        return self.node.parts[0].parts[1] if self.step.optional and self.on is None else None


def steps_of(outcome: Outcome, order: StepOrder | None, node: ConditionNode | None) -> tuple[StepView, ...]:
    """Return the steps of a procedure with what became of each; none while a parameter that gives them is open."""
    if order is None or node is None:
        return ()
    return _Views(outcome, order.steps, node.parts).views()


class _Views:
    def __init__(self, outcome: Outcome, steps: tuple[ProcedureStep, ...], nodes: tuple[ConditionNode, ...]) -> None:
        self.outcome = outcome
        self.steps = steps
        self.nodes = nodes
        index = {step.id: step.index for step in outcome.plan.steps}
        self.days = [outcome.value(index[step.on]) for step in steps]
        self.records = [outcome.value(index[step.records]) for step in steps]

    def views(self) -> tuple[StepView, ...]:
        return tuple(self.view(i) for i in range(len(self.steps)))

    def view(self, i: int) -> StepView:
        step, node, day = self.steps[i], self.nodes[i], self.days[i]
        item = next((m for m in reversed(members(self.records[i])) if m.get("on") == day), None)
        item = item if isinstance(day, Date) else None
        said = str(item.get("step")) if item is not None else ""
        title = next((t for name, t in step.alternatives if said in (name, t.zh, t.en)), step.title)
        faults = tuple(
            fault
            for test, part in zip(step.tests, node.parts, strict=True)
            if part.truth != "true" and (fault := self.fault(i, test, part)) is not None
        )
        if node.truth != "true" and not faults:  # it was perhaps taken, though it is not needed
            faults = (StepFault("missing", node.truth, self.missing(i, node.truth), node.id),)
        return StepView(step, node, title, day, item, self.needed(i), faults)

    def needed(self, i: int) -> TruthName:
        """Return whether a step is needed."""
        if not self.steps[i].optional:
            return "true"
        opposite: dict[TruthName, TruthName] = {"true": "false", "false": "true", "unknown": "unknown"}
        return opposite[self.nodes[i].parts[0].parts[1].truth]

    def fault(self, i: int, test: str, node: ConditionNode) -> StepFault | None:
        """Return what a test that does not hold says; nothing where it looks at what is not there."""
        day = self.days[i]
        if test == "needed" and day is None and node.truth == "unknown":
            return StepFault("need", "unknown", words.need_open(), node.id)
        if test in ("taken", "needed"):
            return StepFault("missing", node.truth, self.missing(i, node.truth), node.id)
        if day is None:
            return None
        if not isinstance(day, Date):
            return None  # that its own day is not known says all
        if test in ("actor", "quorum", "evidence"):
            asked = node.parts[-1] if self.steps[i].optional and node.parts else node
            return StepFault(test, node.truth, words.asked(test, node.truth), node.id, asked)
        if test == "order":
            return StepFault("order", node.truth, self.order(i, node.truth), node.id)
        return StepFault(test, node.truth, self.limit(i, test, node.truth), node.id)

    # words ----------------------------------------------------------------------------------------------------

    def missing(self, i: int, truth: TruthName) -> Text:
        """Return why a step does not count as taken, or why that is not known."""
        found = self.records[i]
        listed = pairs(found)
        if truth == "unknown":
            dated = [item for item, certain in listed if item.get("on") is UNKNOWN]
            if dated:
                return words.no_day()
            return words.perhaps() if listed else words.incomplete()
        later = [item["on"] for item in members(found) if isinstance(item.get("on"), Date)]
        due = self.due(i)
        if later:
            return words.later(min(later))
        if listed and not isinstance(found, PartialList):
            return words.undated(due, Date.of(self.outcome.as_of))
        recorded = members(self.outcome.facts.get("steps"))
        if any(item.get("step") in self.steps[i].names for item in recorded):
            return words.left_out(due, Date.of(self.outcome.as_of))
        return words.absent(due, Date.of(self.outcome.as_of))

    def due(self, i: int) -> Date | None:
        """Return by when a step has to be taken, where that can be counted."""
        limit, before = self.steps[i].within, self.before(i)
        span = self.span(limit) if limit is not None else None
        if before is None or span in (None, UNKNOWN):
            return None
        found = arithmetic("+", self.days[before], span)
        return found if isinstance(found, Date) else None

    def order(self, i: int, truth: TruthName) -> Text:
        earlier = range(i)
        if truth == "false":
            late = [j for j in earlier if isinstance(self.days[j], Date) and self.days[j] > self.days[i]]
            return words.too_early([(self.steps[j].title, self.days[j]) for j in late])
        unknown = [self.steps[j].title for j in earlier if not isinstance(self.days[j], Date | None)]
        return words.order_open(unknown)

    def limit(self, i: int, test: str, truth: TruthName) -> Text:
        """Return what is wrong with the time between a step and the one before or after it."""
        limit: Limit | None = getattr(self.steps[i], test)
        assert limit is not None
        span = self.span(limit)
        name = self.outcome.plan.parameters[limit.parameter].parameter.title if limit.parameter else None
        if span is UNKNOWN:
            assert name is not None
            return words.not_set(test, name)
        if truth != "false":
            return words.limit_open(test)
        if test == "valid":
            end = arithmetic("+", self.days[i], span)
            later = next((j for j in range(i + 1, len(self.steps)) if isinstance(self.days[j], Date)), None)
            held = (self.steps[later].title, self.days[later]) if later is not None and self.ordered else None
            return words.expired(span, name, end, held, Date.of(self.outcome.as_of))
        before = self.before(i)
        assert before is not None
        end = arithmetic("+", self.days[before], span)
        step = (self.steps[before].title, self.days[before])
        return words.too_late(span, name, end, step) if test == "within" else words.too_soon(span, name, end, step)

    @property
    def ordered(self) -> bool:
        """Whether the steps have an order, so that one comes after another."""
        return any("order" in step.tests for step in self.steps)

    def before(self, i: int) -> int | None:
        """Return the step before: the last one that was taken, past those that were not needed."""
        for j in reversed(range(i)):
            if isinstance(self.days[j], Date):
                return j
            if self.days[j] is not None or self.needed(j) != "false":
                return None
        return None

    def span(self, limit: Limit) -> Any:
        return limit.span if limit.parameter is None else self.outcome.plan.parameters[limit.parameter].value
