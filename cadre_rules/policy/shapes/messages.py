"""What linking says of shapes that do not fit (codes P140 to P179)."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

NO_COLUMNS: Final = Message(
    "P140",
    Text("这一定义不是表，没有各列", "this definition is no table, so it has no columns"),
    Text(
        "columns 用于取值为 {{…: …}} 或者其列表的定义；请删去。",
        "`columns` is for definitions that give `{{…: …}}` or a list of these; take it out",
    ),
)
NO_SUCH_COLUMN: Final = Message(
    "P141",
    Text("这一定义没有名为「{found}」的列", "the definition has no column called `{found}`"),
    Text("它的各列：{known}", "its columns are: {known}"),
)
NOT_STEPS: Final = Message(
    "P142",
    Text(
        "程序的 of 应为步骤记录的列表，这里是{found}；缺少（或者类型不符）：{lacking}",
        "`of` has to be a list of records of steps, and this is {found}; it lacks, or has of another type: {lacking}",
    ),
    Text(
        '写 steps，或者从中选取，例如 steps[matter = null or matter = "…"]。',
        'write `steps`, or choose from it, such as steps[matter = null or matter = "…"]',
    ),
)
NO_STEP_PARAMETER: Final = Message(
    "P143",
    Text("没有名为「{found}」的列表参数", "there is no list parameter called `{found}`"),
    Text(
        "步骤写成列表，或者写一个类型为 list of text 的参数的名称。",
        "write the steps as a list, or the name of a parameter of the type `list of text`",
    ),
)
NO_SPAN: Final = Message(
    "P144",
    Text("没有名为「{found}」的期限参数", "there is no parameter `{found}` that is a duration"),
    Text(
        "写期限，例如 P30D，或者写一个期限参数的名称。",
        "write a duration such as P30D, or the name of a parameter that is one",
    ),
)
NOTHING_BEFORE: Final = Message(
    "P145",
    Text(
        "第一步之前没有别的步骤，「{key}」无从计算",
        "no step comes before the first one, so `{key}` has nothing to count from",
    ),
    Text("把「{key}」写在后面的步骤上，或者删去。", "write `{key}` on a later step, or take it out"),
)
WEIGHTS_SUM: Final = Message(
    "P147",
    Text("各项权重之和为{found}，应当等于1", "the weights add up to {found}, and they have to add up to 1"),
    Text("请核对各项权重；权重写小数，例如 0.3。", "check the weights; they are written as decimals, such as 0.3"),
)
WEIGHT_BELOW: Final = Message(
    "P148",
    Text("「{name}」的权重{found}小于0", "the weight of `{name}`, {found}, is below 0"),
)
NO_ORDER: Final = Message(
    "P146",
    Text(
        "程序不论先后（any_order），「{key}」无从计算",
        "the steps have no order (`any_order`), so `{key}` has nothing to count from",
    ),
    Text("删去 any_order，或者删去「{key}」。", "take out `any_order` or `{key}`"),
)
