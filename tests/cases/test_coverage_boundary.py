"""Which rules have a boundary, and which cases stand on it."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cases.measuring import measured, rule, told

if TYPE_CHECKING:
    from pathlib import Path

POST = "{id: p, start: %s, end: null, leading: true}"


def on(folder: Path, when: str, record: str, *, day: str = "2025-06-01", policy: str = "") -> bool | None:
    """Return whether a case stands on the boundary of a rule; None where the rule has none."""
    case = f"  - {{case: x, as_of: {day}, record: {{{record}}}, expect: {{}}}}\n"
    made = measured(folder, f"{policy}rules:\n  - rule: r\n    when: {when}\n    then: c0\n", case)
    assert sum(rule(made).states.values()) == 1, "the record is refused"
    return rule(made).edges.met


SPAN = 'total service(posts) >= @"P2Y"'


@pytest.mark.parametrize(
    ("when", "record", "day", "expected"),
    [
        # figures: equal, or one step changes the test
        ("count(posts) >= 2", "posts: [{id: a, start: 2020-01-01}, {id: b, start: 2020-01-01}]", "", True),
        ("count(posts) >= 2", "posts: [{id: a, start: 2020-01-01}]", "", True),
        ("count(posts) >= 2", "posts: []", "", False),
        ("count(posts) > 2", "posts: [{id: a, start: 2020-01-01}]", "", False),
        ("2 <= count(posts)", "posts: [{id: a, start: 2020-01-01}]", "", True),
        ("count(posts) between 1 and 3", "posts: []", "", True),
        ("count(posts) in [2..4]", "posts: []", "", False),
        ("count(posts) in (< 1, > 4)", "posts: []", "", True),
        ("not(count(posts) < 1)", "posts: []", "", True),
        # what is not known stands nowhere
        ("count(posts) >= 1", "person: {}", "", False),
        # dates: a day
        ("proposal.filled_on < @\"2024-05-01\"", "proposal: {filled_on: 2024-05-01}", "", True),
        ("proposal.filled_on < @\"2024-05-01\"", "proposal: {filled_on: 2024-04-30}", "", True),
        ("proposal.filled_on < @\"2024-05-01\"", "proposal: {filled_on: 2024-04-29}", "", False),
        ("as_of >= proposal.filled_on", "proposal: {filled_on: 2025-06-02}", "", True),
        ("as_of >= proposal.filled_on", "proposal: {filled_on: 2025-06-03}", "", False),
        # an enumeration with an order: the next value
        ('proposal.level >= "township-section chief"', "proposal: {level: township-section chief}", "", True),
        ('proposal.level >= "township-section chief"', "proposal: {level: township-section deputy}", "", True),
        ('proposal.level >= "township-section chief"', "proposal: {level: county-division chief}", "", False),
        # a span that grows with the decision date: the day on which it is full, and the day before
        (SPAN, f"posts: [{POST % '2023-06-01'}]", "2025-06-01", True),
        (SPAN, f"posts: [{POST % '2023-06-01'}]", "2025-05-31", True),
        (SPAN, f"posts: [{POST % '2023-06-01'}]", "2025-05-30", False),
        (SPAN, f"posts: [{POST % '2023-06-01'}]", "2025-06-02", False),
        ("age(person.birth_date, as_of) >= 50", "person: {birth_date: 1975-06-01}", "2025-06-01", True),
        ("age(person.birth_date, as_of) >= 50", "person: {birth_date: 1975-06-01}", "2025-06-02", False),
        # a span between dates of the record: in whole months, equal
        ('complete months(proposal.filled_on, proposal.age_counted_on) >= @"P6M"',
         "proposal: {filled_on: 2024-01-01, age_counted_on: 2024-07-02}", "", True),
        # no order, no date: no boundary
        ("proposal.leading = true", "proposal: {leading: true}", "", None),
        ("count(posts) = 2", "posts: []", "", None),
        ("concluded(c1)", "posts: []", "", None),
    ],
)  # fmt: skip
def test_a_test_that_is_an_ordered_comparison(
    tmp_path: Path, when: str, record: str, day: str, expected: bool | None
) -> None:
    assert on(tmp_path, f"'{when}'", record, day=day or "2025-06-01") is expected


DEFINED = """\
definitions:
  known: 'talks[on <= as_of]'
  reached: 'some a in assessments satisfies a.score != null and a.score >= 90'
"""
TALK = "talks: [{id: t, kind: admonition talk, on: %s, assessment_year: null}]"
SCORES = "assessments: [{year: 2024, kind: annual, score: %s}, {year: 2023, kind: annual, score: %s}]"


@pytest.mark.parametrize(
    ("when", "record", "expected"),
    [
        pytest.param("count(known) = 1", TALK % "2025-06-01", True, id="begins on the day"),
        pytest.param("count(known) = 1", TALK % "2025-06-02", True, id="begins on the day after"),
        pytest.param("count(known) = 1", TALK % "2025-05-31", False, id="began the day before"),
        pytest.param("reached", SCORES % (90, 20), True, id="a figure inside of a definition"),
        pytest.param("reached", SCORES % (89, 20), True, id="one short of it"),
        pytest.param("reached", SCORES % (88, 20), False, id="two short of it"),
        pytest.param("reached", SCORES % (90, 95), False, id="on it, and nothing hangs on it"),
        pytest.param("not(reached)", "person: {}", False, id="nothing known"),
    ],
)
def test_what_is_inside_of_a_test(tmp_path: Path, when: str, record: str, expected: bool) -> None:
    assert on(tmp_path, when, record, policy=DEFINED) is expected


def test_every_test_that_is_an_ordered_comparison_has_a_boundary_of_its_own(tmp_path: Path) -> None:
    policy = f"rules:\n  - rule: r\n    when: {{all: ['count(sanctions) > 0', '{SPAN}']}}\n    then: c0\n"
    record = f"  - {{case: x, record: {{sanctions: [], posts: [{POST % '2020-06-01'}]}}, expect: {{}}}}\n"
    made = measured(tmp_path, policy, record)
    assert rule(made).edges.cases == {"made/up#r/when/0": ["x"], "made/up#r/when/1": []}
    assert rule(made).edges.met is False
    assert 'boundary r total service(posts) >= @"P2Y" true' in told(made)


def test_a_case_in_which_a_condition_is_not_looked_at_stands_on_none_of_its_boundaries(tmp_path: Path) -> None:
    policy = "rules:\n  - {rule: r, applies: proposal.leading = true, when: count(posts) > 0, then: c0}\n"
    record = "  - {case: %s, record: {proposal: {leading: %s}, posts: []}, expect: {}}\n"
    assert rule(measured(tmp_path, policy, record % ("x", "false"))).edges.met is False
    assert rule(measured(tmp_path, policy, record % ("x", "true"))).edges.met is True


def test_the_rows_of_a_table_have_one_together(tmp_path: Path) -> None:
    table = """\
rules:
  - rule: r
    table:
      inputs: [{expression: count(posts)}, {expression: count(sanctions)}]
      outputs: [{name: result}]
      hit_policy: F
      rules:
        - {when: ['> 5', '-'], then: '"c0"'}
        - {when: ['-', '> 3'], then: '"c1"'}
        - {when: ['-', '-'], then: 'null'}
"""
    record = "  - {case: x, record: {posts: [], sanctions: [%s]}, expect: {}}\n"
    sanctions = ", ".join(f"{{id: s{i}, kind: warning, decided_on: 2024-01-0{i + 1}}}" for i in range(3))
    assert rule(measured(tmp_path, table, record % "")).edges.cases == {"": []}
    assert rule(measured(tmp_path, table, record % sanctions)).edges.cases == {"": ["x"]}


def test_the_day_before_may_have_another_plan(tmp_path: Path) -> None:
    """On the day before another value of a parameter holds, so that the steps stand elsewhere."""
    policy = (
        "parameters:\n  n: {type: number, title: {zh: 数, en: n}, values: {2000-01-01: 1, 2025-06-01: 9}}\n"
        "rules:\n  - {rule: r, when: count(posts) + as_of.year - as_of.year >= n - 4, then: c0}\n"
    )
    record = "  - {case: x, record: {posts: [{id: a, start: 2020-01-01}, {id: b, start: 2020-01-01}]}, expect: {}}\n"
    assert rule(measured(tmp_path, policy, record)).edges.met is True


def test_the_first_and_the_last_day_there_are(tmp_path: Path) -> None:
    policy = "rules:\n  - {rule: r, when: as_of > person.birth_date, then: c0}\n"
    head = "  - {case: %s, as_of: %s, record: {person: {birth_date: 1990-01-01}}, expect: {}}\n"
    made = measured(tmp_path, policy, head % ("first", "0001-01-01") + head % ("last", "9999-12-31"))
    assert rule(made).edges.met is False
