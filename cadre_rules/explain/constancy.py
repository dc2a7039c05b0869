"""On which days the truth of a plan's tests can change at all, read from its trees.

In: a plan, the facts of a subject. Out: `Constancy`: the days on which something may begin or end, and whether between
two of them every test is constant or changes at most once. A sound reading: what it does not know it does not claim.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.constancy_parts import dates
from cadre_rules.explain.constancy_reader import Reader

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.values import Date
    from cadre_rules.plan.steps import Plan


@dataclass(frozen=True, slots=True)
class Constancy:
    """`steps`: tests whose truth is monotone between two days of `days`; None where that cannot be read."""

    days: tuple[date, ...]
    steps: tuple[int, ...] | None


def constancy(plan: Plan, facts: Mapping[str, Any], after: date, until: date) -> Constancy:
    """Read when the tests of `plan` can change in the days after `after` up to `until`."""
    tests = tuple(step for step in plan.steps if step.kind == "test")
    for birthdays in (False, True):  # which make many days, and are seldom needed
        reader = Reader(plan, birthdays)
        if all(reader.monotone(step.tree, step.owner) for step in tests if step.tree):
            return Constancy(_days(reader, facts, after, until), tuple(step.index for step in tests))
    return Constancy((), None)


def _days(reader: Reader, facts: Mapping[str, Any], after: date, until: date) -> tuple[date, ...]:
    """Return the days after `after` up to `until` on which something that was read may begin or end."""
    on_record = (*dates(facts), *(d for p in reader.plan.parameters.values() for d in dates(p.value)), *reader.literals)
    found: set[date] = set()
    for day in on_record:
        for months, days in reader.shifts:
            found |= _around(day, months, days)
    for year in range(after.year, until.year + 1):
        if reader.parts & {"year"}:
            found.add(date(year, 1, 1))
        if reader.parts & {"month"}:
            found |= {date(year, month, 1) for month in range(1, 13)}
        if reader.parts & {"birthday"}:
            found |= {d for day in on_record for d in _around(day, 12 * (year - day.year), 0)}
    return tuple(sorted(d for d in found if after < d <= until))


def _around(day: Date, months: int, days: int) -> set[date]:
    """Return the days on which a comparison with a shifted date may change: it, the next; months end unevenly."""
    moved = day.plus_months(months).plus_days(days)
    if not 2 <= moved.year <= 9998:
        return set()
    if not months:
        return {moved.to_date(), moved.to_date() + timedelta(days=1)}
    return {moved.to_date() + timedelta(days=n) for n in range(-4, 6)}
