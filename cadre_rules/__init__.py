"""Declarative cadre personnel policy, evaluated on cadre records, with explained decisions.

>>> import cadre_rules
>>> policies = cadre_rules.load_policies("daan")
>>> policies.questions
('assessment_consequences', 'promotion')

Everything named here is loaded when it is first used, so that importing the package costs little.
"""

from __future__ import annotations

from importlib import import_module
from typing import TYPE_CHECKING, Any, Final

if TYPE_CHECKING:
    from cadre_rules.api import Policies, load_policies
    from cadre_rules.diagnostics import (
        CadreRulesError,
        DocumentError,
        FeelSyntaxError,
        FeelTypeError,
        PolicyError,
        RecordError,
        UsageError,
    )
    from cadre_rules.explain.decision import Decision
    from cadre_rules.records import Record, read_record

__version__ = "0.1.0"

__all__ = [
    "CadreRulesError",
    "Decision",
    "DocumentError",
    "FeelSyntaxError",
    "FeelTypeError",
    "Policies",
    "PolicyError",
    "Record",
    "RecordError",
    "UsageError",
    "__version__",
    "load_policies",
    "read_record",
]

_HOMES: Final = {
    "Decision": "cadre_rules.explain.decision",
    "Policies": "cadre_rules.api",
    "load_policies": "cadre_rules.api",
    "Record": "cadre_rules.records",
    "read_record": "cadre_rules.records",
}


def __getattr__(name: str) -> Any:
    if name in __all__:
        return getattr(import_module(_HOMES.get(name, "cadre_rules.diagnostics")), name)
    raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
