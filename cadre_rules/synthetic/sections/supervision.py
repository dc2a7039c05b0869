"""Sanctions, measures, talks, inspections and reports.

In: `Life`, the incidents that `matters` found. Out: plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.appraisal import last
from cadre_rules.synthetic.conduct import is_of_party
from cadre_rules.synthetic.days import ISO, maybe, ordinal, plus, workday
from cadre_rules.synthetic.establishment import COUNTY_DEPUTY, DEPUTY

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.synthetic.sections.life import Item, Life

_REASONS: Final = ("工作失职", "违反工作纪律", "违反财经纪律", "落实决策部署不力", "违反廉洁纪律")
_SIGNS: Final = ("工作进展缓慢", "群众反映较多", "报告事项不及时", "团结协作不够")
_CHANGES_WITH_TALK: Final = frozenset({"promotion", "further use", "reinstatement"})
_OTHER_INSPECTIONS: Final = (
    "special inspection",
    "special inspection at a major project",
    "duty inspection",
    "comprehensive evaluation",
    "inspection without an appointment pending",
    "state-of-mind analysis",
)
_SINCE_YEARS: Final = 12 * 366  # talks and inspections of older appointments are not on record


def sanctions(life: Life, incidents: Mapping[int, str]) -> list[Item]:
    """Return the sanctions; `incidents` names the incident of some, by day of decision."""
    chance = life.chance
    made: list[Item] = []
    for penalty in sorted(life.cadre.penalties, key=lambda p: p.decided):
        final = penalty.kind == "expulsion"
        stated = not final and chance.hits(750)
        released = penalty.ends + chance.between(1, 20)
        revoked = penalty.decided + chance.between(60, 200) if chance.hits(20) else None
        if revoked is not None and revoked > penalty.ends:
            revoked = None
        restored = plus(penalty.decided, 12) if penalty.kind == "probation within the Party" else None
        made.append(
            {
                "id": f"sanction-{len(made) + 1}",
                "kind": penalty.kind,
                "decided_on": ISO[penalty.decided],
                "ends_on": ISO[penalty.ends] if stated else None,
                "released_on": None if final or revoked is not None else maybe(released, life.as_of),
                "revoked_on": maybe(revoked, life.as_of),
                "rights_restored_on": maybe(restored, life.as_of),
                "by": life.discipline if is_of_party(penalty.kind) else life.discipline.replace("纪委监委", "监委"),
                "reason": chance.one(_REASONS),
                "incident": incidents.get(penalty.decided),
            }
        )
    return made


def measures(life: Life) -> list[Item]:
    """Return organisational treatments that followed bad results, admonitions after last places, and some others."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, str | None, int | None, str]] = []
    for year, (decided, treatment) in cadre.treated.items():
        found.append((decided, "organisational treatment", treatment, year, "年度考核连续末位或者不称职"))
    for year, result in cadre.results.items():
        if last(result) and chance.hits(350):
            day = workday(life.confirmed[year, result.group] + chance.between(10, 50))
            found.append((day, "admonition", None, year, "年度考核排名末位"))
    if chance.hits(90):
        day = life.until - chance.between(30, 2000)
        found.append(
            (day, chance.one(("reminder", "letter of inquiry", "notice letter")), None, None, chance.one(_SIGNS))
        )
    found = sorted(f for f in found if cadre.entered + 30 < f[0] <= life.until)
    made: list[Item] = []
    for day, kind, way, assessed, reason in found:
        reply = day + chance.between(3, 20) if kind == "letter of inquiry" else None
        made.append(
            {
                "id": f"measure-{len(made) + 1}",
                "kind": kind,
                "treatment": way,
                "decided_on": ISO[day],
                "ends_on": ISO[plus(day, 6) - 1] if kind == "admonition" and chance.hits(500) else None,
                "revoked_on": None,
                "replied_on": maybe(reply, life.as_of),
                "for_accountability": assessed is None and chance.hits(300),
                "by": life.organisation,
                "reason": reason,
                "assessment_year": assessed,
                "incident": None,
            }
        )
    return made


def talks(life: Life) -> list[Item]:
    """Return admonition talks after last places, talks before appointments, and some others."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, str, int]] = []
    for year, result in cadre.results.items():
        if last(result) and chance.hits(620):
            day = workday(life.confirmed[year, result.group] + chance.between(5, 60))
            found.append((day, "admonition talk", "指出问题，提出改进要求", year))
        elif result.group >= 0 and chance.hits(150):
            day = workday(life.confirmed[year, result.group] + chance.between(5, 60))
            found.append((day, "feedback talk", "反馈年度考核结果", year))
    for move in cadre.moves:
        if move.change in _CHANGES_WITH_TALK and move.decided > life.as_of - _SINCE_YEARS:
            found.append((move.decided, "talk before appointment", "提出任职要求", 0))
    for year in life.years(2):
        if chance.hits(550):
            found.append((workday(ordinal(year, 3, 1) + chance.below(280)), "heart-to-heart talk", "思想状况良好", 0))
    for penalty in cadre.penalties:
        if chance.hits(600):
            found.append((workday(penalty.decided + chance.between(60, 300)), "return visit", "认识深刻，正在整改", 0))
    if chance.hits(60):
        kind = chance.one(("care talk", "home visit", "reminder talk"))
        found.append((workday(life.until - chance.between(10, 900)), kind, "了解工作和生活情况", 0))
    found = sorted(f for f in found if cadre.entered < f[0] <= life.until)
    return [
        {
            "id": f"talk-{i + 1}",
            "kind": kind,
            "on": ISO[day],
            "by": life.organisation,
            "findings": findings,
            "assessment_year": year or None,
        }
        for i, (day, kind, findings, year) in enumerate(found)
    ]


def inspections(life: Life) -> list[Item]:
    """Return the inspections before appointments, and those that follow no appointment."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, str, bool]] = []
    for move in cadre.moves:
        if move.change in _CHANGES_WITH_TALK and move.decided > life.as_of - _SINCE_YEARS:
            found.append(
                (workday(move.decided - chance.between(12, 40)), "pre-appointment inspection", "表现良好", True)
            )
            if move.slot.leading and chance.hits(500):
                found.append((move.decided - chance.between(12, 40), "archive review", "材料齐全", True))
                found.append((move.decided - chance.between(12, 40), "political review", "合格", True))
    for year in life.years(3):
        day = workday(ordinal(year, 5, 1) + chance.below(220))
        if chance.hits(220):
            found.append((day, "daily inspection", "表现良好", False))
        elif cadre.level >= DEPUTY and chance.hits(150):
            found.append((day, chance.one(_OTHER_INSPECTIONS), "总体较好", False))
    found = sorted(f for f in found if cadre.entered < f[0] <= life.until)
    return [
        {
            "id": f"inspection-{i + 1}",
            "kind": kind,
            "on": ISO[day],
            "by": life.organisation,
            "findings": findings,
            "motion_open": pending,
        }
        for i, (day, kind, findings, pending) in enumerate(found)
    ]


def reports(life: Life) -> list[Item]:
    """Return reports of personal matters by those who have to make them, and a few others."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, int | None, bool | None, str | None]] = []
    if cadre.level >= COUNTY_DEPUTY and life.active:
        for year in (*life.years(3), life.year):
            due = ordinal(year, 1, 31)
            if due <= life.as_of:
                on = None if chance.hits(20) else due - chance.below(20) + (25 if chance.hits(40) else 0)
                checked = chance.hits(930) if on is not None and chance.hits(150) else None
                found.append((due, "yearly report of personal matters", on, checked, "已归档" if on else None))
        if chance.hits(100):
            due = life.as_of - chance.between(10, 800)
            on = None if chance.hits(100) else due - chance.below(28)
            found.append((due, "report of a change in personal matters", on, None, None))
    if life.active and chance.hits(25):
        due = life.as_of - chance.between(-20, 600)
        on = due - chance.between(1, 10)
        outcome = None if chance.hits(400) else chance.one(("查无实据，已澄清", "已转有关部门处理"))
        found.append((due, "report to the 12380 line", on if on <= life.as_of else None, None, outcome))
    if cadre.level >= DEPUTY and life.active and chance.hits(80):
        due = life.as_of - chance.between(10, 500)
        found.append((due, "report for instructions", due - chance.below(5), None, "已批复"))
    found.sort(key=lambda f: (f[0], f[1]))
    return [
        {
            "id": f"report-{i + 1}",
            "kind": kind,
            "due_on": ISO[due],
            "on": maybe(on, life.as_of),
            "consistent": checked,
            "outcome": outcome,
        }
        for i, (due, kind, on, checked, outcome) in enumerate(found)
    ]
