"""Reads the structure of a record: sections, lists, items, names in either language.

In: plain mappings and lists, as YAML, JSON or a Python program gives them, and `Faults`. Out: the sections
that were given. It must not know what facts mean together; that is `derive` and `checks`.
"""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal
from typing import Any, Final

from cadre_rules.diagnostics import Message, Text
from cadre_rules.feel.types import Field
from cadre_rules.records import messages
from cadre_rules.records.faults import Faults, describe, plain, shorten
from cadre_rules.records.given import Given, Item
from cadre_rules.records.places import Spot
from cadre_rules.records.scalars import BROKEN, Scalar, name_of
from cadre_rules.vocabulary import SECTIONS, Root

BLANK: Final = object()  # a YAML key with nothing after its colon

COMPLETE_FROM: Final = Text("完整起点", "complete_from")
ITEMS: Final = Text("各项", "items")
MOST_ITEMS: Final = 1000  # of one list; nobody has held a thousand posts
_LIST = Text("列表", "a list")
_MAPPING = Text("一组事实", "a mapping")

# every name of a section, and of the facts of each, in either language
_ROOTS = {name: root for root in SECTIONS for name in (root.en, root.zh)}
_FACTS = {root.en: {name: f for f in root.context.fields for name in (f.en, f.zh)} for root in SECTIONS}


class Reader:
    """Reads one record; faults are noted, and reading goes on."""

    def __init__(self, faults: Faults) -> None:
        self.faults = faults
        self.scalar = Scalar(faults)

    def record(self, raw: Any) -> dict[str, Given]:
        """Return the sections that a record gives, by English name."""
        if not isinstance(raw, Mapping):
            self.faults.add(messages.NOT_A_RECORD, Spot(), found=describe(raw))
            return {}
        found: dict[str, Given] = {}
        for root, spot, value in self._entries(raw, Spot(), _ROOTS, messages.UNKNOWN_SECTION):
            found[root.en] = self._section(root, value, spot)
        return found

    def _entries(
        self, raw: Mapping[Any, Any], spot: Spot, names: Mapping[str, Any], unknown: Message, **said: object
    ) -> list[tuple[Any, Spot, Any]]:
        """Return (what it names, where, value) for each key; unknown and repeated ones are faults."""
        taken: dict[str, str] = {}
        out = []
        for key, value in raw.items():
            known = names.get(key) if isinstance(key, str) else None
            written = str(key)
            if known is None:
                here = spot.child(written)
                bare = written.strip()
                hint = bare if bare in names else self.faults.near(bare, names)
                self.faults.add(unknown, here, at_key=True, suggestion=hint, found=shorten(written), **said)
                continue
            here = spot.child(known.en, written)
            if known.en in taken:
                self.faults.add(
                    messages.GIVEN_TWICE,
                    here,
                    at_key=True,
                    name=name_of(known),
                    first=taken[known.en],
                    second=written,
                )
                continue
            taken[known.en] = written
            out.append((known, here, value))
        return out

    def _section(self, root: Root, raw: Any, spot: Spot) -> Given:
        given = Given(root, spot)
        if not root.is_list:
            given.items = [self._item(root, raw, spot)]
            return given
        if isinstance(raw, Mapping) and any(key in raw for key in (*COMPLETE_FROM, *ITEMS)):
            raw, spot = self._wrapper(given, raw, spot)
            if raw is BROKEN:
                return given
        if not isinstance(raw, (list, tuple)):
            self._shape(root, raw, spot, _LIST)
            return given
        if len(raw) > MOST_ITEMS:
            self.faults.add(messages.TOO_MANY_ITEMS, spot, section=title(root), found=len(raw), limit=MOST_ITEMS)
            return given
        given.items = [self._item(root, item, spot.child(i)) for i, item in enumerate(raw)]
        return given

    def _wrapper(self, given: Given, raw: Mapping[Any, Any], spot: Spot) -> tuple[Any, Spot]:
        """Read `{complete_from: …, items: […]}`; return the list and where it stands."""
        root = given.root
        start = Field(COMPLETE_FROM.en, COMPLETE_FROM.zh, root.order_field.type)
        listed = Field(ITEMS.en, ITEMS.zh, root.type)
        names = {name: f for f in (start, listed) for name in (f.en, f.zh)}
        items: Any = BROKEN
        place = spot
        for field, here, value in self._entries(raw, spot, names, messages.UNKNOWN_FACT, section=title(root)):
            if field is listed:
                items, place = value, spot.below(here.written.rpartition("/")[2])
            elif not root.has_times:
                self.faults.add(messages.COMPLETE_FROM, here, at_key=True, section=title(root))
            else:
                self._complete_from(given, start, value, here)
        if items is BROKEN and all(key in names for key in raw):
            self.faults.add(messages.ITEMS_MISSING, spot, section=title(root))
        return items, place

    def _complete_from(self, given: Given, field: Field, raw: Any, spot: Spot) -> None:
        """Read the date or the year from which a list is complete."""
        if raw is BLANK:
            self.faults.add(messages.BLANK, spot, at_key=True, name=name_of(field))
            return
        value, precision = self.scalar.read(raw, field, spot)
        if isinstance(value, Decimal) and value != value.to_integral_value():
            self.faults.add(messages.NOT_WHOLE, spot, name=name_of(field), found=plain(value))
        elif value is not BROKEN:
            given.complete_from, given.complete_precision = value, precision

    def _shape(self, root: Root, raw: Any, spot: Spot, expected: Text) -> None:
        if raw is BLANK:
            self.faults.add(messages.BLANK, spot, at_key=True, name=title(root))
        else:
            self.faults.add(messages.WRONG_SHAPE, spot, name=title(root), expected=expected, found=describe(raw))

    def _item(self, root: Root, raw: Any, spot: Spot) -> Item:
        item = Item(spot)
        if not isinstance(raw, Mapping):
            self._shape(root, raw, spot, _MAPPING)
            item.broken.update(root.model.model_fields)
            return item
        for field, here, value in self._entries(raw, spot, _FACTS[root.en], messages.UNKNOWN_FACT, section=title(root)):
            item.spots[field.en] = here
            self._fact(item, field, value, here)
        return item

    def _fact(self, item: Item, field: Field, raw: Any, spot: Spot) -> None:
        if raw is BLANK:
            self.faults.add(messages.BLANK, spot, at_key=True, name=name_of(field))
            item.broken.add(field.en)
            return
        value, precision = self.scalar.read(raw, field, spot)
        if value is BROKEN:
            item.broken.add(field.en)
            return
        item.values[field.en] = value
        if precision == "month":
            item.precision[field.en] = precision


def title(root: Root) -> Text:
    """Return both names of a section."""
    return Text(root.zh, root.en)
