"""Values to codes and back: the one place where FEEL values meet the kernel's integers.

In: FEEL values and types, or codes. Out: the other. A value that has no exact code raises `NotExact`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.types import Enumeration, Type, strip_optional
from cadre_rules.feel.values import UNKNOWN as FEEL_UNKNOWN
from cadre_rules.feel.values import Date, Interval, YearsMonths
from cadre_rules.plan.builder import NotExact, code_kind
from cadre_rules.plan.primitives import LARGEST, SCALE
from cadre_rules.vocabulary.codes import (
    ABSENT,
    FALSE,
    HIGHEST,
    LOWEST,
    MAYBE,
    TRUE,
    UNKNOWN,
    pack_date,
    unpack_date,
)

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.plan.instructions import Kind


def encode(value: Any, type_: Type, text: Callable[[str], int]) -> int:
    """Return the code of `value`, a FEEL value of `type_`; `text` gives the codes of texts."""
    if value is FEEL_UNKNOWN:
        return MAYBE if code_kind(type_) == "truth" else UNKNOWN
    if value is None:
        return ABSENT
    if isinstance(value, bool):
        return TRUE if value else FALSE
    if isinstance(value, Decimal):
        return encode_number(value)
    if isinstance(value, Date):
        if not 1 <= value.year <= 9999:
            raise NotExact("a date outside of the years 1 to 9999")
        return pack_date(value.year, value.month, value.day)
    if isinstance(value, YearsMonths):
        return value.months
    if isinstance(value, str):
        bare = strip_optional(type_)
        if not isinstance(bare, Enumeration) or code_kind(bare) == "text":
            return text(value)
        found = bare.find(value)
        if found is None:
            raise NotExact(f"`{value}` is outside of the vocabulary")
        return found.code
    raise NotExact(f"a {type(value).__name__} has no code")


def encode_number(value: Decimal) -> int:
    """Return a number scaled by `SCALE`; raises `NotExact` where that loses digits or leaves the range."""
    if not value.is_finite() or abs(value) > LARGEST // SCALE:
        raise NotExact("a number out of the kernel's range")
    scaled = value * SCALE
    if scaled != int(scaled):
        raise NotExact("a number with more than six decimals")
    return int(scaled)


def encode_constant(value: Any, type_: Type | None, text: Callable[[str], int]) -> tuple[Kind, int]:
    """Return kind and code of a constant of a policy."""
    if value is None:
        return "number", ABSENT
    if type_ is None:
        raise NotExact("a constant without a type")
    return code_kind(type_), encode(value, type_, text)


def decode(code: int, type_: Type, texts: dict[int, str]) -> Any:
    """Return the FEEL value of a code; `texts` names the texts of the plan and of the record."""
    kind = code_kind(type_)
    if code == UNKNOWN or (kind == "truth" and code == MAYBE):
        return FEEL_UNKNOWN
    if code == ABSENT:
        return None
    if kind == "truth":
        return code == TRUE
    if kind == "number":
        return decode_number(code)
    if kind == "date":
        return Date(*unpack_date(code))
    if kind == "months":
        return YearsMonths(code)
    if kind == "enum":
        bare = strip_optional(type_)
        assert isinstance(bare, Enumeration)
        return next(v.en for v in bare.values if v.code == code)
    return texts[code]


def decode_number(code: int) -> Decimal:
    """Return the number of a scaled code, without trailing zeros."""
    whole, rest = divmod(code, SCALE)
    return Decimal(whole) if rest == 0 else Decimal(code) / SCALE


def decode_bounds(low: int, high: int, kind: Kind) -> Any:
    """Return a number or span that is known exactly or only between bounds."""
    make: Callable[[int], Any] = YearsMonths if kind == "months" else decode_number
    if low == high:
        return make(low)
    return Interval(None if low <= LOWEST else make(low), None if high >= HIGHEST else make(high))
