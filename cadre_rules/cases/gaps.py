"""What the cases of a run do not show: the cases that are still to be written, and why some are not.

In: tallies. Out: `Gap`s, and whether what is asked for is there. It counts nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from typing import TYPE_CHECKING, Literal

from cadre_rules.cases.tally import FIRED, NOT_FIRED

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from decimal import Decimal

    from cadre_rules.cases.tally import Both, Condition, Coverage, Leaf, RuleTally
    from cadre_rules.diagnostics import Text

Kind = Literal["state", "boundary", "exception", "override", "row", "test"]
UNDETERMINED, BOUNDARY = "undetermined", "boundary"


@dataclass
class Gap:
    """Something that no case shows.

    `rule` is the id of the rule, or of the policy or question whose own condition it is; `item` what of it: a state,
    the name of an exception, a rule, a row, the id of a test. `missing` are the sides without a case, `reason` says
    why there is none.
    """

    kind: Kind
    rule: str
    item: str
    missing: tuple[bool, ...]
    leaf: Leaf | None = None
    reason: Text | None = None

    @property
    def failing(self) -> bool:
        """Whether it is a gap that by itself makes a run fail: a rule that is never fired, or never not fired."""
        return self.kind == "state" and self.item != UNDETERMINED


@dataclass
class Figures:
    """The figures of a whole run."""

    rules: int
    fired: int
    not_fired: int
    tests: int
    covered: int

    def share(self) -> Fraction:
        """Return the share of tests that are covered, in per cent; all of them where there are none."""
        return Fraction(100 * self.covered, self.tests) if self.tests else Fraction(100)

    def enough(self, asked: Decimal) -> bool:
        """Return whether every rule is fired and not fired, and enough tests are covered."""
        return self.fired == self.not_fired == self.rules and self.share() >= Fraction(asked)


def figures(coverage: Coverage) -> Figures:
    """Return the figures of a run."""
    rules = [rule for policy in coverage.policies for rule in policy.rules.values()]
    tests = coverage.tests
    return Figures(
        len(rules),
        sum(bool(rule.states[FIRED]) for rule in rules),
        sum(bool(rule.states[NOT_FIRED]) for rule in rules),
        len(tests),
        sum(test.covered for test in tests),
    )


def gaps(coverage: Coverage) -> list[Gap]:
    """Return what the cases of a run do not show."""
    found = [gap for asked in coverage.questions for gap in _tests(asked.id, asked.conditions.values())]
    for policy in coverage.policies:
        found += _tests(policy.policy.id, policy.conditions.values())
        for rule in policy.rules.values():
            found += _rule(rule)
    return found


def _rule(tally: RuleTally) -> Iterator[Gap]:
    id_ = tally.rule.id
    for state in (FIRED, NOT_FIRED, UNDETERMINED):
        if not tally.states[state]:
            yield Gap("state", id_, state, (True,))
    yield from _tests(id_, tally.conditions.values())
    leaves = {leaf.id: leaf for leaf in tally.tests}
    for test, cases in tally.edges.cases.items():
        if not cases:
            yield Gap("boundary", id_, BOUNDARY, (True,), leaves.get(test))
    for clause in tally.exceptions.values():
        yield from _both("exception", id_, clause.name, clause.held)
    for place in tally.overrides.values():
        if not place.by_rank:
            yield from _both("override", id_, place.rule, place.taken)
    for number, row in enumerate(tally.rows, 1):
        for gap in _both("row", id_, f"row/{number}", row.counted):
            if not (row.always and gap.missing == (False,)):
                yield gap


def _both(kind: Kind, rule: str, item: str, both: Both, leaf: Leaf | None = None) -> Iterator[Gap]:
    missing = tuple(side for side, count in ((True, both.yes), (False, both.no)) if not count)
    if missing:
        yield Gap(kind, rule, item, missing, leaf)


def _tests(rule: str, conditions: Iterable[Condition]) -> Iterator[Gap]:
    for condition in conditions:
        for leaf in condition.tests.values():
            yield from _both("test", rule, leaf.id, leaf.decided, leaf)
