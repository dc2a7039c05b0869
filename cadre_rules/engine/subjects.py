"""The subjects of a question in a record: the cadre, or each incident; with their facts as policies name them.

In: the facts of a record, a question, the policy set. Out: the facts of each subject, determinations in canonical
names. A determination on a matter that the policies know, with an outcome that they do not, is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, RecordError, nearest
from cadre_rules.engine.messages import UNKNOWN_MATTER, UNKNOWN_OUTCOME
from cadre_rules.feel.values import UNKNOWN, PartialList
from cadre_rules.vocabulary.determinations import UNSETTLED

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.policy.linked import Determination, PolicySet, Question


@dataclass(frozen=True)
class Subject:
    """Whom or what a question is about. `pointer` is where it stands in the record; `warnings` were met on the way."""

    kind: str
    name: str
    pointer: str
    facts: Mapping[str, Any]
    warnings: tuple[Diagnostic, ...] = ()


def subjects(
    facts: Mapping[str, Any], pointers: list[str], question: Question, policies: PolicySet
) -> list[Subject]:
    """Return the subjects of `question` in a record; `pointers` are those of its incidents, in their order.

    Raises `RecordError` for determinations whose outcome the policies do not know.
    """
    prepared, warnings = canonical_determinations(facts, policies)
    if question.subject == "cadre":
        person = facts.get("person", UNKNOWN)
        name = person.get("name", UNKNOWN) if isinstance(person, dict) else UNKNOWN
        return [Subject("cadre", name if isinstance(name, str) else "", "", prepared, warnings)]
    value = facts.get("incidents", UNKNOWN)
    items = [item for item, _ in value.items] if isinstance(value, PartialList) else list(value or ())
    return [
        Subject("incident", _title(item), pointer, {**prepared, "incident": item}, warnings)
        for item, pointer in zip(items, pointers, strict=True)
    ]


def _title(item: Mapping[str, Any]) -> str:
    title, id_ = item.get("title"), item.get("id")
    return " ".join(t for t in (id_, title) if isinstance(t, str))


def canonical_determinations(
    facts: Mapping[str, Any], policies: PolicySet
) -> tuple[dict[str, Any], tuple[Diagnostic, ...]]:
    """Return the facts with matters and outcomes of determinations in the policies' canonical names."""
    value = facts.get("determinations", UNKNOWN)
    if value is UNKNOWN or not (value.items if isinstance(value, PartialList) else value):
        return dict(facts), ()
    known = {name: d for p in policies.policies.values() for name, d in p.determinations.items()}
    known |= {d.title.zh: d for d in known.values()}
    faults: list[Diagnostic] = []
    warnings: list[Diagnostic] = []

    def one(item: dict[str, Any]) -> dict[str, Any]:
        matter = item.get("matter", UNKNOWN)
        if not isinstance(matter, str):
            return item
        found = known.get(matter)
        if found is None:
            warnings.append(_unknown_matter(item, matter, known))
            return item
        return {**item, "matter": found.name, "outcome": _outcome(item, found, faults)}

    if isinstance(value, PartialList):
        made: Any = PartialList(tuple((one(item), sure) for item, sure in value.items), value.further)
    else:
        made = [one(item) for item in value]
    if faults:
        raise RecordError(faults)
    return {**facts, "determinations": made}, tuple(warnings)


def _outcome(item: Mapping[str, Any], found: Determination, faults: list[Diagnostic]) -> Any:
    outcome = item.get("outcome", UNKNOWN)
    if not isinstance(outcome, str):
        return outcome
    names = {name: name for name, _ in found.outcomes}
    names |= {text.zh: name for name, text in found.outcomes} | {text.en: name for name, text in found.outcomes}
    names |= {name: name for name in UNSETTLED} | {zh: name for name, zh in UNSETTLED.items()}
    if outcome in names:
        return names[outcome]
    allowed = "、".join(text.zh for _, text in found.outcomes)
    faults.append(
        UNKNOWN_OUTCOME.at(
            path=f"/determinations/{item.get('id')}/outcome",
            found=outcome,
            matter=found.title,
            allowed=allowed,
            allowed_en=", ".join(name for name, _ in found.outcomes),
            suggestion=nearest(outcome, names),
        )
    )
    return UNKNOWN


def _unknown_matter(item: Mapping[str, Any], matter: str, known: Mapping[str, Any]) -> Diagnostic:
    return UNKNOWN_MATTER.at(
        path=f"/determinations/{item.get('id')}/matter", found=matter, suggestion=nearest(matter, known)
    )
