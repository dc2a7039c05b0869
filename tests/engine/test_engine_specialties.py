"""The table of related specialties: what it says counts, what it does not say is not known."""

from __future__ import annotations

from typing import Any

import pytest

from cadre_rules.diagnostics import Text
from cadre_rules.engine.specialty_table import apply_specialty_table
from cadre_rules.policy.linked import Adoption, RelatedSpecialties
from cadre_rules.records import Record

ROWS = (
    RelatedSpecialties(None, "法学", ("公安学", "政治学")),
    RelatedSpecialties("执法一科科长", None, ("城市管理",)),
)
ADOPTION = Adoption("made", Text("示例采用文件", "an example"), None, None, (), True, "", specialties=ROWS)


@pytest.mark.parametrize(
    ("studied", "given", "expected"),
    [
        ("法学", {}, True),  # the very specialty that the post asks for
        ("公安学", {}, True),  # in the table
        ("城市管理", {}, True),  # matches the post
        ("历史学", {}, "unknown"),  # not in the table: not known
        ("公安学", {"matches_post": False}, False),  # the record keeps its word
    ],
)
def test_what_matches(studied: str, given: dict[str, Any], expected: object) -> None:
    record = Record.from_dict(
        {
            "education": [{"id": "e1", "specialty": studied, **given}],
            "proposal": {"specialty": "法学", "title": "执法一科科长"},
        }
    )
    facts, bases = apply_specialty_table(record.facts, ADOPTION)
    found = facts["education"][0]["matches_post"]
    assert (found if isinstance(found, bool) else "unknown") == expected
    assert (("education", 0, "matches_post") in bases) == (expected is True)


def test_a_table_for_another_specialty_says_nothing() -> None:
    record = Record.from_dict({"education": [{"id": "e1", "specialty": "公安学"}], "proposal": {"specialty": "会计学"}})
    facts, bases = apply_specialty_table(record.facts, ADOPTION)
    assert not isinstance(facts["education"][0]["matches_post"], bool)
    assert not bases
