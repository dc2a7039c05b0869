"""The shares do what they say: facts and lists that are unknown, days that are unknown, lists that begin late."""

from __future__ import annotations

from typing import Any

import pytest

from cadre_rules.feel.values import UNKNOWN
from cadre_rules.records import Record
from cadre_rules.synthetic import Roll
from cadre_rules.vocabulary import ROOTS
from tests.synthetic.rolls import people

HEADS = ("person", "unit", "cohort")
SECTIONS = {
    *(
        "person",
        "education",
        "titles",
        "family",
        "posts",
        "ranks",
        "employment",
        "assessments",
        "sanctions",
        "measures",
    ),
    *("awards", "training", "talks", "inspections", "reports", "leave", "care", "updates", "pools", "consents"),
    *("determinations", "proposal", "incidents", "life_events", "entries", "materials", "party_points", "marks"),
}


def items(record: dict[str, Any]) -> list[tuple[str, dict[str, Any]]]:
    found = []
    for name, section in record.items():
        listed = section if isinstance(section, list) else section.get("items", [section])
        found += [(name, item) for item in listed]
    return found


def facts(roll: Roll) -> int:
    return sum(len(item) for record in roll for _, item in items(record))


def test_a_complete_roll_leaves_nothing_out() -> None:
    """Every list is given, no day is unknown, and nearly every fact is known of somebody."""
    known: set[tuple[str, str]] = set()
    for seed in range(12):
        for record in people(seed):
            known.update((name, fact) for name, item in items(record) for fact in item)
            assert set(record) | {"proposal"} == SECTIONS
            assert not any("items" in section for section in record.values())
    declared = {(name, f.en) for name in SECTIONS for f in ROOTS[name].context.fields}
    assert known <= declared
    assert len(known) > 0.9 * len(declared)


@pytest.mark.parametrize("share", ["0.02", "0.1", "0.3", "0.5", "0.8"])
def test_a_share_of_the_facts_is_unknown(share: str) -> None:
    """What identifies or sorts an item stays, so that the share is one of the others."""
    whole = Roll(4, 144, unknown=0, month_only=0, incomplete=0)
    kept = 0
    for record in whole:
        for name, item in items(record):
            model = ROOTS[name].model
            always = {"id", "name"} if name == "person" else {*model.order, *model.key}
            kept += sum(fact in always for fact in item) + (name == "posts" and "start" not in item)
    lists = float(share)
    left = facts(Roll(4, 144, unknown=share, month_only=0, incomplete=0))
    expected = (kept + (facts(whole) - kept) * (1 - float(share))) * (1 - lists * 0.97)
    assert abs(left - expected) < 0.06 * facts(whole)


def test_what_is_left_out_is_unknown_to_conditions() -> None:
    unknown = [
        value is UNKNOWN
        for record in Roll(4, 60, unknown="0.5", month_only=0, incomplete=0).records()
        for value in record.facts["person"].values()
    ]
    assert 0.3 < sum(unknown) / len(unknown) < 0.7


def test_all_unknown() -> None:
    for record in Roll(4, 150, unknown=1, month_only=0, incomplete=0):
        assert set(record) <= {"person", "incidents"}
        assert set(record["person"]) == {"id", "name"}


def test_month_only() -> None:
    none = Roll(4, 30, unknown=0, month_only=0, incomplete=0)
    assert not any(record.unknown_days() for record in none.records())
    every = Roll(4, 30, unknown=0, month_only=1, incomplete=0)
    for record in every:
        dates = [v for s in record["posts"] for f, v in s.items() if v and f in ("appointed_on", "reported_on", "end")]
        assert dates
        assert all(len(text) == 7 for text in dates)
    assert all(len(record.unknown_days()) > 10 for record in every.records())


def test_incomplete_lists() -> None:
    every = Roll(4, 144, unknown=0, month_only=0, incomplete=1)
    cut = 0
    for index, record in enumerate(every):
        read = Record.from_dict(record)
        full = people(4)[index]
        for name in ("posts", "ranks", "assessments", "training"):
            if full[name]:
                assert name in read.complete_from
                cut += len(full[name]) - len(record[name]["items"])
                assert record[name]["items"]
    assert cut > 500
    assert not any(record.complete_from for record in Roll(4, 30, incomplete=0).records())


def test_very_long_lists() -> None:
    lengths = [len(record["training"]) for record in Roll(4, 144, unknown=0, incomplete=0, very_long=1)]
    assert max(lengths) > 500
    assert max(lengths) <= 1000
    assert sum(length >= 200 for length in lengths) > 100
    assert max(len(record["training"]) for record in Roll(4, 144, unknown=0, incomplete=0, very_long=0)) < 20


def test_gaps_of_units_and_cohorts() -> None:
    roll = Roll(4, 144, unknown="0.3", month_only="0.3")
    for record in (roll.unit(7), roll.cohort(0)):
        assert {name for name in record if name in HEADS}
    whole = sum(len(item) for _, item in items(Roll(4, 144, unknown=0).cohort(0)))
    assert sum(len(item) for _, item in items(roll.cohort(0))) < 0.9 * whole
