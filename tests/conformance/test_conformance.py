"""Keeps the conformance figures from falling; the runner itself is tested with a small model of our own."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

import pytest

from cadre_rules.feel.values import Date

from .model import Model, Run
from .report import REASONS, page
from .suite import Outcome, agree, location, run, tallies

if TYPE_CHECKING:
    from pathlib import Path

FLOORS = {"literal": 100.0, "ternary": 100.0, "error": 100.0, "table": 100.0, "other": 95.0}


@pytest.fixture(scope="module")
def outcomes() -> list[Outcome]:
    folder = location()
    if folder is None:
        pytest.skip("the suite dmn-tck is not here: set DMN_TCK, or put it at ../shared/dmn-tck")
    return list(run(folder))


@pytest.mark.parametrize("group", FLOORS)
def test_figures_do_not_fall(outcomes: list[Outcome], group: str) -> None:
    tally = tallies(outcomes)[group]
    assert tally.total > 0
    assert tally.share >= FLOORS[group], [outcome.name for outcome in tally.deviations]


def test_every_deviation_has_its_reason(outcomes: list[Outcome]) -> None:
    deviating = {outcome.model for outcome in tallies(outcomes)["all"].deviations}
    assert deviating <= REASONS.keys()
    assert "Not explained" not in page(outcomes)


@pytest.mark.parametrize(
    ("expected", "found", "agrees"),
    [
        (Decimal("1.5"), Decimal("1.50"), True),
        (Decimal("0.33"), Decimal("0.333"), False),
        (Decimal("0.33333333"), Decimal("0.333333333333"), True),
        (Decimal("0.33333333"), Decimal("0.3333334"), False),
        (Decimal(1), True, False),
        (None, None, True),
        (None, False, False),
        ([Decimal(1)], [Decimal(1)], True),
        ([Decimal(1)], Decimal(1), False),
        ({"a": Date(2024, 1, 1)}, {"a": Date(2024, 1, 1)}, True),
        ({"a": None}, {}, False),
    ],
)
def test_what_agrees(expected: Any, found: Any, agrees: bool) -> None:
    assert agree(expected, found) is agrees


MODEL = """<definitions xmlns="https://www.omg.org/spec/DMN/20230324/MODEL/" namespace="own" name="own">
  <itemDefinition name="tScores" isCollection="true"><typeRef>number</typeRef></itemDefinition>
  <inputData name="scores" id="i1"><variable name="scores" typeRef="tScores"/></inputData>
  <decision name="total points" id="d1">
    <variable name="total points" typeRef="number"/>
    <informationRequirement><requiredInput href="#i1"/></informationRequirement>
    <literalExpression><text>sum(scores)</text></literalExpression>
  </decision>
  <businessKnowledgeModel name="twice" id="b1">
    <variable name="twice"/>
    <encapsulatedLogic><formalParameter name="n" typeRef="number"/>
      <literalExpression><text>n * 2</text></literalExpression></encapsulatedLogic>
  </businessKnowledgeModel>
  <decision name="grade" id="d2">
    <variable name="grade" typeRef="string"/>
    <informationRequirement><requiredDecision href="#d1"/></informationRequirement>
    <knowledgeRequirement><requiredKnowledge href="#b1"/></knowledgeRequirement>
    <decisionTable hitPolicy="FIRST">
      <input><inputExpression><text>twice(total points)</text></inputExpression></input>
      <output name="grade"><defaultOutputEntry><text>"low"</text></defaultOutputEntry></output>
      <rule><inputEntry><text>&gt;= 10</text></inputEntry><outputEntry><text>"high"</text></outputEntry></rule>
    </decisionTable>
  </decision>
</definitions>"""


@pytest.mark.parametrize(
    ("scores", "total", "grade"),
    [([2, 3], 5, "high"), ([2], 2, "low"), (["x"], None, "low"), ("x", None, "low")],
)
def test_a_small_model(tmp_path: Path, scores: Any, total: int | None, grade: str) -> None:
    path = tmp_path / "own.dmn"
    path.write_text(MODEL, encoding="utf-8")
    model = Model(path)
    given = [Decimal(s) if isinstance(s, int) else s for s in scores]
    result = Run(model.inputs_by_name({"scores": given}))
    assert (model.value("d1", result), model.value("d2", result)) == (total, grade)
    assert not model.literal_only()
