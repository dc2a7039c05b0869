"""The wording of every fault that reading a file can find (codes D0xx); nothing but texts."""

from __future__ import annotations

from cadre_rules.diagnostics import Message, Text

# The file as such

NOT_READABLE = Message(
    "D001",
    Text("无法读取文件「{file}」：{reason}", "cannot read the file `{file}`: {reason}"),
    Text("请核对路径以及读取权限。", "check the path and the permission to read it"),
)
TOO_LARGE = Message(
    "D002",
    Text("文件过大：超过 {limit} 字节的上限", "the file is too large: more than the limit of {limit} bytes"),
    Text("请将内容拆分为多个文件。", "split the content into several files"),
)
NOT_UTF8 = Message(
    "D003",
    Text(
        "文件不是 UTF-8 编码：偏移 {offset} 处的字节 0x{byte} 无法解码",
        "the file is not UTF-8: the byte 0x{byte} at offset {offset} cannot be decoded",
    ),
    Text("请用编辑器将文件另存为 UTF-8 编码。", "save the file as UTF-8 in your editor"),
)
OTHER_ENCODING = Message(
    "D004",
    Text(
        "文件不是 UTF-8 编码：偏移 {offset} 处的字节 0x{byte} 无法解码，疑为 {encoding} 编码",
        "the file is not UTF-8 (byte 0x{byte} at offset {offset}); it looks like {encoding}",
    ),
    Text("请用编辑器将文件另存为 UTF-8 编码。", "save the file as UTF-8 in your editor"),
)
CONTROL_CHARACTER = Message(
    "D005",
    Text("含有不允许的不可见字符 {character}", "the invisible character {character} is not allowed"),
    Text(
        "请删除该字符；从其他软件复制的文字常带有此类字符。",
        "delete it; text that is copied from other programs often carries such characters",
    ),
)
EMPTY = Message(
    "D006",
    Text("文件没有内容", "the file has no content"),
    Text("请填写内容，或者删除该文件。", "write its content, or delete the file"),
)
TOO_DEEP = Message(
    "D007",
    Text("嵌套过深：超过 {limit} 层", "nested too deeply: more than {limit} levels"),
    Text("请减少嵌套的层数。", "use fewer levels"),
)
TEXT_TOO_LONG = Message(
    "D008",
    Text("单个文本过长：超过 {limit} 字节的上限", "one text is too long: more than the limit of {limit} bytes"),
    Text("请缩短该文本。", "shorten the text"),
)
TOO_MANY_ITEMS = Message(
    "D009",
    Text("内容过多：超过 {limit} 项", "too much content: more than {limit} items"),
    Text("请将内容拆分为多个文件。", "split the content into several files"),
)
UNKNOWN_ENDING = Message(
    "D010",
    Text(
        "不支持以「{ending}」结尾的文件，应为 {expected}",
        "files ending in `{ending}` cannot be read here; expected {expected}",
    ),
)

# What the content may hold

DUPLICATE_KEY = Message(
    "D011",
    Text(
        "键「{key}」重复：第 {first} 行已经写过，第 {second} 行又写了一次",
        "the key `{key}` is given twice: on line {first} and again on line {second}",
    ),
    Text("请只保留一处。", "keep only one of them"),
)
NO_SUCH_DATE = Message(
    "D012",
    Text("日期不存在：{text}", "there is no such date: {text}"),
    Text(
        "日期写作「年-月-日」，例如 2025-02-28；如为文字，请加引号。",
        "a date is written year-month-day, such as 2025-02-28; put quotes round it if it is a text",
    ),
)
NOT_A_NUMBER = Message(
    "D013",
    Text("不允许使用「{text}」：数必须是确定的有限小数", "`{text}` is not allowed: a number must be finite"),
    Text("请写明具体数值；如为文字，请加引号。", "write the number itself; put quotes round it if it is a text"),
)
NUMBER_TOO_LONG = Message(
    "D014",
    Text(
        "数「{text}」超出范围：有效数字至多 {digits} 位",
        "the number `{text}` is out of range: at most {digits} digits",
    ),
    Text("如为编号等文字，请加引号。", "put quotes round it if it is a text such as a serial number"),
)
TAG = Message(
    "D015",
    Text("不允许使用 YAML 标签「{tag}」", "the YAML tag `{tag}` is not allowed"),
    Text(
        "请删除标签；以「!」开头的文字请加引号。",
        "delete the tag; put quotes round a text that begins with `!`",
    ),
)
TAG_MISMATCH = Message(
    "D016",
    Text("标签「{tag}」与内容「{text}」不符", "the tag `{tag}` does not fit the content `{text}`"),
    Text("请删除标签，或者改正内容。", "delete the tag, or correct the content"),
)
MERGE_KEY = Message(
    "D017",
    Text("不支持合并键「<<」", "the merge key `<<` is not supported"),
    Text("请将需要的各项直接写在此处。", "write the entries out here"),
)
TOO_MANY_ALIASES = Message(
    "D018",
    Text(
        "别名（*）过多：至多使用 {uses} 次，展开后至多 {nodes} 项",
        "too many aliases (*): at most {uses} uses that expand to at most {nodes} items",
    ),
    Text("请直接写出内容，不用别名。", "write the content out instead"),
)
UNKNOWN_ALIAS = Message(
    "D019",
    Text("别名「*{name}」没有对应的锚点「&{name}」", "the alias `*{name}` has no anchor `&{name}` before it"),
    Text("以「*」开头的文字请加引号。", "put quotes round a text that begins with `*`"),
)
ALIAS_OF_ITSELF = Message(
    "D020",
    Text("别名「*{name}」指向包含它自身的内容", "the alias `*{name}` stands for something that contains it"),
    Text("请直接写出内容。", "write the content out"),
)
KEY_NOT_TEXT = Message(
    "D021",
    Text("键必须是一个词，不能是列表或者另一组键值", "a key must be a word, not a list or another mapping"),
    Text(
        "若「?」「[」「{{」是文字的一部分，请给文字加引号。",
        "put quotes round the text if `?`, `[` or `{{` is part of it",
    ),
)
SEVERAL_DOCUMENTS = Message(
    "D022",
    Text("一个文件只能有一份文档，此处又开始了一份", "a file holds one document; a second one begins here"),
    Text("请删除「---」，或者拆分为两个文件。", "delete the `---`, or make two files"),
)
DIRECTIVE = Message(
    "D023",
    Text("行首不允许出现「%」（YAML 指令）", "a line cannot begin with `%` (a YAML directive)"),
    Text("请删除该行；如为文字，请加引号。", "delete the line; put quotes round it if it is a text"),
)

# Common mistakes in YAML

TAB = Message(
    "D030",
    Text("此处用了制表符（Tab）", "there is a tab here"),
    Text("缩进只能用空格；每一层用两个空格。", "indent with spaces only, two for each level"),
)
NO_SPACE_AFTER_COLON = Message(
    "D031",
    Text("「{key}:」之后缺少空格", "there is no space after `{key}:`"),
    Text("冒号之后须空一格，写作「{key}: …」。", "write a space after the colon: `{key}: …`"),
)
UNCLOSED_QUOTE = Message(
    "D032",
    Text("引号 {quote} 没有闭合", "the quote {quote} is not closed"),
    Text("请在文字结束处补上 {quote}。", "write the closing {quote} where the text ends"),
)
BAD_INDENTATION = Message(
    "D033",
    Text("此行缩进有误，与上文不对齐", "this line is indented wrongly: it does not line up with those above"),
    Text(
        "同一层各行须从同一列开始，下一层比上一层多缩进两个空格。",
        "lines of one level begin in the same column; each further level has two more spaces",
    ),
)
FULL_WIDTH_COLON = Message(
    "D034",
    Text("此处用了全角冒号「：」", "there is a full-width colon `：` here"),
    Text(
        "键与值之间须用半角冒号加空格，写作「{key}: …」。",
        "between key and value write an ASCII colon and a space: `{key}: …`",
    ),
)
FULL_WIDTH_QUOTES = Message(
    "D035",
    Text("此处用了全角引号 “ ” 来括住文字", "there are full-width quotes “ ” round this text"),
    Text(
        "含有冒号等符号的文字须用半角引号括住：'…' 或 \"…\"。",
        "a text with a colon in it needs ASCII quotes round it: '…' or \"…\"",
    ),
)
COLON_IN_TEXT = Message(
    "D036",
    Text("未加引号的文字中出现了冒号加空格", "there is a colon and a space in a text without quotes"),
    Text("请用单引号括住整段文字：'…'。", "put single quotes round the whole text: '…'"),
)
UNCLOSED_BRACKET = Message(
    "D037",
    Text("括号「{bracket}」没有闭合", "the bracket `{bracket}` is not closed"),
    Text("请在列表或者键值结束处补上「{closing}」。", "write `{closing}` where the list or mapping ends"),
)
SPECIAL_CHARACTER = Message(
    "D038",
    Text("未加引号的文字不能以「{character}」开头", "a text without quotes cannot begin with `{character}`"),
    Text("请用单引号括住整段文字：'{character} …'。", "put single quotes round the whole text: '{character} …'"),
)
TEXT_AFTER_QUOTE = Message(
    "D039",
    Text("引号已经闭合，其后还有文字", "there is text after the closing quote"),
    Text(
        "请用单引号括住整段文字，例如 '\"甲\" = 乙'；单引号之内的单引号须写两个。",
        "put single quotes round the whole text, as in '\"a\" = b'; a single quote inside is written twice",
    ),
)
BAD_ESCAPE = Message(
    "D040",
    Text("双引号之内的「\\」写法有误", "this `\\` inside double quotes is not a known escape"),
    Text(
        "反斜杠本身须写作「\\\\」，或者改用单引号。",
        "write `\\\\` for a backslash itself, or use single quotes",
    ),
)
FULL_WIDTH_SPACE = Message(
    "D041",
    Text("此处用了全角空格", "there is a full-width space here"),
    Text("缩进和冒号之后只能用半角空格。", "use ASCII spaces for indentation and after a colon"),
)
NOT_YAML = Message(
    "D042",
    Text("此处不符合 YAML 格式", "this cannot be read as YAML"),
    Text(
        "请核对此处及上一行的缩进、冒号、引号和括号。",
        "check indentation, colons, quotes and brackets here and on the line above",
    ),
)
MISSING_COMMA = Message(
    "D043",
    Text(
        "括号之内缺少逗号，或者文字含有冒号而未加引号",
        "a comma is missing between the brackets, or a text with a colon needs quotes",
    ),
    Text(
        "各项之间用半角逗号隔开；含有冒号的文字用单引号括住。",
        "separate the entries by commas; put single quotes round a text with a colon",
    ),
)
NO_COLON = Message(
    "D044",
    Text("此行没有「键: 值」所需的冒号", "this line has no colon for `key: value`"),
    Text("请写作「键: 值」；列表的一项以「- 」开头。", "write `key: value`; an item of a list begins with `- `"),
)
ITEM_BESIDE_KEY = Message(
    "D045",
    Text("列表项「- 」不能与键写在同一行", "a list item `- ` cannot stand on the line of its key"),
    Text("请将列表项另起一行并缩进。", "write the items on lines of their own, indented"),
)
EXTRA_BRACKET = Message(
    "D046",
    Text("此处多出一个「{bracket}」", "there is a `{bracket}` too many here"),
    Text("请删除；如为文字的一部分，请加引号。", "delete it; put quotes round the text if it is part of it"),
)

# JSON

NOT_JSON = Message(
    "D050",
    Text("此处不符合 JSON 格式：应为{expected}", "this is not JSON: expected {expected}"),
)
TRAILING_COMMA = Message(
    "D051",
    Text("最后一项之后不能有逗号", "there cannot be a comma after the last item"),
    Text("请删除该逗号。", "delete the comma"),
)
NOT_DOUBLE_QUOTED = Message(
    "D052",
    Text("JSON 的键和文字必须用半角双引号括住", "keys and texts in JSON need double quotes round them"),
    Text('请写作 "…"。', 'write "…"'),
)
COMMENT = Message(
    "D053",
    Text("JSON 中不能写注释", "JSON has no comments"),
    Text("请删除注释，或者改用 YAML 文件。", "delete the comment, or use a YAML file"),
)
JSON_NUMBER = Message(
    "D054",
    Text("数的写法有误：{text}", "this number is not written as JSON writes numbers: {text}"),
    Text(
        "整数不以 0 开头，小数点前后都有数字，不用「+」，也没有 NaN 和 Infinity。",
        "no leading zero, digits on both sides of the point, no `+`, no NaN and no Infinity",
    ),
)
JSON_ESCAPE = Message(
    "D055",
    Text("「\\」的写法有误", "this `\\` is not a known escape"),
    Text(
        '可用的写法是 \\" \\\\ \\/ \\b \\f \\n \\r \\t 和 \\u 加四位十六进制数。',
        'the escapes are \\" \\\\ \\/ \\b \\f \\n \\r \\t and \\u with four hexadecimal digits',
    ),
)
LONE_SURROGATE = Message(
    "D056",
    Text("\\u 写法只有半个字符（代理项未成对）", "this \\u escape is half a character (a lone surrogate)"),
    Text("请补全后半部分，或者直接写出该字符。", "write the other half, or the character itself"),
)
JSON_UNCLOSED = Message(
    "D057",
    Text("「{bracket}」没有闭合", "the `{bracket}` is not closed"),
    Text("请在结束处补上「{closing}」。", "write `{closing}` where it ends"),
)
JSON_EXTRA = Message(
    "D058",
    Text("JSON 已经结束，其后还有内容", "the JSON ends before this"),
    Text("一个文件只能有一个 JSON 值，请删除多余的内容。", "a file holds one JSON value; delete the rest"),
)
