"""The page of a principle check: what it forbids policies to do, and that it is checked on the policy files.

In: a check. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces
from cadre_rules.vocabulary.grounds import KINDS

if TYPE_CHECKING:
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.checks import Barring, Check


def check_page(voice: Voice, view: PackView, check: Check) -> str:
    """Return the page of a principle check."""
    say = voice.say
    plain = say(
        "由程序在政策文件上检查：检查政策包时核对各项规则，不涉及任何人的档案，不影响判断。",
        "The program checks this on the policy files: rules are held against it when packs are checked. It looks at "
        "nobody's record and changes no decision.",
    )
    forbids = check.forbids
    kinds = voice.listed(voice.in_(text) for kind, text in KINDS.items() if kind in forbids.by)
    exempt = say("引用上级规定的规则除外", "rules that cite a higher rule are exempt")
    return pieces.blocks(
        pieces.heading(1, voice.in_(check.title)),
        voice.rows(check.covers or ()),
        pieces.box("note", pieces.text(plain)),
        pieces.box("statement", voice.text(check.text)),
        pieces.pairs(
            [
                (say("政策包", "Pack"), voice.pack(view.name)),
                (say("所管的问题", "Questions"), pieces.items(_barred(voice, view, b) for b in forbids.bars)),
                (say("不得单凭", "Not alone by"), pieces.text(kinds)),
                (say("例外", "Exemption"), pieces.text(exempt) if forbids.unless is not None else ""),
                (say("依据", "Source"), voice.cited(check.source)),
                (say("说明", "Note"), voice.text(check.note)),
                (say("编号", "Id"), pieces.code(check.check_)),
            ]
        ),
    )


def _barred(voice: Voice, view: PackView, barred: Barring) -> str:
    """Return a question with the conclusions that are not to be drawn or withheld."""
    say = voice.say
    said = [
        (names, before)
        for names, before in (
            (barred.concludes, say("不得得出", "not to be drawn")),
            (barred.withholds, say("不得使人得不到", "not to be withheld")),
        )
        if names
    ]
    parts = [
        pieces.text(before) + say("：", ": ") + voice.listed(voice.conclusion(view, name) for name in names)
        for names, before in said
    ]
    question = voice.question(view, barred.question)
    return question + (pieces.text(say("，", ", ")) + say("；", "; ").join(parts) if parts else "")
