"""Layers, floors, adoptions and conflicts: what wins, and that the decision says why."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cadre_rules.api import load_policies
from cadre_rules.feel.values import YearsMonths
from tests.linking.made import BASE, SOURCE, TITLE, policy, write

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.api import Policies

DAY = date(2026, 1, 1)
SERVED = {"posts": [{"id": "1", "start": "2010-01-01", "end": None}], "person": {"sex": "male"}}
LOWER_RULE = "  - {rule: strict, when: 'person.sex = \"male\"', then: unfit}\n"
ADOPTION = f"adoption: unit\n{TITLE}unit: {{zh: 某单位, en: a unit}}\npacks: [lower]\nfrom: 2020-01-01\n"


def _load(folder: Path, files: dict[str, str]) -> Policies:
    write(folder, files)
    adoption = folder / "adoption.yaml"
    return load_policies(adoption if adoption.exists() else folder / "lower")


def _statuses(policies: Policies) -> dict[str, str]:
    decision = policies.decide("fitness", SERVED, DAY)
    return {finding.id: finding.status for finding in decision.findings}


def test_a_lower_pack_may_raise_a_floor(tmp_path: Path) -> None:
    raises = "raises:\n  upper/service.years:\n    values: {2018-01-01: P20Y}\n    " + SOURCE
    policies = _load(tmp_path, {"lower/pack.yaml": BASE["lower/pack.yaml"] + raises})
    assert policies.decide("fitness", SERVED, date(2017, 12, 31)).answer == "fit"
    decision = policies.decide("fitness", SERVED, DAY)
    assert decision.answer == "nothing concluded"
    bound = decision.outcome.plan.parameters["upper/service.years"]
    assert (bound.value, bound.since, bound.set_by) == (YearsMonths(240), date(2018, 1, 1), "lower")


def test_the_superior_layer_wins_and_the_loser_stays_in_the_trace(tmp_path: Path) -> None:
    policies = _load(tmp_path, {"lower/made.yaml": policy(LOWER_RULE)})
    assert policies.set.warnings == ()
    decision = policies.decide("fitness", SERVED, DAY)
    assert decision.answer == "fit"
    loser = next(f for f in decision.findings if f.id == "lower/made#strict")
    assert (loser.status, loser.displaced_by, loser.by_rank) == ("overridden", ("upper/service#served",), True)


def test_a_superior_that_delegates_leaves_a_conflict_to_people(tmp_path: Path) -> None:
    upper = BASE["upper/service.yaml"].replace("subject: cadre", "subject: cadre\ndelegates: true")
    policies = _load(tmp_path, {"upper/service.yaml": upper, "lower/made.yaml": policy(LOWER_RULE)})
    decision = policies.decide("fitness", SERVED, DAY)
    assert (decision.answer, decision.conflicts) == ("conflict", (("fit", "unfit"),))


def test_a_lower_rule_overrides_where_the_superior_delegates(tmp_path: Path) -> None:
    upper = BASE["upper/service.yaml"].replace("subject: cadre", "subject: cadre\ndelegates: true")
    rule = LOWER_RULE.replace("then: unfit", 'then: unfit, overrides: "upper/service#served"')
    policies = _load(tmp_path, {"upper/service.yaml": upper, "lower/made.yaml": policy(rule)})
    assert policies.decide("fitness", SERVED, DAY).answer == "unfit"
    assert _statuses(policies) == {"upper/service#served": "overridden", "lower/made#strict": "fired"}


def test_equals_that_conclude_what_excludes_itself_are_warned_of_and_conflict(tmp_path: Path) -> None:
    rules = LOWER_RULE + "  - {rule: mild, when: count(posts) > 0, then: fit}\n"
    service = BASE["upper/service.yaml"].replace("then: fit", "then: unfit")
    policies = _load(tmp_path, {"lower/made.yaml": policy(rules), "upper/service.yaml": service})
    assert [w.code for w in policies.set.warnings] == ["P125"]
    decision = policies.decide(
        "fitness", {"person": {"sex": "male"}, "posts": [{"id": "1", "start": "2025-01-01"}]}, DAY
    )
    assert decision.answer == "conflict"


def test_an_adoption_sets_what_is_open_from_its_first_day(tmp_path: Path) -> None:
    sets = "sets: {upper/service.place: 某地}\n"
    policies = _load(tmp_path, {"adoption.yaml": ADOPTION + sets})
    parameter = policies.set.parameters["upper/service.place"]
    assert [(v.since, v.value, v.set_by) for v in parameter.values] == [(date(2020, 1, 1), "某地", "adoption:unit")]


def test_a_policy_out_of_force_answers_so(tmp_path: Path) -> None:
    upper = BASE["upper/service.yaml"].replace("from: 2000-01-01", "from: 2020-01-01, to: 2021-12-31")
    policies = _load(tmp_path, {"upper/service.yaml": upper})
    days = [date(2019, 12, 31), date(2020, 1, 1), date(2021, 12, 31), date(2022, 1, 1)]
    answers = [policies.decide("fitness", SERVED, day).answer for day in days]
    assert answers == ["not in force", "fit", "fit", "not in force"]
