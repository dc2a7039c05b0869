"""What a procedure tests of each step: trees over the day on which it was taken and the days of those around it.

In: the models of steps, what they are called. Out: linked steps with their conditions. A step that was not taken fails
by that alone; its other tests look only at steps that were.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel import evaluate
from cadre_rules.feel.tree import Comparison, In, Literal_, Name, Node, Path, walk
from cadre_rules.feel.types import (
    BOOLEAN,
    DAYS_TIME,
    NULL,
    STRING,
    YEARS_MONTHS,
    ContextType,
    ListType,
    Optional,
)
from cadre_rules.feel.values import YearsMonths
from cadre_rules.policy.linked import Condition
from cadre_rules.policy.linked_procedures import Limit, ProcedureStep
from cadre_rules.policy.models.leaves import is_duration
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.step_times import DAY, SINCE, in_order, since_before, still_valid
from cadre_rules.policy.shapes.trees import AS_OF_NAME, item_scope, made, over_item, present, text_literal
from cadre_rules.policy.texts import Texts

if TYPE_CHECKING:
    from cadre_rules.policy.models.procedures import ProcedureStep as StepModel
    from cadre_rules.policy.models.rules import Rule
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.shapes.place import Place
    from cadre_rules.policy.shapes.step_names import Called

_NULL = Literal_(value=None, type=NULL)
_WORDS = {
    "taken": Text("已办理{0}", "{0} was taken"),
    "needed": Text("已办理{0}，或者不需要办理", "{0} was taken, or is not needed"),
    "order": Text("{0}不早于在它之前的各步", "{0} is not before any step that it follows"),
    "within": Text("{0}在上一步之后的规定期限以内办理", "{0} was taken in time after the step before"),
    "not_before": Text("{0}在上一步之后满规定时间才办理", "{0} was not taken too soon after the step before"),
    "valid": Text("{0}在下一步办理时仍然有效", "{0} was still valid when the next step was taken"),
    "actor": Text("{0}的办理主体符合要求", "{0} was taken by who has to take it"),
    "quorum": Text("{0}的人数符合要求", "enough people took part in {0}"),
    "evidence": Text("{0}的材料符合要求", "what has to be on record with {0} is there"),
}


@dataclass(frozen=True)
class _Step:
    """A step under way: what it is called, the names of its definitions, and when it is not needed."""

    model: StepModel | None
    called: Called
    records: Name
    on: Name
    last: Name
    optional: Node | None

    def said(self, test: str) -> Text:
        """Return what one of its tests says."""
        zh, en = (f"“{text}”" for text in (self.called.title.zh, self.called.title.en))
        words = _WORDS[test]
        return Text(words.zh.format(zh), words.en.format(en))


class StepMaker:
    """Makes the steps of one order."""

    def __init__(self, rule: Rule, prefix: str, base: Name, at: Place, any_order: bool) -> None:
        assert isinstance(base.type, ListType)
        assert isinstance(base.type.item, ContextType)
        self.row: ContextType = base.type.item
        self.rule = rule
        self.prefix = prefix
        self.base = base
        self.at = at
        self.any_order = any_order

    def steps(self, listed: list[tuple[StepModel | None, Called]]) -> list[tuple[ProcedureStep, Condition]]:
        """Return the steps, each with its condition."""
        under_way = [self._step(model, called) for model, called in listed]
        return [self._made(i, under_way) for i in range(len(under_way))]

    # definitions ----------------------------------------------------------------------------------------------

    def _step(self, model: StepModel | None, called: Called) -> _Step:
        zh, en = called.title
        names = tuple(text_literal(name) for name in called.names)
        chosen = In(value=Name(name="step", type=STRING), tests=names, type=BOOLEAN)
        records = self._define(
            called, "records", Text(f"“{zh}”的办理记录", f"the records of “{en}”"), self._filtered(chosen)
        )
        day = made("max(sh_all[on != null and on <= sh_day].on)", sh_all=records, sh_day=AS_OF_NAME)
        on = self._define(called, "on", Text(f"“{zh}”的办理日期", f"the date of “{en}”"), replace(day, type=DAY))
        one = made("sh_all[on != null and on = sh_day][-1]", sh_all=records, sh_day=present(on))
        last = self._define(called, "last", Text(f"“{zh}”", f"“{en}”"), one)
        return _Step(model, called, records, on, last, self._optional(model))

    def _filtered(self, condition: Node) -> Node:
        tree = made("sh_all[true]", sh_all=self.base)
        return replace(tree, condition=condition)  # type: ignore[call-arg]

    def _define(self, called: Called, part: str, title: Text, tree: Node) -> Name:
        return self.at.define(f"{self.prefix}/{called.name}/{part}", title, tree, self.rule)

    def _optional(self, model: StepModel | None) -> Node | None:
        if model is None or model.optional is None:
            return None
        texts = self.at.texts
        tree = texts.parse(model.optional)
        checked = texts.check(model.optional, tree, self.at.scope, expected=BOOLEAN, narrowed=self.at.known)
        return checked.tree if checked else None

    # conditions -----------------------------------------------------------------------------------------------

    def _made(self, i: int, steps: list[_Step]) -> tuple[ProcedureStep, Condition]:
        step = steps[i]
        parts = {"taken" if step.optional is None else "needed": self._taken(step)}
        if i and not self.any_order:
            parts["order"] = self._test(step, "order", in_order(step.on, [other.on for other in steps[:i]]))
        parts |= self._limits(i, steps)
        parts |= self._of_record(step)
        model = step.model
        position = model.position() if model is not None else self.rule.position("procedure", "steps")
        condition = Condition("all", tuple(parts.values()), title=step.called.title, position=position)
        limits = {key: self._limit(model, key) for key in ("within", "not_before", "valid")}
        linked = ProcedureStep(
            name=step.called.name,
            title=step.called.title,
            names=step.called.names,
            records=self._id(step.records),
            on=self._id(step.on),
            last=self._id(step.last),
            tests=tuple(parts),
            alternatives=step.called.alternatives,
            by=model.by.text if model is not None and model.by else None,
            optional=step.optional is not None,
            note=model.note.text if model is not None and model.note else None,
            **limits,
        )
        return linked, condition

    def _id(self, name: Name) -> str:
        return self.at.definitions[name.name].id

    def _test(self, step: _Step, test: str, tree: Node) -> Condition:
        position = step.model.position() if step.model is not None else self.rule.position("procedure", "steps")
        return Condition("test", tree=tree, title=step.said(test), position=position)

    def _taken(self, step: _Step) -> Condition:
        taken = self._test(step, "taken", made("day != null", day=step.on))
        if step.optional is None:
            return taken
        assert step.model is not None
        spared = Condition("test", tree=step.optional, position=step.model.position("optional"))
        return Condition("any", (taken, spared), title=step.said("needed"), position=step.model.position())

    def _limits(self, i: int, steps: list[_Step]) -> dict[str, Condition]:
        step = steps[i]
        found: dict[str, Condition] = {}
        if step.model is None:
            return found
        before = [(other.on, other.optional) for other in reversed(steps[:i])]
        for key in SINCE:
            span = self._span(step.model, key)
            if span is not None and before:
                found[key] = self._test(step, key, since_before(key, step.on, span, before))
        span = self._span(step.model, "valid")
        if span is not None:
            later = [] if self.any_order else [other.on for other in steps[i + 1 :]]
            found["valid"] = self._test(step, "valid", still_valid(step.on, span, later))
        return found

    def _of_record(self, step: _Step) -> dict[str, Condition]:
        found: dict[str, Condition] = {}
        for key in ("actor", "quorum", "evidence"):
            text: FeelText | None = getattr(step.model, key, None)
            condition = self._asked(step, key, text) if text is not None else None
            if condition is not None:
                absent = self._test(step, "taken", made("day = null", day=step.on))
                absent = replace(absent, title=None)
                found[key] = condition if step.optional is None else Condition("any", (absent, condition))
        return found

    def _asked(self, step: _Step, key: str, text: FeelText) -> Condition | None:
        """Return what is asked of the last record of a step; facts that may be absent have to be there."""
        scope, tree = item_scope(self.row, self.at.scope), Texts().parse(text)
        known: frozenset[str] = frozenset()
        if tree is not None and Texts().check(text, tree, scope, expected=BOOLEAN) is None:
            known = _absentable(tree, self.row)
        checked = self.at.texts.check(text, self.at.texts.parse(text), scope, expected=BOOLEAN, narrowed=known)
        if checked is None:
            return None
        last = present(step.last)
        asked = over_item(checked.tree, self.row, last)
        given = [
            Comparison(operator="!=", left=Path(base=last, name=f.en, type=f.type), right=_NULL, type=BOOLEAN)
            for f in self.row.fields
            if f.en in known
        ]
        position = text.node.position
        tests = tuple(Condition("test", tree=one, position=position) for one in (*given, asked))
        if len(tests) == 1:
            return tests[0]
        return Condition("all", tests, title=step.said(key), position=position)

    # spans ----------------------------------------------------------------------------------------------------

    def _limit(self, model: StepModel | None, key: str) -> Limit | None:
        written = getattr(model, key) if model is not None else None
        if written is None:
            return None
        if is_duration(written):
            return Limit(span=evaluate(f'duration("{written}")'))
        parameter = self.at.parameters.get(written)
        return Limit(parameter=parameter.id if parameter is not None else None)

    def _span(self, model: StepModel, key: str) -> Node | None:
        """Return the span that a step's limit is, or None after keeping its fault."""
        written = getattr(model, key)
        if written is None:
            return None
        if is_duration(written):
            value = evaluate(f'duration("{written}")')
            return Literal_(value=value, type=YEARS_MONTHS if isinstance(value, YearsMonths) else DAYS_TIME)
        parameter = self.at.parameters.get(written)
        if parameter is None or parameter.type not in (YEARS_MONTHS, DAYS_TIME):
            spans = [name for name, p in self.at.parameters.items() if p.type in (YEARS_MONTHS, DAYS_TIME)]
            self.at.texts.faults.append(
                model.fault(messages.NO_SPAN, key, suggestion=nearest(written, spans), found=written)
            )
            return None
        return Name(name=written, type=parameter.type)


def _absentable(tree: Node, row: ContextType) -> frozenset[str]:
    """Return the facts of a record that a text reads and that may be absent."""
    fields = {word: f.en for f in row.fields if isinstance(f.type, Optional) for word in (f.en, f.zh)}
    return frozenset(fields[n.name] for n in walk(tree) if isinstance(n, Name) and n.name in fields)
