"""The shape `matrix`: how many items have which value of one fact together with which of another, such as flows.

In: the model. Out: a list with a row for each pair of a row and a column: row, column, count. Items that lack a value
have a row or a column of their own; those whose value is not known leave open the counts that they could affect.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.types import NULL, ListType
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made, present

if TYPE_CHECKING:
    from cadre_rules.feel.tree import Node
    from cadre_rules.policy.models.definition_shapes import Matrix

_CELLS = """\
perhaps more(perhaps more(
    for __p in [for __x in items return {row: of_row, column: of_column}], __r in ROWS, __c in COLUMNS
        return {row: __r, column: __c, count: count(__p[row = __r and column = __c])},
    for __x in items return of_row), for __x in items return of_column)
"""
_FOUND = "known values(__p.PART)"
_LISTED = "concatenate(listed, known values(__p.PART)[not(list contains(listed, item))])"


def link_matrix(model: Matrix, at: Making) -> Made | None:
    """Return what becomes of a matrix."""
    items = at.items(model.of)
    if items is None:
        return None
    row, column = at.of_item(model.rows, items), at.of_item(model.columns, items)
    if row is None or column is None:
        return None
    listed = _listed(model, (present(row), present(column)), at)
    if listed is None and model.of_values is not None:
        return None
    text = _FOUND if listed is None else _LISTED
    text = _CELLS.replace("ROWS", text.replace("PART", "row")).replace("COLUMNS", text.replace("PART", "column"))
    places = {"items": items.tree, "of_row": present(row), "of_column": present(column)}
    tree = made(text, **places) if listed is None else made(text, **places, listed=listed)
    tree = titled(tree, row=("行", "row"), column=("列", "column"), count=("数量", "count"))
    return Made(tree, looks_at(items, row, column, more=(listed,)))


def _listed(model: Matrix, parts: tuple[Node, Node], at: Making) -> Node | None:
    """Return the values to list, which are of the type of both rows and columns."""
    types = [part.type or NULL for part in parts]
    if model.of_values is None:
        return None
    if types[0] != types[1]:
        said: dict[str, Any] = {"rows": called(types[0]), "columns": called(types[1])}
        at.texts.faults.append(model.key_fault(messages.TWO_KINDS, "of_values", **said))
        return None
    return at.value(model.of_values, ListType(types[0]))
