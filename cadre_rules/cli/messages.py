"""The wording of every fault of a command line (codes C001 to C019, C040 to C069); nothing but texts."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

UNKNOWN_COMMAND: Final = Message(
    "C001",
    Text("没有名为「{found}」的命令", "there is no command called `{found}`"),
    Text("可用的命令：{known}", "the commands are: {known}"),
)
UNKNOWN_OPTION: Final = Message(
    "C002",
    Text("命令 {command} 没有选项「{found}」", "`{command}` has no option `{found}`"),
    Text("可用的选项：{known}", "its options are: {known}"),
)
MISSING_ARGUMENT: Final = Message(
    "C003",
    Text("命令 {command} 缺少参数「{name}」：{meaning}", "`{command}` needs the argument {name}: {meaning}"),
    Text("例如：{example}", "for example: {example}"),
)
TOO_MANY_ARGUMENTS: Final = Message(
    "C004",
    Text("命令 {command} 多出参数「{found}」", "`{command}` takes no further argument `{found}`"),
    Text("用法：{usage}", "usage: {usage}"),
)
NEEDS_VALUE: Final = Message(
    "C005",
    Text("选项 {option} 后面缺少取值（{name}）", "the option `{option}` needs a value ({name})"),
    Text("例如：{example}", "for example: {example}"),
)
TAKES_NO_VALUE: Final = Message(
    "C006",
    Text("选项 {option} 不带取值", "the option `{option}` takes no value"),
    Text("只写 {option} 即可。", "write `{option}` alone"),
)
NOT_ONE_OF: Final = Message(
    "C007",
    Text("{name} 不能是「{found}」", "{name} cannot be `{found}`"),
    Text("可用的取值：{known}", "use one of: {known}"),
)
MISSING_OPTION: Final = Message(
    "C008",
    Text("命令 {command} 必须写明选项 {option}：{meaning}", "`{command}` needs the option `{option}`: {meaning}"),
    Text("例如：{example}", "for example: {example}"),
)
OPTION_TWICE: Final = Message(
    "C009",
    Text("选项 {option} 写了不止一次", "the option `{option}` is given more than once"),
    Text("请只保留一个。", "keep one of them"),
)
NOT_A_DATE: Final = Message(
    "C010",
    Text("{option} 的取值「{found}」不是日期", "`{found}` is not a date, which `{option}` asks for"),
    Text("日期写作 YYYY-MM-DD，例如 2025-06-01。", "write a date as YYYY-MM-DD, such as 2025-06-01"),
)
NO_SUCH_DATE: Final = Message(
    "C011",
    Text("{option} 的取值「{found}」是不存在的日期", "there is no such day as `{found}`, given for `{option}`"),
    Text("{reason}", "{reason}"),
)
# The reader's language is not known when this is told, so that both languages stand in each.
BAD_LANGUAGE: Final = Message(
    "C012",
    Text(
        "{where} 的语言「{found}」不可用 / `{found}` is not a language for {where}",
        "`{found}` is not a language for {where} / {where} 的语言「{found}」不可用",
    ),
    Text(
        "写 zh（中文）或者 en（英文） / use zh (Chinese) or en (English)",
        "use zh (Chinese) or en (English) / 写 zh（中文）或者 en（英文）",
    ),
)
WHICH_POLICIES: Final = Message(
    "C013",
    Text(
        "没有说明采用哪些政策：档案没有写明所属地区，或者没有该地区的政策包",
        "which policies are meant is not said: the record names no jurisdiction that has a pack",
    ),
    Text(
        "请写 --policies，取值为政策包名称（{known}）、政策包文件夹或者采用文件。",
        "add --policies with the name of a pack ({known}), a pack folder or an adoption file",
    ),
)
NOT_ABOUT_INCIDENTS: Final = Message(
    "C014",
    Text(
        "问题「{question}」的对象不是事项，--incident 不适用",
        "the question `{question}` is not about incidents, so `--incident` does not apply",
    ),
    Text("请去掉 --incident。", "leave `--incident` out"),
)
NOT_FOUND: Final = Message(
    "C015",
    Text("找不到「{found}」", "there is no `{found}`"),
    Text(
        "请写政策包名称（{known}），或者已有的文件、文件夹。",
        "give the name of a pack ({known}), or a file or folder that exists",
    ),
)
NOTHING_TO_CHECK: Final = Message(
    "C016",
    Text("文件夹「{found}」中没有可以检查的文件", "the folder `{found}` has nothing to check"),
    Text(
        "政策包文件夹里有 pack.yaml；检查档案须写 --records。",
        "a pack folder has a pack.yaml; to check records add `--records`",
    ),
)
LOOKS_LIKE_RECORD: Final = Message(
    "C017",
    Text("「{found}」是一份档案，不是政策文件", "`{found}` is a record, not a policy file"),
    Text("检查档案须写 --records。", "add `--records` to check records"),
)
NO_PACK: Final = Message(
    "C018",
    Text(
        "「{found}」不在任何政策包中，只检查了文件本身", "`{found}` is in no pack, so only the file itself was checked"
    ),
    Text(
        "政策文件放在有 pack.yaml 的文件夹里，才能核对其中的名称。",
        "put it in a folder with a pack.yaml, so that the names in it can be checked",
    ),
)
EXISTS: Final = Message(
    "C019",
    Text("「{found}」已经存在，没有覆盖", "`{found}` exists already and was not overwritten"),
    Text("请换一个文件名，或者写 --force 覆盖。", "choose another name, or add `--force` to overwrite it"),
)
SYSTEM: Final = Message(
    "C040",
    Text("无法读写「{file}」：{reason}", "cannot read or write `{file}`: {reason}"),
    Text("请核对路径、权限和剩余空间。", "check the path, the permissions and the space left"),
)
NO_SUCH_FILE: Final = Message(
    "C042",
    Text("找不到文件「{found}」", "there is no file `{found}`"),
    Text("请核对路径。", "check the path"),
)
IS_A_FOLDER: Final = Message(
    "C043",
    Text("「{found}」是文件夹，这里应为文件", "`{found}` is a folder, where a file is asked for"),
    Text("请写出文件夹中的文件名。", "name a file in the folder"),
)
TWO_ADOPTIONS: Final = Message(
    "C044",
    Text(
        "--policies 和 --adoption 都写了采用文件（{first}、{second}）",
        "`--policies` and `--adoption` both name an adoption file ({first}, {second})",
    ),
    Text("一次判断只用一个采用文件，请保留一个。", "a decision is made under one adoption; keep one of them"),
)
OTHER_USAGE: Final = Message(
    "C041",
    Text("命令行有误：{detail}", "the command line is not right: {detail}"),
    Text("用法：{usage}", "usage: {usage}"),
)
BUG: Final = Message(
    "C060",
    Text(
        "程序内部出错：{detail}。这是程序的缺陷，不是输入的错误",
        "the program failed: {detail}. This is a bug of the program, not a fault of your input",
    ),
    Text(
        "请将以上内容连同命令行报告给维护者；报告中不要附真实人员的档案。",
        "please report what is shown above with the command line; do not attach the record of a real person",
    ),
)
