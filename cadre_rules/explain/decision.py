"""A decision: the answer to a question about a subject on a day, with everything that explains it.

In: an engine, a record, a subject. Out: `Decision`. What is shown is computed when it is asked for. A decision advises;
the body that has the power decides.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import DEFAULT_LANGUAGE, LANGUAGES, Language, Text, UsageError
from cadre_rules.engine.messages import NO_LANGUAGE
from cadre_rules.explain.answer import ADVICE, Answer, answer_of
from cadre_rules.explain.data import decision_data
from cadre_rules.explain.earliest import Change, Timeline, earliest_change, timeline
from cadre_rules.explain.findings import Finding, findings
from cadre_rules.explain.naming import Names
from cadre_rules.explain.needs import Need, needs
from cadre_rules.explain.sensitive import Sensitive, sensitive_days
from cadre_rules.explain.text import render

if TYPE_CHECKING:
    from datetime import date

    from cadre_rules.engine.compiled import Engine
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.engine.subjects import Subject
    from cadre_rules.records.record import Record

__all__ = ["ADVICE", "Decision"]


class Decision:
    """One decided question. `answer` is a stable value in English, `answer_text` its words in both languages."""

    def __init__(self, engine: Engine, record: Record, subject: Subject, outcome: Outcome) -> None:
        self.engine = engine
        self.record = record
        self.subject = subject
        self.outcome = outcome

    @property
    def question(self) -> str:
        """The name of the question."""
        return self.outcome.plan.question.name

    @property
    def as_of(self) -> date:
        """The decision date."""
        return self.outcome.as_of

    @cached_property
    def decided(self) -> Answer:
        """The answer with its conclusions."""
        return answer_of(self.outcome)

    @property
    def answer(self) -> str:
        """The answer, as `answer_of` names it."""
        return self.decided.value

    @property
    def answer_text(self) -> Text:
        """The answer in words."""
        return self.decided.text

    @property
    def conclusions(self) -> tuple[str, ...]:
        """The names of the conclusions that are drawn."""
        return self.decided.concluded

    @property
    def open_conclusions(self) -> tuple[str, ...]:
        """The names of the conclusions that are undetermined."""
        return self.decided.open

    @property
    def conflicts(self) -> tuple[tuple[str, str], ...]:
        """Pairs of conclusions that exclude each other and are both drawn."""
        return self.decided.conflicts

    @cached_property
    def names(self) -> Names:
        """What the facts of the subject are called, and where they stand in the record."""
        policies = self.outcome.plan.policies
        return Names(self.outcome.facts, self.record, self.subject.bases, policies.steps, policies.matters)

    @cached_property
    def findings(self) -> tuple[Finding, ...]:
        """Every rule that was looked at, and why it did or did not take effect."""
        return findings(self.outcome)

    @cached_property
    def needs(self) -> tuple[Need, ...]:
        """The unknown facts that keep the answer open, most decisive first; empty where nothing is open."""
        return needs(self.engine, self.outcome, self.names)

    @cached_property
    def timeline(self) -> Timeline:
        """How far ahead the answer was looked at if nothing but the date changes, and its first change."""
        return timeline(self.engine, self.question, self.outcome.facts, self.as_of)

    @cached_property
    def earliest(self) -> Change | None:
        """The first day within ten years on which the answer changes if nothing but the date changes."""
        if "timeline" in self.__dict__:
            return self.timeline.change
        return earliest_change(self.engine, self.question, self.outcome.facts, self.as_of)

    @cached_property
    def sensitive(self) -> tuple[Sensitive, ...]:
        """The unknown days of the month that would change the answer."""
        return sensitive_days(self.engine, self.outcome, self.record)

    def explain(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Return the explanation as a text for a terminal or a file; `UsageError` for another language."""
        if language not in LANGUAGES:
            raise UsageError(NO_LANGUAGE.at(found=str(language)))
        return render(self, language)

    def to_dict(self) -> dict[str, Any]:
        """Return the decision as data in the published form (`decision.json` schema, version 1)."""
        return decision_data(self)
