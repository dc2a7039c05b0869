"""In which language a command speaks: that of `--language`, else of the environment, else Chinese.

In: the words of a command line, the environment. Out: a language, or a `UsageError`. It looks at the words before they
are parsed, because faults of the command line are told in that language too.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.cli import messages
from cadre_rules.diagnostics import DEFAULT_LANGUAGE, UsageError

if TYPE_CHECKING:
    from collections.abc import Mapping, Sequence

    from cadre_rules.diagnostics import Language

VARIABLE = "CADRE_RULES_LANGUAGE"
OPTION = "--language"


def given_language(words: Sequence[str]) -> Language | None:
    """Return the language that the words ask for; None where they do not, or ask for none that there is."""
    for i, word in enumerate(words):
        if word == "--":
            return None
        found = words[i + 1] if word == OPTION and i + 1 < len(words) else word.removeprefix(OPTION + "=")
        if word.startswith(OPTION) and found in ("zh", "en"):
            return "zh" if found == "zh" else "en"
    return None


def language_of(words: Sequence[str], environment: Mapping[str, str]) -> Language:
    """Return the language to speak; raises `UsageError` C012 for a bad value in the environment."""
    asked = given_language(words)
    if asked is not None:
        return asked
    found = environment.get(VARIABLE, "")
    if found in ("zh", "en"):
        return "zh" if found == "zh" else "en"
    if found:
        raise UsageError(messages.BAD_LANGUAGE.at(where=VARIABLE, found=found))
    return DEFAULT_LANGUAGE
