"""Whether the facts of a record agree with each other: dates in order, sizes possible, references there.

In: the sections with what was derived. Out: faults. A fact that is unknown or unreadable is never held
against another.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.feel.types import DATE, strip_optional
from cadre_rules.records import messages
from cadre_rules.records.derive import said
from cadre_rules.records.faults import describe, plain, same
from cadre_rules.records.reader import title
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from cadre_rules.records.faults import Faults
    from cadre_rules.records.given import Given, Item
    from cadre_rules.vocabulary import Root

# (section, the earlier date, the dates that cannot be before it)
_IN_ORDER: tuple[tuple[str, str, tuple[str, ...]], ...] = (
    ("person", "work_started_on", ("retired_on",)),
    ("education", "started_on", ("graduated_on",)),
    ("posts", "start", ("end",)),
    ("posts", "appointed_on", ("removed_on",)),
    ("ranks", "start", ("end",)),
    ("employment", "start", ("end",)),
    ("training", "start", ("end",)),
    ("sanctions", "decided_on", ("ends_on", "released_on", "revoked_on")),
    ("measures", "decided_on", ("ends_on", "revoked_on", "replied_on")),
    ("incidents", "occurred_on", ("discovered_on", "concluded_on")),
    ("pools", "joined_on", ("left_on",)),
    ("proposal", "notice_from", ("notice_to",)),
    ("training_class", "start", ("end",)),
    ("school_term", "start", ("end",)),
    ("training_plan", "start", ("end",)),
    ("members", "joined_on", ("left_on",)),
    ("liaisons", "start", ("end",)),
    ("transfer", "start", ("end",)),
    ("project", "start", ("due_on", "done_on")),
    ("problems", "existed_from", ("discovered_on",)),
    ("rectification_items", "listed_on", ("rectified_on",)),
    ("received_reports", "received_on", ("accepted_on", "handled_on")),
)
_AFTER_BIRTH = (
    ("person", ("work_started_on", "party_joined_on", "selected_on", "registered_on", "retired_on")),
    ("posts", ("start",)),
    ("ranks", ("start",)),
)
_NAMING_INCIDENTS = ("sanctions", "measures", "determinations")


def check(sections: dict[str, Given], faults: Faults) -> None:
    """Note every disagreement."""
    for name, earlier, later in _IN_ORDER:
        for item in _items(sections, name):
            for after in later:
                _in_order(sections[name].root, item, earlier, after, faults)
    _born(sections, faults)
    for item in _items(sections, "assessments"):
        _group(item, faults)
    _incidents(sections, faults)
    for given in sections.values():
        if given.root.is_list:
            _required(given, faults)
            _unique(given, faults)
            _complete(given, faults)


def _items(sections: dict[str, Given], name: str) -> list[Item]:
    return sections[name].items if name in sections else []


def _name(root: Root, field: str) -> Text:
    found = root.context.find(field)
    return Text(found.zh, found.en) if found else same(field)


def _before(a: Item, a_name: str, b: Item, b_name: str) -> bool:
    """Return whether one date is before the other, by months where a day is unknown."""
    first, second = a.value(a_name), b.value(b_name)
    if "month" in (a.known_to(a_name), b.known_to(b_name)):
        return bool((first.year, first.month) < (second.year, second.month))
    return bool(first < second)


def _in_order(root: Root, item: Item, earlier: str, later: str, faults: Faults) -> None:
    if item.present(earlier) and item.present(later) and _before(item, later, item, earlier):
        faults.add(
            messages.ENDS_BEFORE,
            item.at(later),
            end=_name(root, later),
            end_value=said(item, later),
            start=_name(root, earlier),
            start_value=said(item, earlier),
        )


def _born(sections: dict[str, Given], faults: Faults) -> None:
    person = next(iter(_items(sections, "person")), None)
    if person is None or not person.present("birth_date"):
        return
    for section, names in _AFTER_BIRTH:
        for item in _items(sections, section):
            for name in names:
                if item.present(name) and _before(item, name, person, "birth_date"):
                    faults.add(
                        messages.BEFORE_BIRTH,
                        item.at(name),
                        name=_name(sections[section].root, name),
                        value=said(item, name),
                        birth=said(person, "birth_date"),
                    )


def _group(item: Item, faults: Faults) -> None:
    if not (item.present("group_size") and item.present("placed_below")):
        return
    size, below = item.value("group_size"), item.value("placed_below")
    tied = item.value("tied") if item.present("tied") else Decimal(0)
    if min(size, below, tied) >= 0 and size < below + tied + 1:
        faults.add(
            messages.GROUP_TOO_SMALL,
            item.at("group_size"),
            size=plain(size),
            below=plain(below),
            tied=plain(tied),
        )


def _incidents(sections: dict[str, Given], faults: Faults) -> None:
    """Every incident (or item of another list) that something names has to be listed, where the list is complete."""
    lists = [sections[name] for name in PRESENT.values() if name in sections]
    if any(given.complete_from is not None or any("id" in i.broken for i in given.items) for given in lists):
        return
    known = {i.value("id") for given in lists for i in given.items if i.present("id")}
    for section in _NAMING_INCIDENTS:
        for item in _items(sections, section):
            if item.present("incident") and item.value("incident") not in known:
                found = item.value("incident")
                faults.add(
                    messages.NO_SUCH_INCIDENT,
                    item.at("incident"),
                    suggestion=faults.near(found, known),
                    found=describe(found),
                )


def _required(given: Given, faults: Faults) -> None:
    """Every item needs what its list is sorted and identified by."""
    root = given.root
    for item in given.items:
        for name in dict.fromkeys((*root.model.order, *root.model.key)):
            if item.has(name) or name in item.broken:
                continue
            if root.en == "posts" and name == "start":
                faults.add(messages.MISSING_START, item.spot)
            elif not (root.en == "assessments" and name == "period"):
                faults.add(messages.MISSING, item.spot, section=title(root), name=_name(root, name))


def _unique(given: Given, faults: Faults) -> None:
    root = given.root
    seen: dict[tuple[Any, ...], Item] = {}
    for item in given.items:
        if not all(item.has(name) for name in root.model.key):
            continue
        key = tuple(item.value(name) for name in root.model.key)
        if key not in seen:
            seen[key] = item
            continue
        faults.add(
            messages.DUPLICATE,
            item.spot,
            section=title(root),
            key=_joined(root),
            value=_values(root, key),
            other=seen[key].spot.written,
        )


def _joined(root: Root) -> Text:
    names = [_name(root, name) for name in root.model.key if name != "period"]
    return Text("、".join(f"「{n.zh}」" for n in names), ", ".join(f"`{n.en}`" for n in names))


def _values(root: Root, key: tuple[Any, ...]) -> Text:
    shown = []
    for name, value in zip(root.model.key, key, strict=True):
        field = root.context.find(name)
        enumeration = strip_optional(field.type) if field else None
        found = getattr(enumeration, "find", lambda _: None)(value) if isinstance(value, str) else None
        if value is not None:
            shown.append(found.text if found else same(plain(value)))
    return Text("、".join(t.zh for t in shown), ", ".join(t.en for t in shown))


def _complete(given: Given, faults: Faults) -> None:
    """Nothing listed stands before the date from which the list is said to be complete."""
    start = given.complete_from
    if start is None:
        return
    field = given.root.order_field
    for item in given.items:
        if not item.present(field.en):
            continue
        value = item.value(field.en)
        if value < start:
            dated = field.type == DATE
            faults.add(
                messages.BEFORE_COMPLETE,
                item.at(field.en),
                name=_name(given.root, field.en),
                value=said(item, field.en) if dated else plain(value),
                start=plain(start),
            )
