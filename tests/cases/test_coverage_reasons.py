"""Reasons for what is uncovered: how a case file names it, and what is an error. The wording is in `tests/cli`."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadre_rules.diagnostics import PolicyError
from tests.cases.measuring import measured, told

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.cases.report import Report

POLICY = """\
parameters:
  n: {type: number, title: {zh: 规定数, en: figure}, values: {2000-01-01: 0}}
rules:
  - rule: r
    applies: {is: proposal.exceptional = true, title: {zh: 破格, en: exceptional}}
    when:
      title: {zh: 两项之一, en: one of two}
      any:
        - count(posts)   >   规定数
        - count(posts) > 5 and proposal.leading
    then: c0
    overrides: s
    unless:
      - {exception: e, title: {zh: 例外情形, en: the exception}, when: person.selected_graduate = true}
  - rule: s
    when: count(sanctions) > 0
    then: c1
"""
CASES = """\
  - {case: a, record: {person: {selected_graduate: false}, proposal: {exceptional: true}, posts: []}, expect: {}}
"""
REASON = "reason: {zh: 理由, en: why}"


def explained(folder: Path, *entries: str) -> Report:
    """Return the report with the entries of `uncovered`."""
    listed = "".join(f"  - {{{entry}, {REASON}}}\n" for entry in entries)
    return measured(folder, POLICY, CASES, head=f"uncovered:\n{listed}")


def reached(made: Report) -> list[str]:
    """Return the gaps that have a reason."""
    return [gap.removesuffix(" (explained)") for gap in told(made) if gap.endswith("(explained)")]


FIRST = "test r count(posts) > 规定数 true"
LEADING = "test r proposal.leading true,false"
EDGE = "boundary r count(posts) > 5 true"
SECOND = "test r count(posts) > 5 true,false"


@pytest.mark.parametrize(
    ("entry", "expected"),
    [
        ("rule: r, condition: count(posts) > 规定数", [FIRST]),
        ("rule: r, condition: 计数(任职经历)>规定数", [FIRST]),
        ("rule: r, condition: count(posts) > n", [FIRST]),
        ("rule: r, condition: made/up#r/when/0", [FIRST]),
        ("rule: r, condition: when/0", [FIRST]),
        ("rule: made/up#r, condition: proposal.leading", [LEADING]),
        ("rule: r, condition: count(posts) > 5 and proposal.leading", [SECOND, LEADING, EDGE]),
        ("rule: r, condition: 两项之一", [FIRST, SECOND, LEADING, EDGE]),
        ("rule: r, condition: exceptional", ["test r proposal.exceptional = true false"]),
        ("rule: r, condition: e", ["test r person.selected_graduate = true true", "exception r e true,false"]),
        ("rule: r, condition: 例外情形", ["test r person.selected_graduate = true true", "exception r e true,false"]),
        ("rule: r, condition: s", ["override r made/up#s true,false"]),
        ("rule: r, condition: boundary", [EDGE]),
        ("rule: r, condition: undetermined", ["state r undetermined true"]),
    ],
)  # fmt: skip
def test_how_a_reason_names_what_it_explains(tmp_path: Path, entry: str, expected: list[str]) -> None:
    assert reached(explained(tmp_path, entry)) == expected


def test_a_reason_covers_nothing(tmp_path: Path) -> None:
    plain, made = measured(tmp_path, POLICY, CASES), explained(tmp_path, "rule: r, condition: 两项之一")
    assert made.figures == plain.figures
    assert len(made.gaps) == len(plain.gaps)


def test_no_reason_is_taken_for_a_rule_that_is_never_fired(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        explained(tmp_path, "rule: r, condition: fired")
    assert caught.value.code == "C029"


def test_without_a_rule_the_conditions_of_policy_and_question_are_meant(tmp_path: Path) -> None:
    policy = "applies: person.selected_graduate = false\n" + POLICY
    question = "    applies: {is: count(posts) < 9, title: {zh: 任职不多, en: few posts}}\n"
    listed = "".join(
        f"  - {{condition: {name}, {REASON}}}\n" for name in ("few posts", "person.selected_graduate = false")
    )
    made = measured(tmp_path, policy, CASES, question=question, head=f"uncovered:\n{listed}")
    assert reached(made) == [
        "test question:q count(posts) < 9 false",
        "test made/up person.selected_graduate = false false",
    ]


def test_all_that_is_wrong_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(PolicyError) as caught:
        explained(
            tmp_path,
            "rule: r, condition: count(posts) > 6",
            "rule: t, condition: boundary",
            "rule: other/policy#r, condition: boundary",
            "condition: 两项之一",
            "rule: s, condition: row/1",
        )
    assert [d.code for d in caught.value.diagnostics] == ["C029"] * 5
    assert [d.position.line for d in caught.value.diagnostics if d.position] == [5, 6, 7, 8, 9]


def test_a_reason_for_what_is_covered_is_an_error(tmp_path: Path) -> None:
    cases = "".join(
        f"  - {{case: x{i}, record: {{person: {{selected_graduate: {i}}}, proposal: {{exceptional: true}},"
        f" posts: [{{id: a, start: 2020-01-01}}, {{id: b, start: 2020-01-01}}]}}, expect: {{}}}}\n"
        for i in ("true", "false")
    )
    head = f"uncovered:\n  - {{rule: r, condition: person.selected_graduate = true, {REASON}}}\n"
    with pytest.raises(PolicyError) as caught:
        measured(tmp_path, POLICY, cases, head=head)
    assert [d.code for d in caught.value.diagnostics] == ["C028"]
