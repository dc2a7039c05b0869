"""What the generator says of bad input (codes S0xx)."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

NOT_A_COUNT: Final = Message(
    "S001",
    Text(
        "{name} 的取值「{found}」不是 0 至 {most} 的整数",
        "`{found}` is not a whole number from 0 to {most}, which `{name}` asks for",
    ),
    Text("请写整数，例如 1000。", "give a whole number, such as 1000"),
)
NOT_A_SHARE: Final = Message(
    "S002",
    Text("{name} 的取值「{found}」不是 0 至 1 的比例", "`{found}` is not a share from 0 to 1, which `{name}` asks for"),
    Text("例如 0.05 表示百分之五。", "0.05, say, is five in a hundred"),
)
BAD_DAY: Final = Message(
    "S003",
    Text("花名册的日期「{found}」不可用", "`{found}` cannot be the day of a roll"),
    Text("应为 {first} 至 {last} 之间的日期。", "give a date from {first} to {last}"),
)
