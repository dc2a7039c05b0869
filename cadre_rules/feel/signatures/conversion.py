"""Signatures of the conversion, boolean, temporal and miscellaneous functions, and of ranges.

DMN 1.5, 10.3.4.1, .2, .7, .8 and .10. A function that gives null for some arguments has an optional result;
the checker takes the `Optional` away where the arguments are written out and valid, such as in
`date("2020-02-29")`.
"""

from __future__ import annotations

from cadre_rules.feel.signatures.build import DATED, DURATION, POINT, WRITTEN, T, optional, required
from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Enumeration,
    EnumValue,
    FormalParameter,
    OneOf,
    Optional,
    Overload,
    RangeType,
    Signature,
)

_DAYS = ["Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday"]
_MONTHS = [
    "January",
    "February",
    "March",
    "April",
    "May",
    "June",
    "July",
    "August",
    "September",
    "October",
    "November",
    "December",
]

WEEKDAY = Enumeration(
    "day of week",
    tuple(EnumValue(en, "星期" + zh, n) for n, (en, zh) in enumerate(zip(_DAYS, "一二三四五六日", strict=True), 1)),
    zh="星期",
)
MONTH = Enumeration(
    "month of year",
    tuple(
        EnumValue(en, zh + "月", n)
        for n, (en, zh) in enumerate(
            zip(
                _MONTHS,
                ["一", "二", "三", "四", "五", "六", "七", "八", "九", "十", "十一", "十二"],
                strict=True,
            ),
            1,
        )
    ),
    zh="月份",
)


def _clock(*more: FormalParameter) -> tuple[FormalParameter, ...]:
    parts = (
        required("hour", "时", NUMBER),
        required("minute", "分", NUMBER),
        required("second", "秒", NUMBER),
    )
    return (*parts, *more)


CONVERSION = (
    Signature(
        "date",
        "日期",
        (required("from", "来源", STRING),),
        Optional(DATE),
        overloads=(
            Overload((required("from", "来源", DATED),), DATE),
            Overload(
                (
                    required("year", "年", NUMBER),
                    required("month", "月", NUMBER),
                    required("day", "日", NUMBER),
                )
            ),
        ),
    ),
    Signature(
        "date and time",
        "日期时间",
        (required("from", "来源", STRING),),
        Optional(DATE_TIME),
        overloads=(
            Overload((required("from", "来源", DATED),), DATE_TIME),
            Overload((required("date", "日期", DATED), required("time", "时间", TIME)), DATE_TIME),
        ),
    ),
    Signature(
        "time",
        "时间",
        (required("from", "来源", STRING),),
        Optional(TIME),
        overloads=(
            Overload((required("from", "来源", OneOf((TIME, *DATED.of), DATED.called)),), TIME),
            Overload(_clock(optional("offset", "时差", Optional(DAYS_TIME)))),
        ),
    ),
    Signature(
        "number",
        "数值",
        (
            required("from", "来源", STRING),
            required("grouping separator", "分组符", Optional(STRING)),
            required("decimal separator", "小数点", Optional(STRING)),
        ),
        Optional(NUMBER),
    ),
    Signature("string", "文本", (required("from", "来源", WRITTEN),), STRING),
    Signature("duration", "期限", (required("from", "来源", STRING),), Optional(DURATION)),
    Signature(
        "years and months duration",
        "年月间隔",
        (required("from", "起", DATED), required("to", "止", DATED)),
        YEARS_MONTHS,
    ),
    Signature("range", "区间", (required("from", "来源", STRING),), Optional(RangeType(ANY))),
    Signature("not", "非", (required("negand", "被否定项", BOOLEAN),), BOOLEAN),
)

TEMPORAL = (
    Signature("day of year", "年内日序", (required("date", "日期", DATED),), NUMBER),
    Signature("day of week", "星期名", (required("date", "日期", DATED),), WEEKDAY),
    Signature("month of year", "月份名", (required("date", "日期", DATED),), MONTH),
    Signature("week of year", "年内周序", (required("date", "日期", DATED),), NUMBER),
    Signature(
        "is",
        "全同",
        (required("value1", "值一", Optional(T)), required("value2", "值二", Optional(T))),
        BOOLEAN,
    ),
    Signature("now", "现在", (), DATE_TIME),
    Signature("today", "今天", (), DATE),
)

_POINT_1 = required("point1", "点一", POINT)
_POINT_2 = required("point2", "点二", POINT)
_POINT = required("point", "点", POINT)
_RANGE = required("range", "区间", RangeType(POINT))
_BOTH = Overload((required("range1", "区间一", RangeType(POINT)), required("range2", "区间二", RangeType(POINT))))


def _relation(name: str, zh: str, *ways: tuple[FormalParameter, ...]) -> Signature:
    first, *others = (*(Overload(w) for w in ways), _BOTH)
    return Signature(name, zh, first.parameters, BOOLEAN, overloads=tuple(others))


RANGES = (
    _relation("before", "先于", (_POINT_1, _POINT_2), (_POINT, _RANGE), (_RANGE, _POINT)),
    _relation("after", "后于", (_POINT_1, _POINT_2), (_POINT, _RANGE), (_RANGE, _POINT)),
    _relation("meets", "前接"),
    _relation("met by", "后接"),
    _relation("overlaps", "重叠"),
    _relation("overlaps before", "前部重叠"),
    _relation("overlaps after", "后部重叠"),
    _relation("finishes", "同止于", (_POINT, _RANGE)),
    _relation("finished by", "止于", (_RANGE, _POINT)),
    _relation("includes", "涵盖", (_RANGE, _POINT)),
    _relation("during", "处于", (_POINT, _RANGE)),
    _relation("starts", "同起于", (_POINT, _RANGE)),
    _relation("started by", "起于", (_RANGE, _POINT)),
    _relation("coincides", "重合", (_POINT_1, _POINT_2)),
)
