"""Records of units and cohorts say of people what the people's own records say."""

from __future__ import annotations

import itertools
from typing import Any

import pytest

from cadre_rules.synthetic.roll import UNITS
from tests.synthetic.rolls import complete, first_day, main_posts, people

SEEDS = (1, 2)


@pytest.fixture(params=SEEDS, scope="module")
def seed(request: pytest.FixtureRequest) -> int:
    found: int = request.param
    return found


def present(record: dict[str, Any]) -> dict[str, Any] | None:
    """Return the stint in the present main post."""
    held: dict[str, Any] = main_posts(record)[-1]
    return held if held["end"] is None else None


def assert_rows(members: list[dict[str, Any]], seed: int) -> None:
    own = {record["person"]["id"]: record for record in people(seed)}
    for row in members:
        record = own[row["id"]]
        for fact in ("name", "sex", "birth_date", "political_status", "kind", "managed_by"):
            assert row[fact] == record["person"][fact]
        held = present(record)
        assert (row["left_on"] is None) == (held is not None)
        assert row["rank"] == (record["ranks"][-1]["rank"] if record["ranks"] and held else None)
        assert row["education"] in {e["level"] for e in record["education"]}
        if held is not None:
            said = (row["unit"], row["unit_kind"], row["title"], row["level"], row["leading"])
            assert said == (held["unit"], held["unit_kind"], held["title"], held["level"], held["leading"])
            assert row["front_line"] == held["front_line"]


def test_units_hold_everybody_in_service_once(seed: int) -> None:
    roll = complete(seed)
    listed: list[str] = []
    for number in range(UNITS):
        record = roll.unit(number)
        assert_rows(record["members"], seed)
        ids = [row["id"] for row in record["members"]]
        listed += ids
        holders = [post["holder"] for post in record["unit_posts"] if post["holder"] is not None]
        assert sorted(holders) == sorted(ids)
        assert {element["member"] for element in record["elements"]} <= set(ids)
        vacant = sum(post["holder"] is None for post in record["unit_posts"])
        assert vacant == sum(int(demand["headcount"]) for demand in record["demands"])
    assert sorted(listed) == sorted(r["person"]["id"] for r in people(seed) if present(r) is not None)


def test_a_cohort_has_the_moves_of_its_people(seed: int) -> None:
    year = 2024
    record = complete(seed).cohort(0, year)
    assert_rows(record["members"], seed)
    moved = []
    for own in people(seed):
        stints = [s for s in main_posts(own) if "appointed_on" in s]
        moved += [
            (own["person"]["id"], after["appointed_on"], before["unit"], after["unit"], after["change"])
            for before, after in itertools.pairwise(stints)
            if before["unit"] != after["unit"] and after["appointed_on"].startswith(str(year)) and before["main"]
        ]
    found = [(m["member"], m["on"], m["from_unit"], m["to_unit"], m["change"]) for m in record["moves"]]
    own_moves = [m for m in moved if "外市" not in m[2] and "企业" not in m[2] and "部队" not in m[2]]
    assert sorted(found) == sorted(own_moves)
    assert found


def test_staff_at_the_front_line_are_counted(seed: int) -> None:
    for allocation in complete(seed).cohort(0)["allocations"]:
        day = f"{allocation['year']}-12-31"
        held = [
            next(
                (s for s in reversed(main_posts(r)) if first_day(s) <= day and (s["end"] is None or s["end"] > day)),
                None,
            )
            for r in people(seed)
        ]
        there = [s for s in held if s is not None and "示例" in s["unit"] and "外市" not in s["unit"]]
        there = [s for s in there if s["unit_kind"] != "state-owned enterprise" and s["unit"] != "示例部队"]
        assert allocation["total"] == len(there)
        assert allocation["front_line"] == sum(s["front_line"] for s in there)
