"""The page of a pack: whom it binds, its layers, its policies by question, its principles and checks, what it shares.

In: a pack. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.definition_parts import definitions
from cadre_rules.handbook.parameter_parts import parameters
from cadre_rules.policy.models.parameters import dated
from cadre_rules.policy.parameters import feel_value

if TYPE_CHECKING:
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.packs import Raise
    from cadre_rules.policy.models.policy_file import Policy


def pack_page(voice: Voice, view: PackView) -> str:
    """Return the page of a pack."""
    pack = view.files.pack
    return pieces.blocks(
        pieces.heading(1, voice.in_(pack.title)),
        _example(voice) if pack.example else "",
        _facts(voice, view),
        pieces.box("note", voice.text(pack.note)) if pack.note else "",
        _policies(voice, view),
        _principles(voice, view),
        _checks(voice, view),
        _raises(voice, view),
        _parameters(voice, view),
        definitions(
            voice, view, view.files.definitions.definitions if view.files.definitions else {}, f"pack:{view.name}"
        ),
    )


def _example(voice: Voice) -> str:
    said = voice.say("本包仅为示例，不是任何地方的规定。", "This pack is an example, and the rule of no place.")
    return pieces.box("warning", pieces.text(said))


def _facts(voice: Voice, view: PackView) -> str:
    say, pack = voice.say, view.files.pack
    below = [other for other in voice.book.packs if view.name in (other.files.pack.extends or ())]
    layer = view.linked.packs[view.name].layer
    rank = say(f"第{layer + 1}层", f"layer {layer + 1}") + (say("（最高）", " (the highest)") if layer == 0 else "")
    adopted = [a.adoption for a in voice.book.adoptions if view.name in a.packs]
    return pieces.pairs(
        [
            (say("适用地区", "Binds"), voice.text(pack.jurisdiction)),
            (say("层级", "Layer"), pieces.text(rank)),
            (say("上级政策包", "Packs above"), voice.listed(voice.pack(name) for name in pack.extends or ())),
            (say("下级政策包", "Packs below"), voice.listed(voice.pack(other.name) for other in below)),
            (say("采用文件", "Adoptions"), voice.listed(map(voice.adoption, adopted))),
            (say("版本", "Version"), pieces.text(pack.version)),
            (say("编号", "Id"), pieces.code(pack.pack)),
        ]
    )


def by_question(view: PackView) -> dict[str, list[Policy]]:
    """Return the policies of a pack by the question that they answer: the questions of packs above come first."""
    order = dict.fromkeys(view.linked.questions)
    found: dict[str, list[Policy]] = {}
    for name in [*order, *(p.question for p in view.files.policies if p.question not in order)]:
        policies = [p for p in view.files.policies if p.question == name]
        if policies and name not in found:
            found[name] = policies
    return found


def _policies(voice: Voice, view: PackView) -> str:
    if not view.files.policies:
        return ""
    say = voice.say
    head = [say("问题", "Question"), say("政策", "Policy"), say("条目", "Entries"), say("规则", "Rules")]
    rows = []
    for question, policies in by_question(view).items():
        for i, policy in enumerate(policies):
            asked = voice.question(view, question) if i == 0 else ""
            count = len(voice.book.examples.get(policy.policy, ()))
            numbers = [str(len(policy.rules)), str(count)]
            rows.append([asked, voice.policy(policy.policy), voice.rows(policy.covers or ()), *numbers])
    return pieces.blocks(
        pieces.heading(2, say("政策", "Policies"), "policies"),
        pieces.table([*head, say("案例", "Examples")], rows, "listed"),
    )


def _principles(voice: Voice, view: PackView) -> str:
    if not view.files.principles:
        return ""
    say = voice.say
    head = [say("原则", "Principle"), say("条目", "Entries")]
    rows = [
        [pieces.link(voice.in_(p.title), places.principle_page(p.principle)), voice.rows(p.covers or ())]
        for p in view.files.principles
    ]
    intro = say(
        "以下原则不由程序判断，只列明内容和出处。",
        "Nothing evaluates these principles; they are shown with their sources.",
    )
    return pieces.blocks(
        pieces.heading(2, say("原则", "Principles"), "principles"),
        pieces.text(intro),
        pieces.table(head, rows, "listed"),
    )


def _checks(voice: Voice, view: PackView) -> str:
    if not view.files.checks:
        return ""
    say = voice.say
    head = [say("原则检查", "Principle check"), say("条目", "Entries")]
    rows = [
        [pieces.link(voice.in_(c.title), places.check_page(c.check_)), voice.rows(c.covers or ())]
        for c in view.files.checks
    ]
    intro = say(
        "以下原则由程序在政策文件上检查，不涉及任何人的档案。",
        "The program checks these principles on the policy files; they look at nobody's record.",
    )
    return pieces.blocks(
        pieces.heading(2, say("原则检查", "Principle checks"), "checks"),
        pieces.text(intro),
        pieces.table(head, rows, "listed"),
    )


def _raises(voice: Voice, view: PackView) -> str:
    """Return the floors of packs above that the pack raises."""
    raised = view.files.pack.raises or {}
    if not raised:
        return ""
    say = voice.say
    head = [say("上级参数", "Parameter above"), say("提高为", "Raised to"), say("说明", "Note")]
    rows = [_raise(voice, view, reference, setting) for reference, setting in raised.items()]
    return pieces.blocks(
        pieces.heading(2, say("提高的底线", "Floors raised"), "raises"), pieces.table(head, rows, "parameters")
    )


def _raise(voice: Voice, view: PackView, reference: str, setting: Raise) -> list[str]:
    parameter = view.linked.parameters[reference]
    owner = reference.rpartition(".")[0]
    page = places.policy_page(owner) if "/" in owner else places.pack_page(owner)
    values = [
        voice.say(f"自{voice.date(day)}起：", f"since {voice.date(day)}: ")
        + voice.value(feel_value(value, parameter.type), parameter.type, parameter.unit)
        for day, value, _ in dated(setting.values or {}, parameter.type_name)
    ]
    return [
        pieces.link(voice.in_(parameter.title), page, places.parameter_anchor(parameter.name)),
        pieces.blocks(*map(pieces.text, values)),
        pieces.blocks(voice.text(setting.note), voice.cited(setting.source) if setting.source else ""),
    ]


def _parameters(voice: Voice, view: PackView) -> str:
    models = view.files.pack.parameters or {}
    if not models:
        return ""
    found = [(view.linked.parameters[f"{view.name}.{name}"], model.source) for name, model in models.items()]
    title = pieces.heading(2, voice.say("各政策共用的参数", "Parameters that its policies share"), "parameters")
    return pieces.blocks(title, parameters(voice, found))
