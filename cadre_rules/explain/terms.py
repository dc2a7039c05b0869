"""What facts are called and say, and how values of a type are compared: the terms that phrases are made of.

In: fields and types of the vocabulary. Out: `Text`s, from the tables in `phrases`. It knows no tree and no record.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.phrases import COMPARISONS, DATE_COMPARISONS, ENGLISH, RANKED_COMPARISONS
from cadre_rules.explain.predicates import PREDICATES
from cadre_rules.feel.types import DATE, DATE_TIME, TIME, Enumeration, strip_optional

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.types import Field, Type


def predicate(field: Field, wanted: bool) -> Text:
    """Return what a fact that is true or false says of its holder."""
    found = PREDICATES.get(field.zh)
    if found is not None:
        return found[0 if wanted else 1]
    return Text(f"{field.zh}为{'是' if wanted else '否'}", f"{field.text.en}: {'yes' if wanted else 'no'}")


def label(field: Field) -> Text:
    """Return what a fact is called: its name; in English its meaning where the name is no noun."""
    if field.en == field.zh and field.doc.zh:  # a column that a policy makes, by its title
        return field.doc
    if field.en in ENGLISH:
        return Text(field.zh, ENGLISH[field.en])
    if field.en == "as_of":
        return Text(field.zh, "the decision date")
    meant = re.split("[;:]", field.doc.en)[0].strip()
    if field.en.endswith("_on") or field.en == "on":
        return Text(field.zh, meant or field.text.en)
    return field.text


def comparisons(type_: Type | None) -> Mapping[str, Text]:
    """Return the verbs of comparison for a type."""
    bare = strip_optional(type_) if type_ else None
    if bare in (DATE, DATE_TIME, TIME):
        return DATE_COMPARISONS
    return RANKED_COMPARISONS if isinstance(bare, Enumeration) else COMPARISONS


def question_of(field: Field) -> Text:
    """Return what a fact that is true or false asks: 是否全职在岗, whether full-time in this post."""
    zh, en = (re.split("[；;：:]", text)[0].strip() for text in field.doc)
    return Text(
        zh if "是否" in zh else f"是否{field.zh}", en if en.startswith("whether ") else f"whether {field.text.en}"
    )


def the(phrase: str) -> str:
    """Return an English phrase with its article."""
    return phrase if phrase.startswith(("the ", "it", "its ", "A ", "B ", "C ")) or phrase in "ABC" else f"the {phrase}"


def a(phrase: str) -> str:
    """Return an English phrase with its indefinite article."""
    if phrase.startswith(("the ", "a ", "an ")):
        return phrase
    return f"{'an' if phrase[:1] in 'aeiou' else 'a'} {phrase}"
