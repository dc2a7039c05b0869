"""JSON text → nodes, strictly (RFC 8259), with positions: no key twice, no NaN, numbers exact.

In: the text of a file. Out: the nodes that YAML gives too, scalars with style "json"; or `DocumentError`.
Python's own `json` tells no positions of values, so this reads by itself; depth is bounded, so is recursion.
"""

from __future__ import annotations

import re

from cadre_rules.diagnostics import DocumentError, Message, Text
from cadre_rules.documents import messages
from cadre_rules.documents.nodes import Mapping, Node, Scalar, Sequence
from cadre_rules.documents.resolve import DIGITS, Resolved, number
from cadre_rules.documents.text import (
    CONTROL,
    DEPTH,
    NODES,
    RECORD_BYTES,
    SCALAR_BYTES,
    DocumentText,
    character_name,
    decode,
    shorten,
)

_BLANK = re.compile(r"[ \t\n\r]*")
_PLAIN = re.compile(r'[^"\\\n\r\t]*')
_WORD = re.compile(r"[-+.\w]+", re.ASCII)
_CONSTANTS: dict[str, bool | None] = {"true": True, "false": False, "null": None}
_ESCAPES = {'"': '"', "\\": "\\", "/": "/", "b": "\b", "f": "\f", "n": "\n", "r": "\r", "t": "\t"}
_UNICODE = re.compile("u([0-9A-Fa-f]{4})")
_LOW = re.compile(r"\\u([dD][c-fC-F][0-9A-Fa-f]{2})")
_QUOTES = "'“”‘’「」＂"
_NOT_FINITE = frozenset({"NaN", "Infinity", "-Infinity", "nan", "inf", "-inf"})

_A_VALUE = Text("一个值", "a value")
_A_KEY = Text("用双引号括住的键", "a key in double quotes")
_A_COLON = Text("冒号「:」", "a colon `:`")


def read_json(data: bytes | str, file: str, *, limit: int = RECORD_BYTES) -> Node:
    """Return the tree of a JSON text. `limit` is its greatest size in bytes; raises `DocumentError`."""
    document = decode(data, file, limit=limit, yaml=False)
    return _Scanner(document).read()


class _Scanner:
    """Reads one JSON text from left to right; `at` is the offset that it has come to."""

    def __init__(self, document: DocumentText) -> None:
        self.document = document
        self.raw = document.text
        self.at = 0
        self.nodes = 0

    def read(self) -> Node:
        root = self._value(1)
        if self._next():
            raise self._unexpected(messages.JSON_EXTRA)
        return root

    def _next(self) -> str:
        """Skip blanks and return the next character, or "" at the end."""
        found = _BLANK.match(self.raw, self.at)
        self.at = found.end() if found else self.at
        return self.raw[self.at : self.at + 1]

    def _error(self, message: Message, start: int, end: int, **values: object) -> DocumentError:
        last = max(0, len(self.raw.rstrip()) - 1)  # at the end of the file point at its last character
        return self.document.error(message, min(start, last), max(end, min(start, last) + 1), **values)

    def _unexpected(self, message: Message, **values: object) -> DocumentError:
        """Return the error for the character at `at`, with the common mistakes told by their names."""
        c = self.raw[self.at : self.at + 1]
        if self.raw.startswith(("//", "/*"), self.at) or c == "#":
            return self._error(messages.COMMENT, self.at, self.at + 2)
        if c and c in _QUOTES:
            return self._error(messages.NOT_DOUBLE_QUOTED, self.at, self.at + 1)
        if c == "：":
            return self._error(messages.NOT_JSON, self.at, self.at + 1, expected=_A_COLON)
        return self._error(message, self.at, self.at + 1, **values)

    def _count(self) -> None:
        self.nodes += 1
        if self.nodes > NODES:
            raise self._error(messages.TOO_MANY_ITEMS, self.at, self.at + 1, limit=NODES)

    def _value(self, depth: int) -> Node:
        c = self._next()
        self._count()
        if c == '"':
            return self._string()
        if c in ("{", "["):
            if depth > DEPTH:
                raise self._error(messages.TOO_DEEP, self.at, self.at + 1, limit=DEPTH)
            return self._object(depth) if c == "{" else self._array(depth)
        return self._word()

    def _word(self) -> Scalar:
        start = self.at
        found = _WORD.match(self.raw, start)
        if not found:
            raise self._unexpected(messages.NOT_JSON, expected=_A_VALUE)
        text, self.at = found[0], found.end()
        value: Resolved
        if text in _CONSTANTS:
            value = _CONSTANTS[text]
        else:
            value, message = number(text)
            if message:
                raise self._error(message, start, self.at, text=shorten(text), digits=DIGITS)
            if isinstance(value, str):
                numeric = text[0] in "-+.0123456789" or text in _NOT_FINITE
                wrong = messages.JSON_NUMBER if numeric else messages.NOT_DOUBLE_QUOTED
                raise self._error(wrong, start, self.at, text=shorten(text))
        return Scalar(self.document, start, self.at, value=value, text=text, style="json")

    def _array(self, depth: int) -> Sequence:
        start = self.at
        self.at += 1
        items: list[Node] = []
        while self._next() != "]":
            if items:
                self._comma(start, "]", Text("逗号「,」或者「]」", "a comma `,` or `]`"))
            self._still_open(start)
            items.append(self._value(depth + 1))
        self.at += 1
        return Sequence(self.document, start, self.at, tuple(items))

    def _object(self, depth: int) -> Mapping:
        start = self.at
        self.at += 1
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[str, Scalar] = {}
        while self._next() != "}":
            if entries:
                self._comma(start, "}", Text("逗号「,」或者「}」", "a comma `,` or `}`"))
            self._still_open(start)
            if self._next() != '"':
                named = _WORD.match(self.raw, self.at)
                raise self._unexpected(messages.NOT_DOUBLE_QUOTED if named else messages.NOT_JSON, expected=_A_KEY)
            key = self._string()
            self._count()
            self._refuse_twice(seen.get(key.text), key)
            seen[key.text] = key
            if self._next() != ":":
                self._still_open(start)
                raise self._unexpected(messages.NOT_JSON, expected=_A_COLON)
            self.at += 1
            entries.append((key, self._value(depth + 1)))
        self.at += 1
        return Mapping(self.document, start, self.at, tuple(entries))

    def _refuse_twice(self, first: Scalar | None, key: Scalar) -> None:
        if first:
            lines = {n: self.document.line_number(k.start) for n, k in (("first", first), ("second", key))}
            raise self._error(messages.DUPLICATE_KEY, key.start, key.end, key=shorten(key.text), **lines)

    def _still_open(self, start: int) -> None:
        """Raise if the text ends inside the list or object that began at `start`."""
        if not self._next():
            bracket = self.raw[start]
            closing = "]" if bracket == "[" else "}"
            raise self._error(messages.JSON_UNCLOSED, start, start + 1, bracket=bracket, closing=closing)

    def _comma(self, start: int, closing: str, expected: Text) -> None:
        self._still_open(start)
        if self._next() != ",":
            raise self._unexpected(messages.NOT_JSON, expected=expected)
        comma = self.at
        self.at += 1
        if self._next() == closing:
            raise self._error(messages.TRAILING_COMMA, comma, comma + 1)

    def _string(self) -> Scalar:
        start = self.at
        self.at += 1
        parts: list[str] = []
        while True:
            found = _PLAIN.match(self.raw, self.at)
            if found:
                parts.append(found[0])
                self.at = found.end()
            c = self.raw[self.at : self.at + 1]
            if c == '"':
                break
            if c != "\\":  # the end of the line or of the file
                if c and c in "\t\r":
                    name = character_name(c)
                    raise self._error(messages.CONTROL_CHARACTER, self.at, self.at + 1, character=name)
                raise self._error(messages.UNCLOSED_QUOTE, start, start + 1, quote='"')
            parts.append(self._escape())
            if len(parts) > 2 * SCALAR_BYTES:
                break
        self.at += 1
        text = "".join(parts)
        if len(text) * 4 > SCALAR_BYTES and len(text.encode()) > SCALAR_BYTES:
            raise self._error(messages.TEXT_TOO_LONG, start, start + 1, limit=SCALAR_BYTES)
        return Scalar(self.document, start, self.at, value=text, text=text, style="json")

    def _escape(self) -> str:
        """Read the escape at `at` and return its character."""
        start = self.at
        c = self.raw[start + 1 : start + 2]
        found = _UNICODE.match(self.raw, start + 1)
        if not found:
            if c not in _ESCAPES or not c:
                raise self._error(messages.JSON_ESCAPE, start, start + 2)
            self.at += 2
            character = _ESCAPES[c]
        else:
            self.at = found.end()
            code = int(found[1], 16)
            low = _LOW.match(self.raw, self.at) if 0xD800 <= code < 0xDC00 else None
            if low:
                self.at = low.end()
                code = 0x10000 + ((code - 0xD800) << 10) + int(low[1], 16) - 0xDC00
            elif 0xD800 <= code < 0xE000:
                raise self._error(messages.LONE_SURROGATE, start, self.at)
            character = chr(code)
        if CONTROL.match(character) and character != "\r":
            name = character_name(character)
            raise self._error(messages.CONTROL_CHARACTER, start, self.at, character=name)
        return character
