"""The tables that shipped policies show, against numbers that were worked out by hand."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from cadre_rules import load_policies, read_record

EXAMPLES = Path(__file__).parents[2] / "examples"


def _shown(question: str, record: str, definition: str) -> list[dict[str, Any]]:
    """Return the rows of a table that a decision on an example record shows, as texts."""
    policies = load_policies(EXAMPLES / "adoptions" / "daan.yaml")
    decision = policies.decide(question, read_record(EXAMPLES / "records" / record), date(2025, 6, 1))
    shown = [s for finding in decision.to_dict()["findings"] for s in finding["shown"] if s["id"] == definition]
    return [
        {entry["name"]: entry["value"]["text"]["zh"] for entry in item["value"]["entries"]}
        for item in shown[0]["value"]["items"]
    ]


def test_the_flow_of_exchanges_is_that_of_the_example_in_the_text() -> None:
    flow = _shown("exchange_flow", "cohort-moves.yaml", "daan/exchange-flow.flow")
    assert {(row["row"], row["column"]): row["count"] for row in flow} == {
        ("区级部门", "乡镇"): "3",
        ("乡镇", "区级部门"): "17",
        ("乡镇", "乡镇"): "9",
        ("区级部门", "区级部门"): "43",
    }


def test_a_competition_is_added_up_point_by_point() -> None:
    points = _shown("competitive_selection", "competition.yaml", "daan/competition.interview_points")
    assert [row["mark"] for row in points if row["component"].startswith("考生-1")] == ["25", "31", "26.67"]
    ranked = _shown("competitive_selection", "competition.yaml", "daan/competition.ranked")
    assert [(row["place"], row["name"], row["total"]) for row in ranked] == [
        ("1", "示例甲", "83.468"),  # 0.4 × 82 + 0.4 × 82.67 + 0.2 × 88
        ("2", "示例乙", "83.268"),  # 0.4 × 78.5 + 0.4 × 84.67 + 0.2 × 90
        ("3", "示例丙", "81.932"),  # 0.4 × 80 + 0.4 × 82.33 + 0.2 × 85
    ]
