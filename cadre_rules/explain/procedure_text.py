"""A procedure as lines: every step with ✓, ✗ or ?, the day on which it was taken, and what is wrong with it.

In: the rule under way, its finding. Out: lines of text.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Protocol

from cadre_rules.diagnostics import Text
from cadre_rules.explain.values import date_in, quoted
from cadre_rules.feel.values import UNKNOWN, Date

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import ConditionNode, Finding
    from cadre_rules.explain.procedures import StepView

MARK = {"true": "✓", "false": "✗", "unknown": "?"}
_NOT_NEEDED = Text("没有办理记录，不需要办理", "not on record, and not needed")


class Writing(Protocol):
    """What this module needs of the rule under way."""

    decision: Decision
    language: Language
    colon: str

    def say(self, zh: str, en: str) -> str:
        """Return the wording in the reader's language."""
        ...

    def in_(self, text: Text) -> str:
        """Return a text in the reader's language."""
        ...

    def condition(self, node: ConditionNode, depth: int) -> list[str]:
        """Return the lines of a condition."""
        ...

    def compared(self, node: ConditionNode, pad: str) -> list[str]:
        """Return what a test compares with what."""
        ...

    def set_by(self, id_: str) -> str:
        """Return a parameter by its title, since when it holds, and who set it."""
        ...


def procedure_lines(at: Writing, finding: Finding) -> list[str]:
    """Return the lines of a procedure; of one whose steps nobody has set yet, that."""
    procedure = finding.rule.procedure
    assert procedure is not None
    out = []
    if procedure.parameter is not None:
        if not finding.steps:
            return [f"  ? {_open(at, procedure.parameter)}"]
        given = at.set_by(procedure.parameter)
        out.append("  " + at.say(f"各步骤：{given}", f"steps: {given}"))
    out += [f"  {at.in_(_HEAD[procedure.any_order])}{at.colon.rstrip()}"]
    for number, view in enumerate(finding.steps, 1):
        out += _step(at, view, None if procedure.any_order else number)
    return out


_HEAD = {
    False: Text("应当依次办理以下各步", "the steps, in their order"),
    True: Text("应当办理以下各步，不论先后", "the steps, in any order"),
}


def _open(at: Writing, parameter: str) -> str:
    title = at.decision.outcome.plan.parameters[parameter].parameter.title
    zh, en = quoted(title.zh), quoted(title.en)
    return at.say(
        f"{zh}尚未设定，应当办理哪些步骤不能确定", f"{en} is not set, so it is not known which steps have to be taken"
    )


def _step(at: Writing, view: StepView, number: int | None) -> list[str]:
    """Return a step: its day and record, then what is wrong with it."""
    named = (f"{number}. " if number is not None else "") + at.in_(view.title)
    if view.step.by is not None:
        named += at.say(f"（{view.step.by.zh}）", f" ({view.step.by.en})")
    faults = list(view.faults)
    said = _taken(at, view)
    if not said and faults:
        said = at.in_(faults.pop(0).text)
    out = [f"    {MARK[view.truth]} {named}{at.colon}{said}"]
    for fault in faults:
        out.append(f"      {MARK[fault.truth]} {at.in_(fault.text)}")
        if fault.node is not None:
            out += [line for leaf in _open_leaves(fault.node) for line in _leaf(at, leaf)]
    if view.spared is not None:
        out.append("      " + at.say("不需要办理的条件：", "it is not needed if:"))
        out += at.condition(view.spared, 4)
    return out


def _taken(at: Writing, view: StepView) -> str:
    """Return when and by whom a step was taken, with the place of its record; nothing where it was not."""
    if view.on is None:
        return at.in_(_NOT_NEEDED) if view.needed == "false" else ""
    if not isinstance(view.on, Date) or view.item is None:
        return ""
    said = date_in(view.on, at.language)
    by: Any = view.item.get("by", UNKNOWN)
    if isinstance(by, str):
        said += at.say(f"，由{by}办理", f", by {by}")
    path = at.decision.names.path_of(view.item)
    return f"{said}　{at.decision.names.place(path)}" if path is not None else said


def _open_leaves(node: ConditionNode) -> Iterator[ConditionNode]:
    """Yield the tests below a condition that do not hold."""
    if node.truth == "true":
        return
    if not node.parts:
        yield node
    for part in node.parts:
        yield from _open_leaves(part)


def _leaf(at: Writing, node: ConditionNode) -> list[str]:
    text = [] if node.titled else [f"        {MARK[node.truth]} {at.in_(node.text)}"]
    return [*text, *at.compared(node, "          " if text else "        ")]
