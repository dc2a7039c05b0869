"""The latest unbroken stretch against sets of days, over every completion of what is not known."""

from __future__ import annotations

from dataclasses import dataclass

from completions import column, completions, days_of, packed
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN, pack_date
from cadre_rules.vocabulary.counting.stretches import latest_unbroken

End = int | str | None


@dataclass
class Case:
    """A list of stints by day numbers, its masks, and the decision date."""

    starts: list[int]
    ends: list[End]
    certain: int
    perhaps: int
    as_of: int

    def args(self, further: int = 0) -> tuple[tuple[int, ...], tuple[int, ...], int, int, int, int]:
        at = packed(self.as_of)
        return column(self.starts), column(self.ends), self.certain, self.perhaps, further, at


@st.composite
def cases(draw: st.DrawFn, span: int = 16, gap: int = 4) -> Case:
    stints: list[tuple[int, End]] = []
    for _ in range(draw(st.integers(0, 4))):
        start = 40 + draw(st.integers(0, span))
        length = draw(st.integers(0, gap))
        stints.append((start, draw(st.sampled_from([start + length, start + length, "?", None]))))
    stints.sort(key=lambda stint: stint[0])
    certain = draw(st.integers(0, (1 << len(stints)) - 1))
    perhaps = draw(st.integers(0, (1 << len(stints)) - 1)) & ~certain
    as_of = 40 + draw(st.integers(span // 2, span + 4))
    return Case([a for a, _ in stints], [b for _, b in stints], certain, perhaps, as_of)


def chain(members: dict[int, tuple[int, int]], as_of: int) -> dict[int, tuple[int, int]]:
    """Return the members that hang together with the latest one: their days are one block without a hole."""
    begun = {i: s for i, s in members.items() if s[0] <= as_of}
    if not begun:
        return {}
    days = 0
    for stint in begun.values():
        days |= days_of(stint, 200)
    first = max(s[0] for s in begun.values())
    while days >> (first - 1) & 1:
        first -= 1
    return {i: s for i, s in begun.items() if s[0] >= first}


def judge(case: Case, found: tuple[int, int], chains: list[dict[int, tuple[int, int]]]) -> None:
    certain, perhaps = found
    for i in range(len(case.starts)):
        inside = {i in c for c in chains}
        assert certain >> i & 1 == (inside == {True})
        assert perhaps >> i & 1 == (inside == {True, False})


@settings(max_examples=250, deadline=None)
@given(cases())
def test_masks_are_what_all_completions_share(case: Case) -> None:
    found = latest_unbroken(*case.args())
    chains = [
        chain(m, case.as_of) for m in completions(case.starts, case.ends, case.certain, case.perhaps, case.as_of + 2)
    ]
    judge(case, found[:2], chains)
    assert found[2] == 0


@settings(max_examples=150, deadline=None)
@given(cases(), st.integers(0, 20) | st.none())
def test_unlisted_stints_can_tie_what_seems_broken(case: Case, last: int | None) -> None:
    """Unlisted stints begin before the listed ones, and end by the given day, or at any time."""
    further = 1 if last is None else packed(40 + last)
    found = latest_unbroken(*case.args(further))
    horizon = case.as_of + 2
    first = min([*case.starts, case.as_of])
    if last is not None:
        first = min(first, 40 + last)
    latest = horizon if last is None else 40 + last
    chains = []
    for members in completions(case.starts, case.ends, case.certain, case.perhaps, horizon):
        chains.append(chain(members, case.as_of))
        chains += [chain({**members, -1: (first, end)}, case.as_of) for end in range(first, latest + 1)]
    judge(case, found[:2], chains)
    assert (found[2] != 0) == any(-1 in c for c in chains)


@settings(max_examples=100, deadline=None)
@given(cases(), st.booleans())
def test_a_member_of_unknown_start_is_never_decided_wrongly(case: Case, sure: bool) -> None:
    starts, ends = (UNKNOWN, *column(case.starts)), (UNKNOWN, *column(case.ends))
    certain, perhaps = case.certain << 1 | sure, case.perhaps << 1 | (not sure)
    found, maybe, _ = latest_unbroken(starts, ends, certain, perhaps, 0, packed(case.as_of))
    for members in completions(case.starts, case.ends, case.certain, case.perhaps, case.as_of + 2):
        extra = [] if sure else [members]
        extra += [
            {**members, -1: (start, end)}
            for start in range(36, case.as_of + 3, 2)
            for end in range(start, case.as_of + 3, 3)
        ]
        for completed in extra:
            whole = chain(completed, case.as_of)
            inside = sum(1 << i + 1 for i in whole)  # the undated one, -1, is bit 0
            assert found & ~inside == 0
            assert inside & ~(found | maybe) == 0


def test_a_certain_open_post_holds_whatever_an_undated_stint_was() -> None:
    starts, ends = (UNKNOWN, pack_date(2020, 1, 1)), (ABSENT, ABSENT)
    at = pack_date(2025, 1, 1)
    assert latest_unbroken(starts, ends, 3, 0, 0, at) == (2, 1, 0)
