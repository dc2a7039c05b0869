"""Names for facts in words: “大安镇党政办主任（2018年3月1日起）的基层一线”.

In: the facts of a subject and a path from their root. Out: phrases in both languages, from the vocabulary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.explain.values import value_in
from cadre_rules.feel.types import ContextType, ListType, Type
from cadre_rules.feel.values import UNKNOWN, PartialList
from cadre_rules.vocabulary.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Language

Path = tuple[str | int, ...]
_ITEM_NAMES = ("year", "unit", "title", "kind", "matter", "name")


def list_text(root: str) -> Text:
    """Return the name of a section of the record."""
    field = SUBJECTS["incident"].find(root)
    return field.text if field else Text(root, root)


def type_at(path: Path) -> tuple[Type | None, Text]:
    """Return the type and the name of the fact at a path."""
    type_: Type | None = SUBJECTS["incident"]
    text = Text("", "")
    for step in path:
        if isinstance(step, int):
            type_ = type_.item if isinstance(type_, ListType) else None
        elif isinstance(type_, ContextType) and (field := type_.find(step)) is not None:
            type_, text = field.type, field.text
        else:
            return None, Text(str(step), str(step))
    return type_, text


def fact_name(facts: Mapping[str, Any], path: Path) -> Text:
    """Return the name of a fact, with the item of the list that it belongs to."""
    _, own = type_at(path)
    if len(path) > 2 and isinstance(path[1], int):
        item = item_name(facts, path)
        return Text(f"{item.zh}的{own.zh}", f"{own.en} of {item.en}")
    if path[0] in ("person", "incident"):
        return own
    section = list_text(str(path[0]))
    return Text(f"{section.zh}的{own.zh}", f"{own.en} of the {section.en}")


def item_name(facts: Mapping[str, Any], path: Path) -> Text:
    """Return what an item of a list is called: its year, unit, title and first day, as far as they are known."""
    value = facts.get(str(path[0]), UNKNOWN)
    items = [i for i, _ in value.items] if isinstance(value, PartialList) else value
    item = items[path[1]]
    return Text(_item(path, item, "zh"), _item(path, item, "en"))


def _item(path: Path, item: Mapping[str, Any], language: Language) -> str:
    zh = language == "zh"
    parts = []
    for name in _ITEM_NAMES:
        value = item.get(name, UNKNOWN)
        if value is not UNKNOWN and value is not None:
            type_, _ = type_at((*path[:2], name))
            said = value_in(value, type_, language)
            parts.append(f"{said}年" if zh and name == "year" else said)
    named = ("" if zh else " ").join(dict.fromkeys(parts[:3]))
    section = list_text(str(path[0])).in_(language)
    named = named or (f"{section}第{int(path[1]) + 1}项" if zh else f"item {int(path[1]) + 1} of {section}")
    span = _span(item, language)
    return f"{named}（{span}）" if zh and span else f"{named} ({span})" if span else named


def _span(item: Mapping[str, Any], language: Language) -> str:
    """Return the time of an item: its first and last day, or its date."""
    zh = language == "zh"
    start = item.get("start", UNKNOWN)
    if start is UNKNOWN or start is None:
        on = next((item[n] for n in ("on", "decided_on", "occurred_on") if item.get(n, UNKNOWN) is not UNKNOWN), None)
        return value_in(on, None, language) if on is not None else ""
    begun = value_in(start, None, language)
    end = item.get("end", UNKNOWN)
    if end is None:
        return f"{begun}至今" if zh else f"since {begun}"
    if end is UNKNOWN:
        return f"{begun}至未知" if zh else f"from {begun} to an unknown day"
    return f"{begun}至{value_in(end, None, language)}" if zh else f"{begun} to {value_in(end, None, language)}"
