"""How the person was assessed and honoured, and what was trained and taken as leave."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.supervision import ASSESSMENT_KIND, AWARD, GRADE, TRAINING
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class Assessment(
    Section,
    zh="考核",
    en="assessment",
    sorted_by=("year", "kind", "period"),
    keyed_by=("year", "kind", "period"),
):
    """One assessment."""

    kind: Known[str] = fact("考核类别", "年度考核、平时考核等", "annual, routine …", ASSESSMENT_KIND)
    year: Known[Decimal] = fact("年度", "考核的是哪一年度", "the year that is assessed", minimum=1949)
    period: Maybe[Decimal] = fact(
        "期次",
        "一年内的第几次（季度、月或者次数）；年度、聘期、综合考核没有期次",
        "which one in the year (quarter, month or ordinal); annual, term and comprehensive ones have none",
        minimum=1,
    )
    assessed: Known[bool] = fact(
        "参加考核",
        "是否参加考核；否表示已知不参加或者未考核",
        "whether assessed; false: known not to have been",
    )
    grade: Known[str] = fact("考核等次", "确定的等次", "grade given", GRADE)
    placed_below: Known[Decimal] = fact(
        "其后人数",
        "排在其后的人数，零表示末位",
        "number of people placed below; zero is the last place",
        minimum=0,
    )
    tied: Known[Decimal] = fact("并列人数", "与其并列的其他人数", "number of others at the same place", minimum=0)
    group: Known[str] = fact("考核组", "排名所在的范围", "the group within which the order stands")
    group_size: Known[Decimal] = fact("组内人数", "该范围的总人数", "number of people in the group", minimum=1)
    score: Maybe[Decimal] = fact("得分", "得分；空值表示不计分", "score; null: none is kept")
    confirmed_on: Maybe[Date] = fact(
        "确认日期",
        "结果确认的日期；空值表示尚未确认",
        "date on which the result was confirmed; null: not yet",
    )
    post: Known[str] = fact("岗位", "考核的是哪一岗位的履职", "which post was assessed: the identity of a post held")
    feedback_on: Maybe[Date] = fact(
        "反馈日期", "向本人反馈的日期；空值表示未反馈", "date of feedback to the person; null: none given"
    )


class Award(Section, zh="奖励", en="award", sorted_by=("granted_on",), keyed_by=("id",)):
    """One award."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("奖励种类", "奖励种类", "kind of award", AWARD)
    title: Known[str] = fact("名称", "奖励名称", "name of the award")
    granted_on: Known[Date] = fact("授予日期", "授予日期", "date of granting")
    by: Known[str] = fact("授予机关", "授予机关", "who granted it")
    field: Known[str] = fact("工作领域", "因哪一领域或者哪项重点工作", "for which field or key work")
    basis: Known[str] = fact("依据", "依据", "basis")


class Training(Section, zh="培训", en="training", sorted_by=("start",), keyed_by=("id",)):
    """One training."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("培训类别", "主体班次、行业培训等", "main class, sector training …", TRAINING)
    title: Known[str] = fact("名称", "班次名称", "name of the class")
    subject: Known[str] = fact("培训内容", "培训内容所属的门类", "the subject it belongs to")
    body: Known[str] = fact("培训机构", "举办机构", "who held it")
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    end: Maybe[Date] = fact("结束日期", "最后一日；空值表示尚未结束", "last day; null: not yet over")
    hours: Known[Decimal] = fact("学时", "学时数", "hours")
    leave_hours: Known[Decimal] = fact("请假学时", "培训期间请假的学时数", "hours of leave during it", minimum=0)
    attended: Known[bool] = fact("已参训", "是否参加", "whether attended")
    passed: Maybe[bool] = fact(
        "考试合格",
        "考试是否合格；空值表示没有考试",
        "whether the examination was passed; null: there was none",
    )


class Leave(Section, zh="休假", en="leave", sorted_by=("year",), keyed_by=("year",)):
    """The annual leave of one year."""

    year: Known[Decimal] = fact("年度", "年度", "year", minimum=1949)
    entitled_days: Known[Decimal] = fact("应休天数", "应休年休假天数", "days of annual leave due", minimum=0)
    taken_days: Known[Decimal] = fact("已休天数", "已休年休假天数", "days of annual leave taken", minimum=0)
