"""The rules of a policy: what each asks, what follows, its exceptions, what it displaces, the examples that show it.

In: a rule as it was read, its policy and pack. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel import tree as feel
from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.conditions import Conditions
from cadre_rules.handbook.examples import showing
from cadre_rules.handbook.procedures import procedure
from cadre_rules.handbook.terms import states

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.feel.tree import Node
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.policy_file import Policy
    from cadre_rules.policy.models.rules import ExceptionClause, Rule
    from cadre_rules.policy.models.texts import FeelText

_SHOWN = 4  # examples of each kind that a rule lists; the rest are counted


class Rules:
    """Writes the rules of one policy."""

    def __init__(self, voice: Voice, view: PackView, policy: Policy) -> None:
        self.voice = voice
        self.view = view
        self.policy = policy
        self.conditions = Conditions(voice, view, policy.policy)
        self.displacements = voice.book.displacements

    def section(self, rule: Rule) -> str:
        """Return the section of a rule."""
        voice, say = self.voice, self.voice.say
        title = voice.rule_title(self.policy, rule)
        return pieces.blocks(
            pieces.heading(3, title, places.rule_anchor(rule.rule)),
            pieces.pairs(
                [
                    (say("适用范围", "Scope"), self.conditions.condition(rule.applies) if rule.applies else ""),
                    *self._body(rule),
                    (say("例外", "Exceptions"), self._exceptions(rule)),
                    (say("代替", "Displaces"), self._displaces(rule)),
                    (say("被代替", "Displaced by"), self._displaced(rule)),
                    (say("说明", "Note"), voice.text(rule.note)),
                    (say("依据", "Source"), voice.cited(rule.source, self.policy.source) if rule.source else ""),
                    (say("涉及", "Refers to"), voice.listed(self._names(rule))),
                    (say("一并列出", "Also shown"), voice.listed(map(self._definition, rule.shows or ()))),
                    (say("案例", "Examples"), self._examples(rule)),
                    (say("编号", "Id"), pieces.code(f"{self.policy.policy}#{rule.rule}")),
                ]
            ),
        )

    def _body(self, rule: Rule) -> list[tuple[str, str]]:
        say = self.voice.say
        drawn = self.voice.listed(self.voice.conclusion(self.view, name) for name in rule.conclusions)
        if rule.require is not None:
            return [
                (say("要求", "Requirement"), self.conditions.condition(rule.require)),
                (say("未满足的", "If not met"), drawn),
            ]
        if rule.when is not None:
            return [
                (say("情形", "Where"), self.conditions.condition(rule.when)),
                (say("结论", "It follows"), drawn),
            ]
        if rule.table is not None:
            return [(say("决策表", "Table"), self.conditions.table(rule.table))]
        assert rule.procedure is not None
        return [
            (say("程序", "Procedure"), procedure(self.conditions, rule.procedure, rule.rule)),
            (say("未满足的", "If not met"), drawn),
        ]

    def _exceptions(self, rule: Rule) -> str:
        return pieces.items(self._exception(clause) for clause in rule.unless or ())

    def _exception(self, clause: ExceptionClause) -> str:
        condition = self.conditions.condition(clause.when)
        lead = self.voice.say("依据：", "Source: ")
        source = self.voice.cited(clause.source, self.policy.source, lead) if clause.source else ""
        title = self.voice.in_(clause.title)
        return pieces.blocks(
            pieces.strong(title) if title else "",
            condition,
            source,
            pieces.quiet(self.voice.text(clause.note)) if clause.note else "",
        )

    # other rules ------------------------------------------------------------------------------------------------

    def _displaces(self, rule: Rule) -> str:
        own = f"{self.policy.policy}#{rule.rule}"
        return pieces.items(
            self.voice.rule(d.loser) + self._rank(by_rank=d.by_rank) for d in self.displacements if d.winner == own
        )

    def _displaced(self, rule: Rule) -> str:
        own = f"{self.policy.policy}#{rule.rule}"
        return pieces.items(
            self.voice.rule(d.winner) + self._rank(by_rank=d.by_rank) for d in self.displacements if d.loser == own
        )

    def _rank(self, *, by_rank: bool) -> str:
        if not by_rank:
            return ""
        return pieces.quiet(
            pieces.text(self.voice.say("（层级较高的规则优先）", " (the rule of the higher layer prevails)"))
        )

    # names ------------------------------------------------------------------------------------------------------

    def _names(self, rule: Rule) -> list[str]:
        """Return links to the parameters, definitions and determinations that a rule uses, in their order."""
        found: dict[str, None] = {}
        for text in self._texts(rule):
            checked = self.view.typed(text)
            for node in feel.walk(checked.tree) if checked is not None else ():
                named = self._named(node)
                if named:
                    found[named] = None
        return list(found)

    def _texts(self, rule: Rule) -> Iterator[FeelText]:
        for model in (rule.applies, rule.require, rule.when, *(clause.when for clause in rule.unless or ())):
            yield from self.conditions.feel_texts(model)
        if rule.table is not None:
            yield from (i.expression for i in rule.table.inputs)
            yield from (text for row in rule.table.rules for text in row.when)
        for step in rule.procedure.steps if rule.procedure is not None else ():
            if not isinstance(step, str):
                yield from (text for text in (step.actor, step.quorum, step.evidence, step.optional) if text)

    def _named(self, node: Node) -> str:
        names = self.view.linked.names[self.policy.policy]
        if isinstance(node, feel.Name) and node.name in names.definitions:
            return self._definition(node.name)
        if isinstance(node, feel.Name) and node.name in names.parameters:
            parameter = names.parameters[node.name]
            owner = parameter.id.rpartition(".")[0]
            page = places.policy_page(owner) if "/" in owner else places.pack_page(owner)
            return pieces.link(self.voice.in_(parameter.title), page, places.parameter_anchor(parameter.name))
        for matter, model in (self.policy.determinations or {}).items():
            if isinstance(node, feel.Literal_) and node.value == matter:
                anchor = places.determination_anchor(matter)
                return pieces.link(self.voice.in_(model.title), places.policy_page(self.policy.policy), anchor)
        return ""

    def _definition(self, name: str) -> str:
        found = self.view.linked.names[self.policy.policy].definitions.get(name)
        if found is None:
            return pieces.code(name)
        owner = found.owner
        page = places.pack_page(owner.removeprefix("pack:")) if owner.startswith("pack:") else places.policy_page(owner)
        said = self.voice.in_(found.title) or name
        return pieces.link(said, page, places.definition_anchor(name))

    # examples ---------------------------------------------------------------------------------------------------

    def _examples(self, rule: Rule) -> str:
        """Return links to the examples that show the rule, by what becomes of it in them."""
        voice = self.voice
        words = states(rule)
        found = showing(voice.book, f"{self.policy.policy}#{rule.rule}")
        groups = []
        for state, said in words.items():
            links = [
                pieces.link(voice.in_(e.title) or e.case.case, places.policy_page(e.policy), e.anchor)
                for e, became in found
                if became == state
            ]
            if links:
                head = pieces.strong(f"{voice.in_(said)}{voice.say('：', ':')}")
                groups.append(f"{head}{voice.say('', ' ')}{self._few(links)}")
        return pieces.items(groups)

    def _few(self, links: list[str]) -> str:
        shown = self.voice.apart(links[:_SHOWN])
        more = len(links) - _SHOWN
        if more <= 0:
            return shown
        return shown + pieces.quiet(pieces.text(self.voice.say(f"；等{len(links)}例", f"; {len(links)} in all")))
