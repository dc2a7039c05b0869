"""The primitives: each defined once, as text over integers that CPython, numba and arrays read alike.

In: nothing. Out: `TEXT`, one expression a primitive with places for its operands, and the runtime functions that
the longer ones call. Codes are those of `vocabulary.codes`; numbers are scaled by `SCALE`. Names used in the texts:
U unknown, A absent, H the open upper end, N the table of negation, S the scale.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.vocabulary.codes import ABSENT, HIGHEST, NOT, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable

SCALE: Final = 1_000_000
LARGEST: Final = 2**53  # a scaled number beyond this is left to the interpreter, so that sums cannot overflow

TEXT: Final[dict[str, str]] = {
    # truths
    "not": "N[{0}]",
    "truth": "(1 if {0} == A else {0})",
    "holds": "(0 if {0} == A else {0})",
    "truth_eq": "(1 if {0} == 1 or {1} == 1 else 3 if {0} == {1} else 0)",
    "truth_is_absent": "(1 if {0} == 1 else 3 if {0} == A else 0)",
    "truth_select": "({1} if {0} == 3 or {1} == {2} else {2} if {0} == 0 else 1)",
    # comparisons; `_k` where neither side can be unknown or absent
    "eq": "(1 if {0} == U or {1} == U else 3 if {0} == {1} else 0)",
    "ne": "(1 if {0} == U or {1} == U else 3 if {0} != {1} else 0)",
    "lt": "(1 if {0} <= A or {1} <= A else 3 if {0} < {1} else 0)",
    "le": "(1 if {0} <= A or {1} <= A else 3 if {0} <= {1} else 0)",
    "eq_k": "(3 if {0} == {1} else 0)",
    "ne_k": "(3 if {0} != {1} else 0)",
    "lt_k": "(3 if {0} < {1} else 0)",
    "le_k": "(3 if {0} <= {1} else 0)",
    "is_absent": "(1 if {0} == U else 3 if {0} == A else 0)",
    # an interval {0}..{1} against a value {2}
    "bounds_lt": "(1 if {2} <= A else 3 if {1} < {2} else 0 if {0} >= {2} else 1)",
    "bounds_le": "(1 if {2} <= A else 3 if {1} <= {2} else 0 if {0} > {2} else 1)",
    "bounds_gt": "(1 if {2} <= A else 3 if {0} > {2} else 0 if {1} <= {2} else 1)",
    "bounds_ge": "(1 if {2} <= A else 3 if {0} >= {2} else 0 if {1} < {2} else 1)",
    "bounds_eq": "(1 if {2} == U else 0 if {2} < {0} or {2} > {1} else 3 if {0} == {1} else 1)",
    # arithmetic
    "add": "(U if {0} == U or {1} == U else A if {0} == A or {1} == A else {0} + {1})",
    "sub": "(U if {0} == U or {1} == U else A if {0} == A or {1} == A else {0} - {1})",
    "neg": "({0} if {0} <= A else -{0})",
    "add_months": "(U if {0} == U or {1} == U else A if {0} == A or {1} == A else add_months({0}, {1}))",
    "sub_months": "(U if {0} == U or {1} == U else A if {0} == A or {1} == A else add_months({0}, -{1}))",
    "year_of": "({0} if {0} <= A else {0} // 384 * S)",
    "month_of": "({0} if {0} <= A else ({0} // 32 % 12 + 1) * S)",
    "day_of": "({0} if {0} <= A else {0} % 32 * S)",
    "select": "({1} if {0} == 3 or {1} == {2} else {2} if {0} == 0 else U)",
    # lists: masks of certain and perhaps members, a flag for further ones
    "all_items": "((1 << {0}) - 1)",
    "keep_certain": "({0} & {1})",
    "keep_perhaps": "(({0} | {1}) & ({2} | {3}) & ~{4})",
    "keep_further": "(1 if {0} and {1} else 0)",
    "some": "(3 if {0} & {3} else 1 if ({0} | {1}) & ({3} | {4}) or ({2} and {5}) else 0)",
    "every": "(0 if {0} & ~({3} | {4}) else 1 if ({0} | {1}) & ~{3} or ({2} and {5} != 3) else 3)",
    "count_low": "({0}.bit_count() * S)",
    "count_high": "(H if {2} else ({0} | {1}).bit_count() * S)",
    "item": "({0}[{1}] if {1} >= 0 else {1})",
    "truth_item": "({0}[{1}] if {1} >= 0 else 1 if {1} == U else A)",
    "pick_last": "pick_last({0}, {1}, {2}, {3})",
    "pick_first": "pick_first({0}, {1}, {2}, {3})",
}


def pick_last(certain: int, perhaps: int, further: int, k: int) -> int:
    """Return the position of the k-th member from the end, ABSENT if there is none, UNKNOWN if that is open."""
    rest = certain | perhaps
    if not further and rest.bit_count() < k:
        return ABSENT
    while rest:
        top = rest.bit_length() - 1
        if perhaps >> top & 1:
            return UNKNOWN
        k -= 1
        if k == 0:
            return top
        rest ^= 1 << top
    return UNKNOWN if further else ABSENT


def pick_first(certain: int, perhaps: int, further: int, k: int) -> int:
    """Return the position of the k-th member from the front; further members would stand before all others."""
    if further:
        return UNKNOWN
    rest = certain | perhaps
    if rest.bit_count() < k:
        return ABSENT
    while rest:
        low = (rest & -rest).bit_length() - 1
        if perhaps >> low & 1:
            return UNKNOWN
        k -= 1
        if k == 0:
            return low
        rest &= rest - 1
    return ABSENT


def runtime() -> dict[str, object]:
    """Return the names that the primitives' texts use, for the namespace of a generated kernel."""
    from cadre_rules.plan.domain import CORES
    from cadre_rules.vocabulary.counting.calendar import add_months

    names: dict[str, object] = {"U": UNKNOWN, "A": ABSENT, "H": HIGHEST, "N": NOT, "S": SCALE}
    functions: dict[str, Callable[..., object]] = {
        "add_months": add_months,
        "pick_last": pick_last,
        "pick_first": pick_first,
        **CORES,
    }
    return names | functions
