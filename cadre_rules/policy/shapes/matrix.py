"""The shape `matrix`: how many items of a list lead from which value to which, as from unit to unit.

In: the model. Out: a list with a row for each pair of values that may occur: row, column, count. An item whose value is
not known leaves the numbers open that it could affect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Matrix

_CELLS = """\
perhaps more(perhaps more(
    for __p in [for __x in items return {row: of_row, column: of_column}],
        __r in known values(__p.row), __c in known values(__p.column)
    return {row: __r, column: __c,
        count: count(__p[row != null and row = __r and column != null and column = __c])},
    for __x in items return of_row), for __x in items return of_column)
"""


def link_matrix(model: Matrix, at: Making) -> Made | None:
    """Return what becomes of a matrix."""
    items = at.items(model.of)
    if items is None:
        return None
    row, column = at.of_item(model.rows, items), at.of_item(model.columns, items)
    if row is None or column is None:
        return None
    tree = made(_CELLS, items=items.tree, of_row=row, of_column=column)
    tree = titled(tree, row=("自", "from"), column=("至", "to"), count=("数量", "number"))
    return Made(tree, looks_at(items, row, column))
