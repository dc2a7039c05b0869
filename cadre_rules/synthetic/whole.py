"""A complete record of one person of a district, before anything of it is left out.

In: a district on its decision date, the number of a person, draws for the details. Out: plain data.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.synthetic.days import ISO
from cadre_rules.synthetic.ranks import RANKS, ranks
from cadre_rules.synthetic.sections import (
    assessments,
    development,
    matters,
    persons,
    posts,
    supervision,
    upkeep,
)
from cadre_rules.synthetic.sections.life import Life, life
from cadre_rules.synthetic.sections.matters import judgements
from cadre_rules.synthetic.sections.proposal import proposal

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadre_rules.synthetic.careers import District
    from cadre_rules.synthetic.chance import Chance


def whole_record(
    district: District, place: int, chance: Chance, jurisdiction: str | None, *, long: bool
) -> dict[str, Any]:
    """Return the record of a person; with `long` one list of it has hundreds of items."""
    one = _life(district, place, chance)
    titles = persons.titles(one)
    events = upkeep.life_events(one)
    incidents, of_sanctions, judged = matters.incidents(one)
    made: dict[str, Any] = {
        "person": persons.person(one, jurisdiction, titles[-1]["title"] if titles else None),
        "education": persons.education(one),
        "titles": titles,
        "family": persons.family(one),
        "posts": posts.posts(one),
        "ranks": _ranks(one),
        "employment": assessments.employment(one),
        "assessments": assessments.assessments(one),
        "sanctions": supervision.sanctions(one, of_sanctions),
        "measures": supervision.measures(one),
        "awards": assessments.awards(one),
        "training": development.training(one, long=long),
        "talks": supervision.talks(one),
        "inspections": supervision.inspections(one),
        "reports": supervision.reports(one),
        "leave": development.leave(one),
        "care": development.care(one, events),
        "updates": development.updates(one),
        "pools": matters.pools(one),
        "consents": matters.consents(one),
        "determinations": matters.determinations(one, judged),
    }
    proposed = proposal(one, _next_rank(made["ranks"]))
    if proposed is not None:
        made["proposal"] = proposed
        for studied in made["education"]:
            studied["matches_post"] = chance.hits(450)
    made["incidents"] = incidents
    made["life_events"] = events
    made["entries"] = upkeep.entries(one)
    made["materials"] = upkeep.materials(one)
    made["party_points"] = upkeep.party_points(one)
    made["marks"] = upkeep.marks(one)
    return made


def judge(
    record: dict[str, Any], district: District, place: int, matters: Mapping[str, Sequence[str]], chance: Chance
) -> None:
    """Add determinations on further matters to the record of a person."""
    made = record["determinations"]
    made += judgements(_life(district, place, chance), matters, len(made))


def _life(district: District, place: int, chance: Chance) -> Life:
    return life(
        district.people[place], district.table, district.confirmed, district.first_result, chance, district.as_of
    )


def _next_rank(held: list[dict[str, Any]]) -> str | None:
    """Return the rank above the one that is held."""
    above = RANKS.index(held[-1]["rank"]) + 1 if held else len(RANKS)
    return RANKS[above] if above < len(RANKS) else None


def _ranks(one: Life) -> list[dict[str, Any]]:
    held = ranks(one.cadre, one.until, one.chance)
    return [
        {
            "id": f"rank-{i + 1}",
            "rank": RANKS[rank],
            "start": ISO[day],
            "end": ISO[held[i + 1][1] - 1] if i + 1 < len(held) else None if one.active else ISO[one.until],
            "decided_on": ISO[day],
            "document": one.document(day),
        }
        for i, (rank, day) in enumerate(held)
    ]
