"""Decisions to look at: every case of the shipped packs, and every example record under every example adoption."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules import load_policies, read_record
from cadre_rules.cases import Runner, case_files
from cadre_rules.diagnostics import UsageError

if TYPE_CHECKING:
    from typing import Any

    from cadre_rules.api import Policies
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision

ROOT = Path(__file__).parents[2]
RECORDS = sorted((ROOT / "examples" / "records").iterdir())
DAY = date(2026, 11, 21)


@cache
def policies(name: str) -> Policies:
    """Load an example adoption by name, or a pack that nobody has adopted."""
    path = ROOT / "examples" / "adoptions" / f"{name}.yaml"
    return load_policies(path if path.exists() else name.removeprefix("pack:"))


@cache
def of_examples() -> tuple[Decision, ...]:
    """Decide every question on every example record: under one place's rules, under all, under none adopted."""
    out: list[Decision] = []
    for name in ("daan", "example-district", "pack:daan"):
        loaded = policies(name)
        for path in RECORDS:
            for question in loaded.questions:
                try:
                    out += loaded.decide_each(question, read_record(path), DAY)
                except UsageError:  # a record without an incident
                    continue
    return tuple(out)


@cache
def of_cases() -> tuple[Decision, ...]:
    """Decide every case of the shipped packs."""
    results = Runner().run(case_files(ROOT / "policies"))
    return tuple(case.decision for result in results for case in result.cases if case.decision is not None)


def everything() -> tuple[Decision, ...]:
    """Return all decisions about examples, and every ninth case."""
    return (*of_examples(), *of_cases()[::9])


@cache
def data(decision: Decision) -> dict[str, Any]:
    """Return a decision as data, written once."""
    return decision.to_dict()


@cache
def text(decision: Decision, language: Language) -> str:
    """Return an explanation, written once."""
    return decision.explain(language)
