"""Which packs bind a record: those of its own place and the layers above, never another place's.

In: the packs that are loaded, the jurisdiction that a record names. Out: the name of the pack that decides.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, UsageError, nearest
from cadre_rules.engine.messages import OTHER_PLACE, WHICH_PLACE
from cadre_rules.feel.values import UNKNOWN
from cadre_rules.policy.linked import packs_above
from cadre_rules.vocabulary.subjects import HEADS

if TYPE_CHECKING:
    from collections.abc import Mapping
    from typing import Any

    from cadre_rules.policy.linked import Pack


def deciding_pack(packs: Mapping[str, Pack], facts: Mapping[str, Any], *, adopted: bool) -> str | None:
    """Return the loaded pack of the record's jurisdiction, else the only one that no other extends.

    None where all that is loaded binds: a unit that has adopted several packs is bound by all. A jurisdiction is a
    pack's name, or the name of the place as the pack declares it. Raises `UsageError` where the record belongs to a
    place whose pack is not loaded, or does not say which of several places it belongs to.
    """
    heads = [facts[name] for name in HEADS if isinstance(facts.get(name), dict)]
    named = next((place for head in heads if isinstance(place := head.get("jurisdiction"), str)), UNKNOWN)
    lowest = [name for name in packs if not any(name in p.extends for p in packs.values())]
    if isinstance(named, str):
        for pack in packs.values():
            if named == pack.name or (pack.jurisdiction is not None and named in pack.jurisdiction):
                return None if adopted else pack.name
        suggestion = nearest(named, packs)
        raise UsageError(OTHER_PLACE.at(suggestion=suggestion, found=named, known=_listed(list(packs))))
    if adopted or len(lowest) == 1:
        return None
    raise UsageError(WHICH_PLACE.at(known=_listed(lowest)))


def above(packs: Mapping[str, Pack], name: str) -> set[str]:
    """Return a pack and all packs above it."""
    return {name, *packs_above(packs, name)}


def _listed(names: list[str]) -> Text:
    return Text("、".join(names), ", ".join(names))
