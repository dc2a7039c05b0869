"""Where a shape is written: its policy, what it may name, and the definitions that it adds.

In: what linking knows of a policy. Out: `Place`.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Name
from cadre_rules.policy.linked import Definition

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Text
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.linked import Parameter
    from cadre_rules.policy.models.base import Model
    from cadre_rules.policy.shapes.step_names import StepNames
    from cadre_rules.policy.texts import Texts


@dataclass
class Place:
    """Where a shape is written. `known` is what the type checker knows there, `names` are the steps of all procedures.

    `definitions` are those that shapes add.
    """

    policy: str
    scope: Scope
    texts: Texts
    known: frozenset[str]
    parameters: Mapping[str, Parameter]
    names: StepNames
    definitions: dict[str, Definition]

    def define(self, name: str, title: Text, tree: Node, model: Model) -> Name:
        """Add a definition that no text of an author's can name, and return its name as a tree."""
        id_ = f"{self.policy}.{name}"
        self.definitions[name] = Definition(id_, name, self.policy, title, tree, model.position())
        return Name(name=name, type=tree.type)
