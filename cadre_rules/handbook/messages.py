"""The wording of every fault of the handbook (codes C050 to C055); nothing but texts."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

NO_GENERATOR: Final = Message(
    "C050",
    Text("没有安装生成手册所需的组件：{missing}", "what the handbook is made with is not installed: {missing}"),
    Text("请安装：pip install 'cadre-rules[handbook]'", "install it: pip install 'cadre-rules[handbook]'"),
)
NOT_OURS: Final = Message(
    "C051",
    Text(
        "文件夹「{found}」中已有不是本命令写出的文件，没有改动",
        "the folder `{found}` has files that this command did not write, and was left as it is",
    ),
    Text("请换一个文件夹，或者先清空它。", "choose another folder, or empty it first"),
)
NOT_A_FOLDER: Final = Message(
    "C052",
    Text("「{found}」是文件，手册要写入文件夹", "`{found}` is a file, where the handbook needs a folder"),
    Text("请写出一个文件夹。", "name a folder"),
)
