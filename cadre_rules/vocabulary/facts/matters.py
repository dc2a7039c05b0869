"""What is proposed, what happened, and what people have determined or consented to."""

from __future__ import annotations

from cadre_rules.feel.values import Date  # noqa: TC001 - pydantic reads the annotations when it runs
from cadre_rules.vocabulary.enums.posts import CHANGE, ENTRY, POST_LEVEL, RANK, UNIT_KIND
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class Consent(Section, zh="意愿", en="consent", sorted_by=("on",), keyed_by=("id",)):
    """What the person has consented to or refused."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    matter: Known[str] = fact("认定项", "同意或者不同意的是哪一项（标识）", "the matter, by its identifier")
    consents: Known[bool] = fact("同意", "本人是否同意", "whether the person consents")
    on: Known[Date] = fact("意愿日期", "表示意愿的日期", "date of saying so")


class Determination(Section, zh="认定", en="determination", sorted_by=("on",), keyed_by=("id",)):
    """A judgement that people made; it counts only where who, when and on what basis are all on record."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    matter: Known[str] = fact("认定项", "认定的是哪一项（政策规定的标识）", "the matter, by the policies' identifier")
    outcome: Known[str] = fact("结论", "认定的结论（政策规定的标识）", "the outcome, by the policies' identifier")
    on: Known[Date] = fact("认定日期", "结论确认的日期", "date on which it was confirmed")
    by: Known[str] = fact("认定主体", "由谁认定", "who determined it")
    basis: Known[str] = fact("依据", "依据的证据或者材料", "the evidence or document it rests on")
    incident: Maybe[str] = fact(
        "所涉事项",
        "认定的是哪一事项（事项编号）；空值表示认定的是本人",
        "id of the incident; null: it is on the person",
    )


class Incident(Section, zh="事项", en="incident", sorted_by=("occurred_on",), keyed_by=("id",)):
    """Something that happened in the person's work and has to be judged."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    title: Known[str] = fact("名称", "事项名称", "name of the incident")
    occurred_on: Known[Date] = fact("发生日期", "发生日期", "date on which it happened")
    discovered_on: Maybe[Date] = fact("发现日期", "发现日期；空值表示尚未发现问题", "date of discovery; null: not yet")
    concluded_on: Maybe[Date] = fact(
        "办结日期",
        "调查处理办结的日期；空值表示尚未办结",
        "date on which handling was concluded; null: still open",
    )
    unit: Known[str] = fact("单位", "发生单位", "unit")
    description: Known[str] = fact("情况", "基本情况", "what happened")


class Proposal(Section, zh="拟任事项", en="proposal"):
    """What is proposed for the person, and the steps of the procedure so far."""

    kind: Known[str] = fact("变动类别", "提拔、重用、平级调整等", "promotion, further use, lateral move …", CHANGE)
    post: Known[str] = fact("岗位", "拟任岗位的标识", "identity of the proposed post")
    unit: Known[str] = fact("单位", "拟任职单位", "unit of the proposed post")
    unit_kind: Known[str] = fact("单位类别", "拟任职单位的类别", "kind of that unit", UNIT_KIND)
    title: Maybe[str] = fact("拟任职务", "拟任职务名称；空值表示不拟任职", "proposed title; null: none is proposed")
    removed_title: Maybe[str] = fact("拟免职务", "拟免职务名称；空值表示不拟免职", "title to be removed; null: none")
    level: Known[str] = fact("职务层次", "拟任职务的层次", "level of the proposed post", POST_LEVEL)
    entry: Known[str] = fact("进入方式", "拟以何种方式进入", "how the post is to be entered", ENTRY)
    from_level: Known[str] = fact("现职务层次", "现任职务的层次", "level of the present post", POST_LEVEL)
    leading: Known[bool] = fact("领导职务", "拟任的是否领导职务", "whether a leading post is proposed")
    exceptional: Known[bool] = fact("破格", "是否破格", "whether an exceptional promotion")
    exceptional_in_years: Known[bool] = fact(
        "年限破格", "是否在任职年限上破格", "whether with fewer years than are asked for"
    )
    rank: Known[str] = fact("拟晋升职级", "拟晋升的职级", "rank that is proposed", RANK)
    place: Known[str] = fact("任职地", "拟任职务所在地（市、县）", "city or county of the proposed post")
    avoids_home: Known[bool] = fact(
        "地域回避职务",
        "拟任的是否须实行地域回避的职务",
        "whether the proposed post must not be held where one grew up",
    )
    reason: Known[str] = fact("任免理由", "任免理由", "reason")
    specialty: Known[str] = fact("所需专业", "拟任岗位所需专业", "specialty that the post asks for")
    submitted_by: Known[str] = fact("呈报单位", "呈报单位", "reporting unit")
    filled_on: Known[Date] = fact("填表日期", "填表日期", "date of filling in the form")
    filled_by: Known[str] = fact("填表人", "填表人", "who filled in the form")
    age_counted_on: Known[Date] = fact("年龄计算日期", "计算年龄的日期", "date on which ages are counted")
    motion_on: Maybe[Date] = fact("动议日期", "动议日期；空值表示没有动议", "date of the motion; null: none")
    nominated_on: Maybe[Date] = fact(
        "初始提名日期", "初始提名日期；空值表示没有", "date of the initial nomination; null: none"
    )
    recommended_on: Maybe[Date] = fact(
        "民主推荐日期", "民主推荐日期；空值表示没有", "date of the democratic recommendation; null: none"
    )
    inspected_on: Maybe[Date] = fact(
        "组织考察日期", "组织考察日期；空值表示没有", "date of the organisational inspection; null: none"
    )
    archive_reviewed_on: Maybe[Date] = fact(
        "档案审核日期", "干部档案审核日期；空值表示没有", "date of the archive review; null: none"
    )
    personal_matters_verified_on: Maybe[Date] = fact(
        "个人有关事项查核日期",
        "个人有关事项报告查核日期；空值表示没有",
        "date of verifying the report of personal matters; null: none",
    )
    discipline_opinion_on: Maybe[Date] = fact(
        "纪检监察意见日期",
        "听取纪检监察机关意见的日期；空值表示没有",
        "date of hearing the discipline body's opinion; null: none",
    )
    letters_checked_on: Maybe[Date] = fact(
        "信访核查日期",
        "线索具体的信访举报核查日期；空值表示没有",
        "date of checking concrete letters; null: none",
    )
    decided_on: Maybe[Date] = fact(
        "会议决定日期", "会议讨论决定的日期；空值表示没有", "date of the meeting decision; null: none"
    )
    notice_from: Maybe[Date] = fact(
        "公示开始日期", "任前公示第一日；空值表示没有公示", "first day of the public notice; null: none"
    )
    notice_to: Maybe[Date] = fact(
        "公示结束日期", "任前公示最后一日；空值表示没有公示", "last day of the public notice; null: none"
    )


class PoolMembership(Section, zh="后备库", en="pool membership", sorted_by=("joined_on",), keyed_by=("id",)):
    """One membership in a reserve pool or list."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    pool: Known[str] = fact("库名", "储备库或者名单的标识", "identifier of the pool or list")
    joined_on: Known[Date] = fact("入库日期", "入库日期", "date of entry")
    left_on: Maybe[Date] = fact("出库日期", "出库日期；空值表示仍在库", "date of leaving; null: still in it")
    reason: Maybe[str] = fact("事由", "入库的理由；空值表示没有写明", "reason for entry; null: none is stated")
