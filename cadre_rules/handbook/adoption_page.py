"""The page of adoptions: what units set that adopt packs.

In: the adoptions of a book. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.parameter_parts import settings

if TYPE_CHECKING:
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.linked import Parameter
    from cadre_rules.policy.models.packs import Adoption


def adoptions_page(voice: Voice) -> str:
    """Return the page of adoptions."""
    say = voice.say
    intro = say(
        "单位采用政策包时，在采用文件中写明自何日起采用、待定参数取何值、哪些职位属于何种情形。政策包本身不因采用而改变。",
        "A unit that adopts packs says in its adoption from which day they hold, what the open parameters are, and "
        "what its posts are. The packs themselves are not changed by it.",
    )
    none = say("这些政策包没有采用文件。", "There is no adoption of these packs.")
    parts = [_adoption(voice, adoption) for adoption in voice.book.adoptions] or [pieces.text(none)]
    return pieces.blocks(pieces.heading(1, say("采用文件", "Adoptions")), pieces.text(intro), *parts)


def _adoption(voice: Voice, adoption: Adoption) -> str:
    say = voice.say
    example = say(
        "仅为示例：日期和取值是为演示而设，不是当地的规定。",
        "An example only: its date and values are made up, and the rule of no place.",
    )
    return pieces.blocks(
        pieces.heading(2, voice.in_(adoption.title), places.adoption_anchor(adoption.adoption)),
        pieces.box("warning", pieces.text(example)) if adoption.example else "",
        pieces.pairs(
            [
                (say("采用单位", "Unit"), voice.text(adoption.unit)),
                (say("政策包", "Packs"), voice.listed(voice.pack(name) for name in adoption.packs)),
                (say("自何日起", "From"), pieces.text(voice.date(adoption.from_))),
                (say("说明", "Note"), voice.text(adoption.note)),
                (say("编号", "Id"), pieces.code(adoption.adoption)),
            ]
        ),
        _settings(voice, adoption),
        _posts(voice, adoption),
        _specialties(voice, adoption),
    )


def _settings(voice: Voice, adoption: Adoption) -> str:
    say = voice.say
    head = [say("参数", "Parameter"), say("设定为", "Set to"), say("说明", "Note")]
    rows = []
    for reference, setting in (adoption.sets or {}).items():
        parameter = _parameter(voice, reference)
        if parameter is None:
            continue
        owner = reference.rpartition(".")[0]
        page = places.policy_page(owner) if "/" in owner else places.pack_page(owner)
        values = [
            say(f"自{voice.date(day)}起：", f"since {voice.date(day)}: ")  # type: ignore[arg-type]
            + voice.value(value, parameter.type, parameter.unit)
            for day, value in settings(adoption, parameter)
        ]
        note = pieces.blocks(voice.text(setting.note), voice.cited(setting.source) if setting.source else "")
        link = pieces.link(voice.in_(parameter.title), page, places.parameter_anchor(parameter.name))
        rows.append([link, pieces.blocks(*map(pieces.text, values)), note])
    return pieces.table(head, rows, "parameters")


def _parameter(voice: Voice, reference: str) -> Parameter | None:
    found = (view.linked.parameters.get(reference) for view in voice.book.packs)
    return next((p for p in found if p is not None), None)


def _posts(voice: Voice, adoption: Adoption) -> str:
    """Return the unit's table of posts."""
    posts = adoption.posts or ()
    if not posts:
        return ""
    say = voice.say
    facts = [
        (say("中层正职", "chief of an internal body"), [p.internal_body_chief for p in posts]),
        (say("基层一线", "grassroots front line"), [p.front_line for p in posts]),
        (say("领导职务", "leading post"), [p.leading for p in posts]),
    ]
    used = [(name, values) for name, values in facts if any(v is not None for v in values)]
    noted = any(p.note for p in posts)
    related = any(p.specialties for p in posts)
    more = [*([say("对口专业", "matching specialties")] if related else []), *([say("说明", "Note")] if noted else [])]
    head = [say("职位", "Post"), say("单位", "Unit"), *(name for name, _ in used), *more]
    rows = []
    for i, post in enumerate(posts):
        said = [_yes(voice, values[i]) for _, values in used]
        specialties = [pieces.text(voice.listed(post.specialties or ()))] if related else []
        note = [voice.text(post.note)] if noted else []
        rows.append([pieces.text(post.title), pieces.text(post.unit or "—"), *said, *specialties, *note])
    return pieces.blocks(pieces.strong(say("职位表", "Table of posts")), pieces.table(head, rows, "record"))


def _yes(voice: Voice, value: bool | None) -> str:
    if value is None:
        return "—"
    return voice.say("是" if value else "否", "yes" if value else "no")


def _specialties(voice: Voice, adoption: Adoption) -> str:
    """Return which specialties the unit holds to be related."""
    say = voice.say
    rows = [
        [pieces.text(s.post or s.specialty or ""), pieces.text(voice.listed(s.related)), voice.text(s.note)]
        for s in adoption.specialties or ()
    ]
    head = [say("职位或者专业", "Post or specialty"), say("相近的专业", "Related specialties"), say("说明", "Note")]
    title = pieces.strong(say("相近专业表", "Related specialties"))
    return pieces.blocks(title, pieces.table(head, rows, "record")) if rows else ""
