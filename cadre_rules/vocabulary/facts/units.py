"""Units and cohorts: the heads of such records, their people, posts and resources."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.persons import (
    DEGREE,
    EDUCATION_LEVEL,
    MANAGED_BY,
    PERSON_KIND,
    POLITICAL_STATUS,
    SEX,
    TITLE_LEVEL,
)
from cadre_rules.vocabulary.enums.posts import CHANGE, ENTRY, POST_LEVEL, RANK, UNIT_KIND
from cadre_rules.vocabulary.enums.supervision import GRADE
from cadre_rules.vocabulary.enums.work import DEPARTURE, RESOURCE, REVIEW
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact

_ID = ("编号", "编号，在使用单位内唯一", "number, unique within the site")
_ITEM = ("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
_PLACE = ("所属地区", "适用哪个地方的政策：地方政策包声明的地区", "whose policies apply: the jurisdiction of a pack")


class Unit(Section, zh="本单位", en="unit"):
    """A unit, or its leading team."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "单位名称", "name of the unit")
    jurisdiction: Known[str] = fact(*_PLACE)
    kind: Known[str] = fact("单位类别", "单位的类别", "kind of the unit", UNIT_KIND)
    category: Maybe[str] = fact(
        "考核分类", "考核所属的区域或者部门类别；空值表示没有分类", "class for appraisal; null: not classified"
    )
    deployment: Maybe[str] = fact(
        "上级部署",
        "上级主管部门统一部署的文件；空值表示没有",
        "the superior department's deployment, by its document; null: none",
    )


class Cohort(Section, zh="群体", en="cohort"):
    """A group of people who are counted together."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "群体名称", "name of the cohort")
    jurisdiction: Known[str] = fact(*_PLACE)
    year: Known[Decimal] = fact("年度", "统计的年度", "the year that is looked at", minimum=1949)
    higher_share_approved: Known[bool] = fact(
        "提高比例获批",
        "年度考核优秀等次比例的提高是否经过批准",
        "whether a higher share of excellent grades was approved",
    )


class Member(Section, zh="成员", en="member", sorted_by=("id",), keyed_by=("id",)):
    """One person of a unit or a cohort, as its table lists them."""

    id: Known[str] = fact("编号", "人员编号，在本列表内唯一", "number of the person, unique within the list")
    name: Known[str] = fact("姓名", "姓名", "name")
    sex: Known[str] = fact("性别", "登记的性别", "sex as registered", SEX)
    birth_date: Known[Date] = fact("出生日期", "档案认定的出生日期", "date of birth as the archive has it")
    ethnicity: Known[str] = fact("民族", "民族", "ethnic group")
    political_status: Known[str] = fact("政治面貌", "政治面貌", "political status", POLITICAL_STATUS)
    kind: Known[str] = fact("人员类别", "公务员、事业单位工作人员等", "civil servant, institution staff …", PERSON_KIND)
    managed_by: Known[str] = fact("管理权限", "由哪一级管理", "which level manages the person", MANAGED_BY)
    education: Known[str] = fact("学历层次", "最高学历", "highest level of education", EDUCATION_LEVEL)
    degree: Maybe[str] = fact("学位", "最高学位；空值表示没有学位", "highest degree; null: none", DEGREE)
    specialty: Maybe[str] = fact("专业", "所学专业；空值表示没有", "specialty studied; null: none")
    title_level: Maybe[str] = fact("职称级别", "最高职称；空值表示没有", "highest title; null: none", TITLE_LEVEL)
    unit: Known[str] = fact("单位", "所在单位", "unit")
    unit_kind: Known[str] = fact("单位类别", "所在单位的类别", "kind of the unit", UNIT_KIND)
    remote_township: Known[bool] = fact("边远乡镇", "单位是否在边远乡镇", "whether the unit is in a remote township")
    title: Maybe[str] = fact("职务", "现任职务；空值表示没有职务", "present post; null: none")
    level: Known[str] = fact("职务层次", "职务层次", "post level", POST_LEVEL)
    leading: Known[bool] = fact("领导职务", "是否领导职务", "whether a leading post is held")
    rank: Maybe[str] = fact("职级名称", "现职级；空值表示没有职级", "present rank; null: none", RANK)
    front_line: Known[bool] = fact("基层一线", "是否在基层一线", "whether at the grassroots front line")
    in_team: Known[bool] = fact("班子成员", "是否现任班子成员", "whether a member of the team now")
    role: Maybe[str] = fact("角色", "在本单位或者群体中的角色；空值表示没有", "role in the unit; null: none")
    plan: Maybe[str] = fact("所属计划", "列入哪一计划；空值表示没有", "which plan the person is counted in; null: none")
    joined_on: Known[Date] = fact("进入日期", "进入本群体或者本单位的日期", "date of joining")
    left_on: Maybe[Date] = fact("离开日期", "离开的日期；空值表示仍在", "date of leaving; null: still there")
    departure: Maybe[str] = fact("离开原因", "离开的原因；空值表示仍在", "why; null: still there", DEPARTURE)
    assessed: Known[bool] = fact("参加考核", "本年度是否参加年度考核", "whether assessed in the year")
    grade: Maybe[str] = fact(
        "考核等次", "本年度的年度考核等次；空值表示没有等次", "grade in the year; null: none was given", GRADE
    )
    promoted_on: Maybe[Date] = fact(
        "提拔日期", "本年度提拔的日期；空值表示没有提拔", "date of promotion in the year; null: none"
    )
    inspected_on: Maybe[Date] = fact(
        "最近检查日期",
        "最近一次履职专项检查的日期；空值表示没有检查",
        "date of the last inspection of duty performance; null: none",
    )


class UnitPost(Section, zh="岗位设置", en="post of a unit", sorted_by=("id",), keyed_by=("id",)):
    """One post that the unit has, filled or vacant."""

    id: Known[str] = fact("编号", "岗位编号，在本列表内唯一", "number of the post, unique within the list")
    title: Known[str] = fact("岗位名称", "岗位名称", "name of the post")
    kind: Known[str] = fact("岗位类别", "岗位的类别（政策规定的名称）", "kind of post, as policies name it")
    holder: Maybe[str] = fact(
        "任职人员", "任职人员（编号或者姓名）；空值表示空缺", "who holds it; null: the post is vacant"
    )
    key_post: Known[bool] = fact("关键岗位", "是否关键岗位", "whether a key post")
    party_committee: Known[bool] = fact(
        "党组织职务", "是否村（社区）党组织职务", "whether in the Party committee of a village or community"
    )
    residents_committee: Known[bool] = fact(
        "村居委会职务", "是否村（居）民委员会职务", "whether in the villagers' or residents' committee"
    )
    duties: Maybe[str] = fact("基本职责", "基本职责；空值表示没有界定", "duties; null: not defined")
    work_flow: Maybe[str] = fact("工作流程", "工作流程；空值表示没有界定", "work flow; null: not defined")
    ability: Maybe[str] = fact("能力素质要求", "能力素质要求；空值表示没有界定", "ability required; null: not defined")
    hands_over_to: Maybe[str] = fact(
        "责任对接人", "责任对接的岗位或者人员；空值表示没有明确", "whom the work is handed to; null: not named"
    )


class Demand(Section, zh="招录需求", en="recruitment demand", sorted_by=("id",), keyed_by=("id",)):
    """How many people a unit asks for, for one kind of post."""

    id: Known[str] = fact(*_ITEM)
    post_kind: Known[str] = fact("岗位类别", "需求的岗位类别", "kind of post asked for")
    headcount: Known[Decimal] = fact("需求人数", "提出的人数", "number of people asked for", minimum=0)


class Element(Section, zh="班子要素", en="team element", sorted_by=("id",), keyed_by=("id",)):
    """One element of the team's structure that a person has."""

    id: Known[str] = fact(*_ITEM)
    member: Known[str] = fact("成员编号", "具备该要素的人员（编号）", "who has it, by id")
    element: Known[str] = fact("要素", "要素的名称", "name of the element")
    candidate: Known[bool] = fact(
        "补充人选", "是否尚未进入班子的人选", "whether that person is a candidate, not in the team yet"
    )


class Link(Section, zh="联动", en="link", sorted_by=("on",), keyed_by=("id",)):
    """One use of a mechanism that links the bodies of supervision."""

    id: Known[str] = fact(*_ITEM)
    mechanism: Known[str] = fact("机制", "哪一项机制（政策规定的名称）", "which mechanism, as the policy names it")
    on: Known[Date] = fact("运行日期", "运行的日期", "date of use")
    by: Known[str] = fact("牵头单位", "由谁牵头", "who led it")


class Finding(Section, zh="监督信息", en="finding of supervision", sorted_by=("on",), keyed_by=("id",)):
    """What one body of supervision found on a matter."""

    id: Known[str] = fact(*_ITEM)
    matter: Known[str] = fact("所涉问题", "所涉的问题（标识）", "the matter, by its identifier")
    body: Known[str] = fact("监督单位", "由谁提供", "which body found it")
    finding: Known[str] = fact("结论", "结论", "what was found")
    on: Known[Date] = fact("提供日期", "提供的日期", "date on which it was given")


class Liaison(Section, zh="联系点", en="liaison point", sorted_by=("id",), keyed_by=("id",)):
    """One unit that a cadre is sent to guide."""

    id: Known[str] = fact(*_ITEM)
    unit: Known[str] = fact("联系单位", "被联系指导的单位", "the unit that is guided")
    cadre: Maybe[str] = fact("联系干部", "联系干部；空值表示没有明确", "who guides it; null: nobody is named")
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    end: Maybe[Date] = fact("结束日期", "最后一日；空值表示仍在联系", "last day; null: still guided")


class Review(Section, zh="评议检查", en="review", sorted_by=("on",), keyed_by=("id",)):
    """One report, review or inspection of selection and appointment."""

    id: Known[str] = fact(*_ITEM)
    kind: Known[str] = fact("评议检查种类", "报告、评议或者专项检查", "report, review or inspection", REVIEW)
    year: Known[Decimal] = fact("年度", "所属年度", "the year it belongs to", minimum=1949)
    on: Known[Date] = fact("开展日期", "开展的日期", "date on which it was held")


class Move(Section, zh="流动", en="move", sorted_by=("on",), keyed_by=("id",)):
    """One move of a cadre between units."""

    id: Known[str] = fact(*_ITEM)
    member: Known[str] = fact("成员编号", "流动的是谁（编号）", "who moved, by id")
    on: Known[Date] = fact("流动日期", "流动的日期", "date of the move")
    from_unit: Known[str] = fact("原单位", "原单位", "unit left")
    from_kind: Known[str] = fact("原单位类别", "原单位的类别", "kind of the unit left", UNIT_KIND)
    to_unit: Known[str] = fact("新单位", "新单位", "unit joined")
    to_kind: Known[str] = fact("新单位类别", "新单位的类别", "kind of the unit joined", UNIT_KIND)
    way: Known[str] = fact("流动方式", "以何种方式流动", "how the move was made", ENTRY)
    change: Known[str] = fact("变动类别", "属于何种变动", "which kind of change", CHANGE)


class Allocation(Section, zh="资源配置", en="allocation", sorted_by=("year", "resource"), keyed_by=("id",)):
    """How much of a resource is at the front line in a year."""

    id: Known[str] = fact(*_ITEM)
    resource: Known[str] = fact("资源类别", "人员、装备或者物资", "staff, equipment or goods", RESOURCE)
    year: Known[Decimal] = fact("年度", "年度", "year", minimum=1949)
    front_line: Known[Decimal] = fact("一线数量", "一线的数量", "amount at the front line", minimum=0)
    total: Known[Decimal] = fact("总量", "总量", "amount in all", minimum=0)
