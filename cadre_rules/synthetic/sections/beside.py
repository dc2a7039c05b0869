"""Service beside the main post: villages, secondment, shadowing, borrowing, supporting teachers, concurrent posts.

In: `Life`. Out: the periods in which the person was lent away from the main post, and the stints. No two of them run
at once, apart from a concurrent post.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.days import ISO, ordinal, plus, workday
from cadre_rules.synthetic.establishment import DEPUTY, LEVELS
from cadre_rules.synthetic.sections.stint import stint

if TYPE_CHECKING:
    from cadre_rules.synthetic.people import Move
    from cadre_rules.synthetic.sections.life import Item, Life

_UPPER: Final = (("发展和改革委员会", "municipal department"), ("财政局", "municipal department"),
                 ("人力资源和社会保障厅", "provincial department"), ("信访局", "municipal department"))  # fmt: skip
_STATIONED_FROM: Final = ordinal(2015, 5, 1)
_VILLAGES: Final = ("午村", "未村", "申村", "酉村", "戌村", "亥村")


def stints(life: Life) -> tuple[list[tuple[int, int]], list[Item]]:
    """Return when the person was borrowed away (first and last days), and all stints beside the main post."""
    cadre, chance = life.cadre, life.chance
    lent: list[tuple[int, int]] = []
    made: list[Item] = []
    if cadre.track != "organ":
        return lent, _teaching(life)
    free = cadre.entered + 380
    if cadre.graduate:
        first = workday(cadre.entered + chance.between(20, 60))
        last = plus(first, 24) - 1
        made += _stationed(life, first, last, planned=True)
        free = last + 30
    for kind, share in (("stationed", 130), ("secondment", 170), ("borrowing", 110), ("shadowing", 50)):
        if not chance.hits(share):
            continue
        room = life.until - 90 - free
        if room < 200:
            break
        first = workday(free + chance.below(room))
        if _on(life, first).level > DEPUTY or _on(life, first).slot.party:
            continue  # heads of units are not sent elsewhere for long
        if kind == "borrowing":
            period = _within(life, first, first + chance.between(150, 700))
            if period is not None:
                lent.append(period)
                made.append(_borrowed(life, *period))
                free = period[1] + 30
            continue
        last = plus(first, {"stationed": 24, "shadowing": chance.between(3, 6)}.get(kind, chance.one((12, 12, 24)))) - 1
        if kind == "stationed" and first >= _STATIONED_FROM:
            made += _stationed(life, first, last, planned=chance.hits(300))
        elif kind == "secondment":
            made.append(_seconded(life, first, last))
        elif kind == "shadowing":
            made.append(_shadowed(life, first, last))
        free = last + 30
    made += _concurrent(life)
    return lent, made


def _end(life: Life, last: int) -> str | None:
    """Write the last day; of what still goes on either the day that is planned, or that it goes on."""
    if life.cadre.left is not None:
        last = min(last, life.cadre.left)
    if last <= life.as_of or life.chance.hits(500):
        return ISO[last]
    return None


def _on(life: Life, day: int) -> Move:
    """Return the appointment that held on a day."""
    return [move for move in life.cadre.moves if move.start <= day][-1]


def _within(life: Life, first: int, last: int) -> tuple[int, int] | None:
    """Return a period cut to the appointment in which it begins; None where too little of it is left."""
    starts = [move.start for move in life.cadre.moves if move.start > first]
    if starts:
        last = min(last, starts[0] - 2)
    if life.cadre.left is not None:
        last = min(last, life.cadre.left - 1)
    since = _on(life, first).start
    return (first, last) if last - first >= 60 and first > since + 30 else None


def _stationed(life: Life, first: int, last: int, *, planned: bool) -> list[Item]:
    town = life.chance.one(life.table.of_form("town")[:3])
    village = town.name + life.chance.one(_VILLAGES)
    title = (
        "驻村第一书记" if life.cadre.party_joined is not None and life.cadre.party_joined < first else "驻村工作队员"
    )
    return [
        _beside(
            life, first, _end(life, last), village, "village", title, "stationed in a village", planned=planned,
            remote_township=town.remote, front_line=True, hard_post=True, field="乡村振兴",
        )
    ]  # fmt: skip


def _seconded(life: Life, first: int, last: int) -> Item:
    home = _on(life, first)
    if home.slot.unit.form != "town" or life.chance.hits(300):
        unit = life.chance.one(life.table.of_form("town"))
        kind, remote = unit.kind, unit.remote
        name = unit.name
        title = "副镇长（挂职）" if home.level >= DEPUTY else "镇长助理（挂职）"
        if kind == "street":
            title = "办事处副主任（挂职）" if home.level >= DEPUTY else "办事处主任助理（挂职）"
    else:
        short, kind = life.chance.one(_UPPER)
        name, remote, title = _upper(life, short, kind), False, "科长助理（挂职）"
    return _beside(
        life, first, _end(life, last), name, kind, title, "secondment", planned=True, remote_township=remote,
        front_line=kind in ("township", "street"), full_time=life.chance.hits(850),
    )  # fmt: skip


def _borrowed(life: Life, first: int, last: int) -> Item:
    short, kind = life.chance.one(_UPPER)
    end = None if last > life.as_of else ISO[last]
    return _beside(life, first, end, _upper(life, short, kind), kind, "借调人员", "borrowing", entry="borrowing")


def _shadowed(life: Life, first: int, last: int) -> Item:
    short, kind = life.chance.one(_UPPER)
    name = _upper(life, short, kind)
    return _beside(life, first, _end(life, last), name, kind, "跟岗学习人员", "shadowing", planned=True)


def _upper(life: Life, short: str, kind: str) -> str:
    return f"示例省{short}" if kind == "provincial department" else f"{life.table.city}{short}"


def _concurrent(life: Life) -> list[Item]:
    """Return a post held beside the present one; some leaders have one."""
    move = life.move
    if not move.slot.leading or not life.active or not life.chance.hits(200):
        return []
    first = workday(move.start + life.chance.between(20, 500))
    if first >= life.as_of - 20:
        return []
    name = life.table.name + "产业园区管理委员会"
    return [
        _beside(
            life, first, None, name, "other unit", "副主任（兼）", "concurrent post", full_time=False,
            leading=True, field="经济",
        )
    ]  # fmt: skip


def _teaching(life: Life) -> list[Item]:
    """Return a year of teaching in a township, for some of the staff of schools."""
    first = workday(ordinal(life.year - life.chance.between(1, 4), 9, 1))
    if life.cadre.track != "institution" or first < life.cadre.entered + 380 or not life.chance.hits(250):
        return []
    if not _on(life, first).slot.unit.short.endswith("学校") or first > life.until - 60:
        return []
    town = life.chance.one(life.table.of_form("town")[:3])
    return [
        _beside(
            life, first, _end(life, plus(first, 12) - 1), town.name + "中心学校", "public institution", "支教教师",
            "secondment", planned=True, remote_township=town.remote, front_line=True, supporting_teacher=True,
            field="教育",
        )
    ]  # fmt: skip


def _beside(
    life: Life, first: int, end: str | None, unit: str, kind: str, title: str, holding: str, **facts: object
) -> Item:
    home = _on(life, first)
    made = stint(
        post=unit + title,
        unit=unit,
        unit_kind=kind,
        title=title,
        main=False,
        appointed_on=ISO[first],
        reported_on=None,
        end=end,
        holding=holding,
        level=LEVELS[home.level],
        sent_by=None if holding == "concurrent post" else home.slot.unit.name,
        document=life.document(first),
    )
    made.update(facts)
    return made
