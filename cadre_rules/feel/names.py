"""Names that consist of several tokens, and which of them is meant at a place in a text.

In: names, with white space between their tokens or without. Out: the longest name in scope that matches the
tokens at a position (DMN 1.5, 10.3.1.4 and 10.3.1.5). Finding one takes time in proportion to its length,
however many names are in scope. This module must not know the grammar.
"""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.documents.source import PlainSource
from cadre_rules.feel.lexer import KEYWORDS, Token, tokens

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

BUILTIN_NAMES: Final = (
    "context merge",
    "context put",
    "date and time",
    "day of week",
    "day of year",
    "distinct values",
    "ends with",
    "finished by",
    "get entries",
    "get value",
    "index of",
    "insert before",
    "list contains",
    "list replace",
    "lower case",
    "met by",
    "month of year",
    "overlaps after",
    "overlaps before",
    "round down",
    "round half down",
    "round half up",
    "round up",
    "started by",
    "starts with",
    "string join",
    "string length",
    "substring after",
    "substring before",
    "upper case",
    "week of year",
    "years and months duration",
)
PROPERTY_NAMES: Final = ("time offset", "start included", "end included")


@lru_cache(maxsize=4096)
def _words(name: str) -> tuple[str, ...]:
    """Return the tokens of a name, none if it cannot be written as a name."""
    try:
        found = tokens(name, PlainSource(name))
    except FeelSyntaxError:
        return ()
    if found[0].kind != "word" or found[0].text in KEYWORDS:
        return ()
    return tuple(token.text for token in found[:-1])


class Names:
    """A set of names that can grow and shrink as scopes open and close."""

    def __init__(self, names: Iterable[str] = ()) -> None:
        self._root: dict[str, Any] = {}
        for name in names:
            self.add(name)

    def add(self, name: str) -> None:
        """Put a name into scope; names of one token need none and are left out."""
        words = _words(name)
        if len(words) < 2:
            return
        node = self._root
        for word in words:
            node = node.setdefault(word, {})
        node.setdefault("", []).append(name)  # no token is empty

    def remove(self, name: str) -> None:
        """Take a name out of scope again, once for each time it was put in."""
        words = _words(name)
        if len(words) < 2:
            return
        node = self._root
        for word in words:
            node = node[word]
        node[""].pop()

    def longest(self, found: Sequence[Token], at: int) -> tuple[int, str] | None:
        """Return how many tokens from `at` on make the longest name in scope, and that name."""
        node: dict[str, Any] | None = self._root.get(found[at].text)
        best: tuple[int, str] | None = None
        length = 1
        while node is not None:
            if node.get(""):
                best = length, node[""][-1]
            token = found[at + length] if at + length < len(found) else None
            if token is None or token.kind in ("string", "end"):
                break
            node = node.get(token.text)
            length += 1
        return best


BUILTINS: Final = Names(BUILTIN_NAMES)
PROPERTIES: Final = Names(PROPERTY_NAMES)
