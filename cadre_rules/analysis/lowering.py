"""FEEL trees become terms: names are replaced by what they mean, and each way to say a thing by one way.

In: typed trees and the owner of their names. Out: numbers of terms. Definitions are put in; what a conclusion rests on
is asked of whoever made the lowering. A field in a filter and the same field of a quantified item are one term.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.analysis.calls import is_truth, lower_call, section_of
from cadre_rules.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    Filter,
    For,
    If,
    In,
    ListNode,
    Literal_,
    Logic,
    Name,
    Negation,
    Node,
    Path,
    Quantified,
    Range,
    UnaryTest,
    children,
    position_of,
    walk,
)
from cadre_rules.feel.types import BOOLEAN, NUMBER, ContextType, ListType, Type, strip_optional

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadre_rules.analysis.terms import Terms
    from cadre_rules.policy.linked import Definition, NameTable, PolicySet


@dataclass(frozen=True, slots=True)
class Frame:
    """Names that a filter, a quantifier or a cell brings: one, or the fields of an item."""

    name: str
    term: int
    fields: ContextType | None = None


Frames = tuple[Frame, ...]


class Lowering:
    """Lowers trees of one policy set. `conclusion` gives the term of what a conclusion rests on."""

    def __init__(self, policies: PolicySet, terms: Terms, conclusion: Callable[[str], int]) -> None:
        self.policies = policies
        self.terms = terms
        self._conclusion = conclusion
        self._definitions: dict[str, int] = {}
        self._handlers: dict[type[Node], Any] = {
            Literal_: self._literal,
            Name: self._name,
            Path: self._path,
            Filter: self._filter,
            Call: self._call,
            Negation: self._negation,
            Arithmetic: self._arithmetic,
            Comparison: self._comparison,
            Logic: self._logic,
            Between: self._between,
            In: self._in,
            If: self._if,
            Quantified: self._quantified,
            For: self._for,
        }

    def lower(self, tree: Node, owner: str, frames: Frames = ()) -> int:
        """Return the term of a tree of `owner` (a policy, `pack:…`, `question:…`)."""
        made: int = self._handlers.get(type(tree), self._other)(tree, owner, frames)
        return made

    # names ----------------------------------------------------------------------------------------------------

    def whole(self, tree: Node, owner: str) -> int:
        """Return the term of a whole text; the definitions that it names come first, while the stack is low."""
        for definition in self._named(tree, owner):
            self.prepare(definition)
        return self.lower(tree, owner)

    def prepare(self, definition: Definition) -> None:
        """Lower a definition after those that it names, so that no chain of them costs stack."""
        todo = [definition]
        way: set[str] = set()
        while todo:
            at = todo[-1]
            missing = [d for d in self._named(at.tree, at.owner) if d.id not in self._definitions and d.id not in way]
            if missing and at.id not in way:
                way.add(at.id)
                todo.extend(missing)
                continue
            todo.pop()
            if at.id not in self._definitions:
                self._definitions[at.id] = self.lower(at.tree, at.owner)

    def _named(self, tree: Node, owner: str) -> Iterator[Definition]:
        """Yield the definitions that a text may name."""
        known = self.policies.names[owner].definitions
        for node in walk(tree):
            if isinstance(node, Name) and node.name in known:
                yield known[node.name]

    def _literal(self, tree: Literal_, _owner: str, _frames: Frames) -> int:
        return self.terms.constant(tree.value)

    def _name(self, tree: Name, owner: str, frames: Frames) -> int:
        for frame in reversed(frames):
            if frame.name == tree.name:
                return frame.term
            if frame.fields is not None and (field := frame.fields.find(tree.name)) is not None:
                value = (section_of(frame.fields), field.en)
                return self.terms.term("field", (frame.term,), value, truth=is_truth(field.type), type_=field.type)
        return self._global(tree, self.policies.names[owner])

    def _global(self, tree: Name, names: NameTable) -> int:
        if tree.name in names.definitions:
            definition = names.definitions[tree.name]
            if definition.id not in self._definitions:
                self.prepare(definition)
            return self._definitions[definition.id]
        if tree.name in names.parameters:
            parameter = names.parameters[tree.name]
            return self.terms.term("parameter", (), parameter.id, truth=is_truth(parameter.type), type_=parameter.type)
        if tree.name in names.conclusions:
            return self._conclusion(tree.name)
        if tree.name == "as_of":
            return self.terms.as_of
        return self.terms.term("fact" if tree.name in names.facts else "other", (), tree.name, type_=tree.type)

    def _path(self, tree: Path, owner: str, frames: Frames) -> int:
        base = self.lower(tree.base, owner, frames)
        owner_type = strip_optional(tree.base.type) if tree.base.type is not None else None
        item = strip_optional(owner_type.item) if isinstance(owner_type, ListType) else owner_type
        field = item.find(tree.name) if isinstance(item, ContextType) else None
        if field is None:
            return self.terms.term("other", (base,), tree.name, truth=is_truth(tree.type), type_=tree.type)
        truth = not isinstance(owner_type, ListType) and is_truth(field.type)
        return self.terms.term("field", (base,), (section_of(item), field.en), truth=truth, type_=field.type)

    # lists ----------------------------------------------------------------------------------------------------

    def _filter(self, tree: Filter, owner: str, frames: Frames) -> int:
        base = self.lower(tree.base, owner, frames)
        at = position_of(tree.condition)
        if at is not None:
            return self.terms.term("index", (base,), at, truth=is_truth(tree.type), type_=tree.type)
        item = self._item(base, tree.base.type)
        condition = self.lower(tree.condition, owner, (*frames, item))
        if tree.condition.type is not None and strip_optional(tree.condition.type) == NUMBER:
            return self.terms.term("other", (base, condition), "position", truth=is_truth(tree.type), type_=tree.type)
        return base if condition == self.terms.true else self.terms.term("filter", (base, condition))

    def _item(self, base: int, type_: Type | None) -> Frame:
        """Return the frame of a filter: the item, and its fields by their names."""
        found = strip_optional(type_) if type_ is not None else None
        item = strip_optional(found.item) if isinstance(found, ListType) else None
        fields = item if isinstance(item, ContextType) else None
        return Frame("item", self.terms.term("item", (base,), truth=item == BOOLEAN), fields)

    def _quantified(self, tree: Quantified, owner: str, frames: Frames) -> int:
        domains: list[int] = []
        for iterator in tree.iterators:
            domain = self.lower(iterator.domain, owner, frames)
            if iterator.end is not None:
                domain = self.terms.term("other", (domain, self.lower(iterator.end, owner, frames)), "range")
            domains.append(domain)
            frames = (*frames, Frame(iterator.name, self._item(domain, iterator.domain.type).term))
        condition = self.lower(tree.condition, owner, frames)
        if tree.kind == "every":
            return self.terms.negation(self._some(domains, self.terms.negation(condition)))
        return self._some(domains, condition)

    def _some(self, domains: list[int], condition: int) -> int:
        if condition == self.terms.false:
            return condition
        return self.terms.term("some", (*domains, condition), truth=True)

    def _for(self, tree: For, owner: str, frames: Frames) -> int:
        domains: list[int] = []
        for iterator in tree.iterators:
            domains.append(self.lower(iterator.domain, owner, frames))
            if iterator.end is not None:
                domains.append(self.lower(iterator.end, owner, frames))
            frames = (*frames, Frame(iterator.name, self._item(domains[-1], iterator.domain.type).term))
        frames = (*frames, Frame("partial", self.terms.term("other", (), "partial")))
        return self.terms.term("other", (*domains, self.lower(tree.body, owner, frames)), "for")

    def _call(self, tree: Call, owner: str, frames: Frames) -> int:
        return lower_call(self.terms, tree, lambda node: self.lower(node, owner, frames))

    # operators ------------------------------------------------------------------------------------------------

    def _negation(self, tree: Negation, owner: str, frames: Frames) -> int:
        return self.terms.term("other", (self.lower(tree.operand, owner, frames),), "-", type_=tree.type)

    def _arithmetic(self, tree: Arithmetic, owner: str, frames: Frames) -> int:
        left, right = self.lower(tree.left, owner, frames), self.lower(tree.right, owner, frames)
        return self.terms.arithmetic(tree.operator, left, right, tree.type)

    def _comparison(self, tree: Comparison, owner: str, frames: Frames) -> int:
        left, right = self.lower(tree.left, owner, frames), self.lower(tree.right, owner, frames)
        return self._compared(tree.operator, left, right)

    def _compared(self, operator: str, left: int, right: int) -> int:
        terms = self.terms
        match operator:
            case "=":
                return terms.equal(left, right)
            case "!=":
                return terms.negation(terms.equal(left, right))
            case "<":
                return terms.less(left, right)
            case ">":
                return terms.less(right, left)
            case "<=":
                return terms.not_more(left, right)
        return terms.not_more(right, left)

    def _logic(self, tree: Logic, owner: str, frames: Frames) -> int:
        return self.terms.junction(tree.operator, [self.lower(o, owner, frames) for o in tree.operands])

    def _between(self, tree: Between, owner: str, frames: Frames) -> int:
        value, low, high = (self.lower(n, owner, frames) for n in (tree.value, tree.low, tree.high))
        return self.terms.junction("and", (self.terms.not_more(low, value), self.terms.not_more(value, high)))

    def _in(self, tree: In, owner: str, frames: Frames) -> int:
        value = self.lower(tree.value, owner, frames)
        tests = [self._tested(value, test, owner, frames) for test in tree.tests]
        return self.terms.junction("or", tests)

    def _tested(self, value: int, test: Node, owner: str, frames: Frames) -> int:
        """Return what a test of `in (…)` or a cell of a table says of a value."""
        inner = (*frames, Frame("?", value))
        match test:
            case UnaryTest():
                return self._compared(test.operator, value, self.lower(test.operand, owner, inner))
            case Range():
                return self._in_range(value, test, owner, inner)
            case ListNode():
                return self.terms.junction("or", [self._tested(value, i, owner, frames) for i in test.items])
        found = self.lower(test, owner, inner)
        if any(isinstance(n, Name) and n.name == "?" for n in walk(test)):
            return found
        if isinstance(test.type, ListType) or not _plain(test):
            return self.terms.term("other", (value, found), "in", truth=True)
        return self.terms.equal(value, found)

    def _in_range(self, value: int, test: Range, owner: str, frames: Frames) -> int:
        parts = []
        if test.low is not None:
            low = self.lower(test.low, owner, frames)
            parts.append(self._compared(">=" if test.low_included else ">", value, low))
        if test.high is not None:
            high = self.lower(test.high, owner, frames)
            parts.append(self._compared("<=" if test.high_included else "<", value, high))
        return self.terms.junction("and", parts)

    def _if(self, tree: If, owner: str, frames: Frames) -> int:
        ways: list[tuple[int, int]] = []
        last: Node = tree
        while isinstance(last, If):  # a table is a long chain
            ways.append((self.lower(last.condition, owner, frames), self.lower(last.yes, owner, frames)))
            last = last.no
        whole = self.lower(last, owner, frames)
        for condition, yes in reversed(ways):
            whole = self.terms.choice(condition, yes, whole, tree.type)
        return whole

    def _other(self, tree: Node, owner: str, frames: Frames) -> int:
        """Return the term of anything else: only what it reads counts."""
        parts = [self.lower(child, owner, frames) for child in children(tree)]
        return self.terms.term("other", parts, type(tree).__name__, truth=is_truth(tree.type), type_=tree.type)


def _plain(test: Node) -> bool:
    """Tell whether a test is a value to compare with, and not one that holds values."""
    return not str(test.type).startswith("range<")
