"""Reading tokens one after another: what the parser of expressions and that of types have in common.

In: a source. Out: the next token, names as they are written or as they are declared in scope, and faults that
say what was found and what was expected. This module must not know the grammar of expressions.
"""

from __future__ import annotations

from contextlib import contextmanager
from typing import TYPE_CHECKING, Final

from cadre_rules.diagnostics import FeelSyntaxError, Message, Text, nearest
from cadre_rules.feel import messages
from cadre_rules.feel.lexer import KEYWORDS, Token, fault, tokens
from cadre_rules.feel.names import BUILTIN_NAMES, BUILTINS, Names
from cadre_rules.feel.tree import Span

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadre_rules.documents.source import Source

EXPRESSION: Final = Text("一个表达式", "an expression")
_END: Final = Text("文本结尾", "the end of the text")
_NAME: Final = Text("一个名称", "a name")
_OPERATOR_WORDS: Final = KEYWORDS - {"true", "false", "null", "if", "for", "some", "every", "function"}
_SYMBOLS: Final = frozenset(
    [
        ".",
        "..",
        "->",
        "**",
        "*",
        "/",
        "+",
        "-",
        "<",
        "<=",
        ">",
        ">=",
        "=",
        "!=",
        "(",
        ")",
        "[",
        "]",
        "{",
        "}",
        ",",
        ":",
        "@",
    ]
)
# Symbols that may stand inside a name which is being declared (grammar rule 30, and full-width punctuation).
_NOT_IN_NAMES: Final = frozenset(
    ["..", "->", "<", "<=", ">", ">=", "=", "!=", "(", ")", "[", "]", "{", "}", ",", ":", "@", '"']
)


def text(token: str) -> Text:
    """Return a piece of FEEL as it is quoted in a message."""
    return Text(f"「{token}」", f"`{token}`")


class TokenReader:
    """A position in a list of tokens, and the names in scope there."""

    def __init__(self, source: Source, names: Iterable[str]) -> None:
        self.source = source
        self.tokens = tokens(source.text, source)
        self.index = 0
        known = tuple(names)
        self._names = Names(known)
        self._spaced = [name for name in (*known, *BUILTIN_NAMES) if " " in name]
        self._members = Names()  # keys that the text itself declares: they can follow a dot or stand in a filter

    @property
    def here(self) -> Token:
        """The token that comes next."""
        return self.tokens[self.index]

    @property
    def previous(self) -> Token:
        """The token that was taken last."""
        return self.tokens[self.index - 1]

    def take(self) -> Token:
        """Return the next token and go on."""
        token = self.tokens[self.index]
        self.index += token.kind != "end"
        return token

    def accept(self, expected: str) -> bool:
        """Go over the next token if it is the symbol or keyword `expected`."""
        matches = self.here.text == expected and self.here.kind in ("symbol", "word")
        self.index += matches
        return matches

    def expect(self, expected: str) -> Token:
        """Return the next token, which has to be the symbol or keyword `expected`."""
        if not self.accept(expected):
            raise self.unexpected(text(expected))
        return self.previous

    def expect_end(self) -> int:
        """Require the end of the text; return where the last token ends."""
        if self.here.kind != "end":
            raise self._left_over()
        return self.previous.end if self.index else 0

    def close(self, opening: Token, closing: str) -> int:
        """Go over the bracket that closes `opening`; return where it ends."""
        if not (self.here.kind == "symbol" and self.accept(closing)):
            raise self.unclosed(opening, text(closing))
        return self.previous.end

    @staticmethod
    def is_keyword(token: Token) -> bool:
        """Whether the token is a word that cannot begin a name."""
        return token.kind == "word" and token.text in KEYWORDS

    @staticmethod
    def is_operator_word(token: Token) -> bool:
        """Whether the token is a word that cannot begin an expression."""
        return token.kind == "word" and token.text in _OPERATOR_WORDS

    # --- names --------------------------------------------------------------------------------------------

    @contextmanager
    def scope(self) -> Iterator[Callable[[str], None]]:
        """Open a scope; what it yields declares a name in it."""
        declared: list[str] = []

        def declare(name: str) -> None:
            declared.append(name)
            self._names.add(name)
            self._members.add(name)

        yield declare
        for name in reversed(declared):
            self._names.remove(name)

    def declared_name(self, *, in_filter: bool, also: Names | None = None) -> str | None:
        """Take the longest name of several tokens that stands here and is in scope."""
        if self.is_keyword(self.here) and also is None:
            return None
        sets = [BUILTINS, self._names, *([self._members] if in_filter else []), *([also] if also else [])]
        found = [match for names in sets if (match := names.longest(self.tokens, self.index))]
        if not found:
            return None
        length, name = max(found, key=lambda match: match[0])
        self.index += length
        return name

    def name_before(self, *stops: str) -> int | None:
        """Return the index of the token that ends a name which begins here, if it is one of `stops`."""
        index = self.index
        if self.tokens[index].kind != "word":
            return None
        while self._in_name(self.tokens[index], stops):
            index += 1
        return index if self.tokens[index].text in stops and index > self.index else None

    def written_name(self, stops: tuple[str, ...]) -> str:
        """Take a name that is being declared: all tokens up to one of `stops`; runs of space become one."""
        start = self.here
        if start.kind != "word" or (self.is_keyword(start) and self.tokens[self.index + 1].text not in stops):
            self._check_symbol(start)
            raise self.fault(messages.NAME_EXPECTED, start, found=self.describe(start))
        while self._in_name(self.here, stops):
            self.index += 1
        if self.here.text not in stops:
            raise self.unexpected(text(stops[0]))
        return " ".join(self.source.text[start.start : self.previous.end].split())

    @staticmethod
    def _in_name(token: Token, stops: tuple[str, ...]) -> bool:
        if token.text in stops or token.kind in ("string", "end"):
            return False
        return token.kind != "symbol" or token.text not in _NOT_IN_NAMES

    # --- faults -------------------------------------------------------------------------------------------

    def fault(self, message: Message, token: Token, suggestion: str | None = None, **values: object) -> FeelSyntaxError:
        """Make the error of one fault at a token."""
        return fault(message, self.source, token.start, token.end, suggestion=suggestion, **values)

    @staticmethod
    def describe(token: Token) -> Text:
        """Return the token as a message tells it."""
        shown = token.text if len(token.text) <= 40 else token.text[:37] + "…"
        return _END if token.kind == "end" else text(shown)

    def unexpected(self, expected: Text) -> FeelSyntaxError:
        """Make the error that something else than `expected` stands here."""
        self._check_symbol(self.here)
        self._check_pair(self.index - 1)
        return self.fault(
            messages.UNEXPECTED,
            self.here,
            found=self.describe(self.here),
            expected=expected,
            suggestion=self._suggestion(),
        )

    def unclosed(self, opening: Token, expected: Text) -> FeelSyntaxError:
        """Make the error that a bracket is not closed here."""
        self._check_symbol(self.here)
        if self.here.kind in ("word", "number", "string"):
            return self._left_over()
        where = self.source.position(opening.start, opening.end)
        return self.fault(
            messages.UNCLOSED,
            self.here,
            open=opening.text,
            found=self.describe(self.here),
            expected=expected,
            open_line=where.line,
            open_column=where.column,
        )

    def _left_over(self) -> FeelSyntaxError:
        """Make the error that an expression goes on with what cannot continue it."""
        self._check_symbol(self.here)
        if self.index and self.here.kind in ("word", "number", "string") and not self.is_keyword(self.here):
            return self.fault(
                messages.UNKNOWN_NAME_PART,
                self.here,
                name=self.describe(self.previous).en.strip("`"),
                found=self.describe(self.here).en.strip("`"),
                suggestion=self._suggestion(),
            )
        return self.unexpected(Text("运算符或结尾", "an operator or the end"))

    def _check_symbol(self, token: Token) -> None:
        """Raise the more telling error if the token is a symbol that FEEL does not have."""
        if token.kind != "symbol" or token.text in _SYMBOLS:
            return
        self._check_pair(self.tokens.index(token, max(0, self.index - 1)))
        instead = messages.INSTEAD.get(token.text)
        if instead is not None:
            raise self.fault(messages.WRONG_CHARACTER, token, found=token.text, instead=instead)
        code = f"U+{ord(token.text):04X}"
        shown = token.text if token.text.isprintable() else " "
        raise self.fault(messages.STRANGE_CHARACTER, token, found=shown, code=code)

    def _check_pair(self, index: int) -> None:
        """Raise the more telling error if two adjacent tokens are an operator of another language."""
        if not 0 <= index < len(self.tokens) - 1:
            return
        first, second = self.tokens[index : index + 2]
        instead = messages.MISTAKES.get((first.text, second.text))
        if instead is not None and first.end == second.start:
            found = first.text + second.text
            start, end = first.start, second.end
            raise fault(messages.WRONG_OPERATOR, self.source, start, end, found=found, instead=instead)

    def _suggestion(self) -> str | None:
        """Return what was probably meant by the word that stands here, or by it and the word before."""
        if self.here.kind == self.previous.kind == "word":
            together = f"{self.previous.text} {self.here.text}"
            if (spaced := nearest(together, self._spaced)) is not None:
                return spaced
        if self.here.kind != "word" or self.here.text in messages.WORDS:
            return messages.WORDS.get(self.here.text)
        return nearest(self.here.text, KEYWORDS) if len(self.here.text) > 1 else None

    def span_from(self, start: int) -> Span:
        """Return the span from `start` to the token taken last."""
        return Span(start, self.previous.end)
