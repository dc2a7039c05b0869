"""A decision as a text: what an officer reads in a terminal or files.

In: a `Decision`, a language. Out: text: the answer, what is missing, what changes it, then the reasons rule by rule.
Only layout stands here; the words come from the other modules.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.answer import ADVICE, UNDETERMINED
from cadre_rules.explain.citations import Citations
from cadre_rules.explain.computed import computed_text
from cadre_rules.explain.text_reasons import finding_lines
from cadre_rules.explain.text_scope import is_outside, outside_lines
from cadre_rules.explain.trials import NO_DETERMINATION
from cadre_rules.explain.values import date_in, quoted
from cadre_rules.feel.values import Date

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language, Text
    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.needs import Need
    from cadre_rules.policy.linked import Conclusion

SHOWN_NEEDS = 12
SHOWN_VALUES = 6  # of a need, with the same answer
_SHOWN_FIRST = {"fired": 0, "undetermined": 1}  # of rules: what the answer comes from, then what keeps it open


def render(decision: Decision, language: Language) -> str:
    """Return the explanation of `decision` in one language."""
    page = _Page(decision, language)
    parts = [page.head(), page.missing(), page.change(), page.by_a_hair(), page.reasons(), page.foot()]
    return "\n\n".join("\n".join(lines) for lines in parts if lines)


def ended(said: str, zh: bool) -> str:
    """Return a sentence with its full stop."""
    return said if said.endswith(("。", ".", "！", "？")) else said + ("。" if zh else ".")


class _Page:
    def __init__(self, decision: Decision, language: Language) -> None:
        self.decision = decision
        self.language = language
        self.zh = language == "zh"
        self.colon = self.say("：", ": ")
        self.question = decision.outcome.plan.question

    def say(self, zh: str, en: str) -> str:
        return zh if self.zh else en

    def in_(self, text: Text) -> str:
        return text.in_(self.language)

    def date(self, day: object) -> str:
        return date_in(day if isinstance(day, Date) else Date.of(day), self.language)  # type: ignore[arg-type]

    # the answer -----------------------------------------------------------------------------------------------

    def head(self) -> list[str]:
        decision = self.decision
        subject = decision.subject.name or self.say("（未写姓名）", "(no name)")
        return [
            f"{self.say('问题', 'Question')}{self.colon}{self.in_(self.question.asks)}",
            f"{self.say('对象', 'Subject')}{self.colon}{subject}",
            f"{self.say('决定日期', 'Decision date')}{self.colon}{self.date(decision.as_of)}",
            f"{self.say('结论', 'Answer')}{self.colon}{self.in_(decision.answer_text)}",
            *self.conclusions(),
        ]

    def conclusions(self) -> list[str]:
        decision, known = self.decision, self.question.conclusions
        out = [f"  · {self.conclusion(known[name])}" for name in decision.conclusions]
        for name in decision.open_conclusions:
            out.append(f"  ? {self.in_(known[name].text)}{self.colon}{self.say('不能确定', 'undetermined')}")
        for a, b in decision.conflicts:
            first, second = quoted(self.in_(known[a].text)), quoted(self.in_(known[b].text))
            out.append(
                self.say(
                    f"  ! {first}与{second}相互抵触，须由有权机关研究确定。",
                    f"  ! {first} and {second} exclude each other; the body that has the power resolves it.",
                )
            )
        return out

    def conclusion(self, conclusion: Conclusion) -> str:
        said = self.in_(conclusion.text)
        if conclusion.opens:
            said += self.say(f"（{conclusion.opens.zh}）", f" ({conclusion.opens.en})")
        return said + (self.colon + self.in_(conclusion.sentence) if conclusion.sentence else "")

    def changed(self, answer: Answer) -> str:
        """Return an answer inside of a sentence; where measures follow, the measures."""
        said = [self.in_(self.question.conclusions[name].text) for name in answer.concluded]
        if answer.value == "concluded" and said:
            return self.say("、", ", ").join(said)
        own = self.in_(answer.text).rstrip("。.")
        if answer.value == UNDETERMINED and said:
            some = self.listed([quoted(one) for one in said])
            return own + self.say(f"，但已得出{some}的结论", f", but {some} is concluded")
        return own

    def listed(self, phrases: list[str]) -> str:
        return self.say("、", ", ").join(phrases)

    # what is missing ------------------------------------------------------------------------------------------

    def missing(self) -> list[str]:
        needs = self.decision.needs
        tried = [need for need in needs if need.effect != "may matter"]
        others = [need for need in needs if need.effect == "may matter"]
        if self.decision.answer == UNDETERMINED:
            head = self.say("还需要以下情况才能确定：", "To settle it, the following is needed:")
        else:
            head = self.say(
                "结论已经确定；尚未确定的各项取决于：", "The answer is settled; what is still open depends on:"
            )
        more = self.say("以下情况也可能有影响：", "The following may matter as well:") if tried else head
        return [*self.needs(head, tried, 1), *self.needs(more, others, len(tried) + 1)]

    def needs(self, head: str, needs: list[Need], first: int) -> list[str]:
        if not needs:
            return []
        out = [head]
        for i, need in enumerate(needs[:SHOWN_NEEDS], first):
            place = need.id(self.decision.record)
            place = self.say(f"（{place}）", f" ({place})") if place.startswith("/") else ""
            out.append(f"  {i}. {self.in_(need.text)}{place}{self.say('；', '; ')}{self.in_(need.supplier)}")
            out += [f"     - {line}" for line in self.outcomes(need)]
        left = len(needs) - SHOWN_NEEDS
        return [
            *out,
            *([self.say(f"  另有{left}项，从略。", f"  and {left} more, not shown here.")] if left > 0 else []),
        ]

    def outcomes(self, need: Need) -> list[str]:
        """Return what follows from each value of a need, values with the same answer together; not what stays open."""
        before = self.decision.answer
        groups: dict[tuple[object, ...], tuple[Answer, list[str]]] = {}
        for text, answer in need.outcomes:
            if answer.settled or answer.value not in (before, UNDETERMINED):
                groups.setdefault(answer.signature, (answer, []))[1].append(self.in_(text))
        out = []
        for answer, values in groups.values():
            said = self.changed(answer)
            if_ = self.condition(need, values)
            out.append(self.say(f"如{if_}，结论为：{said}", f"if {if_}: {said}"))
        return out

    def condition(self, need: Need, values: list[str]) -> str:
        """Return what is supposed of a need: that it has one of some values."""
        verb = self.in_(need.verb) if need.verb else ""
        none = self.in_(NO_DETERMINATION)
        if need.kind == "determination":
            said = [none if value == none else f"{verb}{quoted(value)}" for value in values]
            return self.say("或者", " or ").join(said)
        if need.kind == "fact" and need.verb is None:
            verb = self.say("", "it ")  # a truth: it is a leading post
        shown = values[:SHOWN_VALUES]
        if len(values) > SHOWN_VALUES:
            more = self.say(f"等{len(values)}种情形之一", f" … ({len(values)} values)")
            return f"{verb}{self.listed(shown)}{more}"
        return verb + self.say("或者", " or ").join([self.listed(shown[:-1]), shown[-1]] if shown[1:] else shown)

    # what changes it ------------------------------------------------------------------------------------------

    def change(self) -> list[str]:
        out = []
        before = self.decision.answer
        for n, change in enumerate(self.decision.timeline.changes[:3]):
            day, said = self.date(change.on), self.changed(change.answer)
            becomes = self.becomes(before, change.answer)
            before = change.answer.value
            if n == 0:
                held = self.decision.outcome.plan.question.subject in ("cadre", "incident")
                zh, en = ("现任职务不变、其他情况也", "the present posts go on and ") if held else ("情况", "")
                out.append(
                    self.say(
                        f"如{zh}不变，自{day}起，结论{becomes}{said}。",
                        f"If {en}nothing else changes, from {day} on the answer {becomes}{said}.",
                    )
                )
            else:
                again = "" if becomes == "仍" else "又"
                out.append(self.say(f"自{day}起，结论{again}{becomes}{said}。", f"From {day} on it {becomes}{said}."))
        return out

    def becomes(self, before: str, answer: Answer) -> str:
        """Return the verb of a change: an answer that is open is no conclusion, and one that was open is settled."""
        if answer.value == UNDETERMINED:
            return self.say(
                "仍" if before == UNDETERMINED else "变为", "is still " if before == UNDETERMINED else "is "
            )
        if before == UNDETERMINED:
            return self.say("可以确定为：", "is settled: ")
        return self.say("变为：", "is: ")

    def by_a_hair(self) -> list[str]:
        out = []
        for entry in self.decision.sensitive:
            name = self.in_(self.decision.names.fact(entry.path))
            other, counted, said = self.date(entry.other), self.date(entry.counted_as), self.changed(entry.answer)
            out.append(
                self.say(
                    f"提醒：{name}只记载到月，按{counted}计算；如为{other}，结论为：{said}。",
                    f"Warning: {name} is known to the month only and counts as {counted}; "
                    f"were it {other}, the answer would be: {said}.",
                )
            )
        return out

    # reasons and sources --------------------------------------------------------------------------------------

    def reasons(self) -> list[str]:
        out = [f"{self.say('理由', 'Reasons')}{self.colon.rstrip()}"]
        cited = Citations(self.language)
        outside = [finding for finding in self.decision.findings if is_outside(finding)]
        for finding in sorted(self.decision.findings, key=lambda f: _SHOWN_FIRST.get(f.status, len(_SHOWN_FIRST))):
            if finding not in outside:
                out += ["", *finding_lines(self.decision, finding, cited)]
        return [*out, "", *outside_lines(self.decision, outside, cited)] if outside else out

    def foot(self) -> list[str]:
        decision = self.decision
        policies, record = decision.outcome.plan.policies, decision.record
        packs = self.say("、", ", ").join(f"{self.in_(p.title)} {p.name} {p.version}" for p in policies.packs.values())
        out = [f"{self.say('政策包', 'Packs')}{self.colon}{packs}　sha256:{policies.hash[:16]}"]
        if policies.adoption is not None:
            title = self.in_(policies.adoption.title)
            plain = policies.adoption.example and self.say("示例", "xample") not in title
            example = self.say("（示例）", " (example)") if plain else ""
            out.append(f"{self.say('采用', 'Adoption')}{self.colon}{title}{example}")
        out.append(f"{self.say('记录', 'Record')}{self.colon}{record.name}　sha256:{record.hash[:16]}")
        out += [ended(self.in_(note), self.zh) for note in record.notes]
        out += [warning.render(self.language) for warning in decision.subject.warnings]
        said = computed_text(decision.outcome)
        return [*out, *([self.in_(said)] if said else []), self.in_(ADVICE)]
