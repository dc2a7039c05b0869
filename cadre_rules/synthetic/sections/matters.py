"""Incidents and what was determined of them, reserve pools, consents.

In: `Life`. Out: plain data. Every determination says by whom, when and on what basis it was made.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.appraisal import last
from cadre_rules.synthetic.days import ISO, maybe, workday
from cadre_rules.synthetic.establishment import DEPUTY

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadre_rules.synthetic.sections.life import Item, Life

_TITLES: Final = (
    "示例园区招商项目延误",
    "便民服务改革试点预算超支",
    "示例道路改造工程返工",
    "惠民补贴发放迟缓",
    "示例市场搬迁引发集中信访",
    "数据平台建设未达预期",
)
_AXES: Final = (
    ("motive", "for the public", "for oneself"),
    ("fault", "mistake", "dereliction"),
    ("conduct", "daring", "reckless"),
)
_RED_LINES: Final = ("persisted_after_ban", "private_gain", "major_safety_accident")
_WISHES: Final = ("到基层任职", "到边远乡镇任职", "交流任职", "驻村工作")
_POOLS: Final = ("优秀年轻干部库", "专业型干部库", "女干部和党外干部库", "村级后备力量库")


def incidents(life: Life) -> tuple[list[Item], dict[int, str], list[tuple[Item, int, bool]]]:
    """Return the incidents, the id of each sanctioned one by the day of the sanction, and what `determined` needs."""
    chance, cadre = life.chance, life.cadre
    drawn: list[tuple[int, int | None]] = []  # when it happened, and was sanctioned
    for penalty in cadre.penalties:
        if chance.hits(700):
            drawn.append((penalty.decided - chance.between(150, 800), penalty.decided))
    for share in (140, 20):
        if chance.hits(share):
            drawn.append((life.until - chance.between(60, 1500), None))
    made: list[Item] = []
    of_sanction: dict[int, str] = {}
    judged: list[tuple[Item, int, bool]] = []
    for occurred, sanctioned in sorted(drawn, key=lambda pair: pair[0]):
        if occurred <= cadre.entered:
            continue
        end = life.until if sanctioned is None else sanctioned
        discovered = occurred + chance.below(max(1, (end - occurred) // 2))
        concluded = sanctioned if sanctioned is not None else discovered + chance.between(60, 400)
        if sanctioned is None and chance.hits(250):
            concluded = life.as_of + 1
        move = [m for m in cadre.moves if m.start <= occurred][-1]
        incident = {
            "id": f"incident-{len(made) + 1}",
            "title": chance.one(_TITLES),
            "occurred_on": ISO[occurred],
            "discovered_on": ISO[discovered],
            "concluded_on": maybe(concluded, life.as_of),
            "unit": move.slot.unit.name,
            "description": "情况说明见卷宗。",
        }
        made.append(incident)
        if sanctioned is not None:
            of_sanction[sanctioned] = f"incident-{len(made)}"
        judged.append((incident, discovered, sanctioned is not None))
    return made, of_sanction, judged


def determinations(life: Life, judged: list[tuple[Item, int, bool]]) -> list[Item]:
    """Return what was determined of the incidents, and of runs of last places in several posts."""
    chance = life.chance
    made: list[Item] = []

    def add(matter: str, outcome: str, day: int, incident: str | None) -> None:
        if day > life.as_of:
            return
        made.append(
            {
                "id": f"determination-{len(made) + 1}",
                "matter": matter,
                "outcome": outcome,
                "on": ISO[day],
                "by": life.discipline if chance.hits(500) else life.organisation,
                "basis": f"示例调查报告第{chance.between(1, 9)}部分",
                "incident": incident,
            }
        )

    for incident, discovered, sanctioned in judged:
        day = workday(discovered + chance.between(20, 120))
        kept = chance.below(100)  # of the three axes: below 70 all are determined, else one is missing
        missing = chance.below(3) if kept >= 70 else 3
        for i, (matter, good, bad) in enumerate(_AXES):
            draw = chance.below(1000)
            outcome = bad if draw < (600 if sanctioned else 120) else good
            if not sanctioned and draw > 955:
                outcome = "mixed" if draw > 975 else "undecided"
            if i != missing:
                add(matter, outcome, day, incident["id"])
        for line in _RED_LINES:
            if chance.hits(300):
                crossed = chance.hits(200 if sanctioned else 40)
                add(line, "crossed" if crossed else "not crossed", day, incident["id"])
    for year, result in sorted(life.cadre.results.items()):
        before = life.cadre.results.get(year - 1)
        if not (last(result) and last(before)) or before is None or before.slot is result.slot:
            continue
        if chance.hits(500):
            outcome = chance.one(("counts", "does not count"))
            add("run_counts_across_posts", outcome, workday(life.confirmed[year, result.group] + 15), None)
    made.sort(key=lambda item: item["on"])
    return made


def judgements(life: Life, matters: Mapping[str, Sequence[str]], number: int) -> list[Item]:
    """Return determinations on the person, of about half of some matters; the first outcome is the most frequent.

    `number` is how many determinations the record has already.
    """
    chance = life.chance
    made: list[Item] = []
    for matter, outcomes in matters.items():
        day = workday(life.as_of - chance.between(10, 700))
        outcome = outcomes[0] if chance.hits(600) else chance.one(outcomes)
        if chance.hits(500) and life.cadre.entered < day <= life.as_of:
            made.append(
                {
                    "id": f"determination-{number + len(made) + 1}",
                    "matter": matter,
                    "outcome": outcome,
                    "on": ISO[day],
                    "by": life.organisation,
                    "basis": f"示例考察材料第{chance.between(1, 9)}部分",
                    "incident": None,
                }
            )
    return made


def pools(life: Life) -> list[Item]:
    """Return memberships in reserve pools; a promotion ends them."""
    chance, cadre = life.chance, life.cadre
    if cadre.level > DEPUTY or life.as_of - cadre.birth > 45 * 365 or not chance.hits(150):
        return []
    room = life.until - cadre.entered - 700
    if room < 100:
        return []
    joined = workday(cadre.entered + 500 + chance.below(room))
    left = [move.decided for move in cadre.moves if move.decided > joined and move.change == "promotion"]
    pool = chance.one(_POOLS)
    return [
        {
            "id": "pool-1",
            "pool": pool,
            "joined_on": ISO[joined],
            "left_on": ISO[left[0]] if left else None,
            "reason": "调研推荐，经研究列入",
        }
    ]


def consents(life: Life) -> list[Item]:
    """Return what the person consents to."""
    chance = life.chance
    if not life.active or not chance.hits(100):
        return []
    day = max(life.as_of - chance.between(5, 600), life.cadre.entered + 1)
    return [
        {
            "id": "consent-1",
            "matter": chance.one(_WISHES),
            "consents": chance.hits(800),
            "on": ISO[min(day, life.as_of)],
        }
    ]
