"""The subjects of a question in a record: whom it is about, or each item of a list; facts as policies name them.

In: the facts of a record, a question, the policy set. Out: the facts of each subject, determinations and steps in
canonical names. A determination on a matter that the policies know, with an outcome that they do not, is a fault.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, RecordError, UsageError, nearest
from cadre_rules.engine.messages import OTHER_SUBJECT, UNKNOWN_MATTER, UNKNOWN_OUTCOME
from cadre_rules.engine.post_table import apply_post_table
from cadre_rules.engine.specialty_table import apply_specialty_table
from cadre_rules.engine.steps import canonical_steps
from cadre_rules.feel.values import UNKNOWN, PartialList
from cadre_rules.vocabulary.determinations import UNSETTLED
from cadre_rules.vocabulary.subjects import KINDS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Text
    from cadre_rules.policy.linked import Determination, PolicySet, Question


@dataclass(frozen=True)
class Subject:
    """Whom or what a question is about.

    `item` is the id of the item of a list, where it is one; `bases` says where facts came from that are not those of
    the record; `warnings` were met on the way.
    """

    kind: str
    name: str
    facts: Mapping[str, Any]
    item: str | None = None
    bases: Mapping[tuple[str | int, ...], Text] = field(default_factory=dict)
    warnings: tuple[Diagnostic, ...] = ()


def subjects(facts: Mapping[str, Any], question: Question, policies: PolicySet) -> list[Subject]:
    """Return the subjects of `question` in a record.

    Raises `RecordError` for determinations whose outcome the policies do not know, `UsageError` for a record that is
    about something else.
    """
    _check_about(facts, question)
    matched, why = apply_specialty_table(facts, policies.adoption)
    tabled, bases, doubts = apply_post_table(matched, policies.adoption)
    bases = {**why, **bases}
    judged, unknown = canonical_determinations(tabled, policies)
    prepared, unheard = canonical_steps(judged, policies)
    warnings = (*doubts, *unknown, *unheard)
    kind = KINDS[question.subject]
    if kind.each is None:
        return [Subject(kind.name, _name(facts.get(kind.head, UNKNOWN)), prepared, None, bases, warnings)]
    value = facts.get(kind.each, UNKNOWN)
    items = [item for item, _ in value.items] if isinstance(value, PartialList) else list(value or ())
    return [
        Subject(kind.name, _title(item), {**prepared, kind.name: item}, item["id"], bases, warnings) for item in items
    ]


def _check_about(facts: Mapping[str, Any], question: Question) -> None:
    """Refuse a record that is about something else; one that says nothing at all may be about anything."""
    kind = KINDS[question.subject]
    given = {name for name, value in facts.items() if _is_given(value)}
    others = [k for k in KINDS.values() if given.intersection(k.own)]
    if others and kind not in others:
        raise UsageError(OTHER_SUBJECT.at(asked=kind.doc, question=question.title, found=others[0].doc))


def _is_given(value: Any) -> bool:
    """Return whether a section holds anything that is known."""
    if isinstance(value, PartialList):
        return bool(value.items) or any(v is not UNKNOWN for v in (value.further or {"": None}).values())
    if isinstance(value, dict):
        return any(v is not UNKNOWN for v in value.values())
    return value is not UNKNOWN


_NAMES = ("name", "person", "unit", "post", "id")  # of a head, the first that is known


def _name(head: Any) -> str:
    names = [head.get(name) for name in _NAMES] if isinstance(head, dict) else []
    return next((name for name in names if isinstance(name, str)), "")


def _title(item: Mapping[str, Any]) -> str:
    titles = [item.get("id"), next((item[n] for n in ("title", "problem", "about") if n in item), None)]
    return " ".join(t for t in titles if isinstance(t, str))


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
