"""The running record, the archive, points of Party members, marks, and stays in hospital.

In: `Life`. Out: plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ISO, ordinal
from cadre_rules.synthetic.establishment import DEPUTY

if TYPE_CHECKING:
    from cadre_rules.synthetic.sections.life import Item, Life

_ENTRIES: Final = weighted(
    (40, ("工作实绩", "经济")), (25, ("工作实绩", "民生")), (20, ("德才表现", None)), (15, ("重大任务表现", "应急处置"))
)
_SOURCES: Final = ("班子回访", "重大工作跟踪了解", "年度考核", "奖惩情况")
_ASPECTS: Final = ("德", "能", "勤", "绩", "廉")
_LAYERS: Final = ("上级", "同级", "下级")
_EARNED: Final = ("参加组织生活", "志愿服务", "完成急难险重任务")


def life_events(life: Life) -> list[Item]:
    """Return stays in hospital."""
    chance = life.chance
    if not chance.hits(50) or life.until - life.cadre.entered < 900:
        return []
    day = life.until - chance.between(20, 800)
    return [{"id": "event-1", "kind": "hospital stay", "on": ISO[day]}]


def entries(life: Life) -> list[Item]:
    """Return entries in the running record of conduct and results."""
    chance = life.chance
    days = sorted(life.until - chance.between(5, 800) for _ in range(chance.below(4)))
    made: list[Item] = []
    for day in days:
        if day <= life.cadre.entered:
            continue
        kind, aspect = chance.one(_ENTRIES)
        made.append(
            {
                "id": f"entry-{len(made) + 1}",
                "kind": kind,
                "aspect": aspect,
                "on": ISO[day],
                "source": chance.one(_SOURCES) if chance.hits(850) else None,
                "content": "示例工作任务完成情况",
                "grade": chance.one(("excellent", "good", "fairly good")) if chance.hits(300) else None,
            }
        )
    return made


def materials(life: Life) -> list[Item]:
    """Return documents of the archive; a few of them disagree with the archive on a date."""
    chance, cadre = life.chance, life.cadre
    stated: list[tuple[str, str | None, int | None]] = [("干部履历表", "出生日期", cadre.birth)]
    if cadre.party_joined is not None:
        stated.append(("入党志愿书", "入党日期", cadre.party_joined))
    stated.append(("参加工作审批表", "参加工作日期", cadre.work_started))
    stated.append(("学历证明材料", None, None))
    made: list[Item] = []
    for name, about, day in stated:
        if day is not None and chance.hits(15):
            day -= chance.between(20, 400)
        reviewed = life.as_of - chance.between(100, 2500) if chance.hits(850) else None
        digitised = life.as_of - chance.between(10, 1500) if chance.hits(800) else None
        made.append(
            {
                "id": f"material-{len(made) + 1}",
                "name": name,
                "about": about,
                "states": None if day is None else ISO[day],
                "reviewed_on": None if reviewed is None else ISO[reviewed],
                "digitised_on": None if digitised is None else ISO[digitised],
            }
        )
    return made


def party_points(life: Life) -> list[Item]:
    """Return the points of Party members where they are kept: one member in three."""
    joined, chance = life.cadre.party_joined, life.chance
    if joined is None or not chance.hits(330):
        return []
    kind = "农村党员" if life.cadre.track == "village" else "机关党员"
    made: list[Item] = []
    for year in life.years(2):
        if ordinal(year, 1, 1) < joined:
            continue
        for period in range(1, 5):
            points = chance.between(10, 25) if chance.hits(960) else -chance.between(1, 5)
            made.append(
                {
                    "id": f"points-{len(made) + 1}",
                    "member_class": kind,
                    "year": year,
                    "period": period,
                    "points": points,
                    "earned_for": chance.one(_EARNED) if points > 0 else "无故缺席组织生活",
                }
            )
    return made


def marks(life: Life) -> list[Item]:
    """Return the marks that some leaders were given last year, by aspect and layer of raters."""
    chance = life.chance
    if life.cadre.level < DEPUTY or not life.active or not chance.hits(250):
        return []
    made: list[Item] = []
    for aspect in _ASPECTS:
        for layer in _LAYERS:
            made.append(
                {
                    "id": f"mark-{len(made) + 1}",
                    "rated": None,
                    "period": life.year - 1,
                    "component": aspect,
                    "indicator": None,
                    "layer": layer,
                    "judge": None,
                    "mark": chance.between(75, 99),
                    "full": 100,
                }
            )
    return made
