"""The words of the handbook that stand for keys of policy files, in both languages.

In: nothing, or a rule. Out: tables that a translator can read.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.diagnostics import Text
from cadre_rules.explain.text_reasons import REQUIREMENT, STATUS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.policy.models.rules import Rule

CONFIDENCE: Final = {
    "H": Text("引文可信程度：高", "confidence of the citation: high"),
    "M": Text("引文可信程度：中", "confidence of the citation: medium"),
    "L": Text("引文可信程度：低", "confidence of the citation: low"),
}
TYPES: Final = {
    "number": Text("数", "a number"),
    "text": Text("文字", "a text"),
    "boolean": Text("是或者否", "yes or no"),
    "date": Text("日期", "a date"),
    "duration": Text("期限", "a span of time"),
}
FLOORS: Final = {
    "minimum": Text("底线：下级只能提高，不得降低", "a floor: lower layers may raise it, never lower it"),
    "maximum": Text("上限：下级只能降低，不得提高", "a ceiling: lower layers may lower it, never raise it"),
}
OPEN: Final = Text("待采用单位设定", "open: to be set by the adopting unit")
MODES: Final = {
    "eligible when every requirement is met": Text(
        "各项要求全部满足的，为“符合”；有一项不满足的，为“不符合”，并列出每一项未满足的要求。",
        "It is positive when every requirement is met, negative when one is not; each requirement that is not met is "
        "named.",
    ),
    "collect": Text(
        "汇集各条规则得出的全部结论；没有结论的，说明没有得出结论。",
        "All conclusions that the rules draw are collected; where there are none, it says so.",
    ),
    "most severe": Text(
        "取各条规则得出的结论中最严重的一项（按“程度”比较）；没有结论的，说明没有得出结论。",
        "The most severe of the conclusions that the rules draw is the answer (by their severity); where there are "
        "none, it says so.",
    ),
}
COUNT: Final = {
    "day": Text("按日计算", "by day"),
    "month": Text("按月计算", "by month"),
}
HIT_POLICIES: Final = {
    "U": Text("至多一行相符", "at most one row matches"),
    "A": Text("可以有几行相符，结果须一致", "several rows may match, with the same result"),
    "F": Text("自上而下，取第一个相符的行", "the first row that matches, from the top"),
    "P": Text("取结果优先的相符行", "of the rows that match, the one whose result has priority"),
    "C": Text("取全部相符的行", "every row that matches"),
    "R": Text("取全部相符的行，按行的次序", "every row that matches, in the order of the rows"),
    "O": Text("取全部相符的行，按结果的优先次序", "every row that matches, in the order of priority of the results"),
    "C+": Text("取全部相符行的值之和", "the sum of the values of the rows that match"),
    "C<": Text("取相符行的值中最小的", "the least of the values of the rows that match"),
    "C>": Text("取相符行的值中最大的", "the greatest of the values of the rows that match"),
    "C#": Text("取相符行的数目", "the number of rows that match"),
}
ANSWERS: Final = {  # the values of answers, in the order in which a question lists them
    "eligible": ("eligible", "not eligible"),
    "collect": ("concluded", "nothing concluded"),
    "most severe": ("nothing concluded",),
}
AROUND: Final = {  # what stands around a page
    "home": Text("首页", "Home"),
    "search": Text("搜索", "Search"),
    "search_hint": Text("搜索政策、规则、案例", "Search the handbook"),
    "other": Text("English", "中文"),
    "other_language": Text("en", "zh-CN"),
    "packs": Text("政策包", "Packs"),
    "reading": Text("怎样读本手册", "How to read it"),
    "rows": Text("条目索引", "Index of entries"),
    "questions": Text("问题", "Questions"),
    "open": Text("待设定与待认定", "What is open"),
    "adoptions": Text("采用文件", "Adoptions"),
    "counting": Text("期间如何计算", "How spans are counted"),
    "advice": Text(
        "判断结果仅供参考，由有权机关按照干部管理权限和规定程序研究决定。",
        "Answers are advice; the body that has the power decides, by the prescribed procedure.",
    ),
    "found": Text("找到 {n} 处。", "{n} found."),
    "none": Text(
        "没有找到“{q}”。请换一个说法，或者缩短要找的词。", "Nothing was found for “{q}”. Try other or fewer words."
    ),
    "near": Text("没有完全相符的内容，以下内容相近：", "There is no exact match; these come near:"),
    "more": Text("只列前 {n} 处，请写得具体一些。", "The first {n} are shown; be more specific."),
    "type": Text("输入要找的词，词与词之间用空格隔开。", "Type what you look for, with blanks between words."),
    "contents": Text("本页内容", "On this page"),
    "top": Text("回到顶部", "Back to top"),
    "skip": Text("跳到正文", "Skip to content"),
    "menu": Text("目录", "Contents"),
    "expand": Text("展开", "Expand"),
    "example": Text("案例", "example"),
    "light": Text("切换浅色、深色", "Switch light and dark"),
    "needs_script": Text("搜索需要浏览器允许运行脚本。", "Searching needs a browser that runs scripts."),
}


def states(rule: Rule) -> Mapping[str, Text]:
    """Return what may become of a rule, in words: a requirement is met or not met."""
    return {**STATUS, **REQUIREMENT} if rule.kind in ("require", "procedure") else STATUS
