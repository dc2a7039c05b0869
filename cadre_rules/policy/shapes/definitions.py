"""Definitions that are shapes become trees, each by its own file.

In: the model of a definition. Out: a typed tree, or None after keeping faults; and the texts that it is made of, so
that definitions are put in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cadre_rules.policy.models.definition_shapes import (
    OVER_ITEMS,
    Groups,
    Matrix,
    Ranking,
    Score,
    States,
    Target,
)
from cadre_rules.policy.models.texts import FeelText
from cadre_rules.policy.shapes.groups import link_groups
from cadre_rules.policy.shapes.making import Made, Making
from cadre_rules.policy.shapes.matrix import link_matrix
from cadre_rules.policy.shapes.ranking import link_ranking
from cadre_rules.policy.shapes.score import link_score
from cadre_rules.policy.shapes.states import link_states
from cadre_rules.policy.shapes.target import link_target

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator

    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.models.definition_shapes import Shape
    from cadre_rules.policy.texts import Texts

_LINKS: Final[dict[type, Callable[[Any, Making], Made | None]]] = {
    Score: link_score,
    Ranking: link_ranking,
    Groups: link_groups,
    Matrix: link_matrix,
    Target: link_target,
    States: link_states,
}


def link_shape(model: Shape, scope: Scope, texts: Texts) -> Made | None:
    """Return what a shape becomes."""
    return _LINKS[type(model)](model, Making(model, scope, texts))


def texts_of(model: Shape) -> Iterator[FeelText]:
    """Yield the FEEL texts that a shape is made of."""
    for name in type(model).model_fields:
        yield from _texts(getattr(model, name))


def over_items(model: Shape) -> Iterator[bool]:
    """Yield for each of its texts whether it is read over one item of a list."""
    for name in type(model).model_fields:
        for _ in _texts(getattr(model, name)):
            yield name in OVER_ITEMS or (name == "by" and hasattr(model, "of"))


def _texts(value: Any) -> Iterator[FeelText]:
    if isinstance(value, FeelText):
        yield value
    elif isinstance(value, dict):
        for part in value.values():
            yield from _texts(part)
    elif isinstance(value, tuple):
        for part in value:
            yield from _texts(part)
