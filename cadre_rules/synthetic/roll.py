"""A roll of made-up cadres, of any size: each record follows from the seed and its place alone.

In: a seed, a size, shares of what is unknown. Out: records as plain data in the form of record files, or checked. A
roll is made of districts of the same size; a district is made when one of its people is asked for, and soon forgotten,
so that a roll of millions needs no more room than a small one.
"""

from __future__ import annotations

from datetime import date, datetime
from decimal import Decimal, InvalidOperation
from functools import lru_cache
from types import MappingProxyType
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.diagnostics import UsageError
from cadre_rules.records import Record
from cadre_rules.synthetic import gaps, messages
from cadre_rules.synthetic.careers import District
from cadre_rules.synthetic.chance import Chance
from cadre_rules.synthetic.collectives import cohort_record, unit_record
from cadre_rules.synthetic.establishment import DEPARTMENTS, INSTITUTIONS, STREETS, TOWNS, establishment
from cadre_rules.synthetic.people import people
from cadre_rules.synthetic.whole import judge, whole_record

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping, Sequence

PEOPLE: Final = 144  # in a district
UNITS: Final = 1 + DEPARTMENTS + 1 + TOWNS + STREETS + INSTITUTIONS + TOWNS  # of a district, with a village a town
DAY: Final = date(2025, 6, 1)
FIRST_DAY, LAST_DAY = date(2010, 1, 1), date(2099, 12, 31)
MOST: Final = 10**12
Share = Decimal | str | int | float


class Roll:
    """A roll of `size` people on the day `as_of`.

    `unknown` is the share of facts and of lists that are not given, `month_only` that of dates whose day is not known,
    `incomplete` that of lists that are complete only from some year on, `very_long` that of people with hundreds of
    trainings. The record at an index is the same whatever the size, and whatever was asked for before. `jurisdiction`
    is written into every record where it is given. `matters` are further matters with their outcomes, as policies ask
    for them: each is determined of about half of the people. Raises `UsageError` for what is no size, share or day.
    """

    def __init__(
        self,
        seed: int | str = 1,
        size: int = 1000,
        *,
        as_of: date = DAY,
        unknown: Share = "0.05",
        month_only: Share = "0.05",
        incomplete: Share = "0.02",
        very_long: Share = "0.001",
        jurisdiction: str | None = None,
        matters: Mapping[str, Sequence[str]] = MappingProxyType({}),
    ) -> None:
        self.seed = str(seed)
        self.size = count("size", size)
        self.as_of = _day(as_of)
        self.jurisdiction = jurisdiction
        self.matters = {matter: tuple(outcomes) for matter, outcomes in matters.items() if outcomes}
        self._unknown = share("unknown", unknown)
        self._month_only = share("month_only", month_only)
        self._incomplete = share("incomplete", incomplete)
        self._very_long = share("very_long", very_long)

    @property
    def districts(self) -> int:
        """How many districts the roll has; the last may be cut off by the size."""
        return -(-self.size // PEOPLE)

    @property
    def units(self) -> int:
        """How many units these districts have."""
        return self.districts * UNITS

    def __len__(self) -> int:
        return self.size

    def __getitem__(self, index: int) -> dict[str, Any]:
        """Return the record at an index, from 0, as plain data."""
        if not isinstance(index, int) or isinstance(index, bool):
            raise TypeError(f"the index of a roll is a whole number, not {type(index).__name__}")
        if not -self.size <= index < self.size:
            raise IndexError(f"the roll has {self.size} people")
        return self._made(index % self.size)

    def __iter__(self) -> Iterator[dict[str, Any]]:
        return self.part(0, self.size)

    def part(self, start: int, stop: int) -> Iterator[dict[str, Any]]:
        """Yield the records from index `start` up to, not including, `stop`; for workers that share a roll."""
        for index in range(max(0, start), min(stop, self.size)):
            yield self._made(index)

    def district(self, number: int) -> Iterator[dict[str, Any]]:
        """Yield the records of the people of a district; everybody in its groups of assessment is among them."""
        _check(number, self.districts, "districts")
        return self.part(number * PEOPLE, (number + 1) * PEOPLE)

    def unit(self, number: int) -> dict[str, Any]:
        """Return the record of a unit (units are numbered through all districts): its people and posts."""
        _check(number, self.units, "units")
        place, within = divmod(number, UNITS)
        district = self._district(place)
        chance = Chance(self.seed, "unit", number)
        unit = district.table.units[within]
        made = unit_record(district, unit, self._whole_district(place), chance, self.jurisdiction)
        return self._with_gaps(made, chance)

    def cohort(self, number: int, year: int | None = None) -> dict[str, Any]:
        """Return the people of a district as a cohort of a year, by default the last that is over."""
        _check(number, self.districts, "districts")
        counted = self.as_of.year - 1 if year is None else year
        made = cohort_record(self._district(number), self._whole_district(number), counted, self.jurisdiction)
        return self._with_gaps(made, Chance(self.seed, "cohort", number, counted))

    def record(self, index: int) -> Record:
        """Return the record at an index, checked."""
        return Record.from_dict(self[index], name=f"<roll {self.seed}, {index}>")

    def records(self) -> Iterator[Record]:
        """Yield all records, checked."""
        for index in range(self.size):
            yield self.record(index)

    def _made(self, index: int) -> dict[str, Any]:
        chance = Chance(self.seed, "gaps", index)
        return self._with_gaps(self._whole(index, chance), chance)

    def _whole(self, index: int, chance: Chance) -> dict[str, Any]:
        """Return a record before anything of it is left out."""
        number, place = divmod(index, PEOPLE)
        long = chance.below(gaps.WHOLE) < self._very_long
        drawn = Chance(self.seed, "person", index)
        made = whole_record(self._district(number), place, drawn, self.jurisdiction, long=long)
        if self.matters:
            judge(made, self._district(number), place, self.matters, Chance(self.seed, "matters", index))
        return made

    def _whole_district(self, number: int) -> list[dict[str, Any]]:
        first = number * PEOPLE
        return [self._whole(i, Chance(self.seed, "gaps", i)) for i in range(first, first + PEOPLE)]

    def _with_gaps(self, record: dict[str, Any], chance: Chance) -> dict[str, Any]:
        gaps.blur(record, self._month_only, chance)
        gaps.forget(record, self._unknown, chance)
        gaps.begin_late(record, self._incomplete, chance)
        return record

    def _district(self, number: int) -> District:
        return _district(self.seed, number, self.as_of.toordinal())


@lru_cache(maxsize=4)
def _district(seed: str, number: int, as_of: int) -> District:
    """Return a district on its decision date. It is not changed any more."""
    chance = Chance(seed, "district", number)
    table = establishment(number, chance)
    return District(table, people(chance, number * PEOPLE, PEOPLE, as_of), chance, as_of).run()


def _check(number: int, most: int, what: str) -> None:
    if not 0 <= number < most:
        raise IndexError(f"the roll has {most} {what}")


def count(name: str, found: object) -> int:
    """Return a number of records; raises `UsageError` S001 for what is none."""
    if isinstance(found, int) and not isinstance(found, bool) and 0 <= found <= MOST:
        return found
    raise UsageError(messages.NOT_A_COUNT.at(name=name, found=found, most=MOST))


def share(name: str, found: object) -> int:
    """Return a share as a whole number, of `gaps.WHOLE`; raises `UsageError` S002 for what is none."""
    try:
        number = Decimal(str(found))
    except InvalidOperation:
        number = Decimal(-1)
    if isinstance(found, bool) or not number.is_finite() or not 0 <= number <= 1:
        raise UsageError(messages.NOT_A_SHARE.at(name=name, found=found))
    return int(number * gaps.WHOLE)


def _day(found: object) -> date:
    if isinstance(found, date) and not isinstance(found, datetime) and FIRST_DAY <= found <= LAST_DAY:
        return found
    raise UsageError(messages.BAD_DAY.at(found=found, first=FIRST_DAY, last=LAST_DAY))
