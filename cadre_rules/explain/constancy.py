"""On which days the truth of a plan's tests can change at all, read from its trees.

In: a plan, the facts of a subject. Out: `Constancy`: the days on which something may begin or end, and whether between
two of them every test is constant or changes at most once. A sound reading: what it does not know it does not claim.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cadre_rules.feel import interpret
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import DATE, ContextType, ListType, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date, DaysTime, Interval, PartialList, YearsMonths

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadre_rules.feel.tree import Node
    from cadre_rules.plan.steps import Plan

_ORDER = ("<", "<=", ">", ">=")
_GROWING = ("total service", "time in post")  # with the decision date, between two days on which a stint begins or ends
_UP_TO = ("age", "complete months", "years and months duration")  # grow with their second argument
_PICKS = ("min", "max", "held since")  # give a date of the record


@dataclass(frozen=True, slots=True)
class Constancy:
    """`steps`: tests whose truth is monotone between two days of `days`; None where that cannot be read."""

    days: tuple[date, ...]
    steps: tuple[int, ...] | None


def constancy(plan: Plan, facts: Mapping[str, Any], after: date, until: date) -> Constancy:
    """Read when the tests of `plan` can change in the days after `after` up to `until`."""
    reader = _Reader(plan)
    tests = tuple(step.index for step in plan.steps if step.kind == "test")
    readable = all(reader.monotone(step.tree, step.owner) for step in plan.steps if step.kind == "test" and step.tree)
    if not readable:
        return Constancy((), None)
    found: set[date] = set()
    for day in (*_dates(facts), *(d for p in plan.parameters.values() for d in _dates(p.value)), *reader.literals):
        for months, days in reader.shifts:
            found |= _around(day, months, days)
    for year in range(after.year, until.year + 1):
        if reader.parts & {"year"}:
            found.add(date(year, 1, 1))
        if reader.parts & {"month"}:
            found |= {date(year, month, 1) for month in range(1, 13)}
    return Constancy(tuple(sorted(d for d in found if after < d <= until)), tests)


def _around(day: Date, months: int, days: int) -> set[date]:
    """Return the days on which a comparison with a shifted date may change: it, the next; months end unevenly."""
    moved = day.plus_months(months).plus_days(days)
    if not 2 <= moved.year <= 9998:
        return set()
    if not months:
        return {moved.to_date(), moved.to_date() + timedelta(days=1)}
    return {moved.to_date() + timedelta(days=n) for n in range(-4, 6)}


@dataclass(frozen=True, slots=True)
class _Dated:
    """A date: the decision date or one of the record, and a span that is added to it."""

    as_of: bool
    months: int = 0
    days: int = 0


class _Reader:
    """Reads trees of one plan.

    `parts` are parts of the decision date that they use, `literals` dates in them, `shifts` the spans (months, days)
    by which the decision date is compared with a date of the record.
    """

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.parts: set[str] = set()
        self.seen: dict[tuple[int, str], bool] = {}  # definitions that were looked into
        self.literals: list[Date] = []
        self.shifts: set[tuple[int, int]] = {(0, 0)}
        self.local: frozenset[str] = frozenset()  # facts of the item, and variables, that are at hand

    @contextmanager
    def among(self, names: Iterable[str] | None) -> Iterator[None]:
        """Read with further names at hand, or with none of them, as where a definition begins."""
        before = self.local
        self.local = frozenset() if names is None else before.union(names)
        yield
        self.local = before

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
            with self.among(None):
                return self.monotone(*found)
        if isinstance(node, feel.Call) and isinstance(node.function, feel.Name) and node.function.name == "not":
            return self.monotone(node.arguments[0].value, owner)
        if not isinstance(node, feel.Comparison) or node.operator not in _ORDER:
            return False
        left, right = node.left, node.right
        return (self.growing(left, owner) and self.stepped(right, owner)) or (
            self.stepped(left, owner) and self.growing(right, owner)
        )

    def growing(self, node: Node, owner: str) -> bool:
        """Return whether a value never falls as the decision date goes on."""
        found = self.resolve(node, owner)
        if found == "as_of":
            return True
        if isinstance(found, tuple):
            with self.among(None):
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
            self.literals += _dates(node.value)
            return True
        found = self.resolve(node, owner)
        if isinstance(found, tuple):
            key = (id(found[0]), found[1])
            if key not in self.seen:
                self.seen[key] = False  # while it is read: a fact of an item may be called as the definition itself
                with self.among(None):
                    self.seen[key] = self.stepped(*found)
            return self.seen[key]
        if found == "as_of":
            return False
        if isinstance(node, feel.Path) and node.name in ("year", "month"):
            dates = self.dated(node.base, owner)
            if dates is not None and any(d.as_of for d in dates):
                self.parts.add(node.name)
                return all(d == _Dated(True) for d in dates if d.as_of)
        pairs = list(_pairs(node))
        if pairs:
            return all(self.meets(a, b, owner) or self.both(a, b, owner) for a, b in pairs)
        if isinstance(node, (feel.Filter, feel.Quantified, feel.For)):
            return self.stepped_items(node, owner)
        if isinstance(node, feel.Call) and isinstance(node.function, feel.Name):
            if node.function.name in _GROWING:
                return False
            return all(self.stepped(argument.value, owner) for argument in node.arguments)
        return all(self.stepped(child, owner) for child in feel.children(node))

    def stepped_items(self, node: feel.Filter | feel.Quantified | feel.For, owner: str) -> bool:
        """Return whether what is made of the items of a list is constant; names at hand are theirs."""
        if isinstance(node, feel.Filter):
            with self.among(_fields(node.base)):
                inner = self.stepped(node.condition, owner)
            return inner and self.stepped(node.base, owner)
        with self.among(iterator.name for iterator in node.iterators):
            return all(self.stepped(child, owner) for child in feel.children(node))

    def both(self, a: Node, b: Node, owner: str) -> bool:
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
            with self.among(None):
                return self.dated(*found)
        if isinstance(node, feel.Literal_) and node.value is None:
            return ()
        if isinstance(node, feel.If):
            then, other = self.dated(node.yes, owner), self.dated(node.no, owner)
            readable = then is not None and other is not None and self.stepped(node.condition, owner)
            return tuple(dict.fromkeys((*then, *other))) if readable else None  # type: ignore[misc]
        if isinstance(node, feel.Arithmetic) and node.operator in ("+", "-"):
            bases, span = self.dated(node.left, owner), self.span(node.right, owner)
            if bases is None or span is None:
                return None
            sign = 1 if node.operator == "+" else -1
            return tuple(_Dated(b.as_of, b.months + sign * span[0], b.days + sign * span[1]) for b in bases)
        type_ = strip_optional(node.type) if node.type else None
        if type_ != DATE:
            return None
        return (_Dated(False),) if self.on_record(node, owner) else None

    def on_record(self, node: Node, owner: str) -> bool:
        """Return whether a date is always one that stands in the record, in a parameter or in the text."""
        match node:
            case feel.Literal_():
                self.literals += _dates(node.value)
                return True
            case feel.Name():
                return True
            case feel.Path():
                return self.stepped(node.base, owner)
            case feel.Call(function=feel.Name(name=name)) if name in _PICKS:
                return all(self.stepped(a.value, owner) for a in node.arguments)
            case feel.Call(function=feel.Name(name="date")):
                value = _constant(node)
                self.literals += _dates(value)
                return isinstance(value, Date)
        return False

    def span(self, node: Node, owner: str) -> tuple[int, int] | None:
        """Return a span that is written out or that a parameter gives, as months and days."""
        value = _constant(node)
        if isinstance(node, feel.Name) and owner:
            bound = self.plan.environments[owner].bindings.get(node.name)
            if bound is not None and bound.kind == "parameter":
                value = self.plan.parameters[bound.target].value
                if value is UNKNOWN:
                    return 0, 0  # what is compared with it is not known on any day
        if isinstance(value, YearsMonths):
            return value.months, 0
        return (0, int(value.seconds // 86400)) if isinstance(value, DaysTime) else None


def _fields(base: Node) -> tuple[str, ...]:
    """Return the names of the facts of a list's items."""
    type_ = strip_optional(base.type) if base.type else None
    item = type_.item if isinstance(type_, ListType) else None
    return ("item", *(f.en for f in item.fields)) if isinstance(item, ContextType) else ("item",)


def _pairs(node: Node) -> Iterator[tuple[Node, Node]]:
    """Yield what a comparison compares with what."""
    match node:
        case feel.Comparison():
            yield node.left, node.right
        case feel.Between():
            yield from ((node.value, node.low), (node.value, node.high))
        case feel.In():
            for test in node.tests:
                ends = feel.children(test) if isinstance(test, (feel.Range, feel.UnaryTest)) else (test,)
                yield from ((node.value, end) for end in ends)


def _constant(node: Node) -> Any:
    """Return the value of what is written out: a literal, or a call over literals."""
    if isinstance(node, feel.Literal_):
        return node.value
    if isinstance(node, feel.Call) and all(isinstance(a.value, feel.Literal_) for a in node.arguments):
        return interpret(node, {})
    return None


def _dates(value: Any) -> Iterator[Date]:
    """Yield every date in facts, ends of intervals among them."""
    if isinstance(value, Date):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _dates(part)
    elif isinstance(value, (list, tuple)):
        for part in value:
            yield from _dates(part)
    elif isinstance(value, PartialList):
        yield from _dates([item for item, _ in value.items])
        yield from _dates(value.further) if value.further is not None else ()
    elif isinstance(value, Interval):
        yield from _dates([value.low, value.high])
