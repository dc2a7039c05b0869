"""The faults of types: one constant for each code, with the wording in both languages. Codes T001 to T048."""

from __future__ import annotations

from cadre_rules.diagnostics import Message, Text

UNKNOWN_NAME = Message(
    "T001",
    Text("此处没有「{name}」这个名称", "there is nothing called `{name}` here"),
    Text(
        "中文名、英文名均可使用，但须与词汇表或本文件的声明一致",
        "use the Chinese or the English name as the vocabulary or this file declares it",
    ),
)
UNKNOWN_FIELD = Message(
    "T002",
    Text("{of}没有名为「{name}」的项目", "{of} has no field `{name}`"),
    Text("可用的项目：{known}", "fields: {known}"),
)
UNKNOWN_FUNCTION = Message("T003", Text("没有名为「{name}」的函数", "there is no function `{name}`"))
NOT_IN_VOCABULARY = Message(
    "T004",
    Text("「{text}」不是{type}的取值", "`{text}` is not a value of {type}"),
    Text("可用的取值：{known}", "values: {known}"),
)
UNLIKE = Message("T005", Text("{left}不能与{right}比较", "cannot compare {left} with {right}"))
UNLIKE_VOCABULARIES = Message(
    "T006",
    Text(
        "{left}与{right}是两套不同的取值，不能比较",
        "{left} and {right} have different values and cannot be compared",
    ),
)
NO_ORDER = Message(
    "T007",
    Text(
        "{type}没有高低先后之分，不能用「{operator}」比较",
        "{type} has no order, so `{operator}` cannot be used",
    ),
    Text("请改用「=」「!=」或「in」", "use `=`, `!=` or `in`"),
)
MAY_BE_ABSENT = Message(
    "T008",
    Text("「{text}」可能为空，使用前须先判断", "`{text}` may be absent and has to be tested before it is used"),
    Text("可写作「{text} != null and …」", "write `{text} != null and …`"),
)
NOT_A_CONDITION = Message(
    "T009",
    Text("条件须为是非判断，此处却为{found}", "a condition has to be true or false; this is {found}"),
    Text("例如与某个值比较，或者用 and、or 连接几项判断", "compare it with something, or join tests by and, or"),
)
OTHER_TYPE = Message("T010", Text("此处须为{expected}，实为{found}", "expected {expected}, found {found}"))
ARGUMENT_COUNT = Message(
    "T011",
    Text("函数「{name}」的参数个数不符，此处给出{given}个", "wrong number of arguments for `{name}`: {given}"),
    Text("写法：{signature}", "usage: {signature}"),
)
ARGUMENT_TYPE = Message(
    "T012",
    Text(
        "函数「{name}」的参数「{parameter}」须为{expected}，此处却为{found}",
        "`{parameter}` of `{name}` has to be {expected}; this is {found}",
    ),
    Text("写法：{signature}", "usage: {signature}"),
)
UNKNOWN_ARGUMENT = Message(
    "T013",
    Text("函数「{name}」没有名为「{argument}」的参数", "`{name}` has no parameter `{argument}`"),
    Text("写法：{signature}", "usage: {signature}"),
)
LIST_AND_ITEM = Message(
    "T014",
    Text("「{text}」是列表，不能与单个值比较", "`{text}` is a list and cannot be compared with a single value"),
)
ARITHMETIC = Message(
    "T015",
    Text("{left}与{right}不能作「{operator}」运算", "cannot compute {left} `{operator}` {right}"),
)
MAY_BE_ZERO = Message(
    "T016",
    Text(
        "除数「{text}」可能为零，使用前须先判断",
        "the divisor `{text}` may be zero and has to be tested first",
    ),
    Text("可写作「{text} {test} and …」", "write `{text} {test} and …`"),
)
ZERO = Message("T017", Text("除数为零", "division by zero"))
NOT_A_LIST = Message(
    "T018",
    Text("「{text}」不是列表，其类型为{found}", "`{text}` is {found}, not a list"),
)
NOT_A_FILTER = Message(
    "T019",
    Text(
        "方括号内须为是非判断或序号，此处却为{found}",
        "expected a condition or a position within the brackets, found {found}",
    ),
)
NOT_REAL = Message(
    "T020",
    Text("「{text}」不是有效的{type}", "`{text}` is not a valid {type}"),
    Text("{form}", "{form}"),
)
TYPE_UNKNOWN = Message(
    "T021",
    Text("「{text}」的类型无法确定", "the type of `{text}` is not known"),
    Text(
        "请在声明处写明其类型；类型不明的值只能与 null 比较",
        "declare its type; a value without a type can only be compared with null",
    ),
)
NOT_REPLAYABLE = Message(
    "T022",
    Text(
        "政策中不得使用「{name}」：同一事项在不同时间运算会得出不同结果",
        "`{name}` is not allowed in a policy: its result depends on when it runs",
    ),
    Text("请改用「决定日期」", "use the decision date, `as_of`"),
)
TEXT_NEEDED = Message(
    "T023",
    Text(
        "函数「{name}」的第一个参数须直接写出，不得由计算得出",
        "the first argument of `{name}` has to be written out as a text",
    ),
    Text("可以写：{known}", "it can be: {known}"),
)
UNKNOWN_TEXT = Message(
    "T024",
    Text("「{text}」不在函数「{name}」可用的取值之内", "`{text}` is not among the values of `{name}`"),
    Text("可用的取值：{known}", "values: {known}"),
)
MIXED_LIST = Message(
    "T025",
    Text(
        "列表各项须为同一类型：此项为{found}，前面各项为{expected}",
        "the items of a list have to be of one type: this is {found}, those before are {expected}",
    ),
)
MIXED_BRANCHES = Message(
    "T026",
    Text(
        "then 与 else 两部分须为同一类型：前者为{yes}，后者为{no}",
        "`then` and `else` have to be of one type: {yes} and {no}",
    ),
)
NO_FIELDS = Message(
    "T027",
    Text("「{text}」的类型为{type}，其下没有可取的项目", "`{text}` is {type}, which has no fields"),
)
NOT_A_FUNCTION = Message(
    "T028",
    Text("「{name}」不是函数，不能带括号调用", "`{name}` is not a function and cannot be called"),
)
FUNCTION_AS_VALUE = Message(
    "T029",
    Text("「{name}」是函数，须带括号和参数", "`{name}` is a function and needs its arguments"),
    Text("写法：{signature}", "usage: {signature}"),
)
UNKNOWN_TYPE = Message(
    "T030",
    Text("没有名为「{name}」的类型", "there is no type `{name}`"),
    Text("可用的类型：{known}", "types: {known}"),
)
ALWAYS = Message(
    "T031",
    Text("此判断的结果总是{truth}：「{text}」的类型为{type}", "this test is always {truth}: `{text}` is {type}"),
    severity="warning",
)
NEVER_ABSENT = Message(
    "T032",
    Text(
        "「{text}」在此处不会为空，与 null 比较的结果总是{truth}",
        "`{text}` is never absent here, so that this test is always {truth}",
    ),
    severity="warning",
)
NAME_TAKEN = Message(
    "T033",
    Text("名称「{name}」已有所指，不得重复使用", "the name `{name}` already means something here"),
    Text("请换用另一名称", "choose another name"),
)
AMBIGUOUS = Message(
    "T034",
    Text(
        "「{name}」另有名称「{other}」，而「{other}」在此处另有所指，两种语言的含义会不一致",
        "`{name}` is also called `{other}`, but `{other}` means something else here",
    ),
    Text(
        "请在筛选条件之外先用定义给出该值，再以新名称引用",
        "define the value under another name outside of this part and use that name",
    ),
)
QUOTES_MISSING = Message(
    "T035",
    Text("「{name}」是{type}的取值，须加英文双引号", "`{name}` is a value of {type} and needs quotes"),
    Text('写作「"{name}"」', 'write `"{name}"`'),
)
MEASURE = Message(
    "T036",
    Text(
        "{left}只能与{expected}比较，不能与{right}比较",
        "{left} can be compared with {expected} only, not with {right}",
    ),
)
MISSING_ARGUMENT = Message(
    "T037",
    Text("函数「{name}」缺少参数「{parameter}」", "`{name}` lacks its argument `{parameter}`"),
    Text("写法：{signature}", "usage: {signature}"),
)
REPEATED_ARGUMENT = Message("T038", Text("参数「{argument}」重复给出", "the argument `{argument}` is given twice"))
RANGE_ENDS = Message(
    "T039",
    Text(
        "区间的两端须为同一类型且有先后之分，此处为{low}与{high}",
        "the ends of a range have to be of one ordered type: {low} and {high}",
    ),
)
MISSING_FIELD = Message("T040", Text("{of}缺少项目「{name}」", "{of} lacks the field `{name}`"))
PARAMETER_TYPE = Message(
    "T041",
    Text("参数「{name}」的类型无法确定", "the type of the parameter `{name}` is not known"),
    Text("请写明类型，如「function({name}: number) …」", "declare it, as in `function({name}: number) …`"),
)
FUNCTION_ARITY = Message(
    "T042",
    Text(
        "此处的函数须有{expected}个参数，写出的却有{given}个",
        "expected a function of {expected} parameters, found {given}",
    ),
)
POSITION = Message(
    "T043",
    Text("「{text}」不是列表的序号", "`{text}` is not a position in a list"),
    Text("序号从 1 起算，末项为 -1", "positions count from 1; the last one is -1"),
)
EXTERNAL = Message("T044", Text("政策中不得使用外部函数", "external functions are not allowed in a policy"))
ABSENT_ITEMS = Message(
    "T045",
    Text("「{text}」中可能有为空的项", "`{text}` may have items that are absent"),
    Text("请先筛选，写作「{mended}」", "leave them out: `{mended}`"),
)
NULL_VALUE = Message(
    "T046",
    Text("null 只能用「=」「!=」来判断，不能在此使用", "null can only be tested for with `=` and `!=`"),
)
DOES_NOT_FIT = Message(
    "T047", Text("函数「{name}」的参数不符：{reason}", "the arguments of `{name}` do not fit: {reason}")
)
EMPTY_RANGE = Message(
    "T048",
    Text("区间的起点大于终点", "the low end of the range is above the high end"),
    Text("较小、较早或较低的一端写在前面", "write the lower or earlier end first"),
)
