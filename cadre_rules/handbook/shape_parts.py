"""Shapes of definitions: what each part of a score, a ranking and the others says, in words.

In: a model of a shape. Out: HTML. It knows no shape by name: the parts are worded by what their declarations say, so
that a shape that is added is shown.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.values import item_type
from cadre_rules.feel.types import ContextType
from cadre_rules.handbook import pieces
from cadre_rules.policy.models.base import known_keys, meaning
from cadre_rules.policy.models.definition_shapes import OVER_ITEMS
from cadre_rules.policy.models.texts import FeelText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.handbook.conditions import Conditions
    from cadre_rules.policy.models.base import Model

_HOW = re.compile(r"（[^（）]*(?:FEEL|[a-z]{3,})[^（）]*）|, in FEEL(?: over the item)?")  # how a part is written
_CHOICES = {
    "mean": Text("取平均", "their mean"),
    "sum": Text("取合计", "their sum"),
    "trimmed mean": Text(
        "去掉最高分和最低分后取平均", "the mean of those that are left when the highest and lowest are dropped"
    ),
}


def shape(at: Conditions, model: Model) -> str:
    """Return a shape: what it is, and each of its parts."""
    kind = at.voice.say(_HOW.sub("", model.noun.zh), model.noun.en)
    return pieces.blocks(pieces.quiet(pieces.text(kind)), pieces.pairs(_parts(at, model)))


def feel_texts(model: Model) -> Iterator[FeelText]:
    """Yield the FEEL texts of a shape."""
    for _, value in _values(model):
        if isinstance(value, FeelText):
            yield value


def _values(model: Model) -> Iterator[tuple[str, object]]:
    """Yield the parts that a shape gives, by their keys."""
    names = {info.alias or name: name for name, info in type(model).model_fields.items()}
    for key in known_keys(type(model)):
        value = getattr(model, names[key])
        if value is not None:
            yield key, value


def _parts(at: Conditions, model: Model) -> Iterator[tuple[str, str]]:
    row = _row(at, model)
    for key, value in _values(model):
        label = meaning(type(model), key)
        name = at.voice.say(re.split("[：；]", _HOW.sub("", label.zh))[0], re.split("[:;]", _HOW.sub("", label.en))[0])
        if isinstance(value, FeelText):
            over_item = row is not None and (key in OVER_ITEMS or key == "by")
            yield name, at.over(value, row) if over_item and row is not None else at.value(value)
        elif isinstance(value, bool):
            yield name, at.voice.say("是" if value else "否", "yes" if value else "no")
        else:
            yield name, at.voice.text(_CHOICES[str(value)])


def _row(at: Conditions, model: Model) -> ContextType | None:
    """Return the type of the items that a shape looks at."""
    of = getattr(model, "of", None)
    checked = at.view.typed(of) if isinstance(of, FeelText) else None
    found = item_type(checked.type) if checked is not None else None
    return found if isinstance(found, ContextType) else None
