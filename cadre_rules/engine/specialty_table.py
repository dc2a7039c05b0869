"""The adopting unit's table of related specialties, applied to the education of a record.

In: the facts of a record, the table. Out: the facts with what the table says of specialties that the record leaves
open, and where each value came from. What is not in the table is not known; it is not unrelated.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.values import UNKNOWN, PartialList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.policy.linked import Adoption

Bases = dict[tuple[str | int, ...], Text]
_SAME = Text("所学专业即为拟任岗位所需专业", "it is the specialty that the proposed post asks for")


def apply_specialty_table(facts: Mapping[str, Any], adoption: Adoption | None) -> tuple[Mapping[str, Any], Bases]:
    """Return the facts with the specialties that match the proposed post marked, and why each does."""
    education, proposal = facts.get("education", UNKNOWN), facts.get("proposal")
    if education is UNKNOWN or not isinstance(proposal, dict):
        return facts, {}
    bases: Bases = {}
    pairs = education.items if isinstance(education, PartialList) else [(item, True) for item in education]
    made = []
    for i, (item, certain) in enumerate(pairs):
        why = _why(item["specialty"], proposal, adoption) if item["matches_post"] is UNKNOWN else None
        if why is not None:
            bases["education", i, "matches_post"] = why
        made.append((item if why is None else {**item, "matches_post": True}, certain))
    if isinstance(education, PartialList):
        return {**facts, "education": PartialList(tuple(made), education.further)}, bases
    return {**facts, "education": [item for item, _ in made]}, bases


def _why(studied: Any, proposal: Mapping[str, Any], adoption: Adoption | None) -> Text | None:
    """Return by what a specialty matches the proposed post; None where nothing says so."""
    if not isinstance(studied, str):
        return None
    if studied == proposal["specialty"]:
        return _SAME
    if adoption is None:
        return None
    for row in adoption.specialties:
        asked = row.specialty is None or row.specialty == proposal["specialty"]
        if asked and (row.post is None or row.post == proposal["title"]) and studied in row.related:
            name = adoption.title
            return Text(f"按{name.zh}的相近专业表", f"by the table of related specialties of {name.en}")
    return None
