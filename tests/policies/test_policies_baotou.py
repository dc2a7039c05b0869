"""Shares of hours and the index of Baotou against what is worked out by hand, and shares whose facts are not all known.

What stands here shares nothing with the library: fractions, and all completions of what is not known.
"""

from __future__ import annotations

from datetime import date
from fractions import Fraction
from itertools import product
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules import Policies, load_policies, read_record

DAY = date(2025, 6, 1)
KINDS = ("theory", "Party spirit", "professional ability", "general knowledge", "other lesson")
THEORY = KINDS[:2]
Lesson = tuple[str | None, int]  # the kind, None where it is not known; hours
lessons = st.lists(st.tuples(st.sampled_from([*KINDS, None]), st.integers(0, 12)), max_size=5)
taught = st.lists(st.tuples(st.sampled_from([True, False, None]), st.integers(0, 12)), max_size=5)


@pytest.fixture(scope="module")
def policies(request: pytest.FixtureRequest) -> Policies:
    return load_policies(request.config.rootpath / "examples" / "adoptions" / "baotou.yaml")


def statuses(policies: Policies, question: str, record: dict[str, Any]) -> dict[str, str]:
    decision = policies.decide(question, record, DAY)
    return {f.id.removeprefix("baotou/"): f.status for f in decision.findings}


def expected(completions: list[tuple[int, int]], share: Fraction) -> str:
    """Return the state of a rule on a share: hours that count and hours in all of every completion."""
    short = {total > 0 and Fraction(part, total) < share for part, total in completions}
    if any(total == 0 for _, total in completions):
        return "not applicable"
    return "undetermined" if len(short) > 1 else "fired" if short.pop() else "not fired"


@settings(max_examples=120, deadline=None)
@given(given_=lessons)
def test_seventy_percent(policies: Policies, given_: list[Lesson]) -> None:
    record = {
        "training_class": {"id": "c", "kind": "main class", "school_kind": "municipal Party school"},
        "lessons": [
            {"id": str(i), "class_id": None, "hours": hours, **({"kind": kind} if kind else {})}
            for i, (kind, hours) in enumerate(given_)
        ],
    }
    ways = product(*([kind] if kind else KINDS for kind, _ in given_))
    hours = [h for _, h in given_]
    sums = [(sum(h for kind, h in zip(way, hours, strict=True) if kind in THEORY), sum(hours)) for way in ways]
    assert statuses(policies, "curriculum", record)["theory-hours#seventy-percent"] == expected(sums, Fraction(7, 10))


@settings(max_examples=120, deadline=None)
@given(given_=taught)
def test_twenty_percent(policies: Policies, given_: list[tuple[bool | None, int]]) -> None:
    record = {
        "school_term": {"id": "t", "school_kind": "municipal Party school"},
        "lessons": [
            {"id": str(i), "main_class": True, "hours": hours, **({} if led is None else {"by_leading_cadre": led})}
            for i, (led, hours) in enumerate(given_)
        ],
    }
    ways = product(*((True, False) if led is None else (led,) for led, _ in given_))
    hours = [h for _, h in given_]
    sums = [(sum(h for led, h in zip(way, hours, strict=True) if led), sum(hours)) for way in ways]
    found = statuses(policies, "term_curriculum", record)["leaders-lecture#twenty-percent"]
    assert found == expected(sums, Fraction(1, 5))


def test_the_index_is_the_weighted_sum_and_the_five_things(policies: Policies, request: pytest.FixtureRequest) -> None:
    """0.2 x 90 + 0.2 x (84 + 76) / 2 + 0.075 x (6 x 70 + 72 + 68) = 76; one thing for and one against: 2 - 3."""
    record = read_record(request.config.rootpath / "examples" / "records" / "responsibility-index.yaml")
    said = policies.decide("appraisal", record, DAY).explain("zh")
    assert "干部担当指数：75" in said
    assert "“正负面五件事”加减分：-1" in said
    assert "最弱的维度：示例维度十" in said
    assert "优势维度：示例维度一" in said


@pytest.mark.parametrize(
    ("question", "record", "answers"),
    [
        ("curriculum", "class-curriculum.yaml", ["concluded"]),
        ("term_curriculum", "school-term.yaml", ["nothing concluded"]),
        ("talent_pool", "selected-graduate.yaml", ["undetermined"]),
        ("unit_supervision", "linked-supervision.yaml", ["concluded"]),
        ("rectification_loop", "rectification.yaml", ["nothing concluded", "concluded", "concluded"]),
        ("rectification_coverage", "rectification.yaml", ["concluded"]),
        ("appraisal", "responsibility-index.yaml", ["concluded"]),
        ("targets", "young-plan.yaml", ["concluded"]),
    ],
)
def test_examples(
    policies: Policies, request: pytest.FixtureRequest, question: str, record: str, answers: list[str]
) -> None:
    path = request.config.rootpath / "examples" / "records" / record
    assert [d.answer for d in policies.decide_each(question, read_record(path), date(2025, 8, 1))] == answers
