"""Procedures: steps in their order, with dates, actors, quorums and how long each stays valid.

In: nodes. Out: `Procedure`. It must not know which steps are on record, nor which parameters exist.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, Any, ClassVar

from pydantic import Discriminator, Tag

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Scalar
from cadre_rules.policy.models.base import Model, doc
from cadre_rules.policy.models.leaves import Bool, Identifier, Slug, Span, items
from cadre_rules.policy.models.texts import Bilingual, FeelText


class StepName(Model):
    """Another step that will do in the place of one."""

    noun: ClassVar[Text] = Text("可以替代的步骤", "a step that will do as well")

    step: Slug = doc("步骤名称", "the name of the step")
    title: Bilingual = doc("标题", "its title")


class ProcedureStep(Model):
    """A step of a procedure."""

    noun: ClassVar[Text] = Text("程序的步骤", "a step of a procedure")

    step: Slug = doc("步骤名称", "the name of the step")
    title: Bilingual = doc("标题", "its title")
    or_: Annotated[tuple[StepName, ...], items()] | None = doc(
        "可以替代它的步骤", "the steps that will do in its place", alias="or", default=None
    )
    by: Bilingual | None = doc("由谁办理（供说明）", "who takes it: shown, not tested", default=None)
    actor: FeelText | None = doc(
        "办理主体应当满足的条件（FEEL，看本步骤的记录）", "what must hold of who took it, in FEEL", default=None
    )
    within: Span | None = doc(
        "上一步之后多长时间以内：期限或者期限参数",
        "at most how long after the step before: a duration or a parameter",
        default=None,
    )
    not_before: Span | None = doc(
        "上一步之后至少多长时间：期限或者期限参数",
        "at least how long after the step before: a duration or a parameter",
        default=None,
    )
    valid: Span | None = doc(
        "有效期：下一步办理时（最后一步为决定日期）不得超过",
        "how old it may be when the next step is taken; the last one on the decision date",
        default=None,
    )
    quorum: FeelText | None = doc("人数要求（FEEL，看本步骤的记录）", "how many must take part, in FEEL", default=None)
    evidence: FeelText | None = doc(
        "材料要求（FEEL，看本步骤的记录）", "what must be on record with it, in FEEL", default=None
    )
    optional: FeelText | None = doc(
        "不需要这一步的条件（FEEL）", "the condition under which it is not needed, in FEEL", default=None
    )
    note: Bilingual | None = doc("备注", "a note", default=None)


def _kind(value: Any) -> str:
    return "name" if isinstance(value, Scalar) and value.value is not None else "listed"


Steps = Annotated[
    Annotated[Annotated[tuple[ProcedureStep, ...], items()], Tag("listed")] | Annotated[Identifier, Tag("name")],
    Discriminator(_kind),
]


class Procedure(Model):
    """Steps in their order."""

    noun: ClassVar[Text] = Text("程序", "a procedure")

    of: FeelText | None = doc(
        "所核对的步骤记录（FEEL 列表），默认为 steps",
        "the records of steps, a FEEL list; `steps` if left out",
        default=None,
    )
    steps: Steps = doc(
        "各步骤，按先后；或者一个列表参数，其值为各步骤的名称",
        "the steps in their order, or a list parameter that names them",
    )
    any_order: Bool = doc("不论先后", "whether their order does not matter", default=False)
    note: Bilingual | None = doc("备注", "a note", default=None)
