"""Classes, school terms and training plans: the heads of such records and what they are made of."""

from __future__ import annotations

from decimal import Decimal  # noqa: TC003 - pydantic reads the annotations when it runs

from cadre_rules.feel.values import Date  # noqa: TC001
from cadre_rules.vocabulary.enums.supervision import TRAINING
from cadre_rules.vocabulary.enums.work import LEARNING, LESSON, SCHOOL
from cadre_rules.vocabulary.section import Known, Maybe, Section, fact

_ID = ("编号", "编号，在使用单位内唯一", "number, unique within the site")
_PLACE = ("所属地区", "适用哪个地方的政策：地方政策包声明的地区", "whose policies apply: the jurisdiction of a pack")


class TrainingClass(Section, zh="班次", en="class"):
    """A class or training programme."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "班次或者培训项目的名称", "name of the class or programme")
    jurisdiction: Known[str] = fact(*_PLACE)
    kind: Known[str] = fact("培训类别", "主体班次、行业培训等", "main class, sector training …", TRAINING)
    body: Known[str] = fact("培训机构", "举办机构", "who holds it")
    school_kind: Known[str] = fact("党校层级", "举办机构是哪一级党校", "which kind of school holds it", SCHOOL)
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    end: Maybe[Date] = fact("结束日期", "最后一日；空值表示尚未确定", "last day; null: not fixed yet")
    organisational_need: Known[bool] = fact(
        "组织需求", "是否结合组织需求", "whether it meets a need of the organisation"
    )
    post_need: Known[bool] = fact("岗位需求", "是否结合岗位需求", "whether it meets a need of the post")
    personal_need: Known[bool] = fact("个人需求", "是否结合个人需求", "whether it meets a need of the person")
    school_teachers: Known[bool] = fact("专职教师", "是否有党校专职教师授课", "whether the school's own teachers teach")
    special_teachers: Known[bool] = fact("特聘教师", "是否有特聘教师授课", "whether specially engaged teachers teach")
    practical: Known[bool] = fact("实操型", "是否实操型专题培训", "whether it is practical training on a subject")
    case_simulation: Known[bool] = fact("案例式模拟训练", "是否采用案例式“模拟训练”", "whether case studies are used")
    scene_interaction: Known[bool] = fact(
        "情景式互动训练", "是否采用情景式“互动训练”", "whether scenes are played interactively"
    )
    combat_simulation: Known[bool] = fact(
        "实战式仿真训练", "是否采用实战式“仿真训练”", "whether real work is simulated"
    )
    deduction_innovation: Known[bool] = fact(
        "推演式创新训练", "是否采用推演式“创新训练”", "whether scenarios are worked through"
    )
    first_hand_demonstration: Known[bool] = fact(
        "现身说法式示范训练", "是否采用现身说法式“示范训练”", "whether those who did it demonstrate"
    )


class Lesson(Section, zh="课程", en="lesson", sorted_by=("id",), keyed_by=("id",)):
    """One lesson of a class."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    class_id: Maybe[str] = fact(
        "班次编号", "属于哪一班次；空值表示档案所指的班次", "which class; null: the class of the record"
    )
    main_class: Known[bool] = fact("主体班次课程", "是否主体班次的课程", "whether a lesson of a main class")
    title: Known[str] = fact("课程名称", "课程名称", "name of the lesson")
    kind: Known[str] = fact("课程类别", "理论教育、党性教育等", "theory, Party spirit …", LESSON)
    hours: Known[Decimal] = fact("学时", "学时数", "hours", minimum=0, whole=False)
    by_leading_cadre: Known[bool] = fact("领导干部讲课", "是否由领导干部讲授", "whether a leading cadre teaches it")
    new_thought: Known[bool] = fact(
        "新思想课程",
        "是否习近平新时代中国特色社会主义思想课程",
        "whether on Xi Jinping Thought on Socialism with Chinese Characteristics for a New Era",
    )
    first: Known[bool] = fact("首课", "是否首课", "whether the first lesson")
    main: Known[bool] = fact("主课", "是否主课", "whether a main lesson")
    required: Known[bool] = fact("必修课", "是否必修课", "whether a required lesson")


class SchoolTerm(Section, zh="学期", en="school term"):
    """A term of a Party school."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "学期名称", "name of the term")
    jurisdiction: Known[str] = fact(*_PLACE)
    school: Known[str] = fact("学校", "党校名称", "name of the school")
    school_kind: Known[str] = fact("党校层级", "哪一级党校", "which kind of school", SCHOOL)
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    end: Known[Date] = fact("结束日期", "最后一日", "last day")


class TrainingPlan(Section, zh="培训计划", en="training plan"):
    """A training plan."""

    id: Known[str] = fact(*_ID)
    name: Known[str] = fact("名称", "计划名称", "name of the plan")
    jurisdiction: Known[str] = fact(*_PLACE)
    start: Known[Date] = fact("起始日期", "第一日", "first day")
    end: Known[Date] = fact("结束日期", "最后一日", "last day")


class Learning(Section, zh="学习安排", en="learning", sorted_by=("id",), keyed_by=("id",)):
    """One part of a training plan."""

    id: Known[str] = fact("编号", "本项编号，在本列表内唯一", "number of this item, unique within the list")
    way: Known[str] = fact(
        "学习方式", "工作中学习、向他人学习或者正式的培训", "at work, from others or formal", LEARNING
    )
    title: Known[str] = fact("名称", "内容", "what is learnt")
    hours: Known[Decimal] = fact("学时", "学时数", "hours", minimum=0, whole=False)
