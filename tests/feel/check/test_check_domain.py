"""Functions that policies bring along: their own checks, and places where nothing else has a case."""

from __future__ import annotations

import pytest
from check_scope import CADRE, POSTS

from cadre_rules.diagnostics import FeelTypeError, Text
from cadre_rules.documents.source import PlainSource
from cadre_rules.feel.checker import check
from cadre_rules.feel.parser import parse
from cadre_rules.feel.tree import Call
from cadre_rules.feel.types import NUMBER, FormalParameter, ListType, Scope, Signature, Type


def _ordered(types: tuple[Type, ...]) -> Text | None:
    known = isinstance(types[0], ListType) and types[0].order
    return None if known else Text("列表须有先后顺序", "the list has no order")


FIRST_GAP = Signature("first gap", "首次间断", (FormalParameter("posts", POSTS),), NUMBER, check=_ordered)
SCOPE = Scope(CADRE.variables, {"first gap": FIRST_GAP})


def test_a_function_may_ask_for_more_than_types_say() -> None:
    text = "first gap(reverse(posts)) > 3"
    source = PlainSource(text, "policy.yaml")
    with pytest.raises(FeelTypeError) as caught:
        check(parse(text, names=["first gap"]), SCOPE, source)
    assert caught.value.code == "T047"
    assert "列表须有先后顺序" in caught.value.render("zh")
    assert "the list has no order" in caught.value.render("en")


def test_a_function_is_found_by_either_name_however_it_is_registered() -> None:
    for text in ("first gap(posts) > 3", "首次间断(任职经历) > 3"):
        source = PlainSource(text)
        tree = check(parse(text, names=["first gap"]), SCOPE, source).tree
        assert tree == check(parse("first gap(posts) > 3", names=["first gap"]), SCOPE, source).tree


def test_arguments_keep_their_names_where_one_between_them_is_left_out() -> None:
    rank = Signature(
        "rank",
        "位次",
        (
            FormalParameter("group", NUMBER, zh="组"),
            FormalParameter("from", NUMBER, optional=True, zh="自"),
            FormalParameter("to", NUMBER, optional=True, zh="至"),
        ),
        NUMBER,
    )
    scope = Scope((), {"rank": rank})
    for text, names in (
        ("位次(至: 3, 组: 1)", ["group", "to"]),
        ("rank(to: 3, group: 1, 自: 2)", [None] * 3),
    ):
        tree = check(parse(text), scope, PlainSource(text)).tree
        assert isinstance(tree, Call)
        assert [a.name for a in tree.arguments] == names
