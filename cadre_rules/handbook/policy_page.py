"""The page of a policy.

In: a policy as it was read and linked, its examples. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.conditions import Conditions
from cadre_rules.handbook.definition_parts import definitions
from cadre_rules.handbook.example_parts import examples
from cadre_rules.handbook.parameter_parts import open_badge, parameters
from cadre_rules.handbook.rule_parts import Rules
from cadre_rules.handbook.terms import COUNT
from cadre_rules.vocabulary.subjects import SUBJECTS

if TYPE_CHECKING:
    from datetime import date

    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.policy_file import Determination, Policy


def policy_page(voice: Voice, view: PackView, policy: Policy) -> str:
    """Return the page of a policy."""
    say = voice.say
    rules = Rules(voice, view, policy)
    return pieces.blocks(
        pieces.heading(1, voice.in_(policy.title)),
        voice.rows(policy.covers or ()),
        _unverified(voice) if policy.status == "unverified" else "",
        _facts(voice, view, policy),
        pieces.box("note", voice.text(policy.note)) if policy.note else "",
        pieces.heading(2, say("规则", "Rules")),
        *(rules.section(rule) for rule in policy.rules),
        _parameters(voice, view, policy),
        _determinations(voice, policy),
        definitions(voice, view, policy.definitions or {}, policy.policy),
        examples(voice, view, policy),
    )


def _unverified(voice: Voice) -> str:
    said = voice.say(
        "本政策尚未核实：程序读入并检查，但不用它作出判断；以下条件只列原文。",
        "This policy is not verified: it is read and checked, and never evaluated; its conditions are shown as they "
        "are written.",
    )
    return pieces.box("warning", pieces.text(said))


def _facts(voice: Voice, view: PackView, policy: Policy) -> str:
    say = voice.say
    question = view.linked.questions.get(policy.question)
    asks = f"{voice.question(view, policy.question)}{voice.colon}{voice.text(question.asks)}" if question else ""
    subject = SUBJECTS[policy.subject].name if policy.subject in SUBJECTS else None
    conditions = Conditions(voice, view, policy.policy)
    return pieces.pairs(
        [
            (say("政策包", "Pack"), voice.pack(view.name)),
            (say("回答的问题", "Question"), asks),
            (say("对象", "About"), voice.text(subject) if subject else pieces.text(policy.subject)),
            (say("依据", "Source"), voice.cited(policy.source)),
            (say("施行", "In force"), _in_force(voice, view, policy)),
            (say("适用范围", "Scope"), conditions.condition(policy.applies) if policy.applies else ""),
            (say("期限计算", "Spans are counted"), voice.text(COUNT[policy.count_by])),
            (say("授权", "Delegates"), _delegates(voice) if policy.delegates else ""),
            (say("编号", "Id"), pieces.code(policy.policy)),
        ]
    )


def _delegates(voice: Voice) -> str:
    return pieces.text(voice.say("下级可以另作规定。", "Lower layers may rule otherwise."))


def _in_force(voice: Voice, view: PackView, policy: Policy) -> str:
    since = _day(voice, view, policy.in_force.from_)
    lines = [voice.say(f"自{since}起", f"from {since}")]
    if policy.in_force.to is not None:
        last = _day(voice, view, policy.in_force.to)
        lines = [voice.say(f"自{since}起，至{last}止（含当日）", f"from {since} to {last}, both days included")]
    open_ = isinstance(policy.in_force.from_, str) and not _is_set(view, policy.in_force.from_)
    return " ".join([*lines, *([open_badge(voice)] if open_ else [])])


def _day(voice: Voice, view: PackView, day: date | str) -> str:
    """Return a first or last day, or the parameter that gives it."""
    if not isinstance(day, str):
        return pieces.text(voice.date(day))
    found = view.linked.names[f"pack:{view.name}"].parameters.get(day)
    if found is None:
        return pieces.code(day)
    owner = found.id.rpartition(".")[0]
    return voice.say("", "the ") + pieces.link(
        voice.quoted(voice.in_(found.title)), places.pack_page(owner), places.parameter_anchor(found.name)
    )


def _is_set(view: PackView, name: str) -> bool:
    found = view.linked.names[f"pack:{view.name}"].parameters.get(name)
    return found is not None and bool(found.values)


def _parameters(voice: Voice, view: PackView, policy: Policy) -> str:
    models = policy.parameters or {}
    if not models:
        return ""
    found = [(view.linked.parameters[f"{policy.policy}.{name}"], model.source) for name, model in models.items()]
    return pieces.blocks(pieces.heading(2, voice.say("参数", "Parameters"), "parameters"), parameters(voice, found))


def _determinations(voice: Voice, policy: Policy) -> str:
    models = policy.determinations or {}
    if not models:
        return ""
    say = voice.say
    head = [
        say("认定事项", "Matter"),
        say("可能的结论", "Outcomes"),
        say("由谁认定", "Who decides"),
        say("说明", "Note"),
    ]
    intro = say(
        "以下事项由人认定，程序只查找认定记录，从不推断；没有认定的，列为尚需查明的情况。",
        "People decide these matters. The program looks determinations up and never infers one; where there is none, "
        "it is listed as needed.",
    )
    rows = (_determination(voice, name, model) for name, model in models.items())
    title = pieces.heading(2, say("须由人认定的事项", "What people determine"), "determinations")
    return pieces.blocks(title, pieces.text(intro), pieces.table(head, rows, "determinations"))


def _determination(voice: Voice, name: str, model: Determination) -> list[str]:
    mark = pieces.here(places.determination_anchor(name))
    return [
        mark + pieces.strong(voice.in_(model.title)),
        pieces.items(voice.text(outcome) for outcome in model.outcomes.values()),
        voice.text(model.by) if model.by else voice.say("文件没有写明", "not said"),
        voice.text(model.note),
    ]
