"""A roll is of use: every question can be decided for its people, and every kind of answer occurs."""

from __future__ import annotations

from datetime import date
from functools import cache
from pathlib import Path

import pytest

from cadre_rules.api import Policies, load_policies
from cadre_rules.records import Record
from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.roll import UNITS
from tests.plan.agreement import assert_agreement

ADOPTIONS = Path(__file__).parents[2] / "examples" / "adoptions"
NAMES = sorted(path.stem for path in ADOPTIONS.glob("*.yaml") if path.stem == "daan-open" or "-" not in path.stem)
NAMES += ["beijing-stations", "example-district"]  # of the other places what is open makes no new questions
DAY = date(2025, 6, 1)
PLACES = {
    "promotion": "daan",
    "rotation": "beijing-stations",
    "assessment_consequences": "daan",
    "fault_tolerance": "bengbu",
}
ANSWERS = {
    ("promotion", "eligible"),
    ("promotion", "not eligible"),
    ("promotion", "undetermined"),
    ("promotion", "not applicable"),
    ("rotation", "concluded"),
    ("rotation", "nothing concluded"),
    ("rotation", "undetermined"),
    ("assessment_consequences", "concluded"),
    ("assessment_consequences", "nothing concluded"),
    ("assessment_consequences", "undetermined"),
    ("fault_tolerance", "tolerated"),
    ("fault_tolerance", "not_tolerated"),
    ("fault_tolerance", "undetermined"),
}
CONCLUSIONS = {
    ("promotion", "front_line_experience_short"),
    ("rotation", "arrange_rotation"),
    ("assessment_consequences", "admonition_talk"),
    ("assessment_consequences", "unfit_for_post"),
    ("assessment_consequences", "propose_demotion"),
    ("assessment_consequences", "propose_removal"),
    ("assessment_consequences", "earlier_run_outstanding"),
    ("fault_tolerance", "clarify_and_protect"),
}


@cache
def policies(adoption: str) -> Policies:
    return load_policies(ADOPTIONS / f"{adoption}.yaml")


def matters(loaded: Policies, question: str | None = None) -> dict[str, list[str]]:
    """Return what the policies about people ask to be determined, with the outcomes."""
    return {
        matter: [outcome for outcome, _ in declared.outcomes]
        for policy in loaded.set.policies.values()
        if policy.subject == "cadre" and question in (None, policy.question)
        for matter, declared in policy.determinations.items()
    }


def has_incidents(record: Record) -> bool:
    return isinstance(record.model.incidents, tuple) and bool(record.model.incidents)


def asked(loaded: Policies, subjects: tuple[str, ...]) -> list[str]:
    return [name for name in loaded.questions if loaded.set.questions[name].subject in subjects]


@pytest.fixture(scope="module")
def roll() -> list[Record]:
    return list(Roll(11, 300).records())


@pytest.mark.parametrize("adoption", NAMES)
def test_every_question_about_people_is_decided(adoption: str, roll: list[Record]) -> None:
    """Each adoption decides its part of a few hundred records."""
    loaded = policies(adoption)
    decided = 0
    for record in roll[NAMES.index(adoption) :: len(NAMES)]:
        for question in asked(loaded, ("cadre", "incident")):
            if loaded.set.questions[question].subject == "cadre" or has_incidents(record):
                for decision in loaded.decide_each(question, record, DAY):
                    assert str(decision.answer)
                    decided += 1
    assert decided > 10


@pytest.mark.parametrize("adoption", NAMES)
def test_what_policies_ask_people_to_determine_can_be_made_up(adoption: str) -> None:
    """The matters of the policies themselves, with their outcomes; none of them is then refused."""
    loaded = policies(adoption)
    asked_for = matters(loaded)
    made = Roll(12, 20, matters=asked_for, incomplete=0)
    found = 0
    for index, record in enumerate(made.records()):
        found += sum(item.get("matter") in asked_for for item in made[index].get("determinations", ()))
        for question in asked(loaded, ("cadre",)):
            assert str(loaded.decide(question, record, DAY).answer)
    assert found >= 4 * len(asked_for)


def test_further_matters_leave_the_lives_as_they_are() -> None:
    whole = [Roll(12, 30, unknown=0, incomplete=0, matters=matters) for matters in ({}, {"made_up": ["yes", "no"]})]
    more = 0
    for without, with_them in zip(*whole, strict=True):
        for name, section in with_them.items():
            if name == "determinations":
                assert section[: len(without[name])] == without[name]
                more += len(section) - len(without[name])
            else:
                assert section == without[name]
    assert 5 < more < 25


@pytest.mark.parametrize("adoption", NAMES)
def test_every_question_about_units_and_cohorts_is_decided(adoption: str) -> None:
    loaded = policies(adoption)
    made = Roll(11, 144)
    for question in asked(loaded, ("unit",)):
        for number in range(0, UNITS, 5):  # a department, a town, an institution …
            assert str(loaded.decide(question, made.unit(number), DAY).answer)
    for question in asked(loaded, ("cohort",)):
        assert str(loaded.decide(question, made.cohort(0), DAY).answer)


def test_every_kind_of_answer_occurs() -> None:
    """Within 2,000 records; the rest is not looked at once all have occurred."""
    asked_for = dict[str, list[str]]()
    for question, place in PLACES.items():
        asked_for |= matters(policies(place), question)
    open_ = ANSWERS | CONCLUSIONS
    for made in Roll(1, 2000, matters=asked_for):
        record = Record.from_dict(made)
        for question in {name for name, _ in open_}:
            if question == "fault_tolerance" and not has_incidents(record):
                continue
            for decision in policies(PLACES[question]).decide_each(question, record, DAY):
                open_ = open_ - {(question, str(decision.answer)), *((question, str(c)) for c in decision.conclusions)}
        if not open_:
            return
    raise AssertionError(open_)


def test_kernel_and_interpreter_agree_on_a_roll(roll: list[Record]) -> None:
    loaded = policies("example-district")
    for record in roll[:25]:
        for question in asked(loaded, ("cadre",)):
            compiled = loaded.engine.compiled(question, DAY)
            assert_agreement(compiled, record.facts, DAY, kernel=not record.complete_from)
