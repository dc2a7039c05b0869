"""One rule's part of an explanation: what became of it, its source, its conditions with the facts behind them.

In: a decision, a finding, a language. Out: lines of text.
"""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.facts_text import FactLines
from cadre_rules.explain.procedure_text import procedure_lines
from cadre_rules.explain.shortfall import demand, shortfall
from cadre_rules.explain.tables import value_lines
from cadre_rules.explain.values import date_in, quoted, value_in
from cadre_rules.feel.types import BOOLEAN, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date

if TYPE_CHECKING:
    from cadre_rules.explain.citations import Citations
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import ConditionNode, Displacer, ExceptionNode, Finding, Shown

STATUS = {
    "fired": Text("适用", "applies"),
    "not fired": Text("情形不符，不适用", "does not apply here"),
    "not applicable": Text("不在适用范围", "outside of its scope"),
    "not in force": Text("未施行", "not in force"),
    "excepted": Text("因例外情形不适用", "excepted"),
    "overridden": Text("由其他规则代替", "displaced by another rule"),
    "undetermined": Text("不能确定", "undetermined"),
}
REQUIREMENT = {"fired": Text("未满足", "not met"), "not fired": Text("已满足", "met")}
CONDITION, REQUIRED = Text("条件", "condition"), Text("要求", "required")  # what a test compares with
MARK = {"true": "✓", "false": "✗", "unknown": "?"}
TRUTH = {
    "true": Text("成立", "holds"),
    "false": Text("不成立", "does not hold"),
    "unknown": Text("不能确定", "undetermined"),
}


def status_text(finding: Finding) -> Text:
    """Return what became of a rule, in words: a requirement is met or not met."""
    if finding.rule.kind in ("require", "procedure") and finding.status in REQUIREMENT:
        return REQUIREMENT[finding.status]
    return STATUS[finding.status]


def finding_lines(decision: Decision, finding: Finding, cited: Citations) -> list[str]:
    """Return the lines of one rule; `cited` are the citations of the explanation so far."""
    return _Reasons(decision, finding, cited).lines()


def condition_lines(decision: Decision, finding: Finding, cited: Citations, node: ConditionNode) -> list[str]:
    """Return the lines of one condition of a rule with the facts behind it."""
    return _Reasons(decision, finding, cited).condition(node, 1)


def rule_title(decision: Decision, finding: Finding, cited: Citations) -> str:
    """Return what a rule is called, with its name."""
    title = _Reasons(decision, finding, cited).title(finding.rule.id)
    return f"{title}（{finding.rule.id}）" if cited.language == "zh" else f"{title} ({finding.rule.id})"


class _Reasons:
    def __init__(self, decision: Decision, finding: Finding, cited: Citations) -> None:
        self.decision = decision
        self.finding = finding
        self.cited = cited
        self.demands = CONDITION
        self.own = False  # whether what is shown is the condition of the rule itself
        language = cited.language
        self.language = language
        self.zh = language == "zh"
        self.colon = self.say("：", ": ")
        self.policies = decision.outcome.plan.policies
        self.facts = FactLines(decision, language)

    def say(self, zh: str, en: str) -> str:
        return zh if self.zh else en

    def in_(self, text: Text) -> str:
        return text.in_(self.language)

    def labelled(self, zh: str, en: str, text: str, pad: str = "  ") -> str:
        return f"{pad}{self.say(zh, en)}{self.colon}{text}"

    def lines(self) -> list[str]:
        finding, rule = self.finding, self.finding.rule
        status = self.in_(status_text(finding))
        title = self.title(rule.id)
        out = [
            f"【{status}】{title}" if self.zh else f"[{status}] {title}",
            self.labelled("依据", "source", self.cited.text(rule.citation)),
            self.labelled("规则", "rule", rule.id),
        ]
        if finding.status == "not in force":
            return [*out, *self.force()]
        for name, node, truth in finding.gates:
            out += self.gate(name, node, truth)
        if finding.status == "not applicable":
            return out
        out += self.body()
        for exception in finding.exceptions:
            out += self.exception(exception)
        out += [line for other in finding.displacers for line in self.displaced(other)]
        out += [line for shown in finding.shown for line in self.valued(self.in_(shown.label), shown, "  ")]
        return [*out, *([self.labelled("说明", "note", self.in_(rule.note))] if rule.note else [])]

    def title(self, rule_id: str) -> str:
        rule = self.policies.rules[rule_id]
        return self.in_(rule.title) if rule.title else rule.name

    # whether it is looked at ----------------------------------------------------------------------------------

    def force(self) -> list[str]:
        policy = self.policies.policies[self.finding.rule.policy]
        said = []
        for zh, en, day in (
            ("自{}起施行", "in force from {}", policy.in_force_from),
            ("自{}起失效", "no longer in force from {}", policy.in_force_to),
        ):
            if isinstance(day, date):
                said.append(self.say(zh, en).format(date_in(Date.of(day), self.language)))
        return ["  " + self.say("，", ", ").join(said) + self.say("。", ".")] if said else []

    def gate(self, name: str, node: ConditionNode | None, truth: str) -> list[str]:
        """Show what decides whether a rule is looked at; what simply holds only for the rule's own scope."""
        if name == "in force":
            unset = self.say(
                "施行日期尚未设定，不能确定是否施行。",
                "No date of adoption is set, so whether it is in force is not known.",
            )
            return [f"  ? {unset}"] if truth == "unknown" else []
        if node is None or (truth == "true" and name != "rule"):
            return []
        label = {
            "question": Text("本问题的适用范围", "scope of the question"),
            "policy": Text("政策的适用范围", "scope of the policy"),
            "rule": Text("适用范围", "scope"),
        }[name]
        if name != "rule" and node.id in self.cited.scopes:
            return [f"  {self.in_(label)}{self.colon}{self.say('见上文', 'as above')}"]
        self.cited.scopes.add(node.id)
        return [f"  {self.in_(label)}{self.colon.rstrip()}", *self.condition(node, 2)]

    # what it says ---------------------------------------------------------------------------------------------

    def body(self) -> list[str]:
        finding = self.finding
        if finding.rule.procedure is not None:
            self.demands, self.own = REQUIRED, True
            out = procedure_lines(self, finding)
            self.demands, self.own = CONDITION, False
            return out
        if finding.condition is not None:
            self.demands = REQUIRED if finding.rule.kind in ("require", "procedure") else CONDITION
            self.own = True
            out = self.condition(finding.condition, 1)
            self.demands, self.own = CONDITION, False
            return out
        out = []
        for i, (row, written) in enumerate(zip(finding.rows, finding.rule.table.rows, strict=True), 1):  # type: ignore[union-attr]
            names = self.say("、", ", ").join(self.in_(self.policies.conclusions[c].text) for c in written.conclusions)
            out.append(f"  {self.say(f'第{i}行', f'row {i}')}{self.say('（', ' (')}{names}{self.say('）：', '):')}")
            out += self.condition(row, 2)
        return out

    def exception(self, exception: ExceptionNode) -> list[str]:
        named = exception.clause.title or Text(exception.clause.name, exception.clause.name)
        truth = self.in_(TRUTH[exception.condition.truth])
        name = self.say(f"例外（{named.zh}）", f"exception ({named.en})")
        out = [f"  {name}{self.colon}{truth}"]
        out += self.condition(exception.condition, 2)
        if exception.condition.truth != "false" and exception.clause.citation:
            cited = self.cited.text(exception.clause.citation)
            out.append(self.labelled("依据", "source", cited, "    "))
        return out

    def displaced(self, other: Displacer) -> list[str]:
        if other.truth == "false" or self.finding.status in ("not fired", "excepted"):
            return []
        title = quoted(self.title(other.rule))
        named = f"{title}（{other.rule}）" if self.zh else f"{title} ({other.rule})"
        if other.truth == "unknown":
            return [
                "  ? "
                + self.say(
                    f"如果{named}适用，由其代替本规则。", f"If {named} applies, it takes the place of this rule."
                )
            ]
        if other.by_rank:
            return ["  " + self.say(f"上级规定优先，由{named}代替。", f"The superior rule {named} takes its place.")]
        return ["  " + self.say(f"由{named}代替。", f"{named} takes its place.")]

    def condition(self, node: ConditionNode, depth: int) -> list[str]:
        pad = "  " * depth
        if node.kind != "test" and not node.parts:
            return []
        out = [f"{pad}{MARK[node.truth]} {self.in_(node.text)}"]
        for part in node.parts:
            out += self.condition(part, depth + 1)
        return out + (self.test(node, pad + "  ") if node.kind == "test" else [])

    def test(self, node: ConditionNode, pad: str) -> list[str]:
        return [*self.compared(node, pad), *self.facts.lines(node.evidence, pad)]

    def compared(self, node: ConditionNode, pad: str) -> list[str]:
        """Return what a test compares with what, and how much is missing."""
        out = []
        if node.actual is not None and not (_is_truth(node.actual) or node.actual.value is UNKNOWN):
            label = f"（{node.actual.label.zh}）", f" ({node.actual.label.en})"
            named = label if node.titled else ("", "")
            out += self.valued(self.say(f"实际{named[0]}", f"actual{named[1]}"), node.actual, pad)
        if node.required is not None and (node.titled or not node.required.written):
            out.append(self.labelled(*self.demands, self.required(node, node.required), pad))
        figure = node.required is not None and node.required.parameter is not None
        short = shortfall(node) if self.own and (figure or self.demands is REQUIRED) else None
        if short is not None:
            out.append(pad + self.in_(short))
        return out

    def valued(self, label: str, shown: Shown, pad: str) -> list[str]:
        """Return a value under its label: on one line, or as a table or list below it."""
        lines = value_lines(shown.value, shown.type, self.decision.names, self.language)
        if lines is None:
            return [f"{pad}{label}{self.colon}{self.value(shown)}"]
        return [f"{pad}{label}{self.colon.rstrip()}", *(f"{pad}  {line}" for line in lines)]

    def value(self, shown: Shown) -> str:
        item = self.decision.names.item_of(shown.value) if isinstance(shown.value, dict) else None
        return self.in_(item) if item is not None else value_in(shown.value, shown.type, self.language, shown.unit)

    def required(self, node: ConditionNode, shown: Shown) -> str:
        said = demand(node, self.value(shown), self.language)
        if shown.parameter is None:
            return said
        return self.set_by(shown.parameter, said)

    def set_by(self, id_: str, said: str | None = None) -> str:
        """Return a parameter with its value (`said`, if it is worded already), since when it holds and who set it."""
        bound = self.decision.outcome.plan.parameters[id_]
        title = self.in_(bound.parameter.title)
        if bound.value is UNKNOWN:
            return self.say(f"{title}（尚未设定）", f"{title} (not set)")
        if said is None:
            said = value_in(bound.value, bound.parameter.type, self.language, bound.parameter.unit)
        by = self.say("本政策", "this policy") if bound.set_by == self.finding.rule.policy else ""
        by = by or set_by_text(self.decision, bound.set_by or "").in_(self.language)
        since = self.since(bound.since, bound.set_by or "")
        if since:
            return self.say(
                f"{said}（{title}，自{since}起，由{by}规定）", f"{said} ({title}, since {since}, set by {by})"
            )
        return self.say(f"{said}（{title}，由{by}规定）", f"{said} ({title}, set by {by})")

    def since(self, day: date | None, set_by: str) -> str:
        """Return from when a value holds; nothing where the policy that says so was not in force yet on that day."""
        policy = self.policies.policies.get(set_by)
        if day is None or (policy is not None and (policy.in_force_from is None or day < policy.in_force_from)):
            return ""
        return date_in(Date.of(day), self.language)


def _is_truth(shown: Shown) -> bool:
    """Return whether a value is that of a statement, which says it already."""
    return isinstance(shown.value, bool) or (shown.type is not None and strip_optional(shown.type) == BOOLEAN)


def set_by_text(decision: Decision, set_by: str) -> Text:
    """Return who set a parameter: the policy, pack or adoption by its title."""
    policies = decision.outcome.plan.policies
    if set_by.startswith("adoption:") and policies.adoption is not None:
        return policies.adoption.title
    if set_by in policies.policies:
        title = policies.policies[set_by].title
        return Text(f"{quoted(title.zh)}（{set_by}）", f"{quoted(title.en)} ({set_by})")
    if set_by in policies.packs:
        title = policies.packs[set_by].title
        return Text(f"{quoted(title.zh)}（{set_by}）", f"{quoted(title.en)} ({set_by})")
    return Text(set_by, set_by)
