"""Values that are written out: literals, lists, contexts, ranges, functions.

In: `Literal_`, `ListNode`, `ContextNode`, `Range`, `FunctionDefinition` nodes. Out: typed nodes. A text in
quotes is a value of an enumeration where one is asked for, in either language; its canonical form is the
English one.
"""

from __future__ import annotations

from dataclasses import replace
from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.comparing import pair
from cadre_rules.feel.checker.describe import called, listed, near
from cadre_rules.feel.checker.flow import Frame, type_of
from cadre_rules.feel.checker.messages import (
    EMPTY_RANGE,
    EXTERNAL,
    FUNCTION_ARITY,
    MISSING_FIELD,
    MIXED_LIST,
    NOT_IN_VOCABULARY,
    OTHER_TYPE,
    PARAMETER_TYPE,
    RANGE_ENDS,
    UNKNOWN_FIELD,
)
from cadre_rules.feel.checker.names import field_names, new_name
from cadre_rules.feel.checker.operators import condition, written_value
from cadre_rules.feel.checker.relations import ERROR, fits, has_order, unify
from cadre_rules.feel.temporal import Date, DateTime, DaysTime, Time, YearsMonths
from cadre_rules.feel.tree import (
    ContextNode,
    Entry,
    FunctionDefinition,
    ListNode,
    Literal_,
    Node,
    Range,
    Span,
)
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NOTHING,
    NULL,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    ContextType,
    Enumeration,
    Field,
    FunctionType,
    ListType,
    Optional,
    RangeType,
    Type,
    strip_optional,
)

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow

_TYPES: tuple[tuple[type, Type], ...] = (
    (bool, BOOLEAN),
    (Decimal, NUMBER),
    (DateTime, DATE_TIME),
    (Date, DATE),
    (Time, TIME),
    (YearsMonths, YEARS_MONTHS),
    (DaysTime, DAYS_TIME),
)


def literal(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check a literal."""
    assert isinstance(node, Literal_)
    if isinstance(node.value, str):
        return _text(flow, node, hint)
    if node.value is None:
        return replace(node, type=NULL)
    return replace(node, type=next(t for of, t in _TYPES if isinstance(node.value, of)))


def _text(flow: Flow, node: Literal_, hint: Type | None) -> Node:
    wanted = strip_optional(hint) if hint else STRING
    if not isinstance(wanted, Enumeration):
        return replace(node, type=STRING)
    found = wanted.find(node.value)
    if found is not None:
        flow.mention(within_quotes(node.span), found.en, found.zh, "value")
        return replace(node, value=found.en, type=wanted)
    return flow.fault(
        node,
        NOT_IN_VOCABULARY,
        text=node.value,
        type=called(wanted),
        known=listed(v.text for v in wanted.values),
        suggestion=near(node.value, {n for v in wanted.values for n in (v.en, v.zh)}),
        span=within_quotes(node.span),
    )


def within_quotes(span: Span) -> Span:
    """Return the span of a text without its quotes."""
    return Span(span.start + 1, span.end - 1)


def list_(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `[item, item]`: items are of one type, perhaps with nulls among them."""
    assert isinstance(node, ListNode)
    wanted = strip_optional(hint) if hint else None
    of = wanted.item if isinstance(wanted, ListType) else None
    items: list[Node] = []
    common: Type = NOTHING
    for item in node.items:
        typed = flow.value(item, of)
        found = unify(common, type_of(typed))
        if found is None:
            typed = flow.fault(typed, MIXED_LIST, found=called(type_of(typed)), expected=called(common))
        else:
            common = found
        of = of or (common if isinstance(common, Enumeration) else None)
        items.append(typed)
    return replace(node, items=tuple(items), type=ListType(common))


def context(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `{key: value}`; where a record is asked for, keys are its fields in either language."""
    assert isinstance(node, ContextNode)
    wanted = strip_optional(hint) if hint else None
    declared = wanted if isinstance(wanted, ContextType) else None
    entries: list[Entry] = []
    fields: list[Field] = []
    for entry in node.entries:
        field = _entry_field(flow, entry, declared)
        value = flow.value(entry.value, field.type if declared else None)
        if declared and field.type != ERROR and not fits(type_of(value), field.type):
            value = flow.fault(value, OTHER_TYPE, expected=called(field.type), found=called(type_of(value)))
        field = replace(field, type=type_of(value))
        fields.append(field)
        entries.append(replace(entry, key=field.en, value=value))
        flow = flow.within(Frame((field,)))
    if declared:
        for missing in (f for f in declared.fields if f.en not in {e.key for e in entries}):
            flow.fault(node, MISSING_FIELD, of=called(declared), name=field_names((missing,))[0])
        made: Type = declared if fits(ContextType(tuple(fields)), declared) else ERROR
    else:
        made = ContextType(tuple(fields))
    return replace(node, entries=tuple(entries), type=made)


def _entry_field(flow: Flow, entry: Entry, declared: ContextType | None) -> Field:
    """Return the field that a key is: a declared one, what is called so in scope, or one of its own."""
    span = _key_span(flow, entry)
    if declared is None:
        meant = flow.find(entry.key)
        field = meant[1] if meant else Field(entry.key, entry.key, NOTHING)
    else:
        found = declared.find(entry.key)
        if found is None:
            known = {n for f in declared.fields for n in (f.en, f.zh)}
            flow.fault(
                entry,
                UNKNOWN_FIELD,
                of=called(declared),
                name=entry.key,
                known=listed(field_names(declared.fields)),
                suggestion=near(entry.key, known),
                span=span,
            )
        field = found or Field(entry.key, entry.key, ERROR)
    flow.mention(span, field.en, field.zh, "field")
    return field


def _key_span(flow: Flow, entry: Entry) -> Span:
    quoted = flow.exact(entry).startswith('"')
    start = entry.span.start + quoted
    return Span(start, start + len(entry.key))


def range_(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `[low..high]`."""
    assert isinstance(node, Range)
    wanted = strip_optional(hint) if hint else None
    of = wanted.item if isinstance(wanted, RangeType) else None
    if node.low is not None and node.high is not None and of is None:
        low, high = pair(flow, node.low, node.high)
        node = replace(node, low=flow.need_present(low), high=flow.need_present(high))
    else:
        ends = [None if end is None else flow.present(end, of) for end in (node.low, node.high)]
        node = replace(node, low=ends[0], high=ends[1])
    types = [type_of(end) for end in (node.low, node.high) if end is not None]
    common = unify(types[0], types[-1])
    if common is None or not has_order(common):
        return flow.fault(node, RANGE_ENDS, low=called(types[0]), high=called(types[-1]))
    in_order = _in_order(node, common)
    if in_order is False:
        return flow.fault(node, EMPTY_RANGE)
    return replace(node, type=RangeType(common) if in_order else Optional(RangeType(common)))


def _in_order(node: Range, item: Type) -> bool | None:
    """Return whether the ends are in order, None where this is not known: then there may be no such range."""
    if node.low is None or node.high is None or node.low == node.high:
        return True
    low, high = written_value(node.low), written_value(node.high)
    if isinstance(item, Enumeration):
        known = [v.en for v in item.values]
        low, high = (known.index(v) if v in known else None for v in (low, high))
    if low is None or high is None:
        return None
    return bool(low <= high)


def function(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `function(parameters) body`; parameters take their types from where the function is passed to."""
    assert isinstance(node, FunctionDefinition)
    if node.external:
        return flow.fault(node, EXTERNAL)
    wanted = hint if isinstance(hint, FunctionType) else None
    if wanted and len(wanted.parameters) != len(node.parameters):
        return flow.fault(node, FUNCTION_ARITY, expected=len(wanted.parameters), given=len(node.parameters))
    types: list[Type] = []
    for n, parameter in enumerate(node.parameters):
        start = parameter.span.start
        new_name(flow, parameter, parameter.name, Span(start, start + len(parameter.name)))
        given = parameter.declared or (wanted.parameters[n] if wanted else None)
        if given is None:
            flow.fault(parameter, PARAMETER_TYPE, name=parameter.name)
        types.append(given or ERROR)
    fields = tuple(Field(p.name, p.name, t) for p, t in zip(node.parameters, types, strict=True))
    inner = flow.within(Frame(fields))
    body = condition(inner, node.body) if wanted and wanted.result == BOOLEAN else inner.value(node.body)
    return replace(node, body=body, type=FunctionType(tuple(types), type_of(body)))
