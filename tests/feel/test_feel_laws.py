"""Laws of FEEL, on generated trees and values."""

from __future__ import annotations

import itertools
import operator
from decimal import Decimal
from typing import Any

from feel_trees import NAMES, trees
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel import evaluate, interpret, parse, parse_unary_tests, tree, unparse
from cadre_rules.feel.arithmetic import arithmetic
from cadre_rules.feel.comparison import compare, in_range
from cadre_rules.feel.logic import conjunction, disjunction, negate
from cadre_rules.feel.values import UNKNOWN, Interval, PartialList, RangeValue

# --- trees -------------------------------------------------------------------------------------------------


def _canonical(node: tree.Node) -> tree.Node:
    """Return the tree that the parser makes of the same text: it cannot tell some trees apart."""
    return parse(unparse(node), names=NAMES)


@settings(max_examples=200, deadline=None)
@given(trees())
def test_a_tree_survives_being_written_and_read(node: tree.Node) -> None:
    once = _canonical(node)
    assert unparse(once) == unparse(node)
    assert _canonical(once) == once
    assert _without_text(once) == _without_text(node)


def _without_text(node: Any) -> Any:
    """Return a tree as nested tuples, without the texts of types (`of_text` is how they were written)."""
    if isinstance(node, tuple):
        return tuple(map(_without_text, node))
    if not isinstance(node, tree.Node):
        return (type(node).__name__, node)
    parts = {f: getattr(node, f) for f in node.__dataclass_fields__}
    skipped = ("span", "type", "name_span", "of_text")
    return (type(node).__name__, *(_without_text(v) for f, v in parts.items() if f not in skipped))


@settings(max_examples=100, deadline=None)
@given(st.lists(trees(2), min_size=1, max_size=3), st.booleans())
def test_a_cell_survives_being_written_and_read(tests: list[tree.Node], negated: bool) -> None:
    cell = tree.UnaryTests(tuple(tests), negated)
    again = parse_unary_tests(unparse(cell), names=NAMES)
    assert unparse(again) == unparse(cell)


_PIECES = [
    "a", "1", ".5", '"x"', "@", '@"P1Y"', "(", ")", "[", "]", "{", "}", ",", ":", "..", ".", "+", "-", "*", "**",
    "/", "<", "<=", "=", "!=", "->", "and", "or", "not", "if", "then", "else", "for", "in", "return", "some",
    "satisfies", "between", "instance", "of", "function", "external", "list", "range", "null", "true", "?", "，",
    "“", "年龄", "/*", "*/", "//", "\n", "\\", "'", "date and time", "time offset", "&", "\ud83d", "\x00",
]  # fmt: skip


@settings(max_examples=300, deadline=None)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map(" ".join) | st.text(max_size=30))
def test_any_text_is_feel_or_a_syntax_error(text: str) -> None:
    for read in (parse, parse_unary_tests):
        try:
            read(text)
        except FeelSyntaxError as error:
            position = error.diagnostics[0].position
            assert position is not None
            assert 1 <= position.line <= text.count("\n") + 1
            assert error.render("zh")
            assert error.render("en")
    evaluate(text)


@settings(max_examples=150, deadline=None)
@given(trees())
def test_any_tree_has_a_value(node: tree.Node) -> None:
    interpret(node, {"a": UNKNOWN, "年龄": Interval(Decimal(1), None), "x1": PartialList((("甲", False),))})


# --- truths ------------------------------------------------------------------------------------------------

TRUTHS = (True, False, None, UNKNOWN)
KNOWN = (True, False)


def test_the_laws_of_kleene() -> None:
    for a, b, c in itertools.product(TRUTHS, repeat=3):
        assert conjunction((a, b)) is conjunction((b, a))
        assert disjunction((a, b)) is disjunction((b, a))
        assert negate(conjunction((a, b))) is disjunction((negate(a), negate(b)))
        assert conjunction((a, conjunction((b, c)))) is conjunction((a, b, c))
        assert disjunction((a, disjunction((b, c)))) is disjunction((a, b, c))
        assert negate(negate(a)) is a
        assert conjunction((a, a)) is a
        assert conjunction((True, a)) is a
        assert disjunction((False, a)) is a
        assert conjunction((False, a)) is False
        assert disjunction((True, a)) is True


def test_an_unknown_truth_stands_for_either() -> None:
    for fold in (conjunction, disjunction):
        for a, b in itertools.product((True, False, UNKNOWN), repeat=2):
            choices = itertools.product(*(KNOWN if x is UNKNOWN else (x,) for x in (a, b)))
            results = {fold(choice) for choice in choices}
            assert fold((a, b)) is (results.pop() if len(results) == 1 else UNKNOWN)


# --- intervals ---------------------------------------------------------------------------------------------

_ends = st.integers(0, 6)
_intervals = st.tuples(_ends, _ends).map(lambda t: (min(t), max(t)))
_PYTHON = {
    "=": operator.eq, "!=": operator.ne, "<": operator.lt, "<=": operator.le, ">": operator.gt, ">=": operator.ge,
}  # fmt: skip


def _interval(ends: tuple[int, int]) -> Interval:
    return Interval(Decimal(ends[0]), Decimal(ends[1]))


@given(st.sampled_from(sorted(_PYTHON)), _intervals, _intervals)
def test_comparing_intervals_is_comparing_all_their_values(
    op: str, left: tuple[int, int], right: tuple[int, int]
) -> None:
    values = itertools.product(range(left[0], left[1] + 1), range(right[0], right[1] + 1))
    results = {_PYTHON[op](a, b) for a, b in values}
    expected = results.pop() if len(results) == 1 else UNKNOWN
    assert compare(op, _interval(left), _interval(right)) is expected


@given(_intervals, _intervals, st.booleans(), st.booleans())
def test_lying_in_a_range_is_lying_in_it_with_all_values(
    value: tuple[int, int], ends: tuple[int, int], low: bool, high: bool
) -> None:
    range_ = RangeValue(Decimal(ends[0]), Decimal(ends[1]), low, high)
    results = {in_range(Decimal(v), range_) for v in range(value[0], value[1] + 1)}
    found = in_range(_interval(value), range_)
    assert found is UNKNOWN or {found} == results


@given(st.sampled_from(["+", "-"]), _intervals, st.integers(-5, 5))
def test_shifting_an_interval_shifts_all_its_values(op: str, ends: tuple[int, int], by: int) -> None:
    shifted = arithmetic(op, _interval(ends), Decimal(by))
    exact = [arithmetic(op, Decimal(v), Decimal(by)) for v in range(ends[0], ends[1] + 1)]
    assert shifted == Interval(min(exact), max(exact))


@given(_intervals, st.integers(-5, 5))
def test_stretching_an_interval_stretches_all_its_values(ends: tuple[int, int], by: int) -> None:
    stretched = arithmetic("*", _interval(ends), Decimal(by))
    exact = [arithmetic("*", Decimal(v), Decimal(by)) for v in range(ends[0], ends[1] + 1)]
    assert stretched == (Interval(min(exact), max(exact)) if by else Decimal(0))
    assert arithmetic("*", Decimal(by), _interval(ends)) == stretched


@given(st.sampled_from(sorted(_PYTHON)), _ends, st.booleans(), _ends)
def test_an_open_end_leaves_open_what_may_come(op: str, end: int, low: bool, other: int) -> None:
    interval = Interval(Decimal(end), None) if low else Interval(None, Decimal(end))
    values = range(end, 20) if low else range(-20, end + 1)
    results = {_PYTHON[op](v, other) for v in values}
    expected = results.pop() if len(results) == 1 else UNKNOWN
    assert compare(op, interval, Decimal(other)) is expected


# --- lists with members in doubt ---------------------------------------------------------------------------

_members = st.lists(st.tuples(st.integers(0, 3), st.booleans()), max_size=5)


def _completions(members: list[tuple[int, bool]]) -> list[list[Decimal]]:
    choices = [((True,) if certain else (True, False)) for _, certain in members]
    return [
        [Decimal(value) for (value, _), kept in zip(members, chosen, strict=True) if kept]
        for chosen in itertools.product(*choices)
    ]


@settings(deadline=None)
@given(
    _members,
    st.sampled_from(
        [
            "count(list) >= 2",
            "count(list)",
            "some x in list satisfies x > 1",
            "every x in list satisfies x > 1",
            "list contains(list, 2)",
            "2 in list",
            "list[-1]",
            "list[1]",
            "list[2]",
            "count(list[item > 1]) < 2",
        ]
    ),
)
def test_what_is_said_of_a_list_in_doubt_holds_for_every_completion(members: list[tuple[int, bool]], text: str) -> None:
    node = parse(text)
    partial = PartialList(tuple((Decimal(value), certain) for value, certain in members))
    found = interpret(node, {"list": partial})
    exact = [interpret(node, {"list": completion}) for completion in _completions(members)]
    if isinstance(found, Interval):
        assert (min(exact), max(exact)) == (found.low, found.high)
    elif found is not UNKNOWN:
        assert all(value == found and (value is None) == (found is None) for value in exact)
