"""Arithmetic: `+`, `-`, `*`, `/`, `**` and negation on numbers, dates, times, durations and strings.

In: two FEEL values. Out: a value; null where the types do not go together or the result cannot be
represented; `UNKNOWN` or an `Interval` where an operand is not exactly known. A date stands for its midnight
in UTC where it meets a date and time. DMN 1.5, tables 56 to 60. Must not know the syntax tree.
"""

from __future__ import annotations

from decimal import Decimal, DecimalException
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.temporal import DAY_SECONDS, NANO
from cadre_rules.feel.values import (
    ARITHMETIC,
    UNKNOWN,
    Date,
    DateTime,
    DaysTime,
    Interval,
    PartialList,
    Time,
    YearsMonths,
)

if TYPE_CHECKING:
    from collections.abc import Callable

_EXPONENTS: Final = 999_999_999
MAX_LENGTH: Final = 10_000_000  # of a string; a longer one comes from a runaway expression
_AMOUNTS: Final = (Decimal, YearsMonths, DaysTime)


def arithmetic(operator: str, left: Any, right: Any) -> Any:
    """Return `left operator right`; `operator` is one of `+ - * / **`."""
    if left is UNKNOWN or right is UNKNOWN or isinstance(left, PartialList) or isinstance(right, PartialList):
        return UNKNOWN
    if isinstance(left, Interval) or isinstance(right, Interval):
        return _with_interval(operator, left, right)
    calculate = _TABLE.get((operator, type(left), type(right)))
    if calculate is None:
        return None
    try:
        return calculate(left, right)
    except (DecimalException, ValueError, OverflowError):  # not representable, or a year out of range
        return None


def negative(value: Any) -> Any:
    """Return `-value`."""
    if value is UNKNOWN or isinstance(value, (Interval, PartialList)):
        return UNKNOWN
    if isinstance(value, Decimal):
        return value.copy_negate() if value else value
    if isinstance(value, YearsMonths):
        return YearsMonths(-value.months)
    return _days(value.seconds.copy_negate()) if isinstance(value, DaysTime) else None


def _with_interval(operator: str, left: Any, right: Any) -> Any:
    """Shift an interval by a number or duration, or stretch it by a number; any other arithmetic is not known."""
    if left is None or right is None:
        return None
    if operator == "*" and isinstance(left, Decimal):
        left, right = right, left
    if operator in ("*", "/") and isinstance(left, Interval) and isinstance(right, Decimal):
        return _stretched(operator, left, right)
    if operator == "+" and isinstance(left, _AMOUNTS):
        left, right = right, left
    if operator in ("+", "-") and isinstance(left, Interval) and isinstance(right, _AMOUNTS):
        low, high = (None if end is None else arithmetic(operator, end, right) for end in (left.low, left.high))
        impossible = (left.low is not None and low is None) or (left.high is not None and high is None)
        return None if impossible else Interval(low, high)
    if operator == "-" and isinstance(left, _AMOUNTS) and isinstance(right, Interval):
        low = None if right.high is None else arithmetic("-", left, right.high)
        high = None if right.low is None else arithmetic("-", left, right.low)
        impossible = (right.low is not None and high is None) or (right.high is not None and low is None)
        return None if impossible else Interval(low, high)
    return UNKNOWN


def _stretched(operator: str, interval: Interval, by: Decimal) -> Any:
    """Multiply an interval with a number, or divide it by one; a negative one turns it around."""
    known = [end for end in (interval.low, interval.high) if end is not None]
    done = [arithmetic(operator, end, by) for end in known]
    if None in done:
        return None  # no number, division by zero, or not representable
    if not by and done:
        return done[0]
    ends = [None if end is None else arithmetic(operator, end, by) for end in (interval.low, interval.high)]
    return Interval(*(ends if by > 0 else reversed(ends)))


def _power(base: Decimal, exponent: Decimal) -> Decimal | None:
    return ARITHMETIC.power(base, exponent) if abs(exponent) <= _EXPONENTS else None


def _ratio(left: Decimal, right: Decimal) -> Decimal:
    return ARITHMETIC.divide(left, right)


def _months(total: Decimal) -> YearsMonths:
    """Return a duration of whole months; a part of a month is cut off."""
    return YearsMonths(int(total))


def _days(seconds: Decimal) -> DaysTime:
    return DaysTime(seconds if seconds else Decimal(0))


def _shift_date(date: Date, duration: DaysTime) -> Date:
    """Return the date of the point that stands so long after the midnight which begins `date`."""
    return date.plus_days(duration.nanoseconds() // (DAY_SECONDS * NANO))


def _shift_time(time: Time, duration: DaysTime) -> Time:
    total = (time.nanoseconds() + duration.nanoseconds()) % (DAY_SECONDS * NANO)
    return Time.from_nanoseconds(total, time.offset, time.zone)


def _between_times(left: Time, right: Time) -> DaysTime | None:
    if left.is_local != right.is_local:
        return None
    return DaysTime.from_nanoseconds(left.instant() - right.instant())


def _between_points(left: Date | DateTime, right: Date | DateTime) -> DaysTime | None:
    """Return the time between two points; null if one has an offset from UTC and the other has none."""
    if isinstance(left, Date) and isinstance(right, Date):
        return DaysTime(Decimal((left.days - right.days) * DAY_SECONDS))
    one, other = _point(left), _point(right)
    if (one.offset is None) != (other.offset is None):
        return None
    return DaysTime.from_nanoseconds(one.instant() - other.instant())


def _point(value: Date | DateTime) -> DateTime:
    return DateTime(value, Time(0, 0, offset=0)) if isinstance(value, Date) else value


def _table() -> dict[tuple[str, type, type], Callable[[Any, Any], Any]]:
    """Return what each operator does with each pair of types."""
    table: dict[tuple[str, type, type], Callable[[Any, Any], Any]] = {
        ("+", str, str): lambda a, b: a + b if len(a) + len(b) <= MAX_LENGTH else None,
        ("+", Decimal, Decimal): ARITHMETIC.add,
        ("-", Decimal, Decimal): ARITHMETIC.subtract,
        ("*", Decimal, Decimal): ARITHMETIC.multiply,
        ("/", Decimal, Decimal): _ratio,
        ("**", Decimal, Decimal): _power,
        ("+", YearsMonths, YearsMonths): lambda a, b: YearsMonths(a.months + b.months),
        ("-", YearsMonths, YearsMonths): lambda a, b: YearsMonths(a.months - b.months),
        ("+", DaysTime, DaysTime): lambda a, b: _days(ARITHMETIC.add(a.seconds, b.seconds)),
        ("-", DaysTime, DaysTime): lambda a, b: _days(ARITHMETIC.subtract(a.seconds, b.seconds)),
        ("*", YearsMonths, Decimal): lambda a, n: _months(ARITHMETIC.multiply(Decimal(a.months), n)),
        ("/", YearsMonths, Decimal): lambda a, n: _months(_ratio(Decimal(a.months), n)),
        ("/", YearsMonths, YearsMonths): lambda a, b: _ratio(Decimal(a.months), Decimal(b.months)),
        ("*", DaysTime, Decimal): lambda a, n: _days(ARITHMETIC.multiply(a.seconds, n)),
        ("/", DaysTime, Decimal): lambda a, n: _days(_ratio(a.seconds, n)),
        ("/", DaysTime, DaysTime): lambda a, b: _ratio(a.seconds, b.seconds),
        ("+", Date, YearsMonths): lambda d, m: d.plus_months(m.months),
        ("-", Date, YearsMonths): lambda d, m: d.plus_months(-m.months),
        ("+", DateTime, YearsMonths): lambda d, m: d.plus_months(m.months),
        ("-", DateTime, YearsMonths): lambda d, m: d.plus_months(-m.months),
        ("+", Date, DaysTime): _shift_date,
        ("-", Date, DaysTime): lambda d, s: _shift_date(d, negative(s)),
        ("+", DateTime, DaysTime): lambda d, s: d.plus_nanoseconds(s.nanoseconds()),
        ("-", DateTime, DaysTime): lambda d, s: d.plus_nanoseconds(-s.nanoseconds()),
        ("+", Time, DaysTime): _shift_time,
        ("-", Time, DaysTime): lambda t, s: _shift_time(t, negative(s)),
        ("-", Time, Time): _between_times,
    }
    points = (Date, DateTime)
    table |= {("-", one, other): _between_points for one in points for other in points}
    for (operator, left, right), calculate in list(table.items()):
        if operator in ("+", "*") and left is not right:  # these two do not mind the order
            table[operator, right, left] = _turned(calculate)
    return table


def _turned(calculate: Callable[[Any, Any], Any]) -> Callable[[Any, Any], Any]:
    return lambda a, b: calculate(b, a)


_TABLE: Final = _table()
