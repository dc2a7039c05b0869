"""What the shapes of definitions are made with: an author's texts checked, a shape's own text filled with them.

In: the model of a shape, the scope of its definition. Out: typed trees; None after keeping faults.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.tree import For, Iterator_, ListNode, Name, Node
from cadre_rules.feel.types import ANY, ContextType, Field, ListType, Type
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.columns import with_row
from cadre_rules.policy.shapes.trees import check_item_text, over_item, row_of

if TYPE_CHECKING:
    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.models.base import Model
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.texts import Texts

ITEM_NAME = "__x"  # the item at hand in a shape's own text


@dataclass(frozen=True)
class Items:
    """A list that a shape looks at, with the type of its items."""

    tree: Node
    row: ContextType


@dataclass(frozen=True)
class Made:
    """What a shape becomes, and what it looks at (`linked.Definition`)."""

    tree: Node
    looks: tuple[Node, ...]


@dataclass(frozen=True)
class Making:
    """Where a shape is written."""

    model: Model
    scope: Scope
    texts: Texts

    def value(self, text: FeelText, expected: Type | None = None) -> Node | None:
        """Return the tree of a text over the policy's names."""
        checked = self.texts.check(text, self.texts.parse(text), self.scope, expected=expected)
        return checked.tree if checked else None

    def items(self, text: FeelText) -> Items | None:
        """Return the list that a shape looks at."""
        tree = self.value(text)
        if tree is None:
            return None
        row = row_of(tree.type)
        if row is None or not isinstance(tree.type, ListType):
            self.texts.faults.append(self.model.fault(messages.NOT_ITEMS, "of", found=called(tree.type or row_type())))
            return None
        return Items(tree, row)

    def of_item(self, text: FeelText, items: Items, expected: Type | None = None) -> Node | None:
        """Return the tree of a text over one item, which is called `ITEM_NAME` in the shape's own text."""
        tree = check_item_text(text, items.row, self.scope, self.texts, expected=expected)
        return over_item(tree, items.row, Name(name=ITEM_NAME, type=items.row)) if tree is not None else None


def looks_at(items: Items, *texts: Node | None, more: tuple[Node | None, ...] = ()) -> tuple[Node, ...]:
    """Return what a shape looks at: facts of the items of its list, and `more` values that it needs."""
    read = tuple(text for text in texts if text is not None)
    loop = For(
        iterators=(Iterator_(name=ITEM_NAME, domain=items.tree),),
        body=ListNode(items=read, type=ListType(ANY)),
        type=ListType(ListType(ANY)),
    )
    return (loop, *(node for node in more if node is not None))


def row_type() -> Type:
    """Return the type of nothing in particular."""
    return ContextType(())


def titled(tree: Node, **titles: tuple[str, str]) -> Node:
    """Return a tree whose contexts have titled fields, each with its Chinese and its English title."""
    assert tree.type is not None
    row = row_of(tree.type) or tree.type
    assert isinstance(row, ContextType)
    assert [f.en for f in row.fields] == list(titles)
    fields = tuple(
        Field(f.en, zh, f.type, Text(zh, en)) for f, (zh, en) in zip(row.fields, titles.values(), strict=True)
    )
    return replace(tree, type=with_row(tree.type, ContextType(fields)))
