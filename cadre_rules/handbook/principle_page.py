"""The page of a principle, which says plainly that nothing evaluates it.

In: a principle. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces

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
    return pieces.blocks(
        pieces.heading(1, voice.in_(principle.title)),
        voice.rows(principle.covers or ()),
        pieces.box("principle", pieces.text(plain)),
        pieces.box("statement", voice.text(principle.text)),
        pieces.pairs(
            [
                (say("政策包", "Pack"), voice.pack(view.name)),
                (say("依据", "Source"), voice.cited(principle.source)),
                (say("说明", "Note"), voice.text(principle.note)),
                (say("编号", "Id"), pieces.code(principle.principle)),
            ]
        ),
    )
