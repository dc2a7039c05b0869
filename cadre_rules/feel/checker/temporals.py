"""Dates, times and durations that are written out as a text: whether they exist, and how they are written.

In: the function that makes them and its typed arguments. Out: faults, and the type of what is made. Lexical
forms are those of `temporal_text`.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import NOT_REAL, TEXT_NEEDED
from cadre_rules.feel.checker.operators import constant
from cadre_rules.feel.checker.relations import ERROR
from cadre_rules.feel.temporal import Date, YearsMonths
from cadre_rules.feel.temporal_text import parse_date, parse_date_time, parse_duration, parse_time
from cadre_rules.feel.tree import Literal_
from cadre_rules.feel.types import DATE, DATE_TIME, DAYS_TIME, STRING, TIME, YEARS_MONTHS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.feel.checker.flow import Flow
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type


@dataclass(frozen=True, slots=True)
class Form:
    """How a kind of value is called, and how it is written."""

    called: Text
    help: Text


_DATE = Form(
    Text("日期", "date"),
    Text("日期写作四位年、两位月、两位日，如 2024-02-29", "a date is written as 2024-02-29"),
)
_TIME = Form(Text("时间", "time"), Text("时间写作时、分、秒，如 08:30:00", "a time is written as 08:30:00"))
_DATE_TIME = Form(
    Text("日期时间", "date and time"),
    Text("日期时间写作 2024-02-29T08:30:00", "a date and time is written as 2024-02-29T08:30:00"),
)
_DURATION = Form(
    Text("期限", "duration"),
    Text(
        "期限写作 P2Y（二年）、P6M（六个月）、P1Y6M（一年六个月）或 P30D（三十日）",
        "a duration is written as P2Y (two years), P6M, P1Y6M or P30D (thirty days)",
    ),
)

_READ: dict[str, tuple[Callable[[str], Any], Type, Form]] = {
    "date": (parse_date, DATE, _DATE),
    "time": (parse_time, TIME, _TIME),
    "date and time": (parse_date_time, DATE_TIME, _DATE_TIME),
    "duration": (parse_duration, DAYS_TIME, _DURATION),
}


def written_out(flow: Flow, function: str, arguments: list[Node]) -> Type | None:
    """Return the type of `date("…")`, `date(y, m, d)` and the like whose arguments are written out.

    None means that they are not, so that the value may turn out to be null. What does not exist is a fault.
    """
    if function not in _READ or not arguments:
        return None
    read, made, form = _READ[function]
    first = arguments[0]
    if len(arguments) == 1 and isinstance(first, Literal_) and type_of(first) == STRING:
        value = read(str(first.value))
        if value is None:
            flow.fault(first, NOT_REAL, text=first.value, type=form.called, form=form.help)
            return ERROR
        return YEARS_MONTHS if isinstance(value, YearsMonths) else made
    if function == "date" and len(arguments) == 3:
        return _calendar(flow, arguments, form)
    if function == "duration":  # whether months or days come out has to be seen
        flow.fault(first, TEXT_NEEDED, name=form.called, known=Text("P2Y、P6M、P30D 等", "P2Y, P6M, P30D, …"))
        return ERROR
    return None


def _calendar(flow: Flow, arguments: list[Node], form: Form) -> Type | None:
    numbers = [constant(a) for a in arguments]
    if None in numbers:
        return None
    text = "-".join(f"{n}" for n in numbers)
    if all(isinstance(n, Decimal) and n == n.to_integral_value() for n in numbers):
        try:
            Date(*(int(n or 0) for n in numbers))
        except ValueError:
            pass
        else:
            return DATE
    last = arguments[-1]
    flow.fault(last, NOT_REAL, text=text, type=form.called, form=form.help, span=_across(arguments))
    return ERROR


def _across(arguments: list[Node]) -> Any:
    first, last = arguments[0].span, arguments[-1].span
    return type(first)(min(first.start, last.start), max(first.end, last.end))
