"""The built-in functions of DMN 1.5 as the type checker sees them, each by its English and its Chinese name.

In: nothing. Out: `BUILTINS` and `NOT_IN_POLICIES`. It must not know how a function computes.
The Chinese names are this project's own: the standard has none.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.signatures.conversion import CONVERSION, MONTH, RANGES, TEMPORAL, WEEKDAY
from cadre_rules.feel.signatures.lists import CONTEXTS, LISTS
from cadre_rules.feel.signatures.texts import NUMBERS, STRINGS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.types import Signature

__all__ = ["ALL", "BUILTINS", "MONTH", "NOT_IN_POLICIES", "WEEKDAY"]

ALL: tuple[Signature, ...] = (*CONVERSION, *STRINGS, *LISTS, *NUMBERS, *TEMPORAL, *RANGES, *CONTEXTS)


def _by_both_names(signatures: tuple[Signature, ...]) -> Mapping[str, Signature]:
    found: dict[str, Signature] = {}
    for signature in signatures:
        for name in {signature.name, signature.zh}:
            if name in found:
                raise ValueError(f"two functions are called {name}")
            found[name] = signature
    return found


BUILTINS: Mapping[str, Signature] = _by_both_names(ALL)

NOT_IN_POLICIES: frozenset[str] = frozenset({"now", "today"})
"""Functions whose result depends on when they run: a decision could not be replayed."""
