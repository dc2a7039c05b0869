"""Slow, obvious counting by sets of days, and all completions of what is not known.

A set of days is a Python integer: bit n is the n-th day after BASE. Nothing here is shared with the cores.
"""

from __future__ import annotations

import calendar
import datetime as dt
from itertools import product
from typing import TYPE_CHECKING

from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN, pack_date

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

BASE = dt.date(2015, 1, 1).toordinal()
Stint = tuple[int, int]  # first and last day, as numbers of days after BASE


def packed(day: int) -> int:
    """Return the packed date of the day `day` days after BASE."""
    date = dt.date.fromordinal(BASE + day)
    return pack_date(date.year, date.month, date.day)


def column(days: Sequence[int | str | None]) -> tuple[int, ...]:
    """Return a column of packed dates; None is ABSENT, "?" UNKNOWN."""
    return tuple(ABSENT if d is None else UNKNOWN if d == "?" else packed(int(d)) for d in days)


def later(date: dt.date, months: int) -> dt.date:
    """Return the corresponding day `months` months later, else the last day of that month."""
    year, month = divmod(date.year * 12 + date.month - 1 + months, 12)
    last = calendar.monthrange(year, month + 1)[1]
    return dt.date(year, month + 1, min(date.day, last))


def mask_items(mask: int, size: int) -> list[int]:
    """Return the positions of the bits of a mask."""
    return [i for i in range(size) if mask >> i & 1]


def completions(
    starts: Sequence[int],
    ends: Sequence[int | str | None],
    certain: int,
    perhaps: int,
    horizon: int,
) -> Iterator[dict[int, Stint]]:
    """Yield each completion: the members by position, their stints cut at the day `horizon`.

    Perhaps members are in or out, unknown ends are any day from the start on, or never.
    """
    doubtful = mask_items(perhaps & ~certain, len(starts))
    for chosen in product((False, True), repeat=len(doubtful)):
        members = sorted(mask_items(certain, len(starts)) + [i for i, c in zip(doubtful, chosen, strict=True) if c])
        options = [
            range(starts[i], max(horizon, starts[i]) + 1)
            if ends[i] == "?"
            else (max(horizon, starts[i]) if ends[i] is None else int(ends[i]),)  # type: ignore[arg-type]
            for i in members
        ]
        for lasts in product(*options):
            yield {i: (starts[i], last) for i, last in zip(members, lasts, strict=True)}


def days_of(stint: Stint, before: int) -> int:
    """Return the days of a stint before the day `before`, as bits."""
    start, end = stint
    stop = min(end + 1, before)
    return ((1 << stop) - 1) & ~((1 << start) - 1) if stop > start else 0


def meets(days: int, months: int, more: int = 0) -> bool:
    """Return whether a set of days has what `months` months from its first day require, and `more` days."""
    if days == 0:
        return months + more <= 0
    first = dt.date.fromordinal(BASE + (days & -days).bit_length() - 1)
    return days.bit_count() >= (later(first, months) - first).days + more


def months_of(stint: Stint, before: int) -> set[int]:
    """Return the calendar months of the floored half-open stint, cut at the floored decision date."""
    start = dt.date.fromordinal(BASE + stint[0])
    stop = dt.date.fromordinal(BASE + min(stint[1] + 1, before))
    return set(range(start.year * 12 + start.month, stop.year * 12 + stop.month))
