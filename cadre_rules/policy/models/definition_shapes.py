"""The shapes of definitions: scores, rankings and the others, each declared in one piece.

In: nodes. Out: models. What they stand for is made when they are linked (`policy.shapes`).
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from pydantic import Discriminator, Tag

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Scalar
from cadre_rules.policy.models.base import Model, doc
from cadre_rules.policy.models.leaves import Bool, Identifier, Str, entries, items, one_of
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


class Target(Model):
    """A number that is to grow to a target by a day, and the straight line that leads to it."""

    noun: ClassVar[Text] = Text("目标（target）", "a target")

    count: FeelText = doc("现有的数（FEEL）", "the number that there is, in FEEL")
    target: FeelText = doc("目标数（FEEL）", "the number that there has to be, in FEEL")
    from_: FeelText = doc("起算日（FEEL）", "the day from which the line runs, in FEEL", alias="from")
    by: FeelText = doc("应当达到目标之日（FEEL）", "the day by which the target has to be reached, in FEEL")
    start: FeelText = doc("起算日的数（FEEL）", "the number on the day from which the line runs, in FEEL")
    tolerance: FeelText | None = doc(
        "容许的差数，不写则不容许",
        "by how much it may fall short, in FEEL; by nothing without it",
        default=None,
    )


class Matrix(Model):
    """How many items have which value of one fact together with which of another."""

    noun: ClassVar[Text] = Text("矩阵（matrix）", "a matrix")

    of: FeelText = doc(*_OF)
    rows: FeelText = doc("每一项属于哪一行（FEEL，看该项）", "the row of an item, in FEEL over the item")
    columns: FeelText = doc("每一项属于哪一列（FEEL，看该项）", "the column of an item, in FEEL over the item")
    of_values: FeelText | None = doc(
        "应当列出的行和列（FEEL 列表），档案中另有的列在其后",
        "the rows and columns to list, in FEEL; what else is on record comes after them",
        default=None,
    )


def _lasts(value: Any) -> str:
    return "table" if isinstance(value, Scalar) and value.value is not None else "mapped"


Lasts = Annotated[
    Annotated[Annotated[dict[Str, FeelText], entries()], Tag("mapped")] | Annotated[FeelText, Tag("table")],
    Discriminator(_lasts),
]


class States(Model):
    """A machine of states with dates: what holds on the decision date, and how it came to that."""

    noun: ClassVar[Text] = Text("状态（states）", "states")

    of: FeelText = doc("各段的列表（FEEL），各有起始和结束日期", "the stretches, each with a start and an end, in FEEL")
    state: FeelText = doc("每一段的状态（FEEL，看该项）", "the state of a stretch, in FEEL over the item")
    lasts: Lasts | None = doc(
        "各状态的期限：{状态: 期限}，或者 table of duration 参数",
        "how long states last: {state: duration}, or a parameter of the type `table of duration`",
        default=None,
    )
    transitions: Annotated[dict[Str, Annotated[tuple[Str, ...], items(0, single=True)]], entries()] | None = doc(
        "各状态之后可以转入的状态 {状态: [状态]}；没有写的状态不限",
        "to which states a state may lead {state: [states]}; one that is not listed may lead to any",
        default=None,
    )


class Groups(Model):
    """Items put together by a value: pick lists."""

    noun: ClassVar[Text] = Text("分组（groups）", "groups")

    of: FeelText = doc(*_OF)
    by: FeelText = doc("每一项属于哪一组（FEEL，看该项）", "the group of an item, in FEEL over the item")
    names: FeelText = doc("每一项的名称（FEEL，看该项）", "what names an item, in FEEL over the item")


class Completeness(Model):
    """Which facts that are needed items lack: they are not known, or known to be absent."""

    noun: ClassVar[Text] = Text("完整性（completeness）", "completeness")

    of: FeelText = doc(*_OF)
    needs: Annotated[tuple[Identifier, ...], items(single=True)] = doc(
        "每一项应当有的事实", "the facts that every item has to have"
    )
    names: FeelText = doc("每一项的名称（FEEL，看该项）", "what names an item, in FEEL over the item")


OVER_ITEMS = frozenset({"value", "id", "names", "rows", "columns", "state"})  # keys whose texts are read over one item
Shape = Score | Ranking | Target | Matrix | States | Groups | Completeness
SHAPES: tuple[str, ...] = ("score", "ranking", "target", "matrix", "states", "groups", "completeness")


def over_item(shape: Shape, key: str) -> bool:
    """Return whether the texts of a key are read over one item of the shape's list."""
    return key in OVER_ITEMS or (key == "by" and not isinstance(shape, Target))
