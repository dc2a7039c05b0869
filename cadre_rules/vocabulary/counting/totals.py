"""Sums of quantities: hours, people, amounts, none of which is ever negative.

In: a column of whole numbers, masks of the items that certainly and perhaps belong. Out: (low, high). It must not
know what is summed, nor how numbers with a fraction were made whole. int64 only, so that numba can compile it.

A completion chooses for each perhaps item whether it belongs, for each value that is not known any number from 0 on,
and further items where there may be some. (low, high) are the least and the greatest sum over all completions; no
items make 0. An absent value adds nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Sequence


def total(values: Sequence[int], certain: int, perhaps: int, further: int) -> tuple[int, int]:
    """Return the least and the greatest sum: (low, high), HIGHEST where it has no upper end.

    50 and 20 for sure, 5 perhaps: 70 to 75. One value that is not known: 70 or more.

    >>> total((50, 20, 5), 0b011, 0b100, 0)
    (70, 75)
    >>> total((50, 20, UNKNOWN), 0b111, 0, 0) == (70, HIGHEST)
    True

    Source: convention of counting, number 5.
    """
    low = 0
    high = 0
    open_ended = further
    for i in range(len(values)):
        sure = certain >> i & 1
        if not sure and not perhaps >> i & 1:
            continue
        value = values[i]
        if value == UNKNOWN:
            open_ended = 1
        elif value != ABSENT:
            if sure or value < 0:
                low += value
            if sure or value > 0:
                high += value
    return low, HIGHEST if open_ended else high
