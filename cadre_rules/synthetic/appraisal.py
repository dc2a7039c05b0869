"""The annual assessments of a district: groups, scores, places, grades.

In: a district at the end of a year. Out: a `Result` for each person. All members of a group have the same size, and
places that follow from their scores. At most one in five of a group is excellent, and sanctions bound the grade as
the assessment rules for civil servants (2020) say.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic.conduct import NO_GRADE, NOT_COMPETENT, NOT_EXCELLENT, bound
from cadre_rules.synthetic.days import ordinal, workday, year_of
from cadre_rules.synthetic.people import Result

if TYPE_CHECKING:
    from cadre_rules.synthetic.careers import District
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.people import Cadre

_POOR: Final = frozenset({"basically competent", "incompetent", "basically qualified", "unqualified"})
_OF_INSTITUTIONS: Final = {
    "competent": "qualified",
    "basically competent": "basically qualified",
    "incompetent": "unqualified",
}
_LEAST_SCORE: Final = 780  # in tenths


def assess(district: District, year: int) -> None:
    """Assess everyone who is in service at the end of a year."""
    chance = district.chance
    members: dict[int, list[tuple[int, Cadre]]] = {}
    summer = ordinal(year, 7, 1)
    for cadre in district.active:
        assert cadre.slot is not None
        if cadre.entered > summer or chance.below(1000) < 9:
            cadre.results[year] = Result(cadre.slot, -1)
            continue
        score = _LEAST_SCORE + cadre.ability + chance.below(70)
        members.setdefault(cadre.slot.group, []).append((score, cadre))
    for group in sorted(members):
        late = chance.below(100) < 4
        day = ordinal(year + 1, 1, 15) + (chance.between(150, 220) if late else chance.below(80))
        district.confirmed[year, group] = workday(day)
        _place(district, year, group, _with_ties(members[group], chance))


def _with_ties(scored: list[tuple[int, Cadre]], chance: Chance) -> list[tuple[int, Cadre]]:
    """Return the scores, lowest first; now and then two of them are made the same."""
    scored.sort(key=lambda pair: (pair[0], pair[1].number))
    if len(scored) > 1 and chance.below(100) < 20:
        i = chance.below(len(scored) - 1) if chance.below(100) < 50 else 0
        scored[i + 1] = scored[i][0], scored[i + 1][1]
    return scored


def _place(district: District, year: int, group: int, scored: list[tuple[int, Cadre]]) -> None:
    """Give everyone of a group, lowest first, a place and a grade."""
    size = len(scored)
    grades = _grades(district.chance, year, scored)
    first = 0
    while first < size:
        after = first + 1
        while after < size and scored[after][0] == scored[first][0]:
            after += 1
        for i in range(first, after):
            score, cadre = scored[i]
            assert cadre.slot is not None
            cadre.results[year] = Result(cadre.slot, group, size, first, after - first - 1, score, grades[i])
            if _to_treat(cadre, year):
                district.to_treat.append((cadre, year))
        first = after


def _grades(chance: Chance, year: int, scored: list[tuple[int, Cadre]]) -> list[str]:
    """Return the grades of a group, lowest first."""
    size = len(scored)
    excellent = size // 5
    grades = [""] * size
    for i in range(size - 1, -1, -1):
        cadre = scored[i][1]
        limit = bound(cadre, year)
        grade = "competent"
        if limit == NO_GRADE:
            grade = "no grade given"
        elif limit == NOT_COMPETENT:
            grade = "incompetent"
        elif limit != NOT_EXCELLENT and excellent and i:
            grade, excellent = "excellent", excellent - 1
        elif i == 0 and size > 1:
            draw = chance.below(1000)
            grade = "incompetent" if draw < 15 else "basically competent" if draw < 110 else "competent"
        grades[i] = grade if cadre.track == "organ" else _OF_INSTITUTIONS.get(grade, grade)
    return grades


def last(result: Result | None) -> bool:
    """Return whether a result is a last place, in a group of two and more."""
    return result is not None and result.size > 1 and result.below == 0


def _to_treat(cadre: Cadre, year: int) -> bool:
    """Return whether a result is one that leading cadres lose their post for."""
    result = cadre.results[year]
    if not result.slot.leading:
        return False
    return result.grade in ("incompetent", "unqualified") or (last(result) and last(cadre.results.get(year - 1)))


def poor_last_year(cadre: Cadre, day: int) -> bool:
    """Return whether the result of the year before a day is below competent."""
    if not cadre.results:
        return False
    result = cadre.results.get(year_of(day) - 1)
    return result is not None and result.grade in _POOR
