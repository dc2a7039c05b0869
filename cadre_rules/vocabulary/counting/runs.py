"""Runs of consecutive years: how many years running something was so.

In: a column of years, masks of the items that are assessed years (`among`) and of those that are hits, what
is known of years without an item. Out: (low, high) counts of years. It must not know what an assessment is.
int64 only, so that numba can compile it as it stands.

What the masks say
------------------
`among` are the years that were assessed, `hits` those of them in which it was so; an item that is a hit
counts as assessed. `years` ascend and are plain years (2023), not scaled. A year is unique within `among`;
should two items have one year, the year is a hit if either is.

What is known of a year
-----------------------
- listed in `among` and a hit: continues a run; listed and no hit (it may say "not assessed"): breaks it;
- without an item in `among`, from `complete_from` on: known to have no record, breaks the run;
- without an item in `among`, before `complete_from`: not known; it could have been a hit, or not.

`complete_from` is the year from which on the list says that it is complete: 0 (or LOWEST) where it is
complete altogether, HIGHEST (or UNKNOWN, ABSENT) where it does not say so. Years after the last one in
`among` are not considered.

A completion chooses for each perhaps item whether it belongs, and for each year that is not known, before
the last one in `among`, whether it was a hit. (low, high) are the least and the greatest result over all
completions, exact. Where no year is in `among`, the result is 0, but (0, HIGHEST) where `further` says that
there may be assessed years that are not listed, unless the list is complete altogether. A member whose year
is UNKNOWN leaves (0, HIGHEST).
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST

if TYPE_CHECKING:
    from collections.abc import Sequence

# what a year can be, as bits
_HIT: Final = 1
_OTHER: Final = 2
_NONE: Final = 4


def run_length(
    years: Sequence[int],
    hit_certain: int,
    hit_perhaps: int,
    among_certain: int,
    among_perhaps: int,
    further: int,
    complete_from: int,
) -> tuple[int, int]:
    """Return how many consecutive years are hits, ending with the last year in `among`: (low, high).

    Hits in 2021 and 2023, nothing on record for 2022 or before 2021: at least one year, perhaps many. Where
    the list is complete from 2021 on, exactly one; where 2022 is listed without a hit, too.

    >>> run_length((2021, 2023), 0b11, 0, 0b11, 0, 0, HIGHEST)
    (1, 4611686018427387904)
    >>> run_length((2021, 2023), 0b11, 0, 0b11, 0, 0, 2021)
    (1, 1)
    >>> run_length((2021, 2022, 2023), 0b101, 0, 0b111, 0, 0, HIGHEST)
    (1, 1)

    Source: conventions of counting, numbers 5 and 6.
    """
    if _undated(years, hit_certain | hit_perhaps | among_certain | among_perhaps):
        return 0, HIGHEST
    open_until = HIGHEST if complete_from <= ABSENT else complete_from
    low = HIGHEST
    high = 0
    i = len(years) - 1
    while i >= 0:
        states, before = _year_before(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps)
        if states & _OTHER:
            low = 0
        if states & _HIT:
            here = _least(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps)
            low = here if here < low else low
            here = _most(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps, open_until)
            high = here if here > high else high
        if not states & _NONE:
            return low, high
        i = before
    return 0, HIGHEST if further and not ABSENT < complete_from <= 0 else high


def longest_run(
    years: Sequence[int],
    hit_certain: int,
    hit_perhaps: int,
    among_certain: int,
    among_perhaps: int,
    further: int,
    complete_from: int,
) -> tuple[int, int]:
    """Return the length of the longest run of consecutive hits anywhere: (low, high).

    The years before `complete_from` may hold a run of any length, so the greatest is HIGHEST unless the
    list is complete altogether; what is certain is the least.

    >>> longest_run((2018, 2019, 2020, 2021), 0b1011, 0, 0b1111, 0, 0, 0)
    (2, 2)
    >>> longest_run((2018, 2019, 2020, 2021), 0b1011, 0, 0b1111, 0, 0, 2018)
    (2, 4611686018427387904)

    Source: conventions of counting, numbers 5 and 6.
    """
    if _undated(years, hit_certain | hit_perhaps | among_certain | among_perhaps):
        return 0, HIGHEST
    low = 0
    high = 0
    least = 0
    most = 0
    later = 0
    listed = False  # whether there may be a year in `among`
    i = len(years) - 1
    while i >= 0:
        year = years[i]
        states, i = _year_before(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps)
        unbroken = later - year == 1
        least = (least if unbroken else 0) + 1 if states == _HIT else 0
        most = (most if unbroken else 0) + 1 if states & _HIT else 0
        low = least if least > low else low
        high = most if most > high else high
        listed = listed or states != _NONE
        later = year
    if not ABSENT < complete_from <= 0 and (listed or further):
        return low, HIGHEST
    return low, high


def _undated(years: Sequence[int], members: int) -> bool:
    """Return whether the year of a member is not known."""
    for i in range(len(years)):  # noqa: SIM110 - a loop is what numba compiles
        if members >> i & 1 and years[i] <= ABSENT:
            return True
    return False


def _year_before(
    years: Sequence[int], i: int, hit_certain: int, hit_perhaps: int, among_certain: int, among_perhaps: int
) -> tuple[int, int]:
    """Return what the year of item i can be (_HIT, _OTHER, _NONE), and the last item of a year before."""
    year = years[i]
    bits = 0
    while i >= 0 and years[i] == year:
        if hit_certain >> i & 1:
            bits |= 8
        if hit_perhaps >> i & 1:
            bits |= 4
        if among_certain >> i & 1:
            bits |= 2
        if among_perhaps >> i & 1:
            bits |= 1
        i -= 1
    states = 0
    if bits & 12:
        states |= _HIT
    if bits < 8 and bits:
        states |= _OTHER
    if not bits & 10:
        states |= _NONE
    return states, i


def _least(
    years: Sequence[int], i: int, hit_certain: int, hit_perhaps: int, among_certain: int, among_perhaps: int
) -> int:
    """Return the run that ends with a hit in the year of item i, all uncertain years breaking it."""
    length = 0
    expected = years[i]
    while True:
        states, i = _year_before(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps)
        if length and states != _HIT:
            return length
        length += 1
        expected -= 1
        if i < 0 or years[i] != expected:
            return length


def _most(
    years: Sequence[int],
    i: int,
    hit_certain: int,
    hit_perhaps: int,
    among_certain: int,
    among_perhaps: int,
    open_until: int,
) -> int:
    """Return the run that ends with a hit in the year of item i, all uncertain years being hits."""
    length = 0
    expected = years[i]
    while i >= 0:
        year = years[i]
        if year < expected and expected >= open_until:
            return length
        length += expected - year
        states, i = _year_before(years, i, hit_certain, hit_perhaps, among_certain, among_perhaps)
        if not states & _HIT and not (states & _NONE and year < open_until):
            return length
        length += 1
        expected = year - 1
    return HIGHEST if expected < open_until else length
