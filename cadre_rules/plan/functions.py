"""The domain functions as one policy sees them: bound to the decision date and to how the policy counts.

In: a policy's environment, the decision date, the facts of a subject. Out: callables over FEEL values.
"""

from __future__ import annotations

from functools import partial
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import Interval, PartialList
from cadre_rules.vocabulary.arranging import ARRANGING
from cadre_rules.vocabulary.counting.functions import FUNCTIONS, DomainFunction
from cadre_rules.vocabulary.determinations import outcome_of, outcome_on

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.feel.values import Date
    from cadre_rules.plan.steps import Environment


def bound_functions(environment: Environment, as_of: Date, facts: Mapping[str, Any]) -> dict[str, Callable[..., Any]]:
    """Return the domain functions by canonical name, for one policy, one day and one subject."""
    implicit = {
        "as_of": as_of,
        "by_month": environment.by_month,
        "complete_from_year": _complete_from_year(facts),
    }
    bound: dict[str, Callable[..., Any]] = {
        function.signature.name: _bind(function, implicit) for function in FUNCTIONS.values()
    }
    bound |= {name: arranging.call for name, arranging in ARRANGING.items()}
    bound["concluded"] = _same
    bound["determination"] = partial(_outcome, facts, as_of, absent_if_none=False)
    bound["recorded"] = partial(_outcome, facts, as_of, absent_if_none=True)
    return {**bound, **environment.tables}


def _bind(function: DomainFunction, implicit: Mapping[str, Any]) -> Callable[..., Any]:
    extra = [implicit[name] for name in function.implicit]
    return lambda *arguments: function.call(*arguments, *extra)


def _same(value: Any) -> Any:
    return value


def _outcome(facts: Mapping[str, Any], as_of: Date, matter: str, *incident: Any, absent_if_none: bool) -> Any:
    if incident:
        return outcome_on(facts, matter, incident[0], as_of, absent_if_none=absent_if_none)
    return outcome_of(facts, matter, as_of, absent_if_none=absent_if_none)


def _complete_from_year(facts: Mapping[str, Any]) -> Any:
    """Return the year from which the record says that its assessments are complete; None where it does not say."""
    value = facts.get("assessments")
    if isinstance(value, PartialList) and isinstance(value.further, dict):
        year = value.further.get("year")
        if isinstance(year, Interval) and year.high is not None:
            return year.high + 1
    return None
