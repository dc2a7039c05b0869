"""Faults and how they are told: bilingual text, positions, diagnostics, the exception family."""

from cadre_rules.diagnostics.diagnostic import Diagnostic, Message, display_width
from cadre_rules.diagnostics.errors import (
    CadreRulesError,
    DocumentError,
    FeelError,
    FeelSyntaxError,
    FeelTypeError,
    PolicyError,
    RecordError,
    UsageError,
)
from cadre_rules.diagnostics.position import Position
from cadre_rules.diagnostics.suggestions import nearest
from cadre_rules.diagnostics.text import DEFAULT_LANGUAGE, LANGUAGES, Language, Text

__all__ = [
    "DEFAULT_LANGUAGE",
    "LANGUAGES",
    "CadreRulesError",
    "Diagnostic",
    "DocumentError",
    "FeelError",
    "FeelSyntaxError",
    "FeelTypeError",
    "Language",
    "Message",
    "PolicyError",
    "Position",
    "RecordError",
    "Text",
    "UsageError",
    "display_width",
    "nearest",
]
