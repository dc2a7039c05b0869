"""The integer codes that the kernel computes with; everything that it touches is one of these.

Truths are chosen so that `and` is `&`, `or` is `|` and `not` is `NOT[x]` (Kleene's strong three-valued logic).
Layout: design, section 4, and its measurements; changing a code changes every stored trace.
"""

from __future__ import annotations

from typing import Final

FALSE: Final = 0
MAYBE: Final = 1  # not known whether true or false
TRUE: Final = 3
NOT: Final = (TRUE, MAYBE, TRUE, FALSE)  # index 2 is not a truth and never occurs

UNKNOWN: Final = -(2**63)  # not given: may be anything, or absent
ABSENT: Final = -(2**63) + 1  # known not to be there (null)
LOWEST: Final = -(2**62)  # an open lower end of an interval
HIGHEST: Final = 2**62  # an open upper end of an interval

MASK_ITEMS: Final = 62  # list items that a mask can hold; a longer list is interpreted


def pack_date(year: int, month: int, day: int) -> int:
    """Pack a calendar date (month 1 to 12) so that order is kept and months are cheap: `(y*12 + m-1)*32 + d`."""
    return (year * 12 + month - 1) * 32 + day


def unpack_date(packed: int) -> tuple[int, int, int]:
    """Return (year, month 1 to 12, day) of a packed date."""
    months, day = divmod(packed, 32)
    year, month = divmod(months, 12)
    return year, month + 1, day
