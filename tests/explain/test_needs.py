"""What is needed: it matters for some completion, what does not is not asked for, and outcomes are what follows."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import given

from cadre_rules.explain.collect_calls import READS
from cadre_rules.explain.trials import NO_DETERMINATION, Trials, World
from tests.explain.decided import DAY, policies
from tests.explain.test_explain_properties import decided, modest

if TYPE_CHECKING:
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.trials import Options

STINT = {"post": "甲", "full_time": True, "borrowed_away": False}
PROMOTION = {"kind": "promotion", "leading": False}


def needed(decision: Decision) -> dict[str, Any]:
    return {need.id(decision.record): need for need in decision.needs}


def promoted(*stints: dict[str, Any], proposal: dict[str, Any] | None = None, name: str = "daan") -> Decision:
    listed = [{"id": str(i), **STINT, **stint} for i, stint in enumerate(stints)]
    record = {"proposal": PROMOTION | (proposal or {}), "posts": listed}
    return policies(name).decide("promotion", record, DAY)


def test_a_fact_that_settles_says_what_follows() -> None:
    [need] = promoted({"start": "2020-01-01", "end": "2022-12-31"}).needs
    assert need.effect == "settles"
    assert need.complete
    assert [(text.zh, answer.value) for text, answer in need.outcomes] == [
        ("属于基层一线", "eligible"),
        ("不属于基层一线", "not eligible"),
    ]


def test_a_stint_that_is_too_short_to_matter_is_not_asked_for() -> None:
    short = {"start": "2023-01-01", "end": "2023-01-31"}
    known = {"start": "2021-01-01", "end": "2021-06-30", "front_line": True}
    decision = promoted(known, short, {"start": "2015-01-01", "end": "2018-12-31"})
    assert list(needed(decision)) == ["/posts/2/front_line"]


def test_two_stints_that_only_together_suffice_are_both_asked_for() -> None:
    decision = promoted({"start": "2015-01-01", "end": "2016-06-30"}, {"start": "2018-01-01", "end": "2019-06-30"})
    found = needed(decision)
    assert list(found) == ["/posts/0/front_line", "/posts/1/front_line"]
    for need in found.values():
        assert {t.zh: a.value for t, a in need.outcomes} == {
            "属于基层一线": "undetermined",
            "不属于基层一线": "not eligible",
        }


def test_what_one_definition_does_without_is_asked_for_where_another_needs_it() -> None:
    record = {
        "school_term": {"id": "1", "school_kind": "municipal Party school"},
        "lessons": [
            {"id": "1", "main_class": True, "hours": 20, "by_leading_cadre": True},
            {"id": "2", "main_class": True, "hours": 80, "by_leading_cadre": False},
            {"id": "3", "hours": 4, "by_leading_cadre": False},
        ],
    }
    assert list(needed(policies("baotou").decide("term_curriculum", record, DAY))) == ["/lessons/2/main_class"]


def test_nothing_is_asked_for_where_the_answer_is_settled() -> None:
    assert promoted({"start": "2015-01-01", "end": None, "front_line": True}, {"start": "2011-01-01"}).needs == ()


def test_what_is_not_adopted_is_asked_for_first() -> None:
    decision = promoted({"start": "2020-01-01", "end": "2022-12-31", "front_line": False}, name="pack:daan")
    assert decision.answer == "undetermined"
    need = decision.needs[0]
    assert need.id(decision.record).startswith("parameter:")
    assert [answer.value for _, answer in need.outcomes] == ["not eligible", "not in force"]


def test_whether_the_question_arises_is_asked_for() -> None:
    decision = policies("daan").decide("promotion", {"posts": []}, DAY)
    assert "/proposal/kind" in needed(decision)


def test_a_determination_is_needed_with_its_outcomes() -> None:
    record = {
        "incidents": [{"id": "1", "occurred_on": "2024-01-01"}],
        "determinations": [
            {"id": str(i), "matter": m, "outcome": o, "on": "2024-05-01", "by": "甲", "basis": "乙", "incident": "1"}
            for i, (m, o) in enumerate([("motive", "为公"), ("fault", "失误")])
        ],
    }
    decision = policies("bengbu").decide("fault_tolerance", record, DAY)
    need = needed(decision)["determination:conduct"]
    assert [(text.zh, answer.value) for text, answer in need.outcomes] == [
        ("敢为", "tolerated"),
        ("乱为", "not_tolerated"),
    ]
    assert "组织部门" in need.supplier.zh


def test_a_year_without_record_is_needed() -> None:
    def last(year: int) -> dict[str, Any]:
        kind = {"kind": "年度考核", "placed_below": 0, "group_size": 12, "post": "甲"}
        return {**kind, "year": year, "confirmed_on": f"{year + 1}-03-10"}

    post = {"id": "1", "post": "甲", "start": "2018-01-01", "end": None, "leading": True, "level": "乡科级正职"}
    record = {"posts": [post], "assessments": [last(2022), last(2024)]}
    decision = policies("daan").decide("assessment_consequences", record, DAY)
    assert {"year:2023"} <= set(needed(decision))
    assert "2023年年度考核的情况" in decision.explain("zh")


# for any record -------------------------------------------------------------------------------------------------


@modest
@given(decided)
def test_every_need_matters_for_some_completion(decisions: list[Decision]) -> None:
    for decision in decisions:
        trials = Trials(decision.engine, decision.outcome)
        listed = {need.missing: trials.options(need.missing) for need in decision.needs}
        if not all(options.all_of_them for options in listed.values()):
            continue
        ways = 1
        for options in listed.values():
            ways *= len(options.options) + 1
        if ways > 250:
            continue
        answers: dict[tuple[int, ...], Any] = {}
        choices = [range(-1, len(options.options)) for options in listed.values()]
        for way in product(*choices):
            world = World(decision.outcome.facts)
            for options, chosen in zip(listed.values(), way, strict=True):
                world = options.options[chosen].apply(world) if chosen >= 0 else world
            answers[way] = trials.answer(world).signature
        for i, need in enumerate(decision.needs):
            gains = (answers[way] != answers[(*way[:i], -1, *way[i + 1 :])] for way in answers)
            assert any(gains) or need.effect == "may matter", need.id(decision.record)
        if decision.outcome.trace is not None:
            assert "may matter" not in {need.effect for need in decision.needs}
        settled = (
            trials_settle(answer)
            for way, answer in answers.items()
            if -1 not in way and not any(left_to_people(o, n) for o, n in zip(listed.values(), way, strict=True))
        )
        assert all(settled), [need.id(decision.record) for need in decision.needs]


def left_to_people(options: Options, chosen: int) -> bool:
    """Return whether what was chosen is that nothing was determined: then the determination is still to be made."""
    return options.options[chosen].text == NO_DETERMINATION


def trials_settle(signature: tuple[Any, ...]) -> bool:
    value, _, open_, _ = signature
    return value != "undetermined" and not open_


@modest
@given(decided)
def test_outcomes_are_what_follows(decisions: list[Decision]) -> None:
    for decision in decisions:
        trials = Trials(decision.engine, decision.outcome)
        for need in decision.needs:
            options = {option.text: option for option in trials.options(need.missing).options}
            for text, answer in need.outcomes:
                assert trials.answer(options[text].apply(World(decision.outcome.facts))) == answer
            if need.effect == "settles":
                assert need.missing.kind != "year"


def test_fields_that_functions_read_are_fields() -> None:
    assert {name for names in READS.values() for name in names} <= {"start", "end", "post", "year"}
