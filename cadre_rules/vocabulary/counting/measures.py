"""Length of service as a FEEL value: it is compared with a span of years and months, and shown.

In: the two measures of `service.service`. Out: truth values, and days, first day and parts for display.
It must not know of stints. A service has no arithmetic: months have no fixed number of days.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.values import UNKNOWN, Date, Interval, Unknown, YearsMonths
from cadre_rules.vocabulary.codes import FALSE, HIGHEST, MAYBE, TRUE, unpack_date
from cadre_rules.vocabulary.counting.service import (
    service_at_least,
    service_at_most,
    service_days,
    service_differs,
    service_equals,
    service_first,
    service_less_than,
    service_more_than,
    service_parts,
)

if TYPE_CHECKING:
    from collections.abc import Callable

COMPARISONS: Final[dict[str, Callable[[int, int, int], int]]] = {
    ">=": service_at_least,
    ">": service_more_than,
    "<": service_less_than,
    "<=": service_at_most,
    "=": service_equals,
    "!=": service_differs,
}


@dataclass(frozen=True, slots=True)
class Service:
    """A length of service: the least and the greatest measure that is possible; equal where it is known.

    A span of N months is met from the day on which as many days are served as lie between the first day
    served and its N-month anniversary (conventions, numbers 1 to 3).

    >>> from cadre_rules.vocabulary.codes import pack_date
    >>> measure = 731 << 24 | pack_date(2018, 3, 1)
    >>> Service(measure, measure).feel_compare(">=", YearsMonths(24))
    True
    """

    low: int
    high: int

    @property
    def known(self) -> bool:
        """Whether it is known exactly."""
        return self.low == self.high

    @property
    def days(self) -> Decimal | Interval:
        """The number of days, or the interval in which it lies."""
        low = Decimal(service_days(self.low))
        if self.known:
            return low
        return Interval(low, None if self.high >= HIGHEST else Decimal(service_days(self.high)))

    @property
    def first_day(self) -> Date | Unknown | None:
        """The first day that counts; None where none does, UNKNOWN where that is open."""
        if self.high >= HIGHEST or service_first(self.low) != service_first(self.high):
            return UNKNOWN
        return None if self.low == 0 else Date(*unpack_date(service_first(self.low)))

    def parts(self) -> tuple[int, int, int, int]:
        """Return (years, months, days, total days) of what is served for sure; see `service_parts`."""
        return service_parts(self.low)

    def feel_compare(self, operator: str, other: Any) -> bool | Unknown | None:
        """Return whether `self operator other` holds, `other` being a years and months duration.

        UNKNOWN where `other` or the service leaves it open. Null is unequal to every service, and no
        service is more or less than null; with any other value FEEL's null.
        """
        if other is None:
            return {"=": False, "!=": True}.get(operator)
        if isinstance(other, Unknown):
            return UNKNOWN
        if isinstance(other, YearsMonths):
            return _truth(COMPARISONS[operator](self.low, self.high, other.months))
        if isinstance(other, Interval) and {type(other.low), type(other.high)} <= {YearsMonths, type(None)}:
            return _truth(self._within(operator, other))
        if isinstance(other, Service) and operator in ("=", "!="):
            if self.known and other.known:
                return (self == other) == (operator == "=")
            return UNKNOWN
        return None

    def _within(self, operator: str, other: Interval) -> int:
        """Return the truth code of a comparison that has to hold for every span between two."""
        if operator in ("=", "!="):
            reached = self._end(">=", other.low, TRUE) & self._end("<=", other.high, TRUE)
            apart = TRUE if reached == FALSE else MAYBE
            return apart if operator == "!=" else TRUE - apart if apart == TRUE else MAYBE
        more = operator in (">", ">=")
        low = self._end(operator, other.low, TRUE if more else FALSE)
        high = self._end(operator, other.high, FALSE if more else TRUE)
        return low if low == high else MAYBE

    def _end(self, operator: str, end: YearsMonths | None, open_end: int) -> int:
        return open_end if end is None else COMPARISONS[operator](self.low, self.high, end.months)


def _truth(code: int) -> bool | Unknown:
    return UNKNOWN if code == MAYBE else code == TRUE
