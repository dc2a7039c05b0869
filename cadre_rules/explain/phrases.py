"""The words for operators, functions and truths, in both languages: tables that a translator can read.

In: nothing. Out: `Text`s; places `{0}`, `{1}` take the phrases of the operands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Relation = Literal["=", "!=", "<", "<=", ">", ">="]

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
RANKED_COMPARISONS: Final = {
    "=": Text("为", "is"),
    "!=": Text("不是", "is not"),
    "<": Text("低于", "is below"),
    "<=": Text("不高于", "is not above"),
    ">": Text("高于", "is above"),
    ">=": Text("不低于", "is not below"),
}
ARITHMETIC: Final = {
    "+": Text("{0}加{1}", "{0} plus {1}"),
    "-": Text("{0}减{1}", "{0} minus {1}"),
    "*": Text("{0}乘以{1}", "{0} times {1}"),
    "/": Text("{0}除以{1}", "{0} divided by {1}"),
    "**": Text("{0}的{1}次方", "{0} to the power of {1}"),
}
DATE_ARITHMETIC: Final = {
    "+": Text("{0}之后满{1}之日", "{1} after {0}"),
    "-": Text("{0}之前{1}之日", "{1} before {0}"),
}
FUNCTIONS: Final = {
    "not": Text("并非（{0}）", "it is not so that {0}"),
    "count": Text("{0}的数量", "number of {0}"),
    "sum": Text("{0}之和", "sum of {0}"),
    "product": Text("{0}之积", "product of {0}"),
    "min": Text("{0}中最小的", "least of {0}"),
    "max": Text("{0}中最大的", "greatest of {0}"),
    "mean": Text("{0}的平均数", "mean of {0}"),
    "median": Text("{0}的中位数", "median of {0}"),
    "abs": Text("{0}的绝对值", "absolute value of {0}"),
    "modulo": Text("{0}除以{1}的余数", "remainder of {0} divided by {1}"),
    "floor": Text("{0}向下取整", "{0} rounded down to a whole number"),
    "ceiling": Text("{0}向上取整", "{0} rounded up to a whole number"),
    "distinct values": Text("{0}中不同的各项", "distinct items of {0}"),
    "reverse": Text("倒序的{0}", "{0} in reverse order"),
    "string length": Text("{0}的字数", "number of characters of {0}"),
    "total service": Text("{0}的累计时间", "total time of {0}"),
    "time in post": Text("{0}中现任职位的连续任职时间", "time for which the post held now, among {0}, has been held"),
    "held since": Text("{0}中现任职位的起算日期", "date from which the post held now, among {0}, counts"),
    "latest unbroken": Text("{0}中最近一次连续任职的各段", "latest unbroken stretch of {0}"),
    "run length": Text("{0}截至{1}最后一年的连续年数", "years running of {0} up to the last of {1}"),
    "longest run": Text("{0}的最长连续年数", "longest run of years of {0}"),
    "age": Text("自{0}至{1}的周岁年龄", "age at {1} counted from {0}"),
    "complete months": Text("{0}至{1}的整月数", "complete months from {0} to {1}"),
    "years and months duration": Text("{0}至{1}的年月数", "years and months from {0} to {1}"),
    "add working days": Text("{0}之后第{1}个工作日", "{1} working days after {0}"),
    "total": Text("{0}的总计", "total of {0}"),
    "working days": Text("{0}至{1}的工作日数", "working days from {0} to {1}"),
    "day of week": Text("{0}是星期几", "day of the week of {0}"),
    "month of year": Text("{0}的月份", "month of {0}"),
    "contains": Text("{0}含有“{1}”", "{0} contains “{1}”"),
    "starts with": Text("{0}以“{1}”开头", "{0} begins with “{1}”"),
    "ends with": Text("{0}以“{1}”结尾", "{0} ends with “{1}”"),
    "matches": Text("{0}符合式样“{1}”", "{0} has the pattern “{1}”"),
    "list contains": Text("{0}包括{1}", "{0} include {1}"),
    "all": Text("{0}全部成立", "all of {0} hold"),
    "any": Text("{0}至少一项成立", "any of {0} holds"),
    "even": Text("{0}为偶数", "{0} is even"),
    "odd": Text("{0}为奇数", "{0} is odd"),
    "is": Text("{0}与{1}完全相同", "{0} and {1} are the very same"),
    "before": Text("{0}先于{1}", "{0} is before {1}"),
    "after": Text("{0}后于{1}", "{0} is after {1}"),
    "meets": Text("{0}之后紧接{1}", "{0} meets {1}"),
    "met by": Text("{0}紧接{1}之后", "{0} is met by {1}"),
    "overlaps": Text("{0}与{1}有重叠", "{0} overlaps {1}"),
    "overlaps before": Text("{0}与{1}的前部重叠", "{0} overlaps the beginning of {1}"),
    "overlaps after": Text("{0}与{1}的后部重叠", "{0} overlaps the end of {1}"),
    "includes": Text("{0}涵盖{1}", "{0} includes {1}"),
    "during": Text("{0}处于{1}之内", "{0} lies within {1}"),
    "finishes": Text("{0}与{1}同时结束", "{0} ends together with {1}"),
    "finished by": Text("{0}与{1}同时结束", "{0} ends together with {1}"),
    "starts": Text("{0}与{1}同时开始", "{0} begins together with {1}"),
    "started by": Text("{0}与{1}同时开始", "{0} begins together with {1}"),
    "coincides": Text("{0}与{1}重合", "{0} coincides with {1}"),
}
PARTS: Final = {
    "year": Text("年份", "year"),
    "month": Text("月份", "month"),
    "day": Text("日", "day"),
    "weekday": Text("星期", "weekday"),
    "hour": Text("时", "hour"),
    "minute": Text("分", "minute"),
    "second": Text("秒", "second"),
    "years": Text("年数", "years"),
    "months": Text("月数", "months"),
    "days": Text("天数", "days"),
    "hours": Text("小时数", "hours"),
    "minutes": Text("分钟数", "minutes"),
    "seconds": Text("秒数", "seconds"),
    "start": Text("起点", "start"),
    "end": Text("终点", "end"),
    "start included": Text("是否含起点", "whether the start is included"),
    "end included": Text("是否含终点", "whether the end is included"),
    "time offset": Text("时差", "time offset"),
    "timezone": Text("时区", "time zone"),
}

# English names of facts that read badly as they are spelled.
ENGLISH: Final = {
    "sent_by": "sending unit",
    "placed_below": "number of people placed below",
    "change": "kind of change",
    "tied": "number of others at the same place",
    "group_size": "number of people in the group",
    "by": "body or person that made it",
    "entitled_days": "days of leave due",
    "taken_days": "days of leave taken",
}
# What the numbers of facts and functions count, where their names do not say it. English names of facts say it.
FIELD_UNITS: Final = {
    "placed_below": Text("人", ""),
    "tied": Text("人", ""),
    "group_size": Text("人", ""),
    "year": Text("年", ""),
    "assessment_year": Text("年", ""),
    "hours": Text("学时", ""),
    "entitled_days": Text("天", ""),
    "taken_days": Text("天", ""),
}
LIST_UNITS: Final = {
    "members": Text("人", "people"),
    "candidates": Text("人", "people"),
    "moves": Text("人次", "moves"),
}
FUNCTION_UNITS: Final = {
    "count": Text("项", ""),
    "run length": Text("年", "years"),
    "longest run": Text("年", "years"),
    "age": Text("周岁", "years"),
    "complete months": Text("个月", "months"),
    "working days": Text("个工作日", "working days"),
    "string length": Text("个字", "characters"),
}
OPPOSITES: Final[Mapping[Relation, Relation]] = {"=": "!=", "!=": "=", "<": ">=", ">=": "<", ">": "<=", "<=": ">"}
# What the parts of a record that are no list are called where something is said of them.
SUBJECTS_SAID: Final = {
    "person": Text("该干部", "the cadre"),
    "proposal": Text("拟任的职务", "the proposed post"),
    "incident": Text("该事项", "the incident"),
    "training_class": Text("该班次", "the class"),
    "school_term": Text("该学期", "the term"),
    "training_plan": Text("该培训计划", "the training plan"),
    "unit": Text("该单位", "the unit"),
    "cohort": Text("该群体", "the cohort"),
    "major_decision": Text("该决策", "the decision"),
    "selection": Text("该次选拔任用", "the selection"),
    "appointment": Text("该次任用", "the appointment"),
    "transfer": Text("该次调配", "the transfer"),
    "project": Text("该项目", "the project"),
    "competition": Text("该次选拔", "the competition"),
    "rectification": Text("该项整改工作", "the rectification"),
    "rectification_item": Text("该整改事项", "the rectification item"),
    "received_report": Text("该举报", "the report"),
}
