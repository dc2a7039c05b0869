"""Functions on numbers (DMN 1.5, 10.3.4.5). A scale may be negative; a fraction of a scale is cut off."""

from __future__ import annotations

import decimal
from decimal import Decimal
from typing import Final

from cadre_rules.feel.builtins.registry import builtin
from cadre_rules.feel.values import ARITHMETIC, DaysTime, YearsMonths

_SCALES: Final = range(-6111, 6177)


def rounded(number: Decimal, scale: Decimal | None, rounding: str) -> Decimal | None:
    """Return a number with so many decimal places; null for a scale that numbers cannot have."""
    places = 0 if scale is None else int(scale)
    if places not in _SCALES:
        return None
    exponent = number.as_tuple().exponent
    if isinstance(exponent, int) and -exponent <= places:
        return number
    context = decimal.Context(prec=7000, rounding=rounding, Emin=-6200, Emax=13_000)
    return ARITHMETIC.create_decimal(number.quantize(Decimal((0, (1,), -places)), context=context))


@builtin("decimal", "n: number, scale: number")
def _decimal(number: Decimal, scale: Decimal) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_HALF_EVEN)


@builtin("floor", "n: number")
@builtin("floor", "n: number, scale: number")
def _floor(number: Decimal, scale: Decimal | None = None) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_FLOOR)


@builtin("ceiling", "n: number")
@builtin("ceiling", "n: number, scale: number")
def _ceiling(number: Decimal, scale: Decimal | None = None) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_CEILING)


@builtin("round up", "n: number, scale: number")
def _round_up(number: Decimal, scale: Decimal) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_UP)


@builtin("round down", "n: number, scale: number")
def _round_down(number: Decimal, scale: Decimal) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_DOWN)


@builtin("round half up", "n: number, scale: number")
def _round_half_up(number: Decimal, scale: Decimal) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_HALF_UP)


@builtin("round half down", "n: number, scale: number")
def _round_half_down(number: Decimal, scale: Decimal) -> Decimal | None:
    return rounded(number, scale, decimal.ROUND_HALF_DOWN)


@builtin("abs", "n: number")
def _abs(number: Decimal) -> Decimal:
    return number.copy_abs()


@builtin("abs", "n: duration")
def _abs_duration(value: YearsMonths | DaysTime) -> YearsMonths | DaysTime:
    if isinstance(value, YearsMonths):
        return YearsMonths(abs(value.months))
    return DaysTime(value.seconds.copy_abs())


@builtin("modulo", "dividend: number, divisor: number")
def _modulo(dividend: Decimal, divisor: Decimal) -> Decimal | None:
    """Return the remainder with the sign of the divisor: `dividend - divisor * floor(dividend / divisor)`."""
    if divisor == 0:
        return None
    context = decimal.Context(prec=7000, Emin=-13_000, Emax=13_000)
    rest = context.remainder(dividend, divisor)
    if rest and (rest < 0) != (divisor < 0):
        rest = context.add(rest, divisor)
    return ARITHMETIC.create_decimal(rest)


@builtin("sqrt", "number: number")
def _sqrt(number: Decimal) -> Decimal | None:
    return ARITHMETIC.sqrt(number) if number >= 0 else None


@builtin("log", "number: number")
def _log(number: Decimal) -> Decimal | None:
    return ARITHMETIC.ln(number) if number > 0 else None


@builtin("exp", "number: number")
def _exp(number: Decimal) -> Decimal:
    return ARITHMETIC.exp(number)


@builtin("odd", "number: number")
def _odd(number: Decimal) -> bool | None:
    return int(number) % 2 == 1 if number == number.to_integral_value() else None


@builtin("even", "number: number")
def _even(number: Decimal) -> bool | None:
    return int(number) % 2 == 0 if number == number.to_integral_value() else None
