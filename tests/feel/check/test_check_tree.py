"""The checked tree: canonical names, types everywhere, and a checker that neither breaks nor stalls."""

from __future__ import annotations

import pytest
from check_cases import load, run

from cadre_rules.diagnostics import FeelSyntaxError, FeelTypeError
from cadre_rules.diagnostics.diagnostic import REGISTRY
from cadre_rules.feel.tree import Argument, Call, Entry, Iterator_, Literal_, Name, Parameter, walk

UNTYPED = (Argument, Entry, Iterator_, Parameter)  # parts of a node rather than values


@pytest.mark.parametrize("case", [c for _, c in load("good")], ids=lambda c: c["text"][:40])
def test_every_value_in_the_tree_has_a_type(case: dict[str, str]) -> None:
    checked = run(case["text"], **{k: case[k] for k in ("cell", "expected", "narrowed") if k in case})
    values = [n for n in walk(checked.tree) if not isinstance(n, UNTYPED)]
    functions = [n.function for n in values if isinstance(n, Call) and isinstance(n.function, Name)]
    assert all(n.type is not None and str(n.type) != "error" for n in values if n not in functions)


@pytest.mark.parametrize(
    ("text", "canonical"),
    [
        ('拟任.拟任层次 = "乡科级正职"', 'proposal.level = "township-section chief"'),
        ("日期(日: 29, 年: 2020, 月: 2)", "date(2020, 2, 29)"),
        ("count(list: posts)", "计数(任职经历)"),
        ('取值(个人情况, "性别")', 'get value(person, "sex")'),
        ("任职经历[本项.起始日 < 决定日期]", "posts[item.start < as_of]"),
        ("total service(任职经历: posts)", "累计任职(任职经历)"),
    ],
)
def test_two_ways_to_write_one_thing_give_one_tree(text: str, canonical: str) -> None:
    assert run(text).tree == run(canonical).tree


def test_canonical_enumeration_texts_carry_their_enumeration() -> None:
    texts = [n for n in walk(run('拟任.拟任层次 in ["乡科级正职", "县处级副职"]').tree) if isinstance(n, Literal_)]
    assert [(t.value, str(t.type)) for t in texts] == [
        ("township-section chief", "post level"),
        ("county-division deputy", "post level"),
    ]


def test_a_filter_keeps_order_and_key_of_its_list() -> None:
    for text in (
        "posts[front_line]",
        "posts[end != null][start < as_of]",
        "posts[start < as_of][front_line]",
    ):
        found = run(text).type
        assert (found.order, found.key) == (("start",), ("start",))  # type: ignore[attr-defined]
    assert run("reverse(posts)").type.order == ()  # type: ignore[attr-defined]


def test_every_fault_has_a_case() -> None:
    texts = "".join(str(case) for folder in ("good", "bad") for _, case in load(folder))
    codes = {code for code in REGISTRY if code.startswith("T")}
    assert {code for code in codes if f"[{code}]" not in texts} == {"T047"}  # domain functions only


@pytest.mark.parametrize(
    ("before", "inner", "after"),
    [
        ("not(", "leading_cadre", ")"),
        ("-(", "age_limit", ")"),
        ("[", "1", "]"),
        ("if leading_cadre then 1 else ", "2", ""),
        ("if (", "leading_cadre", ") = true then true else false"),
        ("count(", "posts", ")"),
        ("1 in (", "1", ")"),
        ("function(a: number) ", "1", ""),
        ("{a: ", "1", "}"),
    ],
)
def test_texts_as_deep_as_the_parser_takes_are_checked(before: str, inner: str, after: str) -> None:
    for depth in (5, 40, 70, 140):
        try:
            run(before * depth + inner + after * depth)
        except (FeelSyntaxError, FeelTypeError) as error:
            assert error.code


def test_deep_quantifiers_are_checked() -> None:
    for depth in (20, 100, 140):
        text = "".join(f"for x{n} in " for n in range(depth)) + "posts" + " return 1" * depth
        try:
            run(text)
        except (FeelSyntaxError, FeelTypeError) as error:
            assert error.code


def test_nested_partial_results_do_not_stall() -> None:
    text = "[1]"
    for n in range(30):
        text = f"for x{n} in [count(partial), count({text})] return count(partial)"
    run(f"for y in [1] return {text}")
