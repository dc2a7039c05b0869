"""Cells of a decision table become conditions: the input compared as the cell says.

In: a checked input expression and the text of a cell. Out: a condition, or None for a cell that asks for nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import CadreRulesError
from cadre_rules.feel import check, parse_unary_tests
from cadre_rules.feel.tree import Argument, Call, In, Name, Node, UnaryTests
from cadre_rules.feel.types import BOOLEAN
from cadre_rules.policy.linked import Condition
from cadre_rules.policy.texts import SPACED

if TYPE_CHECKING:
    from cadre_rules.feel.checker import Checked
    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.texts import Texts


def link_cell(input_: Checked | None, text: FeelText, scope: Scope, texts: Texts) -> Condition | None:
    """Return the condition of a cell; None for `-`, and for a cell or input with a fault (kept in `texts`)."""
    if input_ is None:
        return None
    try:
        parsed = parse_unary_tests(text.text, source=text.source, names=SPACED)
        checked = check(parsed, scope, text.source, tested=input_.type)
    except CadreRulesError as error:
        texts.faults += error.diagnostics
        return None
    texts.warnings += checked.warnings
    texts.checked.append((text, checked))
    cell = checked.tree
    assert isinstance(cell, UnaryTests)
    if not cell.tests:
        return None
    tree: Node = In(value=input_.tree, tests=cell.tests, type=BOOLEAN, span=cell.span)
    if cell.negated:
        tree = Call(function=Name(name="not"), arguments=(Argument(value=tree),), type=BOOLEAN, span=cell.span)
    return Condition("test", tree=tree, position=text.node.position, source=text.source)
