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
NO_TITLE: Final = Message(
    "P149",
    Text("用 {shape} 写的定义没有标题", "a definition that is a {shape} needs a title"),
    Text(
        "写 title: {{zh: …, en: …}}，说明理由时用它称呼这一定义。",
        "write `title: {{zh: …, en: …}}`: explanations call it by its title",
    ),
)
NOT_ITEMS: Final = Message(
    "P150",
    Text("of 应为由若干项组成的列表，这里是{found}", "`of` has to be a list of items with facts, and this is {found}"),
    Text(
        "写档案中的列表，例如 marks，或者由各项组成的列表，例如 for x in … return {{…}}。",
        "write a list of the record such as `marks`, or a list of your own such as `for x in … return {{…}}`",
    ),
)
NOT_WEIGHTS: Final = Message(
    "P151",
    Text(
        "weights 应为各项有 name（文本）和 weight（数）的列表，这里是{found}",
        "`weights` has to be a list with a `name` (a text) and a `weight` (a number) in each item, and this is {found}",
    ),
    Text("写类型为 weights 的参数的名称。", "write the name of a parameter of the type `weights`"),
)
DROP_WITHOUT_TRIM: Final = Message(
    "P152",
    Text("each 为 {each} 时不去掉最高最低分", "where `each` is {each}, nothing is dropped"),
    Text("写 each: trimmed mean，或者删去 drop。", "write `each: trimmed mean`, or take `drop` out"),
)
NOT_A_COUNT: Final = Message(
    "P154",
    Text("「{found}」不是个数：应为不小于0的整数", "`{found}` is no number of marks: it has to be whole, not below 0"),
)
TRIM_WITHOUT_DROP: Final = Message(
    "P153",
    Text("去掉最高最低分的平均（trimmed mean）没有写去掉几个", "a trimmed mean has to say how many marks are dropped"),
    Text("写 drop: 1，或者写一个参数的名称。", "write `drop: 1`, or the name of a parameter"),
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
