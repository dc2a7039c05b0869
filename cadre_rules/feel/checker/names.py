"""Names and paths: what they mean, their canonical form, and what was probably meant if they mean nothing.

In: `Name` and `Path` nodes. Out: typed nodes in canonical names, mentions. It must not know calls or
operators.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.describe import called, listed, near, usage
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.messages import (
    ABSENT_ITEMS,
    AMBIGUOUS,
    FUNCTION_AS_VALUE,
    NAME_TAKEN,
    NO_FIELDS,
    QUOTES_MISSING,
    UNKNOWN_FIELD,
    UNKNOWN_NAME,
)
from cadre_rules.feel.checker.properties import properties_of
from cadre_rules.feel.checker.relations import ERROR
from cadre_rules.feel.signatures import BUILTINS
from cadre_rules.feel.tree import Name, Node, Path, Span
from cadre_rules.feel.types import (
    NOTHING,
    ContextType,
    Enumeration,
    Field,
    ListType,
    Optional,
    Type,
    strip_optional,
)

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow


def name(flow: Flow, node: Node, hint: Type | None) -> Node:
    """Check a name."""
    assert isinstance(node, Name)
    found = flow.find(node.name)
    if found is None:
        return _unknown(flow, node, hint)
    depth, field = found
    if not _same_in_both_languages(flow, node, depth, field):
        return replace(node, type=ERROR)
    flow.mention(node.span, field.en, field.zh, "field" if flow.frames[depth].of_item else "variable")
    return replace(node, name=field.en, type=field.type)


def _same_in_both_languages(flow: Flow, node: Name, depth: int, field: Field) -> bool:
    for other in (field.en, field.zh):
        meant = flow.find(other)
        if meant is not None and meant[0] != depth:
            flow.fault(node, AMBIGUOUS, name=node.name, other=other)
            return False
    return True


def _unknown(flow: Flow, node: Name, hint: Type | None) -> Node:
    text = node.name
    wanted = strip_optional(hint) if hint else None
    if isinstance(wanted, Enumeration) and wanted.find(text):
        return flow.fault(node, QUOTES_MISSING, name=text, type=called(wanted))
    function = flow.functions.get(text) or BUILTINS.get(text)
    if function is not None:
        return flow.fault(node, FUNCTION_AS_VALUE, name=text, signature=usage(function))
    meant = _inside(flow, text) or near(text, names_in_scope(flow))
    return flow.fault(node, UNKNOWN_NAME, name=text, suggestion=meant)


def _inside(flow: Flow, text: str) -> str | None:
    """Return the path of a field that is called `text`, in the language of the text."""
    for frame in reversed(flow.frames):
        for owner in frame.fields:
            found = owner.type.find(text) if isinstance(owner.type, ContextType) else None
            if found is not None:
                return f"{owner.zh if text == found.zh else owner.en}.{text}"
    return None


def names_in_scope(flow: Flow) -> set[str]:
    """Return all names of values here, in both languages."""
    return {name for frame in flow.frames for f in frame.fields for name in (f.en, f.zh)}


def path(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `base.name`: a field, a property of a date or duration, or a field of each item of a list."""
    assert isinstance(node, Path)
    base = flow.present(node.base)
    node = replace(node, base=base)
    owner = type_of(base)
    of_list = isinstance(owner, ListType)
    if isinstance(owner, ListType):
        owner = _item_with_fields(flow, node, owner)
    if owner in (ERROR, NOTHING):
        return replace(node, type=ListType(NOTHING) if owner == NOTHING and of_list else owner)
    field = _field(flow, node, owner)
    if field is None:
        return replace(node, type=ERROR)
    flow.mention(_name_span(node), field.en, field.zh, "field")
    return replace(node, name=field.en, type=ListType(field.type) if of_list else field.type)


def _item_with_fields(flow: Flow, node: Path, owner: ListType) -> Type:
    if isinstance(owner.item, Optional):
        text = flow.exact(node.base)
        flow.fault(node.base, ABSENT_ITEMS, text=text, mended=f"{text}[item != null]")
    return strip_optional(owner.item)


def _field(flow: Flow, node: Path, owner: Type) -> Field | None:
    fields = owner.fields if isinstance(owner, ContextType) else properties_of(owner)
    found = next((f for f in fields if node.name in (f.en, f.zh)), None)
    if found is not None:
        return found
    span = _name_span(node)
    if not fields:
        flow.fault(node, NO_FIELDS, text=flow.text(node.base), type=called(owner), span=span)
        return None
    known = {n for f in fields for n in (f.en, f.zh)}
    flow.fault(
        node,
        UNKNOWN_FIELD,
        of=called(owner),
        name=node.name,
        known=listed(field_names(fields)),
        suggestion=near(node.name, known),
        span=span,
    )
    return None


def field_names(fields: tuple[Field, ...]) -> list[Text]:
    """Return the names of fields as they are written."""
    return [Text(f.zh, f.en) for f in fields]


def _name_span(node: Path) -> Span:
    if node.name_span.end > node.name_span.start:
        return node.name_span
    return Span(node.span.end - len(node.name), node.span.end)


def new_name(flow: Flow, node: Node, name: str, span: Span) -> None:
    """Tell a fault where a name that is about to be bound means something already."""
    if flow.find(name) is not None:
        flow.fault(node, NAME_TAKEN, name=name, span=span)
