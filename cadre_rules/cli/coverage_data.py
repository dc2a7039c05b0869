"""The report on coverage as data, for `--format json`. In: a `Report`. Out: plain data, texts in both languages."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.cases.boundary import WHOLE
from cadre_rules.cases.tally import STATES
from cadre_rules.cli.coverage_text import gap_text, percent

if TYPE_CHECKING:
    from cadre_rules.cases.gaps import Gap
    from cadre_rules.cases.report import Report
    from cadre_rules.cases.tally import Condition, PolicyTally, RuleTally


def report_data(report: Report) -> dict[str, Any]:
    """Return a report as plain data; the keys are described in `docs/cli.md`."""
    figures = report.figures
    return {
        "passed": report.passed,
        "rules": figures.rules,
        "fired": figures.fired,
        "not_fired": figures.not_fired,
        "tests": figures.tests,
        "covered": figures.covered,
        "mcdc": percent(figures.share()).removesuffix("%"),
        "asked": f"{report.asked:f}",
        "questions": [
            {"question": q.question.name, "conditions": [_condition(c) for c in q.conditions.values()]}
            for q in report.coverage.questions
        ],
        "policies": [_policy(policy) for policy in report.coverage.policies],
        "untested": list(report.untested),
        "missing": [_gap(gap) for gap in report.gaps],
    }


def _policy(tally: PolicyTally) -> dict[str, Any]:
    return {
        "policy": tally.policy.id,
        "title": tally.policy.title._asdict(),
        "conditions": [_condition(condition) for condition in tally.conditions.values()],
        "rules": [_rule(rule) for rule in tally.rules.values()],
    }


def _rule(tally: RuleTally) -> dict[str, Any]:
    return {
        "rule": tally.rule.id,
        "title": tally.rule.title._asdict() if tally.rule.title else None,
        "states": {state: tally.states[state] for state in STATES},
        "boundary": None
        if tally.edges.met is None
        else [{"test": test if test != WHOLE else None, "cases": cases} for test, cases in tally.edges.cases.items()],
        "conditions": [_condition(condition) for condition in tally.conditions.values()],
        "exceptions": [
            {"exception": c.name, "held": c.held.yes, "not_held": c.held.no} for c in tally.exceptions.values()
        ],
        "overrides": [
            {"rule": p.rule, "by_rank": p.by_rank, "displaced": p.taken.yes, "not_displaced": p.taken.no}
            for p in tally.overrides.values()
        ],
        "rows": [
            {"row": n, "counted": row.counted.yes, "not_counted": row.counted.no} for n, row in enumerate(tally.rows, 1)
        ],
    }


def _condition(condition: Condition) -> dict[str, Any]:
    return {
        "id": condition.id,
        "part": condition.part,
        "exception": condition.clause or None,
        "tests": [
            {
                "id": leaf.id,
                "text": leaf.text._asdict(),
                "feel": leaf.feel,
                "true": leaf.decided.yes,
                "false": leaf.decided.no,
                "covered": leaf.covered,
            }
            for leaf in condition.tests.values()
        ],
    }


def _gap(gap: Gap) -> dict[str, Any]:
    return {
        "kind": gap.kind,
        "rule": gap.rule,
        "item": gap.leaf.id if gap.leaf else gap.item,
        "sides": list(gap.missing),
        "text": gap_text(gap)._asdict(),
        "reason": gap.reason._asdict() if gap.reason else None,
    }
