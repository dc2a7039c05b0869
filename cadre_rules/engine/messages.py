"""What the engine says of bad input (codes E0xx)."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

UNKNOWN_OUTCOME: Final = Message(
    "E001",
    Text(
        "对「{matter}」的认定结论「{found}」不在政策规定的结论之内",
        "`{found}` is not one of the outcomes that the policies give for `{matter}`",
    ),
    Text(
        "可用的结论：{allowed}；两者兼有写「兼有」，不能认定写「不能认定」。",
        "use one of: {allowed_en}; or `mixed`, or `undecided`",
    ),
)
UNKNOWN_MATTER: Final = Message(
    "E002",
    Text(
        "已加载的政策没有用到认定项「{found}」，本次判断没有采用该认定",
        "no loaded policy uses the determination `{found}`; it was not taken into account",
    ),
    Text(
        "请核对认定项的名称，或者确认所属政策包已经加载。",
        "check the name of the matter, or whether its pack is loaded",
    ),
    severity="warning",
)
NO_QUESTION: Final = Message(
    "E003",
    Text("没有名为「{found}」的问题", "there is no question called `{found}`"),
    Text("已加载的问题：{known}", "loaded questions: {known}"),
)
NO_SUBJECT: Final = Message(
    "E004",
    Text("记录中没有可供判断的事项（incidents）", "the record has no incident to decide on"),
    Text(
        "请在 incidents 下填写事项；确无事项的，本问题不适用。",
        "list the incident under `incidents`; without one the question does not arise",
    ),
)
SEVERAL_SUBJECTS: Final = Message(
    "E005",
    Text(
        "记录中有 {count} 个事项，须指明判断哪一个",
        "the record has {count} incidents; say which one to decide on",
    ),
    Text("可选：{known}", "choose one of: {known}"),
)
NO_SUCH_SUBJECT: Final = Message(
    "E006",
    Text("记录中没有编号为「{found}」的事项", "the record has no incident with the id `{found}`"),
    Text("可选：{known}", "choose one of: {known}"),
)
OTHER_THAN_TABLE: Final = Message(
    "E007",
    Text(
        "职位「{title}」在记录中写为“{found}”，与采用单位职位表的“{table}”不一致，按记录计算",
        "the record says `{found}` of the post `{title}`, the unit's table of posts says `{table}`;"
        " the record was followed",
    ),
    Text("请核对记录和职位表，改正其中一处。", "compare the two and mend one of them"),
    severity="warning",
)
OTHER_PLACE: Final = Message(
    "E008",
    Text(
        "档案所属地区是「{found}」，已加载的政策包不是该地区的（{known}）",
        "the record belongs to `{found}`, and none of the loaded packs ({known}) is that place's",
    ),
    Text(
        "各地政策只适用于本地：请加载该地区的政策包，或者核对档案的「所属地区」。",
        "each pack binds its own place: load that place's pack, or check the record's `jurisdiction`",
    ),
)
WHICH_PLACE: Final = Message(
    "E009",
    Text(
        "加载了几个地方的政策包（{known}），档案没有写明所属地区，不能确定适用哪一个",
        "packs of several places are loaded ({known}), and the record does not say to which it belongs",
    ),
    Text(
        "请在档案中写明「所属地区」，或者只加载一个地方的政策包。",
        "give the record's `jurisdiction`, or load one place's pack",
    ),
)
NOT_A_DAY: Final = Message(
    "E010",
    Text(
        "决定日期应为日期（datetime.date），实际为 {found}",
        "the decision date has to be a `datetime.date`, not {found}",
    ),
    Text("例如 date(2025, 6, 1)。", "for example `date(2025, 6, 1)`"),
)
NO_LANGUAGE: Final = Message(
    "E011",
    Text("没有「{found}」这种语言", "there is no language `{found}`"),
    Text("可用：zh、en。", "use `zh` or `en`"),
)
NO_POLICY: Final = Message(
    "E012",
    Text(
        "已加载的政策包没有回答「{found}」这一问题的政策",
        "no policy of the loaded packs answers the question `{found}`",
    ),
    Text("有政策回答的问题：{known}", "questions that policies answer: {known}"),
)
UNKNOWN_STEP: Final = Message(
    "E014",
    Text(
        "已加载的政策的程序中没有名为「{found}」的步骤，核对程序时没有计入",
        "no procedure of the loaded policies has a step called `{found}`; it was not counted as one",
    ),
    Text(
        "请核对步骤名称；属于其他程序的，可以不理会。",
        "check the name of the step; if it is one of another procedure, nothing is needed",
    ),
    severity="warning",
)
OTHER_SUBJECT: Final = Message(
    "E013",
    Text(
        "问题「{question}」问的是{asked}，而档案是关于{found}的",
        "the question `{question}` is about a {asked}, and the record is about a {found}",
    ),
    Text(
        "请换用相应的档案，或者换一个问题；各类对象的档案怎样写，见 docs/records.zh-CN.md。",
        "give a record of that kind, or ask another question; docs/records.md says how each kind of record is written",
    ),
)
