"""The values of a term, cut where policies compare them: cells that no comparison tells apart.

In: a term and the constants with which it is compared. Out: `Cells`, or None for constants without a common order.
Values that cannot be, such as fewer than no items, have no cell.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cmp_to_key
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.types import BOOLEAN, STRING, Enumeration, strip_optional
from cadre_rules.feel.values import Date, DaysTime, YearsMonths

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_rules.analysis.terms import Terms

_COUNTS: Final = frozenset({"count", "run length", "longest run", "age"})  # whole numbers, none below zero
_LENGTHS: Final = frozenset({"total service", "time in post"})  # none below no time at all
_ORDERED: Final = (Decimal, Date, YearsMonths, DaysTime)


@dataclass(frozen=True)
class Cells:
    """The cells that a value can be in.

    Ordered values have the cell 2i + 1 for the i-th constant, and even ones around the constants. Others have the cell
    i for the i-th constant, and perhaps one more for anything else.
    """

    constants: tuple[Any, ...]
    ordered: bool
    cells: tuple[int, ...]

    @classmethod
    def of(cls, terms: Terms, value: int, compared: Sequence[Any]) -> Cells | None:
        """Return the cells of a term."""
        declared = terms.types.get(value)
        type_ = strip_optional(declared) if declared is not None else None
        constants = tuple(dict.fromkeys(compared))
        if isinstance(type_, Enumeration):
            names = tuple(v.en for v in type_.values)
            return cls(names, type_.ordered, tuple(2 * i + 1 if type_.ordered else i for i in range(len(names))))
        if type_ == BOOLEAN:
            return cls((False, True), False, (0, 1))
        if type_ == STRING:
            return cls(constants, False, tuple(range(len(constants) + 1)))
        if any(all(isinstance(c, kind) for c in constants) for kind in _ORDERED):
            return cls._cut(tuple(sorted(constants, key=cmp_to_key(_compare))), _called(terms, value))
        return None

    @classmethod
    def _cut(cls, constants: tuple[Any, ...], called: str) -> Cells:
        cells = range(2 * len(constants) + 1)
        if called in _COUNTS | _LENGTHS:
            cuts = [_number(c) for c in constants]
            return cls(constants, True, tuple(c for c in cells if _possible(cuts, c, whole=called in _COUNTS)))
        return cls(constants, True, tuple(cells))

    @property
    def size(self) -> int:
        """How many cells there are."""
        return len(self.cells)

    def number(self, value: Any) -> int | None:
        """Return the place of the cell that a value is in; None where it is in none, or none of its own."""
        if value not in self.constants:
            return None if self.ordered else self.size - 1
        index = self.constants.index(value)
        cell = 2 * index + 1 if self.ordered else index
        return self.cells.index(cell) if cell in self.cells else None

    def equal(self, constant: Any) -> list[int]:
        """Return the places of the cells of values that are equal to a constant."""
        found = self.number(constant) if constant in self.constants else None
        return [] if found is None else [found]

    def less(self, constant: Any, *, first: bool) -> list[int] | None:
        """Return the places of the cells of values that are less than a constant (`first`), or more; None unordered."""
        if not self.ordered or constant not in self.constants:
            return None
        middle = 2 * self.constants.index(constant) + 1
        return [i for i, cell in enumerate(self.cells) if (cell < middle if first else cell > middle)]


def _called(terms: Terms, value: int) -> str:
    """Return which function a term calls."""
    return str(terms[value].value[1]) if terms[value].op == "call" else ""


def _compare(a: Any, b: Any) -> int:
    return -1 if a < b else int(b < a)


def _number(value: Any) -> Decimal:
    match value:
        case YearsMonths():
            return Decimal(value.months)
        case DaysTime():
            return value.seconds
    return Decimal(value)


def _possible(cuts: Sequence[Decimal], cell: int, *, whole: bool) -> bool:
    """Tell whether a number that is not below zero, and perhaps whole, can be in a cell."""
    if cell % 2:
        value = cuts[cell // 2]
        return value >= 0 and (not whole or value == value.to_integral_value())
    low = cuts[cell // 2 - 1] if cell else Decimal(-1)
    if cell // 2 == len(cuts):
        return True
    high = cuts[cell // 2]
    least = Decimal(0) if low < 0 else low.to_integral_value("ROUND_FLOOR") + 1 if whole else low
    return least < high
