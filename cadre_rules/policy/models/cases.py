"""Case files (`*.cases.yaml`) beside a policy: records and what is expected of them.

In: nodes. Out: `CaseFile`. A record stays a node, for the reader of records; what it means is not known here.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from datetime import date
from typing import Annotated, Any, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node, Scalar
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, Reading, doc, requiring_one_of
from cadre_rules.policy.models.leaves import (
    Day,
    FaultCode,
    Identifier,
    Leaf,
    PolicyId,
    RecordNode,
    RuleRef,
    Slug,
    Str,
    date_of,
    entries,
    items,
    one_of,
)
from cadre_rules.policy.models.rules import check_repeated
from cadre_rules.policy.models.texts import Bilingual

RuleState = Literal["fired", "not fired", "not applicable", "not in force", "excepted", "overridden", "undetermined"]
_STATES = ("fired", "not fired", "not applicable", "not in force", "excepted", "overridden", "undetermined")


def _earliest(node: Node) -> date | Literal["never"]:
    if isinstance(node, Scalar) and node.value == "never":
        return "never"
    return date_of(node)


Earliest = Annotated[date | Literal["never"], Leaf(_earliest, {"type": "string"})]


class Expect(Model):
    """What is expected of a decision; what is not mentioned is not compared."""

    noun: ClassVar[Text] = Text("预期（expect）", "what is expected")

    answer: Str | None = doc("答案", "the answer", default=None)
    conclusions: Annotated[tuple[Identifier, ...], items(0)] | None = doc(
        "全部结论", "all its conclusions", default=None
    )
    rules: Annotated[dict[RuleRef, Annotated[RuleState, one_of(*_STATES)]], entries()] | None = doc(
        "各规则的状态", "the states of rules", default=None
    )
    needs: Annotated[tuple[Str, ...], items(0)] | None = doc(
        "尚需查明的事实", "the facts that are needed", default=None
    )
    earliest: Earliest | None = doc(
        "答案最早何日改变；不会改变写 never",
        "the first day on which the answer changes, or never",
        default=None,
    )


class Case(Model):
    """One case: a record and what is expected of it."""

    noun: ClassVar[Text] = Text("案例", "a case")

    case: Str = doc("案例名称", "the name of the case")
    title: Bilingual | None = doc("标题", "its title", default=None)
    as_of: Day | None = doc("决定日期", "the date of decision", default=None)
    incident: Str | None = doc(
        "判断哪一事项（事项编号）；档案只有一项时不必写",
        "the id of the incident that is decided on; not needed where the record has only one",
        default=None,
    )
    record: RecordNode | None = doc(
        "档案，与 base 合并：键值逐层合并，列表整体替换",
        "the record, merged over base: mappings merge, lists replace",
        default=None,
    )
    expect: Expect | None = doc("预期的结果", "what is expected", default=None)
    error: FaultCode | None = doc("预期的错误代码", "the code of the fault that is expected", default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Tell a case that expects nothing."""
        if "expect" not in node and "error" not in node and "case" in node:
            name = node.get("case")
            fault = (node.key_node("case") or node).fault(
                messages.NOTHING_EXPECTED, case=name.text if isinstance(name, Scalar) else ""
            )
            reading.faults.append(fault)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        return requiring_one_of(handler(core), ("expect", "error"), handler)


class Uncovered(Model):
    """What the cases leave uncovered, and why."""

    noun: ClassVar[Text] = Text("未覆盖的说明", "an entry of what is uncovered")

    rule: RuleRef | None = doc(
        "哪条规则；不写时，指政策或者问题本身的适用条件",
        "the rule; without it, the conditions under which the policy or its question applies",
        default=None,
    )
    condition: Str = doc(
        "哪一条件：其标题、FEEL 文字或者步骤编号；也可写例外的名称、被取代的规则、row/n、undetermined 或者 boundary",
        "the condition: its title, its FEEL text or its id; or the name of an exception, a rule whose place is taken, "
        "row/n, undetermined, boundary",
    )
    reason: Bilingual = doc("为何没有案例", "why there is no case")


class CaseFile(Model):
    """The cases of a policy."""

    noun: ClassVar[Text] = Text("案例文件", "a case file")

    policy: PolicyId = doc("所检验的政策", "the policy that they test")
    question: Identifier = doc("所提的问题", "the question that is asked")
    as_of: Day | None = doc("决定日期", "the date of decision", default=None)
    adoption: Slug | None = doc("所用的采用文件", "the adoption under which they are decided", default=None)
    base: RecordNode | None = doc("各案例共用的档案", "the record that the cases share", default=None)
    uncovered: Annotated[tuple[Uncovered, ...], items()] | None = doc(
        "案例没有覆盖的内容及其理由，仅供覆盖情况报告使用",
        "what the cases leave uncovered and why, for the report on coverage",
        default=None,
    )
    cases: Annotated[tuple[Case, ...], items()] = doc("各案例", "the cases")

    def check(self, reading: Reading) -> None:
        """Tell names that occur twice, and cases without a date of decision."""
        check_repeated(self.locate("cases"), "case", reading)
        for case in self.cases:
            if case.as_of is None and self.as_of is None:
                reading.faults.append(case.fault(messages.NO_DAY, "case", case=case.case))

    def record_of(self, case: Case) -> Mapping:
        """Return the record of a case: its own entries over those of `base`. Every node keeps its place."""
        if self.base is None or case.record is None:
            return case.record or self.base or Mapping(self.node.document, case.node.start, case.node.end, ())
        return merged(self.base, case.record)

    def day_of(self, case: Case) -> date:
        """Return the date of decision of a case."""
        day = case.as_of or self.as_of
        assert day is not None, "a case without a date is refused when it is read"
        return day


def merged(base: Mapping, over: Mapping) -> Mapping:
    """Return `over` merged over `base`: mappings merge, everything else (lists too) replaces."""
    entries: list[tuple[Scalar, Node]] = []
    for key, value in base.entries:
        new = over.get(key.text)
        if new is None:
            entries.append((key, value))
        elif isinstance(new, Mapping) and isinstance(value, Mapping):
            entries.append((over.key_node(key.text) or key, merged(value, new)))
        else:
            entries.append((over.key_node(key.text) or key, new))
    entries += [(key, value) for key, value in over.entries if key.text not in base]
    return Mapping(over.document, over.start, over.end, tuple(entries))
