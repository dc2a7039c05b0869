"""`number`, `string` and `range` from text (DMN 1.5, 10.3.4.1)."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any, Final

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.comparison import compare
from cadre_rules.feel.parser import parse
from cadre_rules.feel.temporal_text import parse_date, parse_date_time, parse_duration, parse_time
from cadre_rules.feel.tree import Call, Literal_, Name, Node, Range
from cadre_rules.feel.values import (
    ARITHMETIC,
    Date,
    DateTime,
    DaysTime,
    FunctionValue,
    RangeValue,
    Time,
    YearsMonths,
)

_NUMBER: Final = re.compile(r"-?(?:[0-9]+(?:\.[0-9]+)?|\.[0-9]+)(?:[eE][+-]?[0-9]+)?", re.ASCII)
_OPEN_RANGE: Final = re.compile(r"\s*([\[\](])\s*(.*?)\s*\.\.\s*(.*?)\s*([\[\])])\s*", re.DOTALL)
_MAKERS: Final = {
    "date": parse_date,
    "time": parse_time,
    "date and time": parse_date_time,
    "duration": parse_duration,
}


@builtin("number", "from: string, grouping separator: any, decimal separator: any")
def _number(text: str, grouping: Any, decimal: Any) -> Decimal | None:
    if grouping not in (" ", ",", ".", None) or decimal not in (",", ".", None):
        return None
    if grouping == decimal and grouping is not None:
        return None
    plain = text.replace(grouping, "") if grouping else text
    plain = plain.replace(decimal, ".") if decimal else plain
    return ARITHMETIC.create_decimal(plain) if _NUMBER.fullmatch(plain) else None


@builtin("string", "from: any")
def _string(value: Any) -> str | None:
    return None if value is None else to_text(value)


def to_text(value: Any, *, inside: bool = False) -> str:
    """Return a value as text; strings inside lists and contexts stand in quotes."""
    if isinstance(value, str):
        escaped = value.replace("\\", "\\\\").replace('"', '\\"')
        return f'"{escaped}"' if inside else value
    if value is None:
        return "null"
    if isinstance(value, bool):
        return "true" if value else "false"
    if isinstance(value, Decimal):
        return number_text(value)
    if isinstance(value, (list, tuple)):
        return f"[{', '.join(to_text(item, inside=True) for item in value)}]"
    if isinstance(value, dict):
        return f"{{{', '.join(f'{key}: {to_text(item, inside=True)}' for key, item in value.items())}}}"
    if isinstance(value, RangeValue):
        return _range_text(value)
    if isinstance(value, FunctionValue):
        return f"function({', '.join(value.parameters)})"
    if isinstance(value, (Date, Time, DateTime, YearsMonths, DaysTime)):
        return f'@"{value.iso()}"' if inside else value.iso()
    return str(value)


def number_text(value: Decimal) -> str:
    """Return a number in digits, without exponent and without zeros that mean nothing."""
    digits = f"{value:f}" if value else "0"
    return digits.rstrip("0").rstrip(".") if "." in digits else digits


def _range_text(value: RangeValue) -> str:
    if value.single:
        return f"= {to_text(value.low, inside=True)}"
    low = "" if value.low is None else to_text(value.low, inside=True)
    high = "" if value.high is None else to_text(value.high, inside=True)
    return f"{'[' if value.low_included else '('}{low}..{high}{']' if value.high_included else ')'}"


@builtin("range", "from: string")
def _range(text: str) -> RangeValue | None:
    """Return the range that a text writes with literal ends; an end that is left out is open."""
    match = _OPEN_RANGE.fullmatch(text)
    if match is None:
        return None
    opening, low_text, high_text, closing = match.groups()
    if (not low_text and opening == "[") or (not high_text and closing == "]") or not (low_text or high_text):
        return None
    try:
        tree = parse(f"{opening}{low_text or high_text}..{high_text or low_text}{closing}")
    except FeelSyntaxError:
        return None
    if not isinstance(tree, Range):
        return None
    low = _literal_end(tree.low) if low_text else None
    high = _literal_end(tree.high) if high_text else None
    if (low_text and low is None) or (high_text and high is None):
        return None
    if low is not None and high is not None and compare("<=", low, high) is not True:
        return None
    return RangeValue(low, high, tree.low_included, tree.high_included)


def _literal_end(node: Node | None) -> Any:
    """Return the value of a literal, or of a date, time or duration made from a literal string."""
    if isinstance(node, Literal_):
        return node.value
    if not (isinstance(node, Call) and isinstance(node.function, Name) and len(node.arguments) == 1):
        return None
    make = _MAKERS.get(node.function.name)
    argument = node.arguments[0].value
    if make is None or not (isinstance(argument, Literal_) and isinstance(argument.value, str)):
        return None
    return make(argument.value)
