"""Whom or what a question may be about, and what a policy may name then: the root scope of each subject.

In: the sections. Out: `KINDS` and `SUBJECTS` (the scope of each subject), `PRESENT` (the item that a question is
about, where it is one of a list), `ENUMERATIONS`. It must not know how records are read or what policies ask.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import ContextType, Enumeration, Field, ListType, Type, strip_optional
from cadre_rules.vocabulary.sections import ROOTS, SECTIONS

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping


@dataclass(frozen=True, slots=True)
class SubjectKind:
    """A kind of subject. `head` is the section that says who or what it is, `own` the sections of such records only.

    Where the subject is one item of a list, `each` is that list and `present` the name of the item at hand.
    """

    name: str
    doc: Text
    head: str
    own: tuple[str, ...]
    each: str | None = None
    present: Field | None = None

    @property
    def scope(self) -> ContextType:
        """What a policy about such a subject may name."""
        shared = tuple(name for name in SHARED if name not in self.own)
        fields = tuple(ROOTS[name].field for name in (*self.own, *shared))
        return ContextType((*fields, self.present) if self.present else fields, self.doc)


SHARED: Final = ("determinations", "steps", "marks", "entries", "tasks")  # sections of every record

_CADRE = (
    *("person", "education", "titles", "family", "posts", "ranks", "employment", "assessments", "sanctions"),
    *("measures", "awards", "training", "talks", "inspections", "reports", "leave", "care", "updates", "pools"),
    *("consents", "determinations", "proposal", "incidents", "life_events", "materials", "party_points"),
)


def _each(name: str, doc: Text, head: str, own: tuple[str, ...], each: str, zh: str, said: Text) -> SubjectKind:
    return SubjectKind(name, doc, head, own, each, Field(name, zh, ROOTS[each].context, said))


KINDS: dict[str, SubjectKind] = {
    kind.name: kind
    for kind in (
        SubjectKind("cadre", Text("干部", "cadre"), "person", _CADRE),
        _each(
            "incident",
            Text("事项", "incident"),
            "person",
            _CADRE,
            "incidents",
            "本事项",
            Text("所评判的事项，为「事项」中的一项", "the incident that is judged: one of the incidents"),
        ),
        SubjectKind("training_class", Text("班次", "class"), "training_class", ("training_class", "lessons")),
        SubjectKind("school_term", Text("学期", "school term"), "school_term", ("school_term", "lessons")),
        SubjectKind("training_plan", Text("培训计划", "training plan"), "training_plan", ("training_plan", "learning")),
        SubjectKind(
            "unit",
            Text("单位", "unit"),
            "unit",
            (
                *("unit", "members", "unit_posts", "demands", "elements", "links", "findings", "liaisons"),
                *("reviews", "allocations"),
            ),
        ),
        SubjectKind("cohort", Text("群体", "cohort"), "cohort", ("cohort", "members", "moves", "allocations")),
        SubjectKind("major_decision", Text("重大决策", "major decision"), "major_decision", ("major_decision",)),
        SubjectKind("selection", Text("选拔任用", "selection"), "selection", ("selection",)),
        SubjectKind("appointment", Text("任用", "appointment"), "appointment", ("appointment", "problems")),
        SubjectKind("transfer", Text("人员调配", "transfer"), "transfer", ("transfer",)),
        SubjectKind("project", Text("项目", "project"), "project", ("project",)),
        SubjectKind("competition", Text("竞争性选拔", "competition"), "competition", ("competition", "candidates")),
        SubjectKind(
            "rectification",
            Text("整改工作", "rectification"),
            "rectification",
            ("rectification", "rectification_items"),
        ),
        _each(
            "rectification_item",
            Text("整改事项", "rectification item"),
            "rectification",
            ("rectification", "rectification_items"),
            "rectification_items",
            "本整改事项",
            Text(
                "所看的整改事项，为「整改事项」中的一项", "the item that is looked at: one of the rectification items"
            ),
        ),
        _each(
            "received_report",
            Text("信访举报", "received report"),
            "unit",
            ("unit", "received_reports"),
            "received_reports",
            "本举报",
            Text("所看的举报，为「信访举报」中的一项", "the report that is looked at: one of the received reports"),
        ),
    )
}
SUBJECTS: dict[str, ContextType] = {name: kind.scope for name, kind in KINDS.items()}
PRESENT: dict[str, str] = {kind.name: kind.each for kind in KINDS.values() if kind.each is not None}
HEADS: tuple[str, ...] = tuple(dict.fromkeys(kind.head for kind in KINDS.values()))
EVERYTHING = ContextType(
    (*(root.field for root in SECTIONS), *(kind.present for kind in KINDS.values() if kind.present)),
    Text("档案", "record"),
)


def sections_of(given: Iterable[str]) -> set[str]:
    """Return the sections that a record has which gives these: those of its subjects; of a cadre where none is told."""
    kinds = [kind for kind in KINDS.values() if set(kind.own).intersection(given)]
    return {name for kind in kinds or [KINDS["cadre"]] for name in kind.own}


def present_item(facts: Mapping[str, Any]) -> Mapping[str, Any] | None:
    """Return the item of a list that a question is about; None where it is about the record as a whole."""
    return next((facts[name] for name in PRESENT if facts.get(name)), None)


def _enumerations(type_: Type) -> Iterator[Enumeration]:
    """Yield every enumeration that occurs in a type."""
    type_ = strip_optional(type_)
    if isinstance(type_, Enumeration):
        yield type_
    elif isinstance(type_, ListType):
        yield from _enumerations(type_.item)
    elif isinstance(type_, ContextType):
        for field in type_.fields:
            yield from _enumerations(field.type)


ENUMERATIONS: dict[str, Enumeration] = {found.name: found for found in _enumerations(EVERYTHING)}
