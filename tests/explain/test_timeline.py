"""When the answer changes: the same days as by deciding every day, and quickly; and which unknown days decide."""

from __future__ import annotations

from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from hypothesis import given
from hypothesis import strategies as st

from cadre_rules.engine.compiled import Engine
from cadre_rules.engine.subjects import subjects
from cadre_rules.explain.answer import answer_of
from cadre_rules.explain.constancy import constancy
from cadre_rules.explain.earliest import Change, earliest_change, timeline
from cadre_rules.policy.loading import load_set
from cadre_rules.records import Record
from tests.explain.decided import DAY, of_examples, policies
from tests.explain.test_explain_properties import decided, modest
from tests.plan.generated import HEAD, PACK, QUESTIONS, policy_text
from tests.strategies import facts

if TYPE_CHECKING:
    from pathlib import Path

    import pytest

    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.decision import Decision

DAYS_AHEAD = 200


def day_by_day(engine: Engine, question: str, given_: Any, as_of: date, horizon: int) -> list[Change]:
    """Return the changes by deciding every day."""
    last = answer_of(engine.outcome(question, given_, as_of))
    out = []
    for n in range(1, horizon + 1):
        day = as_of + timedelta(days=n)
        answer = answer_of(engine.outcome(question, given_, day))
        if answer.signature != last.signature:
            out.append(Change(day, answer))
            last = answer
    return out


@modest
@given(decided)
def test_it_is_the_same_as_day_by_day(decisions: list[Decision]) -> None:
    for decision in decisions:
        args = (decision.engine, decision.question, decision.outcome.facts, decision.as_of)
        found = timeline(*args, DAYS_AHEAD)
        days = (found.until - decision.as_of).days
        assert list(found.changes) == day_by_day(*args, days)
        assert earliest_change(*args, DAYS_AHEAD) == found.change


@modest
@given(text=policy_text(), record=facts(), day=st.sampled_from([date(2019, 12, 30), date(2022, 2, 27)]))
def test_it_is_so_for_any_policy(
    tmp_path_factory: pytest.TempPathFactory, text: str, record: dict[str, Any], day: date
) -> None:
    folder = tmp_path_factory.mktemp("made")
    write(folder, text)
    engine = Engine(load_set(folder)[0])
    asked = {name: value for name, value in record.items() if name != "incident"}
    found = timeline(engine, "q", asked, day, 70)
    assert list(found.changes) == day_by_day(engine, "q", asked, day, (found.until - day).days)


def write(folder: Path, text: str) -> None:
    for name, content in (("pack.yaml", PACK), ("questions.yaml", QUESTIONS), ("up.yaml", text)):
        (folder / name).write_text(content, encoding="utf-8")


PARAMETERS = """\
in_force: {from: 2000-01-01, to: 2024-01-01}  # the last day
parameters:
  age: {type: number, title: {zh: 年龄, en: age}, values: {2000-01-01: 30, 2020-05-01: 40}}
rules:
  - rule: r0
    when: person.birth_date != as_of and age(person.birth_date, as_of) >= age
    then: c0
  - rule: r1
    when: proposal.leading
    then: [c1, c2]
"""


def test_changes_of_parameters_and_the_end_of_a_policy_are_found(tmp_path: Path) -> None:
    write(tmp_path, HEAD.replace("in_force: {from: 2000-01-01}\n", "") + PARAMETERS)
    policies_ = load_set(tmp_path)[0]
    engine = Engine(policies_)
    loaded = policies("daan")
    known = loaded.decide("promotion", {"person": {"birth_date": "1985-02-28"}, "proposal": {"leading": False}}, DAY)
    found = timeline(engine, "q", known.outcome.facts, date(2015, 1, 1))
    assert [(c.on, c.answer.value) for c in found.changes] == [
        (date(2015, 2, 28), "concluded"),
        (date(2020, 5, 1), "nothing concluded"),
        (date(2024, 1, 2), "not in force"),
    ]
    assert earliest_change(engine, "q", known.outcome.facts, date(2015, 3, 1), 30) is None


def test_the_shipped_questions_are_read() -> None:
    for decision in of_examples():
        plan, given_ = decision.outcome.plan, decision.outcome.facts
        read = constancy(plan, given_, decision.as_of, decision.as_of + timedelta(days=3653))
        assert read.steps is not None, decision.question
        assert timeline(decision.engine, decision.question, given_, decision.as_of).until == date(2036, 11, 21)


# unknown days ---------------------------------------------------------------------------------------------------


def test_an_unknown_day_that_decides_is_told() -> None:
    stint = {"id": "1", "start": "2018-03", "end": "2020-03-15", "front_line": True, "full_time": True}
    record = {"proposal": {"kind": "提拔", "leading": False}, "posts": [stint | {"borrowed_away": False}]}
    decision = policies("daan").decide("promotion", record, DAY)
    [entry] = decision.sensitive
    assert (decision.answer, entry.answer.value) == ("eligible", "not eligible")
    assert (entry.counted_as.iso(), entry.other.iso()) == ("2018-03-01", "2018-03-17")
    assert "只记载到月" in decision.explain("zh")
    assert "2018年3月至" in decision.explain("zh")


def test_a_first_day_moves_with_the_date_that_it_was_taken_from() -> None:
    stint = {"id": "1", "appointed_on": "2018-03", "end": "2020-03-15", "front_line": True, "full_time": True}
    record = {"proposal": {"kind": "提拔", "leading": False}, "posts": [stint | {"borrowed_away": False}]}
    [entry] = policies("daan").decide("promotion", record, DAY).sensitive
    assert entry.path == ("posts", 0, "start")


@modest
@given(decided)
def test_unknown_days_are_all_tried(decisions: list[Decision]) -> None:
    for decision in decisions:
        found = {entry.path for entry in decision.sensitive}
        for path in decision.record.unknown_days():
            if path in found or len(path) < 3:
                continue
            for last in (2, 15, 28):
                changed = raw_with(decision, path, last)
                answer = answer_with(decision, changed)
                assert answer.signature == decision.decided.signature, (path, last)


def raw_with(decision: Decision, path: tuple[Any, ...], day: int) -> dict[str, Any]:
    """Return the record as it was given, with the day of one date."""
    raw = decision.record.to_dict("en")
    root, index, name = path
    section = raw[root]["items"] if isinstance(raw[root], dict) else raw[root]
    section[index][name] = f"{section[index][name]}-{day:02d}"
    return raw


def answer_with(decision: Decision, raw: dict[str, Any]) -> Answer:
    """Return the answer about another record."""
    plan, engine = decision.outcome.plan, decision.engine
    for subject in subjects(Record.from_dict(raw).facts, plan.question, engine.policies):
        if subject.item == decision.subject.item:
            return answer_of(engine.outcome(decision.question, subject.facts, decision.as_of))
    raise AssertionError("the subject is gone")
