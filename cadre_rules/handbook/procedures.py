"""Procedures: their steps in order, who takes them, in what time.

In: a model of a procedure. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.interpret import interpret
from cadre_rules.feel.parser import parse
from cadre_rules.handbook import pieces

if TYPE_CHECKING:
    from cadre_rules.handbook.conditions import Conditions
    from cadre_rules.policy.models.rules import Procedure, ProcedureStep


def procedure(at: Conditions, model: Procedure) -> str:
    """Return the steps of a procedure as a list."""
    return pieces.items((_step(at, step) for step in model.steps), ordered=True)


def _step(at: Conditions, step: ProcedureStep) -> str:
    voice = at.voice
    facts = []
    if step.by is not None:
        facts.append(voice.say("由", "by ") + voice.in_(step.by) + voice.say("办理", ""))
    if step.within is not None:
        span = voice.value(interpret(parse(f'duration("{step.within}")'), {}), None)
        facts.append(voice.say(f"上一步之后{span}内", f"within {span} of the step before"))
    return pieces.blocks(
        (pieces.strong(voice.in_(step.title)) if step.title else pieces.code(step.step))
        + pieces.text(voice.say("：", ": ") + voice.apart(facts) if facts else ""),
        at.condition(step.quorum) if step.quorum is not None else "",
        pieces.quiet(voice.text(step.note)) if step.note else "",
    )
