"""Assessments and what follows from them: awards and states of employment.

In: `Life`. Out: plain data. Annual assessments of the last years have an order, which agrees across the group; older
ones have a grade only.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.conduct import NO_GRADE, NOT_COMPETENT, NOT_EXCELLENT, bound
from cadre_rules.synthetic.days import ISO, maybe, ordinal, plus, workday, year_of
from cadre_rules.synthetic.establishment import DEPUTY

if TYPE_CHECKING:
    from cadre_rules.synthetic.sections.life import Item, Life

_ROUTINE: Final = weighted((25, "good"), (62, "fairly good"), (11, "average"), (2, "poor"))
_COMPREHENSIVE: Final = weighted((20, "excellent"), (76, "competent"), (4, "basically competent"))
_OLD_GRADES: Final = weighted((15, "excellent"), (84, "competent"), (1, "basically competent"))
_INSTITUTION: Final = {
    "competent": "qualified",
    "basically competent": "basically qualified",
    "incompetent": "unqualified",
}
_FIELDS: Final = ("经济", "民生", "乡村振兴", "基层治理", "安全生产")


class _Scores(dict[int, Decimal]):
    """Scores in tenths, as numbers."""

    def __missing__(self, tenths: int) -> Decimal:
        score = self[tenths] = Decimal(tenths).scaleb(-1)
        return score


_SCORES = _Scores()


def assessments(life: Life) -> list[Item]:
    """Return all assessments of the service in the district, by year."""
    made = [
        _old(life, year) for year in range(year_of(life.cadre.entered) + 1, life.first_result) if _served(life, year)
    ]
    made += [_ranked(life, year) for year in sorted(life.cadre.results)]
    if life.active:
        made += _periodic(life)
    return made


def _served(life: Life, year: int) -> bool:
    return ordinal(year, 12, 31) <= life.until


def _post_on(life: Life, day: int) -> str:
    post = life.cadre.moves[0].slot.post
    for move in life.cadre.moves:
        if move.start > day:
            break
        post = move.slot.post
    return post


def _old(life: Life, year: int) -> Item:
    """Return an annual assessment of which only the grade is kept."""
    limit = bound(life.cadre, year)
    grade = {NO_GRADE: "no grade given", NOT_COMPETENT: "incompetent", NOT_EXCELLENT: "competent"}.get(limit)
    grade = grade or life.chance.one(_OLD_GRADES)
    if life.cadre.track != "organ":
        grade = _INSTITUTION.get(grade, grade)
    return {
        "kind": "annual",
        "year": year,
        "period": None,
        "assessed": True,
        "grade": grade,
        "score": None,
        "confirmed_on": ISO[workday(ordinal(year + 1, 1, 20) + life.chance.below(70))],
        "post": _post_on(life, ordinal(year, 12, 31)),
        "feedback_on": None,
    }


def _ranked(life: Life, year: int) -> Item:
    """Return an annual assessment with its place in the group."""
    result = life.cadre.results[year]
    if result.group < 0:
        return {
            "kind": "annual",
            "year": year,
            "period": None,
            "assessed": False,
            "score": None,
            "confirmed_on": None,
            "post": result.slot.post,
            "feedback_on": None,
        }
    confirmed = life.confirmed[year, result.group]
    told = confirmed + life.chance.between(3, 25)
    return {
        "kind": "annual",
        "year": year,
        "period": None,
        "assessed": True,
        "grade": result.grade,
        "placed_below": result.below,
        "tied": result.tied,
        "group": life.table.groups[result.group],
        "group_size": result.size,
        "score": _SCORES[result.score],
        "confirmed_on": maybe(confirmed, life.as_of),
        "post": result.slot.post,
        "feedback_on": maybe(told, life.as_of) if life.chance.hits(800) else None,
    }


def _periodic(life: Life) -> list[Item]:
    """Return routine or quarterly, term, comprehensive and special assessments, for some."""
    cadre, chance = life.cadre, life.chance
    institution = cadre.track == "institution"
    made: list[Item] = []
    if chance.hits(300):
        kind = "quarterly" if institution else "routine"
        for back in range(chance.between(2, 5), 0, -1):
            year, quarter = divmod(life.year * 4 + (_month(life) - 1) // 3 - back, 4)
            ended = ordinal(year + (quarter == 3), (quarter * 3 + 3) % 12 + 1, 1) - 1
            if ended - 60 < cadre.entered:
                continue
            made.append(_simple(life, kind, year, quarter + 1, chance.one(_ROUTINE), ended + chance.between(10, 40)))
    if institution:
        for year in range(life.year - 1, max(life.first_result, year_of(cadre.entered) + 2), -3):
            made.append(_simple(life, "term", year, None, "qualified", ordinal(year + 1, 1, 10) + chance.below(60)))
    if cadre.level >= DEPUTY:
        for year in life.years(2):
            if chance.hits(600):
                day = ordinal(year + 1, 2, 1) + chance.below(60)
                made.append(_simple(life, "comprehensive", year, None, chance.one(_COMPREHENSIVE), day))
    if chance.hits(50):
        for year in life.years(1):
            day = ordinal(year, 9, 1) + chance.below(100)
            made.append(_simple(life, "special", year, 1, chance.one(_ROUTINE), day))
    return made


def _month(life: Life) -> int:
    return int(ISO[life.as_of][5:7])


def _simple(life: Life, kind: str, year: int, period: int | None, grade: str, confirmed: int) -> Item:
    if life.cadre.track != "organ":
        grade = _INSTITUTION.get(grade, grade)
    return {
        "kind": kind,
        "year": year,
        "period": period,
        "assessed": True,
        "grade": grade,
        "score": None,
        "confirmed_on": maybe(workday(confirmed), life.as_of),
        "post": _post_on(life, min(confirmed, life.until)),
        "feedback_on": None,
    }


def awards(life: Life) -> list[Item]:
    """Return commendations for excellent years, a third-class merit for every third in a row, and a few others."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, str, str]] = []
    running = 0
    for year, result in sorted(cadre.results.items()):
        running = running + 1 if result.grade == "excellent" else 0
        if not running:
            continue
        granted = workday(life.confirmed[year, result.group] + chance.between(5, 40))
        kind, title = ("third-class merit", "记三等功") if running % 3 == 0 else ("commendation", "嘉奖")
        if granted <= life.until:
            found.append((granted, kind, f"{year}年度{title}", f"{year}年度考核优秀"))
    if chance.hits(60) and life.until - cadre.entered > 900:
        day = workday(cadre.entered + 400 + chance.below(life.until - cadre.entered - 500))
        kind, title = chance.one(
            (
                ("circulated praise", "通报表扬"),
                ("honorary title", "先进工作者"),
                ("other award", "专项工作奖"),
                ("second-class merit", "记二等功"),
            )
        )
        found.append((day, kind, title, "示例专项工作成绩"))
    found.sort()
    return [
        {
            "id": f"award-{i + 1}",
            "kind": kind,
            "title": title,
            "granted_on": ISO[day],
            "by": life.organisation,
            "field": chance.one(_FIELDS),
            "basis": basis,
        }
        for i, (day, kind, title, basis) in enumerate(found)
    ]


def employment(life: Life) -> list[Item]:
    """Return the states of employment; after a year that was not competent some of the staff wait for a post."""
    cadre, chance = life.cadre, life.chance
    if cadre.track == "village" or (cadre.track == "organ" and not chance.hits(100)):
        return []
    trial = plus(cadre.entered, 6)
    states: list[tuple[int, str, str]] = [(cadre.entered, "trial", "新聘用"), (trial, "on post", "试岗期满")]
    for year, result in sorted(cadre.results.items()):
        if result.grade not in ("incompetent", "unqualified") or not result.slot.staff:
            continue
        waits = life.confirmed[year, result.group] + 20
        if waits > states[-1][0] + 200:
            states.append(
                (waits, "awaiting post", f"{year}年度考核{'不称职' if result.grade == 'incompetent' else '不合格'}")
            )
            states.append((plus(waits, 6), "on post", "待岗期满"))
    states = [state for state in states if state[0] <= life.until]
    return [
        {
            "id": f"employment-{i + 1}",
            "state": state,
            "start": ISO[day],
            "end": ISO[states[i + 1][0] - 1] if i + 1 < len(states) else maybe(cadre.left, life.as_of),
            "reason": reason,
        }
        for i, (day, state, reason) in enumerate(states)
    ]
