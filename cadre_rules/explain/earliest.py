"""When the answer changes if nothing changes but the date.

In: an engine, a question, a subject's facts, a day. Out: a `Timeline`. Exact: days are left out only where every test
is known to stay as it is (`constancy`); where that cannot be read, every day is decided. What is assumed: open posts
go on, and nothing else is added to the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.explain.constancy import constancy

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cadre_rules.engine.compiled import Engine
    from cadre_rules.engine.outcome import Outcome

HORIZON_DAYS = 3653  # ten years
SLOW_DAYS = 150  # days that are looked ahead where each has to be interpreted


@dataclass(frozen=True, slots=True)
class Change:
    """The first day with another answer, and that answer."""

    on: date
    answer: Answer


@dataclass(frozen=True, slots=True)
class Timeline:
    """Every change of the answer after the decision date, up to and including the day `until`."""

    changes: tuple[Change, ...]
    until: date

    @property
    def change(self) -> Change | None:
        """The first change; None where there is none up to `until`."""
        return self.changes[0] if self.changes else None


def timeline(
    engine: Engine, question: str, facts: Mapping[str, Any], as_of: date, horizon: int = HORIZON_DAYS
) -> Timeline:
    """Return the changes of the answer after `as_of`, within `horizon` days."""
    return Timeline(*_Search(engine, question, facts).changes(as_of, _within(as_of, horizon)))


def earliest_change(
    engine: Engine, question: str, facts: Mapping[str, Any], as_of: date, horizon: int = HORIZON_DAYS
) -> Change | None:
    """Return the first change of the answer after `as_of`, within `horizon` days; no later one is looked for."""
    found, _ = _Search(engine, question, facts).changes(as_of, _within(as_of, horizon), only_first=True)
    return found[0] if found else None


def _within(as_of: date, horizon: int) -> int:
    """Return a horizon that the calendar has."""
    return max(0, min(horizon, (date.max - as_of).days - 1))


@dataclass(frozen=True, slots=True)
class _Day:
    """One decided day: the answer, and the truths of the tests that were asked for."""

    on: date
    answer: Answer
    truths: tuple[int, ...]


class _Search:
    def __init__(self, engine: Engine, question: str, facts: Mapping[str, Any]) -> None:
        self.engine = engine
        self.question = question
        self.facts = facts

    def outcome(self, day: date) -> Outcome:
        return self.engine.outcome(self.question, self.facts, day)

    def decide(self, day: date, tests: tuple[int, ...] = ()) -> _Day:
        outcome = self.outcome(day)
        return _Day(day, answer_of(outcome), tuple(outcome.truth(step) for step in tests))

    def changes(self, as_of: date, horizon: int, *, only_first: bool = False) -> tuple[tuple[Change, ...], date]:
        """Go through the plans that hold one after another, and note each day that differs from the one before.

        Return the changes, and the day up to which there are no others.
        """
        end = as_of + timedelta(days=horizon)
        found: list[Change] = []
        last = self.decide(as_of).answer
        day = as_of
        while day < end:
            plan = self.engine.compiled(self.question, day + timedelta(days=1)).plan
            until = end if plan.until is None else min(end, plan.until - timedelta(days=1))
            constant = constancy(plan, self.facts, day, until)
            if constant.steps is None and self.outcome(day + timedelta(days=1)).trace is None:
                end = until = min(until, max(day, as_of + timedelta(days=SLOW_DAYS)))
            steps = constant.steps
            for decided in self.daily(day, until) if steps is None else self.sparse(day, until, constant.days, steps):
                if decided.answer.signature != last.signature:
                    found.append(Change(decided.on, decided.answer))
                    last = decided.answer
                    if only_first:
                        return tuple(found), decided.on
            day = max(until, day + timedelta(days=1))
        return tuple(found), end

    def daily(self, after: date, until: date) -> Iterator[_Day]:
        """Decide every day."""
        for n in range(1, (until - after).days + 1):
            yield self.decide(after + timedelta(days=n))

    def sparse(self, after: date, until: date, days: tuple[date, ...], tests: tuple[int, ...]) -> Iterator[_Day]:
        """Decide the days on which something may change; tests change at most once between two of `days`."""
        starts = sorted({after + timedelta(days=1), *days})
        for start, following in zip(starts, [*starts[1:], until + timedelta(days=1)], strict=True):
            first = self.decide(start, tests)
            yield first
            final = following - timedelta(days=1)
            if final > start:
                yield from self.between(first, self.decide(final, tests), tests)

    def between(self, first: _Day, final: _Day, tests: tuple[int, ...]) -> Iterator[_Day]:
        """Yield the days after `first` up to `final` on which a test changes, in order."""
        if first.truths == final.truths:
            return
        if (final.on - first.on).days == 1:
            yield final
            return
        middle = self.decide(first.on + (final.on - first.on) / 2, tests)
        yield from self.between(first, middle, tests)
        yield from self.between(middle, final, tests)
