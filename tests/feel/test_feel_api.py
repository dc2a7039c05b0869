"""What the package offers, and how little it costs to ask for it."""

from __future__ import annotations

import datetime as dt
import subprocess
import sys
from decimal import Decimal

import pytest

import cadre_rules.feel.interpret
import cadre_rules.feel.unparse  # noqa: F401 - loading a module must not hide the function of its name
from cadre_rules import feel
from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel.builtins import BUILTINS
from cadre_rules.feel.names import BUILTIN_NAMES
from cadre_rules.feel.tree import Span, walk
from cadre_rules.feel.values import Date


def test_functions_are_not_hidden_by_modules_of_their_names() -> None:
    assert feel.interpret(feel.parse("1 + 1"), {}) == 2
    assert feel.unparse(feel.parse("1+1")) == "1 + 1"
    assert feel.evaluate("x + 1", {"x": 1}) == 2
    with pytest.raises(AttributeError):
        feel.nothing  # noqa: B018


def test_importing_the_package_loads_next_to_nothing() -> None:
    code = "import sys, cadre_rules.feel; print([m for m in sys.modules if m.startswith('cadre_rules.feel.')])"
    out = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True)
    assert out.stdout.strip() == "[]"


def test_names_of_several_words_are_those_of_the_functions() -> None:
    assert sorted(name for name in BUILTINS if " " in name) == sorted(BUILTIN_NAMES)


def test_evaluate_converts_its_context() -> None:
    context = {"born": dt.date(1985, 6, 1), "years": 3, "names": ("甲", "乙")}
    assert feel.evaluate("born.year + years", context) == Decimal(1988)
    assert feel.evaluate("born", context) == Date(1985, 6, 1)
    assert feel.evaluate("count(names)", context) == 2
    assert feel.evaluate("1 +", context) is None
    with pytest.raises(TypeError):
        feel.evaluate("x", {"x": 0.5})


def test_every_node_knows_where_it_stands() -> None:
    text = 'if a.b[c > 1] between 2 and f(x: -3) then {k: [1..2]} else "否"'
    found = {text[node.span.start : node.span.end] for node in walk(feel.parse(text))}
    expected = {text, "a.b[c > 1]", "a.b", "c > 1", "f(x: -3)", "x: -3", "-3", "{k: [1..2]}", "[1..2]", '"否"'}
    assert expected <= found
    assert feel.parse("  1 ").span == Span(2, 3)


def test_a_syntax_error_has_its_place() -> None:
    with pytest.raises(FeelSyntaxError) as caught:
        feel.parse("1 +\n 优秀 & 2", file="policy.yaml")
    error = caught.value
    assert (error.code, error.line, error.column) == ("F004", 2, 5)
    assert error.diagnostics[0].to_dict()["file"] == "policy.yaml"
