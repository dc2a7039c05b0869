"""Generates syntax trees of every kind of node."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import strategies as st

from cadre_rules.feel import tree
from cadre_rules.feel.types import DATE_TIME, NUMBER, FunctionType, ListType
from cadre_rules.feel.values import Date, YearsMonths

if TYPE_CHECKING:
    from collections.abc import Callable

NAMES = ("a", "年龄", "x1", "monthly income", "a-b", "date and time", "item")
TYPES = (NUMBER, DATE_TIME, ListType(NUMBER), FunctionType((NUMBER,), DATE_TIME))

_names = st.sampled_from(NAMES)
_keys = st.one_of(_names, st.text("a: \"'{", max_size=4))
_numbers = st.decimals(allow_nan=False, allow_infinity=False, places=2, min_value=-99, max_value=99)
_strings = st.text(st.characters(exclude_categories=["Cs"]), max_size=6)
_literals = st.one_of(_numbers, _strings, st.none(), st.dates().map(Date.of), st.integers(-40, 40).map(YearsMonths))
_types = st.sampled_from(TYPES)

_Draw = Any


def _iterators(draw: _Draw, child: Callable[[], tree.Node], *, ends: bool) -> tuple[tree.Iterator_, ...]:
    count = draw(st.integers(1, 2))
    return tuple(
        tree.Iterator_(draw(_names), child(), child() if ends and draw(st.booleans()) else None) for _ in range(count)
    )


def _some(draw: _Draw, child: Callable[[], tree.Node], least: int, most: int) -> tuple[tree.Node, ...]:
    return tuple(child() for _ in range(draw(st.integers(least, most))))


def _call(draw: _Draw, child: Callable[[], tree.Node]) -> tree.Node:
    if draw(st.booleans()):
        names = draw(st.lists(_names, min_size=1, max_size=2, unique=True))
        return tree.Call(child(), tuple(tree.Argument(child(), name) for name in names))
    return tree.Call(child(), tuple(map(tree.Argument, _some(draw, child, 0, 2))))


def _in(draw: _Draw, child: Callable[[], tree.Node]) -> tree.Node:
    def test() -> tree.Node:
        operator = draw(st.sampled_from([None, "<", ">=", "=", "!="]))
        return child() if operator is None else tree.UnaryTest(operator, child())

    return tree.In(child(), tuple(test() for _ in range(draw(st.integers(1, 3)))))


def _function(draw: _Draw, child: Callable[[], tree.Node]) -> tree.Node:
    names = draw(st.lists(_names, max_size=2, unique=True))
    parameters = tuple(tree.Parameter(name, draw(st.none() | _types)) for name in names)
    return tree.FunctionDefinition(parameters, child(), draw(st.booleans()))


def _context(draw: _Draw, child: Callable[[], tree.Node]) -> tree.Node:
    keys = draw(st.lists(_keys, max_size=3, unique=True))
    return tree.ContextNode(tuple(tree.Entry(key, child()) for key in keys))


def _range(draw: _Draw, child: Callable[[], tree.Node]) -> tree.Node:
    kind = draw(st.sampled_from(["both", "low", "high"]))
    if kind == "both":
        return tree.Range(child(), child(), draw(st.booleans()), draw(st.booleans()))
    if kind == "low":
        return tree.Range(child(), None, draw(st.booleans()), False)
    return tree.Range(None, child(), False, draw(st.booleans()))


_COMPOUND: list[Callable[[_Draw, Callable[[], tree.Node]], tree.Node]] = [
    lambda draw, child: tree.Path(child(), draw(st.sampled_from([*NAMES, "time offset", "in"]))),
    lambda draw, child: tree.Filter(child(), child()),
    _call,
    lambda draw, child: tree.Negation(child()),
    lambda draw, child: tree.Arithmetic(draw(st.sampled_from(["+", "-", "*", "/", "**"])), child(), child()),
    lambda draw, child: tree.Comparison(draw(st.sampled_from(["=", "!=", "<", "<=", ">", ">="])), child(), child()),
    lambda draw, child: tree.Logic(draw(st.sampled_from(["and", "or"])), _some(draw, child, 2, 3)),
    lambda draw, child: tree.Between(child(), child(), child()),
    _in,
    lambda draw, child: tree.InstanceOf(child(), draw(_types)),
    lambda draw, child: tree.If(child(), child(), child()),
    lambda draw, child: tree.For(_iterators(draw, child, ends=True), child()),
    lambda draw, child: tree.Quantified(
        draw(st.sampled_from(["some", "every"])), _iterators(draw, child, ends=False), child()
    ),
    _function,
    lambda draw, child: tree.ListNode(_some(draw, child, 0, 3)),
    _context,
    _range,
    lambda draw, child: tree.UnaryTest(draw(st.sampled_from(["=", "!="])), child()),
]


@st.composite
def trees(draw: _Draw, depth: int = 3) -> tree.Node:
    """A tree of at most `depth` levels of compound nodes."""
    if depth == 0 or draw(st.integers(0, 3)) == 0:
        if draw(st.booleans()):
            return tree.Name(draw(_names))
        return tree.Literal_(draw(_literals))
    make = draw(st.sampled_from(_COMPOUND))
    return make(draw, lambda: draw(trees(depth - 1)))
