"""Where something stands in a file: what a reader needs to go there."""

from __future__ import annotations

from typing import NamedTuple


class Position(NamedTuple):
    """A place in a source: `line` and `column` count from 1, `width` is the number of characters meant."""

    file: str
    line: int
    column: int
    width: int = 1

    def __str__(self) -> str:
        return f"{self.file}:{self.line}:{self.column}"
