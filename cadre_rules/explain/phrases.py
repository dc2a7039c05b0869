"""The words for operators and functions, in both languages: a table that a translator can read.

In: nothing. Out: `Text`s; places `{0}`, `{1}` take the phrases of the operands.
"""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Text

JOIN: Final = {"and": Text("，且", " and "), "or": Text("，或者", " or ")}

COMPARISONS: Final = {
    "=": Text("为", "is"),
    "!=": Text("不是", "is not"),
    "<": Text("少于", "is less than"),
    "<=": Text("不超过", "is at most"),
    ">": Text("超过", "is more than"),
    ">=": Text("不少于", "is at least"),
}
DATE_COMPARISONS: Final = {
    "=": Text("为", "is"),
    "!=": Text("不是", "is not"),
    "<": Text("早于", "is before"),
    "<=": Text("不晚于", "is not after"),
    ">": Text("晚于", "is after"),
    ">=": Text("不早于", "is not before"),
}
ARITHMETIC: Final = {
    "+": Text("{0}加{1}", "{0} plus {1}"),
    "-": Text("{0}减{1}", "{0} minus {1}"),
    "*": Text("{0}乘以{1}", "{0} times {1}"),
    "/": Text("{0}除以{1}", "{0} divided by {1}"),
    "**": Text("{0}的{1}次方", "{0} to the power of {1}"),
}
FUNCTIONS: Final = {
    "not": Text("并非（{0}）", "it is not so that {0}"),
    "count": Text("{0}的数量", "number of {0}"),
    "sum": Text("{0}之和", "sum of {0}"),
    "min": Text("{0}中最小的", "least of {0}"),
    "max": Text("{0}中最大的", "greatest of {0}"),
    "mean": Text("{0}的平均数", "mean of {0}"),
    "total service": Text("{0}的累计时间", "total time of {0}"),
    "time in post": Text("{0}中现任职位的连续任职时间", "time for which the post held now, among {0}, has been held"),
    "held since": Text("{0}中现任职位的起算日期", "date from which the post held now, among {0}, counts"),
    "latest unbroken": Text("{0}中最近一次连续任职的各段", "latest unbroken stretch of {0}"),
    "run length": Text("{0}截至{1}最后一年的连续年数", "years running of {0} up to the last of {1}"),
    "longest run": Text("{0}的最长连续年数", "longest run of years of {0}"),
    "age": Text("{0}至{1}的周岁", "age from {0} on {1}"),
    "complete months": Text("{0}至{1}的整月数", "complete months from {0} to {1}"),
    "add working days": Text("{0}之后第{1}个工作日", "{1} working days after {0}"),
    "working days": Text("{0}至{1}的工作日数", "working days from {0} to {1}"),
    "contains": Text("{0}含有“{1}”", "{0} contains “{1}”"),
    "list contains": Text("{0}包括{1}", "{0} include {1}"),
    "all": Text("{0}全部为是", "all of {0} hold"),
    "any": Text("{0}至少一项为是", "any of {0} holds"),
}
