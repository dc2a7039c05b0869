"""Every fact, list and closed vocabulary that policies and records may name, in both languages."""

from cadre_rules.vocabulary.section import Fact, Known, Maybe, Section, context_type, list_type
from cadre_rules.vocabulary.sections import ROOTS, SECTIONS, Root
from cadre_rules.vocabulary.subjects import ENUMERATIONS, KINDS, SUBJECTS, SubjectKind

__all__ = [
    "ENUMERATIONS",
    "KINDS",
    "ROOTS",
    "SECTIONS",
    "SUBJECTS",
    "Fact",
    "Known",
    "Maybe",
    "Root",
    "Section",
    "SubjectKind",
    "context_type",
    "list_type",
]
