"""What is proposed for a person on the decision date, and how far the procedure has come.

In: `Life`. Out: plain data, or None where nothing is proposed.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ISO, workday
from cadre_rules.synthetic.establishment import COUNTY_CHIEF, COUNTY_DEPUTY, LEVELS

if TYPE_CHECKING:
    from cadre_rules.synthetic.establishment import Slot
    from cadre_rules.synthetic.sections.life import Item, Life

_KINDS: Final = weighted(
    (70, "promotion"), (15, "lateral move"), (6, "further use"), (6, "rank promotion"), (3, "demotion")
)
_STEPS: Final = (
    "motion_on",
    "nominated_on",
    "recommended_on",
    "inspected_on",
    "archive_reviewed_on",
    "personal_matters_verified_on",
    "discipline_opinion_on",
    "letters_checked_on",
    "decided_on",
)
_ENTRIES: Final = {
    "promotion": weighted((70, "selection and appointment"), (20, "competitive selection"), (10, "election")),
    "lateral move": weighted((60, "exchange"), (20, "rotation"), (20, "transfer")),
    "further use": ("exchange", "selection and appointment"),
    "rank promotion": ("selection and appointment",),
    "demotion": ("selection and appointment",),
}
_REASONS: Final = ("工作需要", "结构调整", "岗位空缺", "经考察表现突出")


def proposal(life: Life, rank: str | None) -> Item | None:
    """Return the proposal: for about half of the civil servants in service. `rank` is the one next to theirs."""
    chance, cadre = life.chance, life.cadre
    held = cadre.slot
    if held is None or cadre.track != "organ" or not chance.hits(500) or life.as_of - life.move.start < 60:
        return None
    kind = chance.one(_KINDS)
    if kind == "rank promotion" and rank is None:
        kind = "lateral move"
    level = min(cadre.level + 1, COUNTY_CHIEF) if kind == "promotion" else cadre.level
    if kind == "demotion":
        level = max(0, cadre.level - 1)
    if kind == "promotion" and level == cadre.level:
        kind = "lateral move"
    slot = held if kind == "rank promotion" else _proposed(life, level)
    body = life.table.city + "委组织部" if level >= COUNTY_DEPUTY else life.table.name + "委组织部"
    exceptional = kind == "promotion" and chance.hits(15)
    made: Item = {
        "kind": kind,
        "post": slot.post,
        "unit": slot.unit.name,
        "unit_kind": slot.unit.kind,
        "title": None if kind == "rank promotion" else slot.title,
        "removed_title": None if kind == "rank promotion" else held.title,
        "level": LEVELS[level],
        "entry": chance.one(_ENTRIES[kind]),
        "from_level": LEVELS[cadre.level],
        "leading": slot.leading,
        "exceptional": exceptional,
        "exceptional_in_years": exceptional and chance.hits(700),
        "place": f"示例省{life.table.city}",
        "avoids_home": slot.level == COUNTY_CHIEF,
        "reason": chance.one(_REASONS),
        "specialty": "不限" if chance.hits(700) else "经济类",
        "submitted_by": body,
        "filled_by": body + "干部科",
    }
    if kind == "rank promotion":
        made["rank"] = rank
    _steps(life, made)
    return made


def _proposed(life: Life, level: int) -> Slot:
    """Return the post that is proposed: another one of the level."""
    found = [
        slot
        for slot in life.table.slots
        if slot.level == level and slot is not life.cadre.slot and slot.unit.form not in ("institution", "village")
    ]
    return life.chance.one(found)


def _steps(life: Life, made: Item) -> None:
    """Add the days of the steps: those that were taken, one after the other, until about the decision date."""
    chance = life.chance
    taken = chance.between(1, len(_STEPS))
    gaps = [chance.between(2, 9) for _ in range(taken)]
    day = workday(life.as_of - sum(gaps) - chance.between(0, 10))
    filled = day
    for i, step in enumerate(_STEPS):
        if i >= taken:
            made[step] = None
            continue
        skipped = step == "nominated_on" and chance.hits(300)
        made[step] = None if skipped or day > life.as_of else ISO[day]
        day = workday(day + gaps[i])
    decided = made["decided_on"] is not None
    made["notice_from"] = ISO[day] if decided else None
    made["notice_to"] = ISO[day + 6] if decided else None
    made["filled_on"] = ISO[filled]
    made["age_counted_on"] = ISO[filled]
