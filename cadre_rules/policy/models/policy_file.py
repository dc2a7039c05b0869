"""A policy file and a principle file.

In: nodes. Out: `Policy`, `Principle`. FEEL texts are not parsed here, and names are not looked up.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from datetime import date
from typing import Annotated, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Node, Scalar
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import (
    Model,
    Reading,
    describe,
    doc,
    fault_at,
    refusal,
    wrong_type,
)
from cadre_rules.policy.models.conditions import Condition
from cadre_rules.policy.models.definitions import Definition
from cadre_rules.policy.models.leaves import (
    DAY_OR_NAME,
    Bool,
    CoverId,
    Identifier,
    Leaf,
    Matter,
    PolicyId,
    Str,
    entries,
    identifier_of,
    items,
    one_of,
)
from cadre_rules.policy.models.parameters import Parameter
from cadre_rules.policy.models.rules import Rule, check_repeated
from cadre_rules.policy.models.texts import Bilingual, Citation

Status = Literal["verified", "unverified"]
Count = Literal["day", "month"]
A_DAY = Text("一个日期，或者政策包中日期参数的名称", "a date, or the name of a date parameter of the pack")


def _day_or_name(node: Node) -> date | str:
    if isinstance(node, Scalar) and isinstance(node.value, date):
        return node.value
    if isinstance(node, Scalar) and isinstance(node.value, str):
        if node.text[:1].isdigit():
            raise refusal(fault_at(node, messages.NOT_A_DATE, found=describe(node)))
        return identifier_of(node)
    raise refusal(wrong_type(node, A_DAY))


DayOrName = Annotated[date | str, Leaf(_day_or_name, {"type": "string", "pattern": DAY_OR_NAME})]


class InForce(Model):
    """From when to when a policy is in force, both days included."""

    noun: ClassVar[Text] = Text("施行期间 {from: …, to: …}", "a period {from: …, to: …}")

    from_: DayOrName = doc("施行的第一天：日期或者参数名称", "the first day: a date or a parameter", alias="from")
    to: DayOrName | None = doc("施行的最后一天", "the last day: a date or a parameter", default=None)

    def check(self, reading: Reading) -> None:
        """Tell a last day that is before the first."""
        if isinstance(self.from_, date) and isinstance(self.to, date) and self.to < self.from_:
            reading.faults.append(self.fault(messages.NO_SUCH_PERIOD, "to", start=self.from_, to=self.to))


class Determination(Model):
    """A judgement that people record and no machine infers."""

    noun: ClassVar[Text] = Text("认定", "a determination")

    title: Bilingual = doc("认定的事项", "what is determined")
    outcomes: Annotated[dict[Str, Bilingual], entries()] = doc("可能的结果", "the outcomes that it can have")
    by: Bilingual | None = doc("由谁认定", "who may decide it", default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)


class Policy(Model):
    """A policy file: one question of one subject, answered by rules with a source."""

    noun: ClassVar[Text] = Text("政策文件", "a policy file")

    policy: PolicyId = doc("全名「包名/政策名」", "its full name, `pack/name`")
    title: Bilingual = doc("标题", "its title")
    covers: Annotated[tuple[CoverId, ...], items()] | None = doc(
        "所涵盖的条目编号", "the ids of the entries that it covers", default=None
    )
    source: Citation = doc("出处", "where it comes from")
    status: Annotated[Status, one_of("verified", "unverified")] = doc(
        "核实状态：verified 已核实；unverified 未核实，不参与判定",
        "verified, or unverified: never evaluated",
        default="verified",
    )
    in_force: InForce = doc("施行期间", "from when to when it is in force")
    question: Identifier = doc("所回答的问题", "the question that it answers")
    subject: Identifier = doc("对象，例如 cadre、incident", "what it is about: cadre, incident, …")
    count_by: Annotated[Count, one_of("day", "month")] = doc(
        "期限按日（day）或者按月（month）计算", "whether spans are counted by day or by month", default="day"
    )
    applies: Condition | None = doc("整个政策的适用条件", "when the policy applies at all", default=None)
    delegates: Bool = doc("是否授权下级另作规定", "whether lower layers may rule otherwise", default=False)
    parameters: Annotated[dict[Identifier, Parameter], entries()] | None = doc("参数", "parameters", default=None)
    determinations: Annotated[dict[Matter, Determination], entries()] | None = doc(
        "认定", "determinations", default=None
    )
    definitions: Annotated[dict[Identifier, Definition], entries()] | None = doc("定义", "definitions", default=None)
    rules: Annotated[tuple[Rule, ...], items()] = doc("规则", "the rules")
    note: Bilingual | None = doc("备注", "a note", default=None)

    def check(self, reading: Reading) -> None:
        """Tell rules, exceptions and covered ids that are named twice."""
        check_repeated(self.locate("rules"), "rule", reading)
        check_repeated(self.locate("covers"), None, reading)
        for rule in self.rules:
            check_repeated(rule.locate("unless"), "exception", reading)

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.policy.split("/")[0]


class Principle(Model):
    """A principle: shown with its source, and evaluated by nothing."""

    noun: ClassVar[Text] = Text("原则文件", "a principle file")

    principle: PolicyId = doc("全名「包名/原则名」", "its full name, `pack/name`")
    title: Bilingual = doc("标题", "its title")
    covers: Annotated[tuple[CoverId, ...], items()] | None = doc(
        "所涵盖的条目编号", "the ids of the entries that it covers", default=None
    )
    source: Citation = doc("出处", "where it comes from")
    text: Bilingual = doc("原则的内容", "what it says")
    note: Bilingual | None = doc("备注", "a note", default=None)

    @property
    def pack(self) -> str:
        """The name of the pack."""
        return self.principle.split("/")[0]
