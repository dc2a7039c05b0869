"""Whether a case stands on a boundary of a rule: on the day, or at the figure, at which one of its tests changes.

In: the compiled parts of a rule, an outcome, the outcomes of the day before and the day after. Out: truths. A rule
without ordered comparison that does not depend on the decision date either, in its conditions and the definitions
that they use, has no boundary. Conclusions of other rules are theirs, and so is when determinations begin to count.
"""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cadre_rules.cases.mcdc import tests_of
from cadre_rules.cases.orders import Watched, at_boundary, is_ordered
from cadre_rules.feel import tree as feel
from cadre_rules.vocabulary.codes import FALSE, TRUE
from cadre_rules.vocabulary.counting.functions import FUNCTIONS

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping

    from cadre_rules.engine.compiled import Engine
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.feel.tree import Node
    from cadre_rules.plan.steps import ConditionSteps, Plan

_BY_DATE = frozenset(f.signature.name for f in FUNCTIONS.values() if "as_of" in f.implicit)
LookedAt = tuple["ConditionSteps", tuple[int, ...]]
WHOLE = ""
_SPANS = frozenset(
    f.signature.name for f in FUNCTIONS.values() if f.result in ("service", "months") or f.signature.name == "age"
) | {"years and months duration"}


class Around:
    """What lies around a case: its comparisons, and the outcomes of the day before and the day after.

    All is computed when it is first asked for. `places` tells where the steps of a plan stand, by their ids: on
    another day another plan may hold.
    """

    def __init__(self, engine: Engine, outcome: Outcome, places: Callable[[Plan], Mapping[str, int]]) -> None:
        self.engine = engine
        self.outcome = outcome
        self.places = places
        self.watched = Watched(outcome.plan, outcome.facts, outcome.as_of)
        self.known: list[tuple[Outcome, Mapping[str, int]]] | None = None

    def flipped(self, test: int) -> bool:
        """Return whether a test that is known on the day of the case comes out otherwise on a day beside it."""
        truth, id_ = self.outcome.truth(test), self.outcome.plan.steps[test].id
        if truth not in (TRUE, FALSE):
            return False
        if self.known is None:
            self.known = [self._on(day) for day in _beside(self.outcome.as_of)]
        other = FALSE if truth == TRUE else TRUE
        return any(id_ in places and near.truth(places[id_]) == other for near, places in self.known)

    def _on(self, day: date) -> tuple[Outcome, Mapping[str, int]]:
        near = self.engine.outcome(self.outcome.plan.question.name, self.outcome.facts, day)
        return near, self.places(near.plan)


def _beside(day: date) -> list[date]:
    one = timedelta(days=1)
    return [*([day - one] if day > date.min else []), *([day + one] if day < date.max else [])]


class Boundary:
    """Where the boundaries of one rule are.

    `conditions` are its own with the steps that have to hold for each to be looked at, `rows` those of its table. Each
    test that is an ordered comparison has a boundary of its own (`wanted`, by ids of steps); the rows of a table have
    one together, and so have the tests of a rule that depend on the date, or have ordered comparisons inside of them
    (`inner`), where no test is one itself (`WHOLE`).
    """

    def __init__(self, plan: Plan, conditions: Iterable[LookedAt], rows: Iterable[LookedAt]) -> None:
        self.plan = plan
        single = {test.step: (test, before) for condition, before in conditions for test in tests_of(condition)}
        self.rows = {test.step: (test, before) for condition, before in rows for test in tests_of(condition)}
        self.tests = {**single, **self.rows}
        reached = {step: list(_reached(plan, test)) for step, (test, _) in self.tests.items()}
        self.timed = {step for step, trees in reached.items() if any(_by_date(plan, *tree) for tree in trees)}
        self.ordered = {step for step, (test, _) in self.tests.items() if test.tree and is_ordered(test.tree)}
        nodes = [n for trees in reached.values() for _, tree in trees for n in feel.walk(tree) if is_ordered(n)]
        self.inner = frozenset() if self.ordered else frozenset(id(node) for node in nodes)
        together = bool(self.ordered & self.rows.keys()) or (not self.ordered and bool(self.timed or nodes))
        self.wanted = [plan.steps[step].id for step in single if step in self.ordered] + [WHOLE] * together

    def met(self, outcome: Outcome, around: Around, *, closely: bool) -> set[str]:
        """Return the boundaries on which a case stands; what is inside of tests is looked at only `closely`."""
        if not self.wanted:
            return set()
        seen = {step for step, (_, before) in self.tests.items() if all(outcome.truth(b) == TRUE for b in before)}
        if not self.ordered:
            on = any(around.flipped(step) for step in self.timed & seen)
            return {WHOLE} if on or (closely and bool(self.inner) and self._inside(outcome, around, seen)) else set()
        return {
            WHOLE if step in self.rows else self.plan.steps[step].id
            for step in self.ordered & seen
            if self._at_figure(outcome, around, self.tests[step][0]) or (step in self.timed and around.flipped(step))
        }

    def _at_figure(self, outcome: Outcome, around: Around, test: ConditionSteps) -> bool:
        """Return whether what a test compares is equal, or one step apart.

        A span that grows with the decision date is on its boundary for a day only, which its neighbours tell.
        """
        tree = test.tree
        assert tree is not None
        owner = self.plan.steps[test.step].owner
        if test.step in self.timed and any(_is_span(self.plan, owner, side) for side in feel.children(tree)):
            return False
        if not isinstance(tree, feel.Comparison):
            around.watched.value(test.step)
            return id(tree) in around.watched.met
        by_side = {self.plan.steps[i].id.rsplit("/", 1)[1]: i for i in test.operands}
        left, right = (
            side.value if isinstance(side, feel.Literal_) else outcome.value(by_side[name])
            for name, side in (("left", tree.left), ("right", tree.right))
        )
        return at_boundary(tree.operator, left, right, tree.left.type or tree.right.type)

    def _inside(self, outcome: Outcome, around: Around, seen: set[int]) -> bool:
        """Return whether a test hangs on a comparison inside of it that stands on its boundary."""
        known = [step for step in seen if outcome.truth(step) in (TRUE, FALSE)]
        for step in known:
            around.watched.value(step)
        for node in around.watched.met & self.inner:
            flipped = Watched(self.plan, outcome.facts, outcome.as_of, node)
            if any(flipped.value(step) is (outcome.truth(step) == FALSE) for step in known):
                return True
        return False


def _reached(plan: Plan, test: ConditionSteps) -> Iterator[tuple[str, Node]]:
    """Yield the tree of a test and those of the definitions that it uses, each with its owner."""
    seen: set[int] = set()
    assert test.tree is not None
    waiting: list[tuple[str, Node]] = [(plan.steps[test.step].owner, test.tree)]
    while waiting:
        owner, tree = waiting.pop()
        yield owner, tree
        for name in {n.name for n in feel.walk(tree) if isinstance(n, feel.Name)}:
            step = _definition(plan, owner, name)
            if step is not None and step not in seen:
                seen.add(step)
                found = plan.steps[step]
                assert found.tree is not None
                waiting.append((found.owner, found.tree))


def _definition(plan: Plan, owner: str, name: str) -> int | None:
    """Return the step of the definition that a name stands for; None for anything else."""
    bound = plan.environments[owner].bindings.get(name) if owner in plan.environments else None
    if bound is None or bound.kind != "step" or plan.steps[bound.target].kind != "definition":
        return None
    step: int = bound.target
    return step


def _by_date(plan: Plan, owner: str, tree: Node) -> bool:
    """Return whether a tree names the decision date, or a function that counts up to it."""
    bindings = plan.environments[owner].bindings if owner in plan.environments else {}
    names = (n.name for n in feel.walk(tree) if isinstance(n, feel.Name))
    return any(name in _BY_DATE or ((b := bindings.get(name)) is not None and b.kind == "as_of") for name in names)


def _is_span(plan: Plan, owner: str, node: Any) -> bool:
    """Return whether a value is a span of time that is counted: itself, or what is computed from one."""
    match node:
        case feel.Name():
            step = _definition(plan, owner, node.name)
            return step is not None and _is_span(plan, plan.steps[step].owner, plan.steps[step].tree)
        case feel.Arithmetic():
            return _is_span(plan, owner, node.left) or _is_span(plan, owner, node.right)
        case feel.If():
            return _is_span(plan, owner, node.yes) or _is_span(plan, owner, node.no)
        case feel.Call(function=feel.Name(name=name)):
            return name in _SPANS or any(_is_span(plan, owner, a.value) for a in node.arguments if name in _FOLDS)
    return False


_FOLDS = ("min", "max", "sum", "floor", "ceiling")
