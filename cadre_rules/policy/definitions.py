"""Named expressions are checked in the order in which they need one another.

In: definition models and the scope of their owner. Out: linked definitions and the scope with their names. A definition
that needs itself is a fault that names the way round.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.relations import ERROR
from cadre_rules.feel.tree import Call, Filter, Name, children
from cadre_rules.feel.types import Field, Scope
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked import Definition
from cadre_rules.policy.order import shown
from cadre_rules.policy.shapes.columns import with_titles
from cadre_rules.policy.shapes.definitions import link_shape, over_items, texts_of
from cadre_rules.policy.table_values import link_table_value
from cadre_rules.policy.texts import Texts, chinese_name
from cadre_rules.vocabulary.sections import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cadre_rules.diagnostics import Text
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.models.definitions import Definition as DefinitionModel


class Definitions:
    """The definitions of one owner (a policy or a pack), checked on demand."""

    def __init__(
        self, owner: str, prefix: str, models: Mapping[str, DefinitionModel], scope: Scope, texts: Texts
    ) -> None:
        self.owner = owner
        self.prefix = prefix
        self.models = models
        self.texts = texts
        self.scope = scope
        self.linked: dict[str, Definition] = {}
        taken = {n for f in scope.variables for n in (f.en, f.zh)}
        self.zh = {key: chinese_name(self.title(key), key, taken) for key in models}
        shared = {zh for zh, count in Counter([*models, *self.zh.values()]).items() if count > 1}
        self.zh = {key: key if zh in shared else zh for key, zh in self.zh.items()}  # two meanings are no name
        self.by_word = {word: key for key, zh in self.zh.items() for word in (key, zh)}
        self.trees = {key: tuple(self._parsed(model)) for key, model in models.items()}
        self.over_items = {key: tuple(over_items(m.shape)) if m.shape else () for key, m in models.items()}
        self.looks: dict[str, tuple[Node, ...]] = {}
        self.failed: set[str] = set()
        self.depth: dict[str, int] = {}

    def title(self, key: str) -> Text | None:
        """Return the title of a definition."""
        model = self.models[key]
        return model.title.text if model.title else None

    def link(self) -> Scope:
        """Check all definitions; return the scope with those that have no fault."""
        for key in self.models:
            if not self._done(key):
                self._link(key)
        return self.scope

    def _done(self, key: str) -> bool:
        return key in self.linked or key in self.failed

    def _link(self, key: str) -> None:
        """Check a definition after those that it needs."""
        todo = {key: self._needed(key)}  # the way here, each with what it needs that was not looked at
        while todo:
            at = next(reversed(todo))
            other = next(todo[at], None)
            if other is None:
                todo.popitem()
                self._check(at)
            elif not self._done(other):
                if other in todo:
                    self._round(other, [*todo])
                else:
                    todo[other] = self._needed(other)

    def _needed(self, key: str) -> Iterator[str]:
        """Yield the definitions that a definition names."""
        over = self.over_items[key]
        for i, tree in enumerate(self.trees[key]):
            of_item = i < len(over) and over[i]
            for name in _names(tree, of_item) if tree is not None else ():
                other = self.by_word.get(name)
                if other is not None and not (of_item and other == key):  # a field of an item may have its name
                    yield other

    def _round(self, key: str, way: list[str]) -> None:
        """Tell of a definition that needs itself by the way that led back to it."""
        round_ = shown([*way[way.index(key) :], key])
        self.texts.faults.append(self.models[key].fault(messages.DEFINITION_CYCLE, name=key, way=round_))
        self._fail(key)

    def _parsed(self, model: DefinitionModel) -> Iterator[Node | None]:
        """Yield the trees of a definition's texts: one, or those of its table."""
        if model.is_ is not None:
            yield self.texts.parse(model.is_)
        elif model.shape is not None:
            quiet = Texts()
            for text in texts_of(model.shape):
                yield quiet.parse(text)
        elif model.table is not None:
            quiet = Texts()  # faults of a table's texts are told when they are checked
            for column in model.table.inputs:
                yield quiet.parse(column.expression)
            for row in model.table.rules:
                for text in row.then:
                    yield quiet.parse(text)

    def _typed(self, key: str, model: DefinitionModel) -> Node | None:
        """Return the typed tree of a definition, or None after keeping its faults."""
        if model.shape is not None:
            shaped = link_shape(model.shape, self.scope, self.texts)
            self.looks[key] = shaped.looks if shaped else ()
            return shaped.tree if shaped else None
        if model.table is not None:
            return link_table_value(model.table, self.scope, self.texts)
        assert model.is_ is not None
        checked = self.texts.check(model.is_, self.trees[key][0], self.scope)
        return checked.tree if checked else None

    def _check(self, key: str) -> None:
        model = self.models[key]
        if key in self.failed:
            return
        self.depth[key] = 1 + max((self.depth.get(other, 0) for other in self._needed(key)), default=0)
        if self.depth[key] > DEEPEST:
            if self.depth[key] == DEEPEST + 1:  # what builds on it fails as well, and is not told
                self.texts.faults.append(model.fault(messages.TOO_DEEP, name=key, limit=DEEPEST))
            self._fail(key)
            return
        tree = self._typed(key, model)
        if tree is None or tree.type is None:
            self._fail(key)
            return
        tree = with_titles(tree, model, self.texts)
        assert tree.type is not None
        self.linked[key] = Definition(
            f"{self.prefix}.{key}",
            key,
            self.owner,
            self.title(key),
            tree,
            model.position(),
            model.note.text if model.note else None,
            model.kind if model.shape is not None else None,
            self.looks.get(key, ()),
        )
        self._name(key, tree.type)

    def _fail(self, key: str) -> None:
        """Keep a name whose definition has a fault, so that the fault is told once."""
        self.failed.add(key)
        self._name(key, ERROR)

    def _name(self, key: str, type_: Type) -> None:
        field = Field(key, self.zh[key], type_)
        self.scope = replace(self.scope, variables=(*self.scope.variables, field))


DEEPEST = 30  # definitions that build on one another
_ITEM_FIELDS = frozenset(
    name for root in ROOTS.values() if root.is_list for field in root.context.fields for name in (field.en, field.zh)
)


def _names(tree: Node, in_filter: bool = False) -> list[str]:
    """Return the names that a tree may mean as definitions; in a filter the fields of its items come first."""
    if isinstance(tree, Name):
        return [] if in_filter and tree.name in _ITEM_FIELDS else [tree.name]
    if isinstance(tree, Filter):
        return [*_names(tree.base, in_filter), *_names(tree.condition, True)]
    called = tree.function if isinstance(tree, Call) and isinstance(tree.function, Name) else None
    return [name for child in children(tree) if child is not called for name in _names(child, in_filter)]
