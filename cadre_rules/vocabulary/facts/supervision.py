"""Sanctions, organisational measures, talks, inspections, reports, care: what supervision has recorded."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.supervision import (
    CARE,
    INSPECTION,
    MEASURE,
    REPORT,
    SANCTION,
    TALK,
    TREATMENT,
    UPDATE_SOURCE,
)
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class Sanction(Section, zh="处分", en="sanction", sorted_by=("decided_on",), keyed_by=("id",)):
    """One governmental or Party sanction."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact(
        "处分种类", "政务处分或者党纪处分的种类", "kind of governmental or Party sanction", SANCTION
    )
    decided_on: Known[Date] = fact("决定日期", "处分决定生效的日期", "date of the decision")
    ends_on: Maybe[Date] = fact(
        "影响期满日期",
        "处分决定写明的影响期最后一日；空值表示决定没有写明",
        "last day of the influence period that the decision states; null: it states none",
    )
    released_on: Maybe[Date] = fact(
        "解除日期", "解除处分的日期；空值表示没有解除", "date of release; null: not released"
    )
    revoked_on: Maybe[Date] = fact(
        "撤销日期", "处分被撤销的日期；空值表示没有撤销", "date of revocation; null: not revoked"
    )
    rights_restored_on: Maybe[Date] = fact(
        "恢复党员权利日期",
        "留党察看期满恢复党员权利的日期；空值表示尚未恢复，或者不是留党察看",
        "date on which a Party member's rights were restored after probation; null: not yet, or no such sanction",
    )
    by: Known[str] = fact("决定机关", "作出决定的机关", "who decided")
    reason: Known[str] = fact("事由", "事由", "reason")
    incident: Maybe[str] = fact(
        "所涉事项",
        "因哪一事项（事项编号）；空值表示不涉及已记载的事项",
        "id of the incident; null: none on record",
    )


class OrganisationalMeasure(Section, zh="组织措施", en="measure", sorted_by=("decided_on",), keyed_by=("id",)):
    """One reminder, letter of inquiry, admonition, notice letter or organisational treatment."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("组织措施种类", "提醒、函询、诫勉、提示函、组织处理", "kind of measure", MEASURE)
    treatment: Maybe[str] = fact(
        "组织处理方式",
        "组织处理的方式；空值表示不是组织处理",
        "which treatment; null: not a treatment",
        TREATMENT,
    )
    decided_on: Known[Date] = fact("决定日期", "作出的日期", "date of the decision")
    ends_on: Maybe[Date] = fact(
        "影响期满日期",
        "决定写明的影响期最后一日；空值表示没有写明",
        "last day of the influence period that was stated; null: none was",
    )
    revoked_on: Maybe[Date] = fact(
        "撤销日期", "被撤销的日期；空值表示没有撤销", "date of revocation; null: not revoked"
    )
    replied_on: Maybe[Date] = fact("回复日期", "本人回复的日期；空值表示没有回复", "date of the reply; null: none")
    for_accountability: Known[bool] = fact(
        "因问责", "是否因被问责而作出", "whether the person was held accountable by it"
    )
    by: Known[str] = fact("决定机关", "作出决定的机关", "who decided")
    reason: Known[str] = fact("事由", "事由", "reason")
    assessment_year: Maybe[Decimal] = fact(
        "所涉考核年度",
        "因哪一年度的考核结果；空值表示与考核无关",
        "the year of the assessment that it follows; null: it follows none",
        minimum=1949,
    )
    incident: Maybe[str] = fact(
        "所涉事项",
        "因哪一事项（事项编号）；空值表示不涉及已记载的事项",
        "id of the incident; null: none on record",
    )


class Talk(Section, zh="谈话", en="talk", sorted_by=("on",), keyed_by=("id",)):
    """One talk or visit."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("谈话种类", "谈话种类", "kind of talk", TALK)
    on: Known[Date] = fact("谈话日期", "谈话的日期", "date of the talk")
    by: Known[str] = fact("谈话人", "谈话人", "who held it")
    findings: Known[str] = fact("情况", "谈话情况", "findings")
    assessment_year: Maybe[Decimal] = fact(
        "所涉考核年度",
        "因哪一年度的考核结果；空值表示与考核无关",
        "the year of the assessment that it follows; null: it follows none",
        minimum=1949,
    )


class Inspection(Section, zh="考察", en="inspection", sorted_by=("on",), keyed_by=("id",)):
    """One inspection, evaluation or review."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("考察种类", "考察种类", "kind of inspection", INSPECTION)
    on: Known[Date] = fact("考察日期", "考察的日期", "date of the inspection")
    by: Known[str] = fact("考察组织", "由谁考察", "who inspected")
    findings: Known[str] = fact("情况", "考察结论", "findings")
    motion_open: Known[bool] = fact(
        "动议未结",
        "考察时是否有对其的任用动议未结",
        "whether an appointment motion on the person was then open",
    )


class Report(Section, zh="报告", en="report", sorted_by=("due_on",), keyed_by=("id",)):
    """One report that was due, or came in."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("报告种类", "报告种类", "kind of report", REPORT)
    due_on: Known[Date] = fact(
        "应报日期", "应当报告或者应当受理的期限日", "last day for making or receiving the report"
    )
    on: Maybe[Date] = fact("报告日期", "报告日期；空值表示没有报告", "date of the report; null: not made")
    consistent: Maybe[bool] = fact(
        "查核一致", "查核结果是否一致；空值表示没有查核", "whether verified as consistent; null: not verified"
    )
    outcome: Maybe[str] = fact("处理结果", "处理结果；空值表示没有处理", "outcome; null: none yet")


class Care(Section, zh="关怀", en="care", sorted_by=("on",), keyed_by=("id",)):
    """One act of care."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("关怀种类", "关怀种类", "kind of care", CARE)
    on: Known[Date] = fact("关怀日期", "关怀的日期", "date")
    by: Known[str] = fact("承办人", "由谁承办或者联系", "by whom")


class Update(Section, zh="信息更新", en="update", sorted_by=("on",), keyed_by=("id",)):
    """One update of the record."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    source: Known[str] = fact("更新来源", "更新来源", "source of the update", UPDATE_SOURCE)
    on: Known[Date] = fact("更新日期", "更新的日期", "date of the update")
