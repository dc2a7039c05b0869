"""The page of a principle, which says plainly that nothing evaluates it.

In: a principle. Out: Markdown.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import markdown as md

if TYPE_CHECKING:
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.models.policy_file import Principle


def principle_page(voice: Voice, view: PackView, principle: Principle) -> str:
    """Return the page of a principle."""
    say = voice.say
    plain = say(
        "不由程序判断：这是一项原则，程序不用它得出任何结论，由人在工作中把握。",
        "Nothing evaluates this: it is a principle. The program draws no conclusion from it; people heed it in their "
        "work.",
    )
    return md.blocks(
        md.heading(1, voice.text(principle.title)),
        voice.rows(principle.covers or ()),
        md.box("principle", md.text(plain)),
        md.box("statement", voice.text(principle.text)),
        md.pairs(
            [
                (say("政策包", "Pack"), voice.pack(view.name)),
                (say("依据", "Source"), voice.cited(principle.source)),
                (say("说明", "Note"), voice.text(principle.note)),
                (say("编号", "Id"), md.code(principle.principle)),
            ]
        ),
    )
