"""The typed model of a whole record, for Python programs: `record.model.posts[0].start`.

In: canonical FEEL values. Out: frozen pydantic models; a list that was not given is UNKNOWN. The sections and
their facts are declared in `cadre_rules.vocabulary`; here they are only put together.
"""
# ruff: noqa: TC001 - pydantic reads the annotations when it runs

from __future__ import annotations

from pydantic import BaseModel, ConfigDict

from cadre_rules.feel.values import UNKNOWN
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
from cadre_rules.vocabulary.section import Known


class CadreRecord(BaseModel):
    """Everything that is on record about one person, lists in their declared order."""

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
