"""The examination of one view by one check: rules by themselves, rules together, stricter values, what is withheld.

In: a view, a check. Out: breaches. What a rule means is asked of the view, what decides in it of `judging`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.analysis.breaches import Breach, Finding, effect_of
from cadre_rules.analysis.citing import cites_higher
from cadre_rules.analysis.diagrams import TooIntricateError
from cadre_rules.analysis.judging import blamed, deciding, mentions
from cadre_rules.analysis.locating import locate
from cadre_rules.analysis.reading import Reading
from cadre_rules.policy.linked import packs_above

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.analysis.rules import View
    from cadre_rules.diagnostics import Text
    from cadre_rules.policy.linked import DatedValue, Parameter, Place, Question, Rule
    from cadre_rules.policy.linked_checks import Barred, PrincipleCheck
    from cadre_rules.vocabulary.grounds import Kind

    Facts = dict[tuple[str, str], frozenset[Kind]]


@dataclass(frozen=True, slots=True)
class _Matter:
    """What a check looks at: conclusions of a question, and what drawing or withholding them does to people."""

    check: PrincipleCheck
    counted: frozenset[str]
    effect: Text


class Examiner:
    """Examines the rules of one view."""

    def __init__(self, view: View) -> None:
        self.view = view
        self._readings: dict[int, Reading | None] = {}

    def breaches(self, check: PrincipleCheck) -> Iterator[Breach]:
        """Yield the breaches of a check, rule by rule."""
        for barred in check.bars:
            question = self.view.policies.questions.get(barred.question)
            if question is not None and question.pack in self.view.packs:
                for matter in _matters(check, barred, question):
                    yield from self._drawn(matter)
                for name in (n for n in barred.withholds if n in question.conclusions):
                    yield from self._withheld(_matter(check, question, name, withheld=True), name)

    def _deciding(self, term: int, by: frozenset[Kind], *, scope: bool = True) -> tuple[Reading, list[frozenset[int]]]:
        """Return the reading of a truth and the variables that decide it; raises `TooIntricateError`."""
        if term not in self._readings:
            self._readings[term] = None  # while it is read, and where it cannot be
            self._readings[term] = Reading(self.view.terms, term)
        reading = self._readings[term]
        if reading is None:
            raise TooIntricateError
        return reading, deciding(reading, by, scope=scope)

    def _drawn_by(self, matter: _Matter, *rules: Rule) -> int:
        """Return the term of "one of the rules draws what counts"."""
        return self.view.terms.junction("or", [self.view.draws(rule, {*matter.counted}) for rule in rules])

    def _told(self, matter: _Matter, rule: Rule, facts: Facts, place: Place | None) -> Finding:
        return Finding(matter.check, rule, matter.effect, facts, place, matter.check.pack in self.view.packs)

    def _pack(self, rule: Rule) -> str:
        return self.view.policies.policies[rule.policy].pack

    def _exempt(self, check: PrincipleCheck, rule: Rule) -> bool:
        """Tell whether a rule may decide as it does because a higher one, which it cites, asks for it."""
        policies = self.view.policies
        above = packs_above(policies.packs, self._pack(rule))
        return check.cites_higher and cites_higher(policies, rule.citation, above)

    # conclusions that are drawn -------------------------------------------------------------------------------

    def _drawn(self, matter: _Matter) -> Iterator[Breach]:
        check = matter.check
        rest: list[Rule] = []
        for rule in self.view.rules.values():
            if not matter.counted.intersection(rule.conclusions) or not self._mentioned(matter, rule):
                continue
            if self._pack(rule) in check.above:
                yield from self._raised(matter, rule)
            elif not self._exempt(check, rule):
                found = self._by_itself(matter, rule)
                yield from found
                if not found:
                    rest.append(rule)
        yield from self._together(matter, rest)

    def _mentioned(self, matter: _Matter, rule: Rule) -> bool:
        return mentions(self.view.terms, self._drawn_by(matter, rule), matter.check.by)

    def _by_itself(self, matter: _Matter, rule: Rule) -> list[Breach]:
        """Return the breaches of a rule that decides by the forbidden kinds alone."""
        check = matter.check
        try:
            reading, found = self._deciding(self._drawn_by(matter, rule), check.by)
        except TooIntricateError:
            return [self._told(matter, rule, {}, None).too_intricate()]
        return [self._finding(matter, rule, reading, variables).breach() for variables in found]

    def _finding(self, matter: _Matter, rule: Rule, reading: Reading, variables: frozenset[int]) -> Finding:
        facts = blamed(reading, variables, matter.check.by)
        return self._told(matter, rule, facts, locate(self.view, reading, rule, variables))

    def _together(self, matter: _Matter, rules: list[Rule]) -> Iterator[Breach]:
        """Yield the breach of rules of which none decides by itself, but all of them do together."""
        check = matter.check

        def found(chosen: list[Rule]) -> tuple[Reading, list[frozenset[int]]]:
            return self._deciding(self._drawn_by(matter, *chosen), check.by, scope=False)

        try:
            if not found(rules)[1]:
                return
            for rule in [*rules]:
                fewer = [r for r in rules if r is not rule]
                rules = fewer if found(fewer)[1] else rules
            reading, variables = found(rules)
        except TooIntricateError:
            yield self._told(matter, rules[0], {}, None).too_intricate()
            return
        first, *others = rules
        yield self._finding(matter, first, reading, frozenset().union(*variables)).together(others)

    # stricter values of higher rules --------------------------------------------------------------------------

    def _raised(self, matter: _Matter, rule: Rule) -> Iterator[Breach]:
        """Yield the breaches by stricter values that lower layers give to a rule which the principle does not bind."""
        check = matter.check
        term = self._drawn_by(matter, rule)
        if not any(self._stricter(check, term)):
            return
        try:
            reading, found = self._deciding(term, check.by)
        except TooIntricateError:
            yield self._told(matter, rule, {}, None).too_intricate()
            return
        for variable in sorted(frozenset().union(*found)):
            facts = blamed(reading, [variable], check.by)
            for parameter, value in self._stricter(check, reading.source[variable]):
                yield self._told(matter, rule, facts, value.place).raised(parameter, value)

    def _stricter(self, check: PrincipleCheck, term: int) -> Iterator[tuple[Parameter, DatedValue]]:
        """Yield the stricter values in a term that are set by an adoption or a pack which the principle binds."""
        terms, policies = self.view.terms, self.view.policies
        ids = [str(terms[n].value) for n in terms.below(term) if terms[n].op == "parameter"]
        for parameter in (policies.parameters[i] for i in ids):
            for value in parameter.values:
                bound = value.set_by in self.view.packs - check.above or value.set_by.startswith("adoption:")
                stricter = value.over is not None and value.over != value.value
                if bound and stricter and not (check.cites_higher and self._rests_on_higher(parameter, value)):
                    yield parameter, value

    def _rests_on_higher(self, parameter: Parameter, value: DatedValue) -> bool:
        """Tell whether a stricter value cites a higher rule of its own, not only that of the parameter."""
        policies = self.view.policies
        own = value.citation if value.citation != parameter.citation else None
        above = packs_above(policies.packs, value.set_by) if value.set_by in policies.packs else self.view.packs
        return own is not None and cites_higher(policies, own, above)

    # conclusions that are withheld ----------------------------------------------------------------------------

    def _withheld(self, matter: _Matter, name: str) -> Iterator[Breach]:
        """Yield the breaches of rules that leave a conclusion out by the forbidden kinds alone."""
        check = matter.check
        rules = [r for r in self.view.drawing(name) if self._pack(r) not in check.above]
        try:
            term = self.view.terms.negation(self.view.conclusion(name))
            reading, found = self._deciding(term, check.by, scope=False)
        except TooIntricateError:
            yield from (self._told(matter, r, {}, None).too_intricate() for r in rules[:1])
            return
        for rule in (r for r in rules if not self._exempt(check, r)):
            told = [self._finding(matter, rule, reading, variables) for variables in found]
            yield from (t.breach() for t in told if t.place is not None)


def _matters(check: PrincipleCheck, barred: Barred, question: Question) -> list[_Matter]:
    """Return what a check looks at of a question: all that bars at once, or each conclusion by itself."""
    against = [name for name, c in question.conclusions.items() if not c.notice]
    if barred.concludes is None and question.mode == "eligible":
        return [_Matter(check, frozenset(against), effect_of(question, None))]
    names = against if barred.concludes is None else barred.concludes
    return [_matter(check, question, name) for name in names if name in question.conclusions]


def _matter(check: PrincipleCheck, question: Question, name: str, *, withheld: bool = False) -> _Matter:
    return _Matter(check, frozenset({name}), effect_of(question, name, withheld=withheld))
