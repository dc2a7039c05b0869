"""What an unknown could turn out to be, and the answer that follows: completions of a record that are tried out.

In: an engine, a question, the facts of a subject, what is missing. Out: `Option`s with the answers that they give.
It never guesses: an unknown without finitely many values gets sample values, and says that it has others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.engine.compiled import Engine
from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.explain.determined import declared
from cadre_rules.explain.listed import members, pairs, with_complete_list, with_items, with_value
from cadre_rules.explain.naming import field_at
from cadre_rules.explain.terms import predicate
from cadre_rules.explain.values import value_text
from cadre_rules.feel.types import BOOLEAN, DATE, NUMBER, Enumeration, Optional, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date, PartialList
from cadre_rules.vocabulary.subjects import present_item

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.evidence import Missing, Path

BUDGET, SLOW_BUDGET, SLOW_COST = 600, 900, 40  # in runs of the kernel; what is interpreted takes as long as many
_YEARS_BACK = (0, 1, 3, 5, 10, 20, 40)
_ADOPTED = (
    (Text("届时已经施行", "they are in force by then"), True),
    (Text("届时尚未施行", "they are not in force by then"), False),
)
NO_DETERMINATION = Text("没有认定", "there is none")
_NUMBERS = (0, 1, 2, 3, 5, 10, 100)


@dataclass(frozen=True, slots=True)
class Option:
    """One value that an unknown may have: its words, and the facts (and policies) as they would be then."""

    text: Text
    apply: Callable[[World], World]


@dataclass(frozen=True, slots=True)
class Options:
    """What an unknown may be. `all_of_them` says that there is nothing else; `verb` is what joins a value to it."""

    options: tuple[Option, ...]
    all_of_them: bool
    verb: Text | None = None


@dataclass(frozen=True, slots=True)
class World:
    """The facts of a subject, and for parameters of adoption that are not set whether they are taken to be past."""

    facts: Mapping[str, Any]
    adopted: tuple[tuple[str, bool], ...] = ()


class Trials:
    """Decides one question about changed facts; `left` is left of the budget, `cost` is what a trial mostly takes."""

    def __init__(self, engine: Engine, outcome: Outcome) -> None:
        self.engines: dict[tuple[tuple[str, bool], ...], Engine] = {(): engine}
        self.outcome = outcome
        self.left = BUDGET if outcome.trace is not None else SLOW_BUDGET
        self.cost = 1 if outcome.trace is not None else SLOW_COST
        self.question = outcome.plan.question.name
        self.as_of = outcome.as_of

    def answer(self, world: World) -> Answer:
        """Return the answer in a world."""
        if world.adopted not in self.engines:
            self.engines[world.adopted] = _adopting(self.engines[()], self.as_of, dict(world.adopted))
        outcome = self.engines[world.adopted].outcome(self.question, world.facts, self.as_of)
        self.left -= 1 if outcome.trace is not None else SLOW_COST
        return answer_of(outcome)

    def options(self, missing: Missing) -> Options:
        """Return what may turn out of something that is missing."""
        if missing.kind == "fact":
            return self._fact(missing)
        if missing.kind == "determination":
            return self._determination(missing)
        if missing.kind == "list":
            root = str(missing.path[0])
            text = Text("此外没有其他记录", "there are no further entries")
            return Options((Option(text, lambda w: replace(w, facts=with_complete_list(w.facts, root))),), False)
        if missing.kind == "parameter" and _is_adoption(self.outcome, missing.name):
            return Options(tuple(Option(text, _adopt(missing.name, b)) for text, b in _ADOPTED), True)
        return Options((), False)

    def _fact(self, missing: Missing) -> Options:
        field = field_at(missing.path)
        if field is None:
            return Options((), False)
        type_, bare = field.type, strip_optional(field.type)
        values, finite = self._values(missing, bare)
        if isinstance(type_, Optional):
            values.append(None)
        made = []
        for value in values:
            text = predicate(field, value) if isinstance(value, bool) else value_text(value, type_)
            made.append(Option(text, _setter(missing.path, value)))
        return Options(tuple(made), finite, None if bare == BOOLEAN else Text("为", "it is "))

    def _values(self, missing: Missing, type_: Any) -> tuple[list[Any], bool]:
        if type_ == BOOLEAN:
            return [True, False], True
        if isinstance(type_, Enumeration):
            return [v.en for v in type_.values], True
        if type_ == DATE:
            day = self.as_of
            return [Date(max(day.year - n, 1), day.month, min(day.day, 28)) for n in _YEARS_BACK], False
        if type_ == NUMBER:
            return [Decimal(n) for n in _NUMBERS], False
        root, name = str(missing.path[0]), str(missing.path[-1])
        others = {i.get(name) for i in members(self.outcome.facts.get(root))} if len(missing.path) > 2 else set()
        return [*sorted(v for v in others if isinstance(v, str)), "\ufffd"], False

    def _determination(self, missing: Missing) -> Options:
        matter = missing.name.rpartition(":")[2]
        found = declared(self.outcome.plan.policies, matter)
        if found is None:
            return Options((), False)
        on = Date.of(self.as_of)
        made = [Option(text, _determine(matter, missing.path, name, on)) for name, text in found.outcomes]
        if isinstance(self.outcome.facts.get("determinations"), PartialList):
            made.append(Option(NO_DETERMINATION, _determine(matter, missing.path, None, on)))
        return Options(tuple(made), True, Text("认定为", "determined as "))


def _adopting(engine: Engine, day: date, adopted: Mapping[str, bool]) -> Engine:
    """Return an engine for which parameters of adoption that are not set are past on `day`, or yet to come."""
    later = date(min(day.year + 1, 9999), 1, 1)
    policies = {
        id_: replace(p, in_force_from=day if adopted[str(p.in_force_parameter)] else later)
        if p.in_force_from is None and p.in_force_parameter in adopted
        else p
        for id_, p in engine.policies.policies.items()
    }
    return Engine(replace(engine.policies, policies=policies))


def _adopt(parameter: str, past: bool) -> Callable[[World], World]:
    return lambda world: replace(world, adopted=tuple(sorted({**dict(world.adopted), parameter: past}.items())))


def _is_adoption(outcome: Outcome, parameter: str) -> bool:
    policies = outcome.plan.policies.policies.values()
    return any(p.in_force_parameter == parameter and p.in_force_from is None for p in policies)


def _setter(path: Any, value: Any) -> Callable[[World], World]:
    return lambda world: replace(world, facts=with_value(world.facts, path, value))


def _determine(matter: str, named: Path, outcome: str | None, on: Date) -> Callable[[World], World]:
    """Return what puts a determination on record that counts, in place of those on the matter; None: there is none.

    It is on the incident that is `named`, else on the one that is asked about.
    """

    def apply(world: World) -> World:
        facts = world.facts
        present = present_item(facts)
        about = named[0] if named else present["id"] if present else None
        kept = [
            (item, certain)
            for item, certain in pairs(facts.get("determinations"))
            if item.get("matter") != matter or item.get("incident") not in (about, UNKNOWN)
        ]
        if outcome is None:
            return replace(world, facts=with_complete_list(with_items(facts, "determinations", kept), "determinations"))
        made = {
            "id": f"\ufffd{matter}", "matter": matter, "outcome": outcome, "on": on, "by": "\ufffd", "basis": "\ufffd",
            "incident": about,
        }  # fmt: skip
        return replace(world, facts=with_items(facts, "determinations", [*kept, (made, True)]))

    return apply
