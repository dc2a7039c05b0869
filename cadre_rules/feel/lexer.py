"""From FEEL text to tokens.

In: a text. Out: a list of tokens, the last of kind "end". Names are not put together here, because which
words make one name depends on the scope: the lexer gives words, numbers, strings and single symbols, and the
parser joins them. White space and comments vanish. `FeelSyntaxError` for what cannot be a token.
DMN 1.5, grammar rules 25 to 37 and 61 to 65.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from cadre_rules.diagnostics import FeelSyntaxError, Message
from cadre_rules.feel import messages

if TYPE_CHECKING:
    from cadre_rules.documents.source import Source

Kind = Literal["word", "number", "string", "symbol", "end"]

_OPERATORS: Final = ("and", "or", "between", "in", "instance", "of", "then", "else", "return", "satisfies")
KEYWORDS: Final = frozenset(
    (*_OPERATORS, "if", "for", "some", "every", "true", "false", "null", "function", "external")
)
# Full-width punctuation is a name character by grammar rule 28; here it is a symbol by itself, which a
# declared name may contain: so a bracket typed in Chinese is a fault with an explanation, not a strange name.
_PUNCTUATION: Final = "\u3001-\u3003\u3008-\u3011\u3014-\u301f\uff01-\uff0f\uff1a-\uff20\uff3b-\uff40\uff5b-\uff65"
_START: Final = (
    "?A-Z_a-z\u00c0-\u00d6\u00d8-\u00f6\u00f8-\u02ff\u0370-\u037d\u037f-\u1fff\u200c\u200d\u2070-\u218f"
    "\u2c00-\u2fef\u3001-\ud7ff\uf900-\ufdcf\ufdf0-\ufefe\uff00-\ufffd\U00010000-\U000effff"
)
_PART: Final = _START + "0-9\u00b7\u0300-\u036f\u203f\u2040"
_SPACE: Final = "\t\n\x0b\x0c\r \x85\xa0\u1680\u180e\u2000-\u200b\u2028\u2029\u202f\u205f\u3000\ufeff"
_TOKEN: Final = re.compile(
    rf"(?P<space>[{_SPACE}]+|//[^\n\r]*|/\*(?:[^*]|\*(?!/))*\*/)"
    rf"|(?P<word>(?![{_PUNCTUATION}])[{_START}](?:(?![{_PUNCTUATION}])[{_PART}])*)"
    r"|(?P<number>(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+(?![0-9A-Za-z_]))?)"
    r'|(?P<string>"(?:[^"\\\n\r\x0b\x0c]|\\[^\n\r\x0b\x0c])*")'
    r"|(?P<symbol>\.\.|->|\*\*|<=|>=|!=|.)",
    re.DOTALL,
)
_ESCAPE: Final = re.compile(r"\\(?:u([0-9A-Fa-f]{4})|U([0-9A-Fa-f]{6})|(.))", re.DOTALL)
_PAIR: Final = re.compile("[\ud800-\udbff][\udc00-\udfff]")
_LONE: Final = re.compile("[\ud800-\udfff]")
_SURROGATE_ESCAPE: Final = re.compile(r"\\u[dD][89a-fA-F][0-9a-fA-F]{2}|[\ud800-\udfff]")
_SIMPLE_ESCAPES: Final = {"'": "'", '"': '"', "\\": "\\", "n": "\n", "r": "\r", "t": "\t"}


@dataclass(frozen=True, slots=True)
class Token:
    """A token: its text as written, where it stands, and for a string its value."""

    kind: Kind
    text: str
    start: int
    end: int
    value: Any = None


def tokens(text: str, source: Source) -> list[Token]:
    """Return the tokens of `text`; `source` tells their positions in faults."""
    found: list[Token] = []
    position = 0
    while position < len(text):
        match = _TOKEN.match(text, position)
        assert match is not None, "the last alternative takes any character"
        kind = cast("Kind | Literal['space']", match.lastgroup)
        end = match.end()
        if kind == "string":
            value = _unescape(match.group(), position, source)
            found.append(Token("string", match.group(), position, end, value))
        elif kind == "word" or kind == "number":
            found.append(Token(kind, match.group(), position, end))
        elif kind == "symbol":
            _check_symbol(match.group(), text, position, source)
            found.append(Token("symbol", match.group(), position, end))
        position = end
    found.append(Token("end", "", len(text), len(text)))
    return found


def fault(
    message: Message, source: Source, start: int, end: int, *, suggestion: str | None = None, **values: object
) -> FeelSyntaxError:
    """Make the error of one fault at `start` to `end` of the text; `values` fill its wording."""
    position, line = source.position(start, end), source.line(start)
    return FeelSyntaxError(message.at(position, line=line, path=None, suggestion=suggestion, **values))


def _check_symbol(symbol: str, text: str, position: int, source: Source) -> None:
    if symbol == '"':
        end = re.compile(r"[\n\r\x0b\x0c]|\Z").search(text, position)
        raise fault(messages.UNTERMINATED_STRING, source, position, end.start() if end else len(text))
    if symbol == "/" and text.startswith("/*", position):
        raise fault(messages.UNTERMINATED_COMMENT, source, position, position + 2)


def _unescape(literal: str, start: int, source: Source) -> str:
    """Return the value of a string literal; an unknown escape stays as it is (`\\s` of a pattern)."""

    def replace(match: re.Match[str]) -> str:
        code = match.group(1) or match.group(2)
        if code is None:
            return _SIMPLE_ESCAPES.get(match.group(3), match.group())
        if int(code, 16) > 0x10FFFF:
            raise fault(
                messages.BAD_ESCAPE,
                source,
                start + 1 + match.start(),
                start + 1 + match.end(),
                found=match.group(),
            )
        return chr(int(code, 16))

    value = _PAIR.sub(lambda pair: _code_point(pair.group()), _ESCAPE.sub(replace, literal[1:-1]))
    if _LONE.search(value):
        raise fault(
            messages.BAD_ESCAPE,
            source,
            start,
            start + len(literal),
            found=_SURROGATE_ESCAPE.findall(literal)[0],
        )
    return value


def _code_point(pair: str) -> str:
    """Return the character that a pair of surrogates stands for."""
    return chr(0x10000 + ((ord(pair[0]) - 0xD800) << 10) + ord(pair[1]) - 0xDC00)
