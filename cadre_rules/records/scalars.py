"""Reads one value of one fact, strictly: nothing is converted that was not written as what it has to be.

In: a raw value and the declared field. Out: a FEEL value, or a fault and `BROKEN`.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final
from unicodedata import category

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import BOOLEAN, DATE, NUMBER, STRING, Enumeration, Field, Optional, Type
from cadre_rules.records import messages
from cadre_rules.records.dates import NoSuchDateError, Precision, read_date
from cadre_rules.records.faults import Faults, both, describe, plain, shorten
from cadre_rules.vocabulary.colloquial import COLLOQUIAL

if TYPE_CHECKING:
    from cadre_rules.records.places import Spot

BROKEN: Final = object()  # given, but not readable: neither a value nor unknown

_WHOLE_DIGITS, _FRACTION_DIGITS = 15, 9
_EXPECTED: dict[Type, Text] = {
    STRING: Text("文字", "text"),
    NUMBER: Text("数字", "a number"),
    BOOLEAN: Text(" true 或 false", "true or false"),
    DATE: Text("日期，如 2020-03-01", "a date such as 2020-03-01"),
}
_INVISIBLE = frozenset({"Cc", "Cf", "Cs", "Zl", "Zp"})  # controls, formats, halves of characters
_SPOKEN_TRUTH = {
    "true": "true", "false": "false", "yes": "true", "no": "false",
    "是": "true", "否": "false", "有": "true", "无": "false",
}  # fmt: skip
_SPOKEN_ABSENCE = frozenset({"至今", "今", "现在", "无", "没有", "present", "now", "none"})


class Scalar:
    """Reads the values of facts into FEEL values, and notes faults."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults

    def read(self, raw: Any, field: Field, spot: Spot) -> tuple[Any, Precision]:
        """Return the value (`BROKEN` if it has a fault), and the precision if it is a date."""
        type_: Type = field.type
        if raw is None:
            if isinstance(type_, Optional):
                return None, "day"
            self.faults.add(messages.NOT_NULLABLE, spot, name=name_of(field))
            return BROKEN, "day"
        if isinstance(type_, Optional):
            type_ = type_.of
        if isinstance(raw, float):
            self.faults.add(messages.FLOAT, spot, name=name_of(field), found=raw)
            return BROKEN, "day"
        if type_ == DATE:
            return self._date(raw, field, spot)
        if isinstance(type_, Enumeration):
            return self._enumeration(raw, field, type_, spot), "day"
        read = self._number if type_ == NUMBER else self._boolean if type_ == BOOLEAN else self._text
        return read(raw, field, spot), "day"

    def _wrong(self, raw: Any, field: Field, type_: Type, spot: Spot, suggestion: Text | None = None) -> Any:
        self.faults.add(
            messages.WRONG_TYPE,
            spot,
            suggestion=suggestion,
            name=name_of(field),
            expected=_expected(type_),
            found=describe(raw),
        )
        return BROKEN

    def _date(self, raw: Any, field: Field, spot: Spot) -> tuple[Any, Precision]:
        try:
            written = read_date(raw)
        except NoSuchDateError as error:
            self.faults.add(messages.NO_SUCH_DATE, spot, name=name_of(field), found=error.text, detail=error.detail)
            return BROKEN, "day"
        if written is not None:
            return written.date, written.precision
        if isinstance(raw, (str, int, Decimal)) and not isinstance(raw, bool):
            hint = None
            if isinstance(field.type, Optional) and raw in _SPOKEN_ABSENCE:
                hint = Text("请写作 null，不加引号。", "write null without quotes")
            self.faults.add(messages.DATE_FORM, spot, suggestion=hint, name=name_of(field), found=describe(raw))
            return BROKEN, "day"
        return self._wrong(raw, field, DATE, spot), "day"

    def _number(self, raw: Any, field: Field, spot: Spot) -> Any:
        if isinstance(raw, bool) or not isinstance(raw, (int, Decimal)):
            hint = None
            if isinstance(raw, str) and raw.isascii() and raw.isdigit():
                hint = Text(f"请写作 {shorten(raw)}，不加引号。", f"write {shorten(raw)} without quotes")
            return self._wrong(raw, field, NUMBER, spot, hint)
        number = bounded(raw)
        if number is None:
            self.faults.add(messages.NUMBER_RANGE, spot, name=name_of(field), found=shorten(plain(raw)))
            return BROKEN
        return number

    def _boolean(self, raw: Any, field: Field, spot: Spot) -> Any:
        if isinstance(raw, bool):
            return raw
        hint = None
        if isinstance(raw, str) and raw.lower() in _SPOKEN_TRUTH:
            meant = _SPOKEN_TRUTH[raw.lower()]
            hint = Text(f"请写作 {meant}，不加引号。", f"write {meant} without quotes")
        return self._wrong(raw, field, BOOLEAN, spot, hint)

    def _text(self, raw: Any, field: Field, spot: Spot) -> Any:
        if not isinstance(raw, str):
            hint = None
            if isinstance(raw, (int, Decimal)) and not isinstance(raw, bool):
                quoted = shorten(plain(raw))
                hint = Text(f'请加引号，写作 "{quoted}"。', f'quote it: "{quoted}"')
            return self._wrong(raw, field, STRING, spot, hint)
        problem = text_problem(raw)
        if problem is not None:
            self.faults.add(messages.BAD_TEXT, spot, name=name_of(field), problem=problem)
            return BROKEN
        return raw

    def _enumeration(self, raw: Any, field: Field, enumeration: Enumeration, spot: Spot) -> Any:
        if not isinstance(raw, str):
            return self._wrong(raw, field, enumeration, spot)
        value = enumeration.find(raw)
        if value is not None:
            return value.en
        self.faults.add(
            messages.NOT_A_VALUE,
            spot,
            suggestion=self._meant(raw, enumeration),
            name=name_of(field),
            found=shorten(raw),
            values=both(v.text for v in enumeration.values),
        )
        return BROKEN

    def _meant(self, raw: str, enumeration: Enumeration) -> str | None:
        """Return the value that was probably meant."""
        bare = raw.strip()
        if enumeration.find(bare) is not None:
            return bare
        spoken = enumeration.find(COLLOQUIAL.get(bare, ""))
        if spoken is not None:
            return spoken.zh
        return self.faults.near(bare, [n for v in enumeration.values for n in (v.en, v.zh)])


def _expected(type_: Type) -> Text:
    if isinstance(type_, Enumeration):
        values = both(v.text for v in type_.values)
        return Text(f"下列之一：{values.zh}", f"one of: {values.en}")
    return _EXPECTED[type_]


def name_of(field: Field) -> Text:
    """Return both names of a fact as they are written in a record."""
    return Text(field.zh, field.en)


def bounded(raw: int | Decimal) -> Decimal | None:
    """Return a number that can be held exactly, or None if it has too many digits or is not finite."""
    if isinstance(raw, int):
        return Decimal(raw) if abs(raw) < 10**_WHOLE_DIGITS else None
    if not raw.is_finite() or raw.adjusted() >= _WHOLE_DIGITS:
        return None
    exponent = raw.as_tuple().exponent
    return raw if isinstance(exponent, int) and exponent >= -_FRACTION_DIGITS else None


def text_problem(text: str) -> Text | None:
    """Say what is wrong with a text, or return None."""
    if not text.strip():
        return Text("是空的；不知道的，删去这一项", "is empty; leave the fact out if it is not known")
    if text != text.strip():
        return Text("首尾有空格", "begins or ends with a space")
    if any(_invisible(c) for c in text):
        return Text("含有不可见的字符", "contains characters that cannot be seen")
    return None


def _invisible(character: str) -> bool:
    """Return whether a character cannot be seen; characters newer than this Python's tables can be."""
    if character in "\n\t":
        return False
    return category(character) in _INVISIBLE or ord(character) & 0xFFFE == 0xFFFE
