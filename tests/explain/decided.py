"""Decisions to look at: cases of the shipped packs, and every question about example records, adopted and not."""

from __future__ import annotations

from datetime import date
from functools import cache
from typing import TYPE_CHECKING

from cadre_rules import read_record
from cadre_rules.diagnostics import UsageError
from tests.shipped import CASE_FILES, EXAMPLES, adopted, results

if TYPE_CHECKING:
    from collections.abc import Iterator
    from typing import Any

    from cadre_rules.api import Policies
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision

RECORDS = sorted((EXAMPLES / "records").iterdir())
DAY = date(2026, 11, 21)
policies = adopted


@cache
def of_examples() -> tuple[Decision, ...]:
    """Decide every question on example records: on two under the rules of all places, else on one each."""
    return (
        *asked(policies("example-district"), 2),
        *asked(policies("daan"), 1),
        *asked(policies("pack:daan"), 1),
    )


def asked(loaded: Policies, records: int) -> Iterator[Decision]:
    """Decide every question on the first records that it can be asked about; each question begins with another one."""
    read = [read_record(path) for path in RECORDS]
    for n, question in enumerate(loaded.questions):
        left = records
        for record in (*read[n % len(read) :], *read[: n % len(read)]):
            try:
                yield from loaded.decide_each(question, record, DAY)
            except UsageError:  # the record is about something else
                continue
            left -= 1
            if not left:
                break


@cache
def of_cases() -> tuple[Decision, ...]:
    """Decide cases of every thirteenth case file of the shipped packs."""
    cases = [case for path in CASE_FILES[::13] for case in results(path).cases[::3]]
    return tuple(case.decision for case in cases if case.decision is not None)


def everything() -> tuple[Decision, ...]:
    """Return all decisions about examples and cases."""
    return (*of_examples(), *of_cases())


@cache
def data(decision: Decision) -> dict[str, Any]:
    """Return a decision as data, written once."""
    return decision.to_dict()


@cache
def text(decision: Decision, language: Language) -> str:
    """Return an explanation, written once."""
    return decision.explain(language)
