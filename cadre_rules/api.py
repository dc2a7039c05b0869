"""The library's face for Python: load policies, decide questions.

In: packs or adoptions, records. Out: `Policies` and `Decision`s. It holds no rule and no arithmetic.
"""

from __future__ import annotations

from datetime import date, datetime
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, UsageError, nearest
from cadre_rules.engine import messages
from cadre_rules.engine.compiled import Engine
from cadre_rules.engine.places import above, deciding_pack
from cadre_rules.engine.subjects import Subject, subjects
from cadre_rules.explain.decision import Decision
from cadre_rules.policy.loading import load_set
from cadre_rules.records.record import Record

if TYPE_CHECKING:
    from collections.abc import Mapping
    from pathlib import Path
    from typing import Any

    from cadre_rules.analysis.breaches import Breach
    from cadre_rules.policy.linked import PolicySet
    from cadre_rules.policy.linked_checks import PrincipleCheck


def load_policies(path_or_pack: str | Path, adoption: str | Path | None = None) -> Policies:
    """Load a pack by name or folder, or an adoption file, with all packs that it builds on.

    Raises `PolicyError` or `DocumentError` with every fault of every file.

    >>> load_policies("daan").questions
    ('assessment_consequences', 'promotion')
    """
    linked, _, files = load_set(path_or_pack, adoption)
    return Policies(linked, {f.pack.pack: f.path for f in files})


class Policies:
    """A linked policy set that answers questions. Safe to use from several threads once a plan is compiled."""

    def __init__(
        self,
        policy_set: PolicySet,
        folders: Mapping[str, Path],
    ) -> None:
        self.set = policy_set
        self.engine = Engine(policy_set)
        self._folders = folders
        self._of_place: dict[str, Policies] = {}

    @property
    def questions(self) -> tuple[str, ...]:
        """The names of the questions that these policies answer; others may be declared for packs below."""
        return tuple(sorted({policy.question for policy in self.set.policies.values()}))

    @property
    def checks(self) -> tuple[PrincipleCheck, ...]:
        """The principle checks among these policies."""
        return self.set.checks

    def breaches(self) -> tuple[Breach, ...]:
        """Return what the principle checks among these policies find in their rules; they decide all the same."""
        from cadre_rules.analysis.principles import examine  # who only decides does not need it

        return examine([self.set]).breaches

    def decide(
        self,
        question: str,
        record: Record | Mapping[str, Any],
        as_of: date | None = None,
        *,
        subject: str | None = None,
        slow: bool = False,
    ) -> Decision:
        """Answer a question about a record on a day (today by default).

        `subject` is the id of the incident (or other item), where the question is about one of several. Raises
        `UsageError` for a question or subject that is not there, `RecordError` for a bad record.
        """
        found = self.decide_each(question, record, as_of, slow=slow)
        if subject is not None:
            chosen = [d for d in found if d.subject.item == subject]
            if not chosen:
                raise UsageError(messages.NO_SUCH_SUBJECT.at(found=subject, known=_ids(found)))
            return chosen[0]
        if len(found) > 1:
            raise UsageError(messages.SEVERAL_SUBJECTS.at(count=len(found), known=_ids(found)))
        return found[0]

    def decide_each(
        self, question: str, record: Record | Mapping[str, Any], as_of: date | None = None, *, slow: bool = False
    ) -> list[Decision]:
        """Answer a question about every subject in a record: the cadre or unit, say, or each incident.

        `slow` takes the reference interpreter instead of the kernel; the answers are the same.
        """
        if as_of is not None and (not isinstance(as_of, date) or isinstance(as_of, datetime)):
            raise UsageError(messages.NOT_A_DAY.at(found=repr(as_of)))
        if question not in self.questions:
            declared = question in self.set.questions
            known = Text("、".join(self.questions), ", ".join(self.questions))
            guess = None if declared else nearest(str(question), self.questions)
            message = messages.NO_POLICY if declared else messages.NO_QUESTION
            raise UsageError(message.at(suggestion=guess, found=str(question), known=known))
        checked = record if isinstance(record, Record) else Record.from_dict(record)
        place = deciding_pack(self.set.packs, checked.facts, adopted=self.set.adoption is not None)
        if place is not None and above(self.set.packs, place) != set(self.set.packs):
            return self._at(place).decide_each(question, checked, as_of, slow=slow)
        day = as_of or date.today()
        asked = self.set.questions[question]
        found = subjects(checked.facts, asked, self.set)
        if not found:
            raise UsageError(messages.NO_SUBJECT.at())
        return [self._decision(question, checked, subject, day, slow) for subject in found]

    def _at(self, place: str) -> Policies:
        """Return the policies that bind one place, where those of several are loaded."""
        if place not in self._of_place:
            self._of_place[place] = load_policies(self._folders[place])
        return self._of_place[place]

    def _decision(self, question: str, record: Record, subject: Subject, day: date, slow: bool) -> Decision:
        outcome = self.engine.outcome(question, subject.facts, day, slow=slow)
        about = record.about(subject.item, subject.kind) if subject.item is not None else record
        return Decision(self.engine, about, subject, outcome)


def _ids(decisions: list[Decision]) -> str:
    return "、".join(d.subject.item for d in decisions if d.subject.item is not None)
