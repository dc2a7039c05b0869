"""Named expressions are checked in the order in which they need one another.

In: definition models and the scope of their owner. Out: linked definitions and the scope with their names. A definition
that needs itself is a fault that names the way round.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.relations import ERROR
from cadre_rules.feel.tree import Name, walk
from cadre_rules.feel.types import Field, Scope
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked import Definition
from cadre_rules.policy.texts import chinese_name

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Text
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.models.policy_file import Definition as DefinitionModel
    from cadre_rules.policy.texts import Texts


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
        self.by_word = {word: key for key, zh in self.zh.items() for word in (key, zh)}
        self.trees = {key: texts.parse(model.is_) for key, model in models.items()}
        self.open: list[str] = []
        self.failed: set[str] = set()

    def title(self, key: str) -> Text | None:
        model = self.models[key]
        return model.title.text if model.title else None

    def link(self) -> Scope:
        """Check all definitions; return the scope with those that have no fault."""
        for key in self.models:
            self._link(key)
        return self.scope

    def _link(self, key: str) -> None:
        if key in self.linked or key in self.failed:
            return
        if key in self.open:
            round_ = [*self.open[self.open.index(key) :], key]
            way = " → ".join(round_)
            self.texts.faults.append(self.models[key].fault(messages.DEFINITION_CYCLE, name=key, way=way))
            self.failed.add(key)
            return
        self.open.append(key)
        tree = self.trees[key]
        if tree is not None:
            for name in _names(tree):
                if (other := self.by_word.get(name)) is not None:
                    self._link(other)
        self.open.pop()
        self._check(key, tree)

    def _check(self, key: str, tree: Node | None) -> None:
        model = self.models[key]
        checked = None if key in self.failed else self.texts.check(model.is_, tree, self.scope)
        if checked is None:
            self.failed.add(key)
            self._name(key, ERROR)  # so that one fault is told once
            return
        self.linked[key] = Definition(
            f"{self.prefix}.{key}",
            key,
            self.owner,
            self.title(key),
            checked.tree,
            model.position(),
            model.note.text if model.note else None,
        )
        self._name(key, checked.type)

    def _name(self, key: str, type_: Type) -> None:
        field = Field(key, self.zh[key], type_)
        self.scope = replace(self.scope, variables=(*self.scope.variables, field))


def _names(tree: Node) -> list[str]:
    return [node.name for node in walk(tree) if isinstance(node, Name)]
