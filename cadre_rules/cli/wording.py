"""Small pieces of wording that several commands need."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Iterable


def listed(names: Iterable[str]) -> Text:
    """Return names as a list inside of a sentence."""
    known = list(names)
    return Text("、".join(known), ", ".join(known))
