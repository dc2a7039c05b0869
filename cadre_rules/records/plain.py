"""Records as plain data: for writing them, and for the hash of what they say.

In: the sections as given. Out: dicts, lists, texts, whole numbers, decimals and truths that read back to the
same record. Derived facts are left out: they follow again.
"""

from __future__ import annotations

import hashlib
import json
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.types import Enumeration, strip_optional
from cadre_rules.feel.values import Date
from cadre_rules.records.dates import write_date
from cadre_rules.records.reader import COMPLETE_FROM, ITEMS
from cadre_rules.vocabulary import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.types import Field
    from cadre_rules.records.dates import Precision
    from cadre_rules.records.given import Given, Item
    from cadre_rules.vocabulary import Root


def plain_record(sections: Mapping[str, Given], language: Language) -> dict[str, Any]:
    """Return all sections, in the declared order of sections and facts."""
    out: dict[str, Any] = {}
    for root in SECTIONS:
        if root.en in sections:
            out[root.en if language == "en" else root.zh] = _section(sections[root.en], language)
    return out


def _section(given: Given, language: Language) -> Any:
    items = [_item(given.root, item, language) for item in given.items]
    if not given.root.is_list:
        return items[0]
    if given.complete_from is None:
        return items
    start = _value(given.complete_from, given.root.order_field, given.complete_precision, language)
    return {COMPLETE_FROM.in_(language): start, ITEMS.in_(language): items}


def _item(root: Root, item: Item, language: Language) -> dict[str, Any]:
    return {
        (field.en if language == "en" else field.zh): _value(
            item.values[field.en], field, item.precision.get(field.en, "day"), language
        )
        for field in root.context.fields
        if field.en in item.values
    }


def _value(value: Any, field: Field, precision: Precision, language: Language) -> Any:
    if isinstance(value, Date):
        return write_date(value, precision)
    if isinstance(value, Decimal):
        return int(value) if value == value.to_integral_value() else value.normalize()
    type_ = strip_optional(field.type)
    if isinstance(value, str) and isinstance(type_, Enumeration):
        found = type_.find(value)
        return found.text.in_(language) if found else value
    return value


def content_hash(sections: Mapping[str, Given]) -> str:
    """Return the SHA-256 of the canonical JSON: English names, sorted keys, lists in declared order."""
    text = json.dumps(
        plain_record(sections, "en"), ensure_ascii=False, sort_keys=True, separators=(",", ":"), default=str
    )
    return hashlib.sha256(text.encode()).hexdigest()
