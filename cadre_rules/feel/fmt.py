"""Rewriting a FEEL text from one language to the other.

In: a text and what the checker found in it (`Checked`). Out: the same text with every name and every
enumeration value in the language asked for. Spacing, comments, numbers, keywords and the author's own names
stay as they are. It must not know the grammar: the checker's mentions say where every word stands.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.checker import Checked, Mention


def translate(text: str, checked: Checked, language: Language) -> str:
    """Return `text`, the one that was checked, in `language`; what is in it already stays as it is."""
    out: list[str] = []
    done = 0
    for mention in checked.mentions:
        out += text[done : mention.span.start], _word(mention, language)
        done = mention.span.end
    return "".join([*out, text[done:]])


def _word(mention: Mention, language: Language) -> str:
    word = mention.zh if language == "zh" else mention.en
    return word.replace("\\", "\\\\").replace('"', '\\"') if mention.kind == "value" else word
