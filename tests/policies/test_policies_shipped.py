"""The shipped packs: their cases, the layers between them, and the example records with what they lead to."""

from __future__ import annotations

from datetime import date
from functools import partial
from typing import TYPE_CHECKING

import pytest

from cadre_rules import PolicyError, load_policies, read_record
from cadre_rules.cases.finding import untested
from cadre_rules.cases.report import report
from tests.shipped import CASE_FILES, EXAMPLES, POLICIES, RUNNER, adopted, results

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules import Decision

DAY = date(2025, 6, 1)
NONE, SOME = ["nothing concluded"], ["concluded"]


def decisions(question: str, record: str, adoption: str) -> list[Decision]:
    return adopted(adoption).decide_each(question, read_record(EXAMPLES / "records" / record), DAY)


def test_all_cases_pass_and_show_what_every_rule_does() -> None:
    ran = [results(path) for path in CASE_FILES]
    failed = [case for result in ran for case in result.cases if not case.passed]
    assert [(case.position, case.name, case.differences) for case in failed] == []
    told = report(ran, untested(POLICIES, [result.policy for result in ran], RUNNER.read))
    assert told.untested == ()
    assert [gap for gap in told.gaps if gap.failing] == []
    assert told.passed
    assert sum(len(result.cases) for result in ran) >= 600


@pytest.mark.parametrize("name", ["daan", "beijing-stations", "bengbu", "baotou", "chengdu", "example-district"])
def test_adoptions_are_examples_without_warnings(name: str) -> None:
    policies = load_policies(EXAMPLES / "adoptions" / f"{name}.yaml").set
    assert policies.adoption is not None
    assert policies.adoption.example
    assert policies.warnings == ()


def test_the_example_district_brings_the_rules_of_five_places_together() -> None:
    policies = load_policies("example-district")
    places = {"daan", "beijing-stations", "bengbu", "baotou", "chengdu"}
    assert places == {name for name, pack in policies.set.packs.items() if pack.layer == 1}
    pack = policies.set.packs["example-district"]
    assert pack.example
    assert "教学示例" in pack.title.zh
    assert pack.layer == 2


@pytest.mark.parametrize(
    ("question", "record", "adoption", "answers"),
    [
        ("promotion", "promotion-short.yaml", "daan", ["not eligible"]),
        ("promotion", "promotion-met.yaml", "daan", ["eligible"]),
        ("promotion", "promotion-short.yaml", "example-district", ["not eligible"]),
        ("promotion", "form.lrmx", "daan", ["undetermined"]),
        ("rotation", "rotation-due.yaml", "beijing-stations", ["concluded"]),
        ("assessment_consequences", "last-place-twice.yaml", "daan", ["concluded"]),
        ("fault_tolerance", "tolerance-two-incidents.yaml", "bengbu", ["tolerated", "undetermined"]),
        ("assessment_consequences", "last-place-twice.yaml", "example-district", ["concluded"]),
        ("rotation", "rotation-due.yaml", "example-district", ["concluded"]),
        ("report_handling", "received-reports.yaml", "example-district", [*NONE, *SOME, *SOME, *NONE]),
        ("curriculum", "class-curriculum.yaml", "example-district", ["concluded"]),
        ("entitlements", "talent-card.yaml", "example-district", ["concluded"]),
        ("plan_curriculum", "training-plan.yaml", "beijing-stations", ["concluded"]),
        ("decision_procedure", "major-decision.yaml", "beijing-stations", ["concluded"]),
        ("appointment_review", "appointment.yaml", "bengbu", ["concluded"]),
        ("report_handling", "received-reports.yaml", "bengbu", [*NONE, *SOME, *SOME, *NONE]),
        ("rectification_coverage", "rectification.yaml", "baotou", ["concluded"]),
        ("team_structure", "team-structure.yaml", "chengdu", ["concluded"]),
        ("entitlements", "talent-card.yaml", "chengdu", ["concluded"]),
    ],
)
def test_examples(question: str, record: str, adoption: str, answers: list[str]) -> None:
    assert [d.answer for d in decisions(question, record, adoption)] == answers


def test_how_much_is_missing_and_from_when_it_is_met() -> None:
    [decision] = decisions("promotion", "promotion-short.yaml", "daan")
    assert "94天" in decision.explain("zh")
    assert decision.earliest is not None
    assert decision.earliest.on == date(2025, 9, 3)
    assert decision.earliest.answer.value == "eligible"


def test_the_due_date_of_a_rotation_is_shown() -> None:
    [decision] = decisions("rotation", "rotation-due.yaml", "beijing-stations")
    assert "任满日期：2025年3月16日" in decision.explain("zh")


def test_a_deputy_section_chief_is_removed_and_not_demoted() -> None:
    [decision] = decisions("assessment_consequences", "last-place-twice.yaml", "daan")
    assert set(decision.conclusions) == {
        "admonition_talk",
        "unfit_for_post",
        "propose_lower_grade",
        "propose_removal",
        "admonition_for_grade",  # for the grade of 2024, by the national rules
        "year_does_not_count",
    }


def test_two_incidents_are_decided_separately() -> None:
    first, second = decisions("fault_tolerance", "tolerance-two-incidents.yaml", "bengbu")
    assert first.conclusions == ("tolerated", "clarify_and_protect", "not_counted_against")
    assert first.needs == ()
    assert second.conclusions == ()
    assert {need.missing.name.rpartition(":")[2] for need in second.needs} == {"fault", "conduct"}


def test_a_step_that_a_unit_lists_is_known() -> None:
    listed, misspelt = ({"id": name, "step": name, "on": "2025-05-01", "by": "甲"} for name in ("示例首查", "示例首察"))
    decide = partial(adopted("bengbu").decide, "political_review", as_of=DAY)
    assert decide({"steps": [listed]}).subject.warnings == ()
    assert [warning.code for warning in decide({"steps": [misspelt]}).subject.warnings] == ["E014"]


def raised(tmp_path: Path, years: str) -> Path:
    path = tmp_path / "local.yaml"
    path.write_text(
        "adoption: local\n"
        "title: {zh: 测试, en: test}\n"
        "unit: {zh: 测试单位, en: a unit}\n"
        "packs: [daan]\n"
        "from: 2020-01-01\n"
        f"sets: {{national/grassroots-service.years_required: {years}}}\n",
        encoding="utf-8",
    )
    return path


@pytest.mark.parametrize(("years", "status"), [("P2Y", "not fired"), ("P3Y", "fired")])
def test_a_national_minimum_may_be_raised(tmp_path: Path, years: str, status: str) -> None:
    record = {
        "person": {"id": "example", "name": "示例甲"},
        "proposal": {
            "kind": "promotion",
            "leading": True,
            "level": "county-division deputy",
            "exceptional": False,
        },
        "posts": [
            {
                "id": "p1",
                "start": "2023-01-01",
                "end": None,
                "front_line": True,
                "full_time": True,
                "borrowed_away": False,
            }
        ],
    }
    decision = load_policies(raised(tmp_path, years)).decide("promotion", record, DAY)
    assert {f.id: f.status for f in decision.findings}["national/grassroots-service#two-years"] == status


def test_a_national_minimum_is_never_lowered(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policies(raised(tmp_path, "P1Y"))
    assert "national/grassroots-service" in caught.value.render("en")
