"""What a plain (unquoted) YAML scalar means: the strict reading that every file of ours has.

Numbers are those of JSON and never floats; booleans are `true` and `false` only; a date is `YYYY-MM-DD` and
has to exist; `202504` (a year and a month, as personnel forms write it), `0012`, `1_000`, `yes` and `12:30`
are texts. It must not know of files or positions.
"""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.documents import messages

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Message

DIGITS = 34  # decimal128, as FEEL has it
_EXPONENT = 60
_NUMBER = re.compile(r"-?(?:0|[1-9][0-9]*)(\.[0-9]+)?([eE][-+]?[0-9]+)?")
_YEAR_MONTH = re.compile(r"(?:19|20)[0-9]{2}(?:0[1-9]|1[0-2])")
_DATE = re.compile(r"[0-9]{4}-[0-9]{2}-[0-9]{2}")
_NOT_FINITE = re.compile(r"[-+]?\.(?:inf|Inf|INF)|\.(?:nan|NaN|NAN)")
_WORDS: dict[str, bool | None] = {"true": True, "false": False, "null": None, "~": None, "": None}
_FIRST = frozenset("-+.0123456789")

Resolved = str | int | Decimal | bool | date | None


def resolve(text: str) -> tuple[Resolved, Message | None]:
    """Return the value of a plain scalar, and the message of its fault or None."""
    if text in _WORDS:
        return _WORDS[text], None
    if text[0] not in _FIRST:
        return text, None
    if _YEAR_MONTH.fullmatch(text):
        return text, None
    if _DATE.fullmatch(text):
        try:
            return date.fromisoformat(text), None
        except ValueError:
            return text, messages.NO_SUCH_DATE
    if _NOT_FINITE.fullmatch(text):
        return text, messages.NOT_A_NUMBER
    return number(text)


def number(text: str) -> tuple[Resolved, Message | None]:
    """Return the number that `text` writes (int if it has neither point nor exponent), or `text` itself."""
    found = _NUMBER.fullmatch(text)
    if not found:
        return text, None
    exponent = found[2] or ""
    digits = len(text) - len(exponent) - text.startswith("-") - ("." in text)
    if digits > DIGITS or (exponent and (len(exponent) > 6 or abs(int(exponent[1:])) > _EXPONENT)):
        return text, messages.NUMBER_TOO_LONG
    return (Decimal(text) if found[1] or exponent else int(text)), None
