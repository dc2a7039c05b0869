"""The wording of every fault in the shape of a policy file (codes P001 to P049); nothing but texts."""

from __future__ import annotations

from cadre_rules.diagnostics import Message, Text

# Keys

UNKNOWN_KEY = Message(
    "P001",
    Text("{where}没有名为「{key}」的键", "{where} has no key `{key}`"),
    Text("此处可用的键：{known}。", "the keys that may stand here: {known}"),
)
MISSING_KEY = Message(
    "P002",
    Text("{where}缺少必填的键「{key}」", "{where} lacks the key `{key}`"),
    Text("「{key}」：{meaning}", "`{key}`: {meaning}"),
)
MISPLACED_KEY = Message(
    "P003",
    Text(
        "键「{key}」不能写在{where}中，它属于{owner}",
        "the key `{key}` does not belong to {where} but to {owner}",
    ),
    Text("请核对缩进，将它移到所属的位置。", "check the indentation and move it to where it belongs"),
)
MISSING_VALUE = Message(
    "P004",
    Text("此键没有填写内容", "this key has no value"),
    Text("应填写{expected}；如不需要，请删除此键。", "write {expected}, or delete the key if it is not needed"),
)

# Values

WRONG_TYPE = Message("P005", Text("应为{expected}，实际为{found}", "expected {expected}, found {found}"))
NEEDS_QUOTES = Message(
    "P006",
    Text("应为文字，实际为{found}", "expected a text, found {found}"),
    Text('如确为文字，请加引号："{text}"。', 'put quotes round it if it is a text: "{text}"'),
)
NOT_A_BOOLEAN = Message(
    "P007",
    Text("应为 true 或者 false，实际为{found}", "expected true or false, found {found}"),
    Text(
        "是写作 true，否写作 false，不加引号；yes、no、on、off、是、否都不行。",
        "write true or false without quotes; yes, no, on and off are texts",
    ),
)
NOT_ONE_OF = Message(
    "P008",
    Text("「{found}」不在可选范围之内", "`{found}` is not one of the values that may stand here"),
    Text("可选：{allowed}。", "one of: {allowed}"),
)
BAD_NAME = Message(
    "P009",
    Text("「{found}」不能用作{what}", "`{found}` cannot be {what}"),
    Text("{rule}，例如「{example}」。", "{rule}, such as `{example}`"),
)
RESERVED_NAME = Message(
    "P010",
    Text(
        "「{found}」是 FEEL 的保留字，不能用作名称",
        "`{found}` is a reserved word of FEEL and cannot be a name",
    ),
    Text("请换一个名称。", "choose another name"),
)
EMPTY_TEXT = Message(
    "P011",
    Text("文字不能为空", "the text is empty"),
    Text("请填写{expected}；如不需要，请删除此键。", "write {expected}, or delete the key if it is not needed"),
)
TOO_FEW = Message(
    "P012",
    Text("至少要有 {least} 项，实际有 {count} 项", "expected at least {least} entries, found {count}"),
)
REPEATED = Message(
    "P013",
    Text("「{name}」重复：第 {first} 行已经写过", "`{name}` is given twice: it already stands on line {first}"),
    Text("请改名，或者只保留一处。", "rename one, or keep only one of them"),
)
FULL_WIDTH = Message(
    "P014",
    Text(
        "此处应为{expected}，却是一段含有全角标点的文字",
        "expected {expected}, found a text with full-width punctuation",
    ),
    Text(
        "键与值之间用半角冒号加空格，各项之间用半角逗号，文字用半角引号。",
        "write an ASCII colon and a space between key and value, ASCII commas and ASCII quotes",
    ),
)
SWAPPED_LANGUAGES = Message(
    "P015",
    Text(
        "zh 与 en 似乎写反了：zh 中没有汉字，en 中有汉字",
        "zh and en seem to be swapped: the Chinese stands under en",
    ),
    Text("zh 写中文，en 写英文。", "write Chinese under zh and English under en"),
)
NO_SUCH_PERIOD = Message(
    "P016",
    Text("截止日期 {to} 早于起始日期 {start}", "the last day {to} is before the first day {start}"),
    Text("from 是施行的第一天，to 是施行的最后一天。", "from is the first day in force and to the last one"),
)

# FEEL texts and conditions

DATE_IN_FEEL = Message(
    "P017",
    Text(
        "条件中不能直接写日期 {text}，否则会被读作减法",
        "a date cannot stand in FEEL as {text}: it reads as a subtraction",
    ),
    Text("请写作 '@\"{text}\"' 或者 'date(\"{text}\")'。", "write '@\"{text}\"' or 'date(\"{text}\")'"),
)
BRACKETS_IN_FEEL = Message(
    "P018",
    Text("应为 FEEL 文字，却被读成了{found}", "expected a FEEL text, but this reads as {found}"),
    Text(
        "以「[」「{{」或者「- 」开头的 FEEL 须用单引号括住，例如 '[1..3]'。",
        "put single quotes round FEEL that begins with `[`, `{{` or `- `, as in '[1..3]'",
    ),
)
NOT_A_CONDITION = Message(
    "P019",
    Text("这不是条件", "this is not a condition"),
    Text(
        "条件是一段 FEEL 文字，或者 all: [...]、any: [...]、not: …、is: …（可加 title）之一；"
        "以「[」开头的 FEEL 须用单引号括住。",
        "a condition is a FEEL text, or one of all: [...], any: [...], not: …, is: … (title: is optional); "
        "put single quotes round FEEL that begins with `[`",
    ),
)

# Rules and tables

NO_RULE_KIND = Message(
    "P020",
    Text("规则「{rule}」没有写明内容", "the rule `{rule}` says nothing"),
    Text(
        "请写 require 与 otherwise，或者 when 与 then，或者 table。",
        "write require and otherwise, or when and then, or table",
    ),
)
SEVERAL_RULE_KINDS = Message(
    "P021",
    Text(
        "规则「{rule}」同时写了 {kinds}，只能选其一",
        "the rule `{rule}` has {kinds}; it can have only one of them",
    ),
    Text("请拆成几条规则。", "split it into several rules"),
)
MISSING_PART = Message(
    "P022",
    Text("规则「{rule}」写了 {kind}，还缺少 {part}", "the rule `{rule}` has {kind} but lacks {part}"),
    Text(
        "require（条件）或者 procedure（程序）与 otherwise（不满足时的结论）成对，"
        "when（条件）与 then（满足时的结论）成对。",
        "require or procedure goes with otherwise (what follows if it is not met), when with then (if it is met)",
    ),
)
STRAY_PART = Message(
    "P023",
    Text(
        "规则「{rule}」写了 {kind}，不能再写 {part}",
        "the rule `{rule}` has {kind} and cannot have {part} as well",
    ),
    Text(
        "require（条件）或者 procedure（程序）与 otherwise（不满足时的结论）成对，"
        "when（条件）与 then（满足时的结论）成对。",
        "require or procedure goes with otherwise (what follows if it is not met), when with then (if it is met)",
    ),
)
ROW_WIDTH = Message(
    "P024",
    Text(
        "此行的 {part} 有 {count} 格，而表中有 {columns} 列",
        "this row has {count} cells under {part}, but the table has {columns} columns",
    ),
    Text("每列一格；不限制的格写 '-'。", "one cell for each column; write '-' where anything will do"),
)
UNKNOWN_COLUMN = Message(
    "P025",
    Text(
        "concludes 所指的「{name}」不是本表的输出",
        "concludes names `{name}`, which is no output of this table",
    ),
    Text("请写 outputs 中的一个 name。", "write a name that stands under outputs"),
)
ONE_OUTPUT_ONLY = Message(
    "P026",
    Text("命中策略 {policy} 只能用于一个输出", "the hit policy {policy} works on one output only"),
    Text("请只保留一个输出，或者改用其他命中策略。", "keep one output, or use another hit policy"),
)

# Parameters

VALUE_TYPE = Message(
    "P027",
    Text(
        "参数的类型是 {type}，此处应为{expected}，实际为{found}",
        "the parameter is a {type}: expected {expected}, found {found}",
    ),
    Text(
        "数、日期、true 和 false 不加引号；文字按需加引号；列表写作 [甲, 乙]。",
        "numbers, dates, true and false have no quotes round them; a list is written [a, b]",
    ),
)
BAD_DURATION = Message(
    "P028",
    Text("「{text}」不是期限", "`{text}` is not a duration"),
    Text(
        "期限写作 P2Y（两年）、P6M（六个月）、P1Y6M（一年六个月）或者 P30D（三十天）；年月与天不能混用。",
        "a duration is written P2Y (two years), P6M, P1Y6M or P30D (thirty days), never years and days mixed",
    ),
)
NO_FLOOR = Message(
    "P029",
    Text("类型为 {type} 的参数不能设 floor", "a parameter of type {type} cannot have a floor"),
    Text(
        "只有 number、date、duration 有大小先后，可以设底线。",
        "only number, date and duration are ordered and can have one",
    ),
)
NOT_A_DATE = Message(
    "P030",
    Text("应为日期，实际为{found}", "expected a date, found {found}"),
    Text(
        "写作「年-月-日」，不加引号，例如 2025-01-01。",
        "write year-month-day without quotes, such as 2025-01-01",
    ),
)

# Files and folders

NOT_A_POLICY = Message(
    "P031",
    Text(
        "文件中没有「policy」「principle」「check」中的任何一个",
        "the file has none of `policy`, `principle` and `check`",
    ),
    Text(
        "政策文件以 policy: 包名/政策名 开头，原则文件以 principle: 包名/原则名 开头，"
        "原则检查文件以 check: 包名/检查名 开头。",
        "a policy begins with policy: pack/name, a principle with principle: pack/name, a principle check with "
        "check: pack/name",
    ),
)
NOT_A_PACK = Message(
    "P032",
    Text("「{folder}」不是政策包：其中没有 pack.yaml", "`{folder}` is no pack: there is no pack.yaml in it"),
    Text("请核对路径，或者写一个 pack.yaml。", "check the path, or write a pack.yaml"),
)
OTHER_PACK = Message(
    "P033",
    Text(
        "此文件放在政策包「{pack}」中，名称却属于「{other}」",
        "this file lies in the pack `{pack}` but is named for `{other}`",
    ),
    Text("请写作「{pack}/…」，或者将文件移到所属的包。", "write `{pack}/…`, or move the file to its pack"),
)
SAME_NAME = Message(
    "P034",
    Text("「{name}」已经在 {other} 中写过", "`{name}` already stands in {other}"),
    Text("请改名，或者只保留一个文件。", "rename one, or keep only one of the files"),
)
NOTHING_EXPECTED = Message(
    "P035",
    Text("案例「{case}」没有写明预期", "the case `{case}` expects nothing"),
    Text(
        "请写 expect（预期的结果）或者 error（预期的错误代码）。",
        "write expect, or error with the code that is expected",
    ),
)
NO_DAY = Message(
    "P036",
    Text("案例「{case}」没有决定日期", "the case `{case}` has no date of decision"),
    Text("请在案例中或者文件开头写 as_of。", "write as_of in the case or at the top of the file"),
)
NO_POST = Message(
    "P037",
    Text("没有写明所说的职位或者专业", "it is not said which post or specialty is meant"),
    Text("请写 post 或者 specialty。", "write post or specialty"),
)

NOT_A_LIST = Message(
    "P038",
    Text("应为一个列表，实际为{found}", "expected a list, found {found}"),
    Text(
        "写作 [甲, 乙]，或者每项另起一行、以「- 」开头。",
        "write [a, b], or each item on a line of its own that begins with `- `",
    ),
)

# Definitions
NO_DEFINITION = Message(
    "P039",
    Text("定义没有内容：没有写它是什么", "the definition is empty: it does not say what it is"),
    Text(
        "写 is: FEEL 文字，或者写 table: 决策表，或者写一种形式，例如 score:。",
        "write `is:` with a FEEL text, `table:` with a decision table, or a shape such as `score:`",
    ),
)
TWO_DEFINITIONS = Message(
    "P040",
    Text("定义同时写了 {kinds}", "the definition says several times what it is: {kinds}"),
    Text("请只保留其中一个。", "keep one of them"),
)
