"""What the tests of conditions are called: in words, as the policy writes them, and all that a case file may write.

In: the steps of conditions, the texts of the packs. Out: texts and names. Names are compared without their blanks.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import LANGUAGES
from cadre_rules.explain.words import words
from cadre_rules.feel.fmt import translate
from cadre_rules.feel.unparse import unparse

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.diagnostics import Position, Text
    from cadre_rules.feel.checker import Checked
    from cadre_rules.feel.tree import Node, Span
    from cadre_rules.plan.steps import ConditionSteps, Plan
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.texts import Texts


def bare(name: str) -> str:
    """Return a name as names are compared: without blanks."""
    return "".join(name.split())


@dataclass(frozen=True)
class Naming:
    """Names the parts of conditions of one loaded set."""

    texts: dict[Position, tuple[FeelText, Checked]]

    @classmethod
    def of(cls, texts: Texts) -> Naming:
        """Return the naming that the checked texts of packs allow."""
        return cls({text.node.position: (text, checked) for text, checked in texts.checked})

    def said(self, plan: Plan, test: ConditionSteps) -> Text:
        """Return what a test says: the title that its author gave, else its words."""
        assert test.tree is not None
        if test.condition.title is not None and test.condition.tree is test.tree:
            return test.condition.title
        return words(test.tree, plan.policies, plan.steps[test.step].owner)

    def written(self, steps: ConditionSteps) -> str:
        """Return a test as the policy file has it, on one line."""
        assert steps.tree is not None
        return next(self._pieces(steps, steps.tree), unparse(steps.tree))

    def names(self, plan: Plan, steps: ConditionSteps, within: str) -> tuple[str, ...]:
        """Return all that a case file may call a part of a condition; `within` is the id that need not be written."""
        id_ = plan.steps[steps.step].id
        found = [id_, id_.removeprefix(within).lstrip("/")]
        condition = steps.condition
        if condition.title is not None and (condition.tree is None or condition.tree is steps.tree):
            found += condition.title
        if steps.tree is not None:
            found += [*self._pieces(steps, steps.tree), unparse(steps.tree)]
        return tuple(dict.fromkeys(found))

    def _pieces(self, steps: ConditionSteps, tree: Node) -> Iterator[str]:
        """Yield the text of a tree as it is written, then in each language."""
        position = steps.condition.position
        known = self.texts.get(position) if position is not None else None
        if known is None:
            return
        text, checked = known
        piece = text.text[tree.span.start : tree.span.end]
        yield " ".join(piece.split())
        within = _within(checked, tree.span)
        yield from (translate(piece, within, language) for language in LANGUAGES)


def _within(checked: Checked, span: Span) -> Checked:
    """Return what was found in a piece of a text, with offsets into the piece."""
    inside = [m for m in checked.mentions if span.start <= m.span.start and m.span.end <= span.end]
    moved = tuple(replace(m, span=type(span)(m.span.start - span.start, m.span.end - span.start)) for m in inside)
    return replace(checked, mentions=moved)
