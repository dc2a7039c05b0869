"""Any valid record under any shipped pack can be explained, and the explanation fits what was computed."""

from __future__ import annotations

import re
from datetime import date
from typing import TYPE_CHECKING, Any

import jsonschema
from hypothesis import HealthCheck, assume, event, given, settings
from hypothesis import strategies as st

from cadre_rules import load_policies
from cadre_rules.diagnostics import RecordError, UsageError
from cadre_rules.explain.answer import UNDETERMINED
from cadre_rules.explain.data import decision_schema
from cadre_rules.explain.findings import status_of
from cadre_rules.records import Record
from tests.explain.decided import policies
from tests.explain.raw_records import records
from tests.plan.generated import PACK, QUESTIONS, policy_text

if TYPE_CHECKING:
    import random

    import pytest

    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import ConditionNode

NAMES = ["daan", "bengbu", "beijing-stations", "example-district", "pack:daan"]
DAYS = [date(2019, 12, 31), date(2022, 3, 1), date(2025, 6, 1), date(2026, 11, 21)]
ASKED = 4  # questions of one example
VALIDATOR = jsonschema.Draft202012Validator(decision_schema())
modest = settings(
    max_examples=20, deadline=None, suppress_health_check=[HealthCheck.too_slow, HealthCheck.filter_too_much]
)


def decide(raw: dict[str, Any], name: str, day: date, chosen: random.Random) -> list[Decision]:
    """Decide some questions of an adoption about a record."""
    try:
        record = Record.from_dict(raw)
    except RecordError as error:
        event(error.code)
        assume(False)
    out: list[Decision] = []
    questions = list(policies(name).questions)
    for question in chosen.sample(questions, min(ASKED, len(questions))):
        try:
            out += policies(name).decide_each(question, record, day)
        except UsageError:  # about something else
            continue
    return out


decided = st.builds(decide, records(), st.sampled_from(NAMES), st.sampled_from(DAYS), st.randoms(use_true_random=False))


@modest
@given(decided)
def test_everything_can_be_explained(decisions: list[Decision]) -> None:
    for decision in decisions:
        assert decision.answer_text.zh in decision.explain("zh")
        assert decision.answer_text.en in decision.explain("en")
        assert VALIDATOR.is_valid(decision.to_dict())


@modest
@given(decided)
def test_every_rule_is_a_finding_and_its_status_fits(decisions: list[Decision]) -> None:
    for decision in decisions:
        plan, outcome = decision.outcome.plan, decision.outcome
        found = {finding.id: finding for finding in decision.findings}
        assert set(found) == set(plan.rules) >= {r.id for r in plan.policies.rules_of(decision.question)}
        for id_, finding in found.items():
            steps = plan.rules[id_]
            assert finding.status == status_of(outcome, steps)
            drawn = {truth for _, truth in finding.conclusions}
            if finding.status == "undetermined":
                assert "true" not in drawn or finding.rows
            elif finding.status != "fired":
                assert drawn <= {"false"}
            elif not finding.rows:
                assert drawn == {"true"}
            assert (finding.status == "overridden") <= bool(finding.displaced_by)
            if finding.condition is not None:
                truths_fit(finding.condition)


def truths_fit(node: ConditionNode) -> None:
    truths = [part.truth for part in node.parts]
    if node.kind == "not":
        assert node.truth == {"true": "false", "false": "true", "unknown": "unknown"}[truths[0]]
    elif node.parts:
        strongest, neutral = ("false", "true") if node.kind == "all" else ("true", "false")
        expected = strongest if strongest in truths else neutral if set(truths) == {neutral} else "unknown"
        assert node.truth == expected
    for part in node.parts:
        truths_fit(part)


@modest
@given(decided)
def test_conclusions_are_those_of_the_rules(decisions: list[Decision]) -> None:
    for decision in decisions:
        drawn: dict[str, set[str]] = {}
        for finding in decision.findings:
            for name, truth in finding.conclusions:
                drawn.setdefault(name, set()).add(truth)
        known = decision.outcome.plan.question.conclusions
        assert set(decision.conclusions) == {name for name in known if "true" in drawn.get(name, ())}


@modest
@given(decided)
def test_something_is_needed_exactly_where_something_is_open(decisions: list[Decision]) -> None:
    for decision in decisions:
        open_ = decision.answer == UNDETERMINED or bool(decision.open_conclusions)
        assert bool(decision.needs) == open_
        assert len({need.id(decision.record) for need in decision.needs}) == len(decision.needs)
        for need in decision.needs:
            assert need.text.zh
            assert set(need.rules) <= {finding.id for finding in decision.findings}


@modest
@given(raw=records(), text=policy_text(), day=st.sampled_from(DAYS))
def test_any_policy_can_be_explained(
    tmp_path_factory: pytest.TempPathFactory, raw: dict[str, Any], text: str, day: date
) -> None:
    folder = tmp_path_factory.mktemp("made")
    for name, content in (("pack.yaml", PACK), ("questions.yaml", QUESTIONS), ("up.yaml", text)):
        (folder / name).write_text(content, encoding="utf-8")
    try:
        record = Record.from_dict({name: part for name, part in raw.items() if name != "determinations"})
    except RecordError:
        assume(False)
    decision = load_policies(folder).decide("q", record, day)
    assert VALIDATOR.is_valid(decision.to_dict())
    for language in ("zh", "en"):
        assert "_" not in re.sub(r"made/up[#\w]*|/\S+", "", decision.explain(language))  # type: ignore[arg-type]
    assert bool(decision.needs) == (not decision.decided.settled)
