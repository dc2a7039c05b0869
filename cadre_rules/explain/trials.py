"""What an unknown could turn out to be, and the answer that follows: completions of a record that are tried out.

In: an engine, a question, the facts of a subject, what is missing. Out: `Option`s with the answers that they give.
It never guesses: an unknown without finitely many values gets sample values, and says that it has others.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from decimal import Decimal
from typing import TYPE_CHECKING, Any
from weakref import WeakKeyDictionary

from cadre_rules.diagnostics import Text
from cadre_rules.engine.compiled import Engine
from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.explain.determined import declared
from cadre_rules.explain.listed import members, pairs, value_at, with_complete_list, with_items, with_value
from cadre_rules.explain.naming import question_of
from cadre_rules.explain.naming import field_at
from cadre_rules.explain.values import value_text
from cadre_rules.explain.words import predicate
from cadre_rules.feel.types import BOOLEAN, DATE, NUMBER, Enumeration, Optional, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping
    from datetime import date

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.evidence import Missing
    from cadre_rules.policy.linked import PolicySet

_YEARS_BACK = (0, 1, 3, 5, 10, 20, 40)
_NUMBERS = (0, 1, 2, 3, 5, 10, 100)
_IN_FORCE: WeakKeyDictionary[PolicySet, Engine] = WeakKeyDictionary()


@dataclass(frozen=True, slots=True)
class Option:
    """One value that an unknown may have: its words, and the facts (and policies) as they would be then."""

    text: Text
    apply: Callable[[World], World]


@dataclass(frozen=True, slots=True)
class Options:
    """What an unknown may be. `all_of_them` says that there is nothing else."""

    options: tuple[Option, ...]
    all_of_them: bool


@dataclass(frozen=True, slots=True)
class World:
    """The facts of a subject, and whether policies without a day of adoption are taken to be in force."""

    facts: Mapping[str, Any]
    adopted: bool | None = None


class Trials:
    """Decides one question about changed facts, and counts how often."""

    def __init__(self, engine: Engine, outcome: Outcome, most: int) -> None:
        self.engine = engine
        self.outcome = outcome
        self.left = most
        self.question = outcome.plan.question.name
        self.as_of = outcome.as_of

    def answer(self, world: World) -> Answer:
        """Return the answer in a world."""
        self.left -= 1
        engine = self.engine
        if world.adopted is not None:
            engine = adopted_engine(engine, self.as_of, world.adopted)
        return answer_of(engine.outcome(self.question, world.facts, self.as_of))

    def options(self, missing: Missing) -> Options:
        """Return what may turn out of something that is missing."""
        if missing.kind == "fact":
            return self._fact(missing)
        if missing.kind == "determination":
            return self._determination(missing)
        if missing.kind == "list":
            root = str(missing.path[0])
            text = Text("没有其他项目", "there are no further entries")
            return Options((Option(text, lambda w: replace(w, facts=with_complete_list(w.facts, root))),), False)
        if missing.kind == "parameter" and _is_adoption(self.outcome, missing.name):
            return Options(
                (
                    Option(Text("已经施行", "in force by then"), lambda w: replace(w, adopted=True)),
                    Option(Text("尚未施行", "not in force by then"), lambda w: replace(w, adopted=False)),
                ),
                True,
            )
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
        return Options(tuple(made), finite)

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
        made = [Option(text, _determine(matter, name, Date.of(self.as_of))) for name, text in found.outcomes]
        return Options(tuple(made), True)


def adopted_engine(engine: Engine, day: date, in_force: bool) -> Engine:
    """Return an engine whose policies without a day of adoption are in force from `day`, or only later."""
    start = day if in_force else day.replace(year=min(day.year + 1, 9999), day=min(day.day, 28))
    policies = {
        id_: replace(p, in_force_from=start) if p.in_force_from is None else p
        for id_, p in engine.policies.policies.items()
    }
    return Engine(replace(engine.policies, policies=policies))


def _is_adoption(outcome: Outcome, parameter: str) -> bool:
    policies = outcome.plan.policies.policies.values()
    return any(p.in_force_parameter == parameter and p.in_force_from is None for p in policies)


def _setter(path: Any, value: Any) -> Callable[[World], World]:
    return lambda world: replace(world, facts=with_value(world.facts, path, value))


def _determine(matter: str, outcome: str, on: Date) -> Callable[[World], World]:
    """Return what puts a determination on record that counts, in place of those on the matter."""

    def apply(world: World) -> World:
        facts = world.facts
        incident = facts.get("incident")
        about = incident["id"] if incident else None
        kept = [
            (item, certain)
            for item, certain in pairs(facts.get("determinations"))
            if item.get("matter") != matter or item.get("incident") not in (about, UNKNOWN)
        ]
        made = {
            "id": f"\ufffd{matter}", "matter": matter, "outcome": outcome, "on": on, "by": "\ufffd", "basis": "\ufffd",
            "incident": about,
        }  # fmt: skip
        return replace(world, facts=with_items(facts, "determinations", [*kept, (made, True)]))

    return apply
