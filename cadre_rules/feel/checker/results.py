"""What single functions need beyond their signatures: results that depend on what is written out or known.

In: the name of a function, its typed arguments, the result that its signature gives. Out: the result's
type, and the canonical form of arguments that name a field.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.builtins import patterns
from cadre_rules.feel.checker import facts
from cadre_rules.feel.checker.describe import called, listed, near
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import NOT_REAL, UNKNOWN_FIELD
from cadre_rules.feel.checker.names import field_names
from cadre_rules.feel.checker.operators import constant, divisor
from cadre_rules.feel.checker.relations import ERROR
from cadre_rules.feel.checker.temporals import Form, written_out
from cadre_rules.feel.checker.values import within_quotes
from cadre_rules.feel.tree import Call, ListNode, Literal_, Name
from cadre_rules.feel.types import ContextType, Field, Type, strip_optional

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.feel.checker.flow import Flow
    from cadre_rules.feel.tree import Node

_SCALED = ("decimal", "floor", "ceiling", "round up", "round down", "round half up", "round half down")
_MAX_SCALE = 6000  # places that a number can be rounded to
_PATTERNS: dict[str, Callable[..., Any]] = {
    "matches": lambda text, pattern, flags="": patterns.matches(text, pattern, flags),
    "replace": lambda text, pattern, by, flags="": patterns.replace(text, pattern, by, flags),
    "split": patterns.split,
}
_FORM = Form(
    Text("式样", "pattern"),
    Text(
        '式样须为正则表达式，且不得匹配空文本，如 "[0-9]+"',
        'a pattern is a regular expression that does not match an empty text, such as "[0-9]+"',
    ),
)
_WITH_KEY = ("get value", "context put")
_OF_ITEMS = ("min", "max", "sum", "mean", "product", "median")  # null for an empty list only


def result_of(flow: Flow, function: str, arguments: list[Node], result: Type) -> Type:
    """Return the type of the result of a call that is in order."""
    made = written_out(flow, function, arguments)
    if made is not None:
        return made
    if function in _OF_ITEMS and _has_items(flow, arguments[0]):
        return strip_optional(result)
    if function == "modulo":
        divisor(flow, arguments[1])
    if function in _PATTERNS and _pattern(flow, function, arguments):
        return strip_optional(result)
    if function in _SCALED and _within_scale(arguments):
        return strip_optional(result)
    if function in ("odd", "even") and _is_whole(arguments[0]):
        return strip_optional(result)
    if function in ("sqrt", "log"):
        number = constant(arguments[0])
        return strip_optional(result) if number is not None and number > 0 else result
    if function == "get value":
        return _entry(flow, arguments[0], arguments[1], result)
    if function == "context put":
        return _put(arguments, result)
    return result


def _has_items(flow: Flow, node: Node) -> bool:
    return bool(isinstance(node, ListNode) and node.items) or facts.not_empty(node) in flow.known


def canonical(flow: Flow, function: str, arguments: list[Node]) -> list[Node]:
    """Return the arguments with the key of a field in its English name, where one is written out."""
    if function not in _WITH_KEY:
        return arguments
    owner, key = type_of(arguments[0]), arguments[1]
    if not isinstance(key, Literal_) or not isinstance(owner, ContextType):
        return arguments
    found = owner.find(str(key.value))
    if found is None:
        return arguments
    flow.mention(within_quotes(key.span), found.en, found.zh, "field")
    return [arguments[0], replace(key, value=found.en), *arguments[2:]]


def _is_whole(node: Node) -> bool:
    """Return whether a number is known to be whole: a count, or one that is written out."""
    if isinstance(node, Call) and isinstance(node.function, Name):
        return node.function.name == "count"
    number = constant(node)
    return number is not None and number == number.to_integral_value()


def _within_scale(arguments: list[Node]) -> bool:
    scale = constant(arguments[1]) if len(arguments) > 1 else None
    return scale is not None and abs(scale) <= _MAX_SCALE


def _pattern(flow: Flow, function: str, arguments: list[Node]) -> bool:
    """Return whether the pattern is written out, so that null cannot come out; tell a fault if it is none."""
    written = [a.value for a in arguments[1:] if isinstance(a, Literal_) and isinstance(a.value, str)]
    if len(written) < len(arguments) - 1:
        return False
    if _PATTERNS[function]("", *written) is None:
        flow.fault(arguments[1], NOT_REAL, text=written[0], type=_FORM.called, form=_FORM.help)
    return True


def _entry(flow: Flow, context: Node, key: Node, result: Type) -> Type:
    owner = type_of(context)
    if not isinstance(key, Literal_) or not isinstance(owner, ContextType):
        return result
    found = owner.find(str(key.value))
    if found is not None:
        return found.type
    flow.fault(
        key,
        UNKNOWN_FIELD,
        of=called(owner),
        name=key.value,
        known=listed(field_names(owner.fields)),
        suggestion=near(str(key.value), {n for f in owner.fields for n in (f.en, f.zh)}),
        span=within_quotes(key.span),
    )
    return ERROR


def _put(arguments: list[Node], result: Type) -> Type:
    owner, key = type_of(arguments[0]), arguments[1]
    if not isinstance(key, Literal_) or not isinstance(owner, ContextType):
        return result
    name = str(key.value)
    new = replace(owner.find(name) or Field(name, name, result), type=type_of(arguments[2]))
    return ContextType((*(f for f in owner.fields if f.en != new.en), new))
