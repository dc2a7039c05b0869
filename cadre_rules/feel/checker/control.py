"""Expressions that look into lists or choose: `if`, `for`, `some`, `every`, and filters.

In: `If`, `For`, `Quantified`, `Filter` nodes. Out: typed nodes. Each brings names or knowledge into scope.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.checker import facts
from cadre_rules.feel.checker.comparing import pair, takes_hint
from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.checker.flow import Flow, Frame, Log, type_of
from cadre_rules.feel.checker.messages import (
    MIXED_BRANCHES,
    NOT_A_FILTER,
    NOT_A_LIST,
    OTHER_TYPE,
    POSITION,
    RANGE_ENDS,
)
from cadre_rules.feel.checker.names import new_name
from cadre_rules.feel.checker.operators import condition, constant
from cadre_rules.feel.checker.relations import ERROR, optional, unify
from cadre_rules.feel.tree import Filter, For, If, Iterator_, Name, Node, Quantified, Span, walk
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    NOTHING,
    NUMBER,
    ContextType,
    Field,
    ListType,
    Optional,
    RangeType,
    Type,
    strip_optional,
)

if TYPE_CHECKING:
    from cadre_rules.feel.checker.facts import Facts

ITEM = "item"
_ITEM_ZH = "本项"
_PARTIAL = "partial"
_PARTIAL_ZH = "已得"
_COUNTED = (NUMBER, DATE)  # what `for x in low..high` counts through


def if_(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `if condition then yes else no`."""
    assert isinstance(node, If)
    test = condition(flow, node.condition)
    here, otherwise = flow.knowing(facts.when_true(test)), flow.knowing(facts.when_false(test))
    if hint is None and takes_hint(flow, node.yes) and not takes_hint(flow, node.no):
        no = otherwise.value(node.no)
        yes = here.value(node.yes, type_of(no))
    else:
        yes = here.value(node.yes, hint)
        no = otherwise.value(node.no, hint or type_of(yes))
    node = replace(node, condition=test, yes=yes, no=no)
    common = unify(type_of(yes), type_of(no))
    if common is None:
        return flow.fault(node, MIXED_BRANCHES, yes=called(type_of(yes)), no=called(type_of(no)))
    return replace(node, type=common)


def for_(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check `for x in list return body`; inside of the body `partial` is the list made so far."""
    assert isinstance(node, For)
    inner, iterators = _iterate(flow, node.iterators)
    wanted = strip_optional(hint) if hint else None
    of = wanted.item if isinstance(wanted, ListType) else None
    if any(isinstance(n, Name) and n.name in (_PARTIAL, _PARTIAL_ZH) for n in walk(node.body)):
        quiet = replace(inner, log=Log(flow.log.source, quiet=True))
        first = NOTHING if flow.log.quiet else type_of(_body(quiet, node.body, of, NOTHING))
        body = _body(inner, node.body, of, first)
    else:
        body = inner.value(node.body, of)
    return replace(node, iterators=iterators, body=body, type=ListType(type_of(body)))


def _body(flow: Flow, body: Node, of: Type | None, item: Type) -> Node:
    return flow.within(Frame((Field(_PARTIAL, _PARTIAL_ZH, ListType(item)),))).value(body, of)


def quantified(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `some x in list satisfies condition` and `every …`."""
    assert isinstance(node, Quantified)
    inner, iterators = _iterate(flow, node.iterators)
    return replace(node, iterators=iterators, condition=condition(inner, node.condition), type=BOOLEAN)


def _iterate(flow: Flow, iterators: tuple[Iterator_, ...]) -> tuple[Flow, tuple[Iterator_, ...]]:
    typed = []
    for iterator in iterators:
        span = Span(iterator.span.start, iterator.span.start + len(iterator.name))
        new_name(flow, iterator, iterator.name, span)
        iterator, item = _domain(flow, iterator)
        typed.append(iterator)
        flow = flow.within(Frame((Field(iterator.name, iterator.name, item),)))
    return flow, tuple(typed)


def _domain(flow: Flow, iterator: Iterator_) -> tuple[Iterator_, Type]:
    if iterator.end is not None:
        low, high = pair(flow, iterator.domain, iterator.end)
        low, high = flow.need_present(low), flow.need_present(high)
        iterator = replace(iterator, domain=low, end=high)
        return iterator, _counted(flow, iterator, unify(type_of(low), type_of(high)), low, high)
    domain = flow.present(iterator.domain)
    found = type_of(domain)
    iterator = replace(iterator, domain=domain, type=found)
    if isinstance(found, RangeType):
        return iterator, _counted(flow, iterator, found.item, domain, domain)
    if isinstance(found, ListType):
        return iterator, found.item
    if found != ERROR:
        flow.fault(domain, NOT_A_LIST, text=flow.text(domain), found=called(found))
    return iterator, ERROR


def _counted(flow: Flow, iterator: Iterator_, item: Type | None, low: Node, high: Node) -> Type:
    if item in (*_COUNTED, ERROR) and item is not None:
        return item
    span = Span(low.span.start, high.span.end)
    if item is None:
        flow.fault(iterator, RANGE_ENDS, low=called(type_of(low)), high=called(type_of(high)), span=span)
    else:
        flow.fault(iterator, OTHER_TYPE, expected=called(NUMBER), found=called(item), span=span)
    return ERROR


def filter_(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `list[condition]` and `list[position]`."""
    assert isinstance(node, Filter)
    base = flow.value(node.base)
    owner = strip_optional(type_of(base))
    if not isinstance(owner, ListType):
        if owner != ERROR:
            flow.fault(base, NOT_A_LIST, text=flow.text(base), found=called(owner))
        return replace(node, type=ERROR)
    base = flow.need_present(base)
    if owner.item == ERROR:
        return replace(node, type=owner)
    inside = flow.within(_item_frame(owner.item))
    test = inside.present(node.condition, BOOLEAN)
    node, found = replace(node, base=base, condition=test), type_of(test)
    if found == BOOLEAN:
        item = _refined(owner.item, facts.when_true(test))
        return replace(node, type=ListType(item, owner.order, owner.key))
    if found == NUMBER:
        return replace(node, type=_at_position(flow, base, test, owner))
    if found != ERROR:
        flow.fault(test, NOT_A_FILTER, found=called(found))
    return replace(node, type=ERROR)


def _item_frame(item: Type) -> Frame:
    fields = item.fields if isinstance(item, ContextType) else ()
    return Frame((*fields, Field(ITEM, _ITEM_ZH, item)), of_item=True)


def _at_position(flow: Flow, base: Node, position: Node, owner: ListType) -> Type:
    number = constant(position)
    if number is not None and (number == 0 or number != number.to_integral_value()):
        flow.fault(position, POSITION, text=flow.text(position))
        return ERROR
    if number in (1, -1) and facts.not_empty(base) in flow.known:
        return owner.item
    return optional(owner.item)


def _refined(item: Type, known: Facts) -> Type:
    """Return the type of the items of which a filter leaves only those for which `known` holds."""
    if isinstance(item, Optional) and ITEM in known:
        item = item.of
    return _present_in(item, known, "")


def _present_in(type_: Type, known: Facts, prefix: str) -> Type:
    if not isinstance(type_, ContextType):
        return type_
    fields = []
    for f in type_.fields:
        path = prefix + f.en
        kept = strip_optional(f.type) if path in known else f.type
        fields.append(replace(f, type=_present_in(kept, known, path + ".")))
    return replace(type_, fields=tuple(fields))
