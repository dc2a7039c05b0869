"""Conditions: a FEEL text, or `all`, `any`, `not` of conditions, or a FEEL text with a title.

In: nodes. Out: `Condition`, a union that `isinstance` or `match` tells apart. It must not parse FEEL.
"""

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Tag

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node, Scalar
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, doc, fault_at, refusal, suggest
from cadre_rules.policy.models.leaves import items
from cadre_rules.policy.models.texts import Bilingual, FeelText

_KINDS = ("all", "any", "not", "is")
_TITLE = ("这一条件的说明", "what the condition says, in words")


def _kind(value: Any) -> str:
    """Return which member of the union a node is; a mapping without a known key is what it nearly is."""
    if not isinstance(value, Mapping):
        return "feel"
    found = [kind for kind in _KINDS if kind in value]
    if found:
        return found[0]
    guesses = [guess for key in value.keys() if (guess := suggest(key, list(_KINDS)))]  # noqa: SIM118
    return guesses[0] if guesses else "feel"


class ConditionText(FeelText):
    """A condition that is one FEEL text."""

    __slots__ = ()

    @classmethod
    def read(cls, node: Node) -> FeelText:
        """Read the text; a list or mapping is told what conditions there are."""
        if not isinstance(node, Scalar):
            raise refusal(fault_at(node, messages.NOT_A_CONDITION))
        return super().read(node)


class AllOf(Model):
    """Holds when every one of its conditions holds."""

    noun: ClassVar[Text] = Text("条件（all）", "an `all` condition")

    all_: Annotated[tuple[Condition, ...], items()] = doc("全部满足", "every one must hold", alias="all")
    title: Bilingual | None = doc(*_TITLE, default=None)


class AnyOf(Model):
    """Holds when at least one of its conditions holds."""

    noun: ClassVar[Text] = Text("条件（any）", "an `any` condition")

    any_: Annotated[tuple[Condition, ...], items()] = doc("任一满足", "at least one must hold", alias="any")
    title: Bilingual | None = doc(*_TITLE, default=None)


class NotOf(Model):
    """Holds when its condition does not."""

    noun: ClassVar[Text] = Text("条件（not）", "a `not` condition")

    not_: Condition = doc("不满足", "must not hold", alias="not")
    title: Bilingual | None = doc(*_TITLE, default=None)


class Is(Model):
    """A FEEL text with a title."""

    noun: ClassVar[Text] = Text("条件（is）", "an `is` condition")

    is_: FeelText = doc("条件的 FEEL 文字", "the condition in FEEL", alias="is")
    title: Bilingual | None = doc(*_TITLE, default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)


Condition = Annotated[
    Annotated[ConditionText, Tag("feel")]
    | Annotated[AllOf, Tag("all")]
    | Annotated[AnyOf, Tag("any")]
    | Annotated[NotOf, Tag("not")]
    | Annotated[Is, Tag("is")],
    Discriminator(_kind),
]

for _model in (AllOf, AnyOf, NotOf, Is):
    _model.model_rebuild()
