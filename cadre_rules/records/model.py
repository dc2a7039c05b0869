"""The typed model of a whole record, for Python programs: `record.model.posts[0].start`.

In: canonical FEEL values. Out: frozen pydantic models; a list that was not given is UNKNOWN. The sections and
their facts are declared in `cadre_rules.vocabulary`; here they are only put together.
"""
# ruff: noqa: TC001 - pydantic reads the annotations when it runs

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from cadre_rules.feel.values import UNKNOWN
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
from cadre_rules.vocabulary.section import Known


class RecordModel(BaseModel):
    """Everything that one record says, about whatever subject; lists in their declared order."""

    model_config = ConfigDict(extra="forbid", frozen=True, strict=True, arbitrary_types_allowed=True)

    person: Person = Person()
    education: Known[tuple[Education, ...]] = UNKNOWN
    titles: Known[tuple[Title, ...]] = UNKNOWN
    family: Known[tuple[Relative, ...]] = UNKNOWN
    posts: Known[tuple[Post, ...]] = UNKNOWN
    ranks: Known[tuple[Rank, ...]] = UNKNOWN
    employment: Known[tuple[Employment, ...]] = UNKNOWN
    assessments: Known[tuple[Assessment, ...]] = UNKNOWN
    sanctions: Known[tuple[Sanction, ...]] = UNKNOWN
    measures: Known[tuple[OrganisationalMeasure, ...]] = UNKNOWN
    awards: Known[tuple[Award, ...]] = UNKNOWN
    training: Known[tuple[Training, ...]] = UNKNOWN
    talks: Known[tuple[Talk, ...]] = UNKNOWN
    inspections: Known[tuple[Inspection, ...]] = UNKNOWN
    reports: Known[tuple[Report, ...]] = UNKNOWN
    leave: Known[tuple[Leave, ...]] = UNKNOWN
    care: Known[tuple[Care, ...]] = UNKNOWN
    updates: Known[tuple[Update, ...]] = UNKNOWN
    pools: Known[tuple[PoolMembership, ...]] = UNKNOWN
    consents: Known[tuple[Consent, ...]] = UNKNOWN
    determinations: Known[tuple[Determination, ...]] = UNKNOWN
    proposal: Proposal = Proposal()
    incidents: Known[tuple[Incident, ...]] = UNKNOWN
    life_events: Known[tuple[LifeEvent, ...]] = UNKNOWN
    entries: Known[tuple[Entry, ...]] = UNKNOWN
    materials: Known[tuple[Material, ...]] = UNKNOWN
    party_points: Known[tuple[Points, ...]] = UNKNOWN
    steps: Known[tuple[TakenStep, ...]] = UNKNOWN
    marks: Known[tuple[Mark, ...]] = UNKNOWN
    tasks: Known[tuple[Task, ...]] = UNKNOWN
    training_class: TrainingClass = TrainingClass()
    lessons: Known[tuple[Lesson, ...]] = UNKNOWN
    school_term: SchoolTerm = SchoolTerm()
    training_plan: TrainingPlan = TrainingPlan()
    learning: Known[tuple[Learning, ...]] = UNKNOWN
    unit: Unit = Unit()
    cohort: Cohort = Cohort()
    members: Known[tuple[Member, ...]] = UNKNOWN
    unit_posts: Known[tuple[UnitPost, ...]] = UNKNOWN
    demands: Known[tuple[Demand, ...]] = UNKNOWN
    elements: Known[tuple[Element, ...]] = UNKNOWN
    links: Known[tuple[Link, ...]] = UNKNOWN
    findings: Known[tuple[Finding, ...]] = UNKNOWN
    liaisons: Known[tuple[Liaison, ...]] = UNKNOWN
    reviews: Known[tuple[Review, ...]] = UNKNOWN
    moves: Known[tuple[Move, ...]] = UNKNOWN
    allocations: Known[tuple[Allocation, ...]] = UNKNOWN
    major_decision: MajorDecision = MajorDecision()
    selection: Selection = Selection()
    appointment: Appointment = Appointment()
    problems: Known[tuple[Problem, ...]] = UNKNOWN
    transfer: Transfer = Transfer()
    project: Project = Project()
    competition: Competition = Competition()
    candidates: Known[tuple[Candidate, ...]] = UNKNOWN
    rectification: Rectification = Rectification()
    rectification_items: Known[tuple[RectificationItem, ...]] = UNKNOWN
    received_reports: Known[tuple[ReceivedReport, ...]] = UNKNOWN
