"""The latest unbroken stretch of several stints.

In: the columns of a list of stints (packed dates, items in order of start), masks, the decision date.
Out: masks of the stints that make up the stretch. It must not know what the stints are.
int64 only, so that numba can compile it as it stands.

The stretch
-----------
Of the members that began on or before the decision date, the stretch is all that hang together with the one
that began last: going back from it, a member belongs as long as its stint, or that of any member before it,
reaches the next one (its last day or the day after it is the next one's first day: one whole day between them
is a break). Stints that run at the same time all belong. An ABSENT end reaches everything that follows.

What is not known
-----------------
Perhaps members may be left out or counted, an UNKNOWN end may be any day from the start on, or never come.
There is a break before member k in some completion if the certain members before k, unknown ends at their
start, do not reach k; there is one in every completion if no member before k, unknown ends never ending,
reaches it.

- A member is *certainly* in the stretch if it is a certain one, and no break is possible after it.
- It is *perhaps* in it if there is no sure break between it and the last certain member.

Both are exact: the completion that shows the contrary is the one just named.

`further`: 0 where the list is complete, 1 where there may be stints that are not listed, which began before
the listed ones and may have lasted any time; a packed date where those are known to have ended on that day
at the latest. A member whose start is UNKNOWN may have begun at any time: it can tie all others together,
or be the last of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST, UNKNOWN
from cadre_rules.vocabulary.counting.calendar import day_number

if TYPE_CHECKING:
    from collections.abc import Sequence


def latest_unbroken(
    starts: Sequence[int], ends: Sequence[int], certain: int, perhaps: int, further: int, as_of: int
) -> tuple[int, int, int]:
    """Return (certain mask, perhaps mask, further): the stints of the latest unbroken stretch on `as_of`.

    The masks are disjoint. The result's `further` is the argument, or 0 where no stint that is not listed can
    belong to the stretch.

    The second stint touches the third; before the second there is one free day, which breaks:

    >>> from cadre_rules.vocabulary.codes import ABSENT, pack_date
    >>> starts = (pack_date(2015, 1, 1), pack_date(2018, 7, 1), pack_date(2021, 1, 1))
    >>> ends = (pack_date(2018, 6, 29), pack_date(2020, 12, 31), ABSENT)
    >>> latest_unbroken(starts, ends, 0b111, 0, 0, pack_date(2024, 1, 1))
    (6, 0, 0)

    Source: conventions of counting, numbers 2, 3 and 7.
    """
    members = certain | perhaps
    sure, possible = _breaks(starts, ends, certain, members, further, as_of)
    lost = _undated(starts, ends, certain, members, as_of)
    in_certain = 0
    in_perhaps = 0
    for i in range(len(starts)):
        if not members >> i & 1 or starts[i] > as_of:
            continue
        if starts[i] > ABSENT and certain >> i & 1 and i >= possible and not lost:
            in_certain |= 1 << i
        elif i >= sure or starts[i] <= ABSENT:
            in_perhaps |= 1 << i
    return in_certain, in_perhaps, further if sure < 0 else 0


def _breaks(
    starts: Sequence[int], ends: Sequence[int], certain: int, members: int, further: int, as_of: int
) -> tuple[int, int]:
    """Return (sure, possible): the last positions with a break before them, in every and in some completion.

    A sure break counts only where a certain member stands at or after it: a perhaps member beyond it can be
    left out, and then there is no break. -1 is no break: then the stretch may go back before the list.
    """
    reach_most = HIGHEST if further == 1 else day_number(further) if further else -HIGHEST
    reach_least = -HIGHEST  # the last day that the members so far reach for sure
    for i in range(len(starts)):
        if members >> i & 1 and starts[i] <= ABSENT:
            reach_most = HIGHEST
    sure = -1
    possible = -1
    pending = -1
    for i in range(len(starts)):
        if not members >> i & 1 or starts[i] > as_of or starts[i] <= ABSENT:
            continue
        since = day_number(starts[i])
        if reach_most + 1 < since:
            pending = i
        if reach_least + 1 < since:
            possible = i
        until = HIGHEST if ends[i] <= ABSENT else day_number(ends[i])
        reach_most = until if until > reach_most else reach_most
        if certain >> i & 1:
            sure = pending
            until = since if ends[i] == UNKNOWN else until
            reach_least = until if until > reach_least else reach_least
    return sure, possible


def _undated(starts: Sequence[int], ends: Sequence[int], certain: int, members: int, as_of: int) -> bool:
    """Return whether a member of unknown start may be the last one, after a break."""
    undated = False
    reach = -HIGHEST
    for i in range(len(starts)):
        if not members >> i & 1 or starts[i] > as_of:
            continue
        if starts[i] <= ABSENT:
            undated = True
        elif certain >> i & 1:
            until = HIGHEST if ends[i] == ABSENT else day_number(starts[i] if ends[i] == UNKNOWN else ends[i])
            reach = until if until > reach else reach
    return undated and reach + 1 < day_number(as_of)
