"""What is open: parameters that adopting units have to set, and matters that people have to determine.

In: a book. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places

if TYPE_CHECKING:
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice


def open_page(voice: Voice) -> str:
    """Return the page of what is open."""
    say = voice.say
    intro = say(
        "文件没有规定的数值、清单和日期，政策包不代为填写，由采用单位在采用文件中设定；设定之前，受其影响的结论不能确定。"
        "须由人作出的判断，程序只查找认定记录，从不推断。",
        "Figures, lists and dates that a document does not give are not filled in by a pack: the adopting unit sets "
        "them in its adoption, and until then what depends on them is undetermined. What people judge is looked up in "
        "the record and never inferred.",
    )
    parts = [pieces.heading(1, say("待设定与待认定", "What is open")), pieces.text(intro)]
    for view in voice.book.packs:
        tables = [_parameters(voice, view), _determinations(voice, view)]
        if any(tables):
            parts += [pieces.heading(2, voice.in_(view.files.pack.title), f"pack-{view.name}"), *tables]
    return pieces.blocks(*parts)


def _parameters(voice: Voice, view: PackView) -> str:
    say = voice.say
    head = [say("待设定的参数", "Parameter to be set"), say("类型", "Type"), say("所属", "Of")]
    rows = []
    for owner, models in _owners(view):
        for name in models:
            parameter = view.linked.parameters[f"{owner}.{name}"]
            if any(not v.set_by.startswith("adoption:") for v in parameter.values):
                continue
            page = places.policy_page(owner) if "/" in owner else places.pack_page(owner)
            link = pieces.link(voice.in_(parameter.title), page, places.parameter_anchor(name))
            kind = voice.type_name(parameter)
            of = voice.policy(owner) if "/" in owner else voice.pack(owner)
            rows.append([link, pieces.text(kind), of])
    return pieces.table(head, rows, "open-parameters")


def _owners(view: PackView) -> list[tuple[str, list[str]]]:
    """Return the pack and its policies, with the names of their parameters."""
    own = [(view.name, list(view.files.pack.parameters or {}))]
    return own + [(p.policy, list(p.parameters or {})) for p in view.files.policies]


def _determinations(voice: Voice, view: PackView) -> str:
    say = voice.say
    head = [say("须认定的事项", "Matter to be determined"), say("由谁认定", "Who decides"), say("所属", "Of")]
    rows = [
        [
            pieces.link(voice.in_(m.title), places.policy_page(p.policy), places.determination_anchor(name)),
            voice.text(m.by) if m.by else say("文件没有写明", "not said"),
            voice.policy(p.policy),
        ]
        for p in view.files.policies
        for name, m in (p.determinations or {}).items()
    ]
    return pieces.table(head, rows, "open-matters")
