"""Principle checks: whether the rules of policy sets keep to the principles that are among them.

In: policy sets. Out: an `Examination` with every breach. Every check is applied to every pack, each pack with those
above it. It runs no rule and looks at no record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.analysis.breaches import Breach
from cadre_rules.analysis.examining import Examiner
from cadre_rules.analysis.rules import View
from cadre_rules.policy.linked import packs_above

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.policy.linked import PolicySet
    from cadre_rules.policy.linked_checks import PrincipleCheck

__all__ = ["Breach", "Examination", "examine"]


@dataclass(frozen=True, slots=True)
class Examination:
    """The checks that were made, the packs on which they were, and the breaches that were found."""

    checks: tuple[PrincipleCheck, ...]
    packs: tuple[str, ...]
    breaches: tuple[Breach, ...]

    @property
    def diagnostics(self) -> tuple[Diagnostic, ...]:
        """The breaches as faults."""
        return tuple(b.diagnostic for b in self.breaches)


def examine(sets: Iterable[PolicySet]) -> Examination:
    """Apply every principle check that is in one of the sets to every pack that is; a breach is told once."""
    known = list(sets)
    checks = {c.id: c for policies in known for c in policies.checks}
    found: dict[tuple[object, ...], Breach] = {}
    for view in _views(known) if checks else ():
        examiner = Examiner(view)
        for check in checks.values():
            for breach in examiner.breaches(check):
                told = breach.diagnostic
                found.setdefault((check.id, breach.rule, told.code, told.position, breach.facts), breach)
    packs = tuple(dict.fromkeys(p for policies in known for p in policies.packs))
    return Examination(tuple(checks.values()), packs, tuple(found.values()))


def _views(sets: Iterable[PolicySet]) -> Iterator[View]:
    """Yield a view for each pack of each set, those that are the same once."""
    seen: set[object] = set()
    for policies in sets:
        adopted = policies.adoption.hash if policies.adoption is not None else None
        for pack in policies.packs:
            packs = packs_above(policies.packs, pack) | {pack}
            key = (adopted, frozenset((p, policies.packs[p].hash) for p in packs))
            if key not in seen:
                seen.add(key)
                yield View(policies, packs)
