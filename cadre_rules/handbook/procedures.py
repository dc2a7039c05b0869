"""Procedures: their steps in order, what each asks for, or the parameter that gives them.

In: a model of a procedure, its rule and policy. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.values import item_type
from cadre_rules.feel import evaluate
from cadre_rules.feel.types import ContextType
from cadre_rules.handbook import pieces, places
from cadre_rules.policy.models.leaves import is_duration

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.handbook.conditions import Conditions
    from cadre_rules.policy.models.procedures import Procedure, ProcedureStep
    from cadre_rules.policy.models.texts import FeelText


def procedure(at: Conditions, model: Procedure, rule: str) -> str:
    """Return a procedure: how its steps are looked at, and the steps as a list."""
    voice, say = at.voice, at.voice.say
    if isinstance(model.steps, str):
        steps = ""
        link = parameter_link(at, model.steps)
        head = say(
            f"各步骤及其先后由参数{link}规定，须", f"the steps and their order are given by the parameter {link}; "
        )
    else:
        made = _Steps(at, rule)
        steps = pieces.items((made.step(step) for step in model.steps), ordered=True)
        head = say("下列步骤须", "")
    if model.any_order:
        asked = say(
            "全部办理，不论先后：" if steps else "全部办理，不论先后。", "every step has to be taken, in any order"
        )
    else:
        asked = say("依次办理：" if steps else "依次办理。", "every step has to be taken, in this order")
    of = ""
    if model.of is not None:
        of = say("所核对的记录：", "The records that are looked at: ") + at.value(model.of)
    return pieces.blocks(head + asked + say("", ":" if steps else "."), steps, of, pieces.quiet(voice.text(model.note)))


def parameter_link(at: Conditions, name: str) -> str:
    """Return a link to a parameter of the policy or its pack."""
    found = at.view.linked.names[at.owner].parameters.get(name) if at.owner in at.view.linked.names else None
    if found is None:
        return pieces.code(name)
    owner = found.id.rpartition(".")[0]
    page = places.policy_page(owner) if "/" in owner else places.pack_page(owner)
    title = at.voice.in_(found.title)
    return pieces.link(at.voice.quoted(title), page, places.parameter_anchor(found.name))


class _Steps:
    """Writes the steps of one procedure; what is asked of the record of a step names the facts of that record."""

    def __init__(self, at: Conditions, rule: str) -> None:
        self.at = at
        self.voice = at.voice
        names = at.view.linked.names.get(at.owner)
        records = names.definitions.get(f"{rule}/records") if names is not None else None
        row = item_type(records.tree.type) if records is not None else None
        self.row = row if isinstance(row, ContextType) else None

    def step(self, step: ProcedureStep) -> str:
        """Return one step."""
        voice = self.voice
        title = pieces.strong(voice.in_(step.title))
        others = [pieces.strong(voice.in_(other.title)) for other in step.or_ or ()]
        instead = voice.say("（也可以是", " (or ") + voice.listed(others) + voice.say("）", ")") if others else ""
        return pieces.blocks(
            title + instead, pieces.items(self._asked(step)), pieces.quiet(voice.text(step.note)) if step.note else ""
        )

    def _asked(self, step: ProcedureStep) -> Iterator[str]:
        """Yield what is asked of a step."""
        say = self.voice.say
        if step.by is not None:
            yield say("办理主体：", "taken by: ") + self.voice.text(step.by)
        for key, name in (
            ("actor", say("办理主体须满足", "of who took it")),
            ("quorum", say("人数要求", "of how many took part")),
            ("evidence", say("材料要求", "of what is on record with it")),
        ):
            text: FeelText | None = getattr(step, key)
            if text is not None:
                yield f"{name}{self.voice.colon}{self.at.over(text, self.row) if self.row else self.at.value(text)}"
        if step.within is not None:
            span = self._span(step.within)
            yield say(f"上一步之后{span}以内办理", f"within {span} after the step before")
        if step.not_before is not None:
            span = self._span(step.not_before)
            yield say(f"上一步之后满{span}方可办理", f"no sooner than {span} after the step before")
        if step.valid is not None:
            span = self._span(step.valid)
            yield say(
                f"有效期{span}：办理下一步时不得超过",
                f"valid for {span}: it must not be older when the next step is taken",
            )
        if step.optional is not None:
            yield say("下列情形不需要这一步：", "not needed where: ") + self.at.value(step.optional)

    def _span(self, written: str) -> str:
        """Return a span that is written out, or the parameter that gives it."""
        if not is_duration(written):
            return parameter_link(self.at, written)
        return pieces.text(self.voice.value(evaluate(f'duration("{written}")'), None))
