"""What a reader of a form collects: a mapping in the form of a record, and the element of each value.

In: values as the form writes them. Out: `raw` for the record's own reader, and `Places`. A form gives no line
numbers of its file; the place of a value is the element and the line of its text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.records.places import FormPlace

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Position, Text


class Sheet:
    """A form that is being read into a record."""

    def __init__(self, file: str) -> None:
        self.file = file
        self.raw: dict[str, Any] = {}
        self.notes: list[Text] = []
        self._places: dict[str, FormPlace] = {}

    def at(self, element: str, line: int = 0) -> FormPlace:
        """Return the place of an element, or of a line of its text."""
        return FormPlace(self.file, f"Person/{element}" if element else "Person", line)

    def put(self, section: str, fact: str, value: Any, element: str) -> None:
        """Set a fact of a section that is no list."""
        self.raw.setdefault(section, {})[fact] = value
        self._places[f"/{section}/{fact}"] = self.at(element)

    def add(self, section: str, item: dict[str, Any], element: str, line: int = 0) -> None:
        """Append an item to a list."""
        listed = self.raw.setdefault(section, [])
        self._places.setdefault(f"/{section}", self.at(element.partition("/")[0]))
        self._places[f"/{section}/{len(listed)}"] = self.at(element, line)
        listed.append(item)

    def none(self, section: str, element: str) -> None:
        """Set a list that the form says is empty."""
        self.raw[section] = []
        self._places[f"/{section}"] = self.at(element)

    def since(self, section: str, start: Any) -> None:
        """Say from when a list is complete; to be called after its last item."""
        items = self.raw[section]
        self.raw[section] = {"complete_from": start, "items": items}
        for i in range(len(items)):
            self._places[f"/{section}/items/{i}"] = self._places[f"/{section}/{i}"]

    def place(self, written: str) -> FormPlace:
        """Return the element of a value, or of the nearest thing around it."""
        while written and written not in self._places:
            written = written.rpartition("/")[0]
        return self._places.get(written, self.at(""))

    def key(self, written: str) -> FormPlace:
        """Return the same as `place`: the element is its own key."""
        return self.place(written)

    def line(self, _position: Position) -> None:
        """Return None: places in forms are not positions."""
        return
