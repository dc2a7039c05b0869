"""The shapes of definitions: scores, rankings and the others, each declared in one piece.

In: nodes. Out: models. What they stand for is made when they are linked (`policy.shapes`).
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.policy.models.base import Model, doc
from cadre_rules.policy.models.leaves import Bool, one_of
from cadre_rules.policy.models.texts import FeelText

Each = Literal["mean", "sum", "trimmed mean"]
_OF = ("所看的列表（FEEL）", "the list that is looked at, in FEEL")


class Score(Model):
    """Marks put together by component, each with its weight."""

    noun: ClassVar[Text] = Text("计分（score）", "a score")

    of: FeelText = doc(*_OF)
    by: FeelText = doc("每一项属于哪一分项（FEEL，看该项）", "the component of an item, in FEEL over the item")
    value: FeelText = doc("每一项的分数（FEEL，看该项）", "the mark of an item, in FEEL over the item")
    weights: FeelText | None = doc(
        "权重：weights 参数，或者 {name, weight} 的列表；不写则各分项不加权",
        "the weights: a parameter of the type `weights`, or a list of {name, weight}; without them nothing is weighted",
        default=None,
    )
    each: Annotated[Each, one_of("mean", "sum", "trimmed mean")] = doc(
        "分项得分的算法：mean 平均、sum 合计、trimmed mean 去掉最高最低后平均",
        "how the marks of a component are put together",
    )
    drop: FeelText | None = doc(
        "去掉几个最高分、几个最低分（FEEL）",
        "how many marks are dropped at either end, in FEEL",
        default=None,
    )
    decimals: FeelText | None = doc(
        "分项得分四舍五入保留几位小数（FEEL）", "to how many places the mark is rounded, half up, in FEEL", default=None
    )


class Ranking(Model):
    """Items in the order of a value; equal values share their place."""

    noun: ClassVar[Text] = Text("排名（ranking）", "a ranking")

    of: FeelText = doc(*_OF)
    id: FeelText = doc("每一项的名称或者编号（FEEL，看该项）", "what names an item, in FEEL over the item")
    by: FeelText = doc("排名所依据的数（FEEL，看该项）", "the number that places an item, in FEEL over the item")
    highest_first: Bool = doc("是否高者在前", "whether the highest comes first", default=True)


OVER_ITEMS = frozenset({"by", "value", "id"})  # keys whose texts are read over one item of the list
Shape = Score | Ranking
SHAPES: tuple[str, ...] = ("score", "ranking")
