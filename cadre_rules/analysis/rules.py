"""What rules conclude, as terms: of one pack with the packs above it.

In: a policy set and the names of packs. Out: for each rule and some of its conclusions, the term of "it draws one of
them"; for each conclusion, the term of all rules that draw it. A rule that is displaced draws nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.analysis.lowering import Lowering
from cadre_rules.analysis.terms import Terms
from cadre_rules.policy.order import needed_conclusions, rule_trees

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.feel.tree import Node
    from cadre_rules.policy.linked import Condition, PolicySet, Rule, Table


@dataclass(frozen=True, slots=True)
class _Parts:
    """A rule: whom it is about, when it concludes (when the rows of its table match), when it is excepted."""

    scope: int
    holds: tuple[int, ...]
    excepted: int


class View:
    """The rules of one pack and those above it, as one who is bound by them meets them."""

    def __init__(self, policies: PolicySet, packs: Iterable[str]) -> None:
        self.policies = policies
        self.packs = frozenset(packs)
        self.rules = {i: r for i, r in policies.rules.items() if policies.policies[r.policy].pack in self.packs}
        self.terms = Terms()
        self._lowering = Lowering(policies, self.terms, self.conclusion)
        self._parts: dict[str, _Parts] = {}
        self._drawn: dict[str, int] = {}

    def lower(self, condition: Condition, owner: str) -> int:
        """Return the term of a condition of a policy (or `question:…`)."""
        if condition.operator == "test":
            assert condition.tree is not None
            return self._lowering.whole(condition.tree, owner)
        parts = [self.lower(part, owner) for part in condition.operands]
        if condition.operator == "not":
            return self.terms.negation(parts[0])
        return self.terms.junction("and" if condition.operator == "all" else "or", parts)

    def part(self, tree: Node, owner: str) -> int:
        """Return the term of a text, or of a part of one."""
        return self._lowering.whole(tree, owner)

    def drawing(self, conclusion: str) -> list[Rule]:
        """Return the rules that may draw a conclusion."""
        return [r for r in self.rules.values() if conclusion in r.conclusions]

    def conclusion(self, name: str) -> int:
        """Return the term of "this is concluded"."""
        if name not in self._drawn:
            rules = self.drawing(name)
            for rule in rules:
                self._prepare(rule)
            self._drawn[name] = self.terms.junction("or", [self.draws(r, {name}) for r in rules])
        return self._drawn[name]

    def draws(self, rule: Rule, counted: set[str]) -> int:
        """Return the term of "the rule draws one of the conclusions".

        Where a rule takes its place that draws none of them, it does not.
        """
        self._prepare(rule)
        parts = self._parts[rule.id]
        holds = self._counting(rule, parts.holds, counted)
        displaced = [
            self.draws(other, set(other.conclusions))
            for override in rule.overridden_by
            if (other := self.rules.get(override.rule)) is not None and not counted.intersection(other.conclusions)
        ]
        free = [self.terms.negation(t) for t in (parts.excepted, *displaced)]
        return self.terms.junction("and", (parts.scope, holds, *free))

    def _counting(self, rule: Rule, holds: tuple[int, ...], counted: set[str]) -> int:
        """Return the term of "what the rule tests leads to one of the conclusions"."""
        table = rule.table
        if table is None:
            return holds[0] if counted.intersection(rule.conclusions) else self.terms.false
        wanted = [bool(counted.intersection(row.conclusions)) for row in table.rows]
        order = _order(table)
        if order is None:
            return self.terms.junction("or", [h for h, w in zip(holds, wanted, strict=True) if w])
        whole = self.terms.false
        for i in reversed(order):  # the first row that matches counts
            whole = self.terms.choice(holds[i], self.terms.true if wanted[i] else self.terms.false, whole)
        return whole

    def _prepare(self, rule: Rule) -> None:
        """Make the parts of a rule after those of the rules that it builds on, so that no chain costs stack."""
        todo = [rule]
        way: set[str] = set()
        while todo:
            at = todo[-1]
            missing = [r for r in self._needed(at) if r.id not in self._parts and r.id not in way]
            if missing and at.id not in way:
                way.add(at.id)
                todo.extend(missing)
                continue
            todo.pop()
            if at.id not in self._parts:
                self._parts[at.id] = self._made(at)

    def _needed(self, rule: Rule) -> Iterator[Rule]:
        policies = self.policies
        policy = policies.policies[rule.policy]
        for tree in rule_trees(rule, policy, policies.questions[policy.question]):
            for name in sorted(needed_conclusions(tree, policies.names[policy.id], policies.names)):
                yield from self.drawing(name)

    def _made(self, rule: Rule) -> _Parts:
        policy = self.policies.policies[rule.policy]
        question = self.policies.questions[policy.question]
        gates = [
            self.lower(condition, owner)
            for condition, owner in (
                (question.applies, f"question:{question.name}"),
                (policy.applies, policy.id),
                (rule.applies, policy.id),
            )
            if condition is not None
        ]
        scope = self.terms.junction("and", gates)
        if not self.terms.is_constant(scope):
            scope = self.terms.term("scope", (scope,), truth=True)
        excepted = self.terms.junction("or", [self.lower(e.condition, policy.id) for e in rule.exceptions])
        return _Parts(scope, self._holds(rule), excepted)

    def _holds(self, rule: Rule) -> tuple[int, ...]:
        if rule.table is not None:
            return tuple(self.lower(row.condition, rule.policy) for row in rule.table.rows)
        if rule.procedure is not None:  # whichever of its orders holds
            missed = [self.terms.negation(self.lower(o.condition, rule.policy)) for o in rule.procedure.orders]
            return (self.terms.junction("or", missed),)
        assert rule.condition is not None
        condition = self.lower(rule.condition, rule.policy)
        return (self.terms.negation(condition) if rule.kind == "require" else condition,)


def _order(table: Table) -> list[int] | None:
    """Return the order in which rows are tried of which only the first that matches counts; None where all do."""
    rows = list(range(len(table.rows)))
    if table.hit_policy == "F":
        return rows
    if table.hit_policy != "P":
        return None
    rank = {name: n for n, name in enumerate(table.priority)}
    last = len(rank)
    return sorted(rows, key=lambda i: min((rank.get(c, last) for c in table.rows[i].conclusions), default=last))
