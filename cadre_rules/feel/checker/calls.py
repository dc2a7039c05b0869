"""Calls of functions: which way of calling is meant, whether the arguments fit, what comes out.

In: `Call` nodes. Out: typed nodes whose function has its English name and whose arguments stand in the
order of the parameters. What single functions need beyond their signature is in `results`.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.arguments import Arranged, arrange, tell_misfit
from cadre_rules.feel.checker.comparing import takes_hint
from cadre_rules.feel.checker.describe import called, listed, near
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import (
    ARGUMENT_COUNT,
    ARGUMENT_TYPE,
    DOES_NOT_FIT,
    NOT_A_FUNCTION,
    NOT_REPLAYABLE,
    TEXT_NEEDED,
    UNKNOWN_FUNCTION,
    UNKNOWN_TEXT,
)
from cadre_rules.feel.checker.relations import ERROR, Bindings, bind, fill, fits
from cadre_rules.feel.checker.results import canonical, result_of
from cadre_rules.feel.checker.values import within_quotes
from cadre_rules.feel.signatures import BUILTINS, NOT_IN_POLICIES
from cadre_rules.feel.tree import Argument, Call, FunctionDefinition, Literal_, Name, Node
from cadre_rules.feel.types import Enumeration, FunctionType, ListType, Signature, Type, strip_optional

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow


def call(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `function(arguments)`."""
    assert isinstance(node, Call)
    name = node.function
    if not isinstance(name, Name):
        return _call_value(flow, node)
    meant = flow.find(name.name)
    if meant is not None and isinstance(meant[1].type, FunctionType):
        return _call_value(flow, node)
    signature = flow.functions.get(name.name) or BUILTINS.get(name.name)
    if signature is None:
        _loose(flow, node)
        if meant is not None:
            return flow.fault(node, NOT_A_FUNCTION, name=name.name, span=name.span)
        known = {*flow.functions, *BUILTINS}
        return flow.fault(node, UNKNOWN_FUNCTION, name=name.name, suggestion=near(name.name, known), span=name.span)
    if signature.name in NOT_IN_POLICIES and signature.name not in flow.functions:
        return flow.fault(node, NOT_REPLAYABLE, name=name.name)
    flow.mention(name.span, signature.name, signature.zh, "function")
    node = replace(node, function=replace(name, name=signature.name))
    if signature.literals:
        return _call_with_text(flow, node, signature)
    return _apply(flow, node, signature)


def _loose(flow: Flow, node: Call) -> tuple[Argument, ...]:
    """Infer the arguments of a call that cannot be understood, for the faults that are in them."""
    return tuple(
        replace(a, value=flow.infer(a.value)) for a in node.arguments if not isinstance(a.value, FunctionDefinition)
    )


def _call_value(flow: Flow, node: Call) -> Node:
    """Check the call of a function that is a value: defined on the spot, or held by a name."""
    if isinstance(node.function, FunctionDefinition):
        arguments = [flow.value(a.value) for a in node.arguments]
        hint: Type | None = None
        if len(arguments) == len(node.function.parameters):
            hint = FunctionType(tuple(type_of(a) for a in arguments), ERROR)
        function = flow.infer(node.function, hint)
    else:
        function = flow.value(node.function)
        arguments = [flow.value(a.value) for a in node.arguments]
    typed = tuple(replace(a, value=v) for a, v in zip(node.arguments, arguments, strict=True))
    node, found = replace(node, function=function, arguments=typed), type_of(function)
    text = flow.text(function)
    usage = ", ".join(str(p) for p in found.parameters) if isinstance(found, FunctionType) else ""
    if found == ERROR:
        return replace(node, type=ERROR)
    if not isinstance(found, FunctionType):
        return flow.fault(node, NOT_A_FUNCTION, name=text, span=function.span)
    if len(found.parameters) != len(arguments):
        return flow.fault(node, ARGUMENT_COUNT, name=text, given=len(arguments), signature=f"{text}({usage})")
    for number, (wanted, value) in enumerate(zip(found.parameters, arguments, strict=True), 1):
        if not fits(type_of(value), wanted):
            flow.fault(
                value,
                ARGUMENT_TYPE,
                name=text,
                parameter=number,
                expected=called(wanted),
                found=called(type_of(value)),
                signature=f"{text}({usage})",
            )
    return replace(node, type=found.result)


def _call_with_text(flow: Flow, node: Call, signature: Signature) -> Node:
    """Check the call of a function whose first argument is one of a closed set of texts."""
    known, name = listed(f.text for f in signature.literals), Text(signature.zh, signature.name)
    typed = _apply(flow, node, signature)
    assert isinstance(typed, Call)
    if not node.arguments or type_of(typed) == ERROR:
        return replace(typed, type=ERROR)
    first = typed.arguments[0]
    if not isinstance(first.value, Literal_) or not isinstance(first.value.value, str):
        return flow.fault(typed, TEXT_NEEDED, name=name, known=known, span=first.value.span)
    text, span = first.value.value, within_quotes(first.value.span)
    found = next((f for f in signature.literals if text in (f.en, f.zh)), None)
    if found is None:
        names = {n for f in signature.literals for n in (f.en, f.zh)}
        return flow.fault(
            typed,
            UNKNOWN_TEXT,
            name=name,
            text=text,
            known=known,
            suggestion=near(text, names),
            span=span,
        )
    flow.mention(span, found.en, found.zh, "value")
    value = replace(first.value, value=found.en)
    arguments = (replace(first, value=value), *typed.arguments[1:])
    return replace(typed, arguments=arguments, type=found.type)


def _apply(flow: Flow, node: Call, signature: Signature) -> Node:
    ways = arrange(flow, node, signature)
    if not ways:
        return replace(node, arguments=_loose(flow, node), type=ERROR)
    values = _infer_arguments(flow, ways)
    way, fault = ways[0], True
    for way in ways:
        if _binds(way, values) is not None:
            fault = False
            break
    if fault:
        way = tell_misfit(flow, ways, values, signature)
    given = canonical(flow, signature.name, way.in_order(values))
    node = replace(node, arguments=way.canonical(given))
    if fault or any(type_of(v) == ERROR for v in given):
        return replace(node, type=ERROR)
    types = tuple(type_of(v) for v in given)
    if signature.check is not None and (reason := signature.check(types)) is not None:
        return flow.fault(node, DOES_NOT_FIT, name=Text(signature.zh, signature.name), reason=reason)
    declared = way.way.result or signature.result
    result = declared(types) if callable(declared) else fill(declared, _binds(way, values) or {})
    return replace(node, type=result_of(flow, signature.name, given, result))


def _binds(way: Arranged, values: dict[int, Node]) -> Bindings | None:
    """Return what the variables stand for if all arguments fit this way of calling."""
    bindings: Bindings = {}
    for parameter, number in way.pairs:
        if not bind(parameter.type, type_of(values[number]), bindings):
            return None
    return bindings


def _infer_arguments(flow: Flow, ways: list[Arranged]) -> dict[int, Node]:
    """Infer every argument once: first those with a type of their own, then texts, then functions."""
    first = ways[0]
    order = sorted(first.pairs, key=lambda p: (_rank(flow, first.arguments[p[1]].value), p[1]))
    values: dict[int, Node] = {}
    bindings: Bindings = {}
    for parameter, number in order:
        argument = first.arguments[number].value
        hint = fill(parameter.type, bindings)
        if len(ways) > 1 and not isinstance(argument, FunctionDefinition):
            hint = _vocabulary(values) or hint
        values[number] = flow.value(argument, hint)
        bind(parameter.type, type_of(values[number]), bindings)
    return values


def _rank(flow: Flow, node: Node) -> int:
    if isinstance(node, FunctionDefinition):
        return 2
    return 1 if takes_hint(flow, node) else 0


def _vocabulary(values: dict[int, Node]) -> Type | None:
    """Return the enumeration among the arguments so far: a text beside it is one of its values."""
    for node in values.values():
        found = strip_optional(type_of(node))
        found = found.item if isinstance(found, ListType) else found
        if isinstance(found, Enumeration):
            return found
    return None
