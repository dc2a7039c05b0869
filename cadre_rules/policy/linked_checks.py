"""Linked principle checks: what a principle forbids the rules of a policy set to do, free of YAML.

In: nothing. Out: the classes that the linker fills and that `analysis` reads.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Position, Text
    from cadre_rules.policy.linked import Citation
    from cadre_rules.vocabulary.grounds import Kind


@dataclass(frozen=True, slots=True)
class Barred:
    """A question that is not to be barred.

    `concludes` are the conclusions that no rule may draw by the forbidden kinds alone, None for all that count
    against a person; `withholds` those that no rule may make depend on them alone.
    """

    question: str
    concludes: tuple[str, ...] | None
    withholds: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class PrincipleCheck:
    """A principle that is checked on the rules themselves, without any record.

    `by` are the kinds of facts that may not decide alone. With `cites_higher`, a rule whose citation is that of a rule
    of a layer above its own is exempt. A principle does not bind the layers above its own pack: `above`. It is that of
    a `place`: the jurisdiction of the pack, or its title.
    """

    id: str
    title: Text
    pack: str
    place: Text
    above: frozenset[str]
    covers: tuple[str, ...]
    citation: Citation
    text: Text
    bars: tuple[Barred, ...]
    by: frozenset[Kind]
    cites_higher: bool
    position: Position
    note: Text | None = None
