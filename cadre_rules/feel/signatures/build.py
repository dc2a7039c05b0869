"""Shorthand for declaring signatures, and the groups of types that parameters accept.

In: names and types. Out: `FormalParameter`, `Overload`, `Signature`. It must not know any function.
"""

from __future__ import annotations

from cadre_rules.diagnostics.text import Text
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Basic,
    ContextType,
    FormalParameter,
    OneOf,
    Type,
    Variable,
)

DATED = OneOf((DATE, DATE_TIME), Text("日期或日期时间", "date or date and time"))
AMOUNT = OneOf((NUMBER, YEARS_MONTHS, DAYS_TIME), Text("数字或期限", "number or duration"))
DURATION = OneOf((YEARS_MONTHS, DAYS_TIME), Text("期限", "duration"))
COMPARABLE = OneOf(
    (NUMBER, STRING, DATE, TIME, DATE_TIME, YEARS_MONTHS, DAYS_TIME),
    Text("数字、文本、日期、时间或期限", "number, string, date, time or duration"),
)
WRITTEN = OneOf(
    (NUMBER, STRING, BOOLEAN, DATE, TIME, DATE_TIME, YEARS_MONTHS, DAYS_TIME),
    Text("数字、文本、是非、日期、时间或期限", "number, string, boolean, date, time or duration"),
)
CONTEXT = OneOf((ContextType,), Text("记录", "context"))

T = Variable("T")
POINT = Variable("T", COMPARABLE)


def required(name: str, zh: str, type_: Type) -> FormalParameter:
    """Declare a parameter that has to be given."""
    return FormalParameter(name, type_, zh=zh)


def optional(name: str, zh: str, type_: Type) -> FormalParameter:
    """Declare a parameter that may be left out."""
    return FormalParameter(name, type_, optional=True, zh=zh)


def several(name: str, zh: str, type_: Type) -> FormalParameter:
    """Declare a last parameter that may be given any number of times, at least once."""
    return FormalParameter(name, type_, variadic=True, zh=zh)


def is_basic(type_: Type, *among: Basic) -> bool:
    """Return whether `type_` is one of the basic types given."""
    return type_ in among
