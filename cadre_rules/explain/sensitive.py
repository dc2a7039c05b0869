"""What the answer hangs on by a hair: a day that the record does not know.

In: an engine, a question, a subject's facts, the dates whose day is unknown. Out: `Sensitive` entries. A date with an
unknown day counts as the first of its month; here every other day of the month is decided as well.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.feel.values import Date, PartialList
from cadre_rules.vocabulary.subjects import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping
    from datetime import date

    from cadre_rules.engine.compiled import Engine

Path = tuple[str | int, ...]


@dataclass(frozen=True, slots=True)
class Sensitive:
    """A date whose unknown day would change the answer, with the first such day and the answer then."""

    path: Path
    counted_as: Date
    other: Date
    answer: Answer


def sensitive_days(
    engine: Engine, question: str, facts: Mapping[str, Any], as_of: date, unknown_days: Iterable[Path]
) -> tuple[Sensitive, ...]:
    """Return the unknown days that decide; each date is varied by itself through its month."""
    before = answer_of(engine.outcome(question, facts, as_of)).signature
    found = []
    for path in unknown_days:
        counted = _at(facts, path)
        if not isinstance(counted, Date):
            continue
        for day in range(2, _month_length(counted) + 1):
            other = Date(counted.year, counted.month, day)
            answer = answer_of(engine.outcome(question, _with(facts, path, other), as_of))
            if answer.signature != before:
                found.append(Sensitive(path, counted, other, answer))
                break
    return tuple(found)


def _month_length(day: Date) -> int:
    import calendar

    return calendar.monthrange(day.year, day.month)[1]


def _at(facts: Any, path: Path) -> Any:
    for step in path:
        if isinstance(facts, PartialList):
            facts = [item for item, _ in facts.items]
        facts = facts[step]
    return facts


def _with(facts: Mapping[str, Any], path: Path, value: Any) -> dict[str, Any]:
    """Return the facts with one value replaced; a list is put in its declared order again."""
    root, *rest = path
    section = facts[str(root)]
    if not rest or isinstance(section, dict):
        return {**facts, str(root): {**section, str(rest[0]): value}}
    index, name = int(rest[0]), str(rest[1])
    certain = [True] * len(section)
    items = section
    if isinstance(section, PartialList):
        items, certain = [i for i, _ in section.items], [c for _, c in section.items]
    changed = [{**item, name: value} if i == index else item for i, item in enumerate(items)]
    order = ROOTS[str(root)].model.order
    pairs = sorted(zip(changed, certain, strict=True), key=lambda pair: [_key(pair[0][f]) for f in order])
    if isinstance(section, PartialList):
        return {**facts, str(root): PartialList(tuple(pairs), section.further)}
    return {**facts, str(root): [item for item, _ in pairs]}


def _key(value: Any) -> tuple[bool, Any]:
    return (value is not None, value if value is not None else 0)
