"""The careers of a district: round by round, who is appointed to which post, until the decision date.

In: the table of posts, the people, draws. Out: the people with their moves, sanctions and annual results. A post of
the table has one holder at a time, who takes it on the day on which the one before has left it. It must not know how
records are written, nor who is eligible; that is `eligible`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

from cadre_rules.synthetic import appraisal, conduct
from cadre_rules.synthetic.days import ordinal, workday, year_of
from cadre_rules.synthetic.eligible import SETTLED, STEPS_DOWN_AT, Round, change_of, eligible, suits
from cadre_rules.synthetic.establishment import BELOW, DEPUTY
from cadre_rules.synthetic.people import Move

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance
    from cadre_rules.synthetic.establishment import Establishment, Slot
    from cadre_rules.synthetic.people import Cadre

YEARS_WITH_ORDER: Final = 8  # how many annual assessments before the decision date have an order
_LATERAL: Final = (30, 35, 35, 30, 50)  # how many vacancies of a hundred are filled from the same level, by level
_TRIES: Final = 14  # candidates looked at for a vacancy
_ROUNDS: Final = ((4, 6), (10, 9))  # the first day on which a round of a year may be decided


class District:
    """A district on its way through the years; `run` leads to the decision date."""

    def __init__(self, table: Establishment, people: list[Cadre], chance: Chance, as_of: int) -> None:
        self.table, self.people, self.chance, self.as_of = table, people, chance, as_of
        self.active: list[Cadre] = []
        self.confirmed: dict[tuple[int, int], int] = {}  # year, group: when the results were confirmed
        self.first_result = year_of(as_of) - YEARS_WITH_ORDER
        self.to_treat: list[tuple[Cadre, int]] = []  # with the year of the result that is acted on
        self.to_remove: list[tuple[Cadre, str]] = []  # with the sanction that takes the post away
        self._to_come = sorted(people, key=lambda cadre: -cadre.entered)
        self._holders: list[Cadre | None] = [None] * len(table.slots)
        self._vacant_since = [0] * len(table.slots)

    def run(self) -> District:
        """Let the years pass; return the district."""
        for year in range(year_of(self._to_come[-1].entered), year_of(self.as_of) + 1):
            self._arrivals(min(ordinal(year, 1, 1), self.as_of))
            conduct.sanctions(self, year)
            for month, day in _ROUNDS:
                decided = workday(ordinal(year, month, day) + self.chance.below(70))
                if decided < self.as_of - 20:
                    self._round(decided)
            if year >= self.first_result and ordinal(year, 12, 31) <= self.as_of:
                self._arrivals(ordinal(year, 12, 31))
                self._departures(ordinal(year, 12, 31))
                appraisal.assess(self, year)
        self._arrivals(self.as_of)
        self._departures(self.as_of)
        return self

    def leave(self, cadre: Cadre, day: int, how: str) -> None:
        """End a person's service; the post is vacant from then on."""
        self._vacate(cadre, day)
        cadre.left, cadre.left_how, cadre.slot = day, how, None
        self.active.remove(cadre)

    def move_down(self, cadre: Cadre, at: Round) -> None:
        """Take a person's post away: another one a level lower where one is vacant, else a post of staff."""
        lower = [
            slot
            for slot in self.table.slots
            if slot.level == cadre.level - 1 >= DEPUTY and self._holders[slot.number] is None
            if suits(cadre, slot, at.start)
        ]
        slot = self.chance.one(lower) if lower else self._staff_slot(cadre)
        entry = "selection and appointment" if lower else "other entry"
        level = max(BELOW, cadre.level - 1)
        self._appoint(cadre, Move(slot, level, at.decided, at.start, at.reported, "demotion", entry))
        cadre.fell = True

    def _arrivals(self, day: int) -> None:
        """Take in everyone who came by a day, as staff of a unit."""
        while self._to_come and self._to_come[-1].entered <= day:
            cadre = self._to_come.pop()
            slot = self.table.staff[self._first_unit(cadre) - 1]
            moved = bool(cadre.earlier) and cadre.earlier[0].kind == "organ"
            change = "lateral move" if moved else "first appointment"
            move = Move(slot, BELOW, cadre.entered, cadre.entered, False, change, cadre.how)
            cadre.level_since = cadre.entered
            self._appoint(cadre, move)
            self.active.append(cadre)

    def _first_unit(self, cadre: Cadre) -> int:
        """Return the number of the unit that a person comes to."""
        if cadre.track == "organ":
            town = cadre.graduate or self.chance.below(100) < 45
            units = self.table.of_form("town") if town else self.table.of_form("department", "managed")
        else:
            units = self.table.of_form(cadre.track)
        return self.chance.one(units).number

    def _departures(self, day: int) -> None:
        """Let go everyone who reached retirement age by a day."""
        for cadre in [c for c in self.active if c.retires <= day]:
            self.leave(cadre, cadre.retires, "retired")

    def _vacate(self, cadre: Cadre, day: int) -> None:
        if cadre.slot is not None and not cadre.slot.staff:
            self._holders[cadre.slot.number] = None
            self._vacant_since[cadre.slot.number] = day

    def _appoint(self, cadre: Cadre, move: Move) -> None:
        """Put a person into a post; the one held before is vacant from then on."""
        self._vacate(cadre, move.start)
        if not move.slot.staff:
            self._holders[move.slot.number] = cadre
        if move.level != cadre.level:
            cadre.level, cadre.level_since = move.level, move.start
        cadre.slot, cadre.since = move.slot, move.start
        cadre.moves.append(move)

    def _staff_slot(self, cadre: Cadre) -> Slot:
        """Return a post of staff for someone who leaves a post: in the same unit where it has such posts."""
        assert cadre.slot is not None
        unit = cadre.slot.unit
        if unit.form == "district":
            unit = self.chance.one(self.table.of_form("department"))
        return self.table.staff[unit.number - 1]

    def _round(self, decided: int) -> None:
        """Decide the appointments of one round; all of them begin on the same day."""
        self._arrivals(decided)
        self._departures(decided - 1)  # who is appointed may begin on the day of the decision
        reported = self.chance.below(100) < 60
        at = Round(decided, workday(decided + self.chance.between(1, 14)) if reported else decided, reported)
        conduct.remove(self, at)
        self._treat(at)
        self._step_down(at)
        self._exchange(at)
        self._transfers(at)
        vacant = [slot for slot in self.table.slots if self._holders[slot.number] is None]
        for _ in range(min(len(vacant), 3 + len(self.active) // 10)):
            left = self._fill(vacant.pop(self.chance.below(len(vacant))), at)
            if left is not None and not left.staff:
                vacant.append(left)

    def _treat(self, at: Round) -> None:
        """Act on results that are confirmed: some of those concerned are removed or demoted, others are not."""
        later = [(c, year) for c, year in self.to_treat if c.slot and self._confirmed(c, year) > at.decided]
        for cadre, year in self.to_treat:
            if (cadre, year) in later or not self._movable(cadre, at) or self.chance.below(100) >= 35:
                continue
            cadre.treated[year] = at.decided, "removal from post" if cadre.level == DEPUTY else "demotion"
            self.move_down(cadre, at)
        self.to_treat = later

    def _movable(self, cadre: Cadre, at: Round) -> bool:
        """Return whether a person holds a post of the table, not one from this round, and stays for a while."""
        return cadre.slot is not None and not cadre.slot.staff and cadre.since < at.decided < cadre.retires - 90

    def _confirmed(self, cadre: Cadre, year: int) -> int:
        return self.confirmed[year, cadre.results[year].group]

    def _step_down(self, at: Round) -> None:
        """Move those near retirement to posts without the duties of their level, which they keep."""
        for cadre in self.active:
            if cadre.track != "organ" or not self._movable(cadre, at):
                continue
            if at.start - cadre.birth > STEPS_DOWN_AT[cadre.level] * 366 and self.chance.below(100) < 30:
                slot = self._staff_slot(cadre)
                change, entry = "removal from post", "other entry"
                self._appoint(cadre, Move(slot, cadre.level, at.decided, at.start, at.reported, change, entry))

    def _exchange(self, at: Round) -> None:
        """Let pairs of one level change places: rotation for chiefs of internal bodies, exchange for others."""
        settled = [c for c in self._holders if c and at.start - c.since > 4 * 365 and self._movable(c, at)]
        for _ in range(min(2, len(settled) // 2)):
            a, b = self.chance.one(settled), self.chance.one(settled)
            first, second = a.slot, b.slot
            if first is None or second is None or a is b or a.level != b.level or first.chief != second.chief:
                continue
            if not (suits(a, second, at.start) and suits(b, first, at.start)):
                continue
            entry = "rotation" if first.chief else "exchange"
            for cadre in (a, b):
                self._vacate(cadre, at.start)
                cadre.slot = None
                settled.remove(cadre)
            for cadre, slot in ((a, second), (b, first)):
                move = Move(slot, cadre.level, at.decided, at.start, at.reported, "lateral move", entry)
                self._appoint(cadre, move)
            if len(settled) < 2:
                return

    def _transfers(self, at: Round) -> None:
        """Let some of the staff move to another unit."""
        for _ in range(len(self.active) // 20):
            cadre = self.chance.one(self.active)
            if cadre.slot is None or not cadre.slot.staff or cadre.track != "organ" or cadre.level != BELOW:
                continue
            if at.start - cadre.since < SETTLED or cadre.retires - at.start < SETTLED:
                continue
            slot = self.chance.one(self.table.staff)
            if slot is cadre.slot or not suits(cadre, slot, at.start):
                continue
            up = slot.unit.form == "department" and cadre.slot.unit.form == "town"
            entry = "transfer by examination" if up and self.chance.below(100) < 40 else "transfer"
            self._appoint(cadre, Move(slot, BELOW, at.decided, at.start, at.reported, "lateral move", entry))

    def _fill(self, slot: Slot, at: Round) -> Slot | None:
        """Fill a vacant post, by promotion or from the same level; return the post that becomes vacant."""
        if not self.active:
            return None
        lateral = self.chance.below(100) < _LATERAL[slot.level]
        for _ in range(_TRIES):
            cadre = self.chance.one(self.active)
            asked = eligible(cadre, slot, at.start, self.chance, lateral=lateral)
            if not asked:
                continue
            left = cadre.slot
            change, entry = change_of(cadre, slot, self.chance, lateral=lateral)
            since = self._vacant_since[slot.number]
            exceptional = asked == "exceptional"
            self._appoint(
                cadre, Move(slot, slot.level, at.decided, at.start, at.reported, change, entry, exceptional, since)
            )
            cadre.fell = False
            return left
        return None
