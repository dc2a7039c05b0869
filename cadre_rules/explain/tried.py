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
    from collections.abc import Iterator

    from cadre_rules.diagnostics import Text
    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.evidence import Missing

Effect = Literal["settles", "matters", "may matter"]
TOGETHER = Fraction(1, 2)  # of the budget is kept for several unknowns together
LEAST_SAMPLES = 12  # of the others, for each unknown that does nothing by itself


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
        """Return what matters or may matter; what surely does not is dropped, one after the other."""
        kept = list(self.candidates)
        unproven = [missing for missing in self.candidates if missing not in self.proven]
        for n, missing in enumerate(unproven):
            share = max(self.trials.left // (len(unproven) - n), 1)
            if self._idle(missing, [m for m in kept if m != missing], share):
                kept.remove(missing)
        return kept or list(self.candidates)

    def _idle(self, missing: Missing, others: list[Missing], budget: int) -> bool:
        """Return whether an unknown changes nothing, whatever the others turn out to be.

        All that the others can be is gone through where the budget allows it, else a sample of it.
        """
        own = self.options[missing]
        chosen = [self.options[m] for m in others if self.options[m].options]
        total = prod(len(options.options) for options in chosen)
        everything = total * (len(own.options) + 1) <= budget
        exhaustive = everything and own.all_of_them and all(self.options[m].all_of_them for m in others)
        ways = product(*(o.options for o in chosen)) if everything else _samples(chosen, budget)
        stop = self.trials.left - max(budget, LEAST_SAMPLES * (len(own.options) + 1))
        for way in ways:
            if self.trials.left <= max(stop, 0):
                return False
            world = reduce(lambda made, option: option.apply(made), way, self.plain if everything else self.closed)
            before = self.trials.answer(world)
            if before.settled:
                continue
            if any(self.trials.answer(o.apply(world)).signature != before.signature for o in own.options):
                self.proven.add(missing)
                return False
        return exhaustive

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


def _samples(chosen: list[Options], most: int) -> Iterator[tuple[Option, ...]]:
    """Yield combinations at random, the same ones every time."""
    random = Random(0)
    for _ in range(most):
        yield tuple(random.choice(options.options) for options in chosen)
