"""What linking says of files that do not fit together (codes P1xx)."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

DEFINITION_CYCLE: Final = Message(
    "P101",
    Text("定义「{name}」引用了自身：{way}", "the definition `{name}` needs itself: {way}"),
    Text(
        "请改写其中一个定义，使其不再引用后面的定义。",
        "rewrite one of them so that it does not need the others",
    ),
)
NO_SUCH_TYPE: Final = Message(
    "P102",
    Text("没有名为「{found}」的类型或者枚举", "there is no type or enumeration called `{found}`"),
    Text(
        "可用：number、text、boolean、date、duration，或者词汇表中的枚举名称。",
        "use number, text, boolean, date, duration, or an enumeration of the vocabulary",
    ),
)
VALUE_OUTSIDE: Final = Message(
    "P103",
    Text("「{found}」不在枚举的取值之内", "`{found}` is not a value of the enumeration"),
    Text("可用：{allowed}", "use one of: {allowed}"),
)
BELOW_FLOOR: Final = Message(
    "P104",
    Text(
        "「{parameter}」的取值{found}低于上级规定的下限{floor}（自{since}起，{higher}）",
        "{found} for “{parameter}” is below the floor of {floor} that holds since {since}: {higher}",
    ),
    Text("下级只能从严，不能降低上级规定的标准。", "a lower layer may be stricter, never laxer"),
)
ABOVE_CEILING: Final = Message(
    "P105",
    Text(
        "「{parameter}」的取值{found}高于上级规定的上限{floor}（自{since}起，{higher}）",
        "{found} for “{parameter}” is above the ceiling of {floor} that holds since {since}: {higher}",
    ),
    Text("下级只能从严，不能放宽上级规定的标准。", "a lower layer may be stricter, never laxer"),
)
NO_SUCH_PARAMETER: Final = Message(
    "P106",
    Text("没有参数「{found}」", "there is no parameter `{found}`"),
    Text(
        "参数写作「包名/政策名.参数名」或者「包名.参数名」。",
        "write `pack/policy.parameter` or `pack.parameter`",
    ),
)
NOT_A_FLOOR: Final = Message(
    "P107",
    Text(
        "「{parameter}」不是可以由下级从严规定的参数",
        "“{parameter}” is not a floor, so a lower pack cannot raise it",
    ),
    Text("只有标明 floor 的参数可以由下级从严规定。", "only parameters with a `floor` can be raised"),
)
NOT_OPEN: Final = Message(
    "P108",
    Text(
        "「{parameter}」在政策中已有取值，采用文件不能改动",
        "“{parameter}” has its value in the policy; an adoption cannot change it",
    ),
    Text(
        "采用文件只设定政策留空的参数，或者从严规定标明 floor 的参数。",
        "an adoption sets open parameters, or raises those that have a `floor`",
    ),
)
NO_SUCH_PACK: Final = Message(
    "P109",
    Text("找不到政策包「{found}」", "there is no pack called `{found}`"),
    Text("已知的政策包：{known}", "known packs: {known}"),
)
PACK_CYCLE: Final = Message(
    "P110",
    Text("政策包互相扩展：{way}", "packs extend each other: {way}"),
    Text("上级政策包不能扩展下级政策包。", "a higher pack cannot extend a lower one"),
)
NO_SUCH_QUESTION: Final = Message(
    "P111",
    Text("没有名为「{found}」的问题", "there is no question called `{found}`"),
    Text(
        "问题在政策包或者其上级包的 questions.yaml 中声明：{known}",
        "questions are declared in the questions.yaml of the pack or of one that it extends: {known}",
    ),
)
OTHER_SUBJECT: Final = Message(
    "P112",
    Text(
        "问题「{question}」的对象是 {expected}，这里写的是 {found}",
        "the question `{question}` is about {expected}, not {found}",
    ),
)
NO_SUCH_SUBJECT: Final = Message(
    "P113",
    Text("没有名为「{found}」的对象", "there is no subject called `{found}`"),
    Text("可用的对象：{known}", "use one of: {known}"),
)
NO_SUCH_CONCLUSION: Final = Message(
    "P114",
    Text(
        "问题「{question}」没有声明结论「{found}」",
        "the question `{question}` declares no conclusion `{found}`",
    ),
    Text(
        "请在 questions.yaml 的 conclusions 中声明：已有 {known}",
        "declare it under `conclusions` in questions.yaml; there are {known}",
    ),
)
NO_SUCH_RULE: Final = Message(
    "P115",
    Text("没有规则「{found}」", "there is no rule `{found}`"),
    Text("写本政策的规则名，或者「包名/政策名#规则名」。", "write a rule of this policy, or `pack/policy#rule`"),
)
RULE_CYCLE: Final = Message(
    "P116",
    Text("规则互相依赖，无法确定先后：{way}", "rules depend on each other, so no order can be found: {way}"),
    Text("请去掉其中一处 concluded(…) 或者 overrides。", "remove one of the `concluded(…)` or `overrides`"),
)
NO_DATE_PARAMETER: Final = Message(
    "P117",
    Text("政策包没有名为「{found}」的日期参数", "the pack has no date parameter called `{found}`"),
    Text(
        "请在 pack.yaml 的 parameters 中声明，或者直接写日期。",
        "declare it under `parameters` in pack.yaml, or write a date",
    ),
)
SAME_NAME: Final = Message(
    "P118",
    Text("名称「{name}」已经用于{other}", "the name `{name}` is already that of {other}"),
    Text(
        "请另取名称：同一政策中，事实、参数、定义和结论不能同名。",
        "choose another: facts, parameters, definitions and conclusions of a policy have different names",
    ),
)
INFERIOR_OVERRIDES: Final = Message(
    "P119",
    Text(
        "下级规则不能代替上级规则「{higher}」",
        "a rule of a lower layer cannot displace `{higher}` of a higher one",
    ),
    Text(
        "上级政策写明 delegates: true 的，下级才可以另作规定。",
        "only where the higher policy says `delegates: true`",
    ),
)
NO_CONCLUDES: Final = Message(
    "P121",
    Text("决策表没有写明以哪一列为结论", "the table does not say which output is the conclusion"),
    Text("请写 concludes: 列名。", "write `concludes:` with the name of the output"),
)
TABLE_NOT_TEXT: Final = Message(
    "P122",
    Text(
        "结论列须写结论的名称（带引号），这里是「{found}」",
        "the conclusion's cell must be the name of a conclusion in quotes, not `{found}`",
    ),
)
TABLE_AGGREGATOR: Final = Message(
    "P123",
    Text(
        "命中策略 {policy} 用于汇总数值，不能得出结论",
        "the hit policy {policy} adds up numbers; it cannot yield conclusions",
    ),
    Text("得出结论的决策表用 U、A、P、F、R、O 或者 C。", "a table of conclusions takes U, A, P, F, R, O or C"),
)
DETERMINATION_DIFFERS: Final = Message(
    "P124",
    Text(
        "认定「{name}」在政策「{other}」中另有不同的结论",
        "the determination `{name}` has other outcomes in `{other}`",
    ),
    Text(
        "同名的认定须有相同的结论；不同的事项请另取名称。",
        "determinations of one name have the same outcomes; name another matter differently",
    ),
)
POSSIBLE_CONFLICT: Final = Message(
    "P125",
    Text(
        "规则「{first}」与「{second}」的结论相互抵触，且均未写明代替对方；两者同时成立时结论为“冲突”",
        "`{first}` and `{second}` conclude what excludes each other, and neither overrides the other;"
        " where both hold, the answer is `conflict`",
    ),
    Text(
        "如有先后，请写 overrides；条件本来互斥的，可以不理会。",
        "write `overrides` if one prevails; if their conditions exclude each other, nothing is needed",
    ),
    severity="warning",
)
QUESTION_TWICE: Final = Message(
    "P126",
    Text(
        "问题「{name}」在政策包「{other}」中已经声明",
        "the question `{name}` is already declared in the pack `{other}`",
    ),
    Text(
        "下级包只能在 adds_to 中补充结论，不能重新声明。",
        "a lower pack can only add conclusions to it, with `adds_to`",
    ),
)
PACK_NOT_ADOPTED: Final = Message(
    "P127",
    Text(
        "采用文件设定了「{found}」，但没有采用其所属的政策包",
        "the adoption sets `{found}`, but does not adopt its pack",
    ),
)
CONCLUSION_TWICE: Final = Message(
    "P128",
    Text(
        "结论「{name}」在问题「{other}」中已经声明",
        "the conclusion `{name}` is already declared by the question `{other}`",
    ),
    Text("结论的名称在所有问题中唯一。", "the name of a conclusion is unique among all questions"),
)
NO_SUCH_DEFINITION: Final = Message(
    "P129",
    Text("shows 引用了不存在的定义「{found}」", "`shows` names a definition that is not there: `{found}`"),
    Text("请写本政策或者共用定义中的名称。", "name a definition of this policy or a shared one"),
)
TABLE_ONE_OUTPUT: Final = Message(
    "P130",
    Text("用作定义的决策表只能有一个输出", "a table that gives the value of a definition has one output"),
    Text("请把其他输出另写一个定义。", "put the other outputs into definitions of their own"),
)
TABLE_TYPES: Final = Message(
    "P131",
    Text(
        "决策表各行的取值类型不同：{found} 与 {expected}",
        "the rows of the table give values of different types: {found} and {expected}",
    ),
    Text("同一列的取值须为同一类型。", "values of one column have one type"),
)
TABLE_NOT_NUMBER: Final = Message(
    "P132",
    Text(
        "命中策略 {policy} 汇总数值，这里的取值类型是 {found}",
        "the hit policy {policy} adds up numbers, and these values are of type {found}",
    ),
    Text("请改用数值，或者改用其他命中策略。", "give numbers, or use another hit policy"),
)
NO_PACK_IN_FOLDER: Final = Message(
    "P133",
    Text("文件夹「{found}」中没有政策包", "there is no pack in the folder `{found}`"),
    Text(
        "政策包是含有 pack.yaml 的文件夹；请写政策包的文件夹，或者其上一级文件夹。",
        "a pack is a folder with a pack.yaml; name such a folder, or the one that holds it",
    ),
)
PACK_TWICE: Final = Message(
    "P134",
    Text("政策包「{name}」有两份：{first}、{second}", "there are two packs called `{name}`: {first} and {second}"),
    Text(
        "只写其中一个文件夹，或者给其中一份另取名称。", "name one of the two folders, or give one of them another name"
    ),
)
NO_SEVERITY: Final = Message(
    "P135",
    Text(
        "问题「{question}」取最严重的结论，而结论「{name}」没有写 severity",
        "the question `{question}` takes the most severe conclusion, and `{name}` has no severity",
    ),
    Text("请写明 severity，数越大越严重。", "give it a `severity`: more is severer"),
)
RULE_UNVERIFIED: Final = Message(
    "P136",
    Text(
        "规则「{found}」所在的政策尚未核实，不参加判断",
        "the policy of the rule `{found}` is unverified and never evaluated",
    ),
    Text("请删去这一处引用，或者先核实该政策。", "leave the reference out, or verify that policy first"),
)
OTHER_NAME: Final = Message(
    "P137",
    Text(
        "文件夹「{wanted}」中的政策包名为「{found}」，不是所要找的「{wanted}」",
        "the pack in the folder `{wanted}` is called `{found}`, and `{wanted}` was looked for",
    ),
    Text("政策包的文件夹以包名命名。", "give the folder of a pack the name of the pack"),
)
TOO_DEEP: Final = Message(
    "P138",
    Text("「{name}」层层引用超过{limit}层", "`{name}` builds on more than {limit} others, one on top of the other"),
    Text("请合并中间的定义或者规则。", "put some of those between together"),
)
