"""A record in words: a table for each list, pairs for everything else.

In: a checked record, the pack whose determinations it may hold. Out: HTML. Only what is given is shown, never what
is derived; “无” is known to be absent, “未给出” is unknown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.explain.phrases import FIELD_UNITS
from cadre_rules.explain.terms import label
from cadre_rules.explain.values import date_in
from cadre_rules.feel.types import BOOLEAN, strip_optional
from cadre_rules.feel.values import Date
from cadre_rules.handbook import pieces
from cadre_rules.vocabulary import SECTIONS
from cadre_rules.vocabulary.determinations import UNSETTLED

if TYPE_CHECKING:
    from cadre_rules.feel.types import Field
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.records.given import Given, Item
    from cadre_rules.records.record import Record

_NULL = {"zh": "空值表示", "en": "null: "}  # how the meaning of a fact says what its absence means
_ALWAYS_SHOWN = ("incidents",)  # lists whose items are called by their ids


def record(voice: Voice, view: PackView, found: Record) -> str:
    """Return all sections that a record gives."""
    parts = [_section(voice, view, found.sections[root.en]) for root in SECTIONS if root.en in found.sections]
    return pieces.blocks(*parts)


def _section(voice: Voice, view: PackView, given: Given) -> str:
    root = given.root
    name = voice.say(root.zh, root.en.replace("_", " "))
    fields = [f for f in root.context.fields if any(f.en in item.values for item in given.items)]
    if not root.is_list:
        return _pairs(voice, view, name, given, fields)
    if len(fields) > 1 and root.en not in _ALWAYS_SHOWN:
        fields = [f for f in fields if f.en != "id"]
    since = _complete(voice, given)
    if not given.items:
        return pieces.strong(name) + pieces.text(since or voice.colon + voice.say("无", "none"))
    head = [pieces.text(voice.in_(label(f))) for f in fields]
    rows = ([_value(voice, view, root.en, f, item) for f in fields] for item in given.items)
    return pieces.blocks(
        pieces.strong(name) + (pieces.text(since) if since else ""), pieces.table(head, rows, "record")
    )


def _complete(voice: Voice, given: Given) -> str:
    """Return from when a list is complete."""
    if given.complete_from is None:
        return ""
    since = given.complete_from
    said = (
        date_in(since, voice.language, day=given.complete_precision == "day") if isinstance(since, Date) else f"{since}"
    )
    if not isinstance(since, Date):
        said = voice.say(f"{said}年", said)
    return voice.say(f"（自{said}起完整，此前不明）", f" (complete from {said} on; not known before)")


def _pairs(voice: Voice, view: PackView, name: str, given: Given, fields: list[Field]) -> str:
    root, shown = given.root, [f for f in fields if f.en != "id"]
    said = [
        f"{pieces.text(voice.in_(label(f)) + voice.colon)}{_value(voice, view, root.en, f, item)}"
        for item in given.items
        for f in shown
    ]
    return pieces.strong(name) + pieces.text(voice.colon) + voice.apart(said) if said else ""


def _value(voice: Voice, view: PackView, root: str, field: Field, item: Item) -> str:
    if field.en not in item.values:
        return pieces.quiet(voice.say("未给出", "not given"))
    value = item.values[field.en]
    if value is None:
        return pieces.text(_absent(voice, field))
    if isinstance(value, Date) and item.known_to(field.en) == "month":
        return pieces.text(date_in(value, voice.language, day=False) + voice.say("（日不明）", " (day not known)"))
    if strip_optional(field.type) == BOOLEAN:
        return voice.say("是" if value else "否", "yes" if value else "no")
    if root == "determinations" and field.en in ("matter", "outcome"):
        determined = _determined(voice, view, field.en, item)
        return pieces.text(determined) if determined else pieces.code(str(value))
    return pieces.text(voice.value(value, field.type, FIELD_UNITS.get(field.en)))


def _absent(voice: Voice, field: Field) -> str:
    """Return what the absence of a fact means, as the vocabulary says it."""
    _, found, meaning = voice.in_(field.doc).partition(_NULL[voice.language])
    return meaning.rstrip("。.") if found else voice.say("无", "none")


def _determined(voice: Voice, view: PackView, name: str, item: Item) -> str:
    """Return the matter or the outcome of a determination by its title, where a policy declares it."""
    matter: Any = item.values.get("matter")
    for policy in view.linked.policies.values():
        for declared in policy.determinations.values():
            if matter not in (declared.name, *declared.title):
                continue
            if name == "matter":
                return voice.in_(declared.title)
            found = next((text for key, text in declared.outcomes if item.values.get(name) in (key, *text)), None)
            if name == "outcome" and found is not None:
                return voice.in_(found)
    return UNSETTLED.get(str(item.values[name]), "") if name == "outcome" and voice.zh else ""
