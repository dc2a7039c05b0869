"""The shape `ranking`: items in the order of a value; equal values share their place and are shown as tied.

In: the model. Out: a list with a row for each item: id, value, place, whether it is tied. An item whose value is not
known leaves open the places that it could affect; one that has no value has no place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.types import NUMBER, Optional
from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Ranking

_ROWS = """\
for __p in [for __x in items return {id: of_id, value: of_value}],
    __r in arranged(__p, __p.value, highest_first)
return {
    id: __r.id,
    value: __r.value,
    place: if __r.value = null then null else 1 + count(__p[value != null and value BEFORE __r.value]),
    tied: if __r.value = null then false else count(__p[value != null and value = __r.value]) > 1}
"""


def link_ranking(model: Ranking, at: Making) -> Made | None:
    """Return what becomes of a ranking."""
    items = at.items(model.of)
    if items is None:
        return None
    id_ = at.of_item(model.id, items)
    value = at.of_item(model.by, items, Optional(NUMBER))
    if id_ is None or value is None:
        return None
    text = _ROWS.replace("BEFORE", ">" if model.highest_first else "<")
    text = text.replace("highest_first", "true" if model.highest_first else "false")
    tree = made(text, items=items.tree, of_id=id_, of_value=value)
    tree = titled(tree, id=("名称", "name"), value=("数值", "value"), place=("名次", "place"), tied=("并列", "tied"))
    return Made(tree, looks_at(items, id_, value))
