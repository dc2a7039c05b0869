"""Every fact, list and closed vocabulary that policies and records may name, in both languages."""

from cadre_rules.vocabulary.section import Fact, Known, Maybe, Section, context_type, list_type
from cadre_rules.vocabulary.subjects import ENUMERATIONS, ROOTS, SECTIONS, SUBJECTS, Root

__all__ = [
    "ENUMERATIONS",
    "ROOTS",
    "SECTIONS",
    "SUBJECTS",
    "Fact",
    "Known",
    "Maybe",
    "Root",
    "Section",
    "context_type",
    "list_type",
]
