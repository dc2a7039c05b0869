"""What the command `synthetic` is given, as data."""

from __future__ import annotations

from typing import Final

from cadre_rules.cli.options import Command, Option
from cadre_rules.diagnostics import Text

SYNTHETIC: Final = Command(
    "synthetic",
    Text(
        "生成虚构的干部档案（花名册），供试用、测试和测速",
        "generate records of made-up cadres, to try things out, to test and to measure",
    ),
    "cadre_rules.cli.commands.synthetic",
    (),
    (
        Option("--size", Text("人数，默认 10", "how many people, 10 by default"), value="N"),
        Option(
            "--seed",
            Text("种子，默认 1；种子相同，花名册相同", "the seed, 1 by default; the same one gives the same roll"),
            value="SEED",
        ),
        Option(
            "--start",
            Text("从花名册的第几人起，第一人为 0（默认）", "from which place of the roll on; the first is 0 (default)"),
            value="N",
        ),
        Option(
            "--as-of",
            Text(
                "花名册的日期，写作 YYYY-MM-DD；默认 2025-06-01",
                "the day of the roll, YYYY-MM-DD; 2025-06-01 by default",
            ),
            value="DATE",
        ),
        Option(
            "--unknown",
            Text(
                "未知事实所占的比例，0 至 1，默认 0.05", "the share of facts that are unknown, 0 to 1, 0.05 by default"
            ),
            value="SHARE",
        ),
        Option(
            "--subject",
            Text(
                "档案的对象：cadre 人员（默认），unit 所在各区的单位，cohort 所在各区的群体",
                "whom the records are of: cadre (default); unit or cohort, of the districts of these people",
            ),
            choices=("cadre", "unit", "cohort"),
        ),
        Option(
            "--format",
            Text(
                "jsonl 每行一份档案（默认），yaml 每份一个文件", "jsonl: a record a line (default); yaml: a file each"
            ),
            choices=("jsonl", "yaml"),
        ),
        Option(
            "--out",
            Text(
                "写入此文件；yaml 写入此文件夹；不写则输出到屏幕",
                "write to this file; with yaml to this folder; without it to standard output",
            ),
            value="PATH",
        ),
        Option("--force", Text("文件已经存在时覆盖", "overwrite files that exist")),
        Option(
            "--language",
            Text(
                "档案的键和取值以及消息的语言：zh 中文（默认），en 英文",
                "the language of the records' keys and values, and of messages: zh (default), en",
            ),
            choices=("zh", "en"),
        ),
    ),
    (
        ("cadre-rules synthetic --size 1 --format yaml", Text("看一份档案", "look at one record")),
        (
            "cadre-rules synthetic --size 1000 --seed 1 --unknown 0.1 --language en --out build/roll.jsonl --force",
            Text("一千份档案，十分之一的事实未知", "a thousand records, a tenth of the facts unknown"),
        ),
        (
            "cadre-rules synthetic --size 20 --format yaml --out build/roll --force",
            Text("二十个档案文件，可供 decide 使用", "twenty record files, for decide"),
        ),
    ),
    (
        Text(
            "人员、单位和事项均为虚构。每份档案只取决于种子、序号、日期和比例，与人数和先后无关。",
            "Persons, units and incidents are made up. A record follows from the seed, its place, the day and the share"
            " alone, not from the size or from what was asked for before.",
        ),
    ),
)
