"""Policies and a date become a plan: rules in the order in which their conclusions are needed.

In: a linked `PolicySet`, the name of a question, a decision date. Out: a `Plan` that holds for the whole interval
around that date in which no parameter and no policy's being in force changes. It must not look at any record.
"""

from __future__ import annotations

from itertools import combinations
from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Call, Comparison, Filter, Literal_, Logic, Name, Node, children
from cadre_rules.feel.types import BOOLEAN, ContextType, ListType, strip_optional
from cadre_rules.feel.values import UNKNOWN
from cadre_rules.plan.steps import (
    Binding,
    BoundParameter,
    ConditionSteps,
    Environment,
    Formula,
    Plan,
    RuleSteps,
    Step,
    StepKind,
)
from cadre_rules.vocabulary.codes import FALSE, MAYBE, TRUE

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from cadre_rules.feel.types import Type
    from cadre_rules.policy.linked import (
        Condition,
        Definition,
        Override,
        Parameter,
        Policy,
        PolicySet,
        Question,
        Rule,
    )
    from cadre_rules.policy.linked_procedures import StepOrder


def compile_plan(policies: PolicySet, question: str, day: date) -> Plan:
    """Compile `question` for the interval of decision dates around `day`.

    The question's conclusions, and those of other questions that they build on, are ordered so that each is
    computed before it is used; the linker has refused cycles. Raises KeyError for a question that is not there.
    """
    return _Compiler(policies, policies.questions[question], day).plan()


class _Compiler:
    def __init__(self, policies: PolicySet, question: Question, day: date) -> None:
        self.policies = policies
        self.question = question
        self.day = day
        self.steps: list[Step] = []
        self.environments: dict[str, Environment] = {}
        self.parameters: dict[str, BoundParameter] = {}
        self.definitions: dict[str, int] = {}
        self.rules: dict[str, RuleSteps] = {}
        self.conclusions: dict[str, int] = {}
        self.in_force: dict[str, bool | None] = {}
        self.question_gates: dict[str, tuple[ConditionSteps | None, int]] = {}
        self.edges: set[date] = set()

    def plan(self) -> Plan:
        for rule in self.policies.rules_of(self.question.name):
            self.rule(rule)
        for name in self.question.conclusions:
            self.conclusion(name)
        applies, _ = self.question_gate(self.question)
        answer = self.eligibility() if self.question.mode == "eligible" else None
        conflicts = self.conflicts()
        since, until = self.interval()
        return Plan(
            question=self.question,
            policies=self.policies,
            since=since,
            until=until,
            steps=tuple(self.steps),
            environments=self.environments,
            parameters=self.parameters,
            rules=self.rules,
            conclusions=self.conclusions,
            conflicts=conflicts,
            applies=applies,
            answer=answer,
            in_force=self.in_force,
        )

    # steps ----------------------------------------------------------------------------------------------------

    def add(self, id_: str, kind: StepKind, type_: Type, owner: str, tree: Node | None, formula: Formula | None) -> int:
        index = len(self.steps)
        self.steps.append(Step(index, id_, kind, type_, owner, tree, formula))
        return index

    def formula(self, id_: str, kind: StepKind, operator: str, operands: tuple[int, ...]) -> int:
        made = Formula(operator, operands)  # type: ignore[arg-type]
        return self.add(id_, kind, BOOLEAN, "", None, made)

    def constant(self, id_: str, truth: int) -> int:
        return self.formula(id_, "gate", "const", (truth,))

    # names ----------------------------------------------------------------------------------------------------

    def environment(self, owner: str, names: Iterable[str]) -> None:
        """Bind every name that a tree of `owner` uses; what it needs is compiled first."""
        env = self.environments.get(owner)
        if env is None:
            policy = self.policies.policies.get(owner)
            env = Environment(owner, {}, policy is not None and policy.count_by == "month")
            self.environments[owner] = env
        bindings: dict[str, Binding] = env.bindings  # type: ignore[assignment]
        for name in names:
            if name not in bindings and (bound := self.bind(owner, name)):
                bindings[name] = bound

    def bind(self, owner: str, name: str) -> Binding | None:
        names = self.policies.names[owner]
        if name in names.definitions:
            return Binding("step", self.definition(names.definitions[name]))
        if name in names.parameters:
            return Binding("parameter", self.parameter(names.parameters[name]))
        if name in names.conclusions:
            return Binding("step", self.conclusion(name))
        if name == "as_of":
            return Binding("as_of", None)
        return Binding("fact", name) if name in names.facts else None

    def tree(self, owner: str, tree: Node) -> Node:
        self.environment(owner, _names(tree))
        return tree

    def parameter(self, parameter: Parameter) -> str:
        if parameter.id not in self.parameters:
            found = parameter.in_force(self.day)
            self.edges |= {v.since for v in parameter.values}
            self.parameters[parameter.id] = BoundParameter(
                parameter,
                found.value if found else UNKNOWN,
                found.since if found else None,
                found.set_by if found else None,
            )
        return parameter.id

    def definition(self, definition: Definition) -> int:
        if definition.id not in self.definitions:
            tree = self.tree(definition.owner, definition.tree)
            assert tree.type is not None
            self.definitions[definition.id] = self.add(
                definition.id, "definition", tree.type, definition.owner, tree, None
            )
        return self.definitions[definition.id]

    # conditions -----------------------------------------------------------------------------------------------

    def condition(self, id_: str, owner: str, condition: Condition) -> ConditionSteps:
        if condition.operator == "test":
            assert condition.tree is not None
            return self.test(id_, owner, condition, condition.tree)
        parts = tuple(self.condition(f"{id_}/{i}", owner, part) for i, part in enumerate(condition.operands))
        operator = {"all": "and", "any": "or", "not": "not"}[condition.operator]
        step = self.formula(id_, "junction", operator, tuple(p.step for p in parts))
        return ConditionSteps(condition, step, parts)

    def test(self, id_: str, owner: str, condition: Condition, tree: Node) -> ConditionSteps:
        """Compile one FEEL condition; `and`, `or` and `not(…)` in it become junctions, so that each part shows."""
        inner, operator = _split(tree)
        if operator:
            parts = tuple(self.test(f"{id_}/{i}", owner, condition, part) for i, part in enumerate(inner))
            step = self.formula(id_, "junction", operator, tuple(p.step for p in parts))
            return ConditionSteps(condition, step, parts, (), tree)
        self.tree(owner, tree)
        operands = tuple(
            self.add(f"{id_}/{side}", "operand", node.type, owner, node, None)
            for side, node in _operands(tree)
            if node.type is not None
        )
        step = self.add(id_, "test", BOOLEAN, owner, tree, None)
        return ConditionSteps(condition, step, (), operands, tree)

    # rules ----------------------------------------------------------------------------------------------------

    def rule(self, rule: Rule) -> RuleSteps:
        if rule.id in self.rules:
            return self.rules[rule.id]
        policy = self.policies.policies[rule.policy]
        gates = self.gates(rule, policy)
        applies = self.formula(f"{rule.id}/applies", "gate", "and", tuple(step for _, _, step in gates))
        condition, rows, holds, per_conclusion = self.body(rule)
        exceptions = tuple(
            self.condition(f"{rule.id}/unless/{e.name}", rule.policy, e.condition) for e in rule.exceptions
        )
        excepted = self.formula(f"{rule.id}/excepted", "gate", "or", tuple(e.step for e in exceptions))
        spared = self.formula(f"{rule.id}/not-excepted", "gate", "not", (excepted,))
        raw = self.formula(f"{rule.id}/raw", "rule", "and", (applies, holds, spared))
        displaced = tuple(self.displaced(rule, override, per_conclusion) for override in rule.overridden_by)
        overridden = self.formula(f"{rule.id}/overridden", "gate", "or", displaced)
        stands = self.formula(f"{rule.id}/not-overridden", "gate", "not", (overridden,))
        fired = self.formula(rule.id, "rule", "and", (raw, stands))
        concluded = {
            name: fired if step is None else self.formula(f"{rule.id}/concludes/{name}", "rule", "and", (fired, step))
            for name, step in per_conclusion.items()
        }
        shown = tuple(self.definition(d) for d in rule.shows)
        self.rules[rule.id] = RuleSteps(
            rule, gates, applies, condition, rows, exceptions, excepted, raw, fired, concluded, shown, displaced, holds,
            self.order(rule),
        )  # fmt: skip
        return self.rules[rule.id]

    def displaced(self, rule: Rule, override: Override, drawn: Mapping[str, int | None]) -> int:
        """Return the step that says whether an override takes the rule's place; `drawn`: what the rule would conclude.

        One by rank does so only where both conclude what excludes each other; a table may conclude something else.
        """
        other = self.rule(self.policies.rules[override.rule])
        if not override.by_rank:
            return other.fired
        both: list[int] = []
        for a, b in _exclusions(self.policies, other.rule, rule):
            own = drawn[b]
            made = (other.concluded[a],) if own is None else (other.concluded[a], own)
            step = made[0] if own is None else self.formula(f"{rule.id}/{override.rule}/{a}/{b}", "gate", "and", made)
            both.append(step)
        steps = tuple(dict.fromkeys(both))
        return steps[0] if len(steps) == 1 else self.formula(f"{rule.id}/{override.rule}/rank", "gate", "or", steps)

    def gates(self, rule: Rule, policy: Policy) -> tuple[tuple[str, ConditionSteps | None, int], ...]:
        """Return what must hold for the rule to be looked at: in force, question, policy and rule apply."""
        question = self.policies.questions[policy.question]
        gates: list[tuple[str, ConditionSteps | None, int]] = [
            ("in force", None, self.force(policy)),
            ("question", *self.question_gate(question)),
        ]
        if policy.applies:
            made = self.condition(f"{policy.id}/applies", policy.id, policy.applies)
            gates.append(("policy", made, made.step))
        if rule.applies:
            made = self.condition(f"{rule.id}/applies-where", policy.id, rule.applies)
            gates.append(("rule", made, made.step))
        return tuple(gates)

    def force(self, policy: Policy) -> int:
        if policy.id not in self.in_force:
            start, end = policy.in_force_from, policy.in_force_to
            self.edges |= {d for d in (start, end) if d}
            begun = None if start is None else start <= self.day
            over = None if policy.in_force_to_open else end is not None and end <= self.day
            self.in_force[policy.id] = False if begun is False or over else True if begun and over is False else None
        state = self.in_force[policy.id]
        return self.constant(f"{policy.id}/in-force", {None: MAYBE, True: TRUE, False: FALSE}[state])

    def question_gate(self, question: Question) -> tuple[ConditionSteps | None, int]:
        if question.name not in self.question_gates:
            owner = f"question:{question.name}"
            made = self.condition(f"{question.name}/applies", owner, question.applies) if question.applies else None
            step = made.step if made else self.constant(f"{question.name}/applies", TRUE)
            self.question_gates[question.name] = (made, step)
        return self.question_gates[question.name]

    def body(self, rule: Rule) -> tuple[ConditionSteps | None, tuple[ConditionSteps, ...], int, dict[str, int | None]]:
        """Compile what the rule tests; give the step of "it would draw conclusions", and each conclusion's own."""
        if rule.table is not None:
            return self.table(rule)
        order = self.order(rule)
        asked = order.condition if order is not None else rule.condition
        assert asked is not None
        condition = self.condition(f"{rule.id}/{rule.kind}", rule.policy, asked)
        holds = condition.step
        if rule.kind in ("require", "procedure"):
            holds = self.formula(f"{rule.id}/not-met", "gate", "not", (holds,))
        return condition, (), holds, dict.fromkeys(rule.conclusions)

    def order(self, rule: Rule) -> StepOrder | None:
        """Return the steps that a procedure asks for on the plan's days."""
        procedure = rule.procedure
        if procedure is None or procedure.parameter is None:
            return procedure.orders[0] if procedure is not None else None
        bound = self.parameters[self.parameter(self.policies.parameters[procedure.parameter])]
        return procedure.order(bound.value)

    def table(self, rule: Rule) -> tuple[ConditionSteps | None, tuple[ConditionSteps, ...], int, dict[str, int | None]]:
        """Compile a decision table of conclusions as truths: which rows count under its hit policy."""
        table = rule.table
        assert table is not None
        rows = tuple(
            self.condition(f"{rule.id}/row/{i + 1}", rule.policy, row.condition) for i, row in enumerate(table.rows)
        )
        effective: list[int] = []
        for i in range(len(rows)):
            before = [j for j in range(len(rows)) if _displaces(table.hit_policy, table, j, i)]
            if not before:
                effective.append(rows[i].step)
                continue
            others = self.formula(f"{rule.id}/row/{i + 1}/displaced", "gate", "or", tuple(rows[j].step for j in before))
            free = self.formula(f"{rule.id}/row/{i + 1}/stands", "gate", "not", (others,))
            effective.append(self.formula(f"{rule.id}/row/{i + 1}/counts", "gate", "and", (rows[i].step, free)))
        per: dict[str, int | None] = {}
        for name in rule.conclusions:
            hits = tuple(e for e, row in zip(effective, table.rows, strict=True) if name in row.conclusions)
            per[name] = self.formula(f"{rule.id}/table/{name}", "gate", "or", hits)
        concluding = tuple(e for e, row in zip(effective, table.rows, strict=True) if row.conclusions)
        holds = self.formula(f"{rule.id}/table", "gate", "or", concluding)
        return None, rows, holds, per

    # conclusions ----------------------------------------------------------------------------------------------

    def conclusion(self, name: str) -> int:
        if name not in self.conclusions:
            rules = [r for r in self.policies.rules.values() if name in r.conclusions]
            steps = tuple(self.rule(r).concluded[name] for r in rules)
            self.conclusions[name] = self.formula(f"conclusion/{name}", "conclusion", "or", steps)
        return self.conclusions[name]

    def eligibility(self) -> int:
        """Return the step that says whether every requirement is met: nothing but notices is concluded."""
        bars = tuple(
            step
            for rule in self.policies.rules_of(self.question.name)
            for name, step in self.rules[rule.id].concluded.items()
            if not self.policies.conclusions[name].notice
        )
        barred = self.formula(f"{self.question.name}/barred", "gate", "or", bars)
        return self.formula(f"{self.question.name}/answer", "answer", "not", (barred,))

    def conflicts(self) -> tuple[tuple[str, str, int], ...]:
        """Return the pairs of conclusions that exclude each other, with the step that says that both are drawn.

        They do where the question says so, or where they stand in rows of a table that must not match together.
        """
        found: dict[tuple[str, str], list[int]] = {}
        for i, (a, b) in enumerate(self.question.incompatible):
            both = (self.conclusion(a), self.conclusion(b))
            step = self.formula(f"{self.question.name}/incompatible/{i + 1}", "gate", "and", both)
            found.setdefault((a, b), []).append(step)
        for rule in self.policies.rules_of(self.question.name):
            if rule.table is not None and rule.table.hit_policy in ("U", "A"):
                self.clashes(rule, found)
        return tuple(
            (a, b, self.formula(f"{self.question.name}/conflict/{a}/{b}", "gate", "or", tuple(steps)))
            for (a, b), steps in found.items()
        )

    def clashes(self, rule: Rule, found: dict[tuple[str, str], list[int]]) -> None:
        """Add the pairs of rows that match together and conclude different things."""
        assert rule.table is not None
        compiled = self.rules[rule.id]
        for (i, first), (j, second) in combinations(enumerate(rule.table.rows), 2):
            if first.conclusions and second.conclusions and first.conclusions != second.conclusions:
                both = (compiled.fired, compiled.rows[i].step, compiled.rows[j].step)
                step = self.formula(f"{rule.id}/rows/{i + 1}/{j + 1}", "gate", "and", both)
                found.setdefault((first.conclusions[0], second.conclusions[0]), []).append(step)

    def interval(self) -> tuple[date | None, date | None]:
        before = [d for d in self.edges if d <= self.day]
        after = [d for d in self.edges if d > self.day]
        return max(before, default=None), min(after, default=None)


def _exclusions(policies: PolicySet, first: Rule, second: Rule) -> list[tuple[str, str]]:
    """Return the conclusions of two rules that exclude each other, the first rule's first."""
    pairs = [pair for question in policies.questions.values() for pair in question.incompatible]
    ordered = [*pairs, *((b, a) for a, b in pairs)]
    return [(a, b) for a, b in ordered if a in first.conclusions and b in second.conclusions]


def _displaces(hit_policy: str, table: object, j: int, i: int) -> bool:
    """Return whether a match of row j keeps row i from counting."""
    rows = table.rows  # type: ignore[attr-defined]
    if hit_policy == "F":
        return j < i
    if hit_policy == "P":
        rank = {name: n for n, name in enumerate(table.priority)}  # type: ignore[attr-defined]
        key = [min((rank.get(c, len(rank)) for c in row.conclusions), default=len(rank)) for row in rows]
        return (key[j], j) < (key[i], i)
    return False


def _names(tree: Node) -> set[str]:
    """Return the names that a tree asks for; within a filter the facts of its items hide what is called the same."""
    if isinstance(tree, Name):
        return {tree.name}
    if isinstance(tree, Filter):
        return _names(tree.base) | (_names(tree.condition) - _item_facts(tree.base.type))
    return {name for child in children(tree) for name in _names(child)}


def _item_facts(type_: Type | None) -> set[str]:
    item = strip_optional(type_) if type_ is not None else None
    item = strip_optional(item.item) if isinstance(item, ListType) else item
    return {field.en for field in item.fields} if isinstance(item, ContextType) else set()


def _split(tree: Node) -> tuple[tuple[Node, ...], str | None]:
    if isinstance(tree, Logic):
        return tree.operands, tree.operator
    if isinstance(tree, Call) and isinstance(tree.function, Name) and tree.function.name == "not":
        return (tree.arguments[0].value,), "not"
    return (), None


def _operands(tree: Node) -> list[tuple[str, Node]]:
    """Return the values that a test compares, so that an explanation can show them; literals speak for themselves."""
    if isinstance(tree, Comparison):
        sides = [("left", tree.left), ("right", tree.right)]
    else:
        sides = [("value", v)] if (v := getattr(tree, "value", None)) is not None else []
    return [(side, node) for side, node in sides if isinstance(node, Node) and not isinstance(node, Literal_)]
