"""The shape `groups`: items put together by a value, with their names: pick lists.

In: the model. Out: a list with a row for each value: value, count, names. Items that lack the value have a group of
their own; those whose value is not known belong to each group perhaps, or to one that is not listed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made, present

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Groups

_ROWS = """\
perhaps more(
    for __p in [for __x in items return {value: of_value, name: of_name}], __v in known values(__p.value)
        return {value: __v, count: count(__p[value = __v]), names: __p[value = __v].name},
    for __x in items return of_value)
"""


def link_groups(model: Groups, at: Making) -> Made | None:
    """Return what becomes of groups."""
    items = at.items(model.of)
    if items is None:
        return None
    value, name = at.of_item(model.by, items), at.of_item(model.names, items)
    if value is None or name is None:
        return None
    tree = made(_ROWS, items=items.tree, of_value=present(value), of_name=name)
    tree = titled(tree, value=("类别", "group"), count=("数量", "count"), names=("名单", "names"))
    return Made(tree, looks_at(items, value, name))
