"""What the writers of sections are given: one person, the district around, and draws for the details.

In: a district that has been run, the number of a person in it. Out: `Life`. Days are ordinals.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.synthetic.days import ISO, year_of
from cadre_rules.synthetic.establishment import COUNTY_DEPUTY
from cadre_rules.synthetic.names import person_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.establishment import Establishment
    from cadre_rules.synthetic.people import Cadre, Move

Item = dict[str, Any]


@dataclass(slots=True)
class Life:
    """One person on the decision date. `until` is the last day of service, or the decision date."""

    cadre: Cadre
    table: Establishment
    confirmed: Mapping[tuple[int, int], int]
    first_result: int
    chance: Chance
    as_of: int
    year: int  # of the decision date
    until: int
    name: str
    organisation: str  # the department that manages the person
    discipline: str

    @property
    def active(self) -> bool:
        """Whether in service."""
        return self.cadre.left is None

    @property
    def move(self) -> Move:
        """The last appointment."""
        return self.cadre.moves[-1]

    def years(self, most: int) -> range:
        """Return the years of service among the last `most` that are over."""
        first = max(self.year - most, year_of(self.cadre.entered) + 1)
        return range(first, min(self.year, year_of(self.until) + 1))

    def document(self, day: int, body: str = "委") -> str:
        """Return the number of a document of a day."""
        return f"示例{body}〔{ISO[day][:4]}〕{self.chance.between(1, 180)}号"


def life(
    cadre: Cadre,
    table: Establishment,
    confirmed: Mapping[tuple[int, int], int],
    first_result: int,
    chance: Chance,
    as_of: int,
) -> Life:
    """Put together what is known of a person."""
    until = as_of if cadre.left is None else cadre.left
    place = table.city if cadre.level >= COUNTY_DEPUTY else table.name
    return Life(
        cadre,
        table,
        confirmed,
        first_result,
        chance,
        as_of,
        year_of(as_of),
        until,
        person_name(cadre.index),
        place + "委组织部",
        place + "纪委监委",
    )
