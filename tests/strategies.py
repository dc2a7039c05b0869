"""Strategies over the vocabulary: facts of records in all three states of knowledge, and conditions about them."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from hypothesis import strategies as st

from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    NUMBER,
    ContextType,
    Enumeration,
    ListType,
    Optional,
    Type,
    strip_optional,
)
from cadre_rules.feel.values import UNKNOWN, Date, PartialList
from cadre_rules.vocabulary.sections import ROOTS
from cadre_rules.vocabulary.subjects import SUBJECTS

# Few values, so that facts meet: month ends, leap days and neighbours.
DATES = [
    Date(2016, 2, 29),
    Date(2018, 3, 1),
    Date(2019, 12, 31),
    Date(2020, 1, 1),
    Date(2020, 2, 28),
    Date(2020, 2, 29),
    Date(2020, 3, 1),
    Date(2021, 6, 30),
    Date(2022, 2, 28),
    Date(2023, 7, 31),
    Date(2026, 1, 1),
]
TEXTS = ["A", "B"]


def scalar(type_: Type, *, unknown: bool = True) -> st.SearchStrategy[Any]:
    """A value of a fact's type, absent where it may be, unknown where allowed."""
    bare = strip_optional(type_)
    if isinstance(bare, Enumeration):
        known: st.SearchStrategy[Any] = st.sampled_from([v.en for v in bare.values[:4]])
    elif bare == BOOLEAN:
        known = st.booleans()
    elif bare == NUMBER:
        known = st.sampled_from([Decimal(n) for n in (0, 1, 2, 3, 10)] + [Decimal("0.5")])
    elif bare == DATE:
        known = st.sampled_from(DATES)
    else:
        known = st.sampled_from(TEXTS)
    options = [known, known, known]
    if isinstance(type_, Optional):
        options.append(st.none())
    if unknown:
        options.append(st.just(UNKNOWN))
    return st.one_of(options)


@st.composite
def section(draw: st.DrawFn, type_: ContextType, given: tuple[str, ...]) -> dict[str, Any]:
    """A context of a section: the fields in `given` are drawn, the others unknown."""
    return {f.en: draw(scalar(f.type)) if f.en in given else UNKNOWN for f in type_.fields}


@st.composite
def items(draw: st.DrawFn, root: str, given: tuple[str, ...], most: int = 4) -> Any:
    """A list of a record in its declared order with distinct keys, complete, incomplete or unknown."""
    type_ = ROOTS[root].type
    assert isinstance(type_, ListType)
    item = type_.item
    assert isinstance(item, ContextType)
    count = draw(st.integers(0, most))
    made = []
    for i in range(count):
        one = draw(section(item, given))
        if "id" in one:
            one["id"] = str(i)
        for name in type_.order:
            field = item.find(name)
            assert field is not None
            if one[name] is UNKNOWN or name in ("year",):
                one[name] = Decimal(2018 + i) if name == "year" else draw(scalar(field.type, unknown=False))
        made.append(one)
    made.sort(key=lambda one: [(one[n] is not None, one[n]) for n in type_.order])
    template = {f.en: UNKNOWN for f in item.fields}
    state = draw(st.sampled_from(["complete"] * 6 + ["incomplete", "unknown"]))
    if state == "unknown":
        return PartialList((), template)
    return PartialList(tuple((one, True) for one in made), template) if state == "incomplete" else made


GIVEN: dict[str, tuple[str, ...]] = {
    "person": ("name", "sex", "birth_date", "kind", "party_joined_on", "selected_graduate"),
    "proposal": ("kind", "level", "leading", "title", "motion_on"),
    "posts": (
        "post", "level", "leading", "internal_body_chief", "main", "start", "end", "appointed_on", "front_line",
        "full_time", "borrowed_away", "acting",
    ),
    "assessments": (
        "kind", "assessed", "grade", "placed_below", "group_size", "confirmed_on", "post", "period", "score",
    ),
    "sanctions": ("kind", "decided_on", "ends_on", "incident"),
    "talks": ("kind", "on", "assessment_year"),
    "measures": ("kind", "treatment", "decided_on", "assessment_year"),
    "training": ("kind", "passed"),
}  # fmt: skip
OUTCOMES = {
    "motive": ["for the public", "for oneself"],
    "fault": ["mistake", "dereliction"],
    "conduct": ["daring", "reckless"],
    "private_gain": ["crossed", "not_crossed"],
    "run_counts_across_posts": ["counts", "does_not_count"],
}


@st.composite
def determination_list(draw: st.DrawFn) -> Any:
    """Determinations on the shipped policies' matters, some incomplete, some on an incident."""
    template = {f.en: UNKNOWN for f in ROOTS["determinations"].type.item.fields}  # type: ignore[union-attr]
    made = []
    for i in range(draw(st.integers(0, 5))):
        matter = draw(st.sampled_from(sorted(OUTCOMES)))
        outcome = draw(st.sampled_from([*OUTCOMES[matter], *OUTCOMES[matter], "mixed"]))
        made.append(
            {
                "id": str(i),
                "matter": matter,
                "outcome": outcome,
                "on": draw(st.sampled_from(DATES)),
                "by": draw(st.sampled_from(["X", "X", "X", UNKNOWN])),
                "basis": draw(st.sampled_from(["Y", "Y", "Y", UNKNOWN])),
                "incident": draw(st.sampled_from(["1", "1", None, UNKNOWN])),
            }
        )
    made.sort(key=lambda one: one["on"])
    state = draw(st.sampled_from(["complete"] * 4 + ["incomplete", "unknown"]))
    if state == "unknown":
        return PartialList((), template)
    return PartialList(tuple((one, True) for one in made), template) if state == "incomplete" else made


@st.composite
def facts(draw: st.DrawFn, most: int = 4) -> dict[str, Any]:
    """The facts of an incident in a record: every section, much of it unknown."""
    out: dict[str, Any] = {}
    for name, root in ROOTS.items():
        if name == "determinations":
            out[name] = draw(determination_list())
        elif not root.is_list:
            type_ = root.type
            assert isinstance(type_, ContextType)
            out[name] = draw(section(type_, GIVEN.get(name, ())))
        elif name in GIVEN:
            out[name] = draw(items(name, GIVEN[name], most))
        else:
            out[name] = []
    incident = SUBJECTS["incident"].find("incident")
    assert incident is not None
    assert isinstance(incident.type, ContextType)
    out["incident"] = {f.en: UNKNOWN for f in incident.type.fields} | {"id": "1"}
    return out


@st.composite
def refined(draw: st.DrawFn, known: dict[str, Any]) -> dict[str, Any]:
    """The same facts with more of them known: a completion, or part of one.

    Of a list that is not complete the further items stand before the listed ones. Determinations stay as they are: one
    that lacks a part does not count. So does the day of an appointing decision: where it is not on record, the stint's
    first day counts.
    """
    out: dict[str, Any] = {}
    for name, value in known.items():
        root = ROOTS[name]
        if name not in GIVEN:
            out[name] = value
        elif not root.is_list:
            out[name] = draw(_filled(value, name))
        else:
            listed = [draw(_filled(one, name)) for one in _listed(value)]
            out[name] = listed
            if isinstance(value, PartialList):
                out[name] = [*_before(draw(items(name, GIVEN[name], 2)), listed, name), *listed]
                if draw(st.booleans()):
                    out[name] = PartialList(tuple((one, True) for one in out[name]), value.further)
    return out


def _listed(value: Any) -> list[dict[str, Any]]:
    return [one for one, _ in value.items] if isinstance(value, PartialList) else value


def _before(more: Any, listed: list[dict[str, Any]], root: str) -> list[dict[str, Any]]:
    """Return the items that stand before all listed ones."""
    order = ROOTS[root].type.order  # type: ignore[union-attr]
    made = []
    for one in _listed(more):
        changed = {**one, "id": f"further {one['id']}"} if "id" in one else dict(one)
        if "appointed_on" in changed:
            changed["appointed_on"] = changed["start"]
        if not listed or _key(changed, order) < _key(listed[0], order):
            made.append(changed)
    return made


def _key(one: dict[str, Any], order: tuple[str, ...]) -> list[Any]:
    return [(one[n] is not None, one[n]) for n in order]


@st.composite
def _filled(draw: st.DrawFn, context: dict[str, Any], root: str) -> dict[str, Any]:
    out = dict(context)
    for field in ROOTS[root].context.fields:
        if out[field.en] is UNKNOWN and field.en in GIVEN[root] and field.en != "appointed_on":
            out[field.en] = draw(scalar(field.type))
    if context.get("end") is UNKNOWN and isinstance(out["end"], Date) and out["end"] < out["start"]:
        out["end"] = None
    return out
