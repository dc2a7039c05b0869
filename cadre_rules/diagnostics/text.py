"""Bilingual text: every sentence that a user sees exists in Chinese and in English."""

from __future__ import annotations

from typing import Literal, NamedTuple

Language = Literal["zh", "en"]
LANGUAGES: tuple[Language, ...] = ("zh", "en")
DEFAULT_LANGUAGE: Language = "zh"


_TURNED = str.maketrans("“”‘’", "‘’“”")  # marks inside of a quotation


def quoted(said: str) -> str:
    """Return a text in quotation marks, with the marks inside of it turned into those of the other kind."""
    return f"“{said.translate(_TURNED)}”"


class Text(NamedTuple):
    """One text in both languages."""

    zh: str
    en: str

    def in_(self, language: Language) -> str:
        """Return the text in `language`."""
        return self.zh if language == "zh" else self.en

    def format(self, **values: object) -> Text:
        """Fill the same named values into both languages; a `Text` value is filled in its own language."""
        return Text(
            self.zh.format(**{k: v.zh if isinstance(v, Text) else v for k, v in values.items()}),
            self.en.format(**{k: v.en if isinstance(v, Text) else v for k, v in values.items()}),
        )
