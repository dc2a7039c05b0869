"""Calling functions: binding arguments to parameters, by position or by name.

In: a function value and arguments. Out: the result; null where the arguments do not fit. A list of one value
is taken for the value where the declared type asks for it. DMN 1.5, table 63 and 10.3.2.13.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.coercion import convert
from cadre_rules.feel.values import FunctionValue

if TYPE_CHECKING:
    from collections.abc import Callable, Sequence

    from cadre_rules.feel.tree import FunctionDefinition

Arguments = list[tuple[str | None, Any]]  # names are None where arguments are given by position


def call_function(function: Any, arguments: Arguments) -> Any:
    """Return the result of a call; null if `function` is no function or the arguments do not fit."""
    if not isinstance(function, FunctionValue):
        return None
    bind = getattr(function.call, "bind", None)
    if bind is not None:  # a built-in function, which knows its own forms
        return bind(arguments)
    names = [name for name, _ in arguments]
    if function.variadic:
        return function.call(*(value for _, value in arguments)) if not any(names) else None
    values = _in_order(function.parameters, arguments)
    if values is None:
        return None
    for index, type_ in enumerate(function.declared):
        if type_ is not None:
            converted = convert(values[index], type_)
            if converted is None and values[index] is not None:
                return None
            values[index] = converted
    return function.call(*values)


def _in_order(parameters: Sequence[str], arguments: Arguments) -> list[Any] | None:
    """Return one value for each parameter; a parameter that is not named is null."""
    if arguments and arguments[0][0] is not None:
        named = dict(arguments)
        if len(named) != len(arguments) or not all(name in parameters for name in named):
            return None
        return [named.get(parameter) for parameter in parameters]
    return [value for _, value in arguments] if len(arguments) == len(parameters) else None


def user_function(node: FunctionDefinition, body: Callable[[dict[str, Any]], Any]) -> FunctionValue:
    """Return the function that a definition makes; `body` evaluates it for given values of the parameters."""
    names = tuple(parameter.name for parameter in node.parameters)

    def call(*values: Any) -> Any:
        return None if node.external else body(dict(zip(names, values, strict=True)))

    declared = tuple(parameter.declared for parameter in node.parameters)
    return FunctionValue(names, call, declared=declared, definition=node)
