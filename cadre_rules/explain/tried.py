"""What of the missing matters: each unknown tried out, by itself and together with the others.

In: `Trials` and what may be missing. Out: `Tried`, which says what is worth asking for, and in which order.
"""

from __future__ import annotations

from fractions import Fraction
from functools import reduce
from itertools import product
from math import prod
from random import Random
from typing import TYPE_CHECKING, Literal

from cadre_rules.explain.listed import with_complete_lists
from cadre_rules.explain.trials import Option, Options, Trials, World

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text
    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.evidence import Missing

Effect = Literal["settles", "matters", "may matter"]
TOGETHER = Fraction(1, 2)  # of the budget is kept for several unknowns together
CHOICES = 3  # of the values of another unknown are tried at most, to find one that leaves the answer open


class Tried:
    """What became of trying out each of what may be missing, by itself and together with the others."""

    def __init__(self, trials: Trials, candidates: tuple[Missing, ...]) -> None:
        self.trials = trials
        self.candidates = candidates
        self.options: dict[Missing, Options] = {m: trials.options(m) for m in candidates}
        self.plain = World(trials.outcome.facts)
        self.closed = World(with_complete_lists(trials.outcome.facts))  # lists hold what is listed: quick to decide
        self.base = trials.answer(self.plain)
        self.assumed = self.plain  # what is not adopted yet is taken to be in force, so that the rest shows
        for missing in candidates:
            if missing.kind == "parameter" and self.options[missing].options:
                self.assumed = self.options[missing].options[0].apply(self.assumed)
        self.assumed_base = trials.answer(self.assumed) if self.assumed is not self.plain else self.base
        self.reserve = int(trials.left * TOGETHER)
        self.alone: dict[Missing, tuple[tuple[Option, Answer], ...]] = {}
        self.in_force: dict[Missing, tuple[Answer, ...]] = {}
        self.proven: set[Missing] = set()
        for missing in candidates:
            self._by_itself(missing)

    def _by_itself(self, missing: Missing) -> None:
        options = self.options[missing].options
        both = self.assumed is not self.plain and missing.kind != "parameter"
        if self.trials.left - self.trials.cost * len(options) * (2 if both else 1) < self.reserve:
            self.alone[missing], self.in_force[missing] = (), ()
            return
        self.alone[missing] = tuple((o, self.trials.answer(o.apply(self.plain))) for o in options)
        if both:
            self.in_force[missing] = tuple(self.trials.answer(o.apply(self.assumed)) for o in options)
        else:
            self.in_force[missing] = tuple(answer for _, answer in self.alone[missing])
        before = self.assumed_base if both else self.base
        changed = any(a.signature != self.base.signature for _, a in self.alone[missing])
        if changed or any(a.signature != before.signature for a in self.in_force[missing]):
            self.proven.add(missing)

    def kept(self) -> list[Missing]:
        """Return what matters or may matter; what surely does not is dropped, until nothing more can be."""
        kept = list(self.candidates)
        while self._drop_idle(kept):
            pass  # with one unknown less, the ways of the others may have become few enough to go through
        for missing in kept:
            if missing not in self.proven:
                self._look_for_a_gain(missing, [m for m in kept if m != missing])
        return kept or list(self.candidates)

    def _drop_idle(self, kept: list[Missing]) -> bool:
        """Take out of `kept` what surely changes nothing, one after the other; return whether anything was."""
        unproven = [missing for missing in kept if missing not in self.proven]
        before = len(kept)
        for n, missing in enumerate(unproven):
            others = [m for m in kept if m != missing]
            ways = prod((len(self.options[m].options) for m in others), start=len(self.options[missing].options) + 1)
            finite = all(self.options[m].all_of_them for m in (missing, *others))
            affordable = ways * self.trials.cost <= self.trials.left // (len(unproven) - n)
            if finite and affordable and self._idle(missing, others):
                kept.remove(missing)
        return len(kept) < before

    def _idle(self, missing: Missing, others: list[Missing]) -> bool:
        """Return whether an unknown changes nothing, whatever the others turn out to be: all of it is gone through."""
        for way in product(*(self.options[m].options for m in others)):
            world = reduce(lambda made, option: option.apply(made), way, self.plain)
            before = self.trials.answer(world)
            if not before.settled and self._gains(missing, world, before):
                self.proven.add(missing)
                return False
        return True

    def _look_for_a_gain(self, missing: Missing, others: list[Missing]) -> None:
        """Fill in the others one by one so that the answer stays open: then what is left is what it hangs on."""
        random = Random(len(self.proven))  # the same ones every time
        world = self.closed
        mixed = random.sample(others, len(others))
        for other in sorted(mixed, key=lambda m: m.path[:2] == missing.path[:2]):  # what is of the same item last
            for option in self._options_left_open(other, random):
                if self.trials.left <= 0:
                    return
                tried = option.apply(world)
                if not self.trials.answer(tried).settled:
                    world = tried
                    break
        before = self.trials.answer(world)
        if not before.settled and self._gains(missing, world, before):
            self.proven.add(missing)

    def _options_left_open(self, missing: Missing, random: Random) -> list[Option]:
        """Return values of an unknown, at random, those first that by themselves leave the answer open."""
        options = self.options[missing].options
        settling = {option.text for option, answer in self.alone[missing] if answer.settled}
        mixed = random.sample(options, len(options))
        return sorted(mixed, key=lambda option: option.text in settling)[:CHOICES]

    def _gains(self, missing: Missing, world: World, before: Answer) -> bool:
        """Return whether knowing an unknown changes the answer in a world."""
        own = self.options[missing].options
        return any(self.trials.answer(option.apply(world)).signature != before.signature for option in own)

    def effect(self, missing: Missing) -> Effect:
        """Return what is known of what an unknown does."""
        if any(answer.settled for _, answer in self.alone[missing]):
            return "settles"
        return "matters" if missing in self.proven else "may matter"

    def outcomes(self, missing: Missing) -> tuple[tuple[Text, Answer], ...]:
        """Return the answers that the values of an unknown give by themselves; samples are no outcomes."""
        if missing.kind == "list":
            return tuple((o.text, a) for o, a in self.alone[missing] if a.settled)
        return tuple((o.text, a) for o, a in self.alone[missing]) if self.options[missing].all_of_them else ()

    def rank(self, missing: Missing) -> tuple[Fraction, ...]:
        """Return how little an unknown settles: the share of its values that leave the answer open."""
        step = Fraction(("settles", "matters", "may matter").index(self.effect(missing)))
        answers = self.in_force[missing]
        if not answers:
            return (step, Fraction(1), Fraction(1))
        open_ = Fraction(sum(not a.settled for a in answers), len(answers))
        same = Fraction(sum(a.signature == self.assumed_base.signature for a in answers), len(answers))
        return (step, open_, same)
