"""How a section of a record is declared: a typed model whose fields are the facts, with both names of each.

In: class bodies written with `fact(...)`. Out: pydantic models (typed access for Python) and, from the same
declaration, the FEEL types that policies are checked against (`context_type`, `list_type`). A section holds
FEEL values only, and UNKNOWN where a fact is not given; it must not know how facts are written in files.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from functools import cache
from types import NoneType
from typing import Any, ClassVar, TypeVar, Union, get_args

from pydantic import BaseModel, ConfigDict, ValidationInfo, field_validator
from pydantic import Field as PydanticField
from pydantic_core import PydanticCustomError

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    NUMBER,
    STRING,
    ContextType,
    Enumeration,
    Field,
    ListType,
    Optional,
    Type,
)
from cadre_rules.feel.values import UNKNOWN, Date, Unknown

T = TypeVar("T")
Known = Union[T, Unknown]  # noqa: UP007 - a generic alias: a value, or not given
Maybe = Union[T, None, Unknown]  # noqa: UP007 - a value, known to be absent, or not given

_BASIC: dict[type, Type] = {str: STRING, Decimal: NUMBER, bool: BOOLEAN, Date: DATE}


@dataclass(frozen=True, slots=True)
class Fact:
    """What a declaration says beyond the type: Chinese name, meaning, enumeration, limits of a number."""

    zh: str
    doc: Text
    of: Enumeration | None = None
    whole: bool = False
    minimum: int | None = None


def fact(
    zh: str,
    doc_zh: str,
    doc_en: str,
    of: Enumeration | None = None,
    *,
    minimum: int | None = None,
    whole: bool = True,
) -> Any:
    """Declare a fact by its Chinese name and meaning; its English name and type are those of the attribute.

    `of` closes a text to an enumeration. `minimum` makes a number one of at least that, and a
    whole one unless `whole` is false.
    """
    info: Any = PydanticField(default=UNKNOWN)
    info.metadata.append(Fact(zh, Text(doc_zh, doc_en), of, minimum is not None and whole, minimum))
    return info


class Section(BaseModel):
    """A part of a record. Subclasses say their names and, where they are items of a list, order and key.

    class Rank(Section, zh="职级任职", en="rank held", sorted_by=("start",), keyed_by=("id",)): ...
    """

    model_config = ConfigDict(
        extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True, validate_default=False
    )
    names: ClassVar[Text] = Text("", "")
    order: ClassVar[tuple[str, ...]] = ()
    key: ClassVar[tuple[str, ...]] = ()

    def __init_subclass__(cls, **declared: Any) -> None:
        """Take the names, the order and the key from the class statement."""
        cls.names = Text(declared["zh"], declared["en"])
        cls.order, cls.key = declared.get("sorted_by", ()), declared.get("keyed_by", ())

    @field_validator("*", mode="after")
    @classmethod
    def _possible(cls, value: Any, info: ValidationInfo) -> Any:
        """Refuse a text outside of its enumeration, and a number that is not whole or is too small."""
        if info.field_name is None or value is None or value is UNKNOWN:
            return value
        declared = declaration(cls, info.field_name)
        if declared.of is not None and not any(value == v.en for v in declared.of.values):
            raise PydanticCustomError("enumeration", "not in the enumeration")
        if declared.whole and value != value.to_integral_value():
            raise PydanticCustomError("whole", "not a whole number")
        if declared.minimum is not None and value < declared.minimum:
            raise PydanticCustomError("minimum", "below the minimum")
        return value


def declaration(section: type[Section], name: str) -> Fact:
    """Return what `fact(...)` said of the attribute `name`."""
    return next(m for m in section.model_fields[name].metadata if isinstance(m, Fact))


def _field(section: type[Section], name: str) -> Field:
    declared = declaration(section, name)
    members = get_args(section.model_fields[name].annotation)
    basic = next(_BASIC[m] for m in members if m in _BASIC)
    type_: Type = declared.of or basic
    return Field(name, declared.zh, Optional(type_) if NoneType in members else type_, declared.doc)


@cache
def context_type(section: type[Section]) -> ContextType:
    """Return the FEEL type of one such section."""
    return ContextType(tuple(_field(section, name) for name in section.model_fields), section.names)


def list_type(section: type[Section]) -> ListType:
    """Return the FEEL type of the list of such sections, with its order and key."""
    return ListType(context_type(section), section.order, section.key)
