"""The shipped packs: their cases, the layers between them, and the example records with what they lead to."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadre_rules import PolicyError, load_policies, read_record
from cadre_rules.cases import Runner, case_files
from cadre_rules.policy.reading import read_cases

if TYPE_CHECKING:
    from cadre_rules import Decision

ROOT = Path(__file__).parents[2]
POLICIES, EXAMPLES = ROOT / "policies", ROOT / "examples"
CASE_FILES = case_files(POLICIES)
POLICY_IDS = sorted({read_cases(path).policy for path in CASE_FILES})
DAY = date(2025, 6, 1)
NONE, SOME = ["nothing concluded"], ["concluded"]


def decisions(question: str, record: str, adoption: str) -> list[Decision]:
    policies = load_policies(EXAMPLES / "adoptions" / f"{adoption}.yaml")
    return policies.decide_each(question, read_record(EXAMPLES / "records" / record), DAY)


@pytest.mark.parametrize("path", CASE_FILES, ids=lambda path: path.name)
def test_cases(path: Path) -> None:
    [result] = Runner().run([path])
    assert [(case.name, case.differences) for case in result.cases if not case.passed] == []


@pytest.mark.parametrize("policy", POLICY_IDS)
def test_every_policy_has_twenty_cases_and_more(policy: str) -> None:
    assert sum(len(read_cases(path).cases) for path in CASE_FILES if read_cases(path).policy == policy) >= 20


@pytest.mark.parametrize("policy", POLICY_IDS)
def test_every_rule_applies_in_one_case_and_not_in_another(policy: str) -> None:
    seen: dict[str, set[str]] = {}
    for result in Runner().run([path for path in CASE_FILES if read_cases(path).policy == policy]):
        for case in result.cases:
            for finding in case.decision.findings if case.decision else ():
                seen.setdefault(finding.id, set()).add(finding.status)
    own = {rule: states for rule, states in seen.items() if rule.startswith(f"{policy}#")}
    assert own
    for rule, states in own.items():
        assert "fired" in states, rule
        assert states & {"not fired", "not applicable"}, rule


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
    }


def test_two_incidents_are_decided_separately() -> None:
    first, second = decisions("fault_tolerance", "tolerance-two-incidents.yaml", "bengbu")
    assert first.conclusions == ("tolerated", "clarify_and_protect", "not_counted_against")
    assert first.needs == ()
    assert second.conclusions == ()
    assert {need.missing.name.rpartition(":")[2] for need in second.needs} == {"fault", "conduct"}


def adopted(tmp_path: Path, years: str) -> Path:
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


@pytest.mark.parametrize(("years", "answer"), [("P2Y", "eligible"), ("P3Y", "not eligible")])
def test_a_national_minimum_may_be_raised(tmp_path: Path, years: str, answer: str) -> None:
    record = {
        "person": {"id": "example", "name": "示例甲"},
        "proposal": {"kind": "promotion", "leading": True, "level": "county-division deputy"},
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
    assert load_policies(adopted(tmp_path, years)).decide("promotion", record, DAY).answer == answer


def test_a_national_minimum_is_never_lowered(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        load_policies(adopted(tmp_path, "P1Y"))
    assert "national/grassroots-service" in caught.value.render("en")
