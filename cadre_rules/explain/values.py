"""Values in words: how a date, a number, a span or a choice is written in each language.

In: FEEL values with their types. Out: text. It knows no policy.
"""

from __future__ import annotations

from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.diagnostics.text import quoted as quoted  # explanations look for it here
from cadre_rules.feel.types import STRING, ContextType, Enumeration, ListType, strip_optional
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
from cadre_rules.vocabulary.counting.measures import Service
from cadre_rules.vocabulary.determinations import UNSETTLED

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.types import Field, Type

_MONTHS = (
    *("January", "February", "March", "April", "May", "June"),
    *("July", "August", "September", "October", "November", "December"),
)
NOT_KNOWN = Text("未知", "not known")
ABSENT = Text("无", "none")
YES, NO = Text("是", "yes"), Text("否", "no")
PLAIN, ROWS = 60, 10  # plain items, and rows of a table, that are written out within a sentence
PLACES, ROUNDED = 10, 6  # digits after the point that a number may have; to how many a longer one is rounded


def value_text(value: Any, type_: Type | None = None) -> Text:
    """Return a value in both languages."""
    return Text(value_in(value, type_, "zh"), value_in(value, type_, "en"))


def value_in(value: Any, type_: Type | None, language: Language, unit: Text | None = None) -> str:
    """Return a value in words of one language; a value of an enumeration by its name there, a number with its unit."""
    zh = language == "zh"
    if value is UNKNOWN:
        return NOT_KNOWN.in_(language)
    if value is None:
        return ABSENT.in_(language)
    match value:
        case bool():
            return (YES if value else NO).in_(language)
        case Decimal():
            return counted_in(value, unit, language)
        case Date():
            return date_in(value, language)
        case YearsMonths():
            return span_in(value.months, language)
        case DaysTime():
            return _elapsed_in(value, language)
        case Time():
            return _clock(value)
        case DateTime():
            return f"{date_in(value.date, language)}{'' if zh else ' '}{_clock(value.time)}"
        case Service():
            return service_in(value, language)
        case Interval():
            return _interval_in(value, type_, language, unit)
        case RangeValue():
            low, high = (value_in(end, None, language) if end is not None else "…" for end in (value.low, value.high))
            return f"{low}至{high}" if zh else f"{low} to {high}"
        case str():
            return _text_in(value, type_, language)
        case dict():
            return _context_in(value, type_, language)
        case FunctionValue():
            return "函数" if zh else "a function"
    return _list_in(value, type_, language)


def rounded_in(value: Decimal, language: Language) -> str:
    """Return a number in words: one that does not end soon is rounded, and says so."""
    exponent = value.as_tuple().exponent
    if not isinstance(exponent, int) or -exponent <= PLACES:
        return number_in(value)
    said = number_in(value.quantize(Decimal(1).scaleb(-ROUNDED), rounding=ROUND_HALF_UP))
    return f"约{said}" if language == "zh" else f"about {said}"


def number_in(value: Decimal) -> str:
    """Return a number without trailing zeros: 2, 0.5."""
    said = format(value, "f")
    return said.rstrip("0").rstrip(".") if "." in said else said


def counted_in(value: Decimal, unit: Text | None, language: Language) -> str:
    """Return a number with its unit, if it has one: 2年, 1 year."""
    said, of = rounded_in(value, language), unit.in_(language) if unit is not None else ""
    if language == "zh" or not of:
        return said + of
    return f"{said} {of.removesuffix('s') if value == 1 else of}"


def _text_in(value: str, type_: Type | None, language: Language) -> str:
    bare = strip_optional(type_) if type_ else None
    found = bare.find(value) if isinstance(bare, Enumeration) else None
    if found is not None:
        return found.text.in_(language)
    return UNSETTLED[value] if value in UNSETTLED and isinstance(bare, Enumeration) and language == "zh" else value


def _list_in(value: Any, type_: Type | None, language: Language) -> str:
    """Return a list: plain values one by one, items of the record by their number."""
    zh = language == "zh"
    if isinstance(value, PartialList):
        sure = sum(1 for _, certain in value.items if certain)
        return f"至少{sure}项，其余未定" if zh else f"at least {_count(sure, 'item')}, others open"
    item = item_type(type_)
    if not value:
        return ABSENT.in_(language)
    if (pair := _named_value(item)) is not None:
        colon, of = "：" if zh else ": ", pair.type
        return ("、" if zh else ", ").join(f"{v['name']}{colon}{value_in(v[pair.en], of, language)}" for v in value)
    if computed(item) and len(value) <= ROWS:
        return ("；" if zh else "; ").join(value_in(v, item, language) for v in value)
    if any(isinstance(v, dict) for v in value):
        return f"{len(value)}项" if zh else _count(len(value), "item")
    said = ("、" if zh else ", ").join(value_in(v, item, language) for v in value[:PLAIN])
    more = f"等，共{len(value)}项" if zh else f" … ({_count(len(value), 'item')} in all)"
    return said + (more if len(value) > PLAIN else "")


def date_in(value: Date, language: Language, *, day: bool = True) -> str:
    """Return a date: 2026年3月1日, 1 March 2026; without the day where that is not known."""
    if language == "zh":
        return f"{value.year}年{value.month}月" + (f"{value.day}日" if day else "")
    return (f"{value.day} " if day else "") + f"{_MONTHS[value.month - 1]} {value.year}"


def counted_date_in(value: Date, language: Language) -> str:
    """Return a date whose day is not known, with the day that it counts as."""
    month = date_in(value, language, day=False)
    if language == "zh":
        return f"{month}（日未知，按{value.day}日计）"
    return f"{month} (the day is not known and counts as the {'1st' if value.day == 1 else value.day})"


def span_in(months: int, language: Language) -> str:
    """Return a span of months: 2年6个月, 2 years and 6 months."""
    below, months = months < 0, abs(months)
    years, rest = divmod(months, 12)
    if language == "zh":
        return ("负" if below else "") + ((f"{years}年" if years else "") + (f"{rest}个月" if rest else "") or "0个月")
    parts = [_count(n, unit) for n, unit in ((years, "year"), (rest, "month")) if n]
    return ("minus " if below else "") + (" and ".join(parts) or "0 months")


def _elapsed_in(value: DaysTime, language: Language) -> str:
    """Return a span of days and time: 3天4小时, 3 days 4 hours."""
    zh = language == "zh"
    seconds = abs(value.seconds)
    days, rest = divmod(seconds, 86400)
    hours, rest = divmod(rest, 3600)
    minutes, rest = divmod(rest, 60)
    units = (("天", "day"), ("小时", "hour"), ("分钟", "minute"), ("秒", "second"))
    found = [(n, u) for n, u in zip((days, hours, minutes, rest), units, strict=True) if n] or [(Decimal(0), units[0])]
    said = [f"{number_in(n)}{z}" if zh else f"{number_in(n)} {e}{'' if n == 1 else 's'}" for n, (z, e) in found]
    sign = ("负" if zh else "minus ") if value.seconds < 0 else ""
    return sign + ("" if zh else " ").join(said)


def _clock(value: Time) -> str:
    seconds = f":{value.second:02d}" if value.second else ""
    return f"{value.hour:02d}:{value.minute:02d}{seconds}"


def service_in(value: Service, language: Language) -> str:
    """Return a length of service, with the number of days: 1年8个月又3天（共611天）."""
    if not value.known:
        if not Service(value.low, value.low).parts()[3]:
            return NOT_KNOWN.in_(language)
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


def _interval_in(value: Interval, type_: Type | None, language: Language, unit: Text | None = None) -> str:
    zh = language == "zh"
    low = None if value.low is None else value_in(value.low, type_, language, unit)
    high = None if value.high is None else value_in(value.high, type_, language, unit)
    if value.high is None and value.low in (Decimal(0), YearsMonths(0)):
        return NOT_KNOWN.in_(language)  # that it is not below zero says nothing
    dated = isinstance(value.low or value.high, Date)
    if low is not None and high is not None:
        return f"{low}至{high}之间，未定" if zh else f"between {low} and {high}, open"
    if low is not None:
        least = ("不早于" if dated else "至少") if zh else ("not before " if dated else "at least ")
        return f"{least}{low}，未定" if zh else f"{least}{low}, open"
    if high is None:
        return NOT_KNOWN.in_(language)
    most = ("不晚于" if dated else "至多") if zh else ("not after " if dated else "at most ")
    return f"{most}{high}，未定" if zh else f"{most}{high}, open"


def item_type(type_: Type | None) -> Type | None:
    """Return the type of the items of a list, where it is known."""
    bare = strip_optional(type_) if type_ else None
    return strip_optional(bare.item) if isinstance(bare, ListType) else None


def computed(type_: Type | None) -> ContextType | None:
    """Return the type of a context that a policy makes; None for a part of a record, which has a name."""
    bare = strip_optional(type_) if type_ else None
    return bare if isinstance(bare, ContextType) and not bare.name.zh else None


def _named_value(type_: Type | None) -> Field | None:
    """Return the second field of contexts that are a name and a value, such as those of a table of a parameter."""
    made = computed(type_)
    pair = made is not None and len(made.fields) == 2 and made.fields[0].en == "name" and made.fields[0].type == STRING
    return made.fields[1] if made is not None and pair else None


def heading(field: Field) -> Text:
    """Return the title of a field of a context that a policy makes."""
    return field.doc if field.doc.zh else field.text


def _context_in(value: dict[str, Any], type_: Type | None, language: Language) -> str:
    """Return a context: one that a policy makes by its fields, an item of a list by what names it best."""
    made = computed(type_)
    if made is not None:
        colon, comma = ("：", "，") if language == "zh" else (": ", ", ")
        return comma.join(
            f"{heading(f).in_(language)}{colon}{value_in(value.get(f.en), f.type, language)}" for f in made.fields
        )
    for name in ("title", "name", "year", "id"):
        found = value.get(name, UNKNOWN)
        if found is not UNKNOWN and found is not None:
            return value_in(found, None, language)
    return "一项" if language == "zh" else "an item"


def _count(n: int, unit: str) -> str:
    return f"{n} {unit}" if n == 1 else f"{n} {unit}s"
