"""FEEL's types, and the few that policy FEEL adds: enumerations, optional facts, domain measures.

In: nothing. Out: immutable types that print as FEEL writes them. Types carry names in both languages for the
fields and enumeration values that they declare, because texts in either language are parsed; they must not
know any particular field. DMN 1.5, 10.3.2.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING

from cadre_rules.diagnostics.text import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping


@dataclass(frozen=True, slots=True)
class Type:
    """Any type; `str()` is the name that FEEL gives it."""

    def __str__(self) -> str:
        return "Any"


@dataclass(frozen=True, slots=True)
class Basic(Type):
    """A type without parts: number, string, boolean, date, time, `date and time`, the durations, Null, Any."""

    name: str
    zh: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.name


ANY = Basic("Any", "任意")
NULL = Basic("Null", "空")
NUMBER = Basic("number", "数字")
STRING = Basic("string", "文本")
BOOLEAN = Basic("boolean", "是非")
DATE = Basic("date", "日期")
TIME = Basic("time", "时间")
DATE_TIME = Basic("date and time", "日期时间")
YEARS_MONTHS = Basic("years and months duration", "年月期限")
DAYS_TIME = Basic("days and time duration", "天时期限")
NOTHING = Basic("Nothing", "无内容")  # the item type of `[]`; it fits every type


@dataclass(frozen=True, slots=True)
class Optional(Type):
    """A value that may be known to be absent (null): it has to be tested before it is compared."""

    of: Type

    def __str__(self) -> str:
        return f"{self.of} or null"


@dataclass(frozen=True, slots=True)
class EnumValue:
    """One value of an enumeration: the canonical (English) text, the Chinese text, and its code in the kernel.

    A code below zero says that the value is coded as a text (an enumeration that policies declare themselves).
    """

    en: str
    zh: str
    code: int

    @property
    def text(self) -> Text:
        """Both names."""
        return Text(self.zh, self.en)


@dataclass(frozen=True, slots=True)
class Enumeration(Type):
    """A string out of a closed vocabulary; a literal outside of it is a type error with a suggestion.

    `ordered` says that the order of `values` is a ranking (lowest first), so that `<` may be used.
    """

    name: str
    values: tuple[EnumValue, ...] = field(compare=False)
    zh: str = field(default="", compare=False)
    ordered: bool = field(default=False, compare=False)

    def __str__(self) -> str:
        return self.name

    def find(self, text: str) -> EnumValue | None:
        """Return the value that `text` names in either language."""
        return next((v for v in self.values if text in (v.en, v.zh)), None)


@dataclass(frozen=True, slots=True)
class ListType(Type):
    """A list. Lists of records declare `order` (fields to sort by, first to last) and `key` (what is unique)."""

    item: Type
    order: tuple[str, ...] = field(default=(), compare=False)
    key: tuple[str, ...] = field(default=(), compare=False)

    def __str__(self) -> str:
        return f"list<{self.item}>"


@dataclass(frozen=True, slots=True)
class RangeType(Type):
    """A range over an ordered type."""

    item: Type

    def __str__(self) -> str:
        return f"range<{self.item}>"


@dataclass(frozen=True, slots=True)
class Field:
    """One entry of a context type: its English (canonical) and Chinese name, its type, what it means."""

    en: str
    zh: str
    type: Type
    doc: Text = Text("", "")

    @property
    def text(self) -> Text:
        """Both names; underscores of the English one read as spaces."""
        return Text(self.zh, self.en.replace("_", " "))


@dataclass(frozen=True, slots=True)
class ContextType(Type):
    """A context with declared fields. `name` is how it is called in messages."""

    fields: tuple[Field, ...]
    name: Text = field(default=Text("", ""), compare=False)
    _by_name: dict[str, Field] = field(init=False, repr=False, compare=False)

    def __post_init__(self) -> None:
        by_name = {word: f for f in reversed(self.fields) for word in (f.zh, f.en)}  # the first that is called so
        object.__setattr__(self, "_by_name", by_name)

    def __str__(self) -> str:
        inner = ", ".join(f"{f.en}: {f.type}" for f in self.fields)
        return f"context<{inner}>"

    def find(self, name: str) -> Field | None:
        """Return the field that `name` names in either language."""
        return self._by_name.get(name)


@dataclass(frozen=True, slots=True)
class FunctionType(Type):
    """A function with positional parameter types."""

    parameters: tuple[Type, ...]
    result: Type

    def __str__(self) -> str:
        return f"function<{', '.join(map(str, self.parameters))}> -> {self.result}"


@dataclass(frozen=True, slots=True)
class Measure(Type):
    """A domain measure that is compared with another type only, e.g. service with a years and months duration."""

    name: str
    compared_with: Type
    zh: str = field(default="", compare=False)

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class Variable(Type):
    """In a signature: some type, the same wherever the variable stands in it. `among` narrows the choice."""

    name: str
    among: OneOf | None = None

    def __str__(self) -> str:
        return self.name


@dataclass(frozen=True, slots=True)
class OneOf(Type):
    """In a signature: one of several types; `called` is how they are called together in messages."""

    of: tuple[type[Type] | Type, ...]
    called: Text = Text("", "")

    def __str__(self) -> str:
        return self.called.en

    def holds(self, type_: Type) -> bool:
        """Return whether `type_` is one of them; a class stands for all of its types."""
        return any(isinstance(type_, o) if isinstance(o, type) else o == type_ for o in self.of)


@dataclass(frozen=True, slots=True)
class FormalParameter:
    """A parameter of a built-in or domain function. `zh` is its Chinese name, used as well in named calls."""

    name: str
    type: Type
    optional: bool = False
    variadic: bool = False
    zh: str = ""


@dataclass(frozen=True, slots=True)
class Overload:
    """Another way to call a function; without a `result` of its own it is that of the signature."""

    parameters: tuple[FormalParameter, ...]
    result: Type | Callable[[tuple[Type, ...]], Type] | None = None


@dataclass(frozen=True, slots=True)
class Signature:
    """What the type checker knows of a function: names, parameters, result.

    `result` is a type or a function of the argument types (for functions such as `sort` whose result depends
    on them). `check`, where given, gets the argument types and returns a message in both languages when they do
    not fit beyond what the parameter types say. `literals`, where given, is the closed set of texts (in both
    languages) of which the first argument must be one, written out, each with the type of the result.
    """

    name: str
    zh: str
    parameters: tuple[FormalParameter, ...]
    result: Type | Callable[[tuple[Type, ...]], Type]
    check: Callable[[tuple[Type, ...]], Text | None] | None = None
    doc: Text = Text("", "")
    overloads: tuple[Overload, ...] = ()
    literals: tuple[Field, ...] = ()

    @property
    def ways(self) -> tuple[Overload, ...]:
        """All ways to call the function, the first one first."""
        return (Overload(self.parameters), *self.overloads)


@dataclass(frozen=True)
class Scope:
    """What a text may name: variables with types, and functions. Names in both languages."""

    variables: tuple[Field, ...] = ()
    functions: Mapping[str, Signature] = field(default_factory=dict)

    def find(self, name: str) -> Field | None:
        """Return the variable that `name` names in either language."""
        return next((f for f in self.variables if name in (f.en, f.zh)), None)

    @cached_property
    def functions_by_name(self) -> Mapping[str, Signature]:
        """The functions by their names in either language."""
        return {name: s for s in self.functions.values() for name in (s.name, s.zh)}


def strip_optional(type_: Type) -> Type:
    """Return the type of the value where it is present."""
    return type_.of if isinstance(type_, Optional) else type_
