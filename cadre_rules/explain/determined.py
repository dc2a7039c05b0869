"""Determinations as lines: what was determined on a matter, by whom, when, on what basis, and whether it counts.

In: a decision and a fact that was looked up. Out: `Made` determinations and lines of text. Whether one counts is
decided in `vocabulary.determinations`; here it is only said why not.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.explain.listed import members
from cadre_rules.explain.values import quoted, value_in
from cadre_rules.feel.values import UNKNOWN, Date
from cadre_rules.vocabulary.determinations import UNSETTLED
from cadre_rules.vocabulary.subjects import present_item

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Fact, Path
    from cadre_rules.policy.linked import Determination, PolicySet

_PARTS = (
    ("by", Text("认定主体", "who made it")),
    ("on", Text("认定日期", "its date")),
    ("basis", Text("依据", "its basis")),
)


@dataclass(frozen=True, slots=True)
class Made:
    """A determination on record. `flaw` says why it does not count or does not settle the matter; None if it does."""

    path: Path
    item: dict[str, Any]
    flaw: Text | None


def declared(policies: PolicySet, matter: str) -> Determination | None:
    """Return the declaration of a matter."""
    return policies.matters.get(matter)


def incident_text(facts: Mapping[str, Any], id_: str) -> Text:
    """Return what an incident is called: its name where the record lists it, else its number."""
    for item in members(facts.get("incidents")):
        if item.get("id") == id_ and isinstance(item.get("title"), str):
            return Text(item["title"], item["title"])
    return Text(f"事项 {id_}", f"incident {id_}")


def made_on(decision: Decision, fact: Fact) -> list[Made]:
    """Return the determinations on the matter of a fact that concern the subject or the incident named, or may."""
    present = present_item(decision.outcome.facts)
    matter, *named = fact.path[1:]
    wanted = named[0] if named else present["id"] if present else None
    out = []
    for i, item in enumerate(members(decision.outcome.facts.get("determinations"))):
        if item.get("matter") == matter and item.get("incident") in (wanted, UNKNOWN):
            out.append(Made(("determinations", i), item, _flaw(item, Date.of(decision.as_of))))
    return out


def _flaw(item: dict[str, Any], as_of: Date) -> Text | None:
    lacking = [text for name, text in _PARTS if item.get(name, UNKNOWN) in (UNKNOWN, None)]
    if lacking:
        zh, en = "、".join(t.zh for t in lacking), ", ".join(t.en for t in lacking)
        return Text(f"未注明{zh}，不作数", f"does not count: {en} not on record")
    if item["on"] > as_of:
        return Text("认定日期晚于决定日期，不作数", "does not count yet: made after the decision date")
    if item.get("incident") is UNKNOWN:
        return Text("未注明所涉事项，不足以确定", "does not settle it: the incident is not stated")
    if item.get("outcome") is UNKNOWN or item.get("outcome") in UNSETTLED:
        return Text("不足以确定", "does not settle it")
    return None


def is_determination(fact: Fact) -> bool:
    """Return whether a fact is a matter that was looked up, not an entry of the record."""
    return fact.path[0] == "determinations" and isinstance(fact.path[1], str)


def matter_title(decision: Decision, fact: Fact, language: Language) -> str:
    """Return what was looked up: the matter, with the incident that it was looked up for where one is named."""
    matter = str(fact.path[1])
    found = declared(decision.outcome.plan.policies, matter)
    title = found.title.in_(language) if found else matter
    if len(fact.path) == 2:
        return title
    incident = incident_text(decision.outcome.facts, str(fact.path[2])).in_(language)
    return f"{incident}：{title}" if language == "zh" else f"{incident}: {title}"


def outcome_said(decision: Decision, fact: Fact, language: Language) -> str:
    """Return what was determined, in a clause."""
    title = quoted(matter_title(decision, fact, language))
    if fact.value is None:
        return f"没有关于{title}的认定" if language == "zh" else f"no determination {title}"
    said = quoted(value_in(fact.value, fact.type, language))
    return f"{title}认定为{said}" if language == "zh" else f"{title} determined as {said}"


def determined_lines(decision: Decision, fact: Fact, language: Language) -> list[str]:
    """Return the lines of a determination that was looked up."""
    zh = language == "zh"
    title = matter_title(decision, fact, language)
    made = made_on(decision, fact)
    if not made:
        if fact.value is None:
            none = "没有认定记录，视为没有认定" if zh else "no determination is on record, so there is none"
        else:
            none = "没有认定记录，是否认定未知" if zh else "no determination is on record, and there may be one"
        return [f"{quoted(title)}{'：' if zh else ': '}{none}"]
    out = [_line(decision, one, title, fact, language) for one in made]
    if len(made) > 1 and fact.value is UNKNOWN and len([one for one in made if one.flaw is None]) > 1:
        out.append(
            f"{quoted(title)}：各项认定不一致，不足以确定"
            if zh
            else f"{quoted(title)}: the determinations differ, so it is not settled"
        )
    return out


def _line(decision: Decision, one: Made, title: str, fact: Fact, language: Language) -> str:
    zh = language == "zh"
    said = value_in(one.item.get("outcome", UNKNOWN), fact.type, language)
    by, on, basis = (value_in(one.item.get(name, UNKNOWN), None, language) for name in ("by", "on", "basis"))
    place = decision.names.place(one.path)
    if zh:
        flaw = f"；{one.flaw.zh}" if one.flaw else ""
        return f"{place}　{quoted(title)}：认定为{quoted(said)}（认定主体：{by}；认定日期：{on}；依据：{basis}{flaw}）"
    flaw = f"; {one.flaw.en}" if one.flaw else ""
    return f"{place}　{quoted(title)}: determined as {quoted(said)} (by {by}, on {on}, basis: {basis}{flaw})"
