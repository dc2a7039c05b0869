"""The commands, as data: what each is given, what it says of itself, an example that works in a fresh checkout.

In: nothing. Out: `COMMANDS`. It imports no command: a command is imported when it is run.
"""

from __future__ import annotations

from typing import Final

from cadre_rules.cli.options import Argument, Command, Option
from cadre_rules.cli.synthetic import SYNTHETIC
from cadre_rules.diagnostics import Text

_ROOM: Final = "cadre_rules.cli.commands"
_LANGUAGE: Final = Option(
    "--language",
    Text("输出的语言：zh 中文（默认），en 英文", "the language of what is shown: zh Chinese (default), en English"),
    choices=("zh", "en"),
)
_FORMAT: Final = Option(
    "--format",
    Text("结果的形式：text 文本（默认），json 供系统读取", "the form of results: text (default), json for systems"),
    choices=("text", "json"),
)
_ADOPTIONS: Final = Option(
    "--adoptions",
    Text("另在此文件夹中查找案例所用的采用文件", "a further folder in which to look for the adoptions that cases name"),
    value="DIR",
)

DECIDE: Final = Command(
    "decide",
    Text("就一份档案回答一个问题，并说明理由", "answer a question about a record, and say why"),
    f"{_ROOM}.decide",
    (
        Argument("QUESTION", Text("问题的名称，例如 promotion", "the name of the question, such as promotion")),
        Argument("RECORD", Text("档案文件：.yaml、.json 或者 .lrmx", "a record: .yaml, .json or .lrmx")),
    ),
    (
        Option(
            "--policies",
            Text(
                "政策包名称、政策包文件夹、存放政策包的文件夹或者采用文件；不写时，用采用文件所列的政策包，或者档案所载所属地区的政策包",
                "the name of a pack, a pack folder, a folder of packs or an adoption file; without it, the packs of "
                "the adoption, or the pack of the record's jurisdiction",
            ),
            value="PACK",
        ),
        Option("--adoption", Text("采用文件", "an adoption file"), value="FILE"),
        Option(
            "--as-of",
            Text("决定日期，写作 YYYY-MM-DD；默认为今天", "the decision date, YYYY-MM-DD; today by default"),
            value="DATE",
        ),
        Option(
            "--incident",
            Text(
                "只判断此编号的事项；默认判断档案中的每个事项", "only the incident with this id; every one by default"
            ),
            value="ID",
        ),
        Option(
            "--slow",
            Text("用逐步解释的方式计算，用于核对", "compute with the reference interpreter, to check the fast way"),
        ),
        _LANGUAGE,
        _FORMAT,
    ),
    (
        (
            "cadre-rules decide promotion examples/records/cadre.yaml --as-of 2025-06-01",
            Text("能否提拔", "may the cadre be promoted"),
        ),
        (
            "cadre-rules decide fault_tolerance examples/records/incident.yaml --policies bengbu --as-of 2025-06-01",
            Text("能否容错", "is a fault tolerated"),
        ),
    ),
    (
        Text(
            "结论无论是什么，退出码都是 0；输入或者用法有误为 2。",
            "The exit code is 0 whatever the answer is, 2 for bad input or usage.",
        ),
    ),
)

CHECK: Final = Command(
    "check",
    Text("检查政策包、采用文件，以及档案", "check packs, adoption files, and records"),
    f"{_ROOM}.check",
    (
        Argument(
            "PATH",
            Text(
                "政策包名称、政策包文件夹、存放政策包的文件夹、采用文件或者单个政策文件",
                "the name of a pack, a pack folder, a folder of packs, an adoption file or a single policy file",
            ),
            "many",
        ),
    ),
    (
        Option(
            "--records",
            Text(
                "同时检查所列的档案，以及所列文件夹中的档案",
                "check the records that are named, and those in the folders, too",
            ),
        ),
        _LANGUAGE,
        _FORMAT,
    ),
    (
        ("cadre-rules check policies", Text("检查全部政策包", "check all packs")),
        (
            "cadre-rules check --records examples/records/cadre.yaml",
            Text("检查一份档案", "check a record"),
        ),
    ),
    (
        Text(
            "一次列出全部错误和提醒。没有错误为 0（只有提醒也是 0），有错误为 1，用法有误为 2。",
            "Tells all faults and warnings at once. The exit code is 0 without faults (warnings do not count), "
            "1 with faults, 2 for bad usage.",
        ),
    ),
)

TEST: Final = Command(
    "test",
    Text("运行政策包的案例（*.cases.yaml）", "run the cases of packs (*.cases.yaml)"),
    f"{_ROOM}.cases",
    (
        Argument(
            "PATH",
            Text(
                "政策包名称、政策包文件夹、存放政策包的文件夹或者案例文件；默认为随程序提供的政策包",
                "the name of a pack, a pack folder, a folder of packs or a case file; the shipped packs by default",
            ),
            "perhaps",
        ),
    ),
    (
        Option(
            "-k",
            Text(
                "只运行文件名、案例名称或者标题中含有此文字的案例",
                "only cases with this text in their file, name or title",
            ),
            value="TEXT",
        ),
        Option(
            "--coverage",
            Text(
                "另报告案例覆盖了规则的哪些情形，尚缺哪些案例",
                "report what the cases cover of the rules, and which cases are missing",
            ),
        ),
        Option(
            "--mcdc",
            Text(
                "覆盖情况报告要求的 MC/DC 百分比，默认为 95",
                "the percentage of MC/DC that the report on coverage asks for, 95 by default",
            ),
            value="N",
        ),
        _ADOPTIONS,
        _LANGUAGE,
        _FORMAT,
    ),
    (
        ("cadre-rules test policies/daan", Text("一个政策包的案例", "the cases of one pack")),
        (
            "cadre-rules test policies/daan --coverage",
            Text("另看案例覆盖了规则的哪些情形", "and what they cover of its rules"),
        ),
        ("cadre-rules test", Text("全部案例", "all cases")),
    ),
    (
        Text(
            "未通过的案例列出预期与实际的差别，并附该案例的说明。全部通过为 0，有未通过的为 1，输入或者用法有误为 2。"
            "写了 --coverage 的，有规则从未触发或者从未有不触发的案例、有政策没有案例文件、MC/DC 不足的，也为 1。",
            "A failed case shows how the answer differs from what is expected, and its explanation. The exit code is 0 "
            "where all pass, 1 where one fails, 2 for bad input or usage. With --coverage it is 1, too, where a rule "
            "is never fired or never not fired, a policy has no case file, or MC/DC is too low.",
        ),
    ),
)

FMT: Final = Command(
    "fmt",
    Text(
        "把政策文件中的 FEEL 文字在中文与英文之间改写", "rewrite the FEEL texts of policy files in Chinese or English"
    ),
    f"{_ROOM}.fmt",
    (
        Argument(
            "FILE",
            Text(
                "政策、问题或者定义文件，或者整个政策包文件夹",
                "policy, questions or definitions files, or whole pack folders",
            ),
            "many",
        ),
    ),
    (
        Option(
            "--language",
            Text("改写成哪种语言：zh 中文，en 英文", "the language to rewrite to: zh Chinese, en English"),
            choices=("zh", "en"),
            required=True,
        ),
        Option(
            "--check", Text("不改写；有须改写的文件时退出码为 1", "write nothing; exit with 1 if a file would change")
        ),
        Option("--diff", Text("不改写，只显示差别", "write nothing, show the difference")),
    ),
    (
        (
            "cadre-rules fmt policies/daan/last-place.yaml --language zh --diff",
            Text("看改写成中文后的样子", "see the file in Chinese"),
        ),
        (
            "cadre-rules fmt policies/daan --language en --check",
            Text("核对政策包是否全为英文", "check that a pack is in English"),
        ),
    ),
    (
        Text(
            "其余内容一字不动，含义不变：改写后的文件与原文件编译出同样的规则。消息的语言写在命令之前："
            "cadre-rules --language en fmt …，或者由 CADRE_RULES_LANGUAGE 设定。",
            "Nothing else in a file is touched, and its meaning stays: the rules are the same before and after. The "
            "language of messages stands before the command: cadre-rules --language en fmt …, or in "
            "CADRE_RULES_LANGUAGE.",
        ),
    ),
)

SCHEMA: Final = Command(
    "schema",
    Text("输出各类文件的 JSON Schema，供编辑器使用", "print the JSON Schema of a kind of file, for editors"),
    f"{_ROOM}.schema",
    (
        Argument(
            "KIND",
            Text(
                "文件种类：policy、questions、pack、definitions、adoption、cases 等；不写则列出全部种类",
                "the kind of file: policy, questions, pack, definitions, adoption, cases, …; without it all are listed",
            ),
            "perhaps",
        ),
    ),
    (
        Option(
            "--out",
            Text("写入此文件夹（不写 KIND 时写入全部）", "write to this folder (all kinds where none is named)"),
            value="DIR",
        ),
        _LANGUAGE,
    ),
    (
        ("cadre-rules schema policy", Text("政策文件的结构", "the shape of a policy file")),
        ("cadre-rules schema --out build/schemas", Text("写出全部", "write all of them")),
    ),
)

IMPORT: Final = Command(
    "import",
    Text(
        "读入干部任免审批表（.lrmx），写成 YAML 档案", "read an appointment form (.lrmx) and write it as a YAML record"
    ),
    f"{_ROOM}.import_form",
    (Argument("FORM", Text("干部任免审批表", "the form")),),
    (
        Option(
            "--out",
            Text(
                "写入此文件（.yaml 或者 .json）；不写则输出到屏幕",
                "write to this file (.yaml or .json); without it to standard output",
            ),
            value="FILE",
        ),
        Option("--force", Text("文件已经存在时覆盖", "overwrite a file that exists")),
        Option(
            "--language",
            Text(
                "档案的键和取值以及消息的语言：zh 中文（默认），en 英文",
                "the language of the record's keys and values, and of messages: zh (default), en",
            ),
            choices=("zh", "en"),
        ),
    ),
    (("cadre-rules import examples/records/form.lrmx", Text("看表中有哪些事实", "see which facts a form has")),),
    (
        Text(
            "表中没有的事实一律未知，在注释中列明，须由人补充。",
            "Facts that the form does not have are unknown; comments list them, and people have to supply them.",
        ),
    ),
)

HANDBOOK: Final = Command(
    "handbook",
    Text("把政策包写成网页手册（中文、英文）", "write packs as a handbook of web pages, in Chinese and English"),
    f"{_ROOM}.handbook",
    (
        Argument(
            "PATH",
            Text(
                "政策包名称、政策包文件夹、存放政策包的文件夹或者采用文件；默认为随程序提供的政策包",
                "names of packs, pack folders, folders of packs or adoption files; the shipped packs by default",
            ),
            "any",
        ),
    ),
    (
        Option("--out", Text("写入此文件夹", "write to this folder"), value="DIR", required=True),
        _LANGUAGE,
    ),
    (
        (
            "cadre-rules handbook --out build/handbook",
            Text("写出手册，从 index.html 看起", "write it; begin with index.html"),
        ),
    ),
    (
        Text(
            "手册不需要网络，可以拷贝、打印；中文在文件夹根部，英文在 en 中。文件夹中有别的文件时不写。"
            "生成手册需要另装组件：pip install 'cadre-rules[handbook]'。",
            "The handbook needs no network and can be copied and printed; Chinese is at the root of the folder, "
            "English in en. A folder with other files is left as it is. What it is made with is installed with "
            "pip install 'cadre-rules[handbook]'.",
        ),
    ),
)

COMMANDS: Final[dict[str, Command]] = {
    c.name: c for c in (DECIDE, CHECK, TEST, FMT, SCHEMA, IMPORT, HANDBOOK, SYNTHETIC)
}
