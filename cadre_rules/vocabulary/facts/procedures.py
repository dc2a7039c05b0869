"""Cases that go through a procedure: the heads of such records and what they are made of."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.posts import ENTRY, POST_LEVEL, UNIT_KIND
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact

_ID = ("编号", "编号，在使用单位内唯一", "number, unique within the site")
_ITEM = ("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
_PLACE = ("所属地区", "适用哪个地方的政策：地方政策包声明的地区", "whose policies apply: the jurisdiction of a pack")


class MajorDecision(Section, zh="重大决策", en="major decision"):
    """A decision that is being prepared or was made."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "决策事项名称", "name of the matter")
    jurisdiction: Known[str] = fact(*_PLACE)
    unit: Known[str] = fact("单位", "作出决策的单位", "unit that decides")
    major: Known[bool] = fact("属于重大决策", "是否重大决策", "whether it is a major decision")
    decided_on: Maybe[Date] = fact("决策日期", "决策的日期；空值表示尚未决策", "date of the decision; null: not yet")


class Selection(Section, zh="选拔任用", en="selection"):
    """One case of selection and appointment."""

    id: Known[str] = fact(*_ID)
    person: Known[str] = fact("人选", "人选（编号或者姓名）", "the person, by id or name")
    post: Known[str] = fact("拟任职务", "拟任职务", "the proposed post")
    unit: Known[str] = fact("单位", "拟任职单位", "unit of the post")
    unit_kind: Known[str] = fact("单位类别", "拟任职单位的类别", "kind of that unit", UNIT_KIND)
    level: Known[str] = fact("职务层次", "拟任职务的层次", "level of the post", POST_LEVEL)
    head: Known[bool] = fact("单位负责人", "拟任的是否单位负责人", "whether the post is that of a head of a unit")
    jurisdiction: Known[str] = fact(*_PLACE)


class Appointment(Section, zh="任用", en="appointment"):
    """One appointment that was made."""

    id: Known[str] = fact(*_ID)
    person: Known[str] = fact("任用人员", "被任用的人员（编号或者姓名）", "who was appointed, by id or name")
    post: Known[str] = fact("职务", "所任职务", "the post")
    unit: Known[str] = fact("单位", "任职单位", "unit of the post")
    jurisdiction: Known[str] = fact(*_PLACE)
    promotion: Known[bool] = fact("属于提拔", "是否提拔", "whether it was a promotion")
    decided_on: Known[Date] = fact("任职决定日期", "任职决定的日期", "date of the appointing decision")


class Problem(Section, zh="问题", en="problem", sorted_by=("existed_from",), keyed_by=("id",)):
    """A problem of the appointed person that was found."""

    id: Known[str] = fact(*_ITEM)
    title: Known[str] = fact("名称", "问题的名称", "name of the problem")
    existed_from: Known[Date] = fact("发生日期", "问题发生的日期", "date from which it existed")
    discovered_on: Maybe[Date] = fact(
        "发现日期", "发现的日期；空值表示没有记载", "date of discovery; null: none recorded"
    )


class Transfer(Section, zh="人员调配", en="transfer"):
    """One borrowing, transfer or transfer by examination."""

    id: Known[str] = fact(*_ID)
    kind: Known[str] = fact("调配方式", "借调、调动或者考调等", "borrowing, transfer or transfer by examination", ENTRY)
    person: Known[str] = fact("人员", "调配的人员（编号或者姓名）", "who is transferred, by id or name")
    from_unit: Known[str] = fact("原单位", "原单位", "unit left")
    to_unit: Known[str] = fact("新单位", "新单位", "unit joined")
    jurisdiction: Known[str] = fact(*_PLACE)
    start: Maybe[Date] = fact(
        "起始日期", "第一日；空值表示尚未到新单位", "first day in the new unit; null: not yet there"
    )
    end: Maybe[Date] = fact("结束日期", "借调的最后一日；空值表示没有期限", "last day of a borrowing; null: no limit")


class Project(Section, zh="项目", en="project"):
    """One project."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "项目名称", "name of the project")
    jurisdiction: Known[str] = fact(*_PLACE)
    leader: Maybe[str] = fact("分管领导", "分管县级领导；空值表示没有明确", "county leader in charge; null: not named")
    lead_unit: Maybe[str] = fact("主管单位", "主管单位；空值表示没有明确", "unit in charge; null: not named")
    lead_unit_head: Maybe[str] = fact(
        "主管单位负责人", "主管单位负责人；空值表示没有明确", "head of that unit; null: not named"
    )
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    due_on: Maybe[Date] = fact("完成期限", "应当完成的最后一日；空值表示没有规定", "last day for it; null: none is set")
    done_on: Maybe[Date] = fact("完成日期", "完成日期；空值表示尚未完成", "date of completion; null: not yet done")


class Competition(Section, zh="竞争性选拔", en="competition"):
    """One competitive selection."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "选拔的名称", "name of the competition")
    jurisdiction: Known[str] = fact(*_PLACE)
    post: Known[str] = fact("职务", "选拔的职务", "the post")
    places: Known[Decimal] = fact("名额", "选拔的人数", "number of people to be selected", minimum=1)


class Candidate(Section, zh="候选人", en="candidate", sorted_by=("id",), keyed_by=("id",)):
    """One candidate of a competitive selection."""

    id: Known[str] = fact("编号", "候选人编号，在本列表内唯一", "number of the candidate, unique within the list")
    name: Known[str] = fact("姓名", "姓名", "name")
    withdrawn: Known[bool] = fact("已退出", "是否已退出选拔", "whether the candidate withdrew")


class Rectification(Section, zh="整改工作", en="rectification"):
    """The rectification of what an inspection found in a unit."""

    id: Known[str] = fact(*_ID)
    unit: Known[str] = fact("单位", "整改的单位", "unit that rectifies")
    jurisdiction: Known[str] = fact(*_PLACE)
    feedback_on: Known[Date] = fact("反馈日期", "反馈问题的日期", "date on which the findings were given")


class RectificationItem(Section, zh="整改事项", en="rectification item", sorted_by=("id",), keyed_by=("id",)):
    """One finding that has to be rectified."""

    id: Known[str] = fact(*_ITEM)
    aspect: Known[str] = fact("方面", "属于哪一方面", "which aspect it belongs to")
    problem: Known[str] = fact("问题", "问题的内容", "what was found")
    listed_on: Maybe[Date] = fact(
        "列入清单日期", "列入问题清单的日期；空值表示没有列入", "entry in the list; null: none"
    )
    entered_on: Maybe[Date] = fact(
        "建立台账日期", "记入台账的日期；空值表示没有记入", "entry in the ledger; null: none"
    )
    due_on: Maybe[Date] = fact("整改期限", "应当整改的最后一日；空值表示没有规定", "last day for it; null: none is set")
    rectified_on: Maybe[Date] = fact(
        "整改日期", "完成整改的日期；空值表示没有完成", "date of rectification; null: not done"
    )
    evidence: Maybe[str] = fact("佐证材料", "完成整改的佐证；空值表示没有", "evidence of it; null: none")
    accountable_on: Maybe[Date] = fact("问责日期", "问责的日期；空值表示没有问责", "date of accountability; null: none")


class ReceivedReport(Section, zh="信访举报", en="received report", sorted_by=("received_on",), keyed_by=("id",)):
    """One report on selection and appointment that came in, as to the 12380 line."""

    id: Known[str] = fact(*_ITEM)
    about: Known[str] = fact("反映对象", "反映的是谁或者哪个单位", "whom or which unit it is about")
    on_selection: Known[bool] = fact(
        "选人用人类", "是否反映选人用人问题", "whether it is about selection and appointment"
    )
    received_on: Known[Date] = fact("收到日期", "收到的日期", "date on which it came in")
    accepted_on: Maybe[Date] = fact(
        "受理日期", "受理的日期；空值表示没有受理", "date of acceptance; null: not accepted"
    )
    category: Maybe[str] = fact("分类", "分类办理的类别；空值表示没有分类", "class of handling; null: not classified")
    handled_on: Maybe[Date] = fact("办结日期", "办结的日期；空值表示没有办结", "date of conclusion; null: still open")
    handled_by: Maybe[str] = fact("办理单位", "办理的单位；空值表示没有交办", "who handles it; null: nobody yet")
    outcome: Maybe[str] = fact("处理结果", "处理结果；空值表示没有", "outcome; null: none yet")
