"""What a record gives, after reading and before anything is derived or checked.

In: nothing. Out: `Item` and `Given`, which the later stages fill and read. They must not know files.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text
    from cadre_rules.records.dates import Precision
    from cadre_rules.records.places import Spot
    from cadre_rules.vocabulary import Root


@dataclass(slots=True)
class Item:
    """One mapping of facts: `values` of those that are readable, `broken` names the others.

    `derived` holds values that follow from others by a rule, `basis` says by which; `precision` is "month"
    for dates whose day is unknown.
    """

    spot: Spot
    values: dict[str, Any] = field(default_factory=dict)
    broken: set[str] = field(default_factory=set)
    spots: dict[str, Spot] = field(default_factory=dict)
    precision: dict[str, Precision] = field(default_factory=dict)
    derived: dict[str, Any] = field(default_factory=dict)
    derived_precision: dict[str, Precision] = field(default_factory=dict)
    basis: dict[str, Text] = field(default_factory=dict)

    def value(self, name: str) -> Any:
        """Return a derived or given value; `KeyError` if there is none. A derived one is the more exact."""
        return self.derived[name] if name in self.derived else self.values[name]

    def has(self, name: str) -> bool:
        """Return whether there is a value (null counts)."""
        return name in self.values or name in self.derived

    def known_to(self, name: str) -> Precision:
        """Return whether the day of a date is known."""
        precisions = self.derived_precision if name in self.derived else self.precision
        return precisions.get(name, "day")

    def present(self, name: str) -> bool:
        """Return whether there is a value other than null."""
        return self.has(name) and self.value(name) is not None

    def at(self, name: str) -> Spot:
        """Return where a fact was given, else the item."""
        return self.spots.get(name, self.spot)


@dataclass(slots=True)
class Given:
    """One section as given. `complete_from` is the value of the order field from which it is complete."""

    root: Root
    spot: Spot
    items: list[Item] = field(default_factory=list)
    complete_from: Any = None
    complete_precision: Precision = "day"
