"""XPath's regular expressions, translated to those of the library `regex`.

In: a pattern and flags as XPath writes them. Out: the same pattern for `regex`, or `PatternError`. Everything
is checked, because the two syntaxes overlap without being the same: what XPath does not have (look-around,
possessive quantifiers, named groups, octal escapes) is an error here. Counted repetitions that would grow
beyond `MAX_SIZE` atoms are an error too, because compiling them would exhaust memory.
XML Schema Part 2, appendix F; XPath 2.0 Functions and Operators, 7.6.1. Must not know FEEL.
"""

from __future__ import annotations

import re
from typing import Final

MAX_SIZE: Final = 20_000
MAX_DEPTH: Final = 50

_SPACE: Final = " \t\n\r"
_SINGLE: Final = {"n": "\n", "r": "\r", "t": "\t", **{c: c for c in r"\|.-^?*+{}()[]$"}}
_NAME_START: Final = (
    r":A-Z_a-z\u00C0-\u00D6\u00D8-\u00F6\u00F8-\u02FF\u0370-\u037D\u037F-\u1FFF\u200C-\u200D\u2070-\u218F"
    r"\u2C00-\u2FEF\u3001-\uD7FF\uF900-\uFDCF\uFDF0-\uFFFD\U00010000-\U000EFFFF"
)
_NAME: Final = _NAME_START + r"\-.0-9\u00B7\u0300-\u036F\u203F-\u2040"
_CLASSES: Final = {
    "s": r"[ \t\n\r]",
    "S": r"[^ \t\n\r]",
    "d": r"\p{Nd}",
    "D": r"\P{Nd}",
    "w": r"[^\p{P}\p{Z}\p{C}]",
    "W": r"[\p{P}\p{Z}\p{C}]",
    "i": f"[{_NAME_START}]",
    "I": f"[^{_NAME_START}]",
    "c": f"[{_NAME}]",
    "C": f"[^{_NAME}]",
}
_PROPERTY: Final = re.compile(r"\{(Is[A-Za-z0-9-]+|[A-Z][a-z]?)\}")
_COUNT: Final = re.compile(r"\{([0-9]{1,6})(?:(,)([0-9]{1,6})?)?\}")


class PatternError(ValueError):
    """A pattern, a replacement or flags that XPath does not allow."""


def translate(pattern: str, flags: str) -> str:
    """Return the pattern for `regex`."""
    if not set(flags) <= set("smix"):
        raise PatternError("unknown flag")
    reader = _Reader(_without_space(pattern) if "x" in flags else pattern, flags)
    body, _ = reader.alternatives(0)
    if reader.index < len(reader.pattern):
        raise PatternError("unbalanced )")
    return f"(?i:{body})" if "i" in flags else body


def replacement_parts(replacement: str, groups: int) -> list[str | int]:
    """Return the pieces of a replacement: texts, and numbers of groups (0 for the whole match)."""
    parts: list[str | int] = []
    index = 0
    while index < len(replacement):
        character = replacement[index]
        following = replacement[index + 1 : index + 2]
        if character == "\\":
            if following not in ("\\", "$"):
                raise PatternError("a backslash stands before \\ or $")
            parts.append(following)
            index += 2
        elif character == "$":
            digits = re.match("[0-9]+", replacement[index + 1 :])
            if digits is None:
                raise PatternError("a $ stands before a number")
            number = digits.group()
            while len(number) > 1 and int(number) > groups:
                number = number[:-1]
            parts.append(int(number) if int(number) <= groups else "")
            index += 1 + len(number)
        else:
            parts.append(character)
            index += 1
    return parts


def _without_space(pattern: str) -> str:
    """Return the pattern as the flag `x` reads it: white space outside of classes does not count."""
    kept: list[str] = []
    depth = 0
    escaped = False
    for character in pattern:
        if character in _SPACE and depth == 0:
            continue
        kept.append(character)
        if not escaped:
            depth = max(0, depth + (character == "[") - (character == "]"))
        escaped = character == "\\" and not escaped
    return "".join(kept)


class _Reader:
    """Reads a pattern once from left to right; returns each part translated, and how many atoms it has."""

    def __init__(self, pattern: str, flags: str) -> None:
        self.pattern = pattern
        self.index = 0
        self.opened = 0
        self.closed: set[int] = set()
        many = "m" in flags
        self.any = r"(?s:.)" if "s" in flags else r"[^\n\r]"
        self.start = r"(?:\A|(?<=\n)(?!\Z))" if many else r"\A"
        self.end = r"(?:(?=\n)|\Z)" if many else r"\Z"

    @property
    def here(self) -> str:
        return self.pattern[self.index : self.index + 1]

    def take(self) -> str:
        character = self.here
        if not character:
            raise PatternError("unexpected end")
        self.index += 1
        return character

    def alternatives(self, depth: int) -> tuple[str, int]:
        if depth > MAX_DEPTH:
            raise PatternError("too deep")
        branches, size = [], 0
        while True:
            text, atoms = self._branch(depth)
            branches.append(text)
            size += atoms
            if self.here != "|":
                return "|".join(branches), size
            self.index += 1

    def _branch(self, depth: int) -> tuple[str, int]:
        pieces, size = [], 0
        while self.here and self.here not in "|)":
            text, atoms = self._atom(depth)
            quantifier, times = self._quantifier()
            size += atoms * times
            if size > MAX_SIZE:
                raise PatternError("too large")
            pieces.append(text + quantifier)
        return "".join(pieces), size

    def _atom(self, depth: int) -> tuple[str, int]:
        character = self.take()
        if character == "(":
            return self._group(depth)
        if character == "[":
            return self._class(depth), 1
        if character == "\\":
            return self._escape(), 1
        if character in "?*+{}]":
            raise PatternError(f"misplaced {character}")
        special = {".": self.any, "^": self.start, "$": self.end}
        return special.get(character) or re.escape(character), 1

    def _group(self, depth: int) -> tuple[str, int]:
        if self.here == "?":
            self.index += 1
            if self.take() != ":":
                raise PatternError("not a kind of group")
            number = 0
        else:
            self.opened += 1
            number = self.opened
        body, size = self.alternatives(depth + 1)
        if self.take() != ")":
            raise PatternError("unbalanced (")
        if number:
            self.closed.add(number)
        return f"({body})" if number else f"(?:{body})", size + 1

    def _quantifier(self) -> tuple[str, int]:
        """Read a quantifier; return it and how often it makes its atom count."""
        if self.here and self.here in "?*+":
            quantifier, times = self.take(), 1
        elif self.here == "{":
            match = _COUNT.match(self.pattern, self.index)
            if match is None:
                raise PatternError("not a quantifier")
            low, _, high = match.groups()
            if high is not None and int(high) < int(low):
                raise PatternError("not a quantifier")
            quantifier, times = match.group(), max(1, int(high or low))
            self.index = match.end()
        else:
            return "", 1
        if self.here == "?":
            quantifier += self.take()
        if self.here and self.here in "?*+{":
            raise PatternError("a quantifier after a quantifier")
        return quantifier, times

    def _escape(self) -> str:
        """Read an escape outside of a class."""
        character = self.take()
        if not character.isdecimal() or not character.isascii():
            return self._common_escape(character)
        number = character
        while self.here.isdecimal() and self.here.isascii() and int(number + self.here) <= self.opened:
            number += self.take()
        if int(number) not in self.closed:
            raise PatternError("no such group before it")
        return rf"(?:\{int(number)})"

    def _common_escape(self, character: str) -> str:
        if character in _SINGLE:
            return re.escape(_SINGLE[character])
        if character in _CLASSES:
            return _CLASSES[character]
        if character not in "pP":
            raise PatternError(f"no such escape: {character}")
        match = _PROPERTY.match(self.pattern, self.index)
        if match is None:
            raise PatternError("no such property")
        self.index = match.end()
        name = match.group(1)
        return rf"\{character}{{{'In' + name[2:] if name.startswith('Is') else name}}}"

    def _class(self, depth: int) -> str:
        """Read a character class from behind its opening bracket."""
        if depth > MAX_DEPTH:
            raise PatternError("too deep")
        negated = self.here == "^"
        self.index += negated
        items: list[str] = []
        while self.here != "]":
            if self.pattern.startswith("-[", self.index) and items:
                self.index += 2
                without = self._class(depth + 1)
                if self.take() != "]":
                    raise PatternError("a subtraction ends its class")
                return f"[[{'^' if negated else ''}{''.join(items)}]--{without}]"
            items.append(self._class_item())
        self.index += 1
        if not items:
            raise PatternError("an empty class")
        return f"[{'^' if negated else ''}{''.join(items)}]"

    def _class_item(self) -> str:
        low = self._class_character()
        following = self.pattern[self.index + 1 : self.index + 2]
        if len(low) != 1 or self.here != "-" or following in ("]", "["):
            return low if len(low) != 1 else _literal(low)
        self.index += 1
        high = self._class_character()
        if len(high) != 1 or high < low:
            raise PatternError("not a range of characters")
        return f"{_literal(low)}-{_literal(high)}"

    def _class_character(self) -> str:
        """Return one character as itself, or the translation of an escape that stands for several."""
        character = self.take()
        if character == "[":
            raise PatternError("[ in a class")
        if character != "\\":
            return character
        escaped = self.take()
        return _SINGLE.get(escaped) or self._common_escape(escaped)


def _literal(character: str) -> str:
    """Return a character as it stands in a class of `regex`."""
    return f"\\U{ord(character):08X}"
