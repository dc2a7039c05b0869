"""Reads the trees of a plan for whether a test changes at most once between two days, and which days those are.

In: a plan. Out: yes or no for a tree; on the way the parts of the decision date, dates and spans that it hangs on.
"""

from __future__ import annotations

from collections.abc import Mapping
from contextlib import contextmanager
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.constancy_parts import constant, dates, fields, pairs, span_of
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import BOOLEAN, DATE, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadre_rules.feel.tree import Node
    from cadre_rules.plan.steps import Plan

_ORDER = ("<", "<=", ">", ">=")
_GROWING = ("total service", "time in post")  # with the decision date, between two days on which a stint begins or ends
_UP_TO = ("age", "complete months", "years and months duration")  # grow with their second argument
_PICKS = ("min", "max", "held since")  # give a date of the record


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date: the decision date or one of the record, and a span that is added to it."""

    as_of: bool
    months: int = 0
    days: int = 0


@dataclass(frozen=True, slots=True)
class _Variable:
    """A variable: the list that it goes through, and what is at hand where that is written."""

    domain: Node
    local: _Local


_Local = Mapping[str, "_Variable | None"]  # facts of the item at hand (None), and variables


class Reader:
    """Reads trees of one plan.

    `parts` are parts of the decision date that they use, `literals` dates in them, `shifts` the spans (months, days)
    by which the decision date is compared with a date of the record. With `birthdays` an age is constant between the
    anniversaries of dates.
    """

    def __init__(self, plan: Plan, birthdays: bool) -> None:
        self.plan = plan
        self.birthdays = birthdays
        self.parts: set[str] = set()
        self.seen: dict[tuple[int, str], bool] = {}  # definitions that were looked into
        self.literals: list[Date] = []
        self.shifts: set[tuple[int, int]] = {(0, 0)}
        self.local: _Local = {}

    @contextmanager
    def with_names(self, local: _Local) -> Iterator[None]:
        """Read where these names are at hand; none are where a definition begins."""
        before, self.local = self.local, local
        yield
        self.local = before

    def through(self, variables: Iterable[tuple[str, Node]]) -> _Local:
        """Return what is at hand where variables go through lists, each of which sees those before it."""
        local = self.local
        for name, domain in variables:
            local = {**local, name: _Variable(domain, local)}
        return local

    def resolve(self, node: Node, owner: str) -> tuple[Node, str] | str | None:
        """Return the tree that a name stands for and its owner, "as_of" for the decision date, else None."""
        if not isinstance(node, feel.Name) or node.name in self.local:
            return None
        bound = self.plan.environments[owner].bindings.get(node.name) if owner else None
        if bound is None:
            return None
        if bound.kind == "as_of":
            return "as_of"
        if bound.kind == "step":
            step = self.plan.steps[bound.target]
            return (step.tree, step.owner) if step.tree is not None else None
        return None

    def monotone(self, node: Node, owner: str) -> bool:
        """Return whether a test changes at most once between two days of the record."""
        if self.stepped(node, owner):
            return True
        found = self.resolve(node, owner)
        if isinstance(found, tuple):
            with self.with_names({}):
                return self.monotone(*found)
        if isinstance(node, feel.Path):
            return self.entry(node, owner, self.monotone)
        if isinstance(node, feel.Call) and isinstance(node.function, feel.Name) and node.function.name == "not":
            return self.monotone(node.arguments[0].value, owner)
        if not isinstance(node, feel.Comparison):
            return False
        left, right = node.left, node.right
        if node.operator == "=" and isinstance(right, feel.Literal_) and left.type == BOOLEAN:
            return self.monotone(left, owner)
        return node.operator in _ORDER and (
            (self.drifting(left, owner) and self.stepped(right, owner))
            or (self.stepped(left, owner) and self.drifting(right, owner))
        )

    def entry(self, node: feel.Path, owner: str, holds: Callable[[Node, str], bool]) -> bool:
        """Return whether something holds of an entry of the one context that a definition gives."""
        base: Node = node.base
        found = self.resolve(base, owner)
        base, owner = found if isinstance(found, tuple) else (base, owner)
        made = base.base if isinstance(base, feel.Filter) and isinstance(base.condition, feel.Literal_) else base
        if not isinstance(made, feel.For) or not isinstance(made.body, feel.ContextNode):
            return False
        keys = [e.key for e in made.body.entries]
        if node.name not in keys:
            return False
        at = keys.index(node.name)
        earlier = ((e.key, feel.ListNode(items=(e.value,))) for e in made.body.entries[:at])
        with self.with_names({} if isinstance(found, tuple) else self.local):
            iterators = ((i.name, i.domain) for i in made.iterators)
            with self.with_names(self.through((*iterators, *earlier))):
                return holds(made.body.entries[at].value, owner)

    def drifting(self, node: Node, owner: str) -> bool:
        """Return whether a value goes one way only as the decision date goes on, between two days of the record."""
        if self.growing(node, owner) or self.stepped(node, owner):
            return True
        variable = self.local.get(node.name) if isinstance(node, feel.Name) else None
        if variable is not None and isinstance(variable.domain, feel.ListNode) and len(variable.domain.items) == 1:
            with self.with_names(variable.local):
                return self.drifting(variable.domain.items[0], owner)
        if isinstance(node, feel.If):  # which of the two it is changes on days of the record only
            both = self.drifting(node.yes, owner) and self.drifting(node.no, owner)
            return both and self.stepped(node.condition, owner)
        if not isinstance(node, feel.Arithmetic) or node.operator not in ("+", "-", "*", "/"):
            return False
        if self.drifting(node.left, owner) and self.stepped(node.right, owner):
            return True
        return node.operator != "/" and self.stepped(node.left, owner) and self.drifting(node.right, owner)

    def growing(self, node: Node, owner: str) -> bool:
        """Return whether a value never falls as the decision date goes on."""
        found = self.resolve(node, owner)
        if found == "as_of":
            return True
        if isinstance(found, tuple):
            with self.with_names({}):
                return self.growing(*found)
        if isinstance(node, feel.Arithmetic) and node.operator in "+-":
            return self.growing(node.left, owner) and self.stepped(node.right, owner)
        if isinstance(node, feel.Call) and isinstance(node.function, feel.Name):
            arguments = [a.value for a in node.arguments]
            if node.function.name in _GROWING:
                return self.stepped(arguments[0], owner)
            if node.function.name in _UP_TO and len(arguments) == 2:
                return self.stepped(arguments[0], owner) and self.growing(arguments[1], owner)
        return False

    def stepped(self, node: Node, owner: str) -> bool:
        """Return whether a value is constant between two days of the record."""
        if isinstance(node, feel.Literal_):
            self.literals += dates(node.value)
            return True
        found = self.resolve(node, owner)
        if isinstance(found, tuple):
            key = (id(found[0]), found[1])
            if key not in self.seen:
                self.seen[key] = False  # while it is read: a fact of an item may be called as the definition itself
                with self.with_names({}):
                    self.seen[key] = self.stepped(*found)
            return self.seen[key]
        if found == "as_of":
            return False
        variable = self.local.get(node.name) if isinstance(node, feel.Name) else None
        if variable is not None:
            with self.with_names(variable.local):
                return self.stepped(variable.domain, owner)
        if isinstance(node, feel.Path) and node.name in ("year", "month"):
            may_be = self.dated(node.base, owner)
            if may_be is not None and any(d.as_of for d in may_be):
                self.parts.add(node.name)
                return all(d == _Dated(True) for d in may_be if d.as_of)
        compared = list(pairs(node))
        if compared:
            return all(self.meets(a, b, owner) or self.both(a, b, owner) for a, b in compared)
        if isinstance(node, (feel.Filter, feel.Quantified, feel.For)):
            return self.stepped_items(node, owner)
        if isinstance(node, feel.Call) and isinstance(node.function, feel.Name):
            if node.function.name in _GROWING:
                return False
            if node.function.name == "age" and self.birthdays and len(node.arguments) == 2:
                born, on = (argument.value for argument in node.arguments)
                if self.resolve(on, owner) == "as_of" and self.on_record(born, owner):
                    self.parts.add("birthday")
                    return True
            return all(self.stepped(argument.value, owner) for argument in node.arguments)
        return all(self.stepped(child, owner) for child in feel.children(node))

    def stepped_items(self, node: feel.Filter | feel.Quantified | feel.For, owner: str) -> bool:
        """Return whether what is made of the items of a list is constant; names at hand are theirs."""
        if isinstance(node, feel.Filter):
            with self.with_names({**self.local, **dict.fromkeys(fields(node.base))}):
                inner = self.stepped(node.condition, owner)
            return inner and self.stepped(node.base, owner)
        with self.with_names(self.through((i.name, i.domain) for i in node.iterators)):
            return all(self.stepped(child, owner) for child in feel.children(node))

    def both(self, a: Node, b: Node, owner: str) -> bool:
        """Return whether two values are constant."""
        return self.stepped(a, owner) and self.stepped(b, owner)

    def meets(self, a: Node, b: Node, owner: str) -> bool:
        """Return whether dates of the record are compared with the decision date, each perhaps shifted by a span."""
        left, right = self.dated(a, owner), self.dated(b, owner)
        if not left or not right:
            return False
        for one, other in ((x, y) for x in left for y in right):
            if one.as_of and other.as_of and one != other:
                return False  # spans of months and days added to the same date, which end unevenly
            if one.as_of != other.as_of:
                ahead, behind = (other, one) if one.as_of else (one, other)
                self.shifts.add((ahead.months - behind.months, ahead.days - behind.days))
        return True

    def dated(self, node: Node, owner: str) -> tuple[_Dated, ...] | None:
        """Return what a date may be: one of the record (of a parameter, of the text) or the decision date, and a span.

        What is chosen by a condition may be either; null is no date. None where that cannot be read.
        """
        found = self.resolve(node, owner)
        if found == "as_of":
            return (_Dated(True),)
        if isinstance(found, tuple):
            with self.with_names({}):
                return self.dated(*found)
        if isinstance(node, feel.Literal_) and node.value is None:
            return ()
        if isinstance(node, feel.If):
            then, other = self.dated(node.yes, owner), self.dated(node.no, owner)
            readable = then is not None and other is not None and self.stepped(node.condition, owner)
            return tuple(dict.fromkeys((*then, *other))) if readable else None  # type: ignore[misc]
        if isinstance(node, feel.Arithmetic) and node.operator in ("+", "-"):
            bases, spans = self.dated(node.left, owner), self.spans(node.right, owner)
            if bases is None or spans is None:
                return None
            sign = 1 if node.operator == "+" else -1
            return tuple(_Dated(b.as_of, b.months + sign * m, b.days + sign * d) for b in bases for m, d in spans)
        type_ = strip_optional(node.type) if node.type else None
        if type_ != DATE:
            return None
        return (_Dated(False),) if self.on_record(node, owner) else None

    def on_record(self, node: Node, owner: str) -> bool:
        """Return whether a date is always one that stands in the record, in a parameter or in the text."""
        match node:
            case feel.Literal_():
                self.literals += dates(node.value)
                return True
            case feel.Name():
                return True
            case feel.Path():
                return self.stepped(node.base, owner)
            case feel.Call(function=feel.Name(name=name)) if name in _PICKS:
                return all(self.stepped(a.value, owner) for a in node.arguments)
            case feel.Call(function=feel.Name(name="date")):
                value = constant(node)
                self.literals += dates(value)
                return isinstance(value, Date)
        return False

    def spans(self, node: Node, owner: str) -> tuple[tuple[int, int], ...] | None:
        """Return the spans, as months and days, that a node may be: written out, a parameter's, or one of its table."""
        if isinstance(node, feel.Path) and isinstance(node.base, feel.Name):
            variable = self.local.get(node.base.name)
            table = self.parameter(variable.domain if variable is not None else None, owner)
            values = [row[node.name] for row in table] if isinstance(table, tuple | list) else [table]
        else:
            value = self.parameter(node, owner)
            values = [constant(node) if value is None else value]
        found = [(0, 0) if value is UNKNOWN else span_of(value) for value in values]  # what is unknown is never past
        known = tuple(dict.fromkeys(span for span in found if span is not None))
        return known if len(known) == len(set(found)) else None

    def parameter(self, node: Node | None, owner: str) -> Any:
        """Return the value of the parameter that a node names, or picks rows of; None where it names none."""
        while isinstance(node, feel.Filter):
            node = node.base
        if not isinstance(node, feel.Name) or node.name in self.local or not owner:
            return None
        bound = self.plan.environments[owner].bindings.get(node.name)
        return self.plan.parameters[bound.target].value if bound is not None and bound.kind == "parameter" else None
