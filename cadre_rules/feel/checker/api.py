"""The type checker of policy FEEL: a tree and a scope in, the tree in canonical names and with types out.

In: a tree that the parser made, what its text may name (`Scope`), the text. Out: `Checked`, or
`FeelTypeError` with all faults of the text at once. It must not know any fact, policy or record: those come
with the scope.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import FeelTypeError
from cadre_rules.feel.checker import calls, comparing, control, facts, membership, names, operators, values
from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.checker.flow import Flow, Frame, Log, Mention, type_of
from cadre_rules.feel.checker.messages import NOT_A_CONDITION, OTHER_TYPE
from cadre_rules.feel.checker.relations import fits, may_be_absent
from cadre_rules.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    ContextNode,
    Filter,
    For,
    FunctionDefinition,
    If,
    In,
    InstanceOf,
    ListNode,
    Literal_,
    Logic,
    Name,
    Negation,
    Node,
    Path,
    Quantified,
    Range,
    UnaryTest,
    UnaryTests,
)
from cadre_rules.feel.types import BOOLEAN, Field, Scope, Type, strip_optional

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.documents.source import Source
    from cadre_rules.feel.checker.flow import Rule

_RULES: dict[type[Node], Rule] = {
    Literal_: values.literal,
    Name: names.name,
    Path: names.path,
    Filter: control.filter_,
    Call: calls.call,
    Negation: operators.negation,
    Arithmetic: operators.arithmetic,
    Comparison: comparing.comparison,
    Logic: operators.logic,
    Between: membership.between,
    UnaryTest: membership.unary_value,
    UnaryTests: membership.cell,
    In: membership.in_,
    InstanceOf: operators.instance_of,
    If: control.if_,
    For: control.for_,
    Quantified: control.quantified,
    FunctionDefinition: values.function,
    ListNode: values.list_,
    ContextNode: values.context,
    Range: values.range_,
}


@dataclass(frozen=True, slots=True)
class Checked:
    """A text that was checked.

    `tree` has canonical English names and texts, and types. `mentions` are the words that have a name in
    both languages, in the order of the text. `warnings` are faults that do not keep the text from being
    used. `narrows_true` and `narrows_false` say what is known where the text is true or false: dotted paths
    of facts that are present then, and keys of other knowledge, to be handed to `check` as `narrowed`.
    """

    tree: Node
    mentions: tuple[Mention, ...] = ()
    narrows_true: facts.Facts = facts.NONE
    narrows_false: facts.Facts = facts.NONE
    warnings: tuple[Diagnostic, ...] = ()

    @property
    def type(self) -> Type:
        """The type of the whole text."""
        return type_of(self.tree)


def check(
    node: Node,
    scope: Scope,
    source: Source,
    *,
    expected: Type | None = None,
    narrowed: facts.Facts = facts.NONE,
    tested: Type | None = None,
) -> Checked:
    """Check a text against a scope.

    `expected` is the type that the whole has to have, `narrowed` what is known beforehand, `tested` the
    type of the value that the text, a table cell, is a test of. Raises `FeelTypeError` with all faults.
    """
    log = Log(source)
    frames: tuple[Frame, ...] = (Frame(scope.variables),)
    if tested is not None:
        frames = (*frames, Frame((Field(membership.INPUT, membership.INPUT, tested),)))
    flow = Flow(log, frames, scope.functions_by_name, narrowed, _RULES)
    tree = _whole(flow, node, expected)
    faults = _in_order(log.faults)
    if faults:
        raise FeelTypeError(faults)
    return Checked(
        tree,
        tuple(sorted(set(log.mentions), key=lambda m: m.span)),
        facts.when_true(tree),
        facts.when_false(tree),
        _in_order(log.warnings),
    )


def _whole(flow: Flow, node: Node, expected: Type | None) -> Node:
    tree = flow.value(node, expected)
    found = type_of(tree)
    if expected is None or fits(found, expected):
        return tree
    if may_be_absent(found) and fits(strip_optional(found), expected):
        return flow.need_present(tree)
    if expected == BOOLEAN:
        return flow.fault(tree, NOT_A_CONDITION, found=called(found))
    return flow.fault(tree, OTHER_TYPE, expected=called(expected), found=called(found))


def _in_order(diagnostics: list[Diagnostic]) -> tuple[Diagnostic, ...]:
    """Return the diagnostics in the order of the text, each once."""
    placed = {(d.position, d.code, d.summary): d for d in diagnostics if d.position}
    return tuple(sorted(placed.values(), key=lambda d: (d.position or ())[1:3]))
