"""Every record of every roll reads without a fault, whatever the seed, the place, the day and the gaps."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.records import Record
from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.roll import FIRST_DAY, LAST_DAY, PEOPLE, UNITS

if TYPE_CHECKING:
    from datetime import date

shares = st.one_of(st.sampled_from(["0", "0.05", "1"]), st.integers(0, 1000).map(lambda n: str(Decimal(n).scaleb(-3))))
seeds = st.one_of(st.integers(0, 10**12), st.text(max_size=8))
days = st.dates(FIRST_DAY, LAST_DAY)


@settings(max_examples=120, deadline=None)
@given(
    seed=seeds,
    index=st.integers(0, 10**7),
    day=days,
    unknown=shares,
    month_only=shares,
    incomplete=shares,
    long=st.sampled_from(["0", "1"]),
)
def test_people(
    seed: int | str, index: int, day: date, unknown: str, month_only: str, incomplete: str, long: str
) -> None:
    roll = Roll(
        seed, index + 1, as_of=day, unknown=unknown, month_only=month_only, incomplete=incomplete, very_long=long
    )
    record = roll.record(index)
    assert record.notes == ()
    assert record.facts["person"]["id"] == f"示例-{index + 1:08d}"


@settings(max_examples=15, deadline=None)
@given(seed=seeds, number=st.integers(0, 100), day=days, unknown=shares, month_only=shares, incomplete=shares)
def test_units_and_cohorts(
    seed: int | str, number: int, day: date, unknown: str, month_only: str, incomplete: str
) -> None:
    roll = Roll(seed, (number + 1) * PEOPLE, as_of=day, unknown=unknown, month_only=month_only, incomplete=incomplete)
    assert "cohort" in Record.from_dict(roll.cohort(number)).facts
    assert "unit" in Record.from_dict(roll.unit(number * UNITS + number % UNITS)).facts


def test_whole_rolls() -> None:
    for seed in (0, "示例", ""):
        assert sum(1 for _ in Roll(seed, 144).records()) == 144


def test_the_jurisdiction_is_written_into_all() -> None:
    roll = Roll(1, 1, jurisdiction="daan")
    assert roll[0]["person"]["jurisdiction"] == "daan"
    assert roll.unit(0)["unit"]["jurisdiction"] == "daan"
    assert roll.cohort(0)["cohort"]["jurisdiction"] == "daan"
    assert "jurisdiction" not in Roll(1, 1)[0]["person"]
