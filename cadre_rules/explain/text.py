"""A decision as a text: what an officer reads in a terminal or files.

In: a `Decision`, a language. Out: text. Only layout stands here; the words come from the other modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.decision import ADVICE
from cadre_rules.explain.facts_text import fact_lines
from cadre_rules.explain.naming import fact_name
from cadre_rules.explain.shortfall import shortfall
from cadre_rules.explain.values import date_in, value_in
from cadre_rules.feel.values import UNKNOWN, Date

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import ConditionNode, Finding, Shown
    from cadre_rules.policy.linked import Citation, Conclusion

STATUS = {
    "fired": Text("适用", "applies"),
    "not fired": Text("不适用于本次情况", "does not apply here"),
    "not applicable": Text("不在适用范围", "outside of its scope"),
    "not in force": Text("未施行", "not in force"),
    "excepted": Text("因例外情形不适用", "excepted"),
    "overridden": Text("由其他规则代替", "displaced by another rule"),
    "undetermined": Text("不能确定", "undetermined"),
}
REQUIREMENT = {"fired": Text("未满足", "not met"), "not fired": Text("已满足", "met")}
MARK = {"true": "✓", "false": "✗", "unknown": "?"}
TRUTH = {"true": Text("成立", "holds"), "false": Text("不成立", "does not hold"), "unknown": Text("不能确定", "open")}


def render(decision: Decision, language: Language) -> str:
    """Return the explanation of `decision` in one language."""
    return "\n".join(_Page(decision, language).lines())


def status_text(finding: Finding) -> Text:
    """Return what became of a rule, in words: a requirement is met or not met."""
    if finding.rule.kind == "require" and finding.status in REQUIREMENT:
        return REQUIREMENT[finding.status]
    return STATUS[finding.status]


def citation_text(citation: Citation, language: Language) -> str:
    """Return a citation: issuer, title, clause, and the sentence itself."""
    zh = language == "zh"
    title = citation.title.in_(language) if citation.title else ""
    issuer = citation.issuer.in_(language) if citation.issuer else ""
    named = (f"《{title}》" if zh else f"“{title}”") if title else citation.document
    head = f"{issuer}{named}{citation.clause}" if zh else f"{issuer}, {named}, {citation.clause}"
    return f"{head}：“{citation.quote}”" if zh and citation.quote else f"{head}: “{citation.quote}”" if citation.quote else head


class _Page:
    def __init__(self, decision: Decision, language: Language) -> None:
        self.decision = decision
        self.language = language
        self.zh = language == "zh"

    def say(self, zh: str, en: str) -> str:
        return zh if self.zh else en

    def lines(self) -> list[str]:
        return [
            *self.head(),
            *self.conclusions(),
            *self.missing(),
            *self.change(),
            *self.by_a_hair(),
            *self.reasons(),
            *self.foot(),
        ]

    def head(self) -> list[str]:
        decision, question = self.decision, self.decision.outcome.plan.question
        subject = decision.subject.name or self.say("（未写姓名）", "(no name)")
        day = Date.of(decision.as_of)
        who = self.say("对象", "subject")
        return [
            f"{self.say('问题', 'question')}{self.colon}{question.asks.in_(self.language)}",
            f"{who}{self.colon}{subject}　{self.say('决定日期', 'decision date')}{self.colon}{date_in(day, self.language)}",
            f"{self.say('结论', 'answer')}{self.colon}{decision.answer_text.in_(self.language)}",
        ]

    @property
    def colon(self) -> str:
        return self.say("：", ": ")

    def conclusions(self) -> list[str]:
        decision = self.decision
        known = decision.outcome.plan.question.conclusions
        out = [f"  · {self.conclusion(known[name])}" for name in decision.conclusions]
        for name in decision.open_conclusions:
            said = known[name].text.in_(self.language)
            out.append(f"  ? {said}{self.say('：不能确定', ': undetermined')}")
        for a, b in decision.conflicts:
            first, second = known[a].text.in_(self.language), known[b].text.in_(self.language)
            out.append(
                self.say(f"  ! “{first}”与“{second}”相互抵触，须由人裁定。", f"  ! “{first}” and “{second}” exclude each other; people have to resolve it.")
            )
        return out

    def conclusion(self, conclusion: Conclusion) -> str:
        said = conclusion.text.in_(self.language)
        more = conclusion.sentence.in_(self.language) if conclusion.sentence else ""
        opens = ""
        if conclusion.opens:
            opens = self.say(f"（{conclusion.opens.zh}）", f" ({conclusion.opens.en})")
        return f"{said}{opens}{self.colon + more if more else ''}"

    def missing(self) -> list[str]:
        needs = self.decision.needs
        if not needs:
            return []
        out = ["", self.say("还需要以下情况才能确定：", "To settle it, the following is needed:")]
        for i, need in enumerate(needs, 1):
            place = self.pointer(need.missing.path)
            supplier = need.supplier.in_(self.language)
            out.append(f"  {i}. {need.text.in_(self.language)}{place}{self.say('；', '; ')}{supplier}")
        return out

    def pointer(self, path: tuple[str | int, ...]) -> str:
        if not path:
            return ""
        pointer = self.decision.record.pointer(*path)
        return self.say(f"（{pointer}）", f" ({pointer})")

    def change(self) -> list[str]:
        change = self.decision.earliest
        if change is None:
            return []
        day = date_in(Date.of(change.on), self.language)
        return [
            "",
            self.say(
                f"如现任职务不变、其他情况也不变，{day}起结论变为：{self.changed(change.answer)}。",
                f"If the present posts go on and nothing else changes, from {day} on the answer is: {self.changed(change.answer)}.",
            ),
        ]

    def changed(self, answer: object) -> str:
        from cadre_rules.explain.answer import Answer

        assert isinstance(answer, Answer)
        known = self.decision.outcome.plan.question.conclusions
        said = [known[name].text.in_(self.language) for name in answer.concluded]
        if answer.value in ("concluded", "undetermined") and said:
            return self.say("、", ", ").join(said)
        return answer.text.in_(self.language).rstrip("。.")

    def by_a_hair(self) -> list[str]:
        out = []
        for entry in self.decision.sensitive:
            name = fact_name(self.decision.outcome.facts, entry.path).in_(self.language)
            other, counted = date_in(entry.other, self.language), date_in(entry.counted_as, self.language)
            out.append(
                self.say(
                    f"提醒：{name}只记载到月，按{counted}计算；如为{other}，结论为：{self.changed(entry.answer)}。",
                    f"warning: {name} is known to the month only and counts as {counted}; were it {other}, the answer would be: {self.changed(entry.answer)}.",
                )
            )
        return ["", *out] if out else []

    def reasons(self) -> list[str]:
        out = ["", self.say("理由", "reasons") + self.colon]
        for finding in self.decision.findings:
            out += self.finding(finding)
        return out

    def finding(self, finding: Finding) -> list[str]:
        rule = finding.rule
        title = rule.title.in_(self.language) if rule.title else rule.name
        status = status_text(finding).in_(self.language)
        policy = self.decision.outcome.plan.policies.policies[rule.policy]
        out = [
            "",
            f"【{status}】{title}" if self.zh else f"[{status}] {title}",
            f"  {self.say('依据', 'source')}{self.colon}{citation_text(rule.citation, self.language)}",
            f"  {self.say('规则', 'rule')}{self.colon}{rule.id}",
        ]
        if finding.status == "not in force":
            return [*out, self.force(policy.in_force_from, policy.in_force_to)]
        for name, node, truth in finding.gates:
            out += self.gate(name, node, truth)
        if finding.status == "not applicable":
            return out
        if finding.condition is not None:
            out += self.condition(finding.condition, 1)
        for i, row in enumerate(finding.rows, 1):
            out.append(f"  {self.say(f'第{i}行', f'row {i}')}{self.colon}")
            out += self.condition(row, 2)
        for exception in finding.exceptions:
            named = exception.clause.title or Text(exception.clause.name, exception.clause.name)
            truth = TRUTH[exception.condition.truth].in_(self.language)
            out.append(f"  {self.say('例外', 'exception')}{self.colon}{named.in_(self.language)}{self.say('：', ': ')}{truth}")
            if exception.condition.truth != "false":
                out += self.condition(exception.condition, 2)
                if exception.clause.citation:
                    out.append(f"    {self.say('依据', 'source')}{self.colon}{citation_text(exception.clause.citation, self.language)}")
        for other in finding.displaced_by:
            out.append(self.displaced(other, finding.by_rank))
        for shown in finding.shown:
            out.append(f"  {shown.label.in_(self.language)}{self.colon}{self.value(shown)}")
        if rule.note is not None:
            out.append(f"  {self.say('说明', 'note')}{self.colon}{rule.note.in_(self.language)}")
        return out

    def force(self, since: object, until: object) -> str:
        from datetime import date

        said = []
        if isinstance(since, date):
            said.append(self.say(f"自{date_in(Date.of(since), 'zh')}起施行", f"in force from {date_in(Date.of(since), 'en')}"))
        if isinstance(until, date):
            said.append(self.say(f"至{date_in(Date.of(until), 'zh')}失效", f"no longer in force from {date_in(Date.of(until), 'en')}"))
        return "  " + self.say("，", ", ").join(said)

    def gate(self, name: str, node: ConditionNode | None, truth: str) -> list[str]:
        """Show what decides whether a rule is looked at, where it does not simply hold."""
        if truth == "true":
            return []
        if name == "in force":
            return ["  " + self.say("? 施行日期尚未设定，不能确定是否施行", "? whether it is in force is not known: no date of adoption is set")]
        if node is None:
            return []
        return [f"  {self.say('适用范围', 'scope')}{self.colon}", *self.condition(node, 2)]

    def displaced(self, other: str, by_rank: bool) -> str:
        rule = self.decision.outcome.plan.policies.rules[other]
        title = rule.title.in_(self.language) if rule.title else other
        if by_rank:
            return "  " + self.say(f"上级规定优先，由“{title}”（{other}）代替。", f"The superior rule “{title}” ({other}) takes its place.")
        return "  " + self.say(f"由“{title}”（{other}）代替。", f"“{title}” ({other}) takes its place.")

    def condition(self, node: ConditionNode, depth: int) -> list[str]:
        pad = "  " * depth
        out = [f"{pad}{MARK[node.truth]} {node.text.in_(self.language)}"]
        for part in node.parts:
            out += self.condition(part, depth + 1)
        if node.kind == "test":
            out += self.test(node, pad + "  ")
        return out

    def test(self, node: ConditionNode, pad: str) -> list[str]:
        out = []
        if node.actual is not None:
            out.append(f"{pad}{self.say('实际', 'actual')}{self.colon}{self.value(node.actual)}")
        if node.required is not None:
            out.append(f"{pad}{self.say('要求', 'required')}{self.colon}{self.required(node, node.required)}")
        short = shortfall(node)
        if short is not None:
            out.append(f"{pad}{short.in_(self.language)}")
        return [*out, *fact_lines(self.decision, node.evidence, self.language, pad)]

    def value(self, shown: Shown) -> str:
        return value_in(shown.value, shown.type, self.language)

    def required(self, node: ConditionNode, shown: Shown) -> str:
        from cadre_rules.explain.shortfall import demand

        said = demand(node, value_in(shown.value, shown.type, self.language), self.language)
        if shown.parameter is None:
            return said
        bound = self.decision.outcome.plan.parameters[shown.parameter]
        if bound.value is UNKNOWN:
            return self.say(f"{bound.parameter.title.zh}（尚未设定）", f"{bound.parameter.title.en} (not set)")
        since = date_in(Date.of(bound.since), self.language) if bound.since else ""
        return self.say(
            f"{said}（{bound.parameter.title.zh}，自{since}起，{bound.set_by}）",
            f"{said} ({bound.parameter.title.en}, since {since}, {bound.set_by})",
        )

    def foot(self) -> list[str]:
        policies, record = self.decision.outcome.plan.policies, self.decision.record
        packs = self.say("、", ", ").join(f"{p.name} {p.version}" for p in policies.packs.values())
        out = ["", f"{self.say('政策包', 'packs')}{self.colon}{packs}　sha256:{policies.hash[:16]}"]
        if policies.adoption is not None:
            example = self.say("（示例）", " (example)") if policies.adoption.example else ""
            out.append(f"{self.say('采用', 'adoption')}{self.colon}{policies.adoption.title.in_(self.language)}{example}")
        out.append(f"{self.say('记录', 'record')}{self.colon}{record.name}　sha256:{record.hash[:16]}")
        out += [w.render(self.language) for w in self.decision.subject.warnings]
        return [*out, ADVICE.in_(self.language)]
