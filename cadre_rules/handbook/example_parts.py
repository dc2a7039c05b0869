"""Examples: the cases of a policy, each with what is given, the date, and what is expected.

In: examples. Out: HTML. A record is shown as tables in words; one that is refused as it was written.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.answer import STANDARD
from cadre_rules.explain.text_reasons import STATUS
from cadre_rules.handbook import pieces
from cadre_rules.handbook.record_parts import record
from cadre_rules.handbook.terms import states

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.diagnostics import Text
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.examples import Example
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.policy_file import Policy


def examples(voice: Voice, view: PackView, policy: Policy) -> str:
    """Return the examples of a policy under their heading."""
    found = voice.book.examples.get(policy.policy, ())
    if not found:
        return ""
    intro = voice.say(
        f"以下{len(found)}个案例均为虚构，预期结果按文件和计算约定用手算出，并与程序的判断逐一核对。",
        f"These {len(found)} examples are made up. What is expected was worked out by hand from the document and the "
        "conventions of counting, and is held against what the program answers.",
    )
    return pieces.blocks(
        pieces.heading(2, voice.say("案例", "Examples"), "examples"),
        pieces.text(intro),
        *(_example(voice, view, example) for example in found),
        _uncovered(voice, found),
    )


def _uncovered(voice: Voice, found: Iterable[Example]) -> str:
    """Return what the case files say that no case shows, and why."""
    files = {id(example.file): (example.policy, example.file) for example in found}
    rows = [
        [_rule_of(voice, policy, entry.rule), pieces.code(entry.condition), voice.text(entry.reason)]
        for policy, file in files.values()
        for entry in file.uncovered or ()
    ]
    say = voice.say
    head = [say("规则", "Rule"), say("条件", "Condition"), say("没有案例的理由", "Why no example shows it")]
    title = pieces.strong(say("没有案例的情形", "What no example shows"))
    return pieces.blocks(title, pieces.table(head, rows, "listed")) if rows else ""


def _rule_of(voice: Voice, policy: str, rule: str | None) -> str:
    if rule is None:
        return voice.say("政策或者问题的适用条件", "the conditions under which the policy or question applies")
    return voice.rule(rule if "#" in rule else f"{policy}#{rule}")


def _example(voice: Voice, view: PackView, example: Example) -> str:
    say = voice.say
    title = pieces.text(voice.in_(example.title) or example.case.case)
    answer = _answer(voice, view, example)
    summary = f"{title} {pieces.badge(answer, 'answer')}" if answer else title
    expect = example.case.expect
    facts = [
        (say("决定日期", "Decision date"), pieces.text(voice.date(example.day))),
        (say("采用文件", "Adoption"), voice.adoption(example.file.adoption) if example.file.adoption else ""),
        (say("问题", "Question"), _question(voice, view, example)),
        (say("给出的情况", "What is given"), _given(voice, view, example)),
        (say("预期答案", "Expected answer"), pieces.text(answer)),
        (say("预期结论", "Conclusions"), _conclusions(voice, view, example)),
        (say("各规则", "Rules"), _states(voice, example)),
        (say("尚需查明", "Needed"), _needs(voice, example)),
        (say("答案改变", "Changes"), _earliest(voice, example)),
        (say("说明", "Note"), voice.text(example.case.note)),
    ]
    failed = say("程序的判断与预期不符。", "The program answers otherwise than expected.")
    del expect
    body = pieces.blocks("" if example.passed else pieces.box("warning", pieces.text(failed)), pieces.pairs(facts))
    return pieces.fold(summary, body, example.anchor, "example")


def _question(voice: Voice, view: PackView, example: Example) -> str:
    """Return the question where it is not that of the policy."""
    policy = view.linked.policies.get(example.policy)
    if policy is not None and policy.question == example.file.question:
        return ""
    return voice.question(view, example.file.question)


def _given(voice: Voice, view: PackView, example: Example) -> str:
    if example.record is None:
        return pieces.listing(example.written)
    return record(voice, view, example.record)


def _answer(voice: Voice, view: PackView, example: Example) -> str:
    """Return the expected answer in words, or the error that is expected."""
    case = example.case
    if case.error is not None:
        return voice.say(f"拒绝判断（{case.error}）", f"refused ({case.error})")
    wanted = case.expect.answer if case.expect else None
    if wanted is None:
        return ""
    return _worded(voice, view, example.file.question, wanted)


def _worded(voice: Voice, view: PackView, question: str, answer: str) -> str:
    """Return an answer in words: those of its question, else the common ones, else a conclusion."""
    found = view.linked.questions.get(question)
    said: Text | None = found.answers.get(answer) if found else None
    if answer == "not applicable" and found is not None and found.not_applicable is not None:
        said = found.not_applicable
    if said is None:
        said = STANDARD.get(answer)
    if said is None and answer in view.linked.conclusions:
        said = view.linked.conclusions[answer].text
    return voice.in_(said) if said is not None else answer


def _conclusions(voice: Voice, view: PackView, example: Example) -> str:
    wanted = example.case.expect.conclusions if example.case.expect else None
    if wanted is None:
        return ""
    if not wanted:
        return voice.say("没有", "none")
    return voice.listed(voice.conclusion(view, name) for name in wanted)


def _states(voice: Voice, example: Example) -> str:
    """Return what is expected of rules."""
    lines = []
    for written, state in ((example.case.expect.rules if example.case.expect else None) or {}).items():
        id_ = written if "#" in written else f"{example.policy}#{written}"
        found = voice.book.rule(id_)
        said = STATUS[state] if found is None else states(found[1])[state]
        lines.append(f"{voice.rule(id_)}{voice.colon}{pieces.text(voice.in_(said))}")
    return pieces.items(lines)


def _needs(voice: Voice, example: Example) -> str:
    wanted = example.case.expect.needs if example.case.expect else None
    if wanted is None:
        return ""
    if not wanted:
        return voice.say("没有", "nothing")
    return pieces.items(voice.text(example.needs[one]) if one in example.needs else pieces.code(one) for one in wanted)


def _earliest(voice: Voice, example: Example) -> str:
    found = example.case.expect.earliest if example.case.expect else None
    if found is None:
        return ""
    if found == "never":
        return voice.say("其他情况不变的，十年内答案不会改变", "never within ten years, if nothing else changes")
    assert not isinstance(found, str)
    return pieces.text(
        voice.say(f"其他情况不变的，自{voice.date(found)}起", f"from {voice.date(found)} on, if nothing else changes")
    )
