"""How much is missing where a test compares and fails: days of service, months in post, a number.

In: a condition node. Out: a phrase, or None where the difference says nothing. DA-01: "says how much is missing".
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.terms import comparisons
from cadre_rules.explain.values import counted_in, date_in, span_in
from cadre_rules.feel.values import Date, YearsMonths
from cadre_rules.vocabulary.counting.measures import Service
from cadre_rules.vocabulary.counting.service import service_missing_days

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.findings import ConditionNode


def shortfall(node: ConditionNode) -> Text | None:
    """Return how far the actual value falls short of the required one."""
    if node.truth != "false" or node.operator != ">=" or node.actual is None or node.required is None:
        return None
    actual, required = node.actual.value, node.required.value
    if isinstance(actual, Service) and isinstance(required, YearsMonths) and actual.known:
        return _service(actual, required)
    if isinstance(actual, YearsMonths) and isinstance(required, YearsMonths):
        missing = required.months - actual.months
        return Text(f"尚差{span_in(missing, 'zh')}（按整月计）", f"short by {span_in(missing, 'en')} (in whole months)")
    if isinstance(actual, Decimal) and isinstance(required, Decimal):
        short = required - actual
        zh, en = (counted_in(short, node.required.unit, language) for language in LANGUAGES)
        return Text(f"尚差{zh}", f"short by {en}")
    if isinstance(actual, Date) and isinstance(required, Date):
        return Text(f"早于要求的{date_in(required, 'zh')}", f"before the {date_in(required, 'en')} that is required")
    return None


def _service(actual: Service, required: YearsMonths) -> Text | None:
    days = service_missing_days(actual.low, required.months)
    if days <= 0:
        return None
    return Text(f"尚差{days}天", f"short by {days} day{'' if days == 1 else 's'}")


def demand(node: ConditionNode, value: str, language: Language) -> str:
    """Return the required value with the operator's words: 不少于2年."""
    if node.operator is None or node.required is None:
        return value
    verb = comparisons(node.required.type)[node.operator]
    if language == "zh":
        return value if node.operator == "=" else f"{verb.zh}{value}"
    bare = verb.en.removeprefix("is").strip()
    return f"{bare} {value}" if bare else value
