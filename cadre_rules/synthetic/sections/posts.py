"""The posts of a life: one stint for each appointment, split where the person was lent away or the post renamed.

In: `Life`. Out: plain data, in the order of first days. Stints that run beside the main post come from `beside`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.days import ISO, maybe, month_after, ordinal, plus, workday, year_of
from cadre_rules.synthetic.establishment import LEVELS
from cadre_rules.synthetic.sections import beside
from cadre_rules.synthetic.sections.stint import stint

if TYPE_CHECKING:
    from cadre_rules.synthetic.people import Earlier, Move
    from cadre_rules.synthetic.sections.life import Item, Life

_FRONT: Final = frozenset({"township", "street", "village", "community"})
_HARD: Final = frozenset({"社会稳定", "安全生产"})
# What a stint does not have that goes on in the same post: it is neither a promotion nor an entry.
_GOES_ON: Final = {
    "entry": "other entry",
    "change": "lateral move",
    "exceptional": False,
    "exceptional_in_years": False,
    "probation_ends_on": None,
    "confirmed_on": None,
    "pay_changed_on": None,
}
_WITH_PROBATION: Final = frozenset({"promotion", "reinstatement"})


def posts(life: Life) -> list[Item]:
    """Return every stint."""
    made = [_before(life, earlier) for earlier in life.cadre.earlier]
    lent, others = beside.stints(life)
    moves = life.cadre.moves
    for i, move in enumerate(moves):
        following = moves[i + 1] if i + 1 < len(moves) else None
        made += _held(life, move, following, lent)
        acting = _acting(life, move, moves[i - 1]) if i else None
        if acting is not None:
            made.append(acting)
    made += others
    made.sort(key=_first_day)
    for i, held in enumerate(made):
        held["id"] = f"post-{i + 1}"
    return made


def _first_day(held: Item) -> str:
    found: str = held.get("start") or held["reported_on"] or held["appointed_on"]
    return found


def _before(life: Life, earlier: Earlier) -> Item:
    """Return a job held before coming to the district."""
    unit, kind, title = {
        "army": ("示例部队", "other unit", "干部"),
        "enterprise": ("示例企业集团有限公司", "state-owned enterprise", "职员"),
        "organ": ("示例外市示例区示例镇", "township", "科员"),
    }[earlier.kind]
    return stint(
        post=unit + title,
        unit=unit,
        unit_kind=kind,
        title=title,
        appointed_on=ISO[earlier.start],
        reported_on=None,
        end=ISO[earlier.end],
        change="first appointment",
        front_line=kind == "township",
        document=life.document(earlier.start),
    )


def _held(life: Life, move: Move, following: Move | None, lent: list[tuple[int, int]]) -> list[Item]:
    """Return the stints of one appointment."""
    last = following.start - 1 if following is not None else life.cadre.left
    whole = _appointment(life, move, following, last)
    cuts = [(first, after) for first, after in lent if move.start < first and (last is None or after <= last)]
    renamed = _renamed(life, move, last) if not cuts else None
    if renamed is not None:
        older = whole["title"].replace("科科长", "股股长").replace("综合办公室主任", "办公室主任")
        if older != whole["title"]:
            after = dict(whole, appointed_on=ISO[renamed], reported_on=None, document=life.document(renamed))
            after.update(_GOES_ON)
            return [dict(whole, title=older, end=ISO[renamed - 1], removed_on=None), after]
    made = []
    rest = whole
    for first, back in cuts:
        made.append(dict(rest, end=ISO[first - 1], removed_on=None))
        rest = {k: v for k, v in rest.items() if k not in ("appointed_on", "reported_on")}
        rest.update(_GOES_ON, start=ISO[first])
        if back > life.as_of and last is None:
            made.append(dict(rest, borrowed_away=True))
            return made
        made.append(dict(rest, borrowed_away=True, end=ISO[back], removed_on=None))
        rest = dict(rest, start=ISO[back + 1])
    return [*made, rest]


def _appointment(life: Life, move: Move, following: Move | None, last: int | None) -> Item:
    slot, unit = move.slot, move.slot.unit
    probation = _probation(move)
    confirmed = workday(probation + life.chance.between(1, 25)) if probation is not None else None
    if confirmed is not None and (confirmed > life.as_of or (last is not None and confirmed > last)):
        confirmed = None
    pay = None if move.change == "lateral move" else month_after(move.start)
    return stint(
        post=slot.post,
        unit=unit.name,
        unit_kind=unit.kind,
        remote_township=unit.remote,
        title=slot.title,
        level=LEVELS[move.level],
        leading=slot.leading,
        first_in_command=slot.first,
        key_post=slot.key,
        internal_body_chief=slot.chief,
        mid_level=slot.chief,
        appointed_on=ISO[move.decided],
        reported_on=ISO[move.start] if move.reported else None,
        end=None if last is None else ISO[last],
        removed_on=ISO[following.decided] if following is not None and not slot.staff else None,
        entry=move.entry,
        change=move.change,
        front_line=unit.kind in _FRONT,
        exceptional=move.exceptional,
        exceptional_in_years=move.exceptional,
        full_terms=_terms(move.start, life.until if last is None else last) if slot.leading else 0,
        local_team_member=slot.leading and unit.form in ("district", "town"),
        term=_term(move.start) if slot.leading and unit.form in ("district", "town") else None,
        hard_post=unit.remote or unit.field in _HARD,
        planned=move.entry in ("exchange", "rotation", "selected graduate recruitment"),
        field=unit.field,
        probation_ends_on=None if probation is None else ISO[probation],
        confirmed_on=None if confirmed is None else ISO[confirmed],
        pay_changed_on=maybe(pay, life.as_of),
        document=life.document(move.decided),
    )


def _term(day: int) -> str:
    """Return the term of office that a day is in: five years, as from 2021 on."""
    first = 2021 + (year_of(day) - 2021) // 5 * 5
    return f"{first}年届"


def _terms(start: int, last: int) -> int:
    """Return how many terms of five years a post was held for."""
    terms = 0
    while plus(start, 60 * (terms + 1)) <= last + 1:
        terms += 1
    return terms


def _probation(move: Move) -> int | None:
    """Return the last day of probation: a year for new staff and for a higher post."""
    if move.change == "first appointment":
        return plus(move.start, 12) - 1
    if move.change in _WITH_PROBATION and (move.slot.leading or move.slot.chief):
        return plus(move.decided, 12) - 1
    return None


def _renamed(life: Life, move: Move, last: int | None) -> int | None:
    """Return the day on which a post got a new name: one in ten of the chiefs of internal bodies."""
    if not move.slot.chief or not life.chance.hits(100):
        return None
    end = life.until if last is None else last
    year = year_of(move.start) + 1 + life.chance.below(4)
    day = ordinal(year, 3, 15)
    return day if day < end - 30 else None


def _acting(life: Life, move: Move, before: Move) -> Item | None:
    """Return service in the post before the appointment to it, where it was vacant for long."""
    if not move.slot.leading and not move.slot.chief:
        return None
    if not move.vacant_since or move.decided - move.vacant_since < 150 or not life.chance.hits(300):
        return None
    first = workday(max(move.vacant_since + 5, move.decided - life.chance.between(100, 330), before.start + 60))
    if move.start - first < 40:
        return None
    slot, unit = move.slot, move.slot.unit
    return stint(
        post=slot.post,
        unit=unit.name,
        unit_kind=unit.kind,
        remote_township=unit.remote,
        title=slot.title,
        level=LEVELS[before.level],
        leading=slot.leading,
        first_in_command=slot.first,
        internal_body_chief=slot.chief,
        mid_level=slot.chief,
        main=False,
        appointed_on=ISO[first],
        reported_on=None,
        end=ISO[move.start - 1],
        entry="selection and appointment",
        front_line=unit.kind in _FRONT,
        full_time=unit is before.slot.unit,
        acting=True,
        field=unit.field,
        document=life.document(first),
    )
