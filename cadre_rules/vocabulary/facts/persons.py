"""Who the person is: identity, education, titles, family. No rule stands here."""

from __future__ import annotations

from cadre_rules.feel.values import Date  # noqa: TC001 - pydantic reads the annotations when it runs
from cadre_rules.vocabulary.enums.persons import (
    DEGREE,
    EDUCATION_LEVEL,
    EDUCATION_MODE,
    MANAGED_BY,
    PERSON_KIND,
    POLITICAL_STATUS,
    SEX,
    TITLE_LEVEL,
)
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact


class Person(Section, zh="人员", en="person"):
    """The person."""

    id: Known[str] = fact("编号", "人员编号，在使用单位内唯一", "number of the person, unique within the site")
    name: Known[str] = fact("姓名", "姓名", "name")
    sex: Known[str] = fact("性别", "登记的性别", "sex as registered", SEX)
    birth_date: Known[Date] = fact("出生日期", "档案认定的出生日期", "date of birth as the archive has it")
    ethnicity: Known[str] = fact("民族", "民族", "ethnic group")
    native_place: Known[str] = fact("籍贯", "籍贯", "native place")
    birthplace: Known[str] = fact("出生地", "出生地", "place of birth")
    growing_up_place: Known[str] = fact(
        "成长地", "成长地，用于任职回避", "place of growing up, for avoidance in appointment"
    )
    identity_number: Known[str] = fact("身份证号", "公民身份号码", "citizen identity number")
    political_status: Known[str] = fact("政治面貌", "政治面貌", "political status", POLITICAL_STATUS)
    party_joined_on: Maybe[Date] = fact(
        "入党日期",
        "加入中国共产党的日期；空值表示不是党员",
        "date of joining the Party; null: not a Party member",
    )
    work_started_on: Known[Date] = fact("参加工作日期", "参加工作的日期", "date of starting work")
    health: Known[str] = fact("健康状况", "健康状况", "health")
    kind: Known[str] = fact("人员类别", "公务员、事业单位工作人员等", "civil servant, institution staff …", PERSON_KIND)
    jurisdiction: Known[str] = fact(
        "所属地区",
        "适用哪个地方的政策：地方政策包声明的地区",
        "whose policies apply: the jurisdiction that a pack declares",
    )
    managed_by: Known[str] = fact("管理权限", "按干部管理权限由哪一级管理", "which level manages the cadre", MANAGED_BY)
    selected_graduate: Known[bool] = fact("选调生", "是否选调生", "whether a selected graduate")
    selected_on: Maybe[Date] = fact(
        "选调日期",
        "录用为选调生的日期；空值表示不是选调生",
        "date of selection; null: not a selected graduate",
    )
    registered_on: Maybe[Date] = fact(
        "公务员登记日期",
        "公务员登记日期；空值表示未登记",
        "date of registration as a civil servant; null: not registered",
    )
    present_title: Maybe[str] = fact(
        "现任职务",
        "现任职务名称，按填报内容；空值表示没有职务",
        "present post as it was filled in; null: none",
    )
    technical_title: Maybe[str] = fact(
        "专业技术职务", "专业技术职务；空值表示没有", "technical post or title; null: none"
    )
    specialty: Maybe[str] = fact(
        "专长", "熟悉专业有何专长；空值表示没有填写内容", "what the person is versed in; null: none"
    )
    retirement_due_on: Known[Date] = fact("到龄退休日期", "达到退休年龄的日期", "date of reaching retirement age")
    retired_on: Maybe[Date] = fact("退休日期", "退休的日期；空值表示未退休", "date of retirement; null: not retired")
    unable_since: Maybe[Date] = fact(
        "不能履职起始日期",
        "因健康原因自何日起不能正常履行职责；空值表示没有这种情况",
        "date since which health keeps the person from the duties; null: it does not",
    )
    wage_step_from: Known[Date] = fact(
        "工资档次起算日期", "现工资档次自何日起执行", "date from which the present wage step holds"
    )
    wage_grade_from: Known[Date] = fact("级别起算日期", "现级别自何日起执行", "date from which the present grade holds")


class Education(Section, zh="学历", en="education", sorted_by=("id",), keyed_by=("id",)):
    """One education."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    study_mode: Known[str] = fact("学习形式", "全日制教育或在职教育", "full-time or in service", EDUCATION_MODE)
    level: Known[str] = fact("学历层次", "学历层次", "level of education", EDUCATION_LEVEL)
    degree: Maybe[str] = fact("学位", "学位；空值表示没有学位", "degree; null: none", DEGREE)
    school: Known[str] = fact("毕业院校", "毕业院校和院系", "school and department")
    specialty: Known[str] = fact("专业", "所学专业", "specialty studied")
    matches_post: Known[bool] = fact(
        "专业对口",
        "所学专业是否与拟任岗位专业相似或者对口",
        "whether it is similar to or matches what the proposed post asks for",
    )
    started_on: Known[Date] = fact("入学日期", "入学日期", "date of entry")
    graduated_on: Maybe[Date] = fact("毕业日期", "毕业日期；空值表示尚未毕业", "date of graduation; null: not yet")


class Title(Section, zh="职称", en="professional title", sorted_by=("obtained_on",), keyed_by=("id",)):
    """One professional title."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    title: Known[str] = fact("职称名称", "职称名称", "name of the title")
    level: Known[str] = fact("职称级别", "职称级别", "level of the title", TITLE_LEVEL)
    obtained_on: Known[Date] = fact("取得日期", "取得职称的日期", "date of obtaining it")
    reviewed: Known[bool] = fact(
        "经过考评准入", "聘用前是否经过职称资格考评", "whether the review before entry was passed"
    )


class Relative(Section, zh="家庭成员", en="relative", sorted_by=("id",), keyed_by=("id",)):
    """One family member or important social relation, as forms list them."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    relation: Known[str] = fact("称谓", "与本人的关系", "relation to the person")
    name: Known[str] = fact("姓名", "姓名", "name")
    birth_date: Known[Date] = fact("出生日期", "出生日期", "date of birth")
    politics: Known[str] = fact("政治面貌", "政治面貌，按填报内容", "political status, as it was filled in")
    work: Known[str] = fact("工作单位及职务", "工作单位及职务", "unit and post")
