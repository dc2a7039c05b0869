"""The answer to a question: made of the conclusions as the question says, and worded.

In: an outcome. Out: `Answer`. Answers are advice; nothing here decides beyond what the plan computed. An answer is
definite only where nothing that is unknown could change it.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.vocabulary.codes import FALSE, MAYBE, TRUE

if TYPE_CHECKING:
    from cadre_rules.engine.outcome import Outcome

ADVICE = Text(
    "本结论由规则计算得出，仅供参考；由有权机关按照干部管理权限和规定程序研究决定。",
    "This is advice computed from rules; the body that has the power decides, by the prescribed procedure.",
)
UNDETERMINED = "undetermined"
STANDARD: dict[str, Text] = {
    "eligible": Text("符合条件", "eligible"),
    "not eligible": Text("不符合条件", "not eligible"),
    UNDETERMINED: Text("不能确定", "undetermined"),
    "not applicable": Text("不适用", "not applicable"),
    "not in force": Text("所依据的政策未施行", "no policy is in force"),
    "conflict": Text(
        "规则之间相互抵触，须由有权机关研究确定",
        "conflict between rules, to be resolved by the body that has the power",
    ),
    "nothing concluded": Text("没有得出需要采取措施的结论", "nothing is concluded"),
    "concluded": Text("得出以下结论", "concluded"),
}


@dataclass(frozen=True, slots=True)
class Answer:
    """The answer: a stable value, and its words. `concluded` and `open` are names of conclusions.

    An open notice keeps no answer open, but it is open all the same.
    """

    value: str
    text: Text
    concluded: tuple[str, ...]
    open: tuple[str, ...]
    conflicts: tuple[tuple[str, str], ...] = ()

    @property
    def signature(self) -> tuple[object, ...]:
        """What has to be equal for two answers to be the same."""
        return (self.value, self.concluded, self.open, self.conflicts)

    @property
    def settled(self) -> bool:
        """Whether neither the answer nor any conclusion is open."""
        return self.value != UNDETERMINED and not self.open


def answer_of(outcome: Outcome) -> Answer:
    """Return the answer of an outcome.

    Values: eligible, not eligible; concluded, nothing concluded; the name of the most severe conclusion; and for all
    questions undetermined, not applicable, not in force, conflict.
    """
    plan = outcome.plan
    question = plan.question
    truths = {name: outcome.truth(plan.conclusions[name]) for name in question.conclusions}
    concluded = tuple(name for name, truth in truths.items() if truth == TRUE)
    open_ = tuple(name for name, truth in truths.items() if truth == MAYBE)
    conflicts = tuple((a, b) for a, b, step in plan.conflicts if outcome.truth(step) == TRUE)
    pending = tuple(name for name in open_ if not question.conclusions[name].notice)
    if question.mode == "most severe":
        conflicts = tuple(dict.fromkeys((*conflicts, *combinations(_most_severe(outcome, concluded), 2))))
    value = _value(outcome, concluded, pending, conflicts)
    text = question.answers.get(value) or STANDARD.get(value)
    if text is None:
        text = question.conclusions[value].text
    elif value == "not applicable" and question.not_applicable is not None:
        text = question.not_applicable
    return Answer(value, text, concluded, open_, conflicts)


def _value(
    outcome: Outcome,
    concluded: tuple[str, ...],
    open_: tuple[str, ...],
    conflicts: tuple[tuple[str, str], ...],
) -> str:
    plan = outcome.plan
    own = [r.policy for r in plan.policies.rules_of(plan.question.name)]
    if all(plan.in_force[policy] is False for policy in own):
        return "not in force"
    gate = TRUE if plan.applies is None else outcome.truth(plan.applies.step)
    if gate == FALSE:
        return "not applicable"
    if conflicts:
        return "conflict"
    if gate == MAYBE or not any(plan.in_force[policy] for policy in own):
        return UNDETERMINED  # it may yet turn out that the question does not arise, or that nothing is in force
    if any(outcome.truth(step) == MAYBE for _, _, step in plan.conflicts):
        return UNDETERMINED
    if plan.question.mode == "eligible":
        assert plan.answer is not None
        truth = outcome.truth(plan.answer)
        if truth == FALSE:
            return "not eligible"
        return "eligible" if truth == TRUE else UNDETERMINED
    if plan.question.mode == "most severe":
        return _outranked(outcome, _most_severe(outcome, concluded), open_)
    if open_:
        return UNDETERMINED
    return "concluded" if concluded else "nothing concluded"


def _most_severe(outcome: Outcome, concluded: tuple[str, ...]) -> list[str]:
    """Return the most severe conclusions that are drawn, notices aside; of two that are equally severe both."""
    known = outcome.plan.question.conclusions
    drawn = [name for name in concluded if not known[name].notice]
    highest = max((known[name].severity or 0 for name in drawn), default=0)
    return [name for name in drawn if (known[name].severity or 0) == highest]


def _outranked(outcome: Outcome, top: list[str], open_: tuple[str, ...]) -> str:
    """Return the most severe conclusion; undetermined while one that may be as severe is open."""
    known = outcome.plan.question.conclusions
    if any(not top or (known[name].severity or 0) >= (known[top[0]].severity or 0) for name in open_):
        return UNDETERMINED
    return top[0] if top else "nothing concluded"
