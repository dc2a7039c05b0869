"""Who is on a district's roll: birth, schooling, how and when each came to the district.

In: draws, the decision date. Out: `Cadre`s, to whom `careers` adds what happened. Days are ordinals.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from typing import TYPE_CHECKING, Final, Literal, NamedTuple

from cadre_rules.synthetic.chance import weighted
from cadre_rules.synthetic.days import ordinal, plus, workday

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.establishment import Slot

Track = Literal["organ", "institution", "village"]

YOUNGEST, OLDEST_MAN, OLDEST_WOMAN = 23 * 365 + 6, 62 * 365, 57 * 365  # ages on the decision date, in days
VOCATIONAL, COLLEGE, UNDERGRADUATE, MASTER, DOCTOR = range(5)
_GRADUATES_AT: Final = (19, 21, 22, 25, 29)
_SCHOOLING: Final = {
    1970: weighted((40, VOCATIONAL), (35, COLLEGE), (25, UNDERGRADUATE)),
    1980: weighted((12, VOCATIONAL), (33, COLLEGE), (49, UNDERGRADUATE), (6, MASTER)),
    1990: weighted((13, COLLEGE), (67, UNDERGRADUATE), (19, MASTER), (1, DOCTOR)),
    2100: weighted((4, COLLEGE), (66, UNDERGRADUATE), (28, MASTER), (2, DOCTOR)),
}
_TRACKS: Final[tuple[Track, ...]] = weighted((76, "organ"), (18, "institution"), (6, "village"))
_EXAMINATIONS_FROM, _OPEN_RECRUITMENT_FROM = 1994, 2006


class Earlier(NamedTuple):
    """A job before the person came to the district."""

    kind: Literal["army", "enterprise", "organ"]
    start: int
    end: int


class Move(NamedTuple):
    """An appointment: to which post, at which level, when decided, from which day, as what change, by which entry."""

    slot: Slot
    level: int
    decided: int
    start: int
    reported: bool
    change: str
    entry: str
    exceptional: bool = False
    vacant_since: int = 0  # 0: nobody on the roll held the post before


class Penalty(NamedTuple):
    """A sanction: its kind, when it was decided, the last day of its influence period."""

    kind: str
    decided: int
    ends: int


class Result(NamedTuple):
    """The annual assessment of one year; `score` in tenths. `group` is -1 where the person was not assessed."""

    slot: Slot
    group: int
    size: int = 0
    below: int = 0
    tied: int = 0
    score: int = 0
    grade: str = ""


@dataclass(slots=True, eq=False)
class Cadre:
    """One person: what is known from the start, and what the years brought."""

    number: int
    index: int
    male: bool
    birth: int
    schooling: int
    graduated: int
    work_started: int
    entered: int
    track: Track
    how: str
    ability: int
    party_joined: int | None
    earlier: tuple[Earlier, ...]
    retires: int
    slot: Slot | None = None
    since: int = 0
    level: int = 0
    level_since: int = 0
    left: int | None = None  # the last day in the district's service
    left_how: str = ""
    fell: bool = False  # was demoted or removed and not appointed again yet
    barred: list[tuple[int, int]] = field(default_factory=list)
    moves: list[Move] = field(default_factory=list)
    results: dict[int, Result] = field(default_factory=dict)
    penalties: list[Penalty] = field(default_factory=list)
    treated: dict[int, tuple[int, str]] = field(default_factory=dict)  # assessment year: when, which treatment

    @property
    def graduate(self) -> bool:
        """Whether a selected graduate."""
        return self.how == "selected graduate recruitment"


def people(chance: Chance, first_index: int, count: int, as_of: int) -> list[Cadre]:
    """Return the people of a roll as they came to the district, by number."""
    return [_one(chance, number, first_index + number, as_of) for number in range(count)]


def _one(chance: Chance, number: int, index: int, as_of: int) -> Cadre:
    male = chance.below(100) < 58
    birth = as_of - chance.between(YOUNGEST, OLDEST_MAN if male else OLDEST_WOMAN)
    born = date.fromordinal(birth)
    track = chance.one(_TRACKS)
    schooling = chance.one(_SCHOOLING[next(year for year in _SCHOOLING if born.year < year)])
    if track == "village":
        schooling = min(schooling, COLLEGE)
    graduated = _graduation(chance, born, schooling)
    while graduated > as_of - 100:
        schooling -= 1
        graduated = _graduation(chance, born, schooling)
    started = graduated + chance.between(25, 80)
    earlier, entered = _before(chance, track, male=male, birth=birth, started=started, as_of=as_of)
    if earlier:
        started = earlier[0].start
    joined = None
    if chance.below(100) < 80:
        joined = plus(birth, 12 * 20) + chance.below(12 * 365)
    return Cadre(
        number,
        index,
        male,
        birth,
        schooling,
        graduated,
        started,
        workday(entered),
        track,
        _how(chance, track, date.fromordinal(entered).year, schooling, earlier),
        chance.below(91),
        joined if joined is not None and joined <= as_of else None,
        earlier,
        retirement(birth, male=male),
    )


def _graduation(chance: Chance, born: date, schooling: int) -> int:
    """Return the day of leaving full-time schooling: in summer, a year later for those born in autumn."""
    year = born.year + _GRADUATES_AT[schooling] + (born.month >= 9)
    return ordinal(year, 6, 20) + chance.below(15)


def _before(
    chance: Chance, track: Track, *, male: bool, birth: int, started: int, as_of: int
) -> tuple[tuple[Earlier, ...], int]:
    """Return the jobs held before, and the day of coming to the district."""
    draw = chance.below(100)
    latest = as_of - 60
    if draw < 5 and male and track != "village":
        joined = ordinal(date.fromordinal(birth).year + 18, 12, 1)
        left = plus(joined, 12 * chance.between(8, 18)) + 15
        if left + 40 < latest:
            return (Earlier("army", joined, left),), left + chance.between(20, 40)
    elif draw < 20:
        left = plus(started, 12 * chance.between(1, 7)) + chance.below(60)
        if left < latest:
            return (Earlier("organ" if draw < 10 and track == "organ" else "enterprise", started, left),), left + 1
    return (), started


def _how(chance: Chance, track: Track, year: int, schooling: int, earlier: tuple[Earlier, ...]) -> str:
    """Return the way in which a person came to the district."""
    if earlier and earlier[0].kind == "army":
        return "military transfer"
    if track == "village":
        return "election" if chance.below(100) < 30 else "other entry"
    if track == "institution":
        return "open recruitment" if year >= _OPEN_RECRUITMENT_FROM else "other entry"
    if earlier and earlier[0].kind == "organ":
        return ("transfer", "transfer by examination", "exchange", "competitive selection")[chance.below(4)]
    if year < _EXAMINATIONS_FROM:
        return "other entry"
    if not earlier and schooling >= UNDERGRADUATE and chance.below(100) < 20:
        return "selected graduate recruitment"
    if schooling >= MASTER and chance.below(100) < 12:
        return "introduction of talent"
    return "civil-service examination"


def retirement(birth: int, *, male: bool) -> int:
    """Return the day of reaching retirement age.

    Men at 60, women at 55; since 2025 a month later for every four months of birth, at most three years
    (Decision on gradually raising the statutory retirement age, 13 September 2024).
    """
    born = date.fromordinal(birth)
    from_year = 1965 if male else 1970
    months = (born.year - from_year) * 12 + born.month - 1
    later = min(36, months // 4 + 1) if months >= 0 else 0
    return plus(birth, (60 if male else 55) * 12 + later)
