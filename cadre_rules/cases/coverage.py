"""What the cases of a run have shown of the rules of the policies that they test.

In: the results of case files. Out: `Coverage`. Cases that failed, and cases that expect an error, do not count. A
condition is looked at in a case where all that stands before it (in force, the question, the policy and the rule
apply) is known to hold.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from cadre_rules.cases.boundary import Around, Boundary
from cadre_rules.cases.guards import Guards
from cadre_rules.cases.mcdc import deciding, tests_of
from cadre_rules.cases.naming import Naming
from cadre_rules.cases.tally import (
    Clause,
    Condition,
    Coverage,
    Leaf,
    Part,
    Place,
    PolicyTally,
    QuestionTally,
    Row,
    RuleTally,
)
from cadre_rules.explain.findings import status_of
from cadre_rules.vocabulary.codes import FALSE, TRUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadre_rules.cases.boundary import LookedAt
    from cadre_rules.cases.running import CaseResult, FileResult, Loaded
    from cadre_rules.cases.tally import Both
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.plan.steps import ConditionSteps, Plan, RuleSteps
    from cadre_rules.policy.linked import Policy

Key = tuple[str, Path]


class Looked(NamedTuple):
    """A condition of a plan, what has to hold for it to be looked at, and the tally of it."""

    steps: ConditionSteps
    before: tuple[int, ...]
    guards: Guards
    tally: Condition


@dataclass
class RuleSheet:
    """A rule of a plan beside its tally."""

    steps: RuleSteps
    tally: RuleTally
    boundary: Boundary
    rows: tuple[int, ...]


@dataclass
class Sheet:
    """What is counted in every case of one plan."""

    plan: Plan
    places: Mapping[str, int]
    conditions: list[Looked] = field(default_factory=list)
    rules: list[RuleSheet] = field(default_factory=list)
    overrides: list[tuple[int, int, Place]] = field(default_factory=list)  # raw, displaced, where that is counted


def coverage(results: Iterable[FileResult]) -> Coverage:
    """Return what the cases of files have shown, with a tally for each policy that has a file, in their order."""
    counting = _Counting()
    listed = list(results)
    for result in listed:
        counting.test(result)
    for result in listed:
        counting.draw(result)
        for case in result.cases:
            counting.case(result.loaded, case)
    questions = [question for question in counting.questions.values() if question.conditions]
    return Coverage(list(counting.policies.values()), questions)


class _Counting:
    def __init__(self) -> None:
        self.policies: dict[Key, PolicyTally] = {}
        self.questions: dict[tuple[str, str], QuestionTally] = {}
        self.sheets: dict[int, Sheet] = {}
        self.places: dict[int, tuple[Plan, Mapping[str, int]]] = {}
        self.naming: dict[int, tuple[Loaded, Naming]] = {}

    def test(self, result: FileResult) -> None:
        """Put down the policy of a file with all its rules, whether a case gets to them or not."""
        policies = result.loaded.policies
        policy = policies.set.policies[result.policy]
        if _key(policy) not in self.policies:
            tallies = {rule.name: RuleTally(rule) for rule in policy.rules}
            self.policies[_key(policy)] = PolicyTally(policy, rules=tallies)
        question = policies.set.questions[policy.question]
        self.questions.setdefault((question.pack, question.name), QuestionTally(question))

    def draw(self, result: FileResult) -> None:
        """Draw up the conditions of the policy of a file; which policies are tested has to be known by then."""
        policies = result.loaded.policies
        question = policies.set.policies[result.policy].question
        self.sheet(policies.engine.compiled(question, result.cases[0].as_of).plan, result.loaded)

    def place(self, plan: Plan) -> Mapping[str, int]:
        if id(plan) not in self.places:
            self.places[id(plan)] = plan, {step.id: step.index for step in plan.steps}
        return self.places[id(plan)][1]

    def case(self, loaded: Loaded, case: CaseResult) -> None:
        """Count one case."""
        if case.decision is None or not case.passed:
            return
        outcome = case.decision.outcome
        sheet = self.sheet(outcome.plan, loaded)
        around = Around(case.decision.engine, outcome, self.place)
        for looked in sheet.conditions:
            _count_condition(outcome, looked)
        for rule in sheet.rules:
            _count_rule(outcome, rule)
            edges = rule.tally.edges
            edges.add(case.name, rule.boundary.met(outcome, around, closely=not edges.met))
        for raw, displaced, place in sheet.overrides:
            _count(outcome, raw, displaced, place.taken)

    def sheet(self, plan: Plan, loaded: Loaded) -> Sheet:
        """Return the sheet of a plan; what it meets first is put down in the tallies."""
        if id(plan) not in self.sheets:
            self.sheets[id(plan)] = _Drawing(self, plan, self.namer(loaded)).sheet()
        return self.sheets[id(plan)]

    def namer(self, loaded: Loaded) -> Naming:
        if id(loaded) not in self.naming:
            self.naming[id(loaded)] = loaded, Naming.of(loaded.texts)
        return self.naming[id(loaded)][1]


class _Drawing:
    """Draws up the sheet of one plan."""

    def __init__(self, counting: _Counting, plan: Plan, naming: Naming) -> None:
        self.counting = counting
        self.plan = plan
        self.naming = naming
        self.made = Sheet(plan, counting.place(plan))

    def sheet(self) -> Sheet:
        for steps in self.plan.rules.values():
            policy = self.plan.policies.policies[steps.rule.policy]
            tally = self.counting.policies.get(_key(policy))
            if tally is not None:
                self.rule(tally, steps)
        for steps in self.plan.rules.values():
            for override, displaced in zip(steps.rule.overridden_by, steps.displaced, strict=True):
                self.override(steps, override.rule, override.by_rank, displaced)
        return self.made

    def rule(self, policy: PolicyTally, steps: RuleSteps) -> None:
        rule = steps.rule
        tally = policy.rules[rule.name]
        own = list(self.conditions(policy, tally, steps))
        whole = tuple(step for _, _, step in steps.gates)
        boundary = Boundary(self.plan, own, [(row, whole) for row in steps.rows])
        for wanted in boundary.wanted:
            tally.edges.cases.setdefault(wanted, [])
        rows = [self.made.places.get(f"{rule.id}/row/{i}/counts", row.step) for i, row in enumerate(steps.rows, 1)]
        tally.rows = tally.rows or [
            Row(not any(tests_of(row)) and row.step == step) for row, step in zip(steps.rows, rows, strict=True)
        ]
        for clause in rule.exceptions:
            tally.exceptions.setdefault(clause.name, Clause(clause.name, clause.title))
        self.made.rules.append(RuleSheet(steps, tally, boundary, tuple(rows)))

    def conditions(self, policy: PolicyTally, tally: RuleTally, steps: RuleSteps) -> Iterator[LookedAt]:
        """Put down the conditions of a rule with those of its policy and question.

        Yield the rule's own, with the steps that have to hold for them to be looked at.
        """
        before: tuple[int, ...] = ()
        question = self.plan.policies.questions[policy.policy.question]
        for name, made, step in steps.gates:
            if made is not None and name == "rule":
                self.condition(tally.conditions, made, "applies", "", before, tally.rule.id)
                yield made, before
            elif made is not None and name == "policy":
                self.condition(policy.conditions, made, "policy", "", before, "")
            elif made is not None:
                asked = self.counting.questions[question.pack, question.name]
                self.condition(asked.conditions, made, "question", "", before, "")
            before = (*before, step)
        if steps.condition is not None and not _order_open(steps):
            part: Part = "when" if tally.rule.kind == "when" else "require"
            self.condition(tally.conditions, steps.condition, part, "", before, tally.rule.id)
            yield steps.condition, before
        for clause, made in zip(tally.rule.exceptions, steps.exceptions, strict=True):
            self.condition(tally.conditions, made, "unless", clause.name, before, tally.rule.id)
            yield made, before

    def condition(
        self,
        known: dict[str, Condition],
        steps: ConditionSteps,
        part: Part,
        clause: str,
        before: tuple[int, ...],
        within: str,
    ) -> None:
        id_ = self.plan.steps[steps.step].id
        if id_ not in known:
            leaves = {self.plan.steps[t.step].id: self.leaf(t, within) for t in tests_of(steps)}
            known[id_] = Condition(id_, part, clause, leaves, tuple(self.groups(steps, within)))
        for test in tests_of(steps):  # another plan may have more: the steps of a procedure may be a parameter's
            leaf = self.plan.steps[test.step].id
            known[id_].tests.setdefault(leaf, self.leaf(test, within))
        if not any(looked.tally is known[id_] for looked in self.made.conditions):
            self.made.conditions.append(Looked(steps, before, Guards(self.plan, steps), known[id_]))

    def leaf(self, test: ConditionSteps, within: str) -> Leaf:
        id_ = self.plan.steps[test.step].id
        names = self.naming.names(self.plan, test, within)
        return Leaf(id_, self.naming.said(self.plan, test), self.naming.written(test), names)

    def groups(self, steps: ConditionSteps, within: str) -> Iterator[tuple[tuple[str, ...], tuple[str, ...]]]:
        """Yield the names of each junction with the ids of the tests in it."""
        if steps.parts:
            leaves = tuple(self.plan.steps[t.step].id for t in tests_of(steps))
            yield self.naming.names(self.plan, steps, within), leaves
            for part in steps.parts:
                yield from self.groups(part, within)

    def override(self, steps: RuleSteps, by: str, by_rank: bool, displaced: int) -> None:
        rule = self.plan.policies.rules[by]
        policy = self.counting.policies.get(_key(self.plan.policies.policies[rule.policy]))
        if policy is not None:
            tally = policy.rules[rule.name]
            place = tally.overrides.setdefault(steps.rule.id, Place(steps.rule.id, by_rank))
            self.made.overrides.append((steps.raw, displaced, place))


def _key(policy: Policy) -> Key:
    """Return what tells a policy from those of other folders with the same name."""
    return policy.id, Path(policy.position.file).resolve()


def _order_open(steps: RuleSteps) -> bool:
    """Return whether the steps of a procedure are those of a parameter that is open: then it tests nothing yet."""
    procedure = steps.rule.procedure
    return procedure is not None and procedure.parameter is not None and steps.order is None


def _count_condition(outcome: Outcome, looked: Looked) -> None:
    """Count the tests that decide a condition in a case in which it is looked at."""
    if all(outcome.truth(step) == TRUE for step in looked.before):
        ids = outcome.plan.steps
        for step, truth in deciding(outcome.plan, looked.steps, outcome.truth, looked.guards.not_looked_at(outcome)):
            looked.tally.tests[ids[step].id].decided.add(truth)


def _count_rule(outcome: Outcome, sheet: RuleSheet) -> None:
    steps, tally = sheet.steps, sheet.tally
    tally.states[status_of(outcome, steps)] += 1
    if outcome.truth(steps.applies) != TRUE:
        return
    for step, row in zip(sheet.rows, tally.rows, strict=True):
        _add(row.counted, outcome.truth(step))
    for clause, made in zip(tally.exceptions.values(), steps.exceptions, strict=True):
        _count(outcome, steps.holds, made.step, clause.held)


def _count(outcome: Outcome, where: int, step: int, both: Both) -> None:
    """Count a step in a case in which another one holds."""
    if outcome.truth(where) == TRUE:
        _add(both, outcome.truth(step))


def _add(both: Both, truth: int) -> None:
    if truth in (TRUE, FALSE):
        both.add(truth == TRUE)
