"""What the answer hangs on by a hair: a day that the record does not know.

In: an engine, an outcome, the record. Out: `Sensitive` entries. A date with an unknown day counts as the first of its
month; here every other day of the month is decided as well, with all dates that are the same day by convention.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.explain.collect_calls import READS
from cadre_rules.explain.listed import members, value_at, with_value
from cadre_rules.feel.temporal import days_in_month
from cadre_rules.feel.tree import Call, Name, Path, walk
from cadre_rules.feel.values import Date, Interval
from cadre_rules.records.derive import APPOINTED, REPORTED
from cadre_rules.vocabulary.sections import ROOTS
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.engine.compiled import Engine
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.evidence import Path as FactPath
    from cadre_rules.plan.steps import Plan
    from cadre_rules.records.record import Record

_ALSO_READ = ("appointed_on",)  # by functions over stints, beside what they need


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A date whose unknown day would change the answer, with the first such day and the answer then."""

    path: FactPath
    counted_as: Date
    other: Date
    answer: Answer


def sensitive_days(engine: Engine, outcome: Outcome, record: Record) -> tuple[Sensitive, ...]:
    """Return the unknown days that decide; each date is varied by itself through its month."""
    plan, facts = outcome.plan, outcome.facts
    before = answer_of(outcome).signature
    unknown = record.unknown_days()
    found = []
    for path in unknown:
        counted = value_at(facts, path)
        if not isinstance(counted, Date) or not _read(plan, path):
            continue
        together = _together(facts, path, unknown, record)
        if path != together[0]:
            continue
        if outcome.trace is None and _steady(engine, outcome, together, counted, before):
            continue
        for day in range(2, days_in_month(counted.year, counted.month) + 1):
            other = Date(counted.year, counted.month, day)
            answer = answer_of(engine.outcome(plan.question.name, _moved(facts, together, other), outcome.as_of))
            if answer.signature != before:
                found.append(Sensitive(path, counted, other, answer))
                break
    return tuple(found)


def _steady(engine: Engine, outcome: Outcome, paths: list[FactPath], first: Date, before: tuple[object, ...]) -> bool:
    """Return whether the answer is the same with a day that is only known to lie in its month: then no day matters."""
    last = Date(first.year, first.month, days_in_month(first.year, first.month))
    root, index = str(paths[0][0]), paths[0][1]
    if isinstance(index, int):
        items = members(_moved(outcome.facts, paths, last)[root])
        if items[index].get("id", index) != members(outcome.facts[root])[index].get("id", index):
            return False  # the day decides which item is the later one
    facts = outcome.facts
    for path in paths:
        facts = with_value(facts, path, Interval(first, last), sort=False)
    return answer_of(engine.outcome(outcome.plan.question.name, facts, outcome.as_of)).signature == before


def _read(plan: Plan, path: FactPath) -> bool:
    """Return whether some tree of the plan may read a field: by its name, by a function over the list, by its order."""
    root, name = str(path[0]), str(path[-1])
    read: set[str] = set()
    for step in plan.steps:
        for node in walk(step.tree) if step.tree is not None else ():
            if isinstance(node, (Name, Path)):
                read.add(node.name)
            if isinstance(node, Call) and isinstance(node.function, Name) and node.function.name in READS:
                read |= {*READS[node.function.name], *_ALSO_READ}
    reads_root = root in read or any(root == listed and present in read for present, listed in PRESENT.items())
    return reads_root and (name in read or name in ROOTS[root].model.order)


def _together(facts: Mapping[str, Any], path: FactPath, unknown: list[FactPath], record: Record) -> list[FactPath]:
    """Return the dates of an item that are one and the same day by convention."""
    basis = record.basis(record.pointer(*path[:-1], "start"))
    source = {REPORTED: "reported_on", APPOINTED: "appointed_on"}.get(basis) if basis is not None else None
    if source is None or path[-1] not in ("start", source):
        return [path]
    counted = value_at(facts, path)
    same: list[FactPath] = [(*path[:-1], name) for name in ("start", source)]
    return [p for p in same if p in unknown and value_at(facts, p) == counted]


def _moved(facts: Mapping[str, Any], paths: list[FactPath], day: Date) -> Mapping[str, Any]:
    """Return the facts with dates of one item changed; what orders the list is changed last, so that places hold."""
    for path in sorted(paths, key=lambda p: p[-1] in ROOTS[str(p[0])].model.order):
        facts = with_value(facts, path, day)
    return facts
