"""What the members of a group say of each other agrees: brute force over whole districts."""

from __future__ import annotations

from collections import Counter, defaultdict
from datetime import date
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.roll import PEOPLE
from tests.synthetic.rolls import COMPLETE, SEEDS, people

Groups = dict[tuple[str, int], list[dict[str, Any]]]


def groups(records: Any) -> Groups:
    """Return the annual results of a district that have an order, by group and year."""
    found: Groups = defaultdict(list)
    for record in records:
        for item in record["assessments"]:
            if item["kind"] == "annual" and "group" in item:
                found[item["group"], item["year"]].append(item)
    return found


def assert_agreement(found: Groups) -> None:
    for key, items in found.items():
        scores = [item["score"] for item in items]
        assert {item["group_size"] for item in items} == {len(items)}, key
        assert len({item["confirmed_on"] for item in items}) == 1, key
        for item in items:
            assert item["placed_below"] == sum(score < item["score"] for score in scores), key
            assert item["tied"] == scores.count(item["score"]) - 1, key
        assert sum(item["grade"] == "excellent" for item in items) * 5 <= len(items), key


@pytest.mark.parametrize("seed", SEEDS)
def test_members_agree(seed: int | str) -> None:
    found = groups(people(seed))
    assert_agreement(found)
    assert {year for _, year in found} == set(range(2017, 2025))


@settings(max_examples=12, deadline=None)
@given(seed=st.integers(0, 10**9), number=st.integers(0, 10**5), day=st.dates(date(2011, 1, 1), date(2060, 12, 31)))
def test_members_agree_in_any_district(seed: int, number: int, day: date) -> None:
    roll = Roll(seed, (number + 1) * PEOPLE, as_of=day, **COMPLETE)  # type: ignore[arg-type]
    assert_agreement(groups(roll.district(number)))


def test_gaps_do_not_change_what_is_said() -> None:
    """What a roll with gaps still says of a group is what the complete roll says."""
    whole = {record["person"]["id"]: record for record in people(1)}
    kept = 0
    for record in Roll(1, PEOPLE, unknown="0.3", month_only=0, incomplete=0):
        said = {(a["year"], a["kind"], a.get("period")): a for a in whole[record["person"]["id"]]["assessments"]}
        for item in record.get("assessments", ()):
            full = said[item["year"], item["kind"], item.get("period")]
            assert item.items() <= full.items()
            kept += len(item)
    assert kept > 5000


def test_ties_and_groups_of_one_occur() -> None:
    seen: Counter[str] = Counter()
    for seed in range(8):
        for items in groups(people(seed)).values():
            seen["groups"] += 1
            seen["one"] += len(items) == 1
            lowest = [item for item in items if item["placed_below"] == 0]
            seen["tied for last"] += len(lowest) > 1
            seen["tied elsewhere"] += any(item["tied"] and item["placed_below"] for item in items)
    assert all(seen[name] >= 5 for name in ("one", "tied for last", "tied elsewhere")), seen
