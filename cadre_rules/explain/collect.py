"""Collects what stands behind a test: it follows the typed tree as the interpreter does, and decides nothing.

In: a typed tree and the outcome it belongs to. Out: `Evidence`. What is missing counts only under truths that are
open: a test that is decided needs nothing more.
"""

from __future__ import annotations

from collections import ChainMap
from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.collect_calls import Scope, call, holds_items
from cadre_rules.explain.evidence import Evidence, Fact, Listing, Member, Missing, Path, State
from cadre_rules.explain.listed import members, pairs
from cadre_rules.explain.naming import type_at
from cadre_rules.feel import interpret
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import BOOLEAN, NUMBER, ListType, strip_optional
from cadre_rules.feel.values import UNKNOWN, Interval, PartialList

if TYPE_CHECKING:
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.feel.tree import Node


def evidence(outcome: Outcome, owner: str, tree: Node) -> Evidence:
    """Collect what stands behind `tree`, a tree of the policy `owner`."""
    collector = _Collector(outcome)
    collector.visit(tree, Scope(owner))
    return collector.found


class _Collector:
    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome
        self.found = Evidence()
        self.paths: dict[int, Path] = {}
        for name, value in outcome.facts.items():
            for i, item in enumerate(members(value)):
                self.paths.setdefault(id(item), (name, i))
        self.seen: dict[tuple[str, int], tuple[Listing | None, dict[Missing, None]]] = {}

    def value(self, node: Node, scope: Scope) -> Any:
        known = self.outcome.reference.variables(scope.owner)
        names = ChainMap(dict(scope.variables), known)  # type: ignore[arg-type]
        return interpret(node, names, self.outcome.reference.functions(scope.owner))

    def visit(self, node: Node, scope: Scope) -> Listing | None:
        """Collect what stands behind `node`; return the listing that it gives, where it is a list gone through."""
        before = dict(self.found.missing)
        listing = self.behind(node, scope)
        if not scope.loops and len(self.found.missing) > len(before) and self.decided(node, scope):
            self.found.missing = before
        return listing

    def decided(self, node: Node, scope: Scope) -> bool:
        """Return whether a truth or a list is known, so that nothing behind it is missing."""
        type_ = strip_optional(node.type) if node.type else None
        if type_ != BOOLEAN and not isinstance(type_, ListType):
            return False
        value = self.value(node, scope)
        return (isinstance(value, (bool, list)) and self.known(value)) or value is None

    def known(self, value: Any) -> bool:
        """Return whether a value is known through and through; an item of the record is what it is."""
        if isinstance(value, list):
            return all(self.known(one) for one in value)
        if isinstance(value, dict):
            return id(value) in self.paths or all(self.known(one) for one in value.values())
        return value is not UNKNOWN and not isinstance(value, (Interval, PartialList))

    def behind(self, node: Node, scope: Scope) -> Listing | None:
        match node:
            case feel.Literal_():
                return None
            case feel.Name() | feel.Path():
                return self.named(node, scope)
            case feel.Filter() if holds_items(node.base):
                return self.filter(node, scope)
            case feel.Quantified() if len(node.iterators) == 1 and holds_items(node.iterators[0].domain):
                return self.quantified(node, scope)
            case feel.Call(function=feel.Name(name=name)):
                return call(self, node, name, scope)
            case feel.For() | feel.Quantified():
                self.loop(node, scope)
                return None
        for child in feel.children(node):
            self.visit(child, scope)
        return None

    # names ----------------------------------------------------------------------------------------------------

    def named(self, node: feel.Name | feel.Path, scope: Scope) -> Listing | None:
        names: list[str] = []
        root: Node = node
        while isinstance(root, feel.Path):
            names.insert(0, root.name)
            root = root.base
        if not isinstance(root, feel.Name):
            self.visit(root, scope)
            self.of_item(root, scope, tuple(names))
            return None
        if root.name in scope.loops:
            for path in scope.loops[root.name]:
                self.fact((*path, *names))
            return None
        if root.name in scope.items:
            self.fact((*scope.items[root.name], *names))
            return None
        return self.bound(root, tuple(names), scope)

    def bound(self, root: feel.Name, names: tuple[str, ...], scope: Scope) -> Listing | None:
        """Collect what a name of the policy stands for."""
        bound = self.outcome.plan.environments[scope.owner].bindings.get(root.name)
        if bound is None or bound.kind == "as_of":
            return None
        if bound.kind == "parameter":
            self.found.parameters[bound.target] = None
            if self.outcome.plan.parameters[bound.target].value is UNKNOWN:
                self.found.missing[Missing("parameter", name=bound.target)] = None
            return None
        if bound.kind == "step":
            listing = self.step(bound.target)
            if names:
                self.of_item(root, scope, names)
            return listing
        if isinstance(strip_optional(root.type) if root.type else None, ListType):
            self.list_(bound.target)
            for i, _ in enumerate(members(self.outcome.facts.get(bound.target)) if names else ()):
                self.fact((bound.target, i, *names))
            return None
        self.fact((bound.target, *names))
        return None

    def step(self, index: int) -> Listing | None:
        """Collect what stands behind a definition; a conclusion explains itself elsewhere.

        What is missing behind it is told each time: one that uses it may be decided all the same, and another not.
        """
        step = self.outcome.plan.steps[index]
        if step.tree is None:
            return None
        key = (step.owner, index)
        if key not in self.seen:
            self.seen[key] = None, {}
            outer, self.found.missing = self.found.missing, {}
            listing = self.definition(step.id, step.tree, step.owner)
            self.seen[key] = listing, self.found.missing
            self.found.missing = outer
        listing, missing = self.seen[key]
        self.found.missing.update(missing)
        return listing

    def definition(self, id_: str, tree: Node, owner: str) -> Listing | None:
        """Collect what stands behind a definition; of a shape what it looks at, which says the same with less."""
        looks = self.outcome.plan.policies.looks.get(id_)
        if looks is None:
            return self.visit(tree, Scope(owner, definition=(id_, tree)))
        for node in looks:
            self.visit(node, Scope(owner, definition=(id_, tree)))
        return None

    def of_item(self, root: Node, scope: Scope, names: tuple[str, ...]) -> None:
        """Collect a field of the items that an expression picks, such as `current_post.level`."""
        value = self.value(root, scope)
        for item in [value] if isinstance(value, dict) else members(value):
            path = self.paths.get(id(item)) if isinstance(item, dict) else None
            if path is not None:
                self.fact((*path, *names))

    def fact(self, path: Path) -> None:
        value: Any = self.outcome.facts
        for depth, part in enumerate(path):
            if isinstance(part, int):
                value = members(value)[part]
            elif isinstance(value, dict):
                value = value.get(part, UNKNOWN)
            else:
                path = path[:depth]  # a part of a date, such as its year
                break
        if isinstance(value, (dict, list, PartialList)):
            return
        type_, _ = type_at(path)
        self.found.facts[path] = Fact(path, type_, value)
        if value is UNKNOWN:
            self.found.missing[Missing("fact", path)] = None

    def list_(self, name: str) -> None:
        value = self.outcome.facts.get(name, UNKNOWN)
        if value is UNKNOWN or (isinstance(value, PartialList) and value.further is not None):
            self.found.missing[Missing("list", (name,))] = None

    # lists ----------------------------------------------------------------------------------------------------

    def filter(self, node: feel.Filter, scope: Scope) -> Listing | None:
        """Collect what a filter made of each item: facts of items left out matter as much as of those counted."""
        above = self.visit(node.base, scope)
        if node.condition.type is not None and strip_optional(node.condition.type) == NUMBER:
            self.visit(node.condition, scope)
            return above
        return self.items(node, node.base, node.condition, None, above, scope)

    def quantified(self, node: feel.Quantified, scope: Scope) -> Listing | None:
        iterator = node.iterators[0]
        above = self.visit(iterator.domain, scope)
        self.items(node, iterator.domain, node.condition, iterator.name, above, scope)
        return None

    def items(
        self, node: Node, base: Node, condition: Node, variable: str | None, above: Listing | None, scope: Scope
    ) -> Listing | None:
        """Go through the items of a list with a condition; inside of an item only the facts are kept."""
        within, whole = scope.definition if scope.definition is not None else (None, None)
        definition = within if whole is node else None
        listing = Listing(node, scope.owner, definition, within, variable is not None, above)
        if not (scope.inside or scope.loops):
            self.found.listings.append(listing)
        for item, certain in pairs(self.value(base, scope)):
            path = self.paths.get(id(item))
            if path is None:
                continue
            inner = _inner(scope, item, path, variable)
            if scope.inside or scope.loops:
                self.visit(condition, inner)
            else:
                listing.members[path] = self.member(condition, inner, path, certain)
        return None if scope.inside or scope.loops else listing

    def member(self, condition: Node, inner: Scope, path: Path, certain: bool) -> Member:
        """Return what a condition made of an item, and the facts that decided it."""
        conjunction = isinstance(condition, feel.Logic) and condition.operator == "and"
        parts = condition.operands if conjunction else (condition,)  # type: ignore[attr-defined]
        outer, before = self.found.facts, dict(self.found.missing)
        looked: list[tuple[Any, tuple[Fact, ...]]] = []
        for part in parts:
            self.found.facts = {}
            self.visit(part, inner)
            looked.append((self.value(part, inner), tuple(self.found.facts.values())))
        self.found.facts = outer
        truth = self.value(condition, inner)
        if isinstance(truth, bool):
            self.found.missing = before
        state: State = "left out" if truth is False else "counted" if truth is True and certain else "perhaps"
        why = _once(f for _, facts in looked for f in facts)
        if truth is False:
            because = next((facts for value, facts in looked if value is False), why)
        elif truth is True:
            because = why
        else:
            open_ = _once(f for value, facts in looked if not isinstance(value, bool) for f in facts)
            because = tuple(f for f in open_ if f.value is UNKNOWN or isinstance(f.value, Interval)) or open_
        return Member(path, state, why, because)

    def loop(self, node: feel.For | feel.Quantified, scope: Scope) -> None:
        """Collect what stands behind several iterators: all that the body reads of the items."""
        inner = scope
        for iterator in node.iterators:
            self.visit(iterator.domain, inner)
            if iterator.end is not None:
                self.visit(iterator.end, inner)
            value = self.value(iterator.domain, inner) if not inner.loops else []
            found = (self.paths.get(id(item)) for item in members(value))
            loops = {**inner.loops, iterator.name: tuple(p for p in found if p is not None)}
            inner = replace(inner, loops=loops)
        self.visit(node.body if isinstance(node, feel.For) else node.condition, inner)


def _inner(scope: Scope, item: dict[str, Any], path: Path, variable: str | None) -> Scope:
    """Return the scope of an item: its fields by name, or the item by the quantifier's variable."""
    if variable is not None:
        variables, items = {variable: item}, {variable: path}
    else:
        variables = {**item, "item": item}
        items = {**{name: (*path, name) for name in item}, "item": path}
    return replace(
        scope,
        variables={**scope.variables, **variables},
        items={**scope.items, **items},
        inside=True,
    )


def _once(facts: Any) -> tuple[Fact, ...]:
    return tuple({fact.path: fact for fact in facts}.values())
