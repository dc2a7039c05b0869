"""Rules: prerequisites, consequences, decision tables and procedures, with their exceptions.

In: nodes. Out: `Rule` and what it is made of. It must not know which names exist; that is for linking.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, Any, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node, Scalar, Sequence
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, Reading, doc, fault_at, known_keys, suggest
from cadre_rules.policy.models.conditions import Condition
from cadre_rules.policy.models.leaves import Identifier, Leaf, RuleRef, Slug, items, one_of, text_of
from cadre_rules.policy.models.procedures import Procedure
from cadre_rules.policy.models.texts import Bilingual, CitationPart, FeelText

RuleKind = Literal["require", "when", "table", "procedure"]
HitPolicy = Literal["U", "A", "P", "F", "R", "O", "C", "C+", "C<", "C>", "C#"]
_HIT_POLICIES: dict[str, HitPolicy] = {
    "U": "U",
    "A": "A",
    "P": "P",
    "F": "F",
    "R": "R",
    "O": "O",
    "C": "C",
    "C+": "C+",
    "C<": "C<",
    "C>": "C>",
    "C#": "C#",
    "UNIQUE": "U",
    "ANY": "A",
    "PRIORITY": "P",
    "FIRST": "F",
    "RULE ORDER": "R",
    "OUTPUT ORDER": "O",
    "COLLECT": "C",
    "COLLECT SUM": "C+",
    "COLLECT MIN": "C<",
    "COLLECT MAX": "C>",
    "COLLECT COUNT": "C#",
}
_PARTNER = {"require": "otherwise", "when": "then", "procedure": "otherwise"}
_KINDS = ("require", "when", "table", "procedure")

_ONE_OR_MANY = items(single=True)


def _hit_policy(node: Node) -> HitPolicy:
    text = text_of(node, Text("命中策略", "a hit policy"))
    if text not in _HIT_POLICIES:
        one_of(*_HIT_POLICIES).read(node)  # tells the fault
    return _HIT_POLICIES[text]


class ExceptionClause(Model):
    """A circumstance in which a rule does not take effect."""

    noun: ClassVar[Text] = Text("例外", "an exception")

    exception: Slug = doc("例外的名称", "the name of the exception")
    when: Condition = doc("成立的条件", "when it holds")
    title: Bilingual | None = doc("标题", "its title", default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)
    source: CitationPart | None = doc("出处", "where it comes from", default=None)


class TableInput(Model):
    """A column that a decision table looks at."""

    noun: ClassVar[Text] = Text("决策表的输入", "an input of a table")

    expression: FeelText = doc("所看的值（FEEL）", "what is looked at, in FEEL")
    title: Bilingual | None = doc("列名", "the heading", default=None)
    values: Annotated[tuple[FeelText, ...], items()] | None = doc(
        "允许的值", "the values that it may have", default=None
    )


class TableOutput(Model):
    """A column that a decision table yields."""

    noun: ClassVar[Text] = Text("决策表的输出", "an output of a table")

    name: Identifier = doc("名称", "its name")
    title: Bilingual | None = doc("列名", "the heading", default=None)
    values: Annotated[tuple[FeelText, ...], items()] | None = doc(
        "允许的值，优先者在前", "the values that it may have, the one with priority first", default=None
    )
    default: FeelText | None = doc("无行命中时的值", "its value where no row matches", default=None)


class TableRow(Model):
    """A row: a cell for each input, an expression for each output."""

    noun: ClassVar[Text] = Text("决策表的行", "a row of a table")

    when: Annotated[tuple[FeelText, ...], _ONE_OR_MANY] = doc(
        "各输入的条件格；不限制写 '-'", "a cell for each input; '-' where anything will do"
    )
    then: Annotated[tuple[FeelText, ...], _ONE_OR_MANY] = doc(
        "各输出的值（FEEL）", "an expression for each output, in FEEL"
    )
    note: Bilingual | None = doc("备注", "a note", default=None)


class Table(Model):
    """A decision table (DMN 1.5, chapter 8)."""

    noun: ClassVar[Text] = Text("决策表", "a table")

    inputs: Annotated[tuple[TableInput, ...], items()] = doc("输入", "the inputs")
    outputs: Annotated[tuple[TableOutput, ...], items()] = doc("输出", "the outputs")
    hit_policy: Annotated[HitPolicy, Leaf(_hit_policy, {"type": "string", "enum": list(_HIT_POLICIES)})] = doc(
        "命中策略：U、A、P、F、R、O、C 及其汇总 C+、C<、C>、C#，或者 DMN 的全称",
        "the hit policy: U, A, P, F, R, O, C with its aggregators C+, C<, C>, C#, or DMN's full words",
    )
    concludes: Identifier | None = doc(
        "以哪一个输出的值为结论", "the output whose values are conclusions", default=None
    )
    rules: Annotated[tuple[TableRow, ...], items()] = doc("各行", "the rows")

    def check(self, reading: Reading) -> None:
        """Tell rows that do not have a cell for each column, and what only one output can have."""
        for row in self.rules:
            for part, cells, columns in (
                ("when", row.when, len(self.inputs)),
                ("then", row.then, len(self.outputs)),
            ):
                if len(cells) != columns:
                    fault = row.fault(messages.ROW_WIDTH, part, part=part, count=len(cells), columns=columns)
                    reading.faults.append(fault)
        names = [output.name for output in self.outputs]
        if self.concludes is not None and self.concludes not in names:
            guess = suggest(self.concludes, names)
            fault = self.fault(messages.UNKNOWN_COLUMN, "concludes", suggestion=guess, name=self.concludes)
            reading.faults.append(fault)
        if len(names) > 1 and self.hit_policy in ("C+", "C<", "C>", "C#"):
            fault = self.fault(messages.ONE_OUTPUT_ONLY, "hit_policy", policy=self.hit_policy)
            reading.faults.append(fault)
        check_repeated(self.locate("outputs"), "name", reading)


class Rule(Model):
    """A rule: `require` or `procedure` with `otherwise`, or `when` with `then`, or `table`."""

    noun: ClassVar[Text] = Text("规则", "a rule")

    rule: Slug = doc("规则名称，在本政策内唯一", "the name of the rule, unique in the policy")
    title: Bilingual | None = doc("标题", "its title", default=None)
    applies: Condition | None = doc("适用条件", "when the rule applies", default=None)
    require: Condition | None = doc("须满足的条件", "what must be met", default=None)
    otherwise: Annotated[tuple[Identifier, ...], _ONE_OR_MANY] | None = doc(
        "不满足时的结论", "what is concluded when it is not met", default=None
    )
    when: Condition | None = doc("触发的条件", "when the consequence follows", default=None)
    then: Annotated[tuple[Identifier, ...], _ONE_OR_MANY] | None = doc(
        "满足时的结论", "what is concluded when it is met", default=None
    )
    table: Table | None = doc("决策表", "a decision table", default=None)
    procedure: Procedure | None = doc("程序", "a procedure", default=None)
    unless: Annotated[tuple[ExceptionClause, ...], items()] | None = doc("例外", "the exceptions", default=None)
    overrides: Annotated[tuple[RuleRef, ...], _ONE_OR_MANY] | None = doc(
        "优先于哪些规则：本政策的规则名，或者「包名/政策名#规则名」",
        "the rules that it displaces: a rule of this policy, or `pack/policy#rule`",
        default=None,
    )
    shows: Annotated[tuple[Identifier, ...], _ONE_OR_MANY] | None = doc(
        "说明理由时一并列出的定义", "definitions that the explanation shows as well", default=None
    )
    note: Bilingual | None = doc("备注", "a note", default=None)
    source: CitationPart | None = doc("更具体的出处", "a more precise citation", default=None)

    @property
    def kind(self) -> RuleKind:
        """Which kind of rule this is."""
        if self.require is not None:
            return "require"
        if self.when is not None:
            return "when"
        return "table" if self.table is not None else "procedure"

    @property
    def conclusions(self) -> tuple[str, ...]:
        """The conclusions of a rule that is no table."""
        return self.otherwise or self.then or ()

    def check(self, reading: Reading) -> None:
        """Tell steps of a procedure that are named twice."""
        check_repeated(self.locate("procedure", "steps"), "step", reading)

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Tell a rule that is of no kind, of several, or lacks the other half of its kind."""
        name = node.get("rule")
        rule = name.text if isinstance(name, Scalar) and name.text else "?"
        kinds = [kind for kind in _KINDS if kind in node]
        meant = {suggest(key, list(known_keys(cls))) for key in node.keys()}  # noqa: SIM118
        if not kinds and not meant.intersection(_KINDS):
            reading.faults.append(fault_at(node, messages.NO_RULE_KIND, rule=rule))
        if len(kinds) > 1:
            second = node.key_node(kinds[1]) or node
            listed = Text("、".join(kinds), " and ".join(kinds))
            reading.faults.append(fault_at(second, messages.SEVERAL_RULE_KINDS, rule=rule, kinds=listed))
        if len(kinds) == 1:
            _check_partner(node, rule, kinds[0], meant, reading)

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        target = handler.resolve_ref_schema(written)
        pairs = [["require", "otherwise"], ["when", "then"], ["table"], ["procedure", "otherwise"]]
        keys = {key for pair in pairs for key in pair}
        target["oneOf"] = [
            {"required": pair, "properties": dict.fromkeys(sorted(keys.difference(pair)), False)} for pair in pairs
        ]
        return written


def _check_partner(node: Mapping, rule: str, kind: str, meant: set[str | None], reading: Reading) -> None:
    partner = _PARTNER.get(kind)
    if partner and partner not in node and partner not in meant:
        key = node.key_node(kind) or node
        values = {"rule": rule, "kind": kind, "part": partner}
        reading.faults.append(fault_at(key, messages.MISSING_PART, **values))
    for stray in {"otherwise", "then"} - {partner}:
        found = node.key_node(stray)
        if found:
            values = {"rule": rule, "kind": kind, "part": stray}
            reading.faults.append(fault_at(found, messages.STRAY_PART, **values))


def check_repeated(node: Node, key: str | None, reading: Reading) -> None:
    """Tell items of a list that repeat an earlier one; `key` is that of the name where items are mappings."""
    seen: dict[str, Node] = {}
    for item in node.items if isinstance(node, Sequence) else ():
        name = item.get(key) if key and isinstance(item, Mapping) else item
        if not isinstance(name, Scalar):
            continue
        first = seen.setdefault(name.text, name)
        if first is not name:
            line = first.position.line
            reading.faults.append(fault_at(name, messages.REPEATED, name=name.text, first=line))
