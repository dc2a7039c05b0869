"""Runs of years against every completion in a window of years."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product
from typing import TYPE_CHECKING

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST, LOWEST, UNKNOWN
from cadre_rules.vocabulary.counting.runs import longest_run, run_length

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

FLOOR = 2010  # the window's first year; a run that reaches it can go on without end

# the states that an item can be in: a hit, assessed and no hit, not assessed
STATES = {
    "hit": "H",
    "other": "N",
    "open": "HN",  # assessed, perhaps a hit
    "perhaps": "HN-",
    "perhaps other": "N-",
    "no member": "-",
}


@dataclass
class Case:
    """Years with what is known of each, and what is known of the list."""

    items: list[tuple[int, str]]
    further: int
    complete_from: int

    def args(self) -> tuple[tuple[int, ...], int, int, int, int, int, int]:
        def mask(*kinds: str) -> int:
            return sum(1 << i for i, (_, kind) in enumerate(self.items) if kind in kinds)

        among = mask("hit", "other", "open"), mask("perhaps", "perhaps other")
        years = tuple(year for year, _ in self.items)
        return (years, mask("hit"), mask("open", "perhaps"), *among, self.further, self.complete_from)

    def worlds(self) -> Iterator[tuple[dict[int, str], set[int]]]:
        """Yield each completion: state by year from FLOOR on, and the listed years that are in `among`."""
        for states in product(*(STATES[kind] for _, kind in self.items)):
            listed = {year: s for (year, _), s in zip(self.items, states, strict=True) if s != "-"}
            if not listed:
                yield {}, set()
                continue
            free = [y for y in range(FLOOR, max(listed)) if y not in listed and y < self.complete_from]
            for chosen in product("HN", repeat=len(free)):
                yield {**listed, **dict(zip(free, chosen, strict=True))}, set(listed)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    years = draw(st.lists(st.integers(2013, 2018), max_size=4, unique=True).map(sorted))
    kinds = [draw(st.sampled_from(sorted(STATES))) for _ in years]
    stated = st.sampled_from([HIGHEST, LOWEST]) | st.integers(2012, 2019)
    return Case(list(zip(years, kinds, strict=True)), draw(st.integers(0, 1)), draw(stated))


def back(states: dict[int, str], year: int) -> int:
    """Return the hits in a row that end with `year`; HIGHEST where they reach the window's first year."""
    length = 0
    while states.get(year - length) == "H":
        length += 1
    return HIGHEST if year - length < FLOOR else length


def expected(case: Case, measure: Callable[[dict[int, str], set[int]], int]) -> tuple[int, int]:
    found = []
    for states, listed in case.worlds():
        found.append(measure(states, listed) if listed else 0)
        if not listed and case.further and case.complete_from != LOWEST:
            found.append(HIGHEST)
    return min(found), max(found)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_run_at_the_end_is_exact(case: Case) -> None:
    assert run_length(*case.args()) == expected(case, lambda states, listed: back(states, max(listed)))


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_longest_run_is_exact(case: Case) -> None:
    assert longest_run(*case.args()) == expected(
        case, lambda states, _: max((back(states, y) for y in states), default=0)
    )


@settings(deadline=None)
@given(cases(), st.sampled_from([UNKNOWN, ABSENT]))
def test_nothing_said_of_completeness_is_incomplete(case: Case, code: int) -> None:
    silent = (*case.args()[:-1], HIGHEST)
    assert run_length(*case.args()[:-1], code) == run_length(*silent)
    assert longest_run(*case.args()[:-1], code) == longest_run(*silent)


def test_an_item_without_a_year_leaves_everything_open() -> None:
    years = (UNKNOWN, 2021)
    assert run_length(years, 3, 0, 3, 0, 0, LOWEST) == longest_run(years, 3, 0, 3, 0, 0, LOWEST) == (0, HIGHEST)
    assert run_length(years, 2, 0, 2, 0, 0, LOWEST) == (1, 1)


def test_two_items_of_one_year_are_one_year() -> None:
    years = (2020, 2020, 2021)
    assert run_length(years, 0b101, 0, 0b111, 0, 0, LOWEST) == (2, 2)
    assert run_length(years, 0b100, 0b010, 0b101, 0b010, 0, LOWEST) == (1, 2)
