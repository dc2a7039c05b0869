"""The time for which a post is held, in every completion: members, ends, which post a stint was in."""

from __future__ import annotations

from dataclasses import dataclass
from itertools import product

from completions import column, completions, days_of, packed
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import ABSENT, LOWEST, UNKNOWN
from cadre_rules.vocabulary.counting.posts import held_since, time_in_post

End = int | str | None


@dataclass
class Case:
    """Stints by day numbers, their posts (None: not known), the days of their appointing decisions."""

    starts: list[int]
    ends: list[End]
    posts: list[int | None]
    appointed: list[int | None]
    certain: int
    perhaps: int
    as_of: int

    def args(self, further: int = 0) -> tuple[object, ...]:
        posts = tuple(UNKNOWN if p is None else p for p in self.posts)
        columns = column(self.starts), column(self.ends), posts, column(self.appointed)
        return (*columns, self.certain, self.perhaps, further, packed(self.as_of))

    def truths(self, unlisted: tuple[int, int, int] | None = None) -> set[int | None]:
        """Return the day from which the time counts in each completion; None where no post is held.

        `unlisted` is the first day, the last day and the post of one more stint.
        """
        found = set()
        open_posts = [i for i, post in enumerate(self.posts) if post is None]
        for members in completions(self.starts, self.ends, self.certain, self.perhaps, self.as_of + 1):
            for chosen in product((1, 2, 3), repeat=len(open_posts)):
                posts = dict(enumerate(self.posts)) | dict(zip(open_posts, chosen, strict=True))
                appointed = dict(enumerate(self.appointed))
                if unlisted is not None:
                    members = {**members, -1: unlisted[:2]}
                    posts[-1], appointed[-1] = unlisted[2], None
                found.add(since(members, posts, appointed, self.as_of))
        return found


def since(
    members: dict[int, tuple[int, int]],
    posts: dict[int, int | None],
    appointed: dict[int, int | None],
    as_of: int,
) -> int | None:
    found = []
    for i, (start, end) in members.items():
        if not start <= as_of <= end:
            continue
        same = {j: s for j, s in members.items() if posts[j] == posts[i] and s[0] <= as_of}
        days = 0
        for stint in same.values():
            days |= days_of(stint, 200)
        first = start
        while days >> (first - 1) & 1:
            first -= 1
        begun = min((j for j, s in same.items() if s[0] >= first), key=lambda j: (same[j][0], j))
        decided = appointed[begun]
        found.append(same[begun][0] if decided is None else decided)
    return min(found, default=None)


@st.composite
def cases(draw: st.DrawFn) -> Case:
    stints: list[tuple[int, End]] = []
    for _ in range(draw(st.integers(0, 4))):
        start = 40 + draw(st.integers(0, 14))
        length = draw(st.integers(0, 8))
        stints.append((start, draw(st.sampled_from([start + length, start + length, "?", None]))))
    stints.sort(key=lambda stint: stint[0])
    starts = [a for a, _ in stints]
    posts = [draw(st.sampled_from([1, 1, 2, None])) for _ in stints]
    appointed = [None if draw(st.booleans()) else start + draw(st.integers(-2, 6)) for start in starts]
    certain = draw(st.integers(0, (1 << len(stints)) - 1))
    perhaps = draw(st.integers(0, (1 << len(stints)) - 1)) & ~certain
    return Case(starts, [b for _, b in stints], posts, appointed, certain, perhaps, 40 + draw(st.integers(6, 18)))


def agrees(case: Case, truths: set[int | None], further: int) -> None:
    low, high = held_since(*case.args(further))  # type: ignore[arg-type]
    codes = {ABSENT if t is None else packed(t) for t in truths}
    if low == ABSENT:
        assert codes == {ABSENT}
        return
    assert all(low <= code for code in codes if code != ABSENT)
    if high != UNKNOWN:
        assert all(ABSENT < code <= high for code in codes)
    least, greatest = time_in_post(*case.args(further), 0)  # type: ignore[arg-type]
    assert 0 <= least <= greatest


@settings(max_examples=200, deadline=None)
@given(cases())
def test_the_bounds_hold_every_completion(case: Case) -> None:
    agrees(case, case.truths(), 0)


@settings(max_examples=200, deadline=None)
@given(cases())
def test_what_is_known_is_exact(case: Case) -> None:
    ends = [None if end == "?" else end for end in case.ends]
    posts = [1 if post is None else post for post in case.posts]
    known = Case(case.starts, ends, posts, case.appointed, case.certain | case.perhaps, 0, case.as_of)
    (truth,) = known.truths()
    code = ABSENT if truth is None else packed(truth)
    assert held_since(*known.args()) == (code, code)  # type: ignore[arg-type]


@settings(max_examples=150, deadline=None)
@given(cases(), st.integers(0, 2), st.integers(0, 20))
def test_an_unlisted_stint_is_within_the_bounds(case: Case, post: int, last: int) -> None:
    first = min([*case.starts, case.as_of]) - 3
    truths = case.truths() | case.truths((first, max(first, 40 + last), post))
    agrees(case, truths, 1)
    agrees(case, truths, packed(max(first, 40 + last)))
    low, _ = held_since(*case.args(1))  # type: ignore[arg-type]
    assert low in (LOWEST, ABSENT) or low <= packed(first)
