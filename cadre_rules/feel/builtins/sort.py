"""`sort` with an ordering function (DMN 1.5, 10.3.4.10); items of which neither precedes keep their order."""

from __future__ import annotations

from functools import cmp_to_key
from typing import Any

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.functions import call_function
from cadre_rules.feel.values import UNKNOWN, FunctionValue


class _UnorderedError(Exception):
    """The ordering function gave neither true nor false; it carries what it gave."""


@builtin("sort", "list: list, precedes: function", structural=True)
def _sort(items: list[Any], precedes: FunctionValue) -> Any:
    def order(one: Any, other: Any) -> int:
        if _precedes(one, other):
            return -1
        return 1 if _precedes(other, one) else 0

    def _precedes(one: Any, other: Any) -> bool:
        result = call_function(precedes, [(None, one), (None, other)])
        if not isinstance(result, bool):
            raise _UnorderedError(result)
        return result

    try:
        return sorted(items, key=cmp_to_key(order))
    except _UnorderedError as error:
        return UNKNOWN if error.args[0] is UNKNOWN else None
