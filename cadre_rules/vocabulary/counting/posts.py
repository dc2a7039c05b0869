"""How long a post that is held now has been held without a break: by post, also where several are held at once.

In: the columns of a list of stints (packed dates, codes of the posts' identities), masks, the decision date.
Out: complete months, or the date from which they count. int64 only, so that numba can compile it as it stands.

A stint is held now if it began on or before the decision date and has not ended before it. Its stretch is the latest
unbroken one (`stretches`) of the stints of the *same post*: a renamed post keeps its identity, so it goes on; a
secondment that keeps the post is another stint and does not end it. Time counts from the appointing decision of the
stretch's first stint where that is on record, else from its first day. Of several posts held now the longest counts.
A stint whose post is not known may belong to any of them.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST, LOWEST, UNKNOWN
from cadre_rules.vocabulary.counting.calendar import floor_month, months_complete
from cadre_rules.vocabulary.counting.stretches import latest_unbroken

if TYPE_CHECKING:
    from collections.abc import Sequence


def held_since(
    starts: Sequence[int],
    ends: Sequence[int],
    posts: Sequence[int],
    appointed: Sequence[int],
    certain: int,
    perhaps: int,
    further: int,
    as_of: int,
) -> tuple[int, int]:
    """Return the earliest and the latest date from which the post held longest may count.

    (ABSENT, ABSENT) where no post is held now; (LOWEST, UNKNOWN) where it is open whether one is held.

    >>> from cadre_rules.vocabulary.codes import ABSENT, pack_date, unpack_date
    >>> starts = (pack_date(2018, 7, 9), pack_date(2021, 1, 1))
    >>> ends, appointed = (pack_date(2020, 12, 31), ABSENT), (pack_date(2018, 7, 1), pack_date(2021, 1, 1))
    >>> low, high = held_since(starts, ends, (7, 7), appointed, 0b11, 0, 0, pack_date(2024, 1, 1))
    >>> low == high, unpack_date(low)
    (True, (2018, 7, 1))

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 and 7.
    """
    members = certain | perhaps
    low = HIGHEST
    high = HIGHEST
    for i in range(len(starts)):
        if not members >> i & 1 or starts[i] > as_of or (ends[i] > ABSENT and ends[i] < as_of):
            continue
        first, latest = _stretch(starts, ends, posts, appointed, certain, perhaps, further, as_of, i)
        low = first if first < low else low
        if certain >> i & 1 and ends[i] != UNKNOWN and starts[i] > ABSENT:
            high = latest if latest < high else high
    if low == HIGHEST:
        return (LOWEST, UNKNOWN) if further else (ABSENT, ABSENT)
    if high == HIGHEST:
        return low, UNKNOWN
    return (LOWEST if further == 1 or further >= as_of else low), high


def time_in_post(
    starts: Sequence[int],
    ends: Sequence[int],
    posts: Sequence[int],
    appointed: Sequence[int],
    certain: int,
    perhaps: int,
    further: int,
    as_of: int,
    by_month: int,
) -> tuple[int, int]:
    """Return the least and the greatest number of complete months for which a post held now has been held.

    (0, 0) where no post is held now; HIGHEST as greatest where the stretch may begin with a stint that is not listed.

    >>> from cadre_rules.vocabulary.codes import ABSENT, pack_date
    >>> post = ((pack_date(2020, 2, 29),), (ABSENT,), (1,), (ABSENT,), 1, 0, 0)
    >>> time_in_post(*post, pack_date(2025, 2, 27), 0), time_in_post(*post, pack_date(2025, 2, 28), 0)
    ((59, 59), (60, 60))

    Source: Civil Code, articles 201 and 202; conventions of counting, numbers 1 and 7.
    """
    low, high = held_since(starts, ends, posts, appointed, certain, perhaps, further, as_of)
    if low == ABSENT:
        return 0, 0
    least = 0 if high == UNKNOWN else _months(high, as_of, by_month)
    return least, HIGHEST if low == LOWEST else _months(low, as_of, by_month)


def _stretch(
    starts: Sequence[int],
    ends: Sequence[int],
    posts: Sequence[int],
    appointed: Sequence[int],
    certain: int,
    perhaps: int,
    further: int,
    as_of: int,
    i: int,
) -> tuple[int, int]:
    """Return the earliest and the latest date from which the post of stint i may count.

    It counts from the stretch's first stint: the first certain one, or a perhaps one that stands before it.
    """
    same_certain = certain & (1 << i)
    same_perhaps = perhaps & (1 << i)
    for j in range(len(starts)):
        if j == i:
            continue
        if posts[j] == UNKNOWN or posts[i] == UNKNOWN:
            same_perhaps |= (certain | perhaps) & (1 << j)
        elif posts[j] == posts[i]:
            same_certain |= certain & (1 << j)
            same_perhaps |= perhaps & (1 << j)
    in_certain, in_perhaps, more = latest_unbroken(starts, ends, same_certain, same_perhaps, further, as_of)
    earliest = LOWEST if more else HIGHEST
    latest = LOWEST
    for j in range(len(starts)):
        if not (in_certain | in_perhaps) >> j & 1:
            continue
        since = appointed[j] if appointed[j] > ABSENT else starts[j]
        at_least = LOWEST if since <= ABSENT else since
        at_most = HIGHEST if since <= ABSENT else since
        earliest = at_least if at_least < earliest else earliest
        latest = at_most if at_most > latest else latest
        if in_certain >> j & 1:
            return earliest, latest
    return earliest, HIGHEST


def _months(since: int, as_of: int, by_month: int) -> int:
    if by_month:
        return months_complete(floor_month(since), floor_month(as_of))
    return months_complete(since, as_of)
