"""The shape `groups`: the items of a list by a value that they have, each group with its number and who is in it.

In: the model. Out: a list with a row for each value that occurs: value, count, names. An item whose value is not known
leaves the numbers open that it could affect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made, present

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Groups

_ROWS = """\
perhaps more(
    for __p in [for __x in items return {value: of_value, name: of_name}],
        __v in known values(__p.value)
    return {
        value: __v,
        count: count(__p[value != null and value = __v]),
        names: __p[value != null and value = __v].name},
    for __x in items return of_value)
"""


def link_groups(model: Groups, at: Making) -> Made | None:
    """Return what becomes of a grouping."""
    items = at.items(model.of)
    if items is None:
        return None
    value, name = at.of_item(model.by, items), at.of_item(model.names, items)
    if value is None or name is None:
        return None
    tree = made(_ROWS, items=items.tree, of_value=value, of_name=present(name))
    tree = titled(tree, value=("类别", "value"), count=("人数", "number"), names=("名单", "names"))
    return Made(tree, looks_at(items, value, name))
