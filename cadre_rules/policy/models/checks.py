"""A principle check file: a principle about policies, which is checked on the policies themselves.

In: nodes. Out: `Check` and what it is made of. It must not know which questions exist; that is for linking.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Node, Scalar
from cadre_rules.policy.models.base import Model, Reading, doc, with_short_form
from cadre_rules.policy.models.leaves import CoverId, Identifier, PolicyId, items, one_of
from cadre_rules.policy.models.rules import check_repeated
from cadre_rules.policy.models.texts import Bilingual, Citation
from cadre_rules.vocabulary.grounds import Kind

CITES: Literal["a higher rule is cited"] = "a higher rule is cited"
_ONE_OR_MANY = items(single=True)


class Barring(Model):
    """A question whose answer is not to be decided by some kinds of facts alone; the short form is its name."""

    noun: ClassVar[Text] = Text("不得限制的问题", "a question that is not to be barred")

    question: Identifier = doc("问题的名称", "the name of the question")
    concludes: Annotated[tuple[Identifier, ...], _ONE_OR_MANY] | None = doc(
        "不得仅凭所列情况得出的结论；不写时为全部不利结论",
        "the conclusions that are not to be drawn; without it all that count against a person",
        default=None,
    )
    withholds: Annotated[tuple[Identifier, ...], _ONE_OR_MANY] | None = doc(
        "不得仅凭所列情况就得不到的结论",
        "the conclusions that are not to be withheld",
        default=None,
    )

    @classmethod
    def short_form(cls, node: Node) -> dict[str, Node] | None:
        """Take the name of a question by itself."""
        return {"question": node} if isinstance(node, Scalar) and node.value is not None else None

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        name = dict(handler.resolve_ref_schema(written)["properties"]["question"])
        name.pop("description", None)
        return with_short_form(written, name, handler, required=["question"])


class Forbids(Model):
    """What no rule may do: decide questions by some kinds of facts alone."""

    noun: ClassVar[Text] = Text("所禁止的做法（forbids）", "what a check forbids")

    bars: Annotated[tuple[Barring, ...], items(single=True, mapping=True)] = doc(
        "不得限制的问题", "the questions that are not to be barred"
    )
    by: Annotated[
        tuple[Annotated[Kind, one_of("age", "seniority", "status", "rank")], ...],
        _ONE_OR_MANY,
    ] = doc(
        "不得单凭的情况：age 年龄、seniority 资历、status 身份、rank 职级",
        "by which kinds of facts alone: age, seniority, status, rank",
    )
    unless: Annotated[Literal["a higher rule is cited"], one_of(CITES)] | None = doc(
        "例外：a higher rule is cited，规则的出处是上级政策包中的规定",
        "the exemption: a higher rule is cited, as the source of the rule",
        default=None,
    )

    def check(self, reading: Reading) -> None:
        """Tell questions and kinds that are named twice."""
        check_repeated(self.locate("bars"), "question", reading)
        check_repeated(self.locate("by"), None, reading)


class Check(Model):
    """A principle check: its principle with its source, and what it forbids policies to do."""

    noun: ClassVar[Text] = Text("原则检查文件", "a principle check file")

    check_: PolicyId = doc("全名「包名/检查名」", "its full name, `pack/name`", alias="check")
    title: Bilingual = doc("标题", "its title")
    covers: Annotated[tuple[CoverId, ...], items()] | None = doc(
        "所涵盖的条目编号", "the ids of the entries that it covers", default=None
    )
    source: Citation = doc("出处", "where it comes from")
    text: Bilingual = doc("检查的内容", "what is checked, in words")
    forbids: Forbids = doc("政策不得有的规则", "what no rule may do")
    note: Bilingual | None = doc("备注", "a note", default=None)

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.check_.split("/")[0]

    def check(self, reading: Reading) -> None:
        """Tell covered ids that are named twice."""
        check_repeated(self.locate("covers"), None, reading)
