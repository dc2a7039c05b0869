"""Which rules bar by age, seniority, status or rank alone: planted, plainly and in disguise."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest
import yaml

from tests.analysis.made import CHECK, examined, policy

CASES: list[dict[str, Any]] = yaml.safe_load((Path(__file__).parent / "verdicts.yaml").read_text(encoding="utf-8"))


def files(case: dict[str, Any]) -> dict[str, str]:
    """Return the files of a case."""
    found = {}
    if "rules" in case:
        found["lower/made.yaml"] = policy(case["rules"], more=case.get("more", ""))
    if "state" in case:
        found["lower/state.yaml"] = policy(case["state"], question="state", name="lower/state")
    if "forbids" in case:
        found["lower/check.yaml"] = CHECK + case["forbids"]
    return found


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_verdict(tmp_path: Path, case: dict[str, Any]) -> None:
    found = examined(tmp_path, files(case))
    assert {b.rule.rpartition("#")[2]: list(b.facts) for b in found.breaches} == case.get("breaches", {})
    assert len(found.breaches) == len(case.get("breaches", {}))


def test_the_cases_have_names_of_their_own() -> None:
    assert len({case["case"] for case in CASES}) == len(CASES)
