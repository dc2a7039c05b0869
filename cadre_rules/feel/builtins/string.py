"""Functions on strings (DMN 1.5, 10.3.4.3). Positions count characters (code points) from 1."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from cadre_rules.feel.builtins import patterns
from cadre_rules.feel.builtins.registry import builtin


def slice_of(size: int, start: Decimal, length: Decimal | None) -> slice | None:
    """Return what `start` and `length` select of `size` items; None outside of the bounds that DMN sets."""
    first = int(start)
    if first == 0 or abs(first) > size:
        return None
    index = first - 1 if first > 0 else size + first
    if length is None:
        return slice(index, size)
    amount = int(length)
    return slice(index, index + amount) if 1 <= amount <= size - index else None


@builtin("substring", "string: string, start position: number, length?: number")
def _substring(text: str, start: Decimal, length: Decimal | None) -> str | None:
    part = slice_of(len(text), start, length)
    return None if part is None else text[part]


@builtin("string length", "string: string")
def _string_length(text: str) -> Decimal:
    return Decimal(len(text))


@builtin("upper case", "string: string")
def _upper_case(text: str) -> str:
    return text.upper()


@builtin("lower case", "string: string")
def _lower_case(text: str) -> str:
    return text.lower()


@builtin("substring before", "string: string, match: string")
def _substring_before(text: str, match: str) -> str:
    before, found, _ = text.partition(match) if match else ("", "", "")
    return before if found else ""


@builtin("substring after", "string: string, match: string")
def _substring_after(text: str, match: str) -> str:
    return text.partition(match)[2] if match else text


@builtin("contains", "string: string, match: string")
def _contains(text: str, match: str) -> bool:
    return match in text


@builtin("starts with", "string: string, match: string")
def _starts_with(text: str, match: str) -> bool:
    return text.startswith(match)


@builtin("ends with", "string: string, match: string")
def _ends_with(text: str, match: str) -> bool:
    return text.endswith(match)


@builtin("matches", "input: string, pattern: string, flags?: string")
def _matches(text: str, pattern: str, flags: str | None) -> bool | None:
    return patterns.matches(text, pattern, flags or "")


@builtin("replace", "input: string, pattern: string, replacement: string, flags?: string")
def _replace(text: str, pattern: str, replacement: str, flags: str | None) -> str | None:
    return patterns.replace(text, pattern, replacement, flags or "")


@builtin("split", "string: string, delimiter: string")
def _split(text: str, delimiter: str) -> list[str] | None:
    return patterns.split(text, delimiter)


@builtin("string join", "list: list, delimiter?: string")
def _string_join(items: list[Any], delimiter: str | None) -> str | None:
    if not all(item is None or isinstance(item, str) for item in items):
        return None
    return (delimiter or "").join(item for item in items if item is not None)
