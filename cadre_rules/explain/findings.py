"""Findings: each rule that was looked at, and why it did or did not take effect.

In: an outcome. Out: `Finding`s with their condition trees; every node has a stable id, its truth, and for a test the
actual value, the required value, the parameters and the facts behind it. It words conditions, it decides nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Any, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.explain.collect import evidence
from cadre_rules.explain.evidence import Evidence
from cadre_rules.explain.procedures import steps_of
from cadre_rules.explain.units import unit_of
from cadre_rules.explain.words import words
from cadre_rules.feel.tree import Comparison, ListNode, Literal_, Name
from cadre_rules.vocabulary.codes import FALSE, MAYBE, TRUE

if TYPE_CHECKING:
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.procedures import StepView
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.plan.steps import ConditionSteps, RuleSteps
    from cadre_rules.policy.linked import Citation, ExceptionClause, Rule

Status = Literal["fired", "not fired", "not applicable", "not in force", "excepted", "overridden", "undetermined"]
TruthName = Literal["true", "false", "unknown"]
_MIRRORED = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
TRUTHS: dict[int, TruthName] = {TRUE: "true", FALSE: "false", MAYBE: "unknown"}


@dataclass(frozen=True, slots=True)
class Shown:
    """A value that an explanation shows: what it is called, its type and the value; `written` out in the condition.

    `unit` is what a number counts, where that is known.
    """

    id: str
    label: Text
    value: Any
    type: Type | None
    parameter: str | None = None
    written: bool = False
    unit: Text | None = None


@dataclass(frozen=True, slots=True)
class ConditionNode:
    """A condition and what became of it. A test has `actual` and, where it compares, `required`.

    `titled` says that `text` is a title that its author gave, not its own words.
    """

    id: str
    kind: Literal["all", "any", "not", "test"]
    truth: TruthName
    text: Text
    parts: tuple[ConditionNode, ...] = ()
    operator: str | None = None
    actual: Shown | None = None
    required: Shown | None = None
    evidence: Evidence = field(default_factory=Evidence)
    titled: bool = False


@dataclass(frozen=True, slots=True)
class ExceptionNode:
    """An exception of a rule and whether it holds."""

    clause: ExceptionClause
    condition: ConditionNode


@dataclass(frozen=True, slots=True)
class Displacer:
    """A rule that takes the place of another, or would if it took effect; `by_rank`: as the superior one."""

    rule: str
    by_rank: bool
    truth: TruthName


@dataclass(frozen=True, slots=True)
class Finding:
    """One rule that was looked at, and why it did or did not take effect.

    `gates` say whether it is looked at at all, `displacers` which rules take its place, or may do so. `steps` are those
    of a procedure.
    """

    rule: Rule
    status: Status
    gates: tuple[tuple[str, ConditionNode | None, TruthName], ...]
    condition: ConditionNode | None
    rows: tuple[ConditionNode, ...]
    exceptions: tuple[ExceptionNode, ...]
    displacers: tuple[Displacer, ...]
    conclusions: tuple[tuple[str, TruthName], ...]
    shown: tuple[Shown, ...]
    steps: tuple[StepView, ...] = ()

    @property
    def id(self) -> str:
        """The stable id of the rule: `pack/policy#rule`."""
        return self.rule.id

    @property
    def displaced_by(self) -> tuple[str, ...]:
        """The ids of the rules that took its place."""
        return tuple(d.rule for d in self.displacers if d.truth == "true")

    @property
    def by_rank(self) -> bool:
        """Whether a superior rule took its place."""
        return any(d.by_rank for d in self.displacers if d.truth == "true")

    @property
    def citation(self) -> Citation:
        """Where the rule comes from."""
        return self.rule.citation


def findings(outcome: Outcome) -> tuple[Finding, ...]:
    """Return a finding for every rule of the plan, in the order in which they were computed."""
    return tuple(_finding(outcome, steps) for steps in outcome.plan.rules.values())


def _finding(outcome: Outcome, steps: RuleSteps) -> Finding:
    rule = steps.rule
    condition = _node(outcome, steps.condition) if steps.condition else None
    return Finding(
        rule=rule,
        status=status_of(outcome, steps),
        gates=tuple(
            (name, _node(outcome, made) if made else None, TRUTHS[outcome.truth(step)])
            for name, made, step in steps.gates
        ),
        condition=condition,
        rows=tuple(_node(outcome, row) for row in steps.rows),
        exceptions=tuple(
            ExceptionNode(clause, _node(outcome, made))
            for clause, made in zip(rule.exceptions, steps.exceptions, strict=True)
        ),
        displacers=tuple(
            Displacer(o.rule, o.by_rank, TRUTHS[outcome.truth(step)])
            for o, step in zip(rule.overridden_by, steps.displaced, strict=True)
        ),
        conclusions=tuple((name, TRUTHS[outcome.truth(step)]) for name, step in steps.concluded.items()),
        shown=tuple(_definition(outcome, step) for step in steps.shown),
        steps=steps_of(outcome, steps.order, condition),
    )


def status_of(outcome: Outcome, steps: RuleSteps) -> Status:
    """Return what became of a rule."""
    if any(name == "in force" and outcome.truth(step) == FALSE for name, _, step in steps.gates):
        return "not in force"
    if outcome.truth(steps.applies) == FALSE:
        return "not applicable"
    fired = outcome.truth(steps.fired)
    if fired == TRUE:
        return "fired"
    if fired == MAYBE:
        return "undetermined"
    if outcome.truth(steps.raw) != FALSE:
        return "overridden"
    excepted = outcome.truth(steps.excepted) == TRUE
    return "excepted" if excepted and _would_fire(outcome, steps) else "not fired"


def _would_fire(outcome: Outcome, steps: RuleSteps) -> bool:
    """Return whether the rule's condition holds, exceptions aside."""
    if steps.condition is None:
        rows = zip(steps.rows, steps.rule.table.rows if steps.rule.table else (), strict=True)
        return any(outcome.truth(made.step) == TRUE and row.conclusions for made, row in rows)
    truth = outcome.truth(steps.condition.step)
    return truth == (FALSE if steps.rule.kind in ("require", "procedure") else TRUE)


def _node(outcome: Outcome, steps: ConditionSteps) -> ConditionNode:
    step = outcome.plan.steps[steps.step]
    truth = TRUTHS[outcome.truth(steps.step)]
    if steps.parts:
        kind = {"and": "all", "or": "any", "not": "not"}[step.formula.operator]  # type: ignore[union-attr]
        parts = tuple(_node(outcome, part) for part in steps.parts)
        whole = steps.condition.tree is None or steps.condition.tree is steps.tree
        title = (steps.condition.title if whole else None) or _joined(kind, parts)
        return ConditionNode(step.id, kind, truth, title, parts)  # type: ignore[arg-type]
    tree = steps.tree
    if tree is None:  # a junction without parts
        return ConditionNode(step.id, "all", truth, steps.condition.title or Text("（无条件）", "(no condition)"))
    text = steps.condition.title if steps.condition.tree is tree and steps.condition.title else None
    operator, actual, required = _compared(outcome, steps, tree, step.owner)
    return ConditionNode(
        step.id,
        "test",
        truth,
        text or words(tree, outcome.plan.policies, step.owner),
        operator=operator,
        actual=actual,
        required=required,
        evidence=evidence(outcome, step.owner, tree),
        titled=text is not None,
    )


def _joined(kind: str, parts: tuple[ConditionNode, ...]) -> Text:
    if kind == "not":
        return Text(f"并非：{parts[0].text.zh}", f"not: {parts[0].text.en}")
    return (
        Text("同时满足以下各项", "all of the following")
        if kind == "all"
        else Text("满足以下任意一项", "any of the following")
    )


def _compared(
    outcome: Outcome, steps: ConditionSteps, tree: Node, owner: str
) -> tuple[str | None, Shown | None, Shown | None]:
    """Return how a test compares, the value that it looks at and the one that it asks for; for a bare truth, itself.

    What is asked for is a figure of the policy: it stands right, wherever it was written.
    """
    id_ = outcome.plan.steps[steps.step].id
    by_side = {outcome.plan.steps[i].id.rsplit("/", 1)[1]: i for i in steps.operands}
    if isinstance(tree, Comparison):
        left = _side(outcome, tree.left, f"{id_}/left", by_side.get("left"), owner)
        right = _side(outcome, tree.right, f"{id_}/right", by_side.get("right"), owner)
        first, second = (right, left) if right.parameter is not None else (left, right)
        unit = first.unit or second.unit  # a number and what it is compared with count the same
        left, right = replace(left, unit=unit), replace(right, unit=unit)
        if isinstance(tree.right, Literal_) and (tree.right.value is None or isinstance(tree.right.value, bool)):
            return None, left, None
        if tree.right == ListNode(items=()):
            return None, left, None
        if isinstance(tree.left, Literal_) or (left.parameter is not None and right.parameter is None):
            return _MIRRORED[tree.operator], right, left
        return tree.operator, left, right
    if "value" in by_side:
        node = tree.value  # type: ignore[attr-defined]
        return None, _side(outcome, node, f"{id_}/value", by_side["value"], owner), None
    label = words(tree, outcome.plan.policies, owner)
    return None, Shown(id_, label, outcome.value(steps.step), tree.type), None


def _side(outcome: Outcome, node: Node, id_: str, step: int | None, owner: str) -> Shown:
    label = words(node, outcome.plan.policies, owner)
    unit = unit_of(node, outcome.plan.policies, outcome.plan.policies.names[owner])
    if step is None:
        assert isinstance(node, Literal_)
        return Shown(id_, label, node.value, node.type, written=True, unit=unit)
    parameter = None
    if isinstance(node, Name):
        bound = outcome.plan.environments[owner].bindings.get(node.name)
        parameter = bound.target if bound is not None and bound.kind == "parameter" else None
    return Shown(id_, label, outcome.value(step), node.type, parameter, unit=unit)


def _definition(outcome: Outcome, index: int) -> Shown:
    step = outcome.plan.steps[index]
    assert step.tree is not None
    label = words(Name(name=step.id.rsplit(".", 1)[-1]), outcome.plan.policies, step.owner)
    unit = unit_of(step.tree, outcome.plan.policies, outcome.plan.policies.names[step.owner])
    return Shown(step.id, label, outcome.value(index), step.tree.type, unit=unit)
