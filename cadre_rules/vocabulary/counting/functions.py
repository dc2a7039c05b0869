"""The domain functions of policy FEEL: names, types, the interpreter's callable and the kernel's core.

In: nothing. Out: `FUNCTIONS`, by English and by Chinese name. It must not know how a policy is compiled: a
function that depends on the decision date, on `count_by` or on what a list says of itself names that in
`implicit`, and the plan supplies it after the policy author's arguments:

- `as_of`: the decision date (a date; to the core packed);
- `by_month`: whether the policy counts by month (a boolean; to the core 0 or 1);
- `complete_from_year`: from which year on the list that `among` was taken from says that it is complete: a
  number, 0 where it is complete altogether, null where it does not say so; to the core a plain year,
  HIGHEST for null.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import (
    ANY,
    DATE,
    NUMBER,
    STRING,
    YEARS_MONTHS,
    ContextType,
    FormalParameter,
    ListType,
    Measure,
    Optional,
    Signature,
    Type,
    strip_optional,
)
from cadre_rules.vocabulary.counting import (
    age,
    post_wrappers,
    posts,
    runs,
    service,
    stretches,
    totals,
    working_days,
    wrappers,
)

if TYPE_CHECKING:
    from collections.abc import Callable

SERVICE: Final = Measure("service", YEARS_MONTHS, "任职时间")

Result = Literal["service", "months", "number", "date", "members"]


@dataclass(frozen=True, slots=True)
class DomainFunction:
    """One domain function.

    `call` takes FEEL values, `core` integers: for a list its columns and masks, then the `implicit` ones.
    `slots` is how many integers the core returns. `result` says what they are: "service" two measures;
    "months", "number" and "date" one code, or where there are two slots the least and the greatest;
    "members" certain mask, perhaps mask, further. Numbers of cores are plain, not scaled.
    """

    signature: Signature
    call: Callable[..., Any]
    core: Callable[..., Any]
    slots: int
    result: Result
    implicit: tuple[str, ...]
    citation: Text
    unit: Text


def _list_of(*fields: tuple[str, Type]) -> Callable[[tuple[Type, ...]], Text | None]:
    """Return a check that each list argument is a list of contexts with the given fields."""

    def check(types: tuple[Type, ...]) -> Text | None:
        for type_ in types:
            found = strip_optional(type_)
            item = strip_optional(found.item) if isinstance(found, ListType) else None
            for name, wanted in fields:
                field = item.find(name) if isinstance(item, ContextType) else None
                if field is None or strip_optional(field.type) != wanted:
                    return Text(
                        f"应为列表，且每一项都有类型为 {wanted} 的字段「{name}」，实际为 {type_}",
                        f"expected a list whose items have a field `{name}` of type {wanted}, found {type_}",
                    )
        return None

    return check


_LIST = ListType(ANY)
_STINTS = (FormalParameter("stints", _LIST),)
_YEARS = (FormalParameter("hits", _LIST), FormalParameter("among", _LIST))
_HAS_SPAN = _list_of(("start", DATE), ("end", DATE))
_HAS_POST = _list_of(("start", DATE), ("end", DATE), ("post", STRING), ("appointed_on", DATE))
_HAS_YEAR = _list_of(("year", NUMBER))

_SPANS = Text("《中华人民共和国民法典》第二百零一条、第二百零二条", "Civil Code of the PRC, articles 201 and 202")
_UNION = Text(
    "计算约定第1至3条（首日至周年日的天数，各段合并，每日只计一次）",
    "conventions of counting, numbers 1 to 3 (days to the anniversary of the first day; each day once)",
)
_YEARLY = Text(
    "计算约定第5、6条（未知不等于没有；结果自确认之日起算）",
    "conventions of counting, numbers 5 and 6 (unknown is not absent; a result counts once it is confirmed)",
)
_KNOWLEDGE = Text("计算约定第5条（未知不等于没有）", "convention of counting, number 5 (unknown is not absent)")
_CALENDAR = Text(
    "《全国年节及纪念日放假办法》及国务院办公厅各年度放假安排通知",
    "Regulation on Public Holidays and the State Council's yearly holiday notices",
)
_DAYS, _MONTHS = Text("天", "days"), Text("月", "months")
_FULL_YEARS, _PLAIN_YEARS = Text("周岁", "complete years"), Text("年", "years")
_ITEMS, _DATE_UNIT, _WORKING_DAYS = Text("项", "items"), Text("日期", "date"), Text("工作日", "working days")
_NUMBER = Text("与各项相同", "that of the quantities")

_TABLE: Final = (
    DomainFunction(
        Signature(
            "total service",
            "累计任职时间",
            _STINTS,
            SERVICE,
            _HAS_SPAN,
            Text(
                '各段任职合并计算的累计时间，算至决定日的前一日，每日只计一次；与年月期限比较，如 >= duration("P2Y")',
                "the union of the stints' days up to the day before the decision date, each day once;"
                ' it is compared with a years and months duration, as in >= duration("P2Y")',
            ),
        ),
        wrappers.total_service,
        service.service,
        2,
        "service",
        ("as_of", "by_month"),
        _UNION,
        _DAYS,
    ),
    DomainFunction(
        Signature(
            "time in post",
            "任现职时间",
            _STINTS,
            YEARS_MONTHS,
            _HAS_POST,
            Text(
                "现任职位已连续任职的整月数：同一岗位各段连续计算，中间空缺一整日即为中断；自任职决定之日起算，"
                "没有记载的自任职第一日起算；同时任数个职位的，取任职最久的",
                "the complete months for which a post held now has been held: stints of one post go on, one whole day"
                " between them is a break; counted from the appointing decision, or from the first day where none is"
                " on record; of several posts the one held longest",
            ),
        ),
        post_wrappers.time_in_post,
        posts.time_in_post,
        2,
        "months",
        ("as_of", "by_month"),
        _SPANS,
        _MONTHS,
    ),
    DomainFunction(
        Signature(
            "held since",
            "现职起算日",
            _STINTS,
            Optional(DATE),
            _HAS_POST,
            Text(
                "任现职时间的起算日；没有现任职位的为空值",
                "the date from which the time in post counts; null where no post is held",
            ),
        ),
        post_wrappers.held_since,
        posts.held_since,
        2,
        "date",
        ("as_of",),
        _SPANS,
        _DATE_UNIT,
    ),
    DomainFunction(
        Signature(
            "latest unbroken",
            "最近连续任职",
            _STINTS,
            lambda types: types[0],
            _HAS_SPAN,
            Text(
                "决定日当日或之前开始的最后一段任职，以及与其前后相接或重叠的各段",
                "the last stint begun on or before the decision date, and all that hang together with it",
            ),
        ),
        wrappers.latest_unbroken,
        stretches.latest_unbroken,
        3,
        "members",
        ("as_of",),
        _UNION,
        _ITEMS,
    ),
    DomainFunction(
        Signature(
            "run length",
            "连续年数",
            _YEARS,
            NUMBER,
            _HAS_YEAR,
            Text(
                "截至 among 中最后一个年度，连续属于 hits 的年数；没有记录的年度视为未知",
                "how many consecutive years are in `hits`, ending with the last year in `among`;"
                " a year without a record is unknown",
            ),
        ),
        wrappers.run_length,
        runs.run_length,
        2,
        "number",
        ("complete_from_year",),
        _YEARLY,
        _PLAIN_YEARS,
    ),
    DomainFunction(
        Signature(
            "longest run",
            "最长连续年数",
            _YEARS,
            NUMBER,
            _HAS_YEAR,
            Text(
                "任何时期内连续属于 hits 的最长年数，用于查找当时未处理的情形",
                "the longest run of consecutive years in `hits` at any time, to find one not acted on",
            ),
        ),
        wrappers.longest_run,
        runs.longest_run,
        2,
        "number",
        ("complete_from_year",),
        _YEARLY,
        _PLAIN_YEARS,
    ),
    DomainFunction(
        Signature(
            "age",
            "周岁",
            (FormalParameter("birth", DATE), FormalParameter("on", DATE)),
            NUMBER,
            doc=Text("某日的周岁年龄", "the age in complete years on a date"),
        ),
        wrappers.age,
        age.age,
        1,
        "number",
        ("by_month",),
        _SPANS,
        _FULL_YEARS,
    ),
    DomainFunction(
        Signature(
            "complete months",
            "整月数",
            (FormalParameter("from", DATE), FormalParameter("to", DATE)),
            YEARS_MONTHS,
            doc=Text(
                "两个日期之间已满的月数；没有对应日的，以当月最后一日为满",
                "the months complete from one date to another; where a month has no corresponding day,"
                " its last day completes it",
            ),
        ),
        wrappers.complete_months,
        age.complete_months,
        1,
        "months",
        ("by_month",),
        _SPANS,
        _MONTHS,
    ),
    DomainFunction(
        Signature(
            "add working days",
            "顺延工作日",
            (FormalParameter("date", DATE), FormalParameter("days", NUMBER)),
            DATE,
            doc=Text(
                "某日之后第若干个工作日，当日不计；放假安排尚未公布的，结果为未知",
                "the date so many working days after a date, which is not counted itself; unknown where"
                " the holidays of the year are not published",
            ),
        ),
        wrappers.add_working_days,
        working_days.add_working_days,
        1,
        "date",
        (),
        _CALENDAR,
        _DATE_UNIT,
    ),
    DomainFunction(
        Signature(
            "working days",
            "工作日数",
            (FormalParameter("from", DATE), FormalParameter("to", DATE)),
            NUMBER,
            doc=Text(
                "前一日期之后至后一日期（含）的工作日数；放假安排尚未公布的，结果为未知",
                "the working days after the first date up to and including the second; unknown where"
                " the holidays of a year are not published",
            ),
        ),
        wrappers.working_days_between,
        working_days.working_days_between,
        1,
        "number",
        (),
        _CALENDAR,
        _WORKING_DAYS,
    ),
    DomainFunction(
        Signature(
            "total",
            "总计",
            (FormalParameter("quantities", ListType(NUMBER)),),
            NUMBER,
            doc=Text(
                "各项数量之和，没有任何一项的为0；各项均不为负，未知的一项不小于0",
                "the sum of quantities, 0 of none; none is negative, so that one that is not known is 0 or more",
            ),
        ),
        wrappers.total,
        totals.total,
        2,
        "number",
        (),
        _KNOWLEDGE,
        _NUMBER,
    ),
)

FUNCTIONS: Final[dict[str, DomainFunction]] = {
    name: function for function in _TABLE for name in (function.signature.name, function.signature.zh)
}
