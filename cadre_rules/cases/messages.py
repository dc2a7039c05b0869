"""The wording of every fault of case files and how they are run (codes C020 to C029); nothing but texts."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

NO_CASES: Final = Message(
    "C020",
    Text("「{found}」中没有案例文件（*.cases.yaml）", "there are no case files (*.cases.yaml) in `{found}`"),
    Text(
        "案例文件放在政策文件旁边，例如 last-place.cases.yaml。",
        "put case files beside the policy, such as last-place.cases.yaml",
    ),
)
NO_MATCH: Final = Message(
    "C021",
    Text("没有案例的文件名、名称或者标题含有「{found}」", "no case has `{found}` in its file, name or title"),
    Text("请改用别的文字，或者去掉 -k。", "use another text, or leave `-k` out"),
)
NO_SUCH_POLICY: Final = Message(
    "C022",
    Text("没有名为「{found}」的政策", "there is no policy called `{found}`"),
    Text("已加载的政策：{known}", "loaded policies: {known}"),
)
NO_SUCH_ADOPTION: Final = Message(
    "C023",
    Text("找不到名为「{found}」的采用文件", "there is no adoption called `{found}`"),
    Text("找过的文件夹：{places}。找到的采用文件：{known}", "looked in: {places}; adoptions found: {known}"),
)
NO_COVERAGE: Final = Message(
    "C026",
    Text(
        "{option} 只用于覆盖情况报告，而没有写 --coverage",
        "`{option}` is for the report on coverage, and `--coverage` is not given",
    ),
    Text("请加上 --coverage，或者去掉 {option}。", "add `--coverage`, or leave `{option}` out"),
)
NOT_A_PERCENTAGE: Final = Message(
    "C027",
    Text("{option} 的取值「{found}」不是百分比", "`{found}` is not a percentage, which `{option}` asks for"),
    Text("请写 0 至 100 的数，例如 95 或者 97.5。", "write a number from 0 to 100, such as 95 or 97.5"),
)
NOTHING_UNCOVERED: Final = Message(
    "C028",
    Text("「{found}」并没有缺少的案例，无须说明", "nothing is missing for `{found}`, so there is nothing to explain"),
    Text("案例已经覆盖，请删去这一项。", "the cases cover it; delete the entry"),
)
NO_SUCH_PART: Final = Message(
    "C029",
    Text("{where}没有「{found}」", "{where} has no `{found}`"),
    Text("可以写：{known}", "it has: {known}"),
)
NOT_IN_A_PACK: Final = Message(
    "C024",
    Text("案例文件「{found}」不在任何政策包中", "the case file `{found}` is in no pack"),
    Text("案例文件放在有 pack.yaml 的文件夹里。", "put it in a folder that has a pack.yaml"),
)
POLICY_UNVERIFIED: Final = Message(
    "C025",
    Text(
        "政策「{found}」尚未核实，不参加判断，不能运行案例",
        "the policy `{found}` is unverified and never evaluated, so no case of it can be run",
    ),
    Text(
        "核实后删去 status: unverified；在此之前，不写案例文件。",
        "verify it and drop `status: unverified`, or keep no case file until then",
    ),
)
