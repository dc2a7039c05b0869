"""Decision tables whose rows conclude: which rows count, and rows that must not match together."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

import pytest

from cadre_rules import load_policies
from tests.linking.made import policy, write

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 1)
ROWS = "      rules: [{when: '> 0', then: '\"fit\"'}, {when: '> 1', then: '\"unfit\"'}]\n"
# with one post, with two
EXPECTED = {
    "U": ("fit", "conflict"),
    "A": ("fit", "conflict"),
    "F": ("fit", "fit"),
    "P": ("fit", "unfit"),
    "C": ("fit", "unfit"),
}


@pytest.mark.parametrize("hit_policy", EXPECTED)
def test_hit_policy(tmp_path: Path, hit_policy: str) -> None:
    rule = (
        "  - rule: a\n    table:\n      inputs: [{expression: count(posts)}]\n"
        f"      outputs: [{{name: x, values: ['\"unfit\"', '\"fit\"']}}]\n      hit_policy: {hit_policy}\n{ROWS}"
    )
    questions = (tmp_path / "upper" / "questions.yaml", "    incompatible: [[fit, unfit]]\n")
    write(tmp_path, {"lower/made.yaml": policy(rule), "upper/service.yaml": ""})
    questions[0].write_text(questions[0].read_text(encoding="utf-8").replace(questions[1], ""), encoding="utf-8")
    policies = load_policies(tmp_path / "lower")
    posts = [{"id": str(i), "start": "2020-01-01", "end": None} for i in range(2)]
    answers = tuple(policies.decide("fitness", {"posts": posts[:n]}, DAY).answer for n in (1, 2))
    assert answers == EXPECTED[hit_policy]
