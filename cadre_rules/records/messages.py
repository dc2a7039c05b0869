"""The faults that a record can have. One page for each stands in `docs/errors/`."""

from __future__ import annotations

from cadre_rules.diagnostics import Message, Text

NOT_A_RECORD = Message(
    "R001",
    Text(
        "档案应当是由各部分组成的一组事实，实际为{found}",
        "a record should be a mapping of sections, found {found}",
    ),
    Text(
        "请在顶层写各部分的名称，如「人员」「任职经历」。",
        "write the names of sections at the top level, such as `person`",
    ),
)
UNKNOWN_SECTION = Message(
    "R002",
    Text("档案中没有「{found}」这一部分", "a record has no section `{found}`"),
    Text("可用的部分见 docs/records.zh-CN.md。", "the sections are listed in docs/records.md"),
)
UNKNOWN_FACT = Message(
    "R003",
    Text("「{section}」中没有「{found}」这一项", "`{section}` has no fact `{found}`"),
    Text("可用的项目见 docs/records.zh-CN.md。", "the facts of each section are listed in docs/records.md"),
)
GIVEN_TWICE = Message(
    "R004",
    Text(
        "「{name}」给出了两次：「{first}」和「{second}」",
        "`{name}` is given twice: as `{first}` and as `{second}`",
    ),
    Text("请只保留一种写法。", "keep one of the two"),
)
WRONG_SHAPE = Message(
    "R005",
    Text("「{name}」应当是{expected}，实际为{found}", "`{name}` should be {expected}, found {found}"),
    Text(
        "确知没有的列表请写 []；不知道的部分，请整个不写。",
        "write [] for a list known to be empty; leave out a section of which nothing is known",
    ),
)
WRONG_TYPE = Message(
    "R006",
    Text("「{name}」应当是{expected}，实际为{found}", "`{name}` should be {expected}, found {found}"),
)
NOT_NULLABLE = Message(
    "R007",
    Text("「{name}」不能是空值", "`{name}` cannot be null"),
    Text(
        "空值表示确知没有；如为不知道，请删去这一项。",
        "null says that it is known not to be there; leave the fact out if it is not known",
    ),
)
NO_SUCH_DATE = Message(
    "R008",
    Text("「{name}」：不可能有日期 {found}", "`{name}`: there is no date {found}"),
    Text("{detail}", "{detail}"),
)
DATE_FORM = Message(
    "R009",
    Text("「{name}」：看不懂日期{found}", "`{name}`: cannot read {found} as a date"),
    Text(
        "请写作 2020-03-01、2020.03.01 或 20200301；日不明的，请写作 2020-03、2020.03 或 202003。",
        "write 2020-03-01, 2020.03.01 or 20200301; or 2020-03, 2020.03 or 202003 where the day is unknown",
    ),
)
NOT_A_VALUE = Message(
    "R010",
    Text("「{name}」没有「{found}」这个取值", "`{found}` is not a value of `{name}`"),
    Text("可用的取值：{values}。", "the values are: {values}"),
)
NOT_WHOLE = Message(
    "R011",
    Text("「{name}」应当是整数，实际为 {found}", "`{name}` should be a whole number, found {found}"),
)
TOO_SMALL = Message(
    "R012",
    Text("「{name}」不能小于 {minimum}，实际为 {found}", "`{name}` should be at least {minimum}, found {found}"),
)
NUMBER_RANGE = Message(
    "R013",
    Text(
        "「{name}」的数字位数过多或者不是有限的数：{found}",
        "`{name}`: {found} has too many digits or is not finite",
    ),
    Text("最多十五位整数、九位小数。", "at most fifteen digits before the point and nine after it"),
)
BAD_TEXT = Message(
    "R014",
    Text("「{name}」的文字{problem}", "`{name}`: the text {problem}"),
)
FLOAT = Message(
    "R015",
    Text("「{name}」是二进制浮点数 {found}，不精确", "`{name}` is the binary float {found}, which is not exact"),
    Text('请改用 decimal.Decimal("…") 或者整数。', 'use decimal.Decimal("…") or an integer'),
)
MISSING = Message(
    "R016",
    Text("「{section}」的一项缺少「{name}」", "an item of `{section}` lacks `{name}`"),
    Text(
        "列表按「{name}」排列或者识别，请写明这一项。",
        "the list is sorted or identified by `{name}`, so it has to be given",
    ),
)
MISSING_START = Message(
    "R017",
    Text("这段任职缺少「起始日期」", "this post lacks `start`"),
    Text(
        "请写明到任日期、任职决定日期或者起始日期之一。",
        "give one of `reported_on`, `appointed_on` and `start`",
    ),
)
DUPLICATE = Message(
    "R018",
    Text("「{section}」中有两项的{key}相同：{value}", "two items of `{section}` have the same {key}: {value}"),
    Text("另一项在 {other}。", "the other is at {other}"),
)
ENDS_BEFORE = Message(
    "R019",
    Text(
        "「{end}」{end_value} 早于「{start}」{start_value}",
        "`{end}` {end_value} is before `{start}` {start_value}",
    ),
    Text("请核对两个日期。", "check the two dates"),
)
START_DISAGREES = Message(
    "R020",
    Text(
        "「起始日期」{start} 与「{other}」{value} 不一致",
        "`start` {start} does not agree with `{other}` {value}",
    ),
    Text(
        "任职自到任日期起算，没有到任日期的自任职决定日期起算；请更正其中之一，或者补记到任日期。",
        "a stint begins on the day of reporting if recorded, else on the date of the decision; "
        "correct one of them, or record `reported_on`",
    ),
)
GROUP_TOO_SMALL = Message(
    "R021",
    Text(
        "组内人数 {size} 容不下本人、其后 {below} 人和并列 {tied} 人",
        "a group of {size} cannot hold the person, {below} placed below and {tied} tied",
    ),
    Text(
        "组内人数至少为其后人数、并列人数与本人之和。",
        "the group counts at least those below, those tied and the person",
    ),
)
NO_SUCH_INCIDENT = Message(
    "R022",
    Text("「所涉事项」{found}不在「事项」之中", "`incident` names {found}, which is not among `incidents`"),
    Text(
        "请写明「事项」中某一项的编号，或者补记该事项。",
        "give the `id` of one of `incidents`, or record the incident",
    ),
)
NOT_ASSESSED = Message(
    "R023",
    Text("未参加考核，却有「{name}」", "not assessed, yet `{name}` is given"),
    Text(
        "「参加考核」为 false 时，请不写等次、名次和得分。",
        "where `assessed` is false there is no grade, place or score",
    ),
)
PERIOD = Message(
    "R024",
    Text("{kind}{problem}", "{kind} {problem}"),
    Text(
        "季度、平时、专项考核请写明期次；年度、聘期、综合考核没有期次。",
        "give `period` for quarterly, routine and special assessments only",
    ),
)
COMPLETE_FROM = Message(
    "R025",
    Text("「{section}」不能写「完整起点」", "`{section}` cannot have `complete_from`"),
    Text("只有按日期或者年度排列的列表才有完整起点。", "only lists that are sorted by a date or a year can"),
)
BEFORE_COMPLETE = Message(
    "R026",
    Text(
        "「{name}」{value} 早于列表的完整起点 {start}",
        "`{name}` {value} is before {start}, from which the list is complete",
    ),
    Text("请将完整起点提前，或者更正日期。", "move `complete_from` back, or correct the date"),
)
STUDY = Message(
    "R027",
    Text("「任职方式」是在学，「{name}」却是 true", "`holding` is study, yet `{name}` is true"),
    Text(
        "在学期间不担任职务；另有任职的，请另列一段。",
        "study is no post; list a post held at the time as its own item",
    ),
)
BEFORE_BIRTH = Message(
    "R028",
    Text("「{name}」{value} 早于出生日期 {birth}", "`{name}` {value} is before the date of birth {birth}"),
    Text("请核对两个日期。", "check the two dates"),
)
ITEMS_MISSING = Message(
    "R029",
    Text("「{section}」写了「完整起点」，却没有「各项」", "`{section}` has `complete_from` but no `items`"),
    Text("请写作 {{完整起点: 日期, 各项: [...]}}。", "write {{complete_from: date, items: [...]}}"),
)
BLANK = Message(
    "R030",
    Text("「{name}」后面没有内容", "there is nothing after `{name}:`"),
    Text(
        "确知没有的，请写 null；不知道的，请删去这一行。",
        "write null if it is known not to be there; delete the line if it is not known",
    ),
)
ASKED_INCIDENT = Message(
    "R031",
    Text(
        "档案「{name}」中没有编号为「{found}」的事项",
        "the record `{name}` has no incident with the id `{found}`",
    ),
    Text("请写明「事项」中某一项的编号。", "name the `id` of one of `incidents`"),
)
UNKNOWN_ENDING = Message(
    "R032",
    Text("不认识档案文件「{file}」的格式", "`{file}` is not in a format of records that is known"),
    Text("支持的文件：{expected}。", "files that can be read: {expected}"),
)
NOT_XML = Message(
    "R033",
    Text("文件不是完好的 XML：{reason}", "the file is not well-formed XML: {reason}"),
    Text(
        "请用干部任免审批表编辑软件重新导出，编码用 UTF-8。",
        "export the form again from its editor, as UTF-8",
    ),
)
HOSTILE_XML = Message(
    "R034",
    Text(
        "文件含有文档类型声明或者实体，已拒绝读取",
        "the file declares a document type or entities and was refused",
    ),
    Text(
        "任免审批表不需要这些内容；请核实文件来源。",
        "a form never needs them; find out where the file came from",
    ),
)
WRONG_ROOT = Message(
    "R035",
    Text("根元素应当是「Person」，实际为「{found}」", "the root element should be `Person`, found `{found}`"),
    Text(
        "请确认文件是干部任免审批表（.lrmx）。",
        "make sure that the file is an appointment and removal form (.lrmx)",
    ),
)
UNKNOWN_ELEMENT = Message(
    "R036",
    Text("「{parent}」中不应当有元素「{found}」", "`{parent}` should not have an element `{found}`"),
    Text("请核对文件，或者用编辑软件重新导出。", "check the file, or export the form again from its editor"),
)
REPEATED_ELEMENT = Message(
    "R037",
    Text("元素「{found}」出现了不止一次", "the element `{found}` occurs more than once"),
    Text("请只保留一处。", "keep one of them"),
)
RESUME_LINE = Message(
    "R038",
    Text("看不懂简历这一行的起止年月：{found}", "cannot read the dates of this line of the résumé: {found}"),
    Text(
        "请写作「2005.07--2008.06  单位和职务」；至今的，止月留空。",
        "write `2005.07--2008.06  unit and post`; leave the end blank where it is still so",
    ),
)
ASSESSMENT_TEXT = Message(
    "R039",
    Text(
        "年度考核结果中 {year} 年有两个不同的等次",
        "the assessment results give two different grades for {year}",
    ),
    Text("请核对后保留一个。", "keep the right one"),
)


ENTRY_TOO_LONG = Message(
    "R040",
    Text("元素「{found}」的文字超过 {limit} 字", "the text of `{found}` is longer than {limit} characters"),
    Text("请核对文件是否损坏。", "find out whether the file is damaged"),
)
STRAY_TEXT = Message(
    "R041",
    Text(
        "「{parent}」中有不属于任何元素的文字：{found}",
        "`{parent}` has text outside of its elements: {found}",
    ),
    Text("请核对文件，或者用编辑软件重新导出。", "check the file, or export the form again from its editor"),
)
TOO_MANY_ITEMS = Message(
    "R042",
    Text("「{section}」有 {found} 项，超过 {limit} 项", "`{section}` has {found} items, more than {limit}"),
    Text(
        "一份档案是一个人的；请核对是否把多人的内容放在了一起。",
        "a record is one person's: find out whether several were put together",
    ),
)
