"""Lists become masks: filters, quantifiers, positions and calls over a list of the record.

In: a filter, quantifier or call node and the lowering that is under way. Out: lowered values. A subset of a list is
two masks (certain members, perhaps members) and a flag for further ones; nested lists are left to the interpreter.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cadre_rules.feel.tree import Call, Filter, Name, Node, Quantified, position_of
from cadre_rules.feel.types import BOOLEAN, ContextType, ListType, strip_optional
from cadre_rules.plan.builder import Builder, NotExact
from cadre_rules.plan.domain import lower_domain_call
from cadre_rules.plan.instructions import Bounds, Element, Operand, Scalar, Subset, Value

if TYPE_CHECKING:
    from cadre_rules.plan.steps import Environment, Plan


class Lowering(Protocol):
    """What this module needs of the lowering under way."""

    build: Builder
    plan: Plan
    env: Environment | None
    items: list[tuple[str | None, str, ContextType]]
    as_of: Any

    def lower(self, node: Node) -> Value:
        """Lower one expression."""
        ...

    def truth_of(self, value: Value | None) -> Any:
        """Return where a truth is."""
        ...

    def negate(self, at: Any, domain: str | None = None) -> Any:
        """Return where the negation of a truth is."""
        ...


def lower_filter(at: Lowering, node: Filter) -> Value:
    """Lower `list[condition]` or `list[position]`."""
    position = position_of(node.condition)
    base = at.lower(node.base)
    if not isinstance(base, Subset):
        raise NotExact("a filter over what is not a list of the record")
    if position is not None:
        primitive = "pick_last" if position < 0 else "pick_first"
        picked = at.build.emit(primitive, base.certain, base.perhaps, base.further, abs(position))
        return Element(base.list, picked)
    if node.condition.type is None or strip_optional(node.condition.type) != BOOLEAN:
        raise NotExact("a computed position")
    true, maybe, virtual = _predicate(at, base.list, None, node.base, node.condition)
    return restrict(at.build, base, true, maybe, virtual)


def restrict(build: Builder, base: Subset, true: Operand, maybe: Operand, virtual: Operand) -> Subset:
    """Return the members of `base` for which a predicate holds, given its masks over the whole list."""
    certain = build.emit("keep_certain", base.certain, true)
    perhaps = build.emit("keep_perhaps", base.certain, base.perhaps, true, maybe, certain)
    further: Operand = base.further
    if virtual == 0:
        further = 0
    elif not isinstance(virtual, int):
        further = build.emit("keep_further", base.further, virtual)
    return Subset(base.list, certain, perhaps, further)


def lower_quantified(at: Lowering, node: Quantified) -> Scalar:
    """Lower `some` or `every` over one list of the record."""
    if len(node.iterators) != 1 or node.iterators[0].end is not None:
        raise NotExact("a quantifier over several lists is evaluated by the interpreter")
    iterator = node.iterators[0]
    base = at.lower(iterator.domain)
    if not isinstance(base, Subset):
        raise NotExact("a quantifier over what is not a list of the record")
    true, maybe, virtual = _predicate(at, base.list, iterator.name, iterator.domain, node.condition)
    out = at.build.emit(node.kind, base.certain, base.perhaps, base.further, true, maybe, virtual)
    return Scalar(out, "truth")


def _predicate(
    at: Lowering, list_: str, variable: str | None, domain: Node, condition: Node
) -> tuple[Operand, Operand, Operand]:
    """Lower a predicate over a list's items; return its masks (true, maybe) and its truth for an unlisted item."""
    if any(name for _, name, _ in at.items):
        raise NotExact("a list inside a list is evaluated by the interpreter")
    type_ = domain.type
    assert isinstance(type_, ListType)
    item = type_.item
    assert isinstance(item, ContextType)
    at.items.append((variable, list_, item))
    truth = at.truth_of(at.lower(condition))
    at.build.virtual = True
    virtual = at.truth_of(at.lower(condition))
    at.build.virtual = False
    at.items.pop()
    count = at.build.list_(list_).count
    true, maybe = at.build.emit_many("mask", truth, count, outs=2, domain=list_)
    return true, maybe, virtual


def lower_call(at: Lowering, node: Call) -> Value:
    """Lower a call of a built-in or a domain function that the kernel has."""
    if not isinstance(node.function, Name):
        raise NotExact("a call of a computed function")
    name = node.function.name
    arguments = [a.value for a in node.arguments]
    if name == "not":
        inner = at.lower(arguments[0])
        domain = inner.domain if isinstance(inner, Scalar) else None
        return Scalar(at.negate(at.truth_of(inner), domain), "truth", domain=domain)
    if name == "concluded":
        return at.lower(arguments[0])
    if name == "count":
        base = at.lower(arguments[0])
        if isinstance(base, Subset):
            return Bounds(
                at.build.emit("count_low", base.certain),
                at.build.emit("count_high", base.certain, base.perhaps, base.further),
            )
    return lower_domain_call(at, name, arguments)
