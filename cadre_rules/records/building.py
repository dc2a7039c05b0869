"""Makes the typed model, and translates what pydantic finds into faults of our own.

In: the sections with what was derived. Out: `RecordModel`, lists sorted; or faults. It must not know files.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from pydantic import ValidationError

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import Enumeration
from cadre_rules.records import messages
from cadre_rules.records.faults import describe, plain, same
from cadre_rules.records.model import RecordModel
from cadre_rules.vocabulary.section import declaration

if TYPE_CHECKING:
    from collections.abc import Mapping

    from pydantic_core import ErrorDetails

    from cadre_rules.records.faults import Faults
    from cadre_rules.records.given import Given, Item
    from cadre_rules.vocabulary import Root, Section


def validate(sections: Mapping[str, Given], faults: Faults) -> dict[int, Section]:
    """Return the model of each item, by the identity of the item; what does not fit is a fault."""
    made: dict[int, Section] = {}
    for given in sections.values():
        for item in given.items:
            try:
                made[id(item)] = given.root.model.model_validate({**item.values, **item.derived})
            except ValidationError as error:
                for name, details in _by_fact(error).items():
                    _translate(given.root, item, name, details, faults)
    return made


def _by_fact(error: ValidationError) -> dict[str, ErrorDetails]:
    """Return the first complaint about each fact; pydantic makes one for each member of a union."""
    found: dict[str, ErrorDetails] = {}
    for details in error.errors(include_url=False):
        found.setdefault(str(details["loc"][0]), details)
    return found


def _translate(root: Root, item: Item, name: str, details: ErrorDetails, faults: Faults) -> None:
    field = root.context.find(name)
    said = Text(field.zh, field.en) if field else same(name)
    value = item.value(name) if item.has(name) else details["input"]
    if details["type"] == "whole":
        faults.add(messages.NOT_WHOLE, item.at(name), name=said, found=plain(value))
    elif details["type"] == "minimum":
        minimum = declaration(root.model, name).minimum
        faults.add(messages.TOO_SMALL, item.at(name), name=said, minimum=minimum, found=plain(value))
    else:
        expected = Text(field.type.zh, str(field.type)) if field and hasattr(field.type, "zh") else same("?")
        faults.add(messages.WRONG_TYPE, item.at(name), name=said, expected=expected, found=describe(value))
    item.broken.add(name)
    item.values.pop(name, None)
    item.derived.pop(name, None)


def sort(sections: Mapping[str, Given]) -> None:
    """Put the items of every list into its declared order; the place in the file stays with the item."""
    for given in sections.values():
        if given.root.is_list:
            given.items.sort(key=lambda item: _rank(given.root, item))


def _rank(root: Root, item: Item) -> tuple[tuple[int, Any], ...]:
    return tuple(_comparable(root, name, item.value(name)) for name in (*root.model.order, *root.model.key))


def _comparable(root: Root, name: str, value: Any) -> tuple[int, Any]:
    """Return a value in a form that sorts: absent first, enumerations in their declared order."""
    if value is None:
        return 0, 0
    field = root.context.find(name)
    if field is not None and isinstance(field.type, Enumeration):
        found = field.type.find(value)
        return 1, found.code if found else -1
    return 1, value


def assemble(sections: Mapping[str, Given], made: Mapping[int, Section]) -> RecordModel:
    """Return the model of the whole record; the lists have to be sorted."""
    parts: dict[str, Any] = {}
    for name, given in sections.items():
        models = tuple(made[id(item)] for item in given.items)
        parts[name] = models if given.root.is_list else models[0]
    return RecordModel.model_validate(parts)
