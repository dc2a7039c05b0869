"""How types relate: what fits where, what is compared with what, what two types have in common.

In: types. Out: verdicts and types. It must not know nodes or messages.
`ERROR` is the type of a piece of text that has a fault already: it fits everywhere, so that one fault
is told once.
"""

from __future__ import annotations

from cadre_rules.feel.types import (
    ANY,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NOTHING,
    NULL,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Basic,
    ContextType,
    Enumeration,
    Field,
    FunctionType,
    ListType,
    Measure,
    OneOf,
    Optional,
    RangeType,
    Type,
    Variable,
    strip_optional,
)

ERROR = Basic("error")
ORDERED = (NUMBER, STRING, DATE, TIME, DATE_TIME, YEARS_MONTHS, DAYS_TIME)

Bindings = dict[str, Type]


def may_be_absent(type_: Type) -> bool:
    """Return whether a value of the type may be null."""
    return isinstance(type_, Optional) or type_ == NULL


def has_any(type_: Type) -> bool:
    """Return whether nothing is known of a value, or of the items of a list."""
    while isinstance(type_, Optional | ListType | RangeType):
        type_ = type_.of if isinstance(type_, Optional) else type_.item
    return type_ == ANY


def optional(type_: Type) -> Type:
    """Return the type with null added."""
    if type_ in (ERROR, NULL) or isinstance(type_, Optional):
        return type_
    return Optional(type_)


def has_order(type_: Type) -> bool:
    """Return whether `<` can be used between values of the type."""
    return type_ in ORDERED or type_ == ERROR or (isinstance(type_, Enumeration) and type_.ordered)


def unify(a: Type, b: Type) -> Type | None:
    """Return the narrowest type that both fit, or None where they have nothing in common."""
    if a in (ERROR, NOTHING):
        return b
    if b in (ERROR, NOTHING) or a == b:
        return a
    if may_be_absent(a) or may_be_absent(b):
        if a == NULL or b == NULL:
            return optional(b if a == NULL else a)
        inner = unify(strip_optional(a), strip_optional(b))
        return None if inner is None else optional(inner)
    match a, b:
        case ListType(item=x), ListType(item=y):
            item = unify(x, y)
            return None if item is None else ListType(item)
        case RangeType(item=x), RangeType(item=y):
            item = unify(x, y)
            return None if item is None else RangeType(item)
        case ContextType(), ContextType():
            return _unify_contexts(a, b)
    return ANY if ANY in (a, b) else None


def _unify_contexts(a: ContextType, b: ContextType) -> Type | None:
    if {f.en for f in a.fields} != {f.en for f in b.fields}:
        return None
    fields = []
    for f in a.fields:
        other = b.find(f.en)
        type_ = unify(f.type, other.type) if other else None
        if type_ is None:
            return None
        fields.append(Field(f.en, f.zh, type_, f.doc))
    return ContextType(tuple(fields), a.name)


def comparable(a: Type, b: Type) -> bool:
    """Return whether values of the two types can be equal; null does not count here."""
    if isinstance(a, Measure) and fits(b, a.compared_with):
        return True
    if isinstance(b, Measure) and fits(a, b.compared_with):
        return True
    found = unify(strip_optional(a), strip_optional(b))
    return found is not None and not isinstance(found, FunctionType) and not _has_any_within(found)


def _has_any_within(type_: Type) -> bool:
    match type_:
        case Optional(of=inner) | ListType(item=inner) | RangeType(item=inner):
            return _has_any_within(inner)
        case ContextType(fields=fields):
            return any(_has_any_within(f.type) for f in fields)
    return type_ == ANY


def fits(actual: Type, wanted: Type) -> bool:
    """Return whether a value of type `actual` can stand where `wanted` is asked for."""
    return bind(wanted, actual, {})


def bind(wanted: Type, actual: Type, bindings: Bindings) -> bool:
    """Return whether `actual` fits `wanted`, binding the variables of `wanted` on the way."""
    if actual in (ERROR, NOTHING):
        return True
    match wanted:
        case Variable():
            return _bind_variable(wanted, actual, bindings)
        case OneOf():
            return wanted.holds(actual)
        case Optional(of=of):
            return actual == NULL or bind(of, strip_optional(actual), bindings)
    if may_be_absent(actual):
        return actual == wanted
    if wanted == ANY:
        return True
    return _bind_parts(wanted, actual, bindings)


def _bind_parts(wanted: Type, actual: Type, bindings: Bindings) -> bool:
    match wanted, actual:
        case ListType(item=x), ListType(item=y):
            return bind(x, y, bindings)
        case RangeType(item=x), RangeType(item=y):
            return bind(x, y, bindings)
        case FunctionType(), FunctionType():
            alike = len(wanted.parameters) == len(actual.parameters)
            return alike and bind(wanted.result, actual.result, bindings)
        case ContextType(), ContextType():
            return all(
                (own := actual.find(f.en)) is not None and bind(f.type, own.type, bindings) for f in wanted.fields
            )
    return wanted == actual


def _bind_variable(wanted: Variable, actual: Type, bindings: Bindings) -> bool:
    if may_be_absent(actual) or (wanted.among is not None and not wanted.among.holds(actual)):
        return False
    before = bindings.get(wanted.name)
    common = actual if before is None else unify(before, actual)
    if common is None or may_be_absent(common):
        return False
    bindings[wanted.name] = common
    return True


def fill(type_: Type, bindings: Bindings) -> Type:
    """Put what variables are bound to in their place; a variable that is not bound becomes `NOTHING`."""
    match type_:
        case Variable(name=name):
            return bindings.get(name, NOTHING)
        case Optional(of=of):
            return optional(fill(of, bindings))
        case ListType(item=item):
            return ListType(fill(item, bindings), type_.order, type_.key)
        case RangeType(item=item):
            return RangeType(fill(item, bindings))
        case FunctionType():
            return FunctionType(tuple(fill(p, bindings) for p in type_.parameters), fill(type_.result, bindings))
    return type_
