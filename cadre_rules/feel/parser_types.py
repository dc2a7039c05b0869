"""From FEEL text to types: `number`, `list<string>`, `function<number> -> boolean` and so on.

In: the tokens after `instance of`, or after the colon of a parameter. Out: a `Type`, or None where the text
names a type that is not known. DMN 1.5, grammar rule 52.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.feel import messages
from cadre_rules.feel.names import Names
from cadre_rules.feel.parser_base import TokenReader
from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NULL,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    ContextType,
    Field,
    FunctionType,
    ListType,
    RangeType,
    Type,
)

if TYPE_CHECKING:
    from collections.abc import Mapping

BASIC_TYPES: Final[dict[str, Type]] = {
    **{str(t): t for t in (ANY, NULL, NUMBER, STRING, BOOLEAN, DATE, TIME, DATE_TIME, YEARS_MONTHS, DAYS_TIME)},
    "dateTime": DATE_TIME,  # as DMN 1.1 wrote them
    "dayTimeDuration": DAYS_TIME,
    "yearMonthDuration": YEARS_MONTHS,
}
_TYPE_NAMES: Final = Names(BASIC_TYPES)


class TypeReader(TokenReader):
    """The part of the parser that reads types."""

    types: Mapping[str, Type]

    def type(self, depth: int = 0) -> Type | None:
        """Read a type; None if it is not known."""
        if depth > 50:
            raise self.fault(messages.TOO_DEEP, self.here, limit=50)
        word, after = self.here.text, self.tokens[self.index + 1].text
        if after == "<" and word in ("list", "range"):
            self.take()
            (inner,) = self._parameters(depth, one=True)
            return (ListType(inner) if word == "list" else RangeType(inner)) if inner else None
        if after == "<" and word == "context":
            self.take()
            return self._context_type(depth)
        if after == "<" and word == "function":
            self.take()
            parameters = self._parameters(depth)
            self.expect("->")
            result = self.type(depth + 1)
            known = tuple(p for p in parameters if p is not None)
            return FunctionType(known, result) if result and len(known) == len(parameters) else None
        name = self._type_name()
        return BASIC_TYPES.get(name) or self.types.get(name)

    def _parameters(self, depth: int, *, one: bool = False) -> list[Type | None]:
        opening = self.expect("<")
        found: list[Type | None] = []
        while (one and not found) or (not one and self.here.text != ">" and (not found or self.accept(","))):
            found.append(self.type(depth + 1))
        self.close(opening, ">")
        return found

    def _context_type(self, depth: int) -> Type | None:
        opening = self.expect("<")
        fields: list[Field] = []
        known = True
        while (not fields and known) or self.accept(","):
            key = self.here
            name = self.take().value if key.kind == "string" else self.written_name((":",))
            self.expect(":")
            type_ = self.type(depth + 1)
            known = known and type_ is not None
            fields.append(Field(name, name, type_ or ANY))
        self.close(opening, ">")
        return ContextType(tuple(fields)) if known else None

    def _type_name(self) -> str:
        """Take a type's name: one of FEEL's own, a declared one, or words with dots between them."""
        found = _TYPE_NAMES.longest(self.tokens, self.index) or Names(self.types).longest(self.tokens, self.index)
        if found is not None:
            self.index += found[0]
            return found[1]
        if self.here.kind != "word":
            raise self.fault(messages.NAME_EXPECTED, self.here, found=self.describe(self.here))
        name = self.take().text
        while self.here.text == "." and self.tokens[self.index + 1].kind == "word":
            self.take()
            name += "." + self.take().text
        return name
