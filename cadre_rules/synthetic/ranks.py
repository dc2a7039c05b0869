"""Ranks parallel to posts, since June 2019: a step at a time, each after the least number of years.

In: a person with moves and sanctions, draws. Out: ranks with first days. The years are those of the rules on posts
and ranks parallel to each other (2019); nobody rises under a sanction or after a poor year.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.appraisal import poor_last_year
from cadre_rules.synthetic.days import ordinal, plus
from cadre_rules.synthetic.people import MASTER, UNDERGRADUATE

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.people import Cadre

RANKS: Final = (
    "staff member 2",
    "staff member 1",
    "principal staff member 4",
    "principal staff member 3",
    "principal staff member 2",
    "principal staff member 1",
    "consultant 4",
    "consultant 3",
    "consultant 2",
    "consultant 1",
)
LEAST_YEARS: Final = (0, 2, 2, 2, 2, 2, 2, 2, 2, 3)  # in the rank below, to rise to this one
SINCE: Final = ordinal(2019, 6, 1)
_HIGHEST: Final = (5, 6, 7, 8, 9)  # by level of post
_LEAST_AT_LEVEL: Final = (0, 3, 4, 6, 8)


def ranks(cadre: Cadre, until: int, chance: Chance) -> list[tuple[int, int]]:
    """Return (number of the rank, first day), in their order; only civil servants have ranks."""
    if cadre.track != "organ":
        return []
    probation = 12 if cadre.moves[0].change == "first appointment" else 0
    day = max(SINCE, plus(cadre.entered, probation))
    if day > until:
        return []
    rank = _first(cadre, day, chance)
    found = [(rank, day)]
    while True:
        due = plus(day, 12 * LEAST_YEARS[rank + 1] + chance.below(48)) if rank + 1 < len(RANKS) else until + 1
        day = _free(cadre, due)
        if day > until or rank >= _HIGHEST[_level_on(cadre, day)]:
            return found
        rank += 1
        found.append((rank, day))


def _first(cadre: Cadre, day: int, chance: Chance) -> int:
    """Return the first rank: by schooling for the new, by level and years of service where ranks began."""
    if day > SINCE and not cadre.earlier:
        return 2 if cadre.schooling >= MASTER else 1 if cadre.schooling >= UNDERGRADUATE else 0
    level = _level_on(cadre, day)
    years = (day - cadre.work_started) // 365
    served = 1 if years < 4 else 2 + min(3, (years - 4) // 5)
    least = _LEAST_AT_LEVEL[level]
    return max(least, min(served + (chance.below(2) if level else 0), _HIGHEST[level] - 1))


def _level_on(cadre: Cadre, day: int) -> int:
    return max(move.level for move in cadre.moves if move.start <= day or move is cadre.moves[0])


def _free(cadre: Cadre, day: int) -> int:
    """Return the first day from `day` on without a sanction in force and without a poor result the year before."""
    while True:
        ends = [last for first, last in cadre.barred if first <= day <= last]
        if ends:
            day = max(ends) + 30
        elif poor_last_year(cadre, day):
            day = plus(day, 12)
        else:
            return day
