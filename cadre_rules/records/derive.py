"""What follows from the given facts by a convention: noted as derived, with its basis.

In: the sections as given. Out: the same, with `derived` and `basis` filled; contradictions are faults.
Conventions: a stint begins on the day of reporting if recorded, else on the date of the order; whoever was
graded or placed was assessed; study is no post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.records import messages
from cadre_rules.records.dates import write_date
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from cadre_rules.feel.values import Date
    from cadre_rules.records.faults import Faults
    from cadre_rules.records.given import Given, Item

REPORTED = Text("以到任日期为起始日期", "begins on the day of reporting")
APPOINTED = Text(
    "没有到任日期，以任职决定日期为起始日期",
    "no day of reporting is recorded: begins on the date of the order",
)
AS_GIVEN = Text("起始日期按所填", "the first day as it was given")
ASSESSED = Text("有考核结果，即参加了考核", "there is a result, so an assessment was made")
NO_PERIOD = Text("此类考核一年一次，没有期次", "such an assessment is made once a year and has no period")
ON_THE_PERSON = Text("档案没有列出事项，认定的是本人", "the record lists no incidents, so it is on the person")
STUDY = Text("在学期间不担任职务", "study is no post")

ONCE_A_YEAR = frozenset({"annual", "term", "comprehensive"})
_RESULTS = ("grade", "placed_below", "tied", "score")
_NOT_WHILE_STUDYING = ("front_line", "leading", "internal_body_chief", "acting")
_KIND_NAMES = {
    "annual": Text("年度考核", "an annual assessment"),
    "term": Text("聘期考核", "a term assessment"),
    "comprehensive": Text("综合考核", "a comprehensive assessment"),
    "routine": Text("平时考核", "a routine assessment"),
    "quarterly": Text("季度考核", "a quarterly assessment"),
    "special": Text("专项考核", "a special assessment"),
}


def derive(sections: dict[str, Given], faults: Faults) -> None:
    """Fill in what follows; note what contradicts it."""
    for post in _items(sections, "posts"):
        _start(post, faults)
        _study(post, faults)
    for assessment in _items(sections, "assessments"):
        _assessed(assessment, faults)
        _period(assessment, faults)
    if not any(_items(sections, listed) for listed in PRESENT.values()):
        for determination in _items(sections, "determinations"):
            _on_the_person(determination)


def _on_the_person(determination: Item) -> None:
    """Where a record lists no incidents, a determination that names none is on the person."""
    if not determination.has("incident") and "incident" not in determination.broken:
        determination.derived["incident"] = None
        determination.basis["incident"] = ON_THE_PERSON


def _items(sections: dict[str, Given], name: str) -> list[Item]:
    return sections[name].items if name in sections else []


def _start(post: Item, faults: Faults) -> None:
    """Take the first day from the day of reporting, else from the order; a given one has to agree."""
    if "reported_on" in post.broken or "start" in post.broken:
        post.broken.add("start")
        return
    source = "reported_on" if post.present("reported_on") else "appointed_on"
    if not post.present(source):
        if source in post.broken:
            post.broken.add("start")
        if post.present("start"):
            post.basis["start"] = AS_GIVEN
        return
    if post.present("start") and not _agree(post, source):
        faults.add(
            messages.START_DISAGREES,
            post.at("start"),
            start=said(post, "start"),
            other=Text("到任日期", "reported_on") if source == "reported_on" else Text("任职决定日期", "appointed_on"),
            value=said(post, source),
        )
        return
    post.basis["start"] = REPORTED if source == "reported_on" else APPOINTED
    if post.present("start") and (post.known_to("start") == "day" or post.known_to(source) == "month"):
        return
    post.derived["start"] = post.values[source]
    post.derived_precision["start"] = post.known_to(source)
    post.spots["start"] = post.at(source)


def _agree(post: Item, source: str) -> bool:
    start, other = post.values["start"], post.values[source]
    if "month" in (post.known_to("start"), post.known_to(source)):
        return bool((start.year, start.month) == (other.year, other.month))
    return bool(start == other)


def said(item: Item, name: str) -> str:
    """Return a date as it would be written."""
    date: Date = item.value(name)
    return write_date(date, item.known_to(name))


def _study(post: Item, faults: Faults) -> None:
    if not post.present("holding") or post.value("holding") != "study":
        return
    names = {
        "front_line": Text("基层一线", "front_line"),
        "leading": Text("领导职务", "leading"),
        "internal_body_chief": Text("中层正职", "internal_body_chief"),
        "acting": Text("代理", "acting"),
    }
    for name in _NOT_WHILE_STUDYING:
        if post.values.get(name) is True:
            faults.add(messages.STUDY, post.at(name), name=names[name])
        _conclude(post, name, False, STUDY)


def _conclude(item: Item, name: str, value: Any, basis: Text) -> None:
    """Derive a fact that is not given."""
    if name not in item.values and name not in item.broken:
        item.derived[name] = value
        item.basis[name] = basis


def _assessed(assessment: Item, faults: Faults) -> None:
    names = {
        "grade": Text("考核等次", "grade"),
        "placed_below": Text("其后人数", "placed_below"),
        "tied": Text("并列人数", "tied"),
        "score": Text("得分", "score"),
    }
    results = [name for name in _RESULTS if assessment.present(name)]
    if assessment.values.get("assessed") is False:
        for name in results:
            faults.add(messages.NOT_ASSESSED, assessment.at(name), name=names[name])
    elif results:
        _conclude(assessment, "assessed", True, ASSESSED)


def _period(assessment: Item, faults: Faults) -> None:
    kind = assessment.values.get("kind")
    if not isinstance(kind, str):
        return
    if kind in ONCE_A_YEAR:
        if assessment.present("period"):
            problem = Text("没有期次", "has no `period`")
            faults.add(messages.PERIOD, assessment.at("period"), kind=_KIND_NAMES[kind], problem=problem)
        _conclude(assessment, "period", None, NO_PERIOD)
    elif not assessment.present("period") and "period" not in assessment.broken:
        problem = Text("缺少期次", "lacks `period`")
        faults.add(messages.PERIOD, assessment.at("period"), kind=_KIND_NAMES[kind], problem=problem)
        assessment.broken.add("period")
