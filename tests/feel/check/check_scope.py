"""A scope like the one that policies have: a cadre's record, parameters, definitions, domain functions."""

from __future__ import annotations

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    DATE,
    DATE_TIME,
    DAYS_TIME,
    NUMBER,
    STRING,
    YEARS_MONTHS,
    ContextType,
    Enumeration,
    EnumValue,
    Field,
    FormalParameter,
    ListType,
    Measure,
    Optional,
    Scope,
    Signature,
)


def _values(*pairs: tuple[str, str]) -> tuple[EnumValue, ...]:
    return tuple(EnumValue(en, zh, code) for code, (en, zh) in enumerate(pairs, 1))


SEX = Enumeration("sex", _values(("male", "男"), ("female", "女")), zh="性别")
LEVEL = Enumeration(
    "post level",
    _values(
        ("township-section deputy", "乡科级副职"),
        ("township-section chief", "乡科级正职"),
        ("county-division deputy", "县处级副职"),
        ("county-division chief", "县处级正职"),
    ),
    zh="职务层次",
    ordered=True,
)
GRADE = Enumeration(
    "assessment grade",
    _values(
        ("incompetent", "不称职"),
        ("basically competent", "基本称职"),
        ("competent", "称职"),
        ("excellent", "优秀"),
    ),
    zh="考核等次",
    ordered=True,
)
KIND = Enumeration(
    "assessment kind", _values(("annual", "年度"), ("routine", "平时"), ("special", "专项")), zh="考核类别"
)

PERSON = ContextType(
    (
        Field("birth_date", "出生日期", DATE),
        Field("sex", "性别", SEX),
        Field("party_since", "入党日期", Optional(DATE)),
        Field("names_used", "曾用名", ListType(STRING)),
    ),
    Text("个人情况", "person"),
)
POST = ContextType(
    (
        Field("unit", "单位", STRING),
        Field("level", "职务层次", LEVEL),
        Field("start", "起始日", DATE),
        Field("end", "结束日", Optional(DATE)),
        Field("front_line", "基层一线", BOOLEAN),
        Field("full_time", "专职", Optional(BOOLEAN)),
    ),
    Text("任职", "post"),
)
ASSESSMENT = ContextType(
    (
        Field("year", "年份", NUMBER),
        Field("kind", "类别", KIND),
        Field("grade", "等次", Optional(GRADE)),
        Field("score", "得分", Optional(NUMBER)),
        Field("placed_below", "位次在后人数", NUMBER),
        Field("group_size", "排序人数", NUMBER),
    ),
    Text("考核", "assessment"),
)
PROPOSAL = ContextType(
    (
        Field("level", "拟任层次", LEVEL),
        Field("unit", "拟任单位", STRING),
        Field("start", "拟任日", Optional(DATE)),
        Field("sponsor", "提名人", Optional(PERSON)),
    ),
    Text("拟任", "proposal"),
)
POSTS = ListType(POST, order=("start",), key=("start",))
SERVICE = Measure("service", YEARS_MONTHS, zh="任职时间")


def _function(
    name: str, zh: str, result: object, *parameters: FormalParameter, literals: tuple[Field, ...] = ()
) -> Signature:
    return Signature(name, zh, parameters, result, literals=literals)  # type: ignore[arg-type]


_PERIODS = FormalParameter("posts", ListType(ContextType((Field("start", "起始日", DATE),))), zh="任职经历")
FUNCTIONS = (
    _function("total service", "累计任职", SERVICE, _PERIODS),
    _function(
        "age",
        "年龄",
        NUMBER,
        FormalParameter("born", DATE, zh="出生日期"),
        FormalParameter("on", DATE, zh="计算日"),
    ),
    _function("run length", "连续年数", NUMBER, FormalParameter("items", ListType(ASSESSMENT), zh="考核")),
    _function(
        "at least",
        "不低于",
        BOOLEAN,
        FormalParameter("level", LEVEL, zh="层次"),
        FormalParameter("floor", LEVEL, zh="下限"),
    ),
    _function(
        "determination",
        "认定",
        ANY,
        FormalParameter("matter", STRING, zh="事项"),
        literals=(
            Field(
                "motive",
                "动机",
                Optional(Enumeration("motive", _values(("public", "为公"), ("private", "徇私")), zh="动机")),
            ),
            Field("politically qualified", "政治合格", BOOLEAN),
        ),
    ),
)

CADRE = Scope(
    (
        Field("person", "个人情况", PERSON),
        Field("posts", "任职经历", POSTS),
        Field("assessments", "考核", ListType(ASSESSMENT, order=("year",), key=("year", "kind"))),
        Field("proposal", "拟任", PROPOSAL),
        Field("as_of", "决定日期", DATE),
        Field("years_needed", "所需年限", YEARS_MONTHS),
        Field("age_limit", "年龄上限", NUMBER),
        Field("quota", "名额", Optional(NUMBER)),
        Field("levels_allowed", "可任层次", ListType(LEVEL)),
        Field("note", "备注", STRING),
        Field("last_day", "末日", Optional(DATE)),
        Field("theory_hours", "理论课时", NUMBER),
        Field("total_hours", "总课时", NUMBER),
        Field("received_at", "收到时刻", DATE_TIME),
        Field("reply_within", "答复时限", DAYS_TIME),
        Field("leading_cadre", "领导干部", BOOLEAN),
        Field("former_level", "原职务层次", Optional(LEVEL)),
        Field("attachment", "附件", ANY),
        Field("end", "截止日", Optional(DATE)),
    ),
    {f.name: f for f in FUNCTIONS},
)

NAMED = {
    "number": NUMBER,
    "boolean": BOOLEAN,
    "date": DATE,
    "string": STRING,
    "post level": LEVEL,
    "sex": SEX,
    "list of post": POSTS,
    "post level or null": Optional(LEVEL),
    "date or null": Optional(DATE),
    "service": SERVICE,
    "person": PERSON,
}
