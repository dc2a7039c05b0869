"""Titles of the columns of a definition that gives contexts, so that explanations can show it as a table.

In: a typed tree and the titles that its author gave. Out: the tree with the titles in its type. A field that is read
from the record is titled by its fact where the author gives it the same name.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel.tree import Call, ContextNode, Filter, For, If, ListNode, Name, Node, Path
from cadre_rules.feel.types import ContextType, Field, ListType, Optional, Type, strip_optional
from cadre_rules.policy.shapes import messages

if TYPE_CHECKING:
    from cadre_rules.policy.models.definitions import Definition
    from cadre_rules.policy.texts import Texts

_SAME_ITEMS = ("sort", "concatenate", "distinct values", "reverse", "append", "union", "sublist")


def with_titles(tree: Node, model: Definition, texts: Texts) -> Node:
    """Return the tree of a definition with titled columns; a title of no column is a fault."""
    row = _row(tree.type)
    given = model.columns or {}
    if row is None:
        if given:
            texts.faults.append(model.key_fault(messages.NO_COLUMNS, "columns"))
        return tree
    known = [field.en for field in row.fields]
    for key in given:
        if key not in known:
            listed = Text("、".join(known), ", ".join(known))
            guess = nearest(key, known)
            texts.faults.append(
                model.key_fault(messages.NO_SUCH_COLUMN, "columns", key, suggestion=guess, found=key, known=listed)
            )
    read = _read(tree)
    fields = tuple(
        replace(f, doc=given[f.en].text) if f.en in given else f if f.doc.zh else replace(f, doc=read.get(f.en, f.doc))
        for f in row.fields
    )
    assert tree.type is not None
    return replace(tree, type=with_row(tree.type, replace(row, fields=fields)))


def _row(type_: Type | None) -> ContextType | None:
    """Return the type of the contexts that a definition makes: one, or those of a list; not those of a record."""
    bare = strip_optional(type_) if type_ else None
    if isinstance(bare, ListType):
        bare = strip_optional(bare.item)
    return bare if isinstance(bare, ContextType) and not bare.name.zh else None


def with_row(type_: Type, row: ContextType) -> Type:
    """Return a type of contexts, or of a list of these, with other fields."""
    if isinstance(type_, Optional):
        return replace(type_, of=with_row(type_.of, row))
    return replace(type_, item=with_row(type_.item, row)) if isinstance(type_, ListType) else row


def _read(tree: Node) -> dict[str, Text]:
    """Return the names of the facts that the entries of a tree's contexts read, by key."""
    return {
        entry.key: field.text
        for made in _contexts(tree)
        for entry in made.entries
        if (field := _fact(entry.value)) is not None and entry.key in (field.en, field.zh)
    }


def _fact(node: Node) -> Field | None:
    base = strip_optional(node.base.type) if isinstance(node, Path) and node.base.type else None
    return base.find(node.name) if isinstance(node, Path) and isinstance(base, ContextType) else None


def _contexts(tree: Node) -> list[ContextNode]:
    """Return the context that a tree gives, or that the items of its list are made by."""
    match tree:
        case ContextNode():
            return [tree]
        case For():
            return _contexts(tree.body)
        case Filter():
            return _contexts(tree.base)
        case If():
            return [*_contexts(tree.yes), *_contexts(tree.no)]
        case ListNode():
            return [made for item in tree.items for made in _contexts(item)]
        case Call(function=Name(name=name)) if name in _SAME_ITEMS:
            return [made for argument in tree.arguments for made in _contexts(argument.value)]
    return []
