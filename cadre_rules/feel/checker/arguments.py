"""The arguments of a call: how they are matched with parameters, and how a misfit is told.

In: `Call` nodes and signatures. Out: `Arranged`, one for each way of calling that the arguments' number and
names allow; faults where there is none. It must not decide what a call gives.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.describe import called, near, usage
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import (
    ABSENT_ITEMS,
    ARGUMENT_COUNT,
    ARGUMENT_TYPE,
    MISSING_ARGUMENT,
    MISSING_FIELD,
    REPEATED_ARGUMENT,
    UNKNOWN_ARGUMENT,
)
from cadre_rules.feel.checker.relations import ERROR, Bindings, bind, fill, may_be_absent
from cadre_rules.feel.tree import Argument, FunctionDefinition, Path, Span
from cadre_rules.feel.types import (
    NULL,
    ContextType,
    FormalParameter,
    FunctionType,
    ListType,
    Optional,
    Overload,
    Signature,
    Type,
    Variable,
    strip_optional,
)

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow
    from cadre_rules.feel.tree import Call, Node


@dataclass(frozen=True, slots=True)
class Arranged:
    """A way to call, with the number of the argument for each parameter, in the order of the parameters."""

    way: Overload
    arguments: tuple[Argument, ...]
    pairs: tuple[tuple[FormalParameter, int], ...]

    def in_order(self, values: dict[int, Node]) -> list[Node]:
        """Return the typed arguments in the order of the parameters."""
        return [values[number] for _, number in self.pairs]

    def canonical(self, values: list[Node]) -> tuple[Argument, ...]:
        """Return the arguments, given in this order, by position; by name if one between was left out."""
        gap = any(
            not parameter.variadic and self.way.parameters[place] != parameter
            for place, (parameter, _) in enumerate(self.pairs)
        )
        return tuple(
            replace(self.arguments[number], value=value, name=parameter.name if gap else None)
            for (parameter, number), value in zip(self.pairs, values, strict=True)
        )


def arrange(flow: Flow, node: Call, signature: Signature) -> list[Arranged]:
    """Return the ways of calling that fit by number, names and shape; tell faults if there are none."""
    named = any(a.name is not None for a in node.arguments)
    found = [_by_name(w, node.arguments) if named else _by_position(w, node.arguments) for w in signature.ways]
    fitting = [w for w in found if w is not None]
    shaped = [w for w in fitting if _has_shape(w)]
    if not fitting:
        _tell_arrangement(flow, node, signature, named)
    else:
        _mention_names(flow, fitting[0])
    return shaped or fitting


def _by_position(way: Overload, arguments: tuple[Argument, ...]) -> Arranged | None:
    parameters = list(way.parameters)
    if parameters and parameters[-1].variadic:
        parameters += [parameters[-1]] * (len(arguments) - len(parameters))
    needed = sum(not p.optional for p in way.parameters)
    if not needed <= len(arguments) <= len(parameters):
        return None
    pairs = tuple((p, n) for n, p in enumerate(parameters[: len(arguments)]))
    return Arranged(way, arguments, pairs)


def _by_name(way: Overload, arguments: tuple[Argument, ...]) -> Arranged | None:
    given = {_parameter(way, a.name): n for n, a in enumerate(arguments)}
    if None in given or len(given) != len(arguments):
        return None
    if any(p not in given and not p.optional for p in way.parameters):
        return None
    return Arranged(way, arguments, tuple((p, given[p]) for p in way.parameters if p in given))


def _parameter(way: Overload, name: str | None) -> FormalParameter | None:
    return next((p for p in way.parameters if name in (p.name, p.zh or p.name)), None)


def _has_shape(arranged: Arranged) -> bool:
    return all(
        isinstance(p.type, FunctionType) == isinstance(arranged.arguments[n].value, FunctionDefinition)
        for p, n in arranged.pairs
    )


def _mention_names(flow: Flow, arranged: Arranged) -> None:
    for parameter, number in arranged.pairs:
        argument = arranged.arguments[number]
        if argument.name is not None:
            zh = parameter.zh or parameter.name
            flow.mention(name_span(flow, argument), parameter.name, zh, "parameter")


def name_span(flow: Flow, argument: Argument) -> Span:
    """Return where the name of a named argument stands."""
    before = flow.exact(argument).split(":")[0].rstrip()
    return Span(argument.span.start, argument.span.start + len(before))


def _tell_arrangement(flow: Flow, node: Call, signature: Signature, named: bool) -> None:
    usage_, name = usage(signature), Text(signature.zh, signature.name)
    if not named:
        flow.fault(node, ARGUMENT_COUNT, name=name, given=len(node.arguments), signature=usage_)
        return
    seen: set[str | None] = set()
    known = {n for w in signature.ways for p in w.parameters for n in (p.name, p.zh or p.name)}
    told = False
    for argument in node.arguments:
        span = name_span(flow, argument)
        if argument.name not in known:
            told = True
            flow.fault(
                argument,
                UNKNOWN_ARGUMENT,
                name=name,
                argument=argument.name,
                signature=usage_,
                suggestion=near(argument.name or "", known),
                span=span,
            )
        elif argument.name in seen:
            told = True
            flow.fault(argument, REPEATED_ARGUMENT, argument=argument.name, span=span)
        seen.add(argument.name)
    if not told:
        _tell_missing(flow, node, signature, seen)


def _tell_missing(flow: Flow, node: Call, signature: Signature, seen: set[str | None]) -> None:
    name, usage_ = Text(signature.zh, signature.name), usage(signature)
    if len(signature.ways) == 1:
        missing = next((p for p in signature.parameters if not p.optional and not {p.name, p.zh} & seen), None)
        if missing is not None:
            called_ = Text(missing.zh or missing.name, missing.name)
            flow.fault(node, MISSING_ARGUMENT, name=name, parameter=called_, signature=usage_)
            return
    flow.fault(node, ARGUMENT_COUNT, name=name, given=len(node.arguments), signature=usage_)


def tell_misfit(flow: Flow, ways: list[Arranged], values: dict[int, Node], signature: Signature) -> Arranged:
    """Tell the first misfit of the way of calling that fits farthest; return that way."""
    best, at = ways[0], -1
    for way in ways:
        bindings: Bindings = {}
        good = 0
        for parameter, number in way.pairs:
            if not bind(parameter.type, type_of(values[number]), bindings):
                break
            good += 1
        if good > at:
            best, at = way, good
    bindings = {}
    for parameter, number in best.pairs:
        if not bind(parameter.type, type_of(values[number]), bindings):
            _misfit(flow, parameter, values[number], bindings, signature)
    return best


def _misfit(flow: Flow, parameter: FormalParameter, value: Node, bindings: Bindings, signature: Signature) -> None:
    found = type_of(value)
    if may_be_absent(found) and (found == NULL or bind(parameter.type, strip_optional(found), dict(bindings))):
        flow.need_present(value)
        return
    if _but_for_absent(parameter.type, found, bindings):
        flow.fault(value, ABSENT_ITEMS, text=flow.text(value), mended=_without_absent(flow, value))
        return
    lacking = _lacking(parameter.type, found)
    if lacking is not None:
        flow.fault(value, MISSING_FIELD, of=called(found), name=lacking)
        return
    expected = _expected(parameter.type, bindings)
    if expected == ERROR:  # another argument has a fault, which is told already
        return
    flow.fault(
        value,
        ARGUMENT_TYPE,
        name=Text(signature.zh, signature.name),
        parameter=Text(parameter.zh or parameter.name, parameter.name),
        expected=called(expected),
        found=called(found),
        signature=usage(signature),
    )


def _lacking(wanted: Type, found: Type) -> Text | None:
    """Return the name of a field that a record, or the records of a list, would need but do not have."""
    if isinstance(wanted, ListType) and isinstance(found, ListType):
        return _lacking(wanted.item, found.item)
    if not isinstance(wanted, ContextType) or not isinstance(found, ContextType):
        return None
    return next((Text(f.zh, f.en) for f in wanted.fields if found.find(f.en) is None), None)


def _but_for_absent(wanted: Type, found: Type, bindings: Bindings) -> bool:
    """Return whether a list would fit if none of its items were absent."""
    if not isinstance(found, ListType) or not isinstance(found.item, Optional):
        return False
    return bind(wanted, ListType(found.item.of), dict(bindings))


def _expected(wanted: Type, bindings: Bindings) -> Type:
    """Return what a parameter asks for, in terms of the arguments before it where it depends on them."""
    if isinstance(wanted, Variable):
        return bindings.get(wanted.name, wanted)
    if isinstance(wanted, Optional):
        return _expected(wanted.of, bindings)
    if isinstance(wanted, ListType) and isinstance(wanted.item, Variable):
        return ListType(_expected(wanted.item, bindings))
    return fill(wanted, bindings) if isinstance(wanted, FunctionType) else wanted


def _without_absent(flow: Flow, value: Node) -> str:
    if isinstance(value, Path) and isinstance(type_of(value.base), ListType):
        base, whole = flow.exact(value.base), flow.exact(value)
        name = whole[len(base) :].lstrip(". ")
        return f"{base}[{name} != null].{name}"
    return f"{flow.exact(value)}[item != null]"
