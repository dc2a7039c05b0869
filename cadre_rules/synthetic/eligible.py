"""Who may take a post, and what kind of change that is.

In: a person as of a day, a post. Out: yes or no, and words of the vocabulary. The years asked for are at least those
of the national rules. It must not move anybody.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cadre_rules.synthetic.appraisal import poor_last_year
from cadre_rules.synthetic.establishment import BELOW, CHIEF, COUNTY_CHIEF, COUNTY_DEPUTY, DEPUTY

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.establishment import Slot
    from cadre_rules.synthetic.people import Cadre

SETTLED: Final = 2 * 366  # days in a post before another one
STEPS_DOWN_AT: Final = (57, 57, 57, 58, 58)  # years of age, by level
_LEAST_LEFT: Final = 3 * 365  # days before retirement
# Level: years of age, days at the level below, days of service.
_ASKED: Final = {
    BELOW: (24, 0, 2 * 365),
    DEPUTY: (27, 3 * 366, 5 * 366),
    CHIEF: (31, 2 * 366, 8 * 366),
    COUNTY_DEPUTY: (37, 3 * 366, 12 * 366),
    COUNTY_CHIEF: (42, 2 * 366, 15 * 366),
}
_ELECTED: Final = frozenset({"镇长", "副镇长", "区长", "副区长", "常务副区长"})


class Round(NamedTuple):
    """A round of appointments: when it is decided, from which day it holds, whether reporting is recorded."""

    decided: int
    start: int
    reported: bool


def suits(cadre: Cadre, slot: Slot, start: int) -> bool:
    """Return whether a person can hold a post at all: track, Party membership, no bar, no bad result last year."""
    form = slot.unit.form
    fits = form == cadre.track or (cadre.track == "organ" and form not in ("institution", "village"))
    member = cadre.party_joined is not None and cadre.party_joined < start - 366
    if not fits or (not member and (slot.party or (slot.level >= CHIEF and cadre.number % 8))):
        return False  # few heads of units are no Party members
    if any(first <= start <= last for first, last in cadre.barred):
        return False
    return not poor_last_year(cadre, start)


def eligible(
    cadre: Cadre, slot: Slot, start: int, chance: Chance, *, lateral: bool
) -> Literal["", "regular", "exceptional"]:
    """Return whether a person may take a post: from the same level if `lateral`, else from the level below."""
    held = cadre.slot
    if held is None or start - cadre.since < SETTLED:
        return ""
    if lateral:
        if cadre.level != slot.level or held.chief != slot.chief or (held.staff and not cadre.fell):
            return ""
    elif slot.level == BELOW:
        if not held.staff or cadre.level != BELOW:
            return ""
    elif cadre.level != slot.level - 1 or (held.staff and (slot.level != DEPUTY or chance.below(100) >= 12)):
        return ""
    if not suits(cadre, slot, start):
        return ""
    age, at_level, service = _ASKED[slot.level]
    days = start - cadre.birth
    if days < age * 366 or cadre.retires - start < _LEAST_LEFT:
        return ""
    if lateral or (start - cadre.level_since >= at_level and start - cadre.work_started >= service):
        return "regular"
    early = slot.level == DEPUTY and start - cadre.level_since >= SETTLED and chance.below(100) < 6
    return "exceptional" if early else ""


def change_of(cadre: Cadre, slot: Slot, chance: Chance, *, lateral: bool) -> tuple[str, str]:
    """Return which change an appointment is, and the way of entry."""
    held = cadre.slot
    assert held is not None
    draw = chance.below(100)
    if cadre.fell:
        return "reinstatement", "selection and appointment"
    if lateral:
        further = slot.party and not held.party and slot.level >= DEPUTY
        moved = "exchange" if slot.unit is not held.unit else "rotation" if slot.chief else "transfer"
        return ("further use" if further else "lateral move"), moved
    if slot.unit.form == "village":
        return "lateral move", "election"
    if slot.level == BELOW:
        return "promotion", "competition for posts" if draw < 40 else "selection and appointment"
    if slot.title in _ELECTED and draw < 70:
        return "promotion", "election"
    return "promotion", "competitive selection" if draw < 85 and slot.level == DEPUTY else "selection and appointment"
