"""Training, leave, care, updates of the record.

In: `Life`. Out: plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ISO, maybe, ordinal, ordinal_of, workday
from cadre_rules.synthetic.establishment import COUNTY_DEPUTY, DEPUTY

if TYPE_CHECKING:
    from cadre_rules.synthetic.sections.life import Item, Life

_CLASSES: Final = (
    ("main class", "科级干部进修班", "党的创新理论", 14, 80),
    ("main class", "中青年干部培训班", "党性教育", 30, 160),
    ("sector training", "业务培训班", "专业能力", 3, 20),
    ("special session", "专题研讨班", "基层治理", 2, 12),
    ("concentrated training", "集中轮训班", "党的创新理论", 4, 32),
    ("special session", "专题研讨班", "安全生产", 2, 12),
    ("daily training", "干部讲堂", "综合知识", 0, 4),
    ("online training", "网络学院课程", "综合知识", 9, 24),
)
_MOST_LONG: Final = 900
_UPDATES: Final = weighted((50, "annual assessment"), (25, "team return visit"), (15, "tracking at major work"),
                           (10, "rewards and sanctions"))  # fmt: skip


def training(life: Life, *, long: bool) -> list[Item]:
    """Return the training of the last years; with `long` a list of hundreds."""
    chance, cadre = life.chance, life.cadre
    made: list[Item] = []
    if long and life.until - cadre.entered > 800:
        count = chance.between(200, _MOST_LONG)
        room = life.until - cadre.entered - 100
        days = sorted(cadre.entered + 60 + room * i // count for i in range(count))
        return [_class(life, i + 1, _CLASSES[-2 + (i & 1)], day) for i, day in enumerate(days)]
    least = 2 if cadre.level >= DEPUTY else 0
    for year in life.years(3):
        days = sorted(ordinal(year, 3, 1) + chance.below(270) for _ in range(chance.between(least, 3)))
        for day in days:
            if day > life.until - 30:
                continue
            made.append(_class(life, len(made) + 1, chance.one(_CLASSES), workday(day)))
    if life.active and chance.hits(40):
        made.append(_degree(life, len(made) + 1))
    return made


def _class(life: Life, number: int, sort: tuple[str, str, str, int, int], day: int) -> Item:
    kind, title, subject, days, hours = sort
    chance = life.chance
    attended = chance.hits(970)
    examined = kind in ("main class", "sector training")
    return {
        "id": f"training-{number}",
        "kind": kind,
        "title": title,
        "subject": subject,
        "body": f"{life.table.city}委党校" if kind == "main class" else life.organisation,
        "start": ISO[day],
        "end": maybe(day + days, life.as_of),
        "hours": hours if attended else 0,
        "leave_hours": chance.below(hours // 2 + 1) if attended and chance.hits(60) else 0,
        "attended": attended,
        "passed": chance.hits(960) if examined and attended else None,
    }


def _degree(life: Life, number: int) -> Item:
    return {
        "id": f"training-{number}",
        "kind": "degree study",
        "title": "在职学历提升",
        "subject": "公共管理",
        "body": "示例大学",
        "start": ISO[life.as_of - life.chance.between(60, 400)],
        "end": None,
        "hours": 120,
        "leave_hours": 0,
        "attended": True,
        "passed": None,
    }


def leave(life: Life) -> list[Item]:
    """Return the annual leave of the last years: 5, 10 or 15 days by years of work."""
    made: list[Item] = []
    for year in life.years(4):
        worked = (ordinal(year, 1, 1) - life.cadre.work_started) // 365
        entitled = 0 if worked < 1 else 5 if worked < 10 else 10 if worked < 20 else 15
        taken = entitled if life.chance.hits(500) else life.chance.below(entitled + 1)
        made.append({"year": year, "entitled_days": entitled, "taken_days": taken})
    return made


def care(life: Life, events: list[Item]) -> list[Item]:
    """Return health checks and other acts of care; most stays in hospital are followed by a visit."""
    chance, cadre = life.chance, life.cadre
    found: list[tuple[int, str, str]] = []
    for year in life.years(2):
        if chance.hits(800):
            found.append((ordinal(year, 5, 1) + chance.below(150), "health check", "示例区人民医院"))
        if chance.hits(250):
            month, day = int(ISO[cadre.birth][5:7]), min(int(ISO[cadre.birth][8:]), 28)
            found.append((ordinal(year, month, day), "birthday greeting", "所在单位工会"))
    for event in events:
        if chance.hits(750):
            found.append((ordinal_of(event["on"]) + chance.between(1, 6), "hospital visit", "所在单位工会"))
    if cadre.level >= COUNTY_DEPUTY or chance.hits(60):
        found.append((life.until - chance.between(20, 600), "linked leader", f"{life.table.name}领导"))
    if cadre.left_how == "retired" and chance.hits(700):
        found.append((cadre.retires + chance.below(20), "honour at retirement", life.organisation))
    found = sorted(act for act in found if cadre.entered < act[0] <= life.as_of)
    return [{"id": f"care-{i + 1}", "kind": kind, "on": ISO[day], "by": by} for i, (day, kind, by) in enumerate(found)]


def updates(life: Life) -> list[Item]:
    """Return the updates of the record."""
    chance = life.chance
    days = sorted(life.until - chance.between(5, 900) for _ in range(chance.below(5)))
    days = [day for day in days if day > life.cadre.entered]
    return [{"id": f"update-{i + 1}", "source": chance.one(_UPDATES), "on": ISO[day]} for i, day in enumerate(days)]
