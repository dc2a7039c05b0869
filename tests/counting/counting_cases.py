"""Cases written as data, in English or Chinese: a domain function by name, what it is given, what it answers.

They stand in `cases.yaml` and in the two pages `docs/counting*.md`.
"""

from __future__ import annotations

import datetime as dt
import re
from decimal import Decimal
from typing import Any

from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList, YearsMonths
from cadre_rules.vocabulary.counting.functions import FUNCTIONS
from cadre_rules.vocabulary.counting.measures import Service

ENGLISH = {
    "函数": "function",
    "任职": "stints",
    "开始": "start",
    "结束": "end",
    "岗位": "post",
    "任命日": "appointed_on",
    "无": "none",
    "存疑": "perhaps",
    "另有未列": "further",
    "决定日": "as_of",
    "计算单位": "count_by",
    "天数": "days",
    "首日": "first_day",
    "合计": "parts",
    "是否满": "met",
    "年度": "years",
    "完整起始年": "complete_from_year",
    "出生": "birth",
    "当日": "at",
    "自": "from",
    "至": "to",
    "日期": "date",
    "加": "add",
    "结果": "result",
    "月": "month",
    "在任": "still in post",
    "未知": "unknown",
    "是": True,
    "否": False,
    "不限": "open",
    "属于": "hit",
    "不属于": "other",
    "可能属于": "perhaps hit",
    "主任": "director",
    "挂职": "secondment",
    "未参加考核": "not assessed",
    "数量": "quantities",
    "数": "number",
}


def english(value: Any) -> Any:
    """Return a case with its Chinese words replaced; function names stay as they are."""
    if isinstance(value, dict):
        return {ENGLISH.get(k, k): english(v) for k, v in value.items()}
    if isinstance(value, list):
        return [english(item) for item in value]
    return ENGLISH.get(value, value) if isinstance(value, str) else value


def feel(value: Any) -> Any:
    """Return what stands in a case as a FEEL value."""
    if isinstance(value, dt.date):
        return Date.of(value)
    if isinstance(value, int) and not isinstance(value, bool):
        return Decimal(value)
    if value in ("unknown", "still in post", "none"):
        return UNKNOWN if value == "unknown" else None
    if isinstance(value, str):
        found = re.fullmatch(r"P(?:(\d+)Y)?(?:(\d+)M)?", value)
        assert found, value
        return YearsMonths(int(found[1] or 0) * 12 + int(found[2] or 0))
    return value


def expected(value: Any) -> Any:
    """Return a result: `[low, high]` is an interval, with `open` as an open end."""
    if isinstance(value, list):
        return Interval(feel(value[0]), None if value[1] == "open" else feel(value[1]))
    return feel(value)


def stints(case: dict[str, Any]) -> Any:
    items = [
        (
            {
                "start": feel(s["start"]),
                "end": feel(s["end"]),
                "post": UNKNOWN if s.get("post") == "unknown" else s.get("post"),
                "appointed_on": feel(s.get("appointed_on")),
            },
            not s.get("perhaps", False),
        )
        for s in case["stints"]
    ]
    if case.get("further") or not all(sure for _, sure in items):
        return PartialList(tuple(items), {} if case.get("further") else None)
    return [item for item, _ in items]


def years(case: dict[str, Any]) -> tuple[Any, Any]:
    """Return the hits and all years."""
    found = [({"year": Decimal(year)}, state) for year, state in case["years"].items()]
    assert all(state in ("hit", "other", "not assessed", "perhaps hit") for _, state in found)
    hits = [(item, state == "hit") for item, state in found if state in ("hit", "perhaps hit")]
    among = [item for item, _ in found]
    if case.get("further"):
        return PartialList(tuple(hits), {}), PartialList(tuple((item, True) for item in among), {})
    return (PartialList(tuple(hits)) if not all(s for _, s in hits) else [i for i, _ in hits]), among


def quantities(case: dict[str, Any]) -> Any:
    """Return a list of numbers, of which some perhaps belong."""
    items = [i if isinstance(i, dict) else {"number": i} for i in case["quantities"]]
    found = tuple((feel(i["number"]), not i.get("perhaps", False)) for i in items)
    if case.get("further") or not all(sure for _, sure in found):
        return PartialList(found, UNKNOWN if case.get("further") else None)
    return [number for number, _ in found]


def arguments(name: str, case: dict[str, Any]) -> list[Any]:
    if "stints" in case:
        return [stints(case)]
    if "years" in case:
        return list(years(case))
    if "quantities" in case:
        return [quantities(case)]
    names = {
        "age": ("birth", "at"),
        "complete months": ("from", "to"),
        "add working days": ("date", "add"),
        "working days": ("from", "to"),
    }
    return [feel(case[key]) for key in names[name]]


def run(case: dict[str, Any]) -> None:
    """Call the function of a case as the interpreter does and compare all that the case states."""
    case = english(case)
    function = FUNCTIONS[case["function"]]
    implicit = {
        "as_of": feel(case.get("as_of")),
        "by_month": case.get("count_by") == "month",
        "complete_from_year": feel(case.get("complete_from_year")),
    }
    name = function.signature.name
    found = function.call(*arguments(name, case), *(implicit[i] for i in function.implicit))
    if isinstance(found, Service):
        check_service(found, case)
    elif name == "latest unbroken":
        items = found.items if isinstance(found, PartialList) else [(item, True) for item in found]
        assert [item["start"] for item, sure in items if sure] == [feel(d) for d in case["result"]]
        assert [i["start"] for i, sure in items if not sure] == [feel(d) for d in case.get("perhaps", [])]
    else:
        assert found == expected(case["result"])


def check_service(found: Service, case: dict[str, Any]) -> None:
    for span, answer in case.get("met", {}).items():
        met = found.feel_compare(">=", feel(span))
        assert met is (UNKNOWN if answer == "unknown" else answer), (span, met)
    if "days" in case:
        assert found.days == expected(case["days"])
    if "first_day" in case:
        assert found.first_day == feel(case["first_day"])
    if "parts" in case:
        assert list(found.parts()[:3]) == case["parts"]
    assert {"met", "days", "first_day", "parts"} & case.keys(), "the case states no result"
