"""What a number counts: the unit of a parameter, a fact or a function, followed through definitions.

In: a typed tree, the names of its policy. Out: the unit, or None. Only addition, subtraction and choice keep a unit.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.phrases import FIELD_UNITS, FUNCTION_UNITS, LIST_UNITS
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import NUMBER, strip_optional

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text
    from cadre_rules.feel.tree import Node
    from cadre_rules.policy.linked import NameTable, PolicySet


def unit_of(node: Node, policies: PolicySet, names: NameTable) -> Text | None:
    """Return what the number that `node` computes counts; None where it is no number, or that is not known."""
    if node.type is not None and strip_optional(node.type) != NUMBER:
        return None
    match node:
        case feel.Name():
            if node.name in names.definitions:
                defined = names.definitions[node.name]
                return unit_of(defined.tree, policies, policies.names[defined.owner])
            if node.name in names.parameters:
                return names.parameters[node.name].unit
            return FIELD_UNITS.get(node.name)
        case feel.Path():
            return FIELD_UNITS.get(node.name)
        case feel.Call(function=feel.Name(name="count")) if node.arguments:
            return LIST_UNITS.get(_root(node.arguments[0].value, policies, names)) or FUNCTION_UNITS["count"]
        case feel.Call(function=feel.Name(name=name)):
            return FUNCTION_UNITS.get(name)
        case feel.If():
            return unit_of(node.yes, policies, names) or unit_of(node.no, policies, names)
        case feel.Arithmetic(operator="+" | "-"):
            return unit_of(node.left, policies, names) or unit_of(node.right, policies, names)
    return None


def _root(node: Node, policies: PolicySet, names: NameTable) -> str:
    """Return the section of the record whose items a list holds; nothing where it is made of other things."""
    while isinstance(node, feel.Filter):
        node = node.base
    if not isinstance(node, feel.Name):
        return ""
    if node.name not in names.definitions:
        return node.name
    defined = names.definitions[node.name]
    return _root(defined.tree, policies, policies.names[defined.owner])
