"""Truth values: FEEL's three (true, false, null) and a fourth for what is not known.

In: truths. Out: truths. Kleene's strong logic, in which `UNKNOWN` stands above null: `false and UNKNOWN` is
false, `true or UNKNOWN` is true, `UNKNOWN and null` is unknown. Anything that is no truth counts as null, as
DMN 1.5, 10.3.2.15 says of "otherwise". This module must not know any other value.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import UNKNOWN, Unknown

if TYPE_CHECKING:
    from collections.abc import Iterable

Truth = bool | Unknown | None


def truth(value: Any) -> Truth:
    """Return the truth that a value stands for; null for what is no truth."""
    return value if value is True or value is False or value is UNKNOWN else None


def negate(value: Any) -> Truth:
    """Return `not value`."""
    known = truth(value)
    return (not known) if isinstance(known, bool) else known


def conjunction(values: Iterable[Any]) -> Truth:
    """Return whether all hold; true for none. Stops at the first false one."""
    return _fold(values, absorbing=False)


def disjunction(values: Iterable[Any]) -> Truth:
    """Return whether one holds; false for none. Stops at the first true one."""
    return _fold(values, absorbing=True)


def _fold(values: Iterable[Any], *, absorbing: bool) -> Truth:
    result: Truth = not absorbing
    for value in values:
        if value is absorbing:
            return bool(absorbing)
        if value is UNKNOWN or result is UNKNOWN:
            result = UNKNOWN
        elif value is not (not absorbing):
            result = None
    return result
