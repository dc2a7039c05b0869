"""Whether a truth is decided by some kinds of facts alone, whatever all other facts are.

In: a reading, the forbidden kinds. Out: the variables that decide, none if no such decision is possible. A variable is
of the forbidden kinds where nothing that it reads is a ground of its own and something is of those kinds; one that
reads no ground at all, or only grounds of other kinds, says whom the rule is about, and excuses nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Literal

from cadre_rules.vocabulary.grounds import FACTS, READ_BY, ground

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.analysis.reading import Fact, Reading
    from cadre_rules.analysis.terms import Terms
    from cadre_rules.vocabulary.grounds import Kind

Role = Literal["forbidden", "own", "circumstance"]


def deciding(reading: Reading, by: frozenset[Kind], *, scope: bool = True) -> list[frozenset[int]]:
    """Return the forbidden variables that decide the truth of a reading whatever the grounds of their own are.

    One that decides by itself stands alone, those that only decide together stand together. With `scope`, what says
    whom a rule is about is taken as given, and excuses nothing.
    """
    diagrams = reading.diagrams
    roles = [role(reading.read(v), by) for v in range(len(reading.source))]
    if scope:
        roles = ["circumstance" if r == "own" and v in reading.scope else r for v, r in enumerate(roles)]
    alone = diagrams.for_all(reading.truth, lambda v: roles[v] == "own")
    found = frozenset(v for v in diagrams.support(alone) if roles[v] == "forbidden")
    single = [v for v in sorted(found) if v in diagrams.support(diagrams.for_all(alone, (found - {v}).__contains__))]
    joint = found - {*single}
    if not joint <= diagrams.support(diagrams.for_all(alone, frozenset(single).__contains__)):
        return [found]  # some decide only together with one that decides by itself
    return [*(frozenset({v}) for v in single), *([joint] if joint else [])]


def mentions(terms: Terms, root: int, by: frozenset[Kind]) -> bool:
    """Tell whether a truth names anything of the forbidden kinds at all; if not, it need not be read."""
    for number in terms.below(root):
        if terms[number].op not in ("field", "call"):
            continue
        section, name = terms[number].value[:2]
        names = READ_BY.get(str(name), (str(name),))
        found = (ground(s, n) for s in ([section] if section else FACTS) for n in names)
        if any(((g.value or frozenset()) | (g.presence or frozenset())) & by for g in found):
            return True
    return False


def role(facts: Iterable[Fact], by: frozenset[Kind]) -> Role:
    """Return what a variable that reads these facts is to a check that forbids `by`."""
    kinds: set[Kind] = set()
    for section, name, bare in facts:
        found = _kinds(section, name, bare)
        if found is None:
            return "own"
        kinds |= found
    return "forbidden" if kinds & by else "circumstance"


def blamed(reading: Reading, variables: Iterable[int], by: frozenset[Kind]) -> dict[tuple[str, str], frozenset[Kind]]:
    """Return the facts of the forbidden kinds that variables read, each with those kinds, in a fixed order."""
    found: dict[tuple[str, str], frozenset[Kind]] = {}
    for section, name, bare in {f for v in variables for f in reading.read(v)}:
        kinds = (_kinds(section, name, bare) or frozenset()) & by
        if name is not None and kinds:
            found[section, name] = found.get((section, name), frozenset()) | kinds
    return dict(sorted(found.items()))


def _kinds(section: str, name: str | None, bare: bool) -> frozenset[Kind] | None:
    """Return the kinds of a fact that is read; None for a ground of its own."""
    found = ground(section, name)
    return found.presence if bare else found.value
