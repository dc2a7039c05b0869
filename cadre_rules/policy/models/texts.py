"""Bilingual texts, citations and FEEL texts: what every kind of policy file is made of."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from pydantic_core import core_schema

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Node, Scalar
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, describe, doc, fault_at, refusal
from cadre_rules.policy.models.leaves import Str, one_of

if TYPE_CHECKING:
    from cadre_rules.documents import ScalarSource
    from cadre_rules.policy.models.base import Reading

_HAN = re.compile("[\u3400-\u4dbf\u4e00-\u9fff]")
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
FEEL_SCHEMA: dict[str, Any] = {
    "type": ["string", "number", "boolean"],
    "minLength": 1,
    "not": {"type": "string", "pattern": f"^{_DATE}$"},
    "description": "FEEL 文字（OMG DMN 1.5）\n\nA FEEL text (OMG DMN 1.5)",
}
A_FEEL_TEXT = Text("一段 FEEL 文字", "a FEEL text")
Confidence = Annotated[Literal["H", "M", "L"], one_of("H", "M", "L")]


class FeelText:
    """A FEEL text as a policy file has it. `node` and `source` say where each of its characters stands.

    Two are equal if their texts are. A number or boolean without quotes (`default: 0`) is FEEL too.
    """

    __slots__ = ("node", "text")

    def __init__(self, node: Scalar) -> None:
        self.node = node
        self.text = node.text

    @property
    def source(self) -> ScalarSource:
        """The text as a `Source`: offsets into it are told as places in the file."""
        return self.node.source

    def __eq__(self, other: object) -> bool:
        return isinstance(other, FeelText) and other.text == self.text

    def __hash__(self) -> int:
        return hash(self.text)

    def __repr__(self) -> str:
        return f"FeelText({self.text!r})"

    @classmethod
    def read(cls, node: Node) -> FeelText:
        """Read a FEEL text from a node; a date, a list or a mapping says what to write instead."""
        if not isinstance(node, Scalar):
            raise refusal(fault_at(node, messages.BRACKETS_IN_FEEL, found=describe(node)))
        if re.fullmatch(_DATE, node.text):
            raise refusal(fault_at(node, messages.DATE_IN_FEEL, text=node.text))
        if node.value is None and node.text == "null":
            raise refusal(fault_at(node, messages.NEEDS_QUOTES, found=describe(node), text=node.text))
        if not node.text.strip() or node.value is None:
            empty = messages.EMPTY_TEXT if node.value is not None else messages.MISSING_VALUE
            raise refusal(fault_at(node, empty, expected=A_FEEL_TEXT))
        return cls(node)

    @classmethod
    def __get_pydantic_core_schema__(cls, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(cls.read)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        return dict(FEEL_SCHEMA)


class Bilingual(Model):
    """A text in both languages."""

    noun: ClassVar[Text] = Text("双语文字（zh 与 en）", "a bilingual text {zh: …, en: …}")

    zh: Str = doc("中文", "Chinese")
    en: Str = doc("英文", "English")

    @property
    def text(self) -> Text:
        """The text as the rest of the library has it."""
        return Text(self.zh, self.en)

    def check(self, reading: Reading) -> None:
        """Tell if the languages were swapped."""
        if not _HAN.search(self.zh) and _HAN.search(self.en):
            reading.faults.append(self.fault(messages.SWAPPED_LANGUAGES))


class CitationPart(Model):
    """A more precise citation: what it does not say holds as the policy's own citation says it."""

    noun: ClassVar[Text] = Text("出处（source）", "a source")

    document: Str | None = doc("文件", "the document", default=None)
    clause: Str | None = doc("条款", "the clause", default=None)
    issuer: Bilingual | None = doc("制定机关", "who issued it", default=None)
    title: Bilingual | None = doc("文件标题", "the title of the document", default=None)
    quote: Str | None = doc("原文（中文原句）", "the sentence of the source, in Chinese", default=None)
    version: Str | None = doc("版本", "the version of the document", default=None)
    confidence: Confidence | None = doc(
        "可信程度：H 高、M 中、L 低", "how sure the citation is: H high, M medium, L low", default=None
    )


class Citation(CitationPart):
    """Where a policy comes from: document, clause, issuer."""

    document: Str = doc("文件", "the document")
    clause: Str = doc("条款", "the clause")
    issuer: Bilingual = doc("制定机关", "who issued it")
