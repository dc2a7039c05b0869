"""FEEL as data: what expressions give, and what a reader sees where a text is not FEEL."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from feel_cases import RESET, faults, load, store, value

if TYPE_CHECKING:
    from pathlib import Path


def _name(part: object) -> str:
    return str(part["feel"])[:40] if isinstance(part, dict) else getattr(part, "stem", str(part))


@pytest.mark.parametrize(("file", "number", "case"), load("good"), ids=_name)
def test_value(file: Path, number: int, case: dict[str, Any]) -> None:
    found = value(case)
    if RESET:
        store(file, number, {"gives": found})
    assert RESET or found == case["gives"], case["feel"]


@pytest.mark.parametrize(("file", "number", "case"), load("bad"), ids=_name)
def test_fault(file: Path, number: int, case: dict[str, Any]) -> None:
    found = faults(case)
    if RESET:
        store(file, number, found)
    assert "zh" in found, case["feel"]
    assert RESET or found == {"zh": case["zh"], "en": case["en"]}
