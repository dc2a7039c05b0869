"""What a truth depends on: its diagram over the values of facts, and which facts each variable of it reads.

In: terms and the number of a truth. Out: a `Reading`. A value that is compared with constants is one variable with a
value for each stretch between them; any other truth that cannot be taken apart is a variable of its own. What changes
nothing is not read: in `x > 0 or x <= 0` no x.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cadre_rules.analysis.cells import Cells
from cadre_rules.analysis.diagrams import FALSE, TRUE, Diagrams
from cadre_rules.vocabulary.grounds import ORDINARY, READ_BY
from cadre_rules.vocabulary.sections import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.analysis.terms import Term, Terms

# A fact that is read: its section, its name (None: that there are entries), and whether only whether it is there.
Fact = tuple[str, str | None, bool]
JUDGED: Final[Fact] = ("determinations", None, False)


class Reading:
    """The diagram of a truth, and what it reads."""

    def __init__(self, terms: Terms, root: int) -> None:
        self.terms = terms
        self.diagrams = Diagrams()
        self.cells: dict[int, Cells] = {}
        self.truths: dict[int, int] = {}
        self.facts: dict[int, frozenset[Fact]] = {}
        self.source: list[int] = []  # of each variable: the term that it stands for
        self.scope: set[int] = set()  # variables that say whom a rule is about
        self._variables: dict[int, int] = {}
        order = terms.below(root)
        self._collect(order)
        for number in order:
            if terms[number].truth:
                self.truths[number] = self._truth(number, terms[number])
            self.facts[number] = self._facts(number, terms[number])
        self.truth = self.truths[root]

    def read(self, variable: int) -> frozenset[Fact]:
        """Return the facts that a variable reads."""
        return self.facts[self.source[variable]]

    # truths ---------------------------------------------------------------------------------------------------

    def _collect(self, order: Iterable[int]) -> None:
        """Find the constants with which each value is compared."""
        found: dict[int, list[Any]] = {}
        for number in order:
            term = self.terms[number]
            if term.op in ("equal", "less"):
                for value, constant in (term.parts, term.parts[::-1]):
                    if self.terms.is_constant(constant):
                        found.setdefault(value, []).append(self.terms.value(constant))
        for value, constants in found.items():
            made = Cells.of(self.terms, value, constants)
            if made is not None:
                self.cells[value] = made

    def _variable(self, number: int, size: int = 2) -> int:
        if number not in self._variables:
            self._variables[number] = self.diagrams.variable(size)
            self.source.append(number)
        return self._variables[number]

    def _truth(self, number: int, term: Term) -> int:
        """Return the diagram of a truth whose parts have theirs."""
        diagrams, truths = self.diagrams, self.truths
        match term.op:
            case "constant":
                return TRUE if self.terms.value(number) else FALSE
            case "not":
                return diagrams.negation(truths[term.parts[0]])
            case "and":
                return diagrams.all([truths[p] for p in term.parts])
            case "or":
                return diagrams.any([truths[p] for p in term.parts])
            case "if":
                return diagrams.choice(*(truths[p] for p in term.parts))
            case "scope":
                self.scope |= diagrams.support(truths[term.parts[0]])
                return truths[term.parts[0]]
            case "some" if truths[term.parts[-1]] == FALSE:
                return FALSE
            case "equal" | "less":
                return self._compared(number, term)
        return diagrams.holds(self._variable(number), (1,))

    def _compared(self, number: int, term: Term) -> int:
        a, b = term.parts
        value, constant = (a, b) if self.terms.is_constant(b) else (b, a)
        cells = self.cells.get(value)
        if cells is not None and self.terms.is_constant(constant):
            known = self.terms.value(constant)
            held = cells.equal(known) if term.op == "equal" else cells.less(known, first=value == a)
            if held is not None:
                return self.diagrams.holds(self._variable(value, cells.size), held)
        return self.diagrams.holds(self._variable(number), (1,))

    # facts ----------------------------------------------------------------------------------------------------

    def _facts(self, number: int, term: Term) -> frozenset[Fact]:
        """Return the facts that a term reads, those of its parts being known."""
        parts = [self.facts[p] for p in term.parts]
        match term.op:
            case "fact":
                return frozenset({(str(term.value), None, False)})
            case "field":
                return _field_of(term, parts[0])
            case "filter" | "some":
                asked = self._asked(self.truths[term.parts[-1]])
                return asked.union(*(_without_mere(p, asked) for p in parts[:-1]))
            case "judged":
                return frozenset({JUDGED})
            case "present":
                return _bare(parts[0])
            case "equal" if self._same_field(term):
                return _bare(frozenset().union(*parts))
            case "equal" | "less" if self.terms.as_of in term.parts:
                return frozenset().union(*(self._beside_today(p) for p in term.parts))
            case "call":
                own = _read_of(term, READ_BY.get(str(term.value[1]), ()))
                return own.union(*(_without_mere(p, own) for p in parts))
            case _ if number in self.truths and number not in self._variables:
                return self._supported(self.truths[number])
            case "if":
                return self._supported(self.truths[term.parts[0]]).union(*parts[1:])
        return frozenset().union(*parts)

    def _supported(self, truth: int) -> frozenset[Fact]:
        return frozenset().union(*(self.read(v) for v in self.diagrams.support(truth)))

    def _asked(self, truth: int) -> frozenset[Fact]:
        """Return what a filter asks of items: nothing beyond what is left of it where they are held as a rule."""
        ordinary = self.diagrams.where(truth, self._ordinary)
        return self._supported(truth if ordinary == FALSE else ordinary)

    def _ordinary(self, variable: int) -> int | None:
        """Return the value that a variable has of a post that is held as a rule; None where there is none."""
        number = self.source[variable]
        term = self.terms[number]
        if term.op != "field" or term.value not in ORDINARY:
            return None
        value = ORDINARY[term.value]
        if number in self.cells:
            return self.cells[number].number(value)
        return int(value) if isinstance(value, bool) else None

    def _same_field(self, term: Term) -> bool:
        """Tell whether two items are asked for the same fact: the same unit, the same post."""
        a, b = (self.terms[p] for p in term.parts)
        return a.op == b.op == "field" and a.value == b.value

    def _beside_today(self, number: int) -> frozenset[Fact]:
        """Return what is read of a value that is compared with the decision date itself: whether, not how long."""
        facts = self.facts[number]
        return _bare(facts) if self.terms[number].op == "field" else facts


def _read_of(term: Term, names: Iterable[str]) -> frozenset[Fact]:
    """Return the facts of those names in the section that a call is about."""
    section: str | None = term.value[0]
    return frozenset((section, name, False) for name in names) if section else frozenset()


def _field_of(term: Term, base: frozenset[Fact]) -> frozenset[Fact]:
    """Return what a field reads: itself, in its section or in those of which the value was made."""
    section, name = term.value
    sections = [section] if section else [s for s, n, _ in base if n is None and ROOTS[s].context.find(name)]
    own = frozenset((s, str(name), False) for s in sections)
    return own | _without_mere(base, own)


def _without_mere(facts: frozenset[Fact], read: frozenset[Fact]) -> frozenset[Fact]:
    """Return facts without the mere being there of sections of which something is read."""
    named = {section for section, name, _ in read if name is not None}
    return frozenset(f for f in facts if f[1] is not None or f[0] not in named)


def _bare(facts: frozenset[Fact]) -> frozenset[Fact]:
    """Return facts of which only whether they are there is read."""
    return frozenset((section, name, True) for section, name, _ in facts)
