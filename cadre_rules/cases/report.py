"""The report on the coverage of a run: tallies, gaps with their reasons, policies without cases, and the verdict.

In: the results of a run, what is asked for. Out: `Report`. It words nothing.
"""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.cases.coverage import coverage
from cadre_rules.cases.gaps import Figures, Gap, figures, gaps
from cadre_rules.cases.reasons import explain

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_rules.cases.running import FileResult
    from cadre_rules.cases.tally import Coverage

ASKED = Decimal(95)  # per cent of the tests


@dataclass(frozen=True)
class Report:
    """What the cases of a run show of the rules, and what they do not.

    `untested` are policies of the packs that no case file tests; `asked` is the share of tests that is asked for.
    """

    coverage: Coverage
    gaps: tuple[Gap, ...]
    untested: tuple[str, ...]
    figures: Figures
    asked: Decimal

    @property
    def passed(self) -> bool:
        """Whether no policy is without cases, every rule is fired and not fired, and enough tests are covered."""
        return not self.untested and self.figures.enough(self.asked)


def report(results: Sequence[FileResult], untested: Sequence[str] = (), asked: Decimal = ASKED) -> Report:
    """Return the report on a run; raises `PolicyError` for reasons in case files that explain nothing."""
    covered = coverage(results)
    found = gaps(covered)
    explain(covered, [result.located.file for result in results], found)
    return Report(covered, tuple(found), tuple(untested), figures(covered), asked)
