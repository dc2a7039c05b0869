"""Comparisons of lowered values: one place that knows which primitive compares what with what.

In: two lowered values. Out: a truth. Comparisons that would lose exactness raise `NotExact`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.plan.builder import Builder, NotExact
from cadre_rules.plan.instructions import Bounds, Element, Operand, Scalar, Span, Value
from cadre_rules.vocabulary.codes import ABSENT, FALSE, MAYBE, NOT, TRUE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

_MIRROR: Mapping[str, str] = {"=": "=", "!=": "!=", "<": ">", "<=": ">=", ">": "<", ">=": "<="}
_BOUNDS: Mapping[str, str] = {
    "<": "bounds_lt",
    "<=": "bounds_le",
    ">": "bounds_gt",
    ">=": "bounds_ge",
    "=": "bounds_eq",
}
_SERVICE: Mapping[str, str] = {
    "<": "service_less",
    "<=": "service_at_most",
    ">": "service_more",
    ">=": "service_at_least",
    "=": "service_equal",
}


def compare(build: Builder, operator: str, left: Value, right: Value, ordered: bool = True) -> Scalar:
    """Return the truth of `left operator right`."""
    if _is_null(right):
        return _null_test(build, operator, left)
    if _is_null(left):
        return _null_test(build, _MIRROR[operator], right)
    if isinstance(left, Scalar) and isinstance(right, (Bounds, Span)):
        return compare(build, _MIRROR[operator], right, left, ordered)
    if isinstance(left, (Bounds, Span)) and isinstance(right, Scalar):
        return _interval(build, operator, left, right)
    if isinstance(left, Scalar) and isinstance(right, Scalar):
        return _scalars(build, operator, left, right)
    raise NotExact("a comparison of these values is evaluated by the interpreter")


def _is_null(value: Value) -> bool:
    return isinstance(value, Scalar) and value.at == ABSENT


def _null_test(build: Builder, operator: str, value: Value) -> Scalar:
    if operator not in ("=", "!="):
        raise NotExact("an order with null")
    domain = value.domain if isinstance(value, Scalar) else None
    if isinstance(value, (Bounds, Span)):
        return Scalar(0 if operator == "=" else 3, "truth")
    if isinstance(value, Scalar) and isinstance(value.at, int):
        known = MAYBE if value.at in (UNKNOWN, MAYBE if value.kind == "truth" else UNKNOWN) else FALSE
        return Scalar(known if operator == "=" else NOT[known], "truth")
    if isinstance(value, Scalar):
        primitive = "truth_is_absent" if value.kind == "truth" else "is_absent"
        at: Operand = build.emit(primitive, value.at, domain=domain)
    elif isinstance(value, Element):
        at = build.emit("is_absent", value.at)
    else:
        raise NotExact("a list compared with null")
    return Scalar(at if operator == "=" else build.emit("not", at, domain=domain), "truth", domain=domain)


def _interval(build: Builder, operator: str, left: Bounds | Span, right: Scalar) -> Scalar:
    table = _BOUNDS if isinstance(left, Bounds) else _SERVICE
    positive = "=" if operator == "!=" else operator
    if right.domain:
        raise NotExact("a bounded value compared inside a list")
    at: Operand = build.emit(table[positive], left.low, left.high, right.at)
    return Scalar(build.emit("not", at) if operator == "!=" else at, "truth")


def _scalars(build: Builder, operator: str, left: Scalar, right: Scalar) -> Scalar:
    domain = left.domain or right.domain
    if left.kind == "truth":
        return _truths(build, operator, left, right, domain)
    a, b = left.at, right.at
    if operator in (">", ">="):
        a, b, operator = b, a, _MIRROR[operator]
    name = {"=": "eq", "!=": "ne", "<": "lt", "<=": "le"}[operator]
    if left.kind in ("text",) and name in ("lt", "le"):
        raise NotExact("the order of texts is evaluated by the interpreter")
    folded = _folded(name, a, b)
    if folded is not None:
        return Scalar(folded, "truth", domain=domain)
    doubt = left.maybe_unknown or right.maybe_unknown
    if name in ("lt", "le"):
        doubt = doubt or left.maybe_absent or right.maybe_absent
    return Scalar(build.emit(name if doubt else f"{name}_k", a, b, domain=domain), "truth", domain=domain)


def _folded(name: str, a: Operand, b: Operand) -> int | None:
    """Return a comparison's truth where the constants among its sides settle it."""
    if UNKNOWN in (a, b) or (name in ("lt", "le") and ABSENT in (a, b)):
        return MAYBE
    if not isinstance(a, int) or not isinstance(b, int):
        return None
    holds = {"eq": a == b, "ne": a != b, "lt": a < b, "le": a <= b}[name]
    return TRUE if holds else FALSE


def _truths(build: Builder, operator: str, left: Scalar, right: Scalar, domain: str | None) -> Scalar:
    if operator not in ("=", "!="):
        raise NotExact("an order of truths")
    at: Operand
    if isinstance(left.at, int) and isinstance(right.at, int):
        equal = MAYBE if MAYBE in (left.at, right.at) else TRUE if left.at == right.at else FALSE
        return Scalar(equal if operator == "=" else NOT[equal], "truth")
    if right.at == 3 or left.at == 3:
        value = left if right.at == 3 else right
        at = value.at if not value.maybe_absent else build.emit("truth_eq", value.at, 3, domain=domain)
    else:
        at = build.emit("truth_eq", left.at, right.at, domain=domain)
    if operator == "!=":
        at = build.emit("not", at, domain=domain)
    return Scalar(at, "truth", domain=domain)
