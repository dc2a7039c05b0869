"""Which facts of the record went into a test, and which are missing.

In: a typed tree and the outcome it belongs to. Out: `Fact`s with their pointers into the record, `Member`s of lists
with what became of each, and `Missing` facts that keep a test open. It follows the tree as the interpreter does, and
decides nothing.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cadre_rules.feel import interpret
from cadre_rules.feel.tree import Call, Filter, Literal_, Name, Node, Path, Quantified, children
from cadre_rules.feel.types import ContextType, ListType, strip_optional
from cadre_rules.feel.values import UNKNOWN, Interval, PartialList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.feel.types import Type

READS: Mapping[str, tuple[str, ...]] = {
    "total service": ("start", "end"),
    "latest unbroken": ("start", "end"),
    "time in post": ("post", "start", "end"),
    "held since": ("post", "start", "end"),
    "run length": ("year",),
    "longest run": ("year",),
}


@dataclass(frozen=True, slots=True)
class Fact:
    """A scalar fact: its path from the root (`("person", "birth_date")`, `("posts", 2, "end")`), type and value."""

    path: tuple[str | int, ...]
    type: Type | None
    value: Any


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a list and what a test made of it: "counted", "perhaps" or "left out". `why` are the facts that
    decided it."""

    path: tuple[str | int, ...]
    state: str
    why: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not known: a fact of the record, a list, a determination or an open parameter."""

    kind: str
    path: tuple[str | int, ...] = ()
    name: str = ""


@dataclass
class Evidence:
    """What was found behind a tree, in the order in which it was met, each once."""

    facts: dict[tuple[str | int, ...], Fact] = field(default_factory=dict)
    members: dict[tuple[str | int, ...], Member] = field(default_factory=dict)
    parameters: dict[str, None] = field(default_factory=dict)
    missing: dict[Missing, None] = field(default_factory=dict)


def evidence(outcome: Outcome, owner: str, tree: Node) -> Evidence:
    """Collect what stands behind `tree`, a tree of the policy `owner`."""
    walker = _Walker(outcome)
    walker.visit(tree, _Scope(owner, {}, {}))
    return walker.found


@dataclass(frozen=True, slots=True)
class _Scope:
    """Where a tree is read: its policy, the variables bound inside it, and the paths of items they stand for."""

    owner: str
    variables: Mapping[str, Any]
    items: Mapping[str, tuple[tuple[str | int, ...], ContextType]]


class _Walker:
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.found = Evidence()
        self.paths: dict[int, tuple[str | int, ...]] = {}
        for name, value in outcome.facts.items():
            for i, item in enumerate(members(value)):
                self.paths.setdefault(id(item), (name, i))
        self.seen: set[tuple[str, int]] = set()

    def value(self, node: Node, scope: _Scope) -> Any:
        known = self.outcome.reference.variables(scope.owner)
        return interpret(
            node, ChainMap(dict(scope.variables), known), self.outcome.reference.functions(scope.owner)  # type: ignore[arg-type]
        )

    def visit(self, node: Node, scope: _Scope) -> None:
        """Collect the facts behind `node`."""
        if isinstance(node, Literal_):
            return
        if isinstance(node, (Name, Path)):
            self.named(node, scope)
        elif isinstance(node, Filter) and _is_list_of_items(node.base):
            self.filter(node, scope)
        elif isinstance(node, Quantified) and _is_list_of_items(node.iterators[0].domain):
            self.quantified(node, scope)
        elif isinstance(node, Call) and isinstance(node.function, Name):
            self.call(node, node.function.name, scope)
        else:
            for child in children(node):
                self.visit(child, scope)

    def named(self, node: Name | Path, scope: _Scope) -> None:
        names: list[str] = []
        root: Node = node
        while isinstance(root, Path):
            names.insert(0, root.name)
            root = root.base
        if not isinstance(root, Name):
            self.of_item(node, scope, root, tuple(names))
            return
        if root.name in scope.items:
            path, _ = scope.items[root.name]
            self.fact((*path, *names) if names else path, node, scope)
            return
        bound = self.outcome.plan.environments[scope.owner].bindings.get(root.name)
        if bound is None or bound.kind == "as_of":
            return
        if bound.kind == "parameter":
            self.found.parameters[bound.target] = None
            if self.outcome.plan.parameters[bound.target].value is UNKNOWN:
                self.found.missing[Missing("parameter", name=bound.target)] = None
        elif bound.kind == "step":
            self.step(bound.target)
            if names:
                self.of_item(node, scope, root, tuple(names))
        elif isinstance(strip_optional(root.type) if root.type else None, ListType):
            self.list_(bound.target)
        else:
            self.fact((bound.target, *names), node, scope)

    def step(self, index: int) -> None:
        """Collect what stands behind a definition; a conclusion explains itself elsewhere."""
        step = self.outcome.plan.steps[index]
        if step.tree is not None and (step.owner, index) not in self.seen:
            self.seen.add((step.owner, index))
            self.visit(step.tree, _Scope(step.owner, {}, {}))

    def of_item(self, node: Node, scope: _Scope, root: Node, names: tuple[str, ...]) -> None:
        """Collect a field of an item that an expression picks, such as `current_post.level`."""
        if not isinstance(root, Name):
            self.visit(root, scope)
        item = self.value(root, scope)
        path = self.paths.get(id(item)) if isinstance(item, dict) else None
        if path is not None:
            self.fact((*path, *names), node, scope)

    def fact(self, path: tuple[str | int, ...], node: Node, scope: _Scope) -> None:
        value = self.value(node, scope)
        if isinstance(value, (dict, list, PartialList)):
            return
        self.found.facts[path] = Fact(path, node.type, value)
        if value is UNKNOWN:
            self.found.missing[Missing("fact", path)] = None

    def list_(self, name: str) -> None:
        value = self.outcome.facts.get(name, UNKNOWN)
        if value is UNKNOWN or (isinstance(value, PartialList) and value.further is not None):
            self.found.missing[Missing("list", (name,))] = None

    def filter(self, node: Filter, scope: _Scope) -> None:
        """Collect what a filter made of each item: facts of items left out matter as much as of those counted."""
        self.visit(node.base, scope)
        if str(node.condition.type) == "number":
            return
        base = self.value(node.base, scope)
        for item, certain in members_with_certainty(base):
            self.member(node.condition, scope, item, certain, None)

    def quantified(self, node: Quantified, scope: _Scope) -> None:
        self.visit(node.iterators[0].domain, scope)
        base = self.value(node.iterators[0].domain, scope)
        for item, certain in members_with_certainty(base):
            self.member(node.condition, scope, item, certain, node.iterators[0].name)

    def member(
        self, condition: Node, scope: _Scope, item: dict[str, Any], certain: bool, variable: str | None
    ) -> None:
        path = self.paths.get(id(item))
        if path is None:
            return
        inner = _inner(scope, item, path, condition, variable)
        truth = self.value(condition, inner)
        before = dict(self.found.missing)
        outer, self.found.facts = self.found.facts, {}
        self.visit(condition, inner)
        why, self.found.facts = tuple(self.found.facts.values()), outer
        if truth is False:
            self.found.missing = before
        state = "left out" if truth is False else "counted" if truth is True and certain else "perhaps"
        known = self.found.members.get(path)
        if known is None:
            self.found.members[path] = Member(path, state, why)
        else:
            facts = {f.path: f for f in (*known.why, *why)}
            kept = known.state if state == "counted" else state
            if state == "left out" and known.state == "left out":
                kept = "left out"
            self.found.members[path] = Member(path, kept, tuple(facts.values()))

    def call(self, node: Call, name: str, scope: _Scope) -> None:
        if name in ("determination", "recorded"):
            self.determination(node, scope)
            return
        for argument in node.arguments:
            self.visit(argument.value, scope)
        for field_name in READS.get(name, ()):
            value = self.value(node.arguments[0].value, scope)
            for item, _ in members_with_certainty(value):
                path = self.paths.get(id(item))
                if path is not None and item.get(field_name) is UNKNOWN:
                    self.found.missing[Missing("fact", (*path, field_name))] = None
        if name == "run length" and isinstance(self.value(node, scope), Interval):
            self.years(node, scope)

    def years(self, node: Call, scope: _Scope) -> None:
        """Name the years without record that keep a run of years open: the one before the run that is known."""
        low = self.value(node, scope).low
        among = members(self.value(node.arguments[1].value, scope))
        if among and low is not None:
            year = among[-1]["year"] - low
            if not any(item["year"] == year for item in among):
                self.found.missing[Missing("year", ("assessments",), str(year))] = None

    def determination(self, node: Call, scope: _Scope) -> None:
        matter = node.arguments[0].value
        assert isinstance(matter, Literal_)
        value = self.value(node, scope)
        self.found.facts[("determinations", matter.value)] = Fact(
            ("determinations", matter.value), node.type, value
        )
        if value is UNKNOWN:
            self.found.missing[Missing("determination", name=f"{scope.owner}:{matter.value}")] = None


def _inner(
    scope: _Scope, item: dict[str, Any], path: tuple[str | int, ...], condition: Node, variable: str | None
) -> _Scope:
    """Return the scope of an item: its fields by name, or the item by the quantifier's variable."""
    context = ContextType(())
    if variable is not None:
        return _Scope(
            scope.owner, {**scope.variables, variable: item}, {**scope.items, variable: (path, context)}
        )
    fields = {name: ((*path, name), context) for name in item}
    return _Scope(
        scope.owner, {**scope.variables, **item, "item": item}, {**scope.items, **fields, "item": (path, context)}
    )


def _is_list_of_items(node: Node) -> bool:
    type_ = strip_optional(node.type) if node.type else None
    return isinstance(type_, ListType) and isinstance(type_.item, ContextType)


def members(value: Any) -> list[Any]:
    """Return the listed members of a list that may be incomplete or unknown."""
    return [item for item, _ in members_with_certainty(value)]


def members_with_certainty(value: Any) -> list[tuple[Any, bool]]:
    """Return the listed members, each with whether it certainly belongs."""
    if isinstance(value, PartialList):
        return list(value.items)
    return [(item, True) for item in value] if isinstance(value, (list, tuple)) else []
