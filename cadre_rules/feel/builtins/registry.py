"""How built-in functions are declared, and how a call finds the form of a function that fits its arguments.

In: Python functions with their FEEL parameters. Out: `FunctionValue`s by name. A parameter is written
`name: kind`, `name?: kind` if it may be left out or be null, `name...: kind` if it takes all that follow;
kinds are joined by `|`. What a function gets are values of these kinds, after the implicit conversions
(a list of one for its value, a value for a list of one); it returns null for arguments outside of its domain.
Must not know what the functions do. DMN 1.5, 10.3.4.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING, Any, Final, TypeVar

from cadre_rules.feel.values import (
    UNKNOWN,
    Date,
    DateTime,
    DaysTime,
    FunctionValue,
    Interval,
    PartialList,
    RangeValue,
    Time,
    YearsMonths,
)

if TYPE_CHECKING:
    from collections.abc import Callable

MAX_ITEMS: Final = 1_000_000  # of a list; a longer one comes from a runaway expression
BUILTINS: Final[dict[str, FunctionValue]] = {}

_KINDS: Final[dict[str, tuple[type, ...]]] = {
    "number": (Decimal,),
    "string": (str,),
    "boolean": (bool,),
    "date": (Date,),
    "time": (Time,),
    "date and time": (DateTime,),
    "duration": (YearsMonths, DaysTime),
    "days and time duration": (DaysTime,),
    "list": (list, tuple),
    "context": (dict,),
    "function": (FunctionValue,),
    "range": (RangeValue,),
    "point": (Decimal, str, Date, Time, DateTime, YearsMonths, DaysTime),
    "any": (),
}
_MISFIT: Final = object()
_Function = TypeVar("_Function", bound="Callable[..., Any]")


@dataclass(frozen=True, slots=True)
class BuiltinParameter:
    """A parameter of one form of a built-in function."""

    name: str
    kinds: tuple[str, ...]
    optional: bool = False
    variadic: bool = False

    def fit(self, value: Any) -> Any:
        """Return the value as the function gets it, `_MISFIT` if it cannot."""
        if "any" in self.kinds:
            return value
        classes = tuple(c for kind in self.kinds for c in _KINDS[kind])
        if isinstance(value, classes) and (bool in classes or not isinstance(value, bool)):
            return value
        if value is None:
            return None if self.optional else _MISFIT
        if "list" in self.kinds:
            return [value]
        if isinstance(value, (list, tuple)) and len(value) == 1 and isinstance(value[0], classes):
            return value[0]
        return _MISFIT


@dataclass(frozen=True, slots=True)
class Form:
    """One form of a built-in function: its parameters and what it does.

    `spread` says that a single list parameter may also be given as several arguments.
    """

    parameters: tuple[BuiltinParameter, ...]
    call: Callable[..., Any]
    spread: bool = False

    def bind(self, arguments: list[tuple[str | None, Any]]) -> list[Any] | None:
        """Return the values to call the form with, None if the arguments do not fit."""
        if arguments and arguments[0][0] is not None:
            values = self._by_name(arguments)
        else:
            values = self._by_position([value for _, value in arguments])
        if values is None:
            return None
        pairs = zip((*self.parameters, *self.parameters[-1:] * len(values)), values, strict=False)
        fitted = [parameter.fit(value) for parameter, value in pairs]
        return None if any(value is _MISFIT for value in fitted) else fitted

    def _by_name(self, arguments: list[tuple[str | None, Any]]) -> list[Any] | None:
        named = dict(arguments)
        if len(named) != len(arguments) or not named.keys() <= {p.name for p in self.parameters}:
            return None
        values: list[Any] = []
        for parameter in self.parameters:
            value = named.get(parameter.name)
            values += value if parameter.variadic and isinstance(value, (list, tuple)) else [value]
        return values

    def _by_position(self, values: list[Any]) -> list[Any] | None:
        if self.spread:
            if not values:
                return None
            single = len(values) == 1 and isinstance(values[0], (list, tuple))
            return values if single else [values]
        required = sum(not (p.optional or p.variadic) for p in self.parameters)
        variadic = bool(self.parameters) and self.parameters[-1].variadic
        if len(values) < required or (len(values) > len(self.parameters) and not variadic):
            return None
        if not variadic:
            values = values + [None] * (len(self.parameters) - len(values))
        return values


@dataclass(slots=True)
class Builtin:
    """A built-in function in all its forms.

    `partial` says that it deals with unknown arguments itself; otherwise the result of one is unknown.
    `structural` says that it only moves the values inside its arguments, so that unknown ones do not matter.
    """

    name: str
    partial: bool = False
    structural: bool = False
    forms: list[Form] = field(default_factory=list)

    def __call__(self, *values: Any) -> Any:
        """Call the function with arguments in order."""
        return self.bind([(None, value) for value in values])

    def bind(self, arguments: list[tuple[str | None, Any]]) -> Any:
        """Call the first form that fits; null if none does."""
        if not self.partial and any(self._is_unknown(value) for _, value in arguments):
            return UNKNOWN
        for form in self.forms:
            values = form.bind(arguments)
            if values is not None:
                try:
                    result = form.call(*values)
                except (DecimalException, ValueError, OverflowError):  # outside of what can be represented
                    return None
                return None if isinstance(result, list) and len(result) > MAX_ITEMS else result
        return None

    def _is_unknown(self, value: Any) -> bool:
        if value is UNKNOWN or isinstance(value, (Interval, PartialList)):
            return True
        return False if self.structural else has_unknown(value)


def has_unknown(value: Any) -> bool:
    """Return whether a value is unknown or holds an unknown one, in depth."""
    if isinstance(value, (list, tuple)):
        return any(map(has_unknown, value))
    if isinstance(value, dict):
        return any(map(has_unknown, value.values()))
    if isinstance(value, RangeValue):
        return has_unknown(value.low) or has_unknown(value.high)
    return value is UNKNOWN or isinstance(value, (Interval, PartialList))


def builtin(
    name: str, parameters: str = "", *, spread: bool = False, partial: bool = False, structural: bool = False
) -> Callable[[_Function], _Function]:
    """Declare a form of the built-in function `name`; several forms are tried in the order of declaration."""

    def declare(call: _Function) -> _Function:
        if name not in BUILTINS:
            found = Builtin(name, partial, structural)
            BUILTINS[name] = FunctionValue((), found, variadic=True, name=name)
        function = BUILTINS[name].call
        assert isinstance(function, Builtin)
        function.forms.append(Form(_parameters(parameters), call, spread))
        return call

    return declare


def _parameters(text: str) -> tuple[BuiltinParameter, ...]:
    found = []
    for part in filter(None, (p.strip() for p in text.split(","))):
        name, _, kinds = part.partition(":")
        optional, variadic = name.endswith("?"), name.endswith("...")
        found.append(
            BuiltinParameter(name.rstrip("?."), tuple(k.strip() for k in kinds.split("|")), optional, variadic)
        )
    return tuple(found)
