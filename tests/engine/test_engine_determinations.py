"""Determinations on an incident that a policy about the cadre names: `recorded("…", incident)`."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cadre_rules import load_policies

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.api import Policies

DAY = date(2025, 6, 1)
PACK = "pack: made\ntitle: {zh: 测试包, en: made}\nversion: 1.0.0\n"
QUESTIONS = """\
questions:
  barred:
    title: {zh: 限制, en: bar}
    asks: {zh: 是否受限？, en: Is there a bar?}
    subject: cadre
    answer: collect
    conclusions:
      barred: {zh: 受限, en: barred}
"""
POLICY = """\
policy: made/bar
title: {zh: 限制, en: bar}
source: {document: 示例办法, clause: 第一条, issuer: {zh: 示例单位, en: an example unit}}
in_force: {from: 2020-01-01}
question: barred
subject: cadre
determinations:
  tolerance:
    title: {zh: 是否予以容错, en: whether tolerated}
    outcomes: {tolerated: {zh: 予以容错, en: tolerated}, not tolerated: {zh: 不予容错, en: not tolerated}}
definitions:
  counted:
    title: {zh: 计入的处分, en: sanctions that count}
    is: sanctions[recorded("tolerance", incident) = null or recorded("tolerance", incident) != "tolerated"]
rules:
  - rule: sanctioned
    when: count(counted) > 0
    then: barred
"""


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Policies:
    """A pack with one policy that looks up a determination on each sanction's incident."""
    folder: Path = tmp_path_factory.mktemp("made")
    for name, text in (("pack", PACK), ("questions", QUESTIONS), ("bar", POLICY)):
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_policies(folder)


def determination(incident: str | None, outcome: str = "tolerated", **changed: Any) -> dict[str, Any]:
    """A determination on an incident."""
    made = {"id": f"d-{incident}-{outcome}", "matter": "tolerance", "outcome": outcome, "on": "2025-05-01"}
    return {**made, "by": "示例市纪委监委", "basis": "示例认定意见", "incident": incident, **changed}


INCIDENTS = [{"id": i, "title": f"示例{i}", "occurred_on": "2024-01-01"} for i in ("一", "二")]


def record(incident: Any, determinations: list[dict[str, Any]] | None) -> dict[str, Any]:
    """A record with one sanction on an incident (`...`: not stated which)."""
    sanction = {"id": "s", "kind": "warning", "decided_on": "2025-02-01"}
    sanction |= {} if incident is ... else {"incident": incident}
    out = {"incidents": INCIDENTS, "sanctions": [sanction]}
    return out if determinations is None else {**out, "determinations": determinations}


@pytest.mark.parametrize(
    ("given", "answer"),
    [
        pytest.param(record("一", [determination("一")]), "nothing concluded", id="tolerated"),
        pytest.param(record("一", [determination("二")]), "concluded", id="another-incident"),
        pytest.param(record("一", [determination(None)]), "concluded", id="on-the-person"),
        pytest.param(record("一", [determination("一", "not tolerated")]), "concluded", id="not-tolerated"),
        pytest.param(record("一", [determination("一", on="2025-06-02")]), "concluded", id="confirmed-later"),
        pytest.param(record("一", []), "concluded", id="no-determination"),
        pytest.param(record("一", [determination("一"), determination("一", "不予容错")]), "undetermined", id="differ"),
        pytest.param(record("一", None), "undetermined", id="determinations-not-given"),
        pytest.param(record(None, [determination("一")]), "concluded", id="no-incident"),
        pytest.param(record(None, None), "concluded", id="no-incident-determinations-not-given"),
        pytest.param(record(..., [determination("一")]), "undetermined", id="incident-not-stated"),
        pytest.param(record(..., []), "concluded", id="incident-not-stated-and-nothing-determined"),
    ],
)
def test_what_is_determined_on_the_incident_of_each_sanction(
    made: Policies, given: dict[str, Any], answer: str
) -> None:
    for slow in (False, True):
        assert made.decide("barred", given, DAY, slow=slow).answer == answer


def test_the_determination_that_is_needed_names_its_incident(made: Policies) -> None:
    decision = made.decide("barred", record("一", None), DAY)
    assert [need.id(decision.record) for need in decision.needs] == ["determination:tolerance"]
    assert decision.needs[0].text.zh == "关于“示例一：是否予以容错”的认定（予以容错 / 不予容错）"
    assert decision.needs[0].text.en == "the determination “示例一: whether tolerated” (tolerated / not tolerated)"
    assert [(text.zh, answer.value) for text, answer in decision.needs[0].outcomes] == [
        ("予以容错", "nothing concluded"),
        ("不予容错", "concluded"),
        ("没有认定", "concluded"),
    ]


def test_where_the_incident_is_not_stated_it_is_asked_for(made: Policies) -> None:
    decision = made.decide("barred", record(..., [determination("一")]), DAY)
    assert [need.id(decision.record) for need in decision.needs] == ["/sanctions/0/incident"]


def test_the_determination_stands_behind_the_condition(made: Policies) -> None:
    tolerated = made.decide("barred", record("一", [determination("一")]), DAY)
    assert "不计入（所涉事项为一，“示例一：是否予以容错”认定为“予以容错”）" in tolerated.explain("zh")
    barred = made.decide("barred", record("一", []), DAY)
    assert "counted (incident: 一, no determination “示例一: whether tolerated”)" in barred.explain("en")
