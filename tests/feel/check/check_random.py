"""Random texts over the cadre's scope, random records, and whether a value is of a type."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NOTHING,
    NULL,
    NUMBER,
    STRING,
    TIME,
    YEARS_MONTHS,
    Basic,
    ContextType,
    Enumeration,
    FunctionType,
    ListType,
    Optional,
    RangeType,
    Type,
)
from cadre_rules.feel.values import Date, DateTime, DaysTime, FunctionValue, RangeValue, Time, YearsMonths

DATES = st.builds(Date, st.integers(1950, 2030), st.integers(1, 12), st.integers(1, 28))
_VALUES: dict[Basic, Any] = {
    NUMBER: st.integers(-3, 70).map(Decimal),
    STRING: st.sampled_from(["", "a", "办公室"]),
    BOOLEAN: st.booleans(),
    DATE: DATES,
    DATE_TIME: st.builds(DateTime, DATES, st.builds(Time, st.integers(0, 23), st.integers(0, 59))),
    YEARS_MONTHS: st.integers(-3, 30).map(YearsMonths),
    DAYS_TIME: st.integers(-3, 90).map(lambda days: DaysTime(Decimal(86400 * days))),
}
_CLASSES: dict[Basic, type] = {
    NUMBER: Decimal,
    STRING: str,
    BOOLEAN: bool,
    DATE: Date,
    TIME: Time,
    DATE_TIME: DateTime,
    YEARS_MONTHS: YearsMonths,
    DAYS_TIME: DaysTime,
}


def values(type_: Type) -> st.SearchStrategy[Any]:
    """Return values of a type."""
    match type_:
        case Optional(of=of):
            return st.none() | values(of)
        case Enumeration(values=known):
            return st.sampled_from([v.en for v in known])
        case ListType(item=item):
            return st.lists(values(item), max_size=3)
        case ContextType(fields=fields):
            return st.fixed_dictionaries({f.en: values(f.type) for f in fields})
        case Basic():
            return _VALUES.get(type_, st.none())
    raise AssertionError(type_)


def is_of(value: Any, type_: Type) -> bool:
    """Return whether a known value is of a static type."""
    match type_:
        case Optional(of=of):
            return value is None or is_of(value, of)
        case Enumeration():
            return value in [v.en for v in type_.values]
        case ListType(item=item):
            return isinstance(value, list | tuple) and all(is_of(v, item) for v in value)
        case ContextType(fields=fields):
            return isinstance(value, dict) and all(is_of(value[f.en], f.type) for f in fields)
        case RangeType():
            return isinstance(value, RangeValue)
        case FunctionType():
            return isinstance(value, FunctionValue)
    if type_ in (NULL, NOTHING):
        return value is None
    if type_ == ANY:
        return True
    return isinstance(value, _CLASSES[type_])  # type: ignore[index]


ATOMS = [
    *("1", "2", "0", "-1", '"a"', "true", "null", '@"2020-02-29"', 'date("2021-03-01")', 'duration("P2Y")'),
    *('duration("P3D")', "as_of", "age_limit", "quota", "last_day", "末日", "years_needed", "reply_within"),
    *("note", "leading_cadre", "posts", "assessments", "任职经历", "person", "proposal", "levels_allowed"),
    *("former_level", "person.sex", '"男"', '"乡科级正职"', "proposal.level", "proposal.start", "end"),
    *(
        "start",
        "level",
        "结束日",
        "front_line",
        "grade",
        "score",
        "item",
        "x",
        "x.end",
        "x.score",
        "received_at",
    ),
    *("received_at", "posts[1]", "posts[-1]", "posts.end", "posts.start", "assessments.score"),
    *(
        "proposal.sponsor",
        "[]",
        "total_hours",
        "theory_hours",
        "count(posts)",
        "max(posts.start)",
        "person.names_used",
        "attachment",
    ),
    *(
        "posts[1] != null",
        "last_day != null",
        "quota != null",
        "end != null",
        "x.end != null",
        "score != null",
    ),
    *(
        "total_hours > 0",
        "count(posts) > 0",
        "former_level != null",
        "as_of.year",
        "reply_within.days",
        "full_time",
    ),
]
_TWO = [
    *("{} + {}", "{} - {}", "{} * {}", "{} / {}", "{} ** {}", "{} = {}", "{} != {}", "{} < {}", "{} >= {}"),
    *(
        "({} and {})",
        "({} or {})",
        "({} and {})",
        "{}[{}]",
        "{}[{}]",
        "[{}, {}]",
        "{} in {}",
        "{} in ({}, 1)",
    ),
    *("some x in {} satisfies {}", "every x in {} satisfies {}", "for x in {} return {}", "{{a: {}, b: {}}}"),
    *("max({}, {})", "append({}, {})", "concatenate({}, {})", "list contains({}, {})", "index of({}, {})"),
    *("string join({}, {})", "substring({}, {})", "modulo({}, {})", "before({}, {})", "is({}, {})"),
    *(
        "years and months duration({}, {})",
        "sort({}, function(x, y) {})",
        "contains({}, {})",
        "decimal({}, {})",
    ),
    *("remove({}, {})", "sublist({}, {})", "insert before({}, 1, {})", "union({}, {})", "floor({}, {})"),
    *("if {} then {} else null", "if {} then 1 else {}", "if {} then {} else 2", "starts with({}, {})"),
]
_ONE = [
    *(
        "not({})",
        "-({})",
        "({}).start",
        "({}).end",
        "({}).level",
        "count({})",
        "sum({})",
        "max({})",
        "min({})",
    ),
    *("mean({})", "reverse({})", "distinct values({})", "flatten({})", "string({})", "abs({})", "({})[1]"),
    *("sqrt({})", "date({})", "number({})", "all({})", "any({})", "string length({})", "({}) = null"),
    *("({}) instance of number", "({}) instance of date", "day of week({})", "median({})", "mode({})"),
    *(
        "stddev({})",
        "get entries({})",
        "({}).year",
        "({}) between 1 and 5",
        "sort({})",
        "odd({})",
        "({})[-1]",
    ),
    *("product({})", "({}).months", 'split({}, "a")', "upper case({})", "time({})", "exp({})", "log({})"),
]
TEXTS = st.recursive(
    st.sampled_from(ATOMS),
    lambda inner: st.one_of(
        st.builds(lambda form, a: form.format(a), st.sampled_from(_ONE), inner),
        st.builds(lambda form, a, b: form.format(a, b), st.sampled_from(_TWO), inner, inner),
        st.builds("{} and {} and {}".format, inner, inner, inner),
    ),
    max_leaves=6,
)
