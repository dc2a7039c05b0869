"""The sections of a record: the name, the model and the meaning of each.

In: the declared models. Out: `SECTIONS`, and `ROOTS` by name. It must not know whom or what a record is about.
"""

from __future__ import annotations

from dataclasses import dataclass

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import (
    DATE,
    NUMBER,
    ContextType,
    Field,
    ListType,
)
from cadre_rules.vocabulary.facts.assessments import Assessment, Award, Leave, Training
from cadre_rules.vocabulary.facts.learning import Learning, Lesson, SchoolTerm, TrainingClass, TrainingPlan
from cadre_rules.vocabulary.facts.matters import Consent, Determination, Incident, PoolMembership, Proposal
from cadre_rules.vocabulary.facts.persons import Education, Person, Relative, Title
from cadre_rules.vocabulary.facts.posts import Employment, Post, Rank
from cadre_rules.vocabulary.facts.procedures import (
    Appointment,
    Candidate,
    Competition,
    MajorDecision,
    Problem,
    Project,
    ReceivedReport,
    Rectification,
    RectificationItem,
    Selection,
    Transfer,
)
from cadre_rules.vocabulary.facts.supervision import (
    Care,
    Inspection,
    OrganisationalMeasure,
    Report,
    Sanction,
    Talk,
    Update,
)
from cadre_rules.vocabulary.facts.units import (
    Allocation,
    Cohort,
    Demand,
    Element,
    Finding,
    Liaison,
    Link,
    Member,
    Move,
    Review,
    Unit,
    UnitPost,
)
from cadre_rules.vocabulary.facts.work import Entry, LifeEvent, Mark, Material, Points, TakenStep, Task
from cadre_rules.vocabulary.section import Section, context_type, list_type


@dataclass(frozen=True, slots=True)
class Root:
    """A section at the root of a record: both names, its model, whether it is a list, what it holds."""

    en: str
    zh: str
    model: type[Section]
    is_list: bool
    doc: Text

    @property
    def type(self) -> ContextType | ListType:
        """The FEEL type of the section."""
        return list_type(self.model) if self.is_list else self.context

    @property
    def context(self) -> ContextType:
        """The FEEL type of the section, or of an item of its list."""
        return context_type(self.model)

    @property
    def order_field(self) -> Field:
        """The field by which the list is sorted first; `StopIteration` if it is no list."""
        return next(f for f in self.context.fields if f.en in self.model.order[:1])

    @property
    def has_times(self) -> bool:
        """Whether the list is sorted by a date or a year, so that it can be complete from one on."""
        return self.is_list and self.order_field.type in (DATE, NUMBER)

    @property
    def field(self) -> Field:
        """The section as an entry of the root scope."""
        return Field(self.en, self.zh, self.type, self.doc)


def _one(en: str, zh: str, model: type[Section], doc_zh: str, doc_en: str) -> Root:
    return Root(en, zh, model, False, Text(doc_zh, doc_en))


def _many(en: str, zh: str, model: type[Section], doc_zh: str, doc_en: str) -> Root:
    return Root(en, zh, model, True, Text(doc_zh, doc_en))


SECTIONS: tuple[Root, ...] = (
    _one("person", "人员", Person, "人员基本情况", "the person"),
    _many("education", "学历", Education, "学历学位", "education and degrees"),
    _many("titles", "职称", Title, "专业技术职称", "professional titles"),
    _many("family", "家庭成员", Relative, "家庭成员及主要社会关系", "family and important social relations"),
    _many("posts", "任职经历", Post, "各段任职，按起始日期排列", "posts held, by first day"),
    _many("ranks", "职级", Rank, "各段职级，按起始日期排列", "ranks held, by first day"),
    _many("employment", "上岗情况", Employment, "试岗、上岗、待岗情况", "trial, on post, awaiting post"),
    _many("assessments", "考核", Assessment, "各次考核，按年度排列", "assessments, by year"),
    _many("sanctions", "处分", Sanction, "政务处分和党纪处分", "governmental and Party sanctions"),
    _many(
        "measures",
        "组织措施",
        OrganisationalMeasure,
        "提醒、函询、诫勉、提示函和组织处理",
        "reminders, letters of inquiry, admonitions, notice letters and organisational treatment",
    ),
    _many("awards", "奖励", Award, "奖励", "awards"),
    _many("training", "培训", Training, "培训", "training"),
    _many("talks", "谈话", Talk, "谈话、回访和家访", "talks and visits"),
    _many("inspections", "考察", Inspection, "考察、评定、检查和审核", "inspections, evaluations and reviews"),
    _many("reports", "报告", Report, "个人有关事项报告、请示报告和举报", "reports of and about the person"),
    _many("leave", "休假", Leave, "各年度年休假", "annual leave by year"),
    _many("care", "关怀", Care, "关怀慰问", "acts of care"),
    _many("updates", "信息更新", Update, "干部信息的更新", "updates of the record"),
    _many("pools", "后备库", PoolMembership, "储备库和名单", "reserve pools and lists"),
    _many("consents", "意愿", Consent, "本人意愿", "what the person consents to"),
    _many("determinations", "认定", Determination, "由组织或者人员作出的认定", "judgements that people made"),
    _one("proposal", "拟任事项", Proposal, "拟任免的职务和程序", "what is proposed, and its procedure"),
    _many("incidents", "事项", Incident, "需要评判的事项", "matters that have to be judged"),
    _many("life_events", "生活事件", LifeEvent, "生病住院、去世等", "hospital stays, death"),
    _many("entries", "纪实", Entry, "德才表现和工作实绩纪实", "the running record of conduct and results"),
    _many("materials", "档案材料", Material, "干部档案的材料", "documents of the personnel archive"),
    _many("party_points", "党员积分", Points, "党员积分", "points of a Party member"),
    _many("steps", "步骤", TakenStep, "程序的各步骤", "steps of procedures"),
    _many("marks", "评分", Mark, "评分", "marks"),
    _many("tasks", "任务", Task, "任务和措施", "tasks and measures"),
    _one("training_class", "班次", TrainingClass, "班次或者培训项目", "the class or training programme"),
    _many("lessons", "课程", Lesson, "课程", "lessons"),
    _one("school_term", "学期", SchoolTerm, "党校的学期", "the term of a Party school"),
    _one("training_plan", "培训计划", TrainingPlan, "培训计划", "the training plan"),
    _many("learning", "学习安排", Learning, "培训计划的各项学习安排", "the parts of a training plan"),
    _one("unit", "本单位", Unit, "单位或者领导班子", "the unit, or its leading team"),
    _one("cohort", "群体", Cohort, "一并统计的群体", "the group that is counted together"),
    _many("members", "成员", Member, "单位或者群体的成员", "the people of the unit or cohort"),
    _many("unit_posts", "岗位设置", UnitPost, "单位设置的岗位", "the posts that the unit has"),
    _many("demands", "招录需求", Demand, "招录需求", "recruitment demands"),
    _many("elements", "班子要素", Element, "班子成员和人选具备的要素", "elements that members and candidates have"),
    _many("links", "联动", Link, "监督联动机制的运行", "uses of the linked supervision"),
    _many("findings", "监督信息", Finding, "各监督单位提供的信息", "what the bodies of supervision found"),
    _many("liaisons", "联系点", Liaison, "干部工作联系点", "units that a cadre is sent to guide"),
    _many("reviews", "评议检查", Review, "选人用人评议和检查", "reviews of selection and appointment"),
    _many("moves", "流动", Move, "干部流动", "moves of cadres"),
    _many("allocations", "资源配置", Allocation, "资源配置", "resources and where they are"),
    _one("major_decision", "重大决策", MajorDecision, "决策事项", "the decision"),
    _one("selection", "选拔任用", Selection, "一次选拔任用", "one selection and appointment"),
    _one("appointment", "任用", Appointment, "一次任用", "one appointment"),
    _many("problems", "问题", Problem, "所发现的问题", "problems that were found"),
    _one("transfer", "人员调配", Transfer, "一次人员调配", "one transfer"),
    _one("project", "项目", Project, "项目", "the project"),
    _one("competition", "竞争性选拔", Competition, "一次竞争性选拔", "one competitive selection"),
    _many("candidates", "候选人", Candidate, "候选人", "the candidates"),
    _one("rectification", "整改工作", Rectification, "一个单位的整改工作", "the rectification in one unit"),
    _many("rectification_items", "整改事项", RectificationItem, "各整改事项", "findings that have to be rectified"),
    _many("received_reports", "信访举报", ReceivedReport, "收到的信访举报", "reports that came in"),
)
ROOTS: dict[str, Root] = {root.en: root for root in SECTIONS}
