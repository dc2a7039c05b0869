"""Definitions in words, with their FEEL texts or tables.

In: models of definitions and whose they are. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.conditions import Conditions
from cadre_rules.handbook.shape_parts import shape

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.definitions import Definition


def definitions(voice: Voice, view: PackView, models: Mapping[str, Definition], owner: str) -> str:
    """Return the definitions of a policy, or those that a pack shares, under their heading."""
    if not models:
        return ""
    conditions = Conditions(voice, view, owner)
    title = pieces.heading(2, voice.say("定义", "Definitions"), "definitions")
    return pieces.blocks(title, *(_definition(conditions, name, m) for name, m in models.items()))


def _definition(at: Conditions, name: str, model: Definition) -> str:
    voice = at.voice
    title = voice.in_(model.title)
    mark = pieces.here(places.definition_anchor(name))
    head = mark + (pieces.strong(title) + " " if title else "") + pieces.quiet(pieces.code(name))
    if model.table is not None:
        body = at.table(model.table)
    elif model.shape is not None:
        body = shape(at, model.shape)
    else:
        assert model.is_ is not None
        body = at.defined(name, model.is_)
    if model.columns:
        titles = voice.listed(voice.text(title) for title in model.columns.values())
        body = pieces.blocks(body, pieces.quiet(voice.say("各列：", "columns: ") + titles))
    return pieces.box(
        "definition", pieces.blocks(head, body, pieces.quiet(voice.text(model.note)) if model.note else "")
    )
