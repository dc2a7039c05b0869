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
# What a fact that is true or false says of what it belongs to. A fact that is not here reads “…为是”.
PREDICATES: Final = {
    "选调生": (
        Text("是选调生", "is a selected graduate"),
        Text("不是选调生", "is not a selected graduate"),
    ),
    "经过考评准入": (
        Text("经过考评准入", "passed the entry review"),
        Text("未经考评准入", "did not pass the entry review"),
    ),
    "边远乡镇": (
        Text("在边远乡镇", "is in a remote township"),
        Text("不在边远乡镇", "is not in a remote township"),
    ),
    "领导职务": (
        Text("是领导职务", "is a leading post"),
        Text("不是领导职务", "is not a leading post"),
    ),
    "中层正职": (
        Text("是中层正职", "is chief of an internal body"),
        Text("不是中层正职", "is not chief of an internal body"),
    ),
    "主职": (
        Text("是主职", "is the main post"),
        Text("不是主职", "is not the main post"),
    ),
    "基层一线": (
        Text("属于基层一线", "is at the grassroots front line"),
        Text("不属于基层一线", "is not at the grassroots front line"),
    ),
    "全职": (
        Text("全职在岗", "is full-time"),
        Text("不是全职在岗", "is not full-time"),
    ),
    "外地派出": (
        Text("由外地派出", "was sent from outside"),
        Text("不是由外地派出", "was not sent from outside"),
    ),
    "支教": (
        Text("属于支教", "is to support teaching"),
        Text("不属于支教", "is not to support teaching"),
    ),
    "借出": (
        Text("被借调外出", "is borrowed away"),
        Text("未被借调外出", "is not borrowed away"),
    ),
    "代理": (
        Text("属于代理或者主持工作", "is acting"),
        Text("不属于代理或者主持工作", "is not acting"),
    ),
    "破格": (
        Text("属于破格", "is exceptional"),
        Text("不属于破格", "is not exceptional"),
    ),
    "艰苦岗位": (
        Text("属于艰苦岗位", "is a hard post or task"),
        Text("不属于艰苦岗位", "is not a hard post or task"),
    ),
    "计划安排": (
        Text("按培养计划选派", "is a posting by plan"),
        Text("不是按培养计划选派", "is not a posting by plan"),
    ),
    "参加考核": (
        Text("参加了考核", "was assessed"),
        Text("未参加考核", "was not assessed"),
    ),
    "已参训": (
        Text("已参训", "was attended"),
        Text("未参训", "was not attended"),
    ),
    "考试合格": (
        Text("考试合格", "was passed"),
        Text("考试不合格", "was not passed"),
    ),
    "动议未结": (
        Text("任用动议未结", "has an open appointment motion"),
        Text("没有未结的任用动议", "has no open appointment motion"),
    ),
    "查核一致": (
        Text("查核一致", "was verified as consistent"),
        Text("查核不一致", "was found inconsistent"),
    ),
    "主要负责人": (
        Text("是单位主要负责人", "is first in command of the unit"),
        Text("不是单位主要负责人", "is not first in command of the unit"),
    ),
    "组织需求": (
        Text("结合组织需求", "meets a need of the organisation"),
        Text("没有结合组织需求", "meets no need of the organisation"),
    ),
    "岗位需求": (
        Text("结合岗位需求", "meets a need of the post"),
        Text("没有结合岗位需求", "meets no need of the post"),
    ),
    "个人需求": (
        Text("结合个人需求", "meets a need of the person"),
        Text("没有结合个人需求", "meets no need of the person"),
    ),
    "专职教师": (
        Text("有党校专职教师授课", "is taught by the school's own teachers too"),
        Text("没有党校专职教师授课", "is taught by none of the school's own teachers"),
    ),
    "特聘教师": (
        Text("有特聘教师授课", "is taught by specially engaged teachers too"),
        Text("没有特聘教师授课", "is taught by no specially engaged teacher"),
    ),
    "实操型": (
        Text("是实操型专题培训", "is practical training on a subject"),
        Text("不是实操型专题培训", "is not practical training on a subject"),
    ),
    "案例式模拟训练": (
        Text("采用案例式“模拟训练”", "uses case studies"),
        Text("没有采用案例式“模拟训练”", "uses no case studies"),
    ),
    "情景式互动训练": (
        Text("采用情景式“互动训练”", "plays scenes interactively"),
        Text("没有采用情景式“互动训练”", "plays no scenes interactively"),
    ),
    "实战式仿真训练": (
        Text("采用实战式“仿真训练”", "simulates real work"),
        Text("没有采用实战式“仿真训练”", "simulates no real work"),
    ),
    "推演式创新训练": (
        Text("采用推演式“创新训练”", "works scenarios through"),
        Text("没有采用推演式“创新训练”", "works no scenarios through"),
    ),
    "现身说法式示范训练": (
        Text("采用现身说法式“示范训练”", "is demonstrated by those who did it"),
        Text("没有采用现身说法式“示范训练”", "is not demonstrated by those who did it"),
    ),
    "主体班次课程": (
        Text("是主体班次的课程", "is of a main class"),
        Text("不是主体班次的课程", "is not of a main class"),
    ),
    "领导干部讲课": (
        Text("由领导干部讲授", "is taught by a leading cadre"),
        Text("不是由领导干部讲授", "is not taught by a leading cadre"),
    ),
    "新思想课程": (
        Text("是新思想课程", "is on the new thought"),
        Text("不是新思想课程", "is not on the new thought"),
    ),
    "首课": (
        Text("是首课", "is the first lesson"),
        Text("不是首课", "is not the first lesson"),
    ),
    "主课": (
        Text("是主课", "is a main lesson"),
        Text("不是主课", "is not a main lesson"),
    ),
    "必修课": (
        Text("是必修课", "is a required lesson"),
        Text("不是必修课", "is not a required lesson"),
    ),
    "同意": (
        Text("同意", "consents"),
        Text("不同意", "does not consent"),
    ),
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
