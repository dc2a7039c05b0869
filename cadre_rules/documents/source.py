"""A text and where it came from, so that an offset into it can be told as file, line and column."""

from __future__ import annotations

from typing import Protocol

from cadre_rules.diagnostics import Position


class Source(Protocol):
    """A text that knows its place; a FEEL text inside a YAML scalar is one."""

    @property
    def text(self) -> str:
        """The text."""
        ...

    def position(self, start: int, end: int) -> Position:
        """Return where the characters `start` to `end` (exclusive) of the text stand in the file."""
        ...

    def line(self, start: int) -> str:
        """Return the whole line of the file in which the character at `start` stands."""
        ...


class PlainSource:
    """A text that is its own file."""

    def __init__(self, text: str, file: str = "<text>") -> None:
        self.text = text
        self.file = file

    def position(self, start: int, end: int) -> Position:
        """Return line and column (from 1) of the character at `start`."""
        before = self.text[:start]
        line = before.count("\n") + 1
        column = start - (before.rfind("\n") + 1) + 1
        return Position(self.file, line, column, max(1, end - start))

    def line(self, start: int) -> str:
        """Return the line in which the character at `start` stands."""
        begin = self.text.rfind("\n", 0, start) + 1
        end = self.text.find("\n", start)
        return self.text[begin : end if end >= 0 else None]
