"""FEEL's values, and the values that stand for what is not known.

In: Python values. Out: FEEL values. Known values are: number `Decimal`, string `str`, boolean `bool`, null
`None`, list `list` or `tuple`, context `dict`, the temporal classes, `RangeValue`, `FunctionValue`. Besides
them there are `UNKNOWN`, `Interval` and `PartialList`, which plain FEEL never meets. This module must not
know the grammar. DMN 1.5, 10.3.2.
"""

from __future__ import annotations

import datetime as dt
from dataclasses import dataclass, field
from decimal import ROUND_HALF_EVEN, Context, Decimal, DivisionByZero, InvalidOperation, Overflow
from typing import TYPE_CHECKING, Any, Final, NoReturn, Protocol, runtime_checkable

from cadre_rules.feel.temporal import Date, DateTime, DaysTime, Time, YearsMonths

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.feel.types import Type

__all__ = [
    "ARITHMETIC",
    "UNKNOWN",
    "Date",
    "DateTime",
    "DaysTime",
    "FunctionValue",
    "Interval",
    "PartialList",
    "RangeValue",
    "Time",
    "Unknown",
    "YearsMonths",
    "from_feel",
    "to_feel",
]

# IEEE 754 decimal128, which DMN prescribes for numbers. What overflows or is undefined raises.
ARITHMETIC: Final = Context(
    prec=34,
    rounding=ROUND_HALF_EVEN,
    Emin=-6143,
    Emax=6144,
    traps=[InvalidOperation, DivisionByZero, Overflow],
)


@dataclass(frozen=True, slots=True)
class RangeValue:
    """The values between two ends; an end that is None is open (`< 5` has no low end)."""

    low: Any
    high: Any
    low_included: bool = True
    high_included: bool = True
    single: bool = False  # written `= x`, which is not the same as `[x..x]`


@dataclass(frozen=True, slots=True)
class FunctionValue:
    """A function as a value: `call` takes the arguments in the order of `parameters`, as FEEL values.

    `variadic` says that the last parameter may be given any number of times. `declared` are the declared
    types of the parameters (None where there is none), `result` that of the result.
    """

    parameters: tuple[str, ...]
    call: Callable[..., Any] = field(compare=False)
    variadic: bool = False
    declared: tuple[Type | None, ...] = ()
    result: Type | None = None
    name: str = ""
    definition: Any = None  # what two functions have in common that are equal: their bodies


class Unknown:
    """The type of `UNKNOWN`: a value that was not given, and may be anything or absent."""

    __slots__ = ()
    _only: Unknown | None = None

    def __new__(cls) -> Unknown:
        """Return the only one."""
        if cls._only is None:
            cls._only = super().__new__(cls)
        return cls._only

    def __repr__(self) -> str:
        return "UNKNOWN"

    def __bool__(self) -> NoReturn:
        raise TypeError("UNKNOWN is neither true nor false")

    def __copy__(self) -> Unknown:
        return self

    def __deepcopy__(self, _memo: object) -> Unknown:
        return self

    def __reduce__(self) -> str:
        return "UNKNOWN"


UNKNOWN: Final = Unknown()


@dataclass(frozen=True, slots=True)
class Interval:
    """A present, ordered value known only to lie between two ends, both included; None is an open end."""

    low: Any
    high: Any


@dataclass(frozen=True, slots=True)
class PartialList:
    """A list of which some members are not certain to belong to it.

    `items` are pairs of a value and whether it certainly belongs. `further` is None where nothing else can
    belong, else a template of what the further, unlisted members look like; those stand before the listed.
    """

    items: tuple[tuple[Any, bool], ...]
    further: Any = None


@runtime_checkable
class Comparable(Protocol):
    """A domain measure: a value of another room that knows how to compare itself."""

    def feel_compare(self, operator: str, other: Any) -> bool | Unknown | None:
        """Return whether `self operator other` holds; `operator` is one of `= != < <= > >=`."""
        ...


def to_feel(value: Any) -> Any:
    """Return a Python value as a FEEL value, lists and mappings in depth.

    Integers become decimals, `datetime` values the FEEL ones. `TypeError` for a float (it is not exact) and
    for what FEEL has no value for; mapping keys have to be strings.
    """
    if value is None or isinstance(value, (str, bool, Decimal)):
        return value
    if isinstance(value, int):
        return Decimal(value)
    if isinstance(value, dict):
        return _context(value)
    if isinstance(value, (list, tuple)):
        return [to_feel(item) for item in value]
    converter = _CONVERTERS.get(type(value))
    if converter is not None:
        return converter(value)
    if isinstance(value, (*_OWN, Comparable)):
        return value
    for kind, convert in _CONVERTERS.items():  # subclasses; datetime stands before date
        if isinstance(value, kind):
            return convert(value)
    raise TypeError(f"{type(value).__name__} is not a FEEL value")


def from_feel(value: Any) -> Any:
    """Return a FEEL value as Python's own (`datetime` where its range allows); numbers stay `Decimal`."""
    if isinstance(value, (list, tuple)):
        return [from_feel(item) for item in value]
    if isinstance(value, dict):
        return {key: from_feel(item) for key, item in value.items()}
    try:
        if isinstance(value, Date):
            return value.to_date()
        if isinstance(value, DateTime):
            return value.to_datetime()
        if isinstance(value, Time):
            return value.to_time()
        if isinstance(value, DaysTime):
            return value.to_timedelta()
    except (ValueError, OverflowError):  # a year beyond `datetime`: the FEEL value is the only exact one
        return value
    return value


def _context(value: Mapping[Any, Any]) -> dict[str, Any]:
    for key in value:
        if not isinstance(key, str):
            raise TypeError(f"a context key is a string, not {type(key).__name__}")
    return {key: to_feel(item) for key, item in value.items()}


_CONVERTERS: Final[dict[type, Callable[[Any], Any]]] = {
    dt.datetime: DateTime.of,
    dt.date: Date.of,
    dt.time: Time.of,
    dt.timedelta: DaysTime.of,
}
_OWN: Final = (
    Date,
    DateTime,
    Time,
    YearsMonths,
    DaysTime,
    RangeValue,
    FunctionValue,
    Unknown,
    Interval,
    PartialList,
)
