"""What a decision differs in from what a case expects; what is not mentioned is not compared.

In: a case, its file, a decision. Out: `Difference`s. It compares values and words nothing of the decision anew.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.explain.findings import status_of

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.explain.decision import Decision
    from cadre_rules.policy.models.cases import CaseFile, Expect

NOTHING = Text("无", "none")
_ANSWER = Text("答案", "answer")
_CONCLUSIONS = Text("结论", "conclusions")
_NEEDS = Text("尚需查明的事实", "needs")
_EARLIEST = Text("答案最早改变的日期", "earliest change")
Value = str | tuple[str, ...] | None
_NEVER = Text("十年内不会改变", "never, within ten years")


@dataclass(frozen=True)
class Difference:
    """One thing that came out otherwise than expected.

    `key` is its path in the case (`answer`, `rules.<rule>`, …), `what` that in words; None is nothing at all. `note`
    says more of what was found.
    """

    key: str
    what: Text
    expected: Value
    found: Value
    note: Text | None = None

    def to_dict(self) -> dict[str, object]:
        """Return the difference as plain data."""
        return {
            "key": self.key,
            "expected": self.expected,
            "found": self.found,
            "note": self.note._asdict() if self.note else None,
        }


def worded(value: Value) -> Text:
    """Return what was expected or found in words."""
    if value == "never":
        return _NEVER
    names = [value] if isinstance(value, str) else value or ()
    return Text("、".join(names), ", ".join(names)) if names else NOTHING


def differences(file: CaseFile, expect: Expect, decision: Decision) -> tuple[Difference, ...]:
    """Return what differs, in the order of a case file's keys."""
    return (
        *_answer(expect, decision),
        *_set("conclusions", _CONCLUSIONS, expect.conclusions, decision.conclusions),
        *_rules(file, expect, decision),
        *(_needs(expect, decision) if expect.needs is not None else ()),
        *(_earliest(expect, decision) if expect.earliest is not None else ()),
    )


def _answer(expect: Expect, decision: Decision) -> Iterator[Difference]:
    """Compare the answer: its stable value, or its words in either language."""
    if expect.answer is None or expect.answer in (decision.answer, *decision.answer_text):
        return
    yield Difference("answer", _ANSWER, expect.answer, decision.answer, decision.answer_text)


def _set(key: str, what: Text, expected: Iterable[str] | None, found: Iterable[str]) -> Iterator[Difference]:
    """Compare names whose order does not matter."""
    if expected is not None and set(expected) != set(found):
        yield Difference(key, what, tuple(expected), tuple(found))


def _rules(file: CaseFile, expect: Expect, decision: Decision) -> Iterator[Difference]:
    known = decision.outcome.plan.rules
    for written, state in (expect.rules or {}).items():
        rule = written if "#" in written else f"{file.policy}#{written}"
        found = status_of(decision.outcome, known[rule]) if rule in known else None
        if found != state:
            what = Text(f"规则 {written}", f"rule {written}")
            note = None if found else _no_rule(rule, known)
            yield Difference(f"rules.{written}", what, state, found, note)


def _no_rule(rule: str, known: Iterable[str]) -> Text:
    guess = nearest(rule, known)
    if guess is None:
        return Text("没有这条规则，或者它不回答这个问题", "no such rule answers this question")
    return Text(f"没有这条规则；是不是想写「{guess}」？", f"no such rule; did you mean `{guess}`?")


def _needs(expect: Expect, decision: Decision) -> Iterator[Difference]:
    found = [need.id(decision.record) for need in decision.needs]
    return _set("needs", _NEEDS, expect.needs, found)


def _earliest(expect: Expect, decision: Decision) -> Iterator[Difference]:
    change = decision.earliest
    found = change.on.isoformat() if change else "never"
    expected = str(expect.earliest)
    if found != expected:
        yield Difference("earliest", _EARLIEST, expected, found)
