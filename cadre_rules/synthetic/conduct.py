"""Sanctions: who is sanctioned when, for how long that bars, and what it does to the grade of a year.

In: a district at the beginning of a year, or at a round. Out: penalties of its people. The periods are those of the
Governmental Sanctions Law 8 and of the Party's discipline regulations.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ordinal, plus, workday
from cadre_rules.synthetic.people import Penalty

if TYPE_CHECKING:
    from cadre_rules.synthetic.careers import District
    from cadre_rules.synthetic.eligible import Round
    from cadre_rules.synthetic.people import Cadre

NOT_EXCELLENT, NO_GRADE, NOT_COMPETENT = 1, 2, 3
MONTHS: Final = {
    "warning": 6,
    "demerit": 12,
    "serious demerit": 18,
    "lower grade": 24,
    "removal": 24,
    "Party warning": 12,
    "serious Party warning": 18,
    "removal from Party posts": 24,
    "probation within the Party": 36,
}
_KINDS: Final = weighted(
    (32, "warning"),
    (12, "demerit"),
    (6, "serious demerit"),
    (3, "lower grade"),
    (9, "removal"),
    (3, "expulsion"),
    (26, "Party warning"),
    (11, "serious Party warning"),
    (5, "removal from Party posts"),
    (3, "probation within the Party"),
)
_BOUNDS: Final = {
    "warning": NOT_EXCELLENT,
    "Party warning": NOT_EXCELLENT,
    "demerit": NO_GRADE,
    "serious Party warning": NO_GRADE,
    "removal from Party posts": NOT_COMPETENT,
    "probation within the Party": NOT_COMPETENT,
    "serious demerit": NO_GRADE,
    "lower grade": NO_GRADE,
    "removal": NO_GRADE,
}
_TWO_YEARS: Final = frozenset({"serious demerit", "lower grade", "removal"})
_AT_A_ROUND: Final = frozenset({"removal", "removal from Party posts", "expulsion"})
_PER_THOUSAND = 6  # persons and years


def is_of_party(kind: str) -> bool:
    """Return whether a sanction is one of the Party."""
    return "Party" in kind


def sanctions(district: District, year: int) -> None:
    """Draw who is sanctioned in a year. What takes the post away waits for a round."""
    chance = district.chance
    for cadre in district.active:
        if not chance.hits(_PER_THOUSAND):
            continue
        kind = chance.one(_KINDS)
        decided = workday(ordinal(year, 1, 10) + chance.below(340))
        if not _possible(cadre, kind, decided):
            kind = "warning"
        if kind in _AT_A_ROUND:
            district.to_remove.append((cadre, kind))
        elif cadre.entered + 60 < decided < min(district.as_of, cadre.retires):
            _punish(cadre, kind, decided)


def _possible(cadre: Cadre, kind: str, decided: int) -> bool:
    """Return whether a sanction of a kind can be given to a person."""
    if is_of_party(kind) and (cadre.party_joined is None or cadre.party_joined > decided - 366):
        return False
    if kind == "removal":
        return cadre.slot is not None and cadre.slot.leading
    return kind != "removal from Party posts" or (cadre.slot is not None and cadre.slot.party and cadre.slot.leading)


def remove(district: District, at: Round) -> None:
    """Carry out the sanctions that take the post away."""
    waiting, district.to_remove = district.to_remove, []
    for cadre, kind in waiting:
        if cadre.slot is None or at.decided - cadre.since < 60 or cadre.retires - at.start < 60:
            continue
        if not _possible(cadre, kind, at.decided):
            continue
        if kind == "expulsion":
            decided = at.decided - 7  # before the round, which fills the post
            _punish(cadre, kind, decided)
            district.leave(cadre, decided, "expelled")
        else:
            _punish(cadre, kind, at.decided)
            district.move_down(cadre, at)


def _punish(cadre: Cadre, kind: str, decided: int) -> None:
    months = MONTHS.get(kind)
    ends = plus(decided, months) - 1 if months else decided
    cadre.penalties.append(Penalty(kind, decided, ends))
    cadre.barred.append((decided - 60, ends))


def bound(cadre: Cadre, year: int) -> int:
    """Return how sanctions, and a first year on probation, bound the grade of a year; 0 where they do not."""
    found = 0
    if cadre.entered + 365 > ordinal(year, 12, 31) and cadre.moves[0].change == "first appointment":
        found = NO_GRADE
    for penalty in cadre.penalties:
        given = date.fromordinal(penalty.decided).year
        if given == year or (given == year - 1 and penalty.kind in _TWO_YEARS):
            found = max(found, _BOUNDS.get(penalty.kind, NO_GRADE))
    return found
