"""The models of every kind of policy file; each knows the node that it was read from."""

from cadre_rules.policy.models.base import Model, Reading, fault_at, read
from cadre_rules.policy.models.cases import Case, CaseFile, Expect, merged
from cadre_rules.policy.models.checks import Barring, Check, Forbids
from cadre_rules.policy.models.conditions import AllOf, AnyOf, Condition, Is, NotOf
from cadre_rules.policy.models.definitions import Definition
from cadre_rules.policy.models.packs import (
    Adoption,
    Definitions,
    Pack,
    Raise,
    RelatedSpecialties,
    UnitPost,
)
from cadre_rules.policy.models.parameters import Parameter, ParameterValue, Setting, dated, read_value
from cadre_rules.policy.models.policy_file import Determination, InForce, Policy, Principle
from cadre_rules.policy.models.procedures import Procedure, ProcedureStep
from cadre_rules.policy.models.questions import Conclusion, Question, Questions
from cadre_rules.policy.models.rules import (
    ExceptionClause,
    Rule,
    Table,
    TableInput,
    TableOutput,
    TableRow,
)
from cadre_rules.policy.models.texts import Bilingual, Citation, CitationPart, FeelText

__all__ = [
    "Adoption",
    "AllOf",
    "AnyOf",
    "Barring",
    "Bilingual",
    "Case",
    "CaseFile",
    "Check",
    "Citation",
    "CitationPart",
    "Conclusion",
    "Condition",
    "Definition",
    "Definitions",
    "Determination",
    "ExceptionClause",
    "Expect",
    "FeelText",
    "Forbids",
    "InForce",
    "Is",
    "Model",
    "NotOf",
    "Pack",
    "Parameter",
    "ParameterValue",
    "Policy",
    "Principle",
    "Procedure",
    "ProcedureStep",
    "Question",
    "Questions",
    "Raise",
    "Reading",
    "RelatedSpecialties",
    "Rule",
    "Setting",
    "Table",
    "TableInput",
    "TableOutput",
    "TableRow",
    "UnitPost",
    "dated",
    "fault_at",
    "merged",
    "read",
    "read_value",
]
