"""Ways to mend a comparison or an arithmetic operation whose sides do not fit, in words that can be copied.

In: typed nodes and the text they were made from. Out: `Text`, or None where no way is obvious.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.temporal_text import parse_temporal
from cadre_rules.feel.tree import Arithmetic, Comparison, Filter, Literal_, Node, Path
from cadre_rules.feel.types import (
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    ListType,
    Measure,
    Type,
)

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow

_FLIPPED = {"<": ">", "<=": ">=", ">": "<", ">=": "<=", "=": "=", "!=": "!="}
_DURATIONS = (YEARS_MONTHS, DAYS_TIME)
_EXAMPLES = {"date": "2024-02-29", "time": "08:30:00", "date and time": "2024-02-29T08:30:00"}
_WRITE_DURATION = Text(
    '期限请写作「duration("P2Y")」（二年）、「duration("P6M")」（六个月）或「duration("P30D")」（三十日）',
    'write a duration as `duration("P2Y")` (two years), `duration("P6M")` or `duration("P30D")`',
)


def _write(text: str) -> Text:
    return Text(f"请写作「{text}」", f"write `{text}`")


def mend_list(flow: Flow, operator: str, listed: Node, item: Node) -> Text | None:
    """Return the way to ask whether some item of a list compares with a single value."""
    value = flow.exact(item)
    if isinstance(listed, Path) and isinstance(type_of(listed.base), ListType):
        base, name = flow.exact(listed.base), flow.exact(listed)[len(flow.exact(listed.base)) :].lstrip(". ")
        return _write(f"some x in {base} satisfies x.{name} {operator} {value}")
    if isinstance(listed, Filter):
        text = flow.exact(listed)
        return Text(
            f"如要取其中一项，请注明序号，如「{text}[1]」；如要判断有无，请写作「count({text}) > 0」",
            f"for one item, give its position: `{text}[1]`; for whether there are any: `count({text}) > 0`",
        )
    return _write(f"some x in {flow.exact(listed)} satisfies x {operator} {value}")


def mend_comparison(flow: Flow, operator: str, left: Node, right: Node) -> Text | None:
    """Return the way to compare `left` and `right` that was probably meant."""
    for one, other, op in ((left, right, operator), (right, left, _FLIPPED[operator])):
        found = _mend(flow, op, one, other)
        if found is not None:
            return found
    return None


def _mend(flow: Flow, operator: str, left: Node, right: Node) -> Text | None:
    a, b = type_of(left), type_of(right)
    if isinstance(right, Literal_) and b == STRING:
        return _unquoted(a, str(right.value))
    if isinstance(a, Measure):
        a = a.compared_with
    if a in _DURATIONS and b == NUMBER:
        return _WRITE_DURATION
    if a == DATE_TIME and b == DATE:
        text = f"date({flow.exact(left)})"
        return Text(f"日期时间可先取其日期：「{text}」", f"take the date first: `{text}`")
    if a == DAYS_TIME and b == YEARS_MONTHS:
        return _span(flow, operator, left, right)
    return None


def _unquoted(wanted: Type, text: str) -> Text | None:
    if wanted in (DATE, DATE_TIME, TIME):
        text = text if parse_temporal(text) is not None else _EXAMPLES[str(wanted)]
        return Text(f'日期、时间请写作「@"{text}"」', f'write a date or time as `@"{text}"`')
    if wanted in _DURATIONS or isinstance(wanted, Measure):
        return _WRITE_DURATION
    if wanted == NUMBER:
        return Text("数字不加引号", "write a number without quotes")
    return None


def _span(flow: Flow, operator: str, left: Node, right: Node) -> Text:
    """Mend `end - start >= duration("P2Y")`: days are no months, but a date plus months is a date."""
    if isinstance(left, Arithmetic) and left.operator == "-":
        end, start = flow.exact(left.left), flow.exact(left.right)
        text = f"{start} + {flow.exact(right)} {_FLIPPED[operator]} {end}"
        return Text(
            f"天数与年月不能直接换算，请写作「{text}」",
            f"days cannot be turned into months; write `{text}`",
        )
    return Text("天数与年月不能直接换算，请统一用其中一种", "days cannot be turned into months; use one of the two")


def mend_arithmetic(flow: Flow, left: Node, right: Node) -> Text | None:
    """Return the way to compute with `left` and `right` that was probably meant."""
    a, b = type_of(left), type_of(right)
    dated = (DATE, DATE_TIME, TIME)
    if (a in dated and b == NUMBER) or (b in dated and a == NUMBER):
        return _WRITE_DURATION
    if {a, b} == {STRING, NUMBER}:
        number = flow.exact(left if a == NUMBER else right)
        return _write(f"string({number})")
    if {a, b} == {DATE, DATE_TIME}:
        moment = flow.exact(left if a == DATE_TIME else right)
        return _write(f"date({moment})")
    return None


def mend_alternative(flow: Flow, before: Node | None, operand: Node) -> Text | None:
    """Mend `level = "a" or "b"`."""
    written = isinstance(operand, Literal_) and type_of(operand) in (STRING, NUMBER)
    if not written or not isinstance(before, Comparison) or before.operator != "=":
        return None
    left, right = flow.exact(before.left), flow.exact(before.right)
    return _write(f"{left} in ({right}, {flow.exact(operand)})")
