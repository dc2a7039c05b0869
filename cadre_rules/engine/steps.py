"""The steps of procedures in a record, in the names that the policies give them.

In: the facts of a record, the policy set. Out: the facts with each step by its slug, where exactly one step is called
so; warnings for names that no procedure has. Several procedures may be on record, so that these are no faults.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, nearest
from cadre_rules.engine.messages import UNKNOWN_STEP
from cadre_rules.feel.values import UNKNOWN, PartialList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.policy.linked import PolicySet


def canonical_steps(facts: Mapping[str, Any], policies: PolicySet) -> tuple[Mapping[str, Any], tuple[Diagnostic, ...]]:
    """Return the facts with the steps in canonical names, and a warning for each name that no procedure has."""
    value, known = facts.get("steps", UNKNOWN), policies.steps
    if not known or value is UNKNOWN or not (value.items if isinstance(value, PartialList) else value):
        return facts, ()
    warnings: dict[str, Diagnostic] = {}

    def one(item: dict[str, Any]) -> dict[str, Any]:
        name = item.get("step", UNKNOWN)
        if not isinstance(name, str):
            return item
        if name not in known:
            path = f"/steps/{item.get('id')}/step"
            warnings.setdefault(name, UNKNOWN_STEP.at(path=path, found=name, suggestion=nearest(name, known)))
            return item
        meant = known[name]
        return {**item, "step": meant[0]} if meant is not None and meant[0] != name else item

    if isinstance(value, PartialList):
        made: Any = PartialList(tuple((one(item), sure) for item, sure in value.items), value.further)
    else:
        made = [one(item) for item in value]
    return {**facts, "steps": made}, tuple(warnings.values())
