"""The same seed and place give the same record: whatever the size, the order, the process, the version of Python."""

from __future__ import annotations

import hashlib
import os
import subprocess
import sys
from datetime import date
from random import Random

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import UsageError
from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.chance import Chance
from cadre_rules.synthetic.roll import PEOPLE, UNITS
from cadre_rules.synthetic.writing import to_line


def digest(roll: Roll) -> str:
    text = "\n".join(to_line(record) for record in (*roll, roll.unit(3), roll.cohort(0)))
    return hashlib.sha256(text.encode()).hexdigest()


@settings(max_examples=15, deadline=None)
@given(seed=st.integers(0, 10**9), index=st.integers(0, 3000), more=st.integers(1, 10**9))
def test_the_size_does_not_matter(seed: int, index: int, more: int) -> None:
    assert Roll(seed, index + 1)[index] == Roll(seed, index + more)[index]


def test_the_order_does_not_matter() -> None:
    roll = Roll(5, 3 * PEOPLE)
    records = list(roll)
    order = list(range(len(roll)))
    Random(1).shuffle(order)
    for index in order[:60]:
        assert roll[index] == records[index]
        assert roll[index - len(roll)] == records[index]
    assert list(roll.part(100, 110)) == records[100:110]
    assert list(roll.district(1)) == records[PEOPLE : 2 * PEOPLE]


def test_a_part_beyond_the_roll_ends_with_it() -> None:
    roll = Roll(5, 10)
    assert len(list(roll)) == len(roll) == 10
    assert len(list(roll.part(8, 99))) == 2
    assert len(list(roll.district(0))) == 10
    assert list(Roll(5, 0)) == []


def test_nothing_that_is_changed_comes_back() -> None:
    roll = Roll(5, 10)
    first = roll[3]
    first["posts"] = None
    first["person"].clear()
    assert roll[3] != first
    assert roll[3] == Roll(5, 10)[3]


def test_seeds_days_and_gaps_differ() -> None:
    lines = {
        to_line(roll[7])
        for roll in (
            Roll(1, 8),
            Roll(2, 8),
            Roll(1, 8, as_of=date(2024, 6, 1)),
            Roll(1, 8, unknown="0.2"),
            Roll(1, 8, jurisdiction="daan"),
        )
    }
    assert len(lines) == 5
    assert Roll(1, 8)[7] == Roll("1", 8)[7]


def test_gaps_change_nothing_else() -> None:
    """What is unknown does not change the life: the facts that are left are the same."""
    whole, some = (
        Roll(9, 40, unknown=0, month_only=0, incomplete=0),
        Roll(9, 40, unknown="0.3", month_only=0, incomplete=0),
    )
    for full, left in zip(whole, some, strict=True):
        for fact, value in left["person"].items():
            assert full["person"][fact] == value
        for item in left.get("ranks", ()):
            assert any(item.items() <= other.items() for other in full["ranks"])


def test_another_process_makes_the_same() -> None:
    """Whatever its hashes are salted with."""
    program = (
        "from tests.synthetic.test_synthetic_repeatable import digest; from cadre_rules.synthetic import Roll;"
        "print(digest(Roll('种子', 200)))"
    )
    for salt in ("0", "4711"):
        environment = os.environ | {"PYTHONHASHSEED": salt, "PYTHONPATH": os.pathsep.join(sys.path)}
        made = subprocess.run(
            [sys.executable, "-c", program], env=environment, capture_output=True, text=True, check=True
        )
        assert made.stdout.strip() == digest(Roll("种子", 200))


def test_the_stream_of_draws_is_fixed() -> None:
    """Another version of Python that drew otherwise would make other rolls of the same seed."""
    chance = Chance("1", "district", 0)
    assert [chance.below(1000) for _ in range(6)] == [624, 691, 835, 231, 449, 474]
    assert [chance.between(-3, 3) for _ in range(6)] == [-3, -3, -2, -3, -1, 2]


def test_what_is_no_roll_is_told() -> None:
    for bad in (-1, 1.5, True, "10", None, 10**13):
        with pytest.raises(UsageError, match="S001"):
            Roll(1, bad)  # type: ignore[arg-type]
    for share in ("-0.1", "1.1", "nan", "x", None, True, "infinity"):
        with pytest.raises(UsageError, match="S002"):
            Roll(1, 1, unknown=share)  # type: ignore[arg-type]
    for day in (date(2009, 12, 31), date(2100, 1, 1), "2025-06-01", None):
        with pytest.raises(UsageError, match="S003"):
            Roll(1, 1, as_of=day)  # type: ignore[arg-type]


def test_places_that_are_not_there() -> None:
    roll = Roll(1, 150)
    assert (roll.districts, roll.units) == (2, 2 * UNITS)
    for ask in (
        lambda: roll[150],
        lambda: roll[-151],
        lambda: roll.district(2),
        lambda: roll.unit(2 * UNITS),
        lambda: roll.cohort(-1),
    ):
        with pytest.raises(IndexError):
            ask()
    with pytest.raises(TypeError):
        roll["1"]  # type: ignore[index]
