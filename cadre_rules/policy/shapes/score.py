"""The shape `score`: marks put together by component, the highest and lowest perhaps dropped, each with its weight.

In: the model. Out: a list with a row for each component: weight, number of marks, those dropped, mark, points. The
components are those of the weights, then those on record that have none. A mark is divided once, after everything else,
so that it is exact where it ends within 34 digits.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.tree import Literal_, Name, Node, Path
from cadre_rules.feel.types import NULL, NUMBER, STRING, ListType, Optional
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import made, present, row_of

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Score

_NONE = Literal_(value=None, type=Optional(NUMBER))
_MARKS = Name(name="__m", type=ListType(NUMBER))  # those of the component at hand, lowest first
_KEPT = Name(name="__k", type=ListType(NUMBER))
_WEIGHT = Name(name="__w", type=Optional(NUMBER))
_PAIRS = "for __x in items return {component: of_component, value: of_value}"
_WEIGHTED = """\
concatenate(
    for __g in given return {component: __g.name, weight: own},
    for __c in known values(pairs.component)[not(list contains(given.name, item))]
        return {component: __c, weight: none})
"""
_UNWEIGHTED = "for __c in known values(pairs.component) return {component: __c, weight: none}"
_ROWS = """\
for __p in [pairs], __r in rows,
    __m in [sort(__p[component = __r.component and value != null].value, function(__a, __b) __a < __b)],
    __k in [kept], __w in [__r.weight]
return {COLUMNS}
"""
_COLUMNS = {
    "component": ("__r.component", "分项", "component"),
    "weight": ("__w", "权重", "weight"),
    "marks": ("count(__m)", "评分数", "marks"),
    "dropped": ("cut", "去掉的分数", "dropped"),
    "mark": ("if count(__k) > 0 then the_mark else null", "得分", "mark"),
    "points": ("if count(__k) > 0 and __w != null then the_points else null", "加权得分", "points"),
}


def link_score(model: Score, at: Making) -> Made | None:
    """Return what becomes of a score."""
    items = at.items(model.of)
    weights = at.value(model.weights) if model.weights is not None else None
    decimals = at.value(model.decimals, NUMBER) if model.decimals is not None else None
    drop = _drop(model, at)
    if weights is not None and not _are_weights(weights, model, at):
        return None
    if items is None or drop is None:
        return None
    component = at.of_item(model.by, items, STRING)
    value = at.of_item(model.value, items, Optional(NUMBER))
    open_ = (model.weights is not None and weights is None) or (model.decimals is not None and decimals is None)
    if component is None or value is None or open_:
        return None
    pairs = made(_PAIRS, items=items.tree, of_component=component, of_value=value)
    rows = _rows(pairs, weights)
    kept, cut = _trimmed(model, drop)
    mark, points = _mark(model, decimals)
    left_out = {"weight", "points"} if weights is None else set()
    left_out |= {"dropped"} if model.each != "trimmed mean" else set()
    columns = {name: column for name, column in _COLUMNS.items() if name not in left_out}
    text = _ROWS.replace("COLUMNS", ", ".join(f"{name}: {column[0]}" for name, column in columns.items()))
    tree = made(text, pairs=pairs, rows=rows, kept=kept, cut=cut, the_mark=mark, the_points=points)
    tree = titled(tree, **{name: (zh, en) for name, (_, zh, en) in columns.items()})
    return Made(tree, looks_at(items, component, value, more=(weights, drop, decimals)))


def _rows(pairs: Node, weights: Node | None) -> Node:
    """Return the components with their weights: those of the weights, then those on record that have none."""
    if weights is None:
        return made(_UNWEIGHTED, pairs=pairs, none=_NONE)
    own = Path(base=Name(name="__g", type=row_of(weights.type)), name="weight", type=Optional(NUMBER))
    return made(_WEIGHTED, pairs=pairs, given=weights, own=own, none=_NONE)


def _drop(model: Score, at: Making) -> Node | None:
    """Return how many marks are dropped at either end, or None after keeping a fault."""
    trims = model.each == "trimmed mean"
    if model.drop is None:
        if trims:
            at.texts.faults.append(model.fault(messages.TRIM_WITHOUT_DROP, "each"))
            return None
        return Literal_(value=Decimal(0), type=NUMBER)
    if not trims:
        at.texts.faults.append(model.key_fault(messages.DROP_WITHOUT_TRIM, "drop", each=model.each))
        return None
    tree = at.value(model.drop, NUMBER)
    if isinstance(tree, Literal_) and (tree.value < 0 or tree.value != tree.value.to_integral_value()):
        at.texts.faults.append(model.fault(messages.NOT_A_COUNT, "drop", found=model.drop.text))
        return None
    return tree


def _are_weights(weights: Node, model: Score, at: Making) -> bool:
    row = row_of(weights.type)
    wanted = {"name": STRING, "weight": NUMBER}
    if row is not None and all((f := row.find(n)) is not None and f.type == type_ for n, type_ in wanted.items()):
        return True
    at.texts.faults.append(model.fault(messages.NOT_WEIGHTS, "weights", found=called(weights.type or NULL)))
    return False


def _trimmed(model: Score, drop: Node) -> tuple[Node, Node]:
    """Return the marks that count and those that are dropped; of too few marks none counts."""
    if model.each != "trimmed mean":
        return _MARKS, made("marks[false]", marks=_MARKS)
    inner = present(made("sublist(marks, drop + 1, count(marks) - 2 * drop)", marks=_MARKS, drop=drop))
    low = present(made("sublist(marks, 1, drop)", marks=_MARKS, drop=drop))
    high = present(made("sublist(marks, count(marks) - drop + 1)", marks=_MARKS, drop=drop))
    kept = made("if count(marks) > 2 * drop then inner else marks[false]", marks=_MARKS, drop=drop, inner=inner)
    ends = made(
        "if drop > 0 then concatenate(low, high) else marks[false]", marks=_MARKS, drop=drop, low=low, high=high
    )
    return kept, made("if count(marks) > 2 * drop then ends else marks", marks=_MARKS, drop=drop, ends=ends)


def _mark(model: Score, decimals: Node | None) -> tuple[Node, Node]:
    """Return the mark of a component and its points, where there are marks."""
    total = present(made("sum(kept)", kept=_KEPT))
    number = made("count(kept)", kept=_KEPT)
    weight = present(_WEIGHT)
    whole = total if model.each == "sum" else made("if n > 0 then total / n else total", total=total, n=number)
    if decimals is not None:
        whole = present(made("round half up(mark, places)", mark=whole, places=decimals))
    if model.weights is None:
        return whole, whole
    if decimals is not None or model.each == "sum":
        return whole, made("mark * weight", mark=whole, weight=weight)
    return whole, made("if n > 0 then total * weight / n else total", total=total, weight=weight, n=number)
