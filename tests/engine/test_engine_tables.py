"""Decision tables in policies: what each hit policy gives, the same by kernel and by interpreter."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from cadre_rules.engine.compiled import Engine
from cadre_rules.feel.values import UNKNOWN
from cadre_rules.policy.loading import load_set
from cadre_rules.records import Record
from tests.plan.agreement import assert_agreement
from tests.plan.generated import HEAD, PACK, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 1)
# rows: below 3, below 5, everything; the input is the number of posts
ROWS = """\
      rules:
        - {when: '< 3', then: '1'}
        - {when: '< 5', then: '2'}
        - {when: '-', then: '3'}
"""
EXPECTED: dict[str, tuple[Any, Any]] = {  # with two posts, with four
    "F": (1, 2),
    "P": (3, 3),
    "U": (None, None),
    "A": (None, None),
    "C": ([1, 2, 3], [2, 3]),
    "R": ([1, 2, 3], [2, 3]),
    "O": ([3, 2, 1], [3, 2]),
    "C+": (6, 5),
    "C<": (1, 2),
    "C>": (3, 3),
    "C#": (3, 2),
}


def _policy(folder: Path, hit_policy: str) -> Engine:
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    text = HEAD + (
        "definitions:\n  value:\n    table:\n      inputs: [{expression: count(posts)}]\n"
        "      outputs: [{name: v, values: ['3', '2', '1']}]\n"
        f"      hit_policy: '{hit_policy}'\n" + ROWS + "rules:\n"
        "  - {rule: r, when: value != null, then: c0, shows: value}\n"
        "  - {rule: s, when: count(posts) > 3, then: c1}\n"
    )
    (folder / "up.yaml").write_text(text, encoding="utf-8")
    linked, _, _ = load_set(folder)
    return Engine(linked)


def _record(posts: int) -> dict[str, Any]:
    listed = [{"id": str(i), "start": f"20{10 + i}-01-01"} for i in range(posts)]
    return Record.from_dict({"posts": listed}).facts


@pytest.mark.parametrize("hit_policy", EXPECTED)
def test_hit_policy(tmp_path: Path, hit_policy: str) -> None:
    engine = _policy(tmp_path, hit_policy)
    compiled = engine.compiled("q", DAY)
    for posts, expected in zip((2, 4), EXPECTED[hit_policy], strict=True):
        facts = _record(posts)
        assert_agreement(compiled, facts, DAY)
        outcome = engine.outcome("q", facts, DAY)
        index = next(s.index for s in compiled.plan.steps if s.id == "made/up.value")
        found = outcome.value(index)
        assert found == (expected if not isinstance(expected, list) else [Decimal(v) for v in expected])


def test_unknown_input_leaves_the_value_open(tmp_path: Path) -> None:
    engine = _policy(tmp_path, "F")
    facts = Record.from_dict({}).facts
    compiled = engine.compiled("q", DAY)
    assert_agreement(compiled, facts, DAY)
    index = next(s.index for s in compiled.plan.steps if s.id == "made/up.value")
    assert engine.outcome("q", facts, DAY).value(index) is UNKNOWN
