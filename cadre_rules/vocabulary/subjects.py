"""What a policy may name: the root scope of each subject, derived from the declared sections.

In: the sections. Out: `SECTIONS` (the roots of a record and their models), `SUBJECTS` (the scope of each
subject), `ENUMERATIONS`. It must not know how records are read or what policies ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import (
    DATE,
    NUMBER,
    ContextType,
    Enumeration,
    Field,
    ListType,
    Type,
    strip_optional,
)
from cadre_rules.vocabulary.facts.assessments import Assessment, Award, Leave, Training
from cadre_rules.vocabulary.facts.matters import Consent, Determination, Incident, PoolMembership, Proposal
from cadre_rules.vocabulary.facts.persons import Education, Person, Relative, Title
from cadre_rules.vocabulary.facts.posts import Employment, Post, Rank
from cadre_rules.vocabulary.facts.supervision import (
    Care,
    Inspection,
    OrganisationalMeasure,
    Report,
    Sanction,
    Talk,
    Update,
)
from cadre_rules.vocabulary.section import Section, context_type, list_type

if TYPE_CHECKING:
    from collections.abc import Iterator


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
)
ROOTS: dict[str, Root] = {root.en: root for root in SECTIONS}

_PRESENT_INCIDENT = Field(
    "incident",
    "本事项",
    context_type(Incident),
    Text("所评判的事项，为「事项」中的一项", "the incident that is judged: one of the incidents"),
)
_RECORD = tuple(root.field for root in SECTIONS)

SUBJECTS: dict[str, ContextType] = {
    "cadre": ContextType(_RECORD, Text("干部", "cadre")),
    "incident": ContextType((*_RECORD, _PRESENT_INCIDENT), Text("事项", "incident")),
}


def _enumerations(type_: Type) -> Iterator[Enumeration]:
    """Yield every enumeration that occurs in a type."""
    type_ = strip_optional(type_)
    if isinstance(type_, Enumeration):
        yield type_
    elif isinstance(type_, ListType):
        yield from _enumerations(type_.item)
    elif isinstance(type_, ContextType):
        for field in type_.fields:
            yield from _enumerations(field.type)


ENUMERATIONS: dict[str, Enumeration] = {
    found.name: found for subject in SUBJECTS.values() for found in _enumerations(subject)
}
