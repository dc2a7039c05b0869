"""What policies need of the interpreter beyond plain FEEL."""

from __future__ import annotations

from cadre_rules.documents.source import PlainSource
from cadre_rules.feel import check, evaluate, interpret, parse
from cadre_rules.feel.signatures import BUILTINS
from cadre_rules.feel.types import DATE, Field, Scope
from cadre_rules.feel.values import Date


def test_a_field_does_not_hide_the_function_of_its_name() -> None:
    items = [{"date": Date(2021, 1, 1)}, {"date": Date(2019, 1, 1)}]
    assert evaluate('xs[date >= date("2020-01-01")]', {"xs": items}) == items[:1]


def test_a_checked_range_in_the_wrong_order_has_no_member() -> None:
    text = 'day in [day..@"2018-01-01"]'
    tree = check(parse(text), Scope((Field("day", "日", DATE),), BUILTINS), PlainSource(text)).tree
    assert interpret(tree, {"day": Date(2020, 1, 1)}, {}) is False
    assert evaluate(text, {"day": Date(2020, 1, 1)}) is None
