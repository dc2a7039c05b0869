"""How fast rolls are generated: in order, and one record here and there."""

from __future__ import annotations

from statistics import median
from time import process_time
from typing import TYPE_CHECKING

from cadre_rules.synthetic import PEOPLE, Roll
from cadre_rules.synthetic.writing import to_line

if TYPE_CHECKING:
    from collections.abc import Callable

DISTRICTS = 12


def seconds(work: Callable[[Roll], object], repeats: int = 5) -> float:
    """Return the median time of some work on a roll that was not seen before."""
    times = []
    for seed in range(repeats):
        roll = Roll(f"benchmark {seed}", DISTRICTS * PEOPLE)
        start = process_time()
        work(roll)
        times.append(process_time() - start)
    return median(times)


def lines() -> list[str]:
    """Return what is to be printed."""
    size = DISTRICTS * PEOPLE
    order = seconds(lambda roll: [None for _ in roll])
    written = seconds(lambda roll: sum(len(to_line(record)) for record in roll))
    here_and_there = seconds(lambda roll: [roll[number * PEOPLE] for number in range(DISTRICTS)])
    length = sum(len(to_line(record)) for record in Roll("benchmark 0", size)) // size
    return [
        f"rolls of made-up cadres, one core, processor time, records of about {length} characters as JSON; median of 5",
        f"in order {size / order:>8.0f} records a second",
        f"in order, as lines of JSON {size / written:>8.0f} records a second",
        f"from a district not made yet {here_and_there / DISTRICTS * 1e3:>6.1f} ms a record",
    ]
