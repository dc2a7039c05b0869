"""What the cases of a run have shown of rules: figures that are counted up, case by case.

In: nothing. Out: the classes that `coverage` fills, and what is covered by them. They count cases that passed.
"""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.diagnostics import Text
    from cadre_rules.policy.linked import Policy, Question, Rule

Part = Literal["question", "policy", "applies", "require", "when", "unless"]
FIRED, NOT_FIRED = "fired", "not fired"
STATES = (FIRED, NOT_FIRED, "undetermined", "not applicable", "excepted", "overridden", "not in force")


@dataclass
class Both:
    """Two sides that both want a case: a test true and false, an exception that holds and does not, and so on."""

    yes: int = 0
    no: int = 0

    def add(self, side: bool) -> None:
        """Count one case."""
        if side:
            self.yes += 1
        else:
            self.no += 1

    @property
    def met(self) -> bool:
        """Whether there is a case of each."""
        return bool(self.yes and self.no)


@dataclass
class Leaf:
    """A test of a condition; counted are the cases in which it decides, as true and as false.

    `text` says it in words, `feel` as the policy writes it; `names` are all ways to write it in a case file.
    """

    id: str
    text: Text
    feel: str
    names: tuple[str, ...]
    decided: Both = field(default_factory=Both)

    @property
    def covered(self) -> bool:
        """Whether it decided as true in one case and as false in another."""
        return self.decided.met


@dataclass
class Condition:
    """A condition of a rule, of a policy or of a question, with its tests.

    `clause` is the name of the exception whose condition it is; `groups` are names of its junctions (`all`, `any`,
    `not`) with the tests in each.
    """

    id: str
    part: Part
    clause: str
    tests: dict[str, Leaf]
    groups: tuple[tuple[tuple[str, ...], tuple[str, ...]], ...] = ()


@dataclass
class Clause:
    """An exception, and the cases in which the rule would take effect but for it: it holds, or does not."""

    name: str
    title: Text | None
    held: Both = field(default_factory=Both)


@dataclass
class Place:
    """A rule whose place is taken, and the cases in which it would take effect: its place is taken, or is not.

    `by_rank` where that follows from the layers and no `overrides` says it.
    """

    rule: str
    by_rank: bool
    taken: Both = field(default_factory=Both)


@dataclass
class Row:
    """A row of a table, and the cases in which the rule applies: the row counts (it matches, and none goes before it
    that matches), or does not. One that asks for nothing `always` does."""

    always: bool
    counted: Both = field(default_factory=Both)


@dataclass
class Edges:
    """The boundaries of a rule, by the ids of tests (empty for what the rule has as a whole), and the cases on them."""

    cases: dict[str, list[str]] = field(default_factory=dict)

    def add(self, case: str, met: Iterable[str]) -> None:
        """Count a case that stands on some of them."""
        for id_ in met:
            self.cases[id_].append(case)

    @property
    def met(self) -> bool | None:
        """Whether there is a case on each of them; None where the rule has no boundary."""
        return all(self.cases.values()) if self.cases else None


@dataclass
class RuleTally:
    """The figures of one rule."""

    rule: Rule
    states: Counter[str] = field(default_factory=Counter)
    conditions: dict[str, Condition] = field(default_factory=dict)
    exceptions: dict[str, Clause] = field(default_factory=dict)
    overrides: dict[str, Place] = field(default_factory=dict)
    rows: list[Row] = field(default_factory=list)
    edges: Edges = field(default_factory=Edges)

    @property
    def tests(self) -> list[Leaf]:
        """All tests of its conditions."""
        return [test for condition in self.conditions.values() for test in condition.tests.values()]


@dataclass
class PolicyTally:
    """The figures of one policy: its rules, and the condition under which it applies."""

    policy: Policy
    conditions: dict[str, Condition] = field(default_factory=dict)
    rules: dict[str, RuleTally] = field(default_factory=dict)

    @property
    def tests(self) -> list[Leaf]:
        """All tests of all its conditions, those of its rules included."""
        own = [test for condition in self.conditions.values() for test in condition.tests.values()]
        return own + [test for rule in self.rules.values() for test in rule.tests]


@dataclass
class QuestionTally:
    """The figures of one question: the condition under which it applies."""

    question: Question
    conditions: dict[str, Condition] = field(default_factory=dict)

    @property
    def id(self) -> str:
        """What a gap calls it."""
        return f"question:{self.question.name}"

    @property
    def tests(self) -> list[Leaf]:
        """All tests of its condition."""
        return [test for condition in self.conditions.values() for test in condition.tests.values()]


@dataclass
class Coverage:
    """What the cases of a run have shown: of the policies that they test, and of the questions that these answer."""

    policies: list[PolicyTally]
    questions: list[QuestionTally]

    @property
    def tests(self) -> list[Leaf]:
        """All tests of all conditions, each once."""
        asked = [test for question in self.questions for test in question.tests]
        return asked + [test for policy in self.policies for test in policy.tests]
