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


class Groups(Model):
    """The items of a list by a value: pick lists."""

    noun: ClassVar[Text] = Text("分组（groups）", "a grouping")

    of: FeelText = doc(*_OF)
    by: FeelText = doc("每一项按什么分组（FEEL，看该项）", "by what an item is grouped, in FEEL over the item")
    names: FeelText = doc("每一项的名称（FEEL，看该项）", "what names an item, in FEEL over the item")


class Matrix(Model):
    """How many items lead from which value to which."""

    noun: ClassVar[Text] = Text("流向表（matrix）", "a matrix")

    of: FeelText = doc(*_OF)
    rows: FeelText = doc("每一项自何处（FEEL，看该项）", "from where an item leads, in FEEL over the item")
    columns: FeelText = doc("每一项至何处（FEEL，看该项）", "to where an item leads, in FEEL over the item")


class Target(Model):
    """A number against its target, and against the straight line that leads to it."""

    noun: ClassVar[Text] = Text("目标（target）", "a target")

    count: FeelText = doc("现有的数（FEEL）", "the number that there is, in FEEL")
    target: FeelText = doc("目标数（FEEL）", "the target, in FEEL")
    from_: FeelText = doc("起算日（FEEL）", "the day on which the line begins, in FEEL", alias="from")
    by: FeelText = doc("应当达到之日（FEEL）", "the day by which the target is to be reached, in FEEL")
    start: FeelText | None = doc("起算日的数（FEEL），不写为0", "the number on the first day, in FEEL; 0", default=None)
    tolerance: FeelText | None = doc("容许的差额（FEEL），不写为0", "what may be lacking, in FEEL; 0", default=None)


class States(Model):
    """In which state something is, since when and until when."""

    noun: ClassVar[Text] = Text("状态（states）", "states")

    of: FeelText = doc(*_OF)
    state: FeelText = doc("每一项的状态（FEEL，看该项）", "the state of an item, in FEEL over the item")
    lasts: FeelText = doc(
        "各状态的期限：table of duration 参数，或者 {name, value} 的列表",
        "how long each state lasts: a parameter of the type `table of duration`, or a list of {name, value}",
    )


# keys whose texts are read over one item of the list
OVER_ITEMS = frozenset({"value", "id", "names", "rows", "columns", "state"})
Shape = Score | Ranking | Groups | Matrix | Target | States
SHAPES: tuple[str, ...] = ("score", "ranking", "groups", "matrix", "target", "states")
