"""Hostile and runaway texts: a clear error or null, in little time, never an exhausted stack or memory."""

from __future__ import annotations

import sys

import pytest

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel import evaluate, parse, unparse
from cadre_rules.feel.interpret import Interpreter
from cadre_rules.feel.parser import MAX_DEPTH
from cadre_rules.feel.scope import Scope

DEEP = {
    "brackets": ("(", "1", ")"),
    "lists": ("[", "1", "]"),
    "calls": ("not(", "true", ")"),
    "contexts": ("{a: ", "1", "}"),
    "filters": ("x[", "1", "]"),
    "negations": ("- -", "1", ""),
    "ifs": ("if true then ", "1", " else 0"),
    "fors": ("for x in [1] return ", "x", ""),
    "somes": ("some x in [1] satisfies ", "true", ""),
    "functions": ("function(a) ", "a", ""),
    "memberships": ("1 in (", "1", ")"),
    "sums": ("1 + (", "1", ")"),
    "conjunctions": ("true and (", "true", ")"),
    "ranges": ("[1..", "2", "]"),
}


@pytest.mark.parametrize("kind", DEEP)
def test_ten_thousand_levels_are_a_clear_error(kind: str) -> None:
    opening, inner, closing = DEEP[kind]
    with pytest.raises(FeelSyntaxError) as caught:
        parse(opening * 10_000 + inner + closing * 10_000)
    assert caught.value.code == "F007"


def test_deep_types_are_a_clear_error() -> None:
    with pytest.raises(FeelSyntaxError) as caught:
        parse("x instance of " + "list<" * 10_000)
    assert caught.value.code == "F007"


@pytest.mark.parametrize("kind", DEEP)
def test_what_the_parser_admits_does_not_exhaust_the_stack(kind: str) -> None:
    opening, inner, closing = DEEP[kind]
    levels = next(n for n in range(MAX_DEPTH, 0, -1) if _parses(opening * n + inner + closing * n))
    assert levels >= 30
    tree = parse(opening * levels + inner + closing * levels)
    assert unparse(parse(unparse(tree))) == unparse(tree)
    Interpreter({}).evaluate(tree, Scope({}))


def _parses(text: str) -> bool:
    try:
        parse(text)
    except FeelSyntaxError:
        return False
    return True


@pytest.mark.parametrize("chain", ["1" + " + 1" * 10_000, "a" + ".a" * 10_000, "a" + "[1]" * 10_000])
def test_long_chains_are_bounded_like_deep_brackets(chain: str) -> None:
    with pytest.raises(FeelSyntaxError) as caught:
        parse(chain)
    assert caught.value.code == "F007"


def test_long_lists_and_conjunctions_are_not_deep() -> None:
    assert evaluate("count([" + ", ".join("1" for _ in range(20_000)) + "])") == 20_000
    assert evaluate(" and ".join(["true"] * 5_000)) is True


@pytest.mark.parametrize(
    "text",
    [
        '"' + "a" * 200_000,
        "/*" + "*" * 200_000,
        '"' + "\\" * 200_001,
        "a " * 50_000,
        "1" * 200_000,
        "f(" + "a+" * 50_000,
        "{" + "a b " * 50_000,
        "x in (" + "<" * 50_000,
        "]1..2[" * 20_000,
        "@" * 50_000,
        "function(" + "a," * 50_000,
        "（" * 50_000,
        "[" + "1..2[, " * 20_000,
    ],
    ids=lambda text: text[:12],
)
def test_long_hostile_text_is_got_through(text: str) -> None:
    _parses(text)


def test_many_words_among_many_names_are_got_through() -> None:
    names = [f"a b {i}" for i in range(3_000)]
    text = "[" + ", ".join("a b 7" for _ in range(3_000)) + "]"
    parse(text, names=names)


@pytest.mark.parametrize(
    "text",
    [
        "for i in 1..100000000 return i",
        "count(for i in 1..2000, j in 1..2000 return 1)",
        'for i in 1..200 return if i = 1 then "ab" else partial[-1] + partial[-1]',
        "for i in 1..60 return if i = 1 then [1] else concatenate(partial[-1], partial[-1])",
        "{f: function(x) f(x), y: f(1)}.y",
        "10 ** 999999999",
        "1.000000001 ** 999999999",
        'matches("' + "a" * 40 + '!", "^(a|aa)+$")',
        'matches("a", "(((a{100}){100}){100}){100}")',
        'duration("P' + "9" * 5_000 + 'D")',
        'date("' + "9" * 5_000 + '-01-01")',
        "string length(string(10 ** 6000))",
    ],
    ids=lambda text: text[:30],
)
def test_runaway_expressions_end(text: str) -> None:
    evaluate(text)
    assert sys.getrecursionlimit() == 1000
