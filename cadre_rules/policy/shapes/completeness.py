"""The shape `completeness`: which items lack facts that every item has to have, and which facts.

In: the model. Out: a list with a row for each item that lacks one: name, missing (the facts, by their titles). A fact
is missing where it is not known, and where it is known to be absent.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.tree import ListNode, Literal_, Name, Path
from cadre_rules.feel.types import Enumeration, EnumValue, Field, ListType
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.making import ITEM_NAME, Items, Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made

if TYPE_CHECKING:
    from cadre_rules.feel.tree import Node
    from cadre_rules.policy.models.definition_shapes import Completeness

_ROWS = "(for __x in items return {name: of_name, missing: lacks})[count(missing) > 0]"


def link_completeness(model: Completeness, at: Making) -> Made | None:
    """Return what becomes of completeness."""
    items = at.items(model.of)
    if items is None:
        return None
    name = at.of_item(model.names, items)
    fields = _fields(model, items, at)
    if name is None or fields is None:
        return None
    values = tuple(EnumValue(f.en, f.zh, -1) for f in fields)
    type_ = ListType(Enumeration(f"facts of {items.row.name.en or 'items'}", values))
    item = Name(name=ITEM_NAME, type=items.row)
    facts = [Path(base=item, name=f.en, type=f.type) for f in fields]
    tree = made(_ROWS, items=items.tree, of_name=name, lacks=_lacks(fields, facts, type_))
    tree = titled(tree, name=("名称", "name"), missing=("缺少", "missing"))
    return Made(tree, looks_at(items, name, *facts))


def _lacks(fields: list[Field], facts: list[Path], type_: ListType) -> Node:
    """Return the facts that the item at hand lacks."""
    tests = []
    for field, fact in zip(fields, facts, strict=True):
        one = ListNode(items=(Literal_(value=field.en, type=type_.item),), type=type_)
        none = ListNode(items=(), type=type_)
        tests.append(made("if is lacking(fact) then one else none", fact=fact, one=one, none=none))
    places = {f"part{i}": test for i, test in enumerate(tests)}
    return made(f"concatenate({', '.join(places)})", **places)


def _fields(model: Completeness, items: Items, at: Making) -> list[Field] | None:
    """Return the facts that are needed, or None after keeping a fault for each that items do not have."""
    found: list[Field] = []
    known = {word for f in items.row.fields for word in (f.en, f.zh)}
    missing = [(i, need) for i, need in enumerate(model.needs) if need not in known]
    for i, need in missing:
        said = Text("、".join(f.zh for f in items.row.fields), ", ".join(f.en for f in items.row.fields))
        path = ("needs", i) if len(model.needs) > 1 else ("needs",)
        fault = model.fault(
            messages.NO_FACT, *path, suggestion=nearest(need, known), of=called(items.row), found=need, known=said
        )
        at.texts.faults.append(fault)
    for need in model.needs:
        field = items.row.find(need)
        if field is not None and field not in found:
            found.append(field)
    return None if missing else found
