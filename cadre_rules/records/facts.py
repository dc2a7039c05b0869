"""The facts of a record as FEEL values, with everything that is not known marked as such.

In: the typed model and from when each list is complete. Out: the root context that conditions are evaluated
in.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList
from cadre_rules.vocabulary import SECTIONS, Root, Section

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.records.model import RecordModel


def context_of(section: Section) -> dict[str, Any]:
    """Return the facts of one section by canonical name."""
    return {name: getattr(section, name) for name in type(section).model_fields}


def template(root: Root) -> dict[str, Any]:
    """Return what an item looks like of which nothing is known."""
    return dict.fromkeys(root.model.model_fields, UNKNOWN)


def facts_of(model: RecordModel, complete_from: Mapping[str, Any]) -> dict[str, Any]:
    """Return the root context: contexts, lists, and partial lists where something may be missing."""
    out: dict[str, Any] = {}
    for root in SECTIONS:
        part = getattr(model, root.en)
        if not root.is_list:
            out[root.en] = context_of(part)
        elif part is UNKNOWN:
            out[root.en] = PartialList((), template(root))
        elif root.en in complete_from:
            further = template(root)
            further[root.order_field.en] = Interval(None, _just_before(complete_from[root.en]))
            out[root.en] = PartialList(tuple((context_of(item), True) for item in part), further)
        else:
            out[root.en] = [context_of(item) for item in part]
    return out


def _just_before(start: Any) -> Any:
    """Return the day or the year before the one from which a list is complete."""
    return start.plus_days(-1) if isinstance(start, Date) else start - 1
