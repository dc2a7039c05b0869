"""The first day on which the answer changes if nothing changes but the date.

In: an engine, a question, a subject's facts, a day. Out: `Change` or None. Exact: every day of the horizon is decided,
one after another. What is assumed: open posts go on, and nothing else is added to the record.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.answer import Answer, answer_of

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.engine.compiled import Engine

HORIZON_DAYS = 3653  # ten years


@dataclass(frozen=True, slots=True)
class Change:
    """The first day with another answer, and that answer."""

    on: date
    answer: Answer


def earliest_change(
    engine: Engine, question: str, facts: Mapping[str, Any], as_of: date, horizon: int = HORIZON_DAYS
) -> Change | None:
    """Return the first change of the answer after `as_of`, within `horizon` days."""
    before = answer_of(engine.outcome(question, facts, as_of)).signature
    day = as_of
    for _ in range(min(horizon, (date.max - as_of).days)):
        day += timedelta(days=1)
        answer = answer_of(engine.outcome(question, facts, day))
        if answer.signature != before:
            return Change(day, answer)
    return None
