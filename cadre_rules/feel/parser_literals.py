"""Literals: from the tokens of a number or of an `@"…"` to the value.

In: tokens. Out: values, or `FeelSyntaxError` for a number that FEEL cannot represent and for a text that is
no date, time or duration. DMN 1.5, grammar rules 35 and 65.
"""

from __future__ import annotations

from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING

from cadre_rules.feel import messages
from cadre_rules.feel.lexer import Token, fault
from cadre_rules.feel.temporal_text import parse_temporal
from cadre_rules.feel.tree import Literal_, Span
from cadre_rules.feel.values import ARITHMETIC

if TYPE_CHECKING:
    from cadre_rules.documents.source import Source


def literal_number(token: Token, source: Source) -> Decimal:
    """Return the number that a token writes, rounded to 34 digits."""
    try:
        value = ARITHMETIC.create_decimal(token.text)
    except DecimalException:
        value = None
    lost = value == 0 and any(digit in token.text.lower().split("e")[0] for digit in "123456789")
    if value is None or lost:
        raise fault(messages.NUMBER_RANGE, source, token.start, token.end, found=token.text[:40])
    return value


def literal_temporal(at: Token, string: Token, source: Source) -> Literal_:
    """Return the node of an `@"…"` literal."""
    value = parse_temporal(string.value)
    if value is None:
        raise fault(messages.BAD_AT_LITERAL, source, at.start, string.end, found=string.value[:40])
    return Literal_(value, span=Span(at.start, string.end))
