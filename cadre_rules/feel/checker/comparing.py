"""Comparisons: which values may be compared, and how to mend those that may not.

In: `Comparison` nodes and pairs of typed nodes. Out: typed nodes, faults. It must not know how values are
made.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.feel.checker.describe import called, truth
from cadre_rules.feel.checker.flow import type_of
from cadre_rules.feel.checker.mending import mend_comparison, mend_list
from cadre_rules.feel.checker.messages import (
    LIST_AND_ITEM,
    MEASURE,
    NEVER_ABSENT,
    NO_ORDER,
    NULL_VALUE,
    UNLIKE,
    UNLIKE_VOCABULARIES,
)
from cadre_rules.feel.checker.relations import ERROR, comparable, has_order, may_be_absent
from cadre_rules.feel.tree import Comparison, If, ListNode, Literal_, Name, Node
from cadre_rules.feel.types import ANY, BOOLEAN, Enumeration, ListType, Measure, Type

if TYPE_CHECKING:
    from cadre_rules.feel.checker.flow import Flow


def comparison(flow: Flow, node: Node, _hint: Type | None) -> Node:
    """Check `left op right`."""
    assert isinstance(node, Comparison)
    if is_null(node.right) or is_null(node.left):
        return _null_test(flow, node)
    left, right = pair(flow, node.left, node.right)
    left, right = flow.need_present(left), flow.need_present(right)
    node = replace(node, left=left, right=right, type=BOOLEAN)
    compare(flow, node, node.operator, left, right)
    return node


def is_null(node: Node) -> bool:
    """Return whether `node` is the word null."""
    return isinstance(node, Literal_) and node.value is None


def _null_test(flow: Flow, node: Comparison) -> Node:
    left, right = flow.infer(node.left), flow.infer(node.right)
    node = replace(node, left=left, right=right, type=BOOLEAN)
    null, tested = (right, left) if is_null(node.right) else (left, right)
    if node.operator not in ("=", "!="):
        flow.fault(null, NULL_VALUE)
    elif not may_be_absent(type_of(tested)) and type_of(tested) not in (ANY, ERROR):
        flow.fault(node, NEVER_ABSENT, text=flow.text(tested), truth=truth(node.operator == "!="))
    return node


def pair(flow: Flow, left: Node, right: Node) -> tuple[Node, Node]:
    """Infer two values that are compared; a text in quotes takes its type from the other one."""
    if takes_hint(flow, left) and not takes_hint(flow, right):
        second = flow.value(right)
        return flow.value(left, type_of(second)), second
    first = flow.value(left)
    return first, flow.value(right, type_of(first))


def takes_hint(flow: Flow, node: Node) -> bool:
    """Return whether the type of `node` depends on what it is compared with."""
    match node:
        case Literal_(value=str()):
            return True
        case ListNode(items=items):
            return all(takes_hint(flow, i) for i in items)
        case If(yes=yes, no=no):
            return takes_hint(flow, yes) and takes_hint(flow, no)
        case Name(name=name):
            return flow.find(name) is None
    return False


def compare(flow: Flow, whole: Node, operator: str, left: Node, right: Node) -> None:
    """Tell a fault where `left operator right` compares what cannot be compared."""
    a, b = type_of(left), type_of(right)
    if ERROR in (a, b):
        return
    at = _culprit(whole, left, right)
    if isinstance(a, ListType) != isinstance(b, ListType):
        listed, item = (left, right) if isinstance(a, ListType) else (right, left)
        mended = mend_list(flow, operator, listed, item)
        flow.fault(listed, LIST_AND_ITEM, text=flow.text(listed), suggestion=mended)
    elif isinstance(a, Measure) and isinstance(b, Measure):
        flow.fault(at, MEASURE, left=called(a), right=called(b), expected=called(a.compared_with))
    elif not comparable(a, b):
        _unlike(flow, at, operator, left, right)
    elif operator not in ("=", "!="):
        unordered = next((t for t in (a, b) if not has_order(t) and not isinstance(t, Measure)), None)
        if unordered is not None:
            flow.fault(at, NO_ORDER, type=called(unordered), operator=operator)


def _unlike(flow: Flow, at: Node, operator: str, left: Node, right: Node) -> None:
    a, b = type_of(left), type_of(right)
    mended = mend_comparison(flow, operator, left, right)
    if isinstance(a, Measure) or isinstance(b, Measure):
        measure, other = (a, b) if isinstance(a, Measure) else (b, a)
        assert isinstance(measure, Measure)
        expected = called(measure.compared_with)
        flow.fault(at, MEASURE, left=called(measure), right=called(other), expected=expected, suggestion=mended)
    elif isinstance(a, Enumeration) and isinstance(b, Enumeration):
        flow.fault(at, UNLIKE_VOCABULARIES, left=called(a), right=called(b))
    else:
        flow.fault(at, UNLIKE, left=called(a), right=called(b), suggestion=mended)


def _culprit(whole: Node, left: Node, right: Node) -> Node:
    """Return what the caret is put under: the value that is written out, if one is, else the whole."""
    written = [n for n in (left, right) if isinstance(n, Literal_)]
    return written[0] if len(written) == 1 else whole
