"""The documented way of a cadre through several questions: what the page says is what is decided, in both languages."""

from __future__ import annotations

import re
from datetime import date
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadre_rules import load_policies
from cadre_rules.records import read_record

if TYPE_CHECKING:
    from cadre_rules.api import Policies

ROOT = Path(__file__).parents[2]
PAGES = ("docs/chain.zh-CN.md", "docs/chain.md")
ROW = re.compile(r"^\| (\d{4}-\d{2}-\d{2}) \| (\w+) \| ([\w ]+) \| (.*?) ?\|$", re.MULTILINE)


@cache
def adopted() -> Policies:
    return load_policies(ROOT / "examples" / "adoptions" / "daan.yaml")


def stages(page: str) -> list[tuple[str, ...]]:
    return [match.groups() for match in ROW.finditer((ROOT / page).read_text(encoding="utf-8"))]


def test_both_pages_tell_the_same() -> None:
    assert stages(PAGES[0]) == stages(PAGES[1])
    assert len(stages(PAGES[0])) == 7


@pytest.mark.parametrize(("day", "question", "answer", "conclusions"), stages(PAGES[0]))
def test_a_stage(day: str, question: str, answer: str, conclusions: str) -> None:
    record = read_record(ROOT / "examples" / "records" / "chain.yaml")
    decision = adopted().decide(question, record, date.fromisoformat(day))
    assert decision.answer == answer
    assert list(decision.conclusions) == [name for name in conclusions.split(", ") if name]
