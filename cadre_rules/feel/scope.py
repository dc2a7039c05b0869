"""Scopes: which value a name has at a place.

In: names with values, and the scope around them. Out: the value of a name, or `MISSING`. DMN 1.5, 10.3.2.11.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from collections.abc import Mapping

MISSING: Final = object()


class Scope:
    """Names of one context, before those of the scope around it.

    `certain` says, for the scope of an iteration, whether the values stood in their lists for certain.
    """

    __slots__ = ("around", "certain", "values")

    def __init__(self, values: Mapping[str, Any], around: Scope | None = None, *, certain: bool = True) -> None:
        self.values = values
        self.around = around
        self.certain = certain

    def find(self, name: str, default: Any = MISSING) -> Any:
        """Return the value of a name, looking outward."""
        scope: Scope | None = self
        while scope is not None:
            if name in scope.values:
                return scope.values[name]
            scope = scope.around
        return default
