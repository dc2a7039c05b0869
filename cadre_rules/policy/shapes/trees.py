"""How shapes make trees: a FEEL text of their own with other trees in its places, and an author's text over an item.

In: texts, typed trees. Out: typed trees. A shape's own texts are checked like an author's, so that no shape can make
what the checker would refuse.
"""

from __future__ import annotations

from dataclasses import fields, replace
from functools import cache
from typing import TYPE_CHECKING, Any, TypeVar

from cadre_rules.documents.source import PlainSource
from cadre_rules.feel import check, parse
from cadre_rules.feel.tree import Call, ContextNode, Entry, Filter, Literal_, Name, Node, Path
from cadre_rules.feel.types import DATE, NULL, STRING, ContextType, Field, ListType, Scope, Type, strip_optional
from cadre_rules.policy.texts import SPACED, functions
from cadre_rules.vocabulary.arranging import ARRANGING

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.feel.types import Signature
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.texts import Texts

N = TypeVar("N", bound=Node)
_SPACED = tuple(name for name in ARRANGING if " " in name)
AS_OF_NAME = Name(name="as_of", type=DATE)
ITEM = "item"


def made(text: str, **places: Node) -> Node:
    """Return the typed tree of a shape's own FEEL text; each name in `places` stands for a typed tree.

    Variables of such a text begin with two underscores, and places that stand where fields of an item can be named with
    `sh_`, so that they are no names of an author's.
    """
    scope = Scope(tuple(Field(name, name, tree.type or DATE) for name, tree in places.items()), _known())
    return _filled(check(_parsed(text), scope, PlainSource(text)).tree, places)


@cache
def _parsed(text: str) -> Node:
    return parse(text, source=PlainSource(text), names=(*SPACED, *_SPACED))


@cache
def _known() -> Mapping[str, Signature]:
    """Return the functions of shapes' own texts."""
    own = {word: a.signature for a in ARRANGING.values() for word in (a.signature.name, a.signature.zh)}
    return functions({}) | own


def _filled(node: N, places: dict[str, Node]) -> N:
    if isinstance(node, Name) and node.name in places:
        return replace(places[node.name], type=node.type)  # type: ignore[return-value]
    return with_children(node, lambda child: _filled(child, places))


def with_children(node: N, changed: Callable[[Node], Node]) -> N:
    """Return a node with each node directly below it changed; the name of a called function stays."""
    new: dict[str, Any] = {}
    for f in fields(node):
        value = getattr(node, f.name)
        if isinstance(node, Call) and f.name == "function" and isinstance(value, Name):
            continue
        if isinstance(value, Node):
            new[f.name] = changed(value)
        elif isinstance(value, tuple) and any(isinstance(v, Node) for v in value):
            new[f.name] = tuple(changed(v) if isinstance(v, Node) else v for v in value)
    return replace(node, **new) if new else node


def present(node: Node) -> Node:
    """Return a tree whose value is taken to be there."""
    return replace(node, type=strip_optional(node.type or NULL))


def text_literal(value: str) -> Literal_:
    """Return a text as a tree."""
    return Literal_(value=value, type=STRING)


def row_of(type_: Type | None) -> ContextType | None:
    """Return the type of the items of a list of contexts."""
    bare = strip_optional(type_) if type_ else None
    item = strip_optional(bare.item) if isinstance(bare, ListType) else None
    return item if isinstance(item, ContextType) else None


def item_scope(item: ContextType, scope: Scope) -> Scope:
    """Return the scope of a text about one item: its fields stand before what else is called so."""
    own = (*item.fields, Field(ITEM, "本项", item))
    taken = {word for f in own for word in (f.en, f.zh)}
    return replace(scope, variables=(*own, *(f for f in scope.variables if not {f.en, f.zh} & taken)))


def check_item_text(
    text: FeelText, item: ContextType, scope: Scope, texts: Texts, *, expected: Type | None = None
) -> Node | None:
    """Return the typed tree of an author's text about one item, or None after keeping its faults."""
    checked = texts.check(text, texts.parse(text), item_scope(item, scope), expected=expected)
    return checked.tree if checked else None


def over_item(tree: Node, item: ContextType, base: Node) -> Node:
    """Return the tree of a text about one item with the item's fields read from `base`."""
    return _rebased(tree, frozenset(f.en for f in item.fields) | {ITEM}, base)


def _rebased(node: N, own: frozenset[str], base: Node) -> N:
    match node:
        case Name(name=name) if name in own:
            if name == ITEM:
                return base  # type: ignore[return-value]
            return Path(base=base, name=name, type=node.type)  # type: ignore[return-value]
        case Filter():
            row = row_of(node.base.type)
            inner = own - {f.en for f in row.fields} if row is not None else own
            return replace(
                node,
                base=_rebased(node.base, own, base),
                condition=_rebased(node.condition, inner - {ITEM}, base),
            )
        case ContextNode():
            entries: list[Entry] = []
            for entry in node.entries:
                entries.append(_rebased(entry, own, base))
                own = own - {entry.key}
            return replace(node, entries=tuple(entries))
    return with_children(node, lambda child: _rebased(child, own, base))
