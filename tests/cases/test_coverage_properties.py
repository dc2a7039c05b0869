"""The figures of coverage against a computation written apart: every assignment, flipped and tried out.

A condition is a nested list; a case gives each fact a value. What is computed here knows no plan, no masks and no
guards: it tries out what a test could be, and looks at what becomes of the whole.
"""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.cases.measuring import decided, leaves, measured, rule

if TYPE_CHECKING:
    import pytest

VOID = "void"  # behind a guard that says that there is nothing to look at
FACTS = {
    "a": "proposal.leading = true",
    "b": "proposal.exceptional = true",
    "c": "person.selected_graduate = true",
    "present": "proposal.motion_on != null",
    "absent": "proposal.motion_on = null",
    "past": 'proposal.motion_on <= @"2025-01-01"',
}
DATES = {"null": None, "2025-01-01": True, "2025-01-02": False}

truths = st.sampled_from([True, False, None])
joints = st.sampled_from(["all", "any"])
plain = st.sampled_from(["a", "b", "c"])
guarded = st.sampled_from(
    [
        ["all", "present", "past"],
        ["any", "absent", "past"],
        ["all", "present", ["any", "past", "a"]],
        ["not", "present"],
    ]
)
trees = st.recursive(
    st.one_of(plain, guarded),
    lambda inner: st.one_of(
        st.builds(lambda part: ["not", part], inner),
        st.builds(lambda word, parts: [word, *parts], joints, st.lists(inner, min_size=2, max_size=3)),
    ),
    max_leaves=6,
)  # fmt: skip
cases = st.lists(
    st.fixed_dictionaries({"a": truths, "b": truths, "c": truths, "date": st.sampled_from([*DATES, "not given"])}),
    min_size=1,
    max_size=6,
)


def feel(tree: Any) -> str:
    """Write a condition as one FEEL text."""
    if isinstance(tree, str):
        return FACTS[tree]
    if tree[0] == "not":
        return f"not({feel(tree[1])})"
    return "(" + {"all": " and ", "any": " or "}[tree[0]].join(map(feel, tree[1:])) + ")"


def yaml(tree: Any, deep: int) -> str:
    """Write a condition as lists, and as FEEL from a depth on."""
    if isinstance(tree, str) or deep == 0:
        return "'" + feel(tree).replace("'", "''") + "'"
    parts = [yaml(part, deep - 1) for part in tree[1:]]
    return f"{{not: {parts[0]}}}" if tree[0] == "not" else f"{{{tree[0]}: [{', '.join(parts)}]}}"


def names(tree: Any) -> list[str]:
    return [tree] if isinstance(tree, str) else [name for part in tree[1:] for name in names(part)]


def value(name: str, case: dict[str, Any]) -> Any:
    """Return what a test is in a case: true, false, None for unknown, or void."""
    if name in ("a", "b", "c"):
        return case[name]
    if case["date"] == "not given":
        return None
    if name == "past":
        return VOID if case["date"] == "null" else DATES[case["date"]]
    return (case["date"] == "null") == (name == "absent")


def whole(tree: Any, values: list[Any]) -> Any:
    """Return what a condition comes out as; `values` are those of its tests in order, and are used up."""
    if isinstance(tree, str):
        return values.pop(0)
    parts = [whole(part, values) for part in tree[1:]]
    if tree[0] == "not":
        return None if parts[0] is None else not parts[0]
    absorbing = tree[0] == "any"
    return absorbing if absorbing in parts else None if None in parts else not absorbing


def decides(tree: Any, values: list[Any], place: int) -> bool:
    """Return whether flipping one test flips the whole, for something that the void ones may be."""
    void = [i for i, v in enumerate(values) if v == VOID]
    if values[place] is None or place in void:
        return False
    for chosen in product([True, False], repeat=len(void)):
        filled = list(values)
        for i, v in zip(void, chosen, strict=True):
            filled[i] = v
        outcomes = []
        for side in (True, False):
            filled[place] = side
            outcomes.append(whole(tree, list(filled)))
        if None not in outcomes and outcomes[0] != outcomes[1]:
            return True
    return False


def expected(tree: Any, made: list[dict[str, Any]]) -> list[tuple[int, int]]:
    tests = names(tree)
    found = [[0, 0] for _ in tests]
    for case in made:
        values = [value(name, case) for name in tests]
        for place, side in enumerate(values):
            if decides(tree, values, place):
                found[place][0 if side else 1] += 1
    return [(yes, no) for yes, no in found]


def written(made: list[dict[str, Any]]) -> str:
    out = []
    for i, case in enumerate(made):
        told = {"leading": case["a"], "exceptional": case["b"], "motion_on": case["date"]}
        proposal = ", ".join(
            f"{k}: {str(v).lower() if isinstance(v, bool) else v}"
            for k, v in told.items()
            if v is not None and v != "not given"
        )
        person = f"selected_graduate: {str(case['c']).lower()}" if case["c"] is not None else ""
        out.append(f"  - {{case: x{i}, record: {{person: {{{person}}}, proposal: {{{proposal}}}}}, expect: {{}}}}\n")
    return "".join(out)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(tree=trees, made=cases, deep=st.integers(0, 3))
def test_the_figures_are_those_of_trying_everything_out(
    tmp_path_factory: pytest.TempPathFactory, tree: Any, made: list[dict[str, Any]], deep: int
) -> None:
    policy = f"rules:\n  - rule: r\n    when: {yaml(tree, deep)}\n    then: c0\n"
    report = measured(tmp_path_factory.mktemp("made"), policy, written(made))
    assert decided(report) == expected(tree, made)
    assert [leaf.feel for leaf in leaves(report)] == [FACTS[name] for name in names(tree)]
    assert sum(rule(report).states.values()) == len(made)
    assert report.figures.covered == sum(yes > 0 and no > 0 for yes, no in expected(tree, made))
