"""What steps of procedures are called: by their slug, by their title in either language, by those that will do as well.

In: the models of all procedures. Out: names. A name that several steps have means the step of the procedure that is
looked at; it is nobody's in general.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadre_rules.policy.linked import Rule as LinkedRule
    from cadre_rules.policy.models.policy_file import Policy
    from cadre_rules.policy.models.procedures import ProcedureStep


@dataclass(frozen=True, slots=True)
class Called:
    """A step by its slug and its title, with those that will do in its place."""

    name: str
    title: Text
    alternatives: tuple[tuple[str, Text], ...] = ()

    @property
    def names(self) -> tuple[str, ...]:
        """Every word by which a record may call it."""
        steps = ((self.name, self.title), *self.alternatives)
        return tuple(dict.fromkeys(word for name, title in steps for word in (name, title.zh, title.en)))


StepNames = frozenset[tuple[str, Text]]


def called_as(step: ProcedureStep) -> Called:
    """Return what a step that is written out is called."""
    others = tuple((other.step, other.title.text) for other in step.or_ or ())
    return Called(step.step, step.title.text, others)


def declared_steps(policies: Iterable[Policy]) -> StepNames:
    """Return every step that policies declare, with its title."""
    found = []
    for policy in policies:
        for rule in policy.rules:
            steps = rule.procedure.steps if rule.procedure is not None else ()
            for step in steps if not isinstance(steps, str) else ():
                called = called_as(step)
                found += [(called.name, called.title), *called.alternatives]
    return frozenset(found)


def said_in_parameter(word: str, known: StepNames) -> Called:
    """Return the step that a parameter names: the declared one, if exactly one is called so, else one of its own."""
    meant = _meant(word, known)
    return Called(*meant) if meant is not None else Called(word, Text(word, word))


def _meant(word: str, known: StepNames) -> tuple[str, Text] | None:
    found = [step for step in known if word in (step[0], step[1].zh, step[1].en)]
    return found[0] if len(found) == 1 and _alone(found[0], known) else None


def _alone(step: tuple[str, Text], known: StepNames) -> bool:
    """Return whether no other step has the same slug."""
    return all(other == step or other[0] != step[0] for other in known)


def linked_steps(rules: Iterable[LinkedRule]) -> StepNames:
    """Return every step of linked procedures, with its title."""
    orders = (order for rule in rules if rule.procedure is not None for order in rule.procedure.orders)
    steps = (step for order in orders for step in order.steps)
    return frozenset(pair for step in steps for pair in ((step.name, step.title), *step.alternatives))


def canonical(known: StepNames) -> Mapping[str, tuple[str, Text] | None]:
    """Return the step that each word means; None for a word that several steps have."""
    words = {word for name, title in known for word in (name, title.zh, title.en)}
    return {word: _meant(word, known) for word in words}
