"""Which values a type admits, and the implicit conversions to a type.

In: values and types. Out: whether a value conforms (DMN 1.5, 10.3.2.9), and values converted as far as DMN
allows it: a list of one value to the value, where one value is asked for. Must not know the syntax tree.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any, Final

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
    FunctionType,
    ListType,
    Optional,
    RangeType,
    Type,
)
from cadre_rules.feel.values import (
    UNKNOWN,
    Date,
    DateTime,
    DaysTime,
    FunctionValue,
    Interval,
    PartialList,
    RangeValue,
    Time,
    YearsMonths,
)

_CLASSES: Final[dict[Type, type]] = {
    NUMBER: Decimal,
    STRING: str,
    BOOLEAN: bool,
    DATE: Date,
    TIME: Time,
    DATE_TIME: DateTime,
    YEARS_MONTHS: YearsMonths,
    DAYS_TIME: DaysTime,
}


def conforms(value: Any, type_: Type) -> bool:
    """Return whether a value is of a type; null is of every type."""
    if value is None or type_ == ANY:
        return True
    if isinstance(type_, ListType):
        return isinstance(value, (list, tuple)) and all(conforms(item, type_.item) for item in value)
    if isinstance(type_, ContextType):
        if not isinstance(value, dict):
            return False
        return all(f.en in value and conforms(value[f.en], f.type) for f in type_.fields)
    if isinstance(type_, RangeType):
        return isinstance(value, RangeValue) and all(conforms(end, type_.item) for end in (value.low, value.high))
    if isinstance(type_, FunctionType):
        return isinstance(value, FunctionValue) and _function_conforms(value, type_)
    if isinstance(type_, Optional):
        return conforms(value, type_.of)
    of_class = _CLASSES.get(type_, str)  # an enumeration's values are strings
    return type_ != NULL and type(value) is of_class


def is_instance(value: Any, type_: Type | None) -> Any:
    """Return `value instance of type`; null for a type that is not known."""
    if value is UNKNOWN or isinstance(value, PartialList):
        return UNKNOWN
    if type_ is None:
        return None
    if isinstance(value, Interval):  # present, and of the type of its ends
        end = value.low if value.low is not None else value.high
        return UNKNOWN if end is None and type_ != ANY else conforms(end, type_)
    return type_ == NULL if value is None else conforms(value, type_)


def convert(value: Any, type_: Type | None) -> Any:
    """Return a value as it is bound to a variable of a type: unchanged, out of its list of one, or null."""
    if type_ is None or conforms(value, type_):
        return value
    if isinstance(value, (list, tuple)) and len(value) == 1 and conforms(value[0], type_):
        return value[0]
    return None


def _function_conforms(value: FunctionValue, type_: FunctionType) -> bool:
    """Parameters may be wider, the result may be narrower; what is not declared may be anything."""
    if value.variadic or len(value.parameters) != len(type_.parameters):
        return value.variadic
    declared = value.declared or (None,) * len(value.parameters)
    wider = all(narrows(asked, own or ANY) for asked, own in zip(type_.parameters, declared, strict=True))
    return wider and (value.result is None or narrows(value.result, type_.result))


def narrows(narrow: Type, wide: Type) -> bool:
    """Return whether every value of one type is of another (DMN's conformance `narrow <: wide`)."""
    if wide == ANY or narrow in (NULL, wide):
        return True
    if isinstance(narrow, ListType) and isinstance(wide, ListType):
        return narrows(narrow.item, wide.item)
    if isinstance(narrow, RangeType) and isinstance(wide, RangeType):
        return narrows(narrow.item, wide.item)
    if isinstance(narrow, ContextType) and isinstance(wide, ContextType):
        found = {f.en: f.type for f in narrow.fields}
        return all(f.en in found and narrows(found[f.en], f.type) for f in wide.fields)
    if isinstance(narrow, FunctionType) and isinstance(wide, FunctionType):
        same_length = len(narrow.parameters) == len(wide.parameters)
        return (
            same_length
            and all(map(narrows, wide.parameters, narrow.parameters))
            and narrows(narrow.result, wide.result)
        )
    return False
