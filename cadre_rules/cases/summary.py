"""What is told of the cases of a file, without the policies and decisions that it came from.

In: the results of a file. Out: `FileSummary`, which can pass between processes. It compares nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.cases.comparing import Difference
    from cadre_rules.cases.running import CaseResult, FileResult
    from cadre_rules.diagnostics import Diagnostic, Position


@dataclass(frozen=True)
class CaseSummary:
    """What came of a case: its answer or the errors met instead, what differs, and of a failed one why."""

    name: str
    title: Text | None
    position: Position
    differences: tuple[Difference, ...]
    answer: str | None
    errors: tuple[Diagnostic, ...]
    why: Text | None

    @property
    def passed(self) -> bool:
        """Whether nothing differs from what is expected."""
        return not self.differences


@dataclass(frozen=True)
class FileSummary:
    """What came of the cases of one file that were run."""

    path: Path
    policy: str
    question: str
    cases: tuple[CaseSummary, ...]

    @property
    def failed(self) -> int:
        """How many cases failed."""
        return sum(not case.passed for case in self.cases)


def summary(result: FileResult) -> FileSummary:
    """Return what is told of the results of a file."""
    return FileSummary(result.path, result.policy, result.question, tuple(_case(case) for case in result.cases))


def _case(case: CaseResult) -> CaseSummary:
    answer, errors = case.decision.answer if case.decision else None, case.error.diagnostics if case.error else ()
    return CaseSummary(case.name, case.title, case.position, case.differences, answer, tuple(errors), _why(case))


def _why(case: CaseResult) -> Text | None:
    """Return the explanation of a case that failed, or the error that it met."""
    if case.passed:
        return None
    if case.error is not None:
        return Text(case.error.render("zh"), case.error.render("en"))
    return Text(case.decision.explain("zh"), case.decision.explain("en")) if case.decision is not None else None
