"""Rolls for the tests, and how their records are looked at."""

from __future__ import annotations

from functools import cache
from typing import Any

from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.roll import PEOPLE

COMPLETE = {"unknown": 0, "month_only": 0, "incomplete": 0, "very_long": 0}
SEEDS = (*range(1, 8), "三")


def complete(seed: int | str, districts: int = 1) -> Roll:
    """Return a roll in which nothing is left out."""
    return Roll(seed, districts * PEOPLE, **COMPLETE)  # type: ignore[arg-type]


@cache
def people(seed: int | str, number: int = 0) -> tuple[dict[str, Any], ...]:
    """Return the complete records of a district; they are not to be changed."""
    return tuple(complete(seed, number + 1).district(number))


def first_day(stint: dict[str, Any]) -> str:
    """Return the first day of a stint."""
    found: str = stint.get("start") or stint["reported_on"] or stint["appointed_on"]
    return found


def main_posts(record: dict[str, Any]) -> list[dict[str, Any]]:
    """Return the stints in main posts, in their order."""
    return sorted((s for s in record["posts"] if s["main"]), key=first_day)
