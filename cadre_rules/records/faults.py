"""Collects every fault of a record before any is told.

In: messages with the spot they are about. Out: diagnostics with pointer, position and source line.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, Message, Position, RecordError, Text, nearest
from cadre_rules.feel.values import Date
from cadre_rules.records.places import FormPlace, Places, Spot

if TYPE_CHECKING:
    from collections.abc import Iterable

_LONGEST = 40
_LONGEST_PATH = 200
_MANY = 100
_LONGEST_WORD = 100


class Faults:
    """The faults of one record. `places` tells where a spot stands in the file."""

    def __init__(self, places: Places) -> None:
        self.places = places
        self.found: list[Diagnostic] = []

    @property
    def many(self) -> bool:
        """Whether so many were found that near misses are not looked for any more."""
        return len(self.found) > _MANY

    def near(self, word: str, known: Iterable[str]) -> str | None:
        """Return the known name that was probably meant; not for very long words, nor for ever."""
        return None if self.many or len(word) > _LONGEST_WORD else nearest(word, known)

    def add(
        self,
        message: Message,
        spot: Spot,
        *,
        at_key: bool = False,
        suggestion: Text | str | None = None,
        **values: object,
    ) -> None:
        """Note a fault at `spot`; `at_key` points to the key instead of the value."""
        place = self.places.key(spot.written) if at_key else self.places.place(spot.written)
        position, line = None, None
        if isinstance(place, Position):
            position, line = place, self.places.line(place)
        path = shorten(spot.written or "/", _LONGEST_PATH)
        if isinstance(place, FormPlace):
            path = f"{spot.pointer} ({place})"
        self.found.append(message.at(position, line=line, path=path, suggestion=suggestion, **values))

    def raise_if_any(self) -> None:
        """Raise `RecordError` with all of them, in the order of the file."""
        if self.found:
            raise RecordError(sorted(self.found, key=_order))


def _order(fault: Diagnostic) -> tuple[int, int]:
    return (fault.position.line, fault.position.column) if fault.position else (0, 0)


def both(names: Iterable[Text], zh: str = "、", en: str = ", ") -> Text:
    """Join texts in each language."""
    listed = tuple(names)
    return Text(zh.join(t.zh for t in listed), en.join(t.en for t in listed))


def same(text: object) -> Text:
    """Return one spelling for both languages."""
    return Text(str(text), str(text))


def shorten(text: str, limit: int = _LONGEST) -> str:
    """Return a text short enough to stand in a sentence, without line breaks."""
    flat = "".join(c if c.isprintable() else "�" for c in text[: limit + 1])
    return flat if len(flat) <= limit else flat[:limit] + "…"


def describe(raw: Any) -> Text:
    """Say in both languages what was found."""
    if raw is None:
        return Text("空值", "null")
    if isinstance(raw, bool):
        return Text(f"是非值 {str(raw).lower()}", f"the truth value {str(raw).lower()}")
    if isinstance(raw, (int, Decimal, float)):
        return Text(f"数字 {shorten(plain(raw))}", f"the number {shorten(plain(raw))}")
    if isinstance(raw, str):
        return Text(f"文字「{shorten(raw)}」", f"the text `{shorten(raw)}`")
    if isinstance(raw, (date, Date)):
        return Text(f"日期 {plain(raw)}", f"the date {plain(raw)}")
    if isinstance(raw, (list, tuple)):
        return Text("列表", "a list")
    if isinstance(raw, dict):
        return Text("一组事实", "a mapping")
    return Text(f"{type(raw).__name__} 类型的值", f"a value of type {type(raw).__name__}")


_HUGE = 10**18


def plain(value: Any) -> str:
    """Return a scalar as a reader would write it."""
    if isinstance(value, Date):
        return value.iso()
    if isinstance(value, int) and not isinstance(value, bool) and abs(value) > _HUGE:
        return str(value) if value.bit_length() < 256 else f"{value.bit_length()} bits"
    return str(value)
