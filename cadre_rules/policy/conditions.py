"""Conditions of policy files become linked conditions: typed trees under junctions.

In: condition models and a scope. Out: `linked.Condition`s. What one member of an `all` list has tested (a fact that
may be absent) is known in the members after it; in an `any` list the other way round.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.types import BOOLEAN
from cadre_rules.policy.linked import Condition
from cadre_rules.policy.models.conditions import AllOf, AnyOf, Is, NotOf
from cadre_rules.policy.models.texts import FeelText

if TYPE_CHECKING:
    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.texts import Texts

Knowledge = frozenset[str]
NOTHING: Knowledge = frozenset()


def link_condition(
    model: object, scope: Scope, texts: Texts, narrowed: Knowledge = NOTHING
) -> tuple[Condition, Knowledge, Knowledge]:
    """Return a linked condition, and what is known where it holds and where it does not.

    Faults are kept in `texts`; a condition with a fault links to an empty junction, which is never evaluated because
    the whole set is refused.
    """
    match model:
        case AllOf():
            return _junction("all", model.all_, model, scope, texts, narrowed)
        case AnyOf():
            return _junction("any", model.any_, model, scope, texts, narrowed)
        case NotOf():
            inner, true, false = link_condition(model.not_, scope, texts, narrowed)
            title = model.title.text if model.title else None
            return Condition("not", (inner,), title=title, position=model.position()), false, true
        case Is():
            linked, true, false = _test(model.is_, scope, texts, narrowed)
            title = model.title.text if model.title else None
            return replace(linked, title=title), true, false
        case FeelText():
            return _test(model, scope, texts, narrowed)
        case _:
            raise TypeError(f"{type(model).__name__} is no condition")


def _test(text: FeelText, scope: Scope, texts: Texts, narrowed: Knowledge) -> tuple[Condition, Knowledge, Knowledge]:
    position = text.node.position
    checked = texts.check(text, texts.parse(text), scope, expected=BOOLEAN, narrowed=narrowed)
    if checked is None:
        return Condition("all", position=position), NOTHING, NOTHING
    return (
        Condition("test", tree=checked.tree, position=position, source=text.source),
        checked.narrows_true,
        checked.narrows_false,
    )


def _junction(
    operator: str,
    members: tuple[object, ...],
    model: AllOf | AnyOf,
    scope: Scope,
    texts: Texts,
    narrowed: Knowledge,
) -> tuple[Condition, Knowledge, Knowledge]:
    parts = []
    known = narrowed
    other: list[Knowledge] = []
    for member in members:
        part, true, false = link_condition(member, scope, texts, known)
        parts.append(part)
        carried, opposite = (true, false) if operator == "all" else (false, true)
        known = known | carried
        other.append(opposite)
    shared = frozenset.intersection(*other) if other else NOTHING
    title = model.title.text if model.title else None
    made = Condition(operator, tuple(parts), title=title, position=model.position())  # type: ignore[arg-type]
    return (made, known, shared) if operator == "all" else (made, shared, known)
