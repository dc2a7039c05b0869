"""The index of all codes, made from their pages. In: the pages. Out: the text of `docs/errors/index.md`."""

from __future__ import annotations

import re
from pathlib import Path

PAGES = Path(__file__).parents[2] / "docs" / "errors"
INDEX = PAGES / "index.md"
HEAD = """\
# 错误编号 Codes of faults

每处错误都有固定的编号。一次列出全部错误，各指明文件、行、列，实际是什么、应当是什么、怎样改正。下面每个编号都有说明，
附错误的例子、正确的例子和原因。以 W 标明的是提醒，不妨碍运行。

Every fault has a code that stays. All faults are told at once, each with file, line and column, what was found, what
was expected and how to mend it. Each code below has a page with a bad example, a good one, and why. W marks warnings,
which keep nothing from running.
"""
ROOMS = {
    "D": "文件 Files",
    "F": "FEEL 写法 FEEL syntax",
    "T": "FEEL 类型 FEEL types",
    "P": "政策 Policies",
    "R": "档案 Records",
    "E": "判断 Deciding",
    "V": "计算 Counting",
    "S": "花名册 Rolls",
    "C": "命令行和案例 Command line and cases",
}


def page_codes() -> list[str]:
    """Return the codes that have a page."""
    return sorted(path.stem for path in PAGES.glob("[A-Z][0-9][0-9][0-9].md"))


def titles(code: str) -> list[str]:
    """Return the Chinese and the English title of a page."""
    return re.findall(r"^## (.+)$", (PAGES / f"{code}.md").read_text(encoding="utf-8"), re.MULTILINE)


def index(warnings: frozenset[str]) -> str:
    """Return the index; `warnings` are the codes that are no errors."""
    out = [HEAD]
    for room, heading in ROOMS.items():
        out.append(f"## {heading}\n\n| | | |\n|---|---|---|")
        for code in (c for c in page_codes() if c.startswith(room)):
            zh, en = titles(code)
            out.append(f"| [{code}]({code}.md){' W' if code in warnings else ''} | {zh} | {en} |")
        out.append("")
    return "\n".join(out)
