"""What cases show of rules: states, exceptions, overrides, rows, and which tests decide a condition."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.measuring import CASES, HEAD, decided, leaves, measured, rule, told

if TYPE_CHECKING:
    from pathlib import Path

LEADING = "  - {case: %s, record: {proposal: {leading: %s}}, expect: {}}\n"
YES, NO = LEADING % ("yes", "true"), LEADING % ("no", "false")
OPEN = "  - {case: open, record: {proposal: {}}, expect: {}}\n"
RULE = "rules:\n  - {rule: r, when: proposal.leading = true, then: c0}\n"


def test_a_case_counts_in_the_state_that_it_gives_a_rule(tmp_path: Path) -> None:
    made = measured(tmp_path, RULE, YES + NO + OPEN + LEADING % ("again", "true"))
    assert dict(rule(made).states) == {"fired": 2, "not fired": 1, "undetermined": 1}
    assert made.passed
    assert made.gaps == ()


@pytest.mark.parametrize(
    ("cases", "missing"),
    [(NO + OPEN, "fired"), (YES + OPEN, "not fired")],
)
def test_a_rule_that_is_never_fired_or_always_is_a_gap_that_fails(tmp_path: Path, cases: str, missing: str) -> None:
    made = measured(tmp_path, RULE, cases, asked=0)  # type: ignore[arg-type]
    assert f"state r {missing} true" in told(made)
    assert not made.passed


def test_a_rule_that_no_fact_leaves_open_is_a_gap_that_does_not_fail(tmp_path: Path) -> None:
    made = measured(tmp_path, RULE, YES + NO)
    assert told(made) == ["state r undetermined true"]
    assert made.passed


def test_cases_that_fail_and_those_that_expect_an_error_do_not_count(tmp_path: Path) -> None:
    failing = "  - {case: yes, record: {proposal: {leading: true}}, expect: {answer: nothing concluded}}\n"
    refused = "  - {case: refused, record: {proposal: {leading: often}}, error: R005}\n"
    made = measured(tmp_path, RULE, failing + refused + NO)
    assert dict(rule(made).states) == {"not fired": 1}
    assert decided(made) == [(0, 1)]


def test_a_condition_counts_only_where_it_is_looked_at(tmp_path: Path) -> None:
    policy = (
        "applies: person.selected_graduate = true\n"
        "rules:\n  - {rule: r, applies: proposal.exceptional = true, when: proposal.leading = true, then: c0}\n"
    )
    record = "  - {case: %s, record: {person: {%s}, proposal: {leading: true%s}}, expect: {}}\n"
    made = measured(
        tmp_path,
        policy,
        record % ("outside", "selected_graduate: false", ", exceptional: true")
        + record % ("unclear", "", ", exceptional: true")
        + record % ("not-this-rule", "selected_graduate: true", ", exceptional: false")
        + record % ("rule-unclear", "selected_graduate: true", "")
        + record % ("looked-at", "selected_graduate: true", ", exceptional: true"),
    )
    (own,) = made.coverage.policies[0].conditions.values()
    assert [(leaf.decided.yes, leaf.decided.no) for leaf in own.tests.values()] == [(3, 1)]
    assert decided(made) == [(1, 1), (1, 0)]


def test_what_a_question_asks_of_its_subject_counts_once(tmp_path: Path) -> None:
    policy = RULE + "  - {rule: s, when: proposal.leading = false, then: c1}\n"
    applies = "    applies: {is: person.selected_graduate = true, title: {zh: 选调生, en: a graduate}}\n"
    record = "  - {case: %s, record: {person: {selected_graduate: %s}, proposal: {leading: true}}, expect: {}}\n"
    made = measured(tmp_path, policy, record % ("a", "true") + record % ("b", "false"), question=applies)
    assert [leaf.decided.met for leaf in made.coverage.questions[0].tests] == [True]
    assert (made.figures.tests, made.figures.covered) == (3, 1)


def test_a_procedure_whose_steps_are_a_parameter_counts_the_steps_of_every_value(tmp_path: Path) -> None:
    policy = (
        "parameters:\n  order:\n    type: list of text\n    title: {zh: 审批次序, en: order}\n"
        "    values: {2024-01-01: [甲], 2025-01-01: [甲, 乙]}\n"
        "rules:\n  - {rule: r, procedure: {steps: order}, otherwise: c0}\n"
    )
    case = "  - {case: %s, as_of: %s, record: {steps: [%s]}, expect: {}}\n"
    step = "{id: %s, matter: null, step: %s, on: 2023-01-0%s}"
    made = measured(
        tmp_path,
        policy,
        case % ("open", "2023-06-01", "")
        + case % ("one", "2024-06-01", step % ("s1", "甲", 1))
        + case % ("missing", "2024-06-01", "")
        + case % ("both", "2025-06-01", step % ("s1", "甲", 1) + ", " + step % ("s2", "乙", 2))
        + case % ("second-missing", "2025-06-01", step % ("s1", "甲", 1)),
    )
    assert dict(rule(made).states) == {"undetermined": 1, "not fired": 2, "fired": 2}
    assert decided(made) == [(2, 1), (1, 1), (1, 0)]


# which tests decide ---------------------------------------------------------------------------------------------

FACTS = ("proposal.leading", "proposal.exceptional", "person.selected_graduate")
A, B, C = FACTS


def given(**values: str) -> str:
    """Return a case in which the facts a, b, c are as told; what is not told is not known."""
    names = {"a": "leading", "b": "exceptional"}
    proposal = ", ".join(f"{names[k]}: {v}" for k, v in values.items() if k in names)
    person = f"selected_graduate: {values['c']}" if "c" in values else ""
    name = "-".join(f"{k}{v}" for k, v in values.items())
    return f"  - {{case: x{name}, record: {{person: {{{person}}}, proposal: {{{proposal}}}}}, expect: {{}}}}\n"


T, F = "true", "false"


@pytest.mark.parametrize(
    ("when", "cases", "expected"),
    [
        pytest.param(f"{A} and {B}", given(a=T, b=T), [(1, 0), (1, 0)], id="both of and"),
        pytest.param(f"{A} and {B}", given(a=F, b=T), [(0, 1), (0, 0)], id="one false decides"),
        pytest.param(f"{A} and {B}", given(a=F, b=F), [(0, 0), (0, 0)], id="two false mask each other"),
        pytest.param(f"{A} and {B}", given(a=F), [(0, 0), (0, 0)], id="what is unknown masks nothing"),
        pytest.param(f"{A} or {B}", given(a=T, b=T), [(0, 0), (0, 0)], id="two true mask each other"),
        pytest.param(f"{A} or {B}", given(a=T, b=F), [(1, 0), (0, 0)], id="one true decides"),
        pytest.param(f"{A} or {B}", given(a=F, b=F), [(0, 1), (0, 1)], id="both of or"),
        pytest.param(f"{A} or ({B} and {C})", given(a=F, b=T, c=T), [(0, 0), (1, 0), (1, 0)], id="nested, true"),
        pytest.param(f"{A} or ({B} and {C})", given(a=T, b=F), [(1, 0), (0, 0), (0, 0)], id="known in spite of c"),
        pytest.param(f"not({A}) and {B}", given(a=T, b=T), [(1, 0), (0, 0)], id="not"),
        pytest.param(f"{{all: ['{A}', {{not: '{B}'}}]}}", given(a=T, b=F), [(1, 0), (0, 1)], id="all and not"),
        pytest.param(f"{{any: [{A} and {B}, '{C}']}}", given(a=T, b=F, c=F), [(0, 0), (0, 1), (0, 1)], id="any"),
        pytest.param(f"({A} and {B}) or (not({A}) and {C})", given(a=T, b=T, c=F), [(1, 0), (1, 0), (0, 0), (0, 0)],
                     id="a test that stands twice counts where it stands"),
    ],
)  # fmt: skip
def test_which_tests_decide(tmp_path: Path, when: str, cases: str, expected: list[tuple[int, int]]) -> None:
    made = measured(tmp_path, f"rules:\n  - {{rule: r, when: {when}, then: c0}}\n", cases)
    assert decided(made) == expected


DATED = "proposal.motion_on"
GUARDED = [
    pytest.param(f"{DATED} != null and {DATED} < as_of", "null", [(0, 1), (0, 0)], id="and: the guard decides"),
    pytest.param(f"{DATED} != null and {DATED} < as_of", "2025-01-01", [(1, 0), (1, 0)], id="and: both decide"),
    pytest.param(f"{DATED} != null and {DATED} < as_of", "2025-07-01", [(0, 0), (0, 1)], id="and: guard masked"),
    pytest.param(f"{DATED} = null or {DATED} < as_of", "null", [(1, 0), (0, 0)], id="or: the guard decides"),
    pytest.param(
        f"{{all: ['{DATED} != null', {{any: ['{DATED} < as_of', proposal.leading = true]}}]}}",
        "null, leading: false",
        [(0, 1), (0, 0), (0, 0)],
        id="behind an any: what is not looked at may be either",
    ),
    pytest.param(
        f"{{all: ['{DATED} != null', '{DATED} < as_of', proposal.leading = true]}}",
        "null, leading: false",
        [(0, 0), (0, 0), (0, 0)],
        id="masked by what is known",
    ),
    pytest.param(
        f"{DATED} != null and (if {DATED} != null then {DATED} < as_of else false)",
        "null",
        [(0, 0), (0, 0)],
        id="a test that guards itself is looked at",
    ),
    pytest.param(
        f"{DATED} != null and (if {DATED} != null and {DATED} < as_of then true else false)",
        "null",
        [(0, 0), (0, 0)],
        id="so is one that guards itself within an and",
    ),
    pytest.param(
        "{all: [count(posts) > 0, 'posts[-1].leading = true']}",
        "null",
        [(0, 1), (0, 0)],
        id="the last of an empty list",
    ),
    pytest.param(
        "{all: ['proposal.title != null', 'proposal.title = \"局长\"']}",
        "null, title: null",
        [(0, 1), (0, 0)],
        id="what is false for null, too, is not looked at",
    ),
    pytest.param(
        f"{{all: ['{DATED} != null', 'count(posts[start > {DATED}]) = 0']}}",
        "null",
        [(0, 1), (0, 0)],
        id="read inside of a filter",
    ),
]


@pytest.mark.parametrize(("when", "value", "expected"), GUARDED)
def test_a_guard_decides_by_itself(tmp_path: Path, when: str, value: str, expected: list[tuple[int, int]]) -> None:
    case = f"  - {{case: x, record: {{posts: [], proposal: {{motion_on: {value}}}}}, expect: {{}}}}\n"
    made = measured(tmp_path, f"rules:\n  - rule: r\n    when: {when}\n    then: c0\n", case)
    assert decided(made) == expected


def test_a_test_that_is_never_covered_is_named_as_the_policy_writes_it(tmp_path: Path) -> None:
    policy = "rules:\n  - {rule: r, when: 拟任事项.领导职务  and 拟任事项.破格 = true, then: c0}\n"
    made = measured(tmp_path, policy, given(a=T, b=T) + given(a=F, b=T))
    assert [leaf.feel for leaf in leaves(made)] == ["拟任事项.领导职务", "拟任事项.破格 = true"]
    assert told(made) == ["state r undetermined true", "test r 拟任事项.破格 = true false"]
    assert str(made.figures.share()) == "50"
    assert not made.passed


# exceptions, overrides, rows ------------------------------------------------------------------------------------

EXCEPTED = """\
rules:
  - rule: r
    require: proposal.leading = true
    otherwise: c0
    unless: [{exception: e, when: proposal.exceptional = true}]
"""


def test_an_exception_counts_where_the_rule_would_apply(tmp_path: Path) -> None:
    cases = given(a=F, b=T) + given(a=T, b=T) + given(a=T, b=F) + given(b=T)
    made = measured(tmp_path, EXCEPTED, cases)
    held = rule(made).exceptions["e"].held
    assert (held.yes, held.no) == (1, 0)
    assert "exception r e false" in told(made)
    assert rule(made).states["excepted"] == 1


OVERRIDES = """\
rules:
  - {rule: r, when: proposal.leading = true, then: c0}
  - {rule: s, when: proposal.exceptional = true, then: c1, overrides: r}
"""


@pytest.mark.parametrize(
    ("cases", "expected", "gap"),
    [
        (given(a=T, b=T) + given(a=T, b=F), (1, 1), None),
        (given(a=T, b=T) + given(a=F, b=F), (1, 0), "override s made/up#r false"),
        (given(a=F, b=T) + given(a=T, b=F), (0, 1), "override s made/up#r true"),
    ],
)
def test_an_override_counts_where_the_other_rule_would_apply(
    tmp_path: Path, cases: str, expected: tuple[int, int], gap: str | None
) -> None:
    made = measured(tmp_path, OVERRIDES, cases)
    taken = rule(made, "s").overrides["made/up#r"].taken
    assert (taken.yes, taken.no) == expected
    assert [g for g in told(made) if g.startswith("override")] == ([gap] if gap else [])


def test_a_rule_that_only_loses_its_place_is_never_fired(tmp_path: Path) -> None:
    made = measured(tmp_path, OVERRIDES, given(a=T, b=T) + given(a=F, b=T))
    assert dict(rule(made).states) == {"overridden": 1, "not fired": 1}
    assert "state r fired true" in told(made)


TABLE = """\
rules:
  - rule: r
    table:
      inputs: [{expression: count(posts)}]
      outputs: [{name: result}]
      hit_policy: F
      rules:
        - {when: '> 1', then: '"c0"'}
        - {when: '> 0', then: '"c1"'}
        - {when: '-', then: 'null'}
"""


def test_a_row_counts_where_no_other_goes_before_it(tmp_path: Path) -> None:
    one, other = "{id: a, start: 2020-01-01, end: null}", "{id: b, start: 2020-01-01, end: null}"
    posts = ["", one, f"{one}, {other}"]
    cases = "".join(f"  - {{case: x{i}, record: {{posts: [{p}]}}, expect: {{}}}}\n" for i, p in enumerate(posts))
    made = measured(tmp_path, TABLE, cases)
    assert [(row.counted.yes, row.counted.no) for row in rule(made).rows] == [(1, 2), (1, 2), (1, 2)]
    assert not [gap for gap in told(made) if gap.startswith("row")]
    assert rule(made).tests == []


def test_a_row_that_another_always_goes_before_never_counts(tmp_path: Path) -> None:
    table = TABLE.replace("'> 0', then: '\"c1\"'", "'> 2', then: '\"c1\"'")
    posts = ["", ", ".join(f"{{id: p{i}, start: 2020-01-01, end: null}}" for i in range(4))]
    cases = "".join(f"  - {{case: x{i}, record: {{posts: [{p}]}}, expect: {{}}}}\n" for i, p in enumerate(posts))
    assert "row r row/2 true" in told(measured(tmp_path, table, cases))


def test_a_row_that_always_counts_misses_nothing(tmp_path: Path) -> None:
    table = TABLE[: TABLE.index("        - {when: '> 1'")] + "        - {when: '-', then: '\"c0\"'}\n"
    made = measured(tmp_path, table, "  - {case: x, record: {posts: []}, expect: {}}\n")
    assert not [gap for gap in told(made) if gap.startswith("row")]


def test_policies_that_answer_one_question_count_alike(tmp_path: Path) -> None:
    """Cases of either file count for both, whichever is read first."""
    other = HEAD.replace("made/up", "made/other") + RULE.replace("leading", "exceptional").replace("c0", "c1")
    tmp_path.joinpath("other.yaml").write_text(other, encoding="utf-8")
    file = CASES.replace("made/up", "made/other") + "cases:\n" + given(a="true", b="true") + given(b="false")
    tmp_path.joinpath("other.cases.yaml").write_text(file, encoding="utf-8")
    made = measured(tmp_path, RULE, YES + NO + OPEN)
    states = {p.policy.id: dict(p.rules["r"].states) for p in made.coverage.policies}
    assert states == {
        "made/other": {"fired": 1, "not fired": 1, "undetermined": 3},
        "made/up": {"fired": 2, "not fired": 1, "undetermined": 2},
    }
    assert [p.rules["r"].tests[0].decided.met for p in made.coverage.policies] == [True, True]


def test_a_policy_without_cases_is_told(tmp_path: Path) -> None:
    for name in ("other", "draft"):
        status = "status: unverified\n" if name == "draft" else ""
        tmp_path.joinpath(f"{name}.yaml").write_text(
            f"policy: made/{name}\ntitle: {{zh: 另一政策, en: another}}\n{status}"
            "source: {document: d, clause: c, issuer: {zh: 甲, en: A}}\nin_force: {from: 2000-01-01}\n"
            "question: q\nsubject: cadre\nrules:\n  - {rule: s, when: proposal.leading = true, then: c1}\n",
            encoding="utf-8",
        )
    made = measured(tmp_path, RULE, YES + NO + OPEN)
    assert made.untested == ("made/other",)
    assert made.gaps == ()
    assert not made.passed
