"""The states that `lasts` and `transitions` name: checked against the values that a state may have.

In: the model of `states`, the type of its state. Out: trees: how long each state lasts, whether a move is allowed.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel import evaluate
from cadre_rules.feel.tree import ListNode, Literal_, Node, Path
from cadre_rules.feel.types import DAYS_TIME, STRING, YEARS_MONTHS, Enumeration, ListType, Optional, strip_optional
from cadre_rules.feel.values import YearsMonths
from cadre_rules.policy.models.leaves import is_duration
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.trees import made, row_of, text_literal

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.models.definition_shapes import States
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.shapes.making import Making


def lengths(model: States, at: Making, type_: Type) -> list[tuple[Node, Node]] | None:
    """Return each state that lasts for a time with how long, perhaps null; None after keeping faults."""
    if model.lasts is not None and not isinstance(model.lasts, dict):
        return _of_table(model.lasts, model, at, type_)
    found: list[tuple[Node, Node]] = []
    before = len(at.texts.faults)
    for key, text in (model.lasts or {}).items():
        value = _value(key, type_)
        if value is None:
            _no_state(model, at, type_, key, "lasts", key)
        span = _span(text, at, model, key)
        if value is not None and span is not None:
            found.append((value, span))
    return found if len(at.texts.faults) == before else None


def _of_table(text: FeelText, model: States, at: Making, type_: Type) -> list[tuple[Node, Node]] | None:
    """Return how long each state lasts by a table of durations, which may name it in either language."""
    table = at.value(text)
    row = row_of(table.type) if table is not None else None
    value = row.find("value") if row is not None else None
    if table is None or value is None or value.type not in (YEARS_MONTHS, DAYS_TIME):
        if table is not None:
            at.texts.faults.append(model.fault(messages.NO_SPAN, "lasts", found=text.text))
        return None
    bare = strip_optional(type_)
    if not isinstance(bare, Enumeration):
        at.texts.faults.append(model.fault(messages.NOT_LISTED, "lasts"))
        return None
    found: list[tuple[Node, Node]] = []
    for one in bare.values:
        names = ListNode(items=(text_literal(one.en), text_literal(one.zh)), type=ListType(STRING))
        span = made("(table[list contains(names, name)])[1]", table=table, names=names)
        base = replace(span, type=row)
        found.append((Literal_(value=one.en, type=bare), Path(base=base, name="value", type=Optional(value.type))))
    return found


def _span(text: FeelText, at: Making, model: States, key: str) -> Node | None:
    if is_duration(text.text):
        length = evaluate(f'duration("{text.text}")')
        return Literal_(value=length, type=YEARS_MONTHS if isinstance(length, YearsMonths) else DAYS_TIME)
    tree = at.value(text)
    if tree is not None and tree.type not in (YEARS_MONTHS, DAYS_TIME):
        at.texts.faults.append(model.fault(messages.NO_SPAN, "lasts", key, found=text.text))
        return None
    return tree


def allowed_moves(model: States, at: Making, type_: Type) -> tuple[tuple[Node, Node], ...] | None:
    """Return each state that restricts what follows, with the list of what may; None after keeping faults."""
    found: list[tuple[Node, Node]] = []
    before = len(at.texts.faults)
    for key, targets in (model.transitions or {}).items():
        value = _value(key, type_)
        if value is None:
            _no_state(model, at, type_, key, "transitions", key)
        after = []
        for i, target in enumerate(targets):
            one = _value(target, type_)
            if one is None:
                path = ("transitions", key, i) if len(targets) > 1 else ("transitions", key)
                at.texts.faults.append(model.fault(messages.NO_STATE, *path, **_said(type_, target)))
            else:
                after.append(one)
        if value is not None:
            found.append((value, ListNode(items=tuple(after), type=ListType(strip_optional(type_)))))
    return tuple(found) if len(at.texts.faults) == before else None


def is_allowed(moves: tuple[tuple[Node, Node], ...], was: Node, becomes: Node) -> Node:
    """Return whether a move from one state to another is allowed."""
    tree = made("true")
    for value, after in reversed(moves):
        text = "if was = value then list contains(after, becomes) else rest"
        tree = made(text, was=was, becomes=becomes, value=value, after=after, rest=tree)
    return tree


def _value(word: str, type_: Type) -> Literal_ | None:
    """Return the state that a word names, in either language."""
    bare = strip_optional(type_)
    if not isinstance(bare, Enumeration):
        return Literal_(value=word, type=bare)
    found = bare.find(word)
    return Literal_(value=found.en, type=bare) if found is not None else None


def _said(type_: Type, word: str) -> dict[str, Any]:
    bare = strip_optional(type_)
    values = bare.values if isinstance(bare, Enumeration) else ()
    known = Text("、".join(v.zh for v in values), ", ".join(v.en for v in values))
    return {"suggestion": nearest(word, [w for v in values for w in (v.zh, v.en)]), "found": word, "known": known}


def _no_state(model: States, at: Making, type_: Type, word: str, *path: str) -> None:
    at.texts.faults.append(model.key_fault(messages.NO_STATE, *path, **_said(type_, word)))
