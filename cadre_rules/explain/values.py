"""Values in words: how a date, a number, a span or a choice is written in each language.

In: FEEL values with their types. Out: text. It knows no policy.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import Enumeration, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, YearsMonths
from cadre_rules.vocabulary.counting.measures import Service

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.types import Type

_MONTHS = (
    "January February March April May June July August September October November December".split()
)
NOT_KNOWN = Text("未知", "not known")
ABSENT = Text("无", "none")
YES, NO = Text("是", "yes"), Text("否", "no")


def value_text(value: Any, type_: Type | None = None) -> Text:
    """Return a value in both languages."""
    return Text(value_in(value, type_, "zh"), value_in(value, type_, "en"))


def value_in(value: Any, type_: Type | None, language: Language) -> str:
    """Return a value in words of one language; a value of an enumeration by the name that it has there."""
    zh = language == "zh"
    if value is UNKNOWN:
        return NOT_KNOWN.in_(language)
    if value is None:
        return ABSENT.in_(language)
    if isinstance(value, bool):
        return (YES if value else NO).in_(language)
    if isinstance(value, Decimal):
        return format(value.normalize() if value == value.to_integral_value() else value, "f")
    if isinstance(value, Date):
        return date_in(value, language)
    if isinstance(value, YearsMonths):
        return span_in(value.months, language)
    if isinstance(value, Service):
        return service_in(value, language)
    if isinstance(value, Interval):
        return _interval_in(value, type_, language)
    if isinstance(value, str):
        bare = strip_optional(type_) if type_ else None
        found = bare.find(value) if isinstance(bare, Enumeration) else None
        return found.text.in_(language) if found else value
    if isinstance(value, (list, tuple)):
        return f"{len(value)}项" if zh else _count(len(value), "item")
    if isinstance(value, PartialList):
        sure = sum(1 for _, certain in value.items if certain)
        return f"至少{sure}项，其余未定" if zh else f"at least {_count(sure, 'item')}, others open"
    if isinstance(value, dict):
        return _item_in(value, language)
    return str(value)


def date_in(value: Date, language: Language) -> str:
    """Return a date: 2026年3月1日, 1 March 2026."""
    if language == "zh":
        return f"{value.year}年{value.month}月{value.day}日"
    return f"{value.day} {_MONTHS[value.month - 1]} {value.year}"


def span_in(months: int, language: Language) -> str:
    """Return a span of months: 2年6个月, 2 years and 6 months."""
    sign, months = ("-" if months < 0 else ""), abs(months)
    years, rest = divmod(months, 12)
    if language == "zh":
        return sign + ((f"{years}年" if years else "") + (f"{rest}个月" if rest else "") or "0个月")
    parts = [_count(n, unit) for n, unit in ((years, "year"), (rest, "month")) if n]
    return sign + (" and ".join(parts) or "0 months")


def service_in(value: Service, language: Language) -> str:
    """Return a length of service, with the number of days: 1年8个月又3天（共611天）."""
    if not value.known:
        low = service_in(Service(value.low, value.low), language)
        return f"至少{low}，其余未定" if language == "zh" else f"at least {low}, the rest open"
    years, months, days, total = value.parts()
    if language == "zh":
        span = (f"{years}年" if years else "") + (f"{months}个月" if months else "")
        exact = f"{span}又{days}天" if span and days else span or f"{days}天"
        return f"{exact}（共{total}天）" if span else exact
    parts = [_count(n, u) for n, u in ((years, "year"), (months, "month"), (days, "day")) if n]
    exact = ", ".join(parts) or "0 days"
    return f"{exact} ({_count(total, 'day')} in all)" if years or months else exact


def _interval_in(value: Interval, type_: Type | None, language: Language) -> str:
    zh = language == "zh"
    low = None if value.low is None else value_in(value.low, type_, language)
    high = None if value.high is None else value_in(value.high, type_, language)
    if low is not None and high is not None:
        return f"{low}至{high}之间，未定" if zh else f"between {low} and {high}, open"
    if low is not None:
        return f"至少{low}，未定" if zh else f"at least {low}, open"
    return (f"至多{high}，未定" if zh else f"at most {high}, open") if high is not None else NOT_KNOWN.in_(language)


def _item_in(value: dict[str, Any], language: Language) -> str:
    """Return an item of a list by what names it best."""
    for name in ("title", "name", "year", "id"):
        found = value.get(name, UNKNOWN)
        if found is not UNKNOWN and found is not None:
            return value_in(found, None, language)
    return "一项" if language == "zh" else "an item"


def _count(n: int, unit: str) -> str:
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"
