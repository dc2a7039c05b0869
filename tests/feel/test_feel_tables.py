"""Decision tables: hit policies, defaults, and inputs that are not known."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

import pytest

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel.tables import evaluate_table, table_from_shape
from cadre_rules.feel.values import UNKNOWN, Interval

ROWS = [
    {"when": ["< 35", "-"], "then": ['"young"', "1"]},
    {"when": [">= 30", "true"], "then": ['"core"', "2"]},
    {"when": ["[40..50]", "-"], "then": ['"core"', "3"]},
]


def table(policy: str, *, outputs: int = 1, rows: Any = None, **extra: Any) -> Any:
    names = [{"name": "pool", **extra}, {"name": "weight"}][:outputs]
    rules = [{"when": row["when"], "then": row["then"][:outputs]} for row in rows or ROWS]
    inputs = [{"expression": "age"}, {"expression": "chief"}]
    return table_from_shape({"inputs": inputs, "outputs": names, "rules": rules, "hit_policy": policy})


@pytest.mark.parametrize(
    ("policy", "age", "chief", "value"),
    [
        ("U", 20, False, "young"),
        ("U", 32, True, None),
        ("U", 60, False, None),
        ("A", 45, True, "core"),
        ("A", 32, True, None),
        ("F", 32, True, "young"),
        ("R", 32, True, ["young", "core"]),
        ("R", 60, False, None),
        ("C", 45, True, ["core", "core"]),
        ("C#", 45, True, Decimal(2)),
    ],
)
def test_hit_policies(policy: str, age: int, chief: bool, value: object) -> None:
    assert evaluate_table(table(policy), {"age": Decimal(age), "chief": chief}).value == value


@pytest.mark.parametrize(("policy", "value"), [("P", "core"), ("O", ["core", "young"])])
def test_the_order_of_output_values_is_the_priority(policy: str, value: object) -> None:
    ranked = table(policy, values='"core", "young"')
    assert evaluate_table(ranked, {"age": Decimal(32), "chief": True}).value == value


@pytest.mark.parametrize(
    ("policy", "value"), [("C+", Decimal(6)), ("C<", Decimal(1)), ("C>", Decimal(3)), ("C#", Decimal(3))]
)
def test_aggregates(policy: str, value: Decimal) -> None:
    rows = [{"when": ["-", "-"], "then": [str(n)]} for n in (1, 2, 3)]
    assert evaluate_table(table(policy, rows=rows), {"age": Decimal(1), "chief": True}).value == value


def test_several_outputs_make_a_context_and_have_defaults() -> None:
    rows = [{"when": ["> 60", "-"], "then": ['"old"', "1"]}]
    made = table("U", outputs=2, rows=rows, default='"none"')
    assert evaluate_table(made, {"age": Decimal(61), "chief": True}).value == {"pool": "old", "weight": 1}
    assert evaluate_table(made, {"age": Decimal(50), "chief": True}).value == {"pool": "none", "weight": None}


def test_values_of_an_input_bound_an_empty_cell() -> None:
    shape = {
        "inputs": [{"expression": "age", "values": "[18..60]"}],
        "outputs": [{"name": "x"}],
        "rules": [{"when": ["-"], "then": ["1"]}],
    }
    made = table_from_shape(shape)
    assert evaluate_table(made, {"age": Decimal(18)}).value == 1
    assert evaluate_table(made, {"age": Decimal(61)}).value is None


@pytest.mark.parametrize(
    ("policy", "age", "chief", "value"),
    [
        ("U", UNKNOWN, False, UNKNOWN),
        ("U", Interval(Decimal(20), Decimal(29)), UNKNOWN, "young"),
        ("U", Interval(Decimal(41), Decimal(44)), False, "core"),
        ("A", Decimal(45), UNKNOWN, "core"),
        ("A", Decimal(36), UNKNOWN, UNKNOWN),
        ("F", Decimal(32), UNKNOWN, "young"),
        ("F", Interval(Decimal(34), Decimal(36)), True, UNKNOWN),
        ("C", Decimal(45), UNKNOWN, UNKNOWN),
        ("C#", Decimal(20), UNKNOWN, Decimal(1)),
    ],
)
def test_a_result_is_known_if_all_completions_agree(policy: str, age: Any, chief: Any, value: object) -> None:
    found = evaluate_table(table(policy), {"age": age, "chief": chief}).value
    assert found == value
    assert (found is UNKNOWN) is (value is UNKNOWN)


def test_what_became_of_every_rule() -> None:
    result = evaluate_table(table("C"), {"age": Decimal(45), "chief": UNKNOWN})
    assert (result.matched, result.perhaps, result.not_matched) == ((2,), (1,), (0,))
    assert result.rules[1].cells == (True, UNKNOWN)
    assert result.inputs == (Decimal(45), UNKNOWN)


def test_too_many_rules_in_doubt_are_not_enumerated() -> None:
    rows = [{"when": [f"{n}", "-"], "then": ["1"]} for n in range(30)]
    assert evaluate_table(table("C", rows=rows), {"age": UNKNOWN, "chief": True}).value is UNKNOWN


def test_cells_may_use_the_input_and_other_names() -> None:
    rows = [{"when": ["? + 1 > limit", "not(false)"], "then": ['"over"']}]
    made = table("U", rows=rows)
    assert evaluate_table(made, {"age": Decimal(9), "chief": True, "limit": Decimal(9)}).value == "over"
    assert evaluate_table(made, {"age": Decimal(8), "chief": True, "limit": Decimal(9)}).value is None


@pytest.mark.parametrize("policy", ["X", "U+", "C*", ""])
def test_an_unknown_hit_policy_is_refused(policy: str) -> None:
    with pytest.raises(ValueError, match="hit policy"):
        table(policy)


def test_a_rule_of_the_wrong_length_is_refused() -> None:
    with pytest.raises(ValueError, match="a cell for each input"):
        table("U", rows=[{"when": ["-"], "then": ["1"]}])


def test_a_cell_that_is_not_feel_is_a_syntax_error() -> None:
    with pytest.raises(FeelSyntaxError):
        table("U", rows=[{"when": ["> ", "-"], "then": ["1"]}])
