"""Where a fact was written: pointers with canonical names, pointers as written, and places in files.

In: the shape of what was read. Out: `Spot`, and `Places`, which readers of files implement. It must not know
what the facts mean.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Protocol

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Position


@dataclass(frozen=True, slots=True)
class Spot:
    """A place in a record: the JSON pointer in canonical (English) names, and the one as it was written."""

    pointer: str = ""
    written: str = ""

    def child(self, name: str | int, written: str | int | None = None) -> Spot:
        """Return the place of the entry `name`, which stands in the file as `written`."""
        as_written = name if written is None else written
        return Spot(f"{self.pointer}/{escape(name)}", f"{self.written}/{escape(as_written)}")

    def below(self, written: str) -> Spot:
        """Return the same canonical place, one level deeper in the file."""
        return Spot(self.pointer, f"{self.written}/{escape(written)}")


def escape(name: str | int) -> str:
    """Return a name as a token of a JSON pointer (RFC 6901)."""
    return str(name).replace("~", "~0").replace("/", "~1")


@dataclass(frozen=True, slots=True)
class FormPlace:
    """A place in a form: the element, and the line of its text (from 1; 0 is the element as a whole)."""

    file: str
    element: str
    line: int = 0

    def __str__(self) -> str:
        return f"{self.file}:{self.element}" + (f" line {self.line}" if self.line else "")


class Places(Protocol):
    """Knows where the values of one record stand in its file."""

    def place(self, written: str) -> Position | FormPlace | None:
        """Return where the value at a pointer (as written) stands; None where there is no file."""
        ...

    def key(self, written: str) -> Position | FormPlace | None:
        """Return where the key of the value at a pointer stands."""
        ...

    def line(self, position: Position) -> str | None:
        """Return the text of the line that a position is in."""
        ...


class NoPlaces:
    """The places of a record that was given as Python values: there are none."""

    def place(self, _written: str) -> None:
        """Return None."""
        return

    def key(self, _written: str) -> None:
        """Return None."""
        return

    def line(self, _position: Position) -> None:
        """Return None."""
        return
