"""The wording of FEEL's syntax faults (codes F0xx); knows nothing but text."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

UNEXPECTED: Final = Message(
    "F001",
    Text("此处应当是{expected}，而不是{found}", "expected {expected}, found {found}"),
)
UNCLOSED: Final = Message(
    "F002",
    Text(
        "「{open}」没有闭合：此处应当是{expected}，而不是{found}",
        "`{open}` is not closed: expected {expected}, found {found}",
    ),
    Text(
        "「{open}」在第 {open_line} 行第 {open_column} 列",
        "the `{open}` stands at line {open_line}, column {open_column}",
    ),
)
UNTERMINATED_STRING: Final = Message(
    "F003",
    Text("文本没有结束引号", "the string has no closing quote"),
    Text(
        '文本写在一对直引号之内，不跨行，如 "优秀"',
        'a string stands between straight quotes on one line: "…"',
    ),
)
WRONG_CHARACTER: Final = Message(
    "F004",
    Text("不能识别的字符「{found}」", "`{found}` is not a FEEL character"),
    Text("此处应写「{instead}」", "write `{instead}`"),
)
STRANGE_CHARACTER: Final = Message(
    "F005",
    Text("不能识别的字符「{found}」（{code}）", "`{found}` ({code}) is not a FEEL character"),
)
BAD_ESCAPE: Final = Message(
    "F006",
    Text("「{found}」不表示任何字符", "`{found}` does not stand for a character"),
    Text(
        r"可用的写法有 \uXXXX 和 \UXXXXXX（十六进制码位）",
        r"a code point is written \uXXXX or \UXXXXXX, in hexadecimal",
    ),
)
TOO_DEEP: Final = Message(
    "F007",
    Text("表达式嵌套超过 {limit} 层", "the expression is nested more than {limit} levels deep"),
    Text("请把内层拆成单独的定义", "move the inner part into a definition of its own"),
)
BAD_AT_LITERAL: Final = Message(
    "F008",
    Text("「{found}」不是日期、时间或期限", "`{found}` is not a date, a time or a duration"),
    Text(
        '写法如 @"2024-02-29"、@"08:30:00"、@"2024-02-29T08:30:00"、@"P2Y6M"、@"P10D"',
        'such a literal reads @"2024-02-29", @"08:30:00", @"2024-02-29T08:30:00", @"P2Y6M" or @"P10D"',
    ),
)
UNTERMINATED_COMMENT: Final = Message(
    "F009",
    Text("注释没有结束：缺少「*/」", "the comment has no end: `*/` is missing"),
)
DUPLICATE_KEY: Final = Message(
    "F010",
    Text("键「{found}」在同一上下文中写了两次", "the key `{found}` is written twice in one context"),
    Text("保留其中一个", "keep one of them"),
)
NUMBER_RANGE: Final = Message(
    "F011",
    Text("数字「{found}」超出可表示的范围", "the number `{found}` is beyond what can be represented"),
    Text(
        "数字最多 34 位有效数字，指数在 -6143 至 6144 之间",
        "numbers have 34 digits and an exponent from -6143 to 6144",
    ),
)
UNKNOWN_NAME_PART: Final = Message(
    "F012",
    Text("「{name}」之后不能接「{found}」", "`{found}` cannot follow `{name}`"),
    Text(
        "名称中有空格或符号的，须已在上下文中定义；两个值之间须有运算符",
        "a name with spaces or symbols has to be defined; two values need an operator between them",
    ),
)
NAME_EXPECTED: Final = Message(
    "F013",
    Text("此处应当是名称，而不是{found}", "expected a name, found {found}"),
)
WRONG_OPERATOR: Final = Message(
    "F014",
    Text("没有「{found}」这个运算符", "there is no operator `{found}`"),
    Text("此处应写「{instead}」", "write `{instead}`"),
)

# What people write for what FEEL calls otherwise.
INSTEAD: Final[dict[str, str]] = {
    "，": ",",
    "、": ",",
    "：": ":",
    "（": "(",
    "）": ")",
    "［": "[",
    "］": "]",
    "｛": "{",
    "｝": "}",
    "【": "[",
    "】": "]",
    "＝": "=",
    "＜": "<",
    "＞": ">",
    "＋": "+",
    "－": "-",
    "＊": "*",
    "／": "/",
    "．": ".",
    "。": ".",
    "“": '"',
    "”": '"',
    "＂": '"',
    "「": '"',
    "」": '"',
    "‘": '"',
    "≥": ">=",
    "≤": "<=",
    "≠": "!=",
    "×": "*",
    "÷": "/",
    "−": "-",
    "–": "-",
    "…": "..",
    "&": "and",
    "|": "or",
    "!": "not(…)",
    "^": "**",
    "%": "modulo(…)",
    "'": '"',
    "；": ",",
    ";": ",",
    "`": '"',
}
MISTAKES: Final[dict[tuple[str, str], str]] = {
    ("=", "="): "=",
    ("<", ">"): "!=",
    ("=", ">"): ">=",
    ("=", "<"): "<=",
    ("!", "="): "!=",
    ("&", "&"): "and",
    ("|", "|"): "or",
}
WORDS: Final[dict[str, str]] = {
    "is": "=",
    "equals": "=",
    "elif": "else if",
    "elseif": "else if",
    "AND": "and",
    "OR": "or",
    "且": "and",
    "并且": "and",
    "而且": "and",
    "或": "or",
    "或者": "or",
    "如果": "if",
    "则": "then",
    "那么": "then",
    "否则": "else",
    "等于": "=",
    "不等于": "!=",
    "大于": ">",
    "小于": "<",
    "大于等于": ">=",
    "不小于": ">=",
    "小于等于": "<=",
    "不大于": "<=",
    "属于": "in",
    "介于": "between",
}
