"""What several subjects have in common: steps of procedures, marks, entries, tasks. No rule stands here."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.supervision import GRADE
from cadre_rules.vocabulary.enums.work import LIFE_EVENT
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class TakenStep(Section, zh="步骤", en="step", sorted_by=("id",), keyed_by=("id",)):
    """One step of a procedure, taken or still to be taken."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    matter: Maybe[str] = fact(
        "所属程序",
        "属于哪一项程序（标识）；空值表示档案只有一项程序",
        "which procedure it belongs to; null: the record is of one only",
    )
    step: Known[str] = fact("步骤名称", "哪一个步骤（政策规定的标识或者名称）", "which step, as the policy names it")
    on: Maybe[Date] = fact("办理日期", "办理的日期；空值表示没有办理", "date on which it was taken; null: not taken")
    due_on: Maybe[Date] = fact(
        "应办期限", "应当办理的最后一日；空值表示没有期限", "last day for it; null: no limit is set"
    )
    by: Maybe[str] = fact("办理主体", "由谁办理；空值表示没有记载", "who took it; null: not recorded")
    entitled: Maybe[Decimal] = fact(
        "应到人数", "应到人数；空值表示不涉及", "people entitled to take part; null: it is not such a step", minimum=0
    )
    present: Maybe[Decimal] = fact(
        "实到人数", "实到人数；空值表示不涉及", "people who took part; null: it is not such a step", minimum=0
    )
    in_favour: Maybe[Decimal] = fact(
        "同意人数", "同意人数；空值表示不涉及", "people in favour; null: it is not such a step", minimum=0
    )
    result: Maybe[str] = fact("结果", "办理结果；空值表示没有结果", "result; null: none")
    document: Maybe[str] = fact("文号", "文件的文号或者名称；空值表示没有文件", "its document; null: none")


class Mark(Section, zh="评分", en="mark", sorted_by=("component", "id"), keyed_by=("id",)):
    """One mark that a rater gave."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    rated: Maybe[str] = fact(
        "被评对象",
        "被评的是谁（编号）；空值表示档案所指的人员或者单位",
        "who is marked, by id; null: the person or unit of the record",
    )
    period: Known[Decimal] = fact("年度", "评分所属的年度", "the year it belongs to", minimum=1949)
    component: Known[str] = fact("评价项目", "评价的大项或者维度", "component or dimension")
    indicator: Maybe[str] = fact(
        "评价要点", "大项之下的指标或者要点；空值表示不细分", "indicator or small point; null: none"
    )
    layer: Maybe[str] = fact("评价层面", "由哪一层面评价；空值表示不分层", "which layer of raters; null: no layers")
    judge: Maybe[str] = fact("评分人", "评分人或者评委（编号）；空值表示不记名", "the rater; null: anonymous")
    mark: Known[Decimal] = fact("分值", "所给的分数", "the mark given")
    full: Maybe[Decimal] = fact("满分", "满分；空值表示没有规定", "the full mark; null: none is set")


class Entry(Section, zh="纪实", en="entry", sorted_by=("on",), keyed_by=("id",)):
    """One entry in the running record of conduct and results."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("纪实类别", "纪实的类别（政策规定的名称）", "kind of entry, as policies name it")
    aspect: Maybe[str] = fact("方面", "哪一方面或者领域；空值表示不分方面", "which aspect or field; null: none")
    on: Known[Date] = fact("记载日期", "所记事项的日期", "date of what is recorded")
    source: Maybe[str] = fact("来源", "信息来源；空值表示没有注明", "where it came from; null: not stated")
    content: Known[str] = fact("情况", "具体情况", "what is recorded")
    grade: Maybe[str] = fact("评价等次", "评价等次；空值表示没有评定", "grade; null: none given", GRADE)


class Task(Section, zh="任务", en="task", sorted_by=("id",), keyed_by=("id",)):
    """One task or measure that is assigned."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    title: Known[str] = fact("名称", "任务或者措施的名称", "name of the task or measure")
    plan: Maybe[str] = fact("所属计划", "属于哪一计划或者文件；空值表示不属于", "which plan it belongs to; null: none")
    owner: Maybe[str] = fact("责任人", "责任人；空值表示没有明确", "who is responsible; null: nobody is named")
    owner_unit: Maybe[str] = fact("责任单位", "责任单位；空值表示没有明确", "responsible unit; null: none is named")
    owner_head: Maybe[str] = fact(
        "责任单位负责人", "责任单位负责人；空值表示没有明确", "head of that unit; null: not named"
    )
    leader: Maybe[str] = fact("分管领导", "分管领导；空值表示没有明确", "leader in charge; null: not named")
    due_on: Maybe[Date] = fact("完成期限", "应当完成的最后一日；空值表示没有规定", "last day for it; null: none is set")
    done_on: Maybe[Date] = fact("完成日期", "完成日期；空值表示尚未完成", "date of completion; null: not yet done")


class LifeEvent(Section, zh="生活事件", en="life event", sorted_by=("on",), keyed_by=("id",)):
    """Something in the person's life upon which the organisation shows its care."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    kind: Known[str] = fact("生活事件种类", "生病住院或者去世", "hospital stay or death", LIFE_EVENT)
    on: Known[Date] = fact("发生日期", "发生的日期", "date on which it happened")


class Material(Section, zh="档案材料", en="archive material", sorted_by=("id",), keyed_by=("id",)):
    """One document of the personnel archive, and what it says of a fact."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    name: Known[str] = fact("材料名称", "材料名称", "name of the document")
    about: Maybe[str] = fact(
        "记载事项",
        "材料记载的是哪一事项，如出生日期、入党日期；空值表示不涉及日期",
        "which date it states, such as the date of birth; null: none",
    )
    states: Maybe[Date] = fact("记载的日期", "材料记载的日期；空值表示没有记载", "the date that it states; null: none")
    reviewed_on: Maybe[Date] = fact("审核日期", "审核日期；空值表示没有审核", "date of its review; null: not reviewed")
    digitised_on: Maybe[Date] = fact(
        "数字化日期", "数字化的日期；空值表示没有数字化", "date of digitisation; null: not digitised"
    )


class Points(Section, zh="积分", en="points", sorted_by=("year", "id"), keyed_by=("id",)):
    """Points that a Party member was given."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    member_class: Known[str] = fact("党员类别", "党员的类别", "class of Party member")
    year: Known[Decimal] = fact("年度", "年度", "year", minimum=1949)
    period: Maybe[Decimal] = fact(
        "期次", "一年内的第几期；空值表示全年", "which period of the year; null: the year", minimum=1
    )
    points: Known[Decimal] = fact("分值", "积分的分值，扣分为负", "points; negative where deducted")
    earned_for: Known[str] = fact("积分事项", "因何事项", "what they are for")
