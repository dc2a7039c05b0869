"""Conditions and decision tables in words, each with its FEEL text.

In: models of conditions and tables, the pack and the owner whose names they use. Out: HTML. The wording is that of
explanations; a title that the author gave replaces it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.values import computed, heading, item_type
from cadre_rules.explain.words import Wording
from cadre_rules.explain.words_tests import cell as cell_words
from cadre_rules.feel import tree as feel
from cadre_rules.handbook import pieces
from cadre_rules.handbook.terms import HIT_POLICIES
from cadre_rules.policy.models.conditions import AllOf, AnyOf, Is, NotOf
from cadre_rules.policy.models.texts import FeelText

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import ContextType
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.rules import Table, TableOutput


class Conditions:
    """Writes the conditions of one owner: a policy, the shared definitions of a pack, or a question."""

    def __init__(self, voice: Voice, view: PackView, owner: str) -> None:
        self.voice = voice
        self.view = view
        self.owner = owner

    # conditions -------------------------------------------------------------------------------------------------

    def condition(self, model: object) -> str:
        """Return a condition as blocks."""
        voice = self.voice
        match model:
            case AllOf():
                head = voice.in_(model.title) or voice.say("同时满足以下各项", "all of the following hold")
                return self._junction(head, model.all_)
            case AnyOf():
                head = voice.in_(model.title) or voice.say("满足以下任一项", "at least one of the following holds")
                return self._junction(head, model.any_)
            case NotOf():
                head = voice.in_(model.title) or voice.say("以下情形不成立", "the following does not hold")
                return self._junction(head, (model.not_,))
            case Is():
                said = voice.in_(model.title) or self.words(model.is_)
                return pieces.blocks(
                    self._both(said, model.is_), pieces.quiet(voice.text(model.note)) if model.note else ""
                )
            case FeelText():
                return self.value(model)
        raise TypeError(f"{type(model).__name__} is no condition")

    def _junction(self, head: str, parts: tuple[object, ...]) -> str:
        return pieces.blocks(
            pieces.text(head + self.voice.say("：", ":")), pieces.items(self.condition(part) for part in parts)
        )

    def value(self, text: FeelText) -> str:
        """Return a FEEL text in words, and itself."""
        return self._both(self.words(text), text)

    def defined(self, name: str, text: FeelText) -> str:
        """Return the FEEL text of a definition in words, with the titles of its columns where it makes a table."""
        checked, names = self.view.typed(text), self.view.linked.names.get(self.owner)
        linked = names.definitions.get(name) if names is not None else None
        if checked is None or names is None or linked is None:
            return self._both("", text)
        wording = Wording(self.view.linked, names, self.voice.language)
        row = computed(linked.tree.type) or computed(item_type(linked.tree.type))
        wording.columns = {field.en: self.voice.in_(heading(field)) for field in row.fields} if row else {}
        return self._both(wording.statement(checked.tree), text)

    def over(self, text: FeelText, row: ContextType) -> str:
        """Return a FEEL text over one item of a list in words, and itself; its names are first the item's facts."""
        checked, names = self.view.typed(text), self.view.linked.names.get(self.owner)
        if checked is None or names is None:
            return self._both("", text)
        wording = Wording(self.view.linked, names, self.voice.language)
        wording.bound.append(row)
        return self._both(wording.statement(checked.tree), text)

    def _both(self, said: str, text: FeelText) -> str:
        return self.voice.both(said, self.voice.feel(self.view, text))

    def words(self, text: FeelText) -> str:
        """Return what a FEEL text says; nothing where it was not checked."""
        return self.voice.words(self.view, text, self.owner)

    def feel_texts(self, model: object) -> Iterator[FeelText]:
        """Yield the FEEL texts of a condition."""
        match model:
            case AllOf():
                parts: tuple[object, ...] = model.all_
            case AnyOf():
                parts = model.any_
            case NotOf():
                parts = (model.not_,)
            case Is():
                parts = (model.is_,)
            case FeelText():
                yield model
                return
            case _:
                return
        for part in parts:
            yield from self.feel_texts(part)

    # tables -----------------------------------------------------------------------------------------------------

    def table(self, model: Table) -> str:
        """Return a decision table: what its columns look at, its rows in words, how rows that match are used."""
        voice = self.voice
        inputs = [self._both(voice.in_(i.title) or self.words(i.expression), i.expression) for i in model.inputs]
        outputs = [self._output_head(model, output) for output in model.outputs]
        noted = any(row.note for row in model.rules)
        head = [voice.say("行", "row"), *inputs, *outputs, *([voice.say("说明", "note")] if noted else [])]
        rows = []
        for number, row in enumerate(model.rules, 1):
            when = [self._cell(text, i.expression) for text, i in zip(row.when, model.inputs, strict=True)]
            then = [self._result(text, o, model) for text, o in zip(row.then, model.outputs, strict=True)]
            rows.append([str(number), *when, *then, *([voice.text(row.note)] if noted else [])])
        used = f"{voice.say('取用方式', 'How rows are used')}{voice.colon}{voice.in_(HIT_POLICIES[model.hit_policy])}"
        defaults = [
            f"{voice.say('没有相符的行时', 'Where no row matches')}{voice.colon}{self.value(o.default)}"
            for o in model.outputs
            if o.default is not None
        ]
        return pieces.blocks(pieces.table(head, rows, "decision"), pieces.text(used + voice.say("。", ".")), *defaults)

    def _output_head(self, model: Table, output: TableOutput) -> str:
        voice = self.voice
        if output.title is not None:
            return voice.text(output.title)
        concludes = model.concludes == output.name or len(model.outputs) == 1
        return voice.say("结论" if concludes else "结果", "result" if not concludes else "conclusion")

    def _cell(self, text: FeelText, expression: FeelText) -> str:
        """Return a cell: what it asks of its column, and its FEEL text."""
        checked = self.view.typed(text)
        if text.text.strip() == "-":
            return self.voice.say("不限", "anything")
        if checked is None or not isinstance(checked.tree, feel.UnaryTests):
            return self._both("", text)
        column = self.view.typed(expression)
        return self._both(self._asks(checked.tree, column.tree if column else None), text)

    def _asks(self, cell: feel.UnaryTests, column: Node | None) -> str:
        names = self.view.linked.names[self.owner]
        at = Wording(self.view.linked, names, self.voice.language)
        said = [
            at.of(test)
            if not isinstance(test, feel.UnaryTest | feel.Range)
            else cell_words(at, "", test, column).strip()
            for test in cell.tests
        ]
        joined = self.voice.say("或者", " or ").join(said)
        return self.voice.say(f"不是：{joined}", f"not: {joined}") if cell.negated else joined

    def _result(self, text: FeelText, output: TableOutput, model: Table) -> str:
        """Return what a row yields: a conclusion by its words, any other value in words and FEEL."""
        bare = text.text.strip().strip('"')
        if bare in ("null", "-"):
            return self.voice.say("无", "none")
        del output, model
        if bare in self.view.linked.conclusions:
            return self.voice.conclusion(self.view, bare)
        return self.value(text)
