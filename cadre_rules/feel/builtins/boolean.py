"""`not`, `all` and `any` (DMN 1.5, 10.3.4.2 and 10.3.4.4)."""

from __future__ import annotations

from typing import Any

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.logic import Truth, conjunction, disjunction, negate


@builtin("not", "negand: any", partial=True)
def _not(negand: Any) -> Truth:
    return negate(negand)


@builtin("all", "list: list", spread=True)
def _all(items: list[Any]) -> Truth:
    return conjunction(items)


@builtin("any", "list: list", spread=True)
def _any(items: list[Any]) -> Truth:
    return disjunction(items)
