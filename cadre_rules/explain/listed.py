"""The members of lists that may be incomplete, and facts with one value changed.

In: FEEL values; the facts of a subject and a path. Out: members; facts that differ in one place and share the rest.
It knows neither policies nor words.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.types import Enumeration
from cadre_rules.feel.values import UNKNOWN, PartialList
from cadre_rules.vocabulary.sections import ROOTS
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.explain.evidence import Path


def members(value: Any) -> list[Any]:
    """Return the listed members of a list that may be incomplete or unknown."""
    return [item for item, _ in pairs(value)]


def pairs(value: Any) -> list[tuple[Any, bool]]:
    """Return the listed members, each with whether it certainly belongs."""
    if isinstance(value, PartialList):
        return list(value.items)
    return [(item, True) for item in value] if isinstance(value, (list, tuple)) else []


def value_at(facts: Any, path: Path) -> Any:
    """Return the value at a path."""
    for step in path:
        facts = members(facts)[step] if isinstance(step, int) else facts[step]
    return facts


def with_value(facts: Mapping[str, Any], path: Path, value: Any, *, sort: bool = True) -> dict[str, Any]:
    """Return the facts with one scalar replaced; a list is put in its declared order again, unless told otherwise.

    The item that a question is about changes with its entry in its list, and the other way round.
    """
    root, *rest = path
    if len(rest) == 1:
        changed = {**facts[str(root)], str(rest[0]): value}
        if root not in PRESENT:
            return {**facts, str(root): changed}
        name, listed = str(root), PRESENT[str(root)]
        place = next((i for i, one in enumerate(members(facts.get(listed))) if one is facts[name]), None)
        return {**_item_changed(facts, listed, place, changed, sort=sort), name: changed}
    index, name = int(rest[0]), str(rest[1])
    old = members(facts[str(root)])[index]
    changed = {**old, name: value}
    model = ROOTS[str(root)].model
    out = _item_changed(facts, str(root), index, changed, sort=sort and name in (*model.order, *model.key))
    out |= {name: changed for name, listed in PRESENT.items() if root == listed and facts.get(name) is old}
    return out


def _item_changed(
    facts: Mapping[str, Any], root: str, index: int | None, changed: Any, *, sort: bool
) -> dict[str, Any]:
    if index is None:
        return dict(facts)
    found = [(changed, c) if i == index else (m, c) for i, (m, c) in enumerate(pairs(facts[root]))]
    return with_items(facts, root, found, sort=sort)


def with_items(
    facts: Mapping[str, Any], root: str, found: list[tuple[Any, bool]], *, sort: bool = True
) -> dict[str, Any]:
    """Return the facts with other items in a list, in its declared order; it stays as complete as it was."""
    if sort:
        found = sorted(found, key=lambda pair: _rank(root, pair[0]))
    section = facts.get(root)
    if isinstance(section, PartialList):
        return {**facts, root: PartialList(tuple(found), section.further)}
    return {**facts, root: [item for item, _ in found]}


def with_complete_list(facts: Mapping[str, Any], root: str) -> dict[str, Any]:
    """Return the facts with nothing further in a list."""
    return {**facts, root: members(facts.get(root))}


def with_complete_lists(facts: Mapping[str, Any]) -> dict[str, Any]:
    """Return the facts with nothing further in any list."""
    return {root: members(value) if isinstance(value, PartialList) else value for root, value in facts.items()}


def _rank(root: str, item: Mapping[str, Any]) -> list[tuple[int, Any]]:
    """Return by what the loader sorts an item: its order and key, absent first, enumerations as declared."""
    model, context = ROOTS[root].model, ROOTS[root].context
    out: list[tuple[int, Any]] = []
    for name in (*model.order, *model.key):
        value, field = item[name], context.find(name)
        found = field.type.find(value) if field and isinstance(field.type, Enumeration) and value else None
        known = value is not None and value is not UNKNOWN
        out.append((int(known), (found.code if found else value) if known else 0))
    return out
