"""What people have determined on a matter, looked up in the record's list of determinations.

In: the list (as columns of codes for the kernel, as contexts for the interpreter), a matter, an incident, the
decision date. Out: the outcome. A determination counts from the day on which it was confirmed (convention 6) and
only where who made it and on what basis are on record. It is looked up, never inferred.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.values import UNKNOWN as FEEL_UNKNOWN
from cadre_rules.feel.values import Date, PartialList
from cadre_rules.vocabulary.codes import ABSENT, UNKNOWN
from cadre_rules.vocabulary.subjects import present_item

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

COLUMNS: Final = ("matter", "outcome", "on", "by", "basis", "incident")
UNSETTLED: Final = {"mixed": "兼有", "undecided": "不能认定"}


def determined(
    matters: Sequence[int],
    outcomes: Sequence[int],
    dates: Sequence[int],
    makers: Sequence[int],
    bases: Sequence[int],
    incidents: Sequence[int],
    further: int,
    matter: int,
    incident: int,
    as_of: int,
    mixed: int,
    undecided: int,
    absent_if_none: int,
) -> int:
    """Return the code of the outcome that stands on `as_of`, UNKNOWN where the matter is not settled.

    Not settled: no determination counts, one says `mixed` or `undecided`, two that count disagree, or one does not
    say which incident it is on. With `absent_if_none`, a complete list that has no determination on the matter gives
    ABSENT. Only integers.
    """
    found = ABSENT
    doubt = 0
    for i in range(len(matters)):
        if matters[i] != matter or (incidents[i] != incident and incidents[i] != UNKNOWN):
            continue
        if dates[i] <= ABSENT or dates[i] > as_of or makers[i] <= ABSENT or bases[i] <= ABSENT:
            continue
        if incidents[i] == UNKNOWN:
            doubt = 1
            continue
        outcome = outcomes[i]
        if outcome in (UNKNOWN, mixed, undecided) or found not in (ABSENT, outcome):
            return UNKNOWN
        found = outcome
    if doubt or (found == ABSENT and (further or not absent_if_none)):
        return UNKNOWN
    return found


def determined_on(
    matters: Sequence[int],
    outcomes: Sequence[int],
    dates: Sequence[int],
    makers: Sequence[int],
    bases: Sequence[int],
    incidents: Sequence[int],
    further: int,
    matter: int,
    incident: int,
    as_of: int,
    mixed: int,
    undecided: int,
    absent_if_none: int,
) -> int:
    """Return what `determined` returns for an incident that is named; ABSENT for an incident that there is not.

    Where it is not known which incident is meant, any determination on one may be on it. Only integers.
    """
    if incident == ABSENT:
        return ABSENT if absent_if_none else UNKNOWN
    if incident != UNKNOWN:
        return determined(
            matters, outcomes, dates, makers, bases, incidents, further, matter, incident, as_of, mixed, undecided,
            absent_if_none,
        )  # fmt: skip
    for i in range(len(matters)):
        may_be_on_it = matters[i] == matter and incidents[i] != ABSENT
        if may_be_on_it and ABSENT < dates[i] <= as_of and makers[i] > ABSENT and bases[i] > ABSENT:
            return UNKNOWN
    return UNKNOWN if further or not absent_if_none else ABSENT


def outcome_on(facts: Mapping[str, Any], matter: str, incident: Any, as_of: Date, *, absent_if_none: bool) -> Any:
    """Return what `determined_on` returns, for the facts of a record: a text, None or UNKNOWN."""
    if incident is None:
        return None if absent_if_none else FEEL_UNKNOWN
    if incident is not FEEL_UNKNOWN:
        return _outcome(facts, matter, incident, as_of, absent_if_none)
    complete, items = _listed(facts)
    may_be = any(i["matter"] == matter and i["incident"] is not None and _counts(i, as_of) for i in items)
    return None if complete and absent_if_none and not may_be else FEEL_UNKNOWN


def outcome_of(facts: Mapping[str, Any], matter: str, as_of: Date, *, absent_if_none: bool) -> Any:
    """Return what `determined` returns, for the facts of a record: a text, None or UNKNOWN."""
    present = present_item(facts)
    return _outcome(facts, matter, present["id"] if present else None, as_of, absent_if_none)


def _listed(facts: Mapping[str, Any]) -> tuple[bool, Sequence[Mapping[str, Any]]]:
    """Return whether the list of determinations is complete, and those that it lists."""
    value = facts.get("determinations", FEEL_UNKNOWN)
    if isinstance(value, PartialList):
        return value.further is None, [item for item, _ in value.items]
    return True, value


def _outcome(facts: Mapping[str, Any], matter: str, wanted: Any, as_of: Date, absent_if_none: bool) -> Any:
    complete, items = _listed(facts)
    on_it = [item for item in items if item["matter"] == matter and _counts(item, as_of)]
    if any(item["incident"] is FEEL_UNKNOWN for item in on_it):
        return FEEL_UNKNOWN
    outcomes = {item["outcome"] for item in on_it if item["incident"] == wanted}
    if not outcomes:
        return None if complete and absent_if_none else FEEL_UNKNOWN
    only = outcomes.pop()
    return FEEL_UNKNOWN if outcomes or only in UNSETTLED else only


def _counts(item: Mapping[str, Any], as_of: Date) -> bool:
    known = all(item[name] is not FEEL_UNKNOWN and item[name] is not None for name in ("on", "by", "basis"))
    return known and bool(item["on"] <= as_of)
