"""The properties of temporal values and ranges, in both languages. DMN 1.5, 10.3.2.3 and 10.3.2.7.

In: types. Out: their properties as fields. The Chinese names are this project's own.
"""

from __future__ import annotations

from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Field,
    Optional,
    RangeType,
    Type,
)

_DATE = (
    Field("year", "年", NUMBER),
    Field("month", "月", NUMBER),
    Field("day", "日", NUMBER),
    Field("weekday", "星期", NUMBER),
)
_TIME = (
    Field("hour", "时", NUMBER),
    Field("minute", "分", NUMBER),
    Field("second", "秒", NUMBER),
    Field("time offset", "时差", Optional(DAYS_TIME)),
    Field("timezone", "时区", Optional(STRING)),
)
_YEARS_MONTHS = (Field("years", "年数", NUMBER), Field("months", "月数", NUMBER))
_DAYS_TIME = (
    Field("days", "天数", NUMBER),
    Field("hours", "时数", NUMBER),
    Field("minutes", "分数", NUMBER),
    Field("seconds", "秒数", NUMBER),
)
_OF = {
    DATE: _DATE,
    TIME: _TIME,
    DATE_TIME: _DATE + _TIME,
    YEARS_MONTHS: _YEARS_MONTHS,
    DAYS_TIME: _DAYS_TIME,
}


def properties_of(type_: Type) -> tuple[Field, ...]:
    """Return the properties of a type that is no context; most have none."""
    if isinstance(type_, RangeType):
        return (
            Field("start", "起点", Optional(type_.item)),
            Field("end", "终点", Optional(type_.item)),
            Field("start included", "含起点", BOOLEAN),
            Field("end included", "含终点", BOOLEAN),
        )
    return next((fields for of, fields in _OF.items() if of == type_), ())
