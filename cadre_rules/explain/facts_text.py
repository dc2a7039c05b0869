"""The facts behind a test as lines: where each stands in the record, what it is, and whether it counted.

In: evidence. Out: lines of text in one language.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.naming import fact_name, item_name, list_text, type_at
from cadre_rules.explain.values import value_in

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Evidence, Fact, Member

STATES = {
    "counted": Text("计入", "counted"),
    "perhaps": Text("不能确定是否计入", "perhaps counted"),
    "left out": Text("不计入", "not counted"),
}


def fact_lines(decision: Decision, evidence: Evidence, language: Language, pad: str) -> list[str]:
    """Return the lines of the facts and list items behind a test."""
    out = [fact_line(decision, fact, language, pad) for fact in evidence.facts.values()]
    out += [_member_line(decision, member, language, pad) for member in evidence.members.values()]
    zh = language == "zh"
    for missing in evidence.missing:
        if missing.kind == "list":
            name = list_text(str(missing.path[0])).in_(language)
            out.append(f"{pad}· /{missing.path[0]}　" + (f"{name}没有给出，或者不完整" if zh else f"{name}: not given, or not complete"))
    return out


def place(decision: Decision, path: tuple[str | int, ...]) -> str:
    """Return the pointer of a fact and, for a file, its line."""
    pointer = decision.record.pointer(*path)
    where = decision.record.locate(pointer)
    line = getattr(where, "line", None)
    element = getattr(where, "element", None)
    if element:
        return f"{pointer} [{where}]"
    return f"{pointer} [{where.file}:{line}]" if where is not None and line else pointer  # type: ignore[union-attr]


def fact_line(decision: Decision, fact: Fact, language: Language, pad: str) -> str:
    """Return the line of one fact."""
    if fact.path[0] == "determinations" and isinstance(fact.path[1], str):
        return f"{pad}· {determination_text(decision, fact, language)}"
    name = fact_name(decision.outcome.facts, fact.path).in_(language)
    value = value_in(fact.value, fact.type, language)
    basis = decision.record.basis(decision.record.pointer(*fact.path))
    extra = f"（{basis.zh}）" if basis and language == "zh" else f" ({basis.en})" if basis else ""
    colon = "：" if language == "zh" else ": "
    return f"{pad}· {place(decision, fact.path)}　{name}{colon}{value}{extra}"


def determination_text(decision: Decision, fact: Fact, language: Language) -> str:
    """Return a determination with who made it, when and on what basis; or that there is none that counts."""
    zh = language == "zh"
    matter = str(fact.path[1])
    known = decision.outcome.plan.policies.policies.values()
    declared = next((p.determinations[matter] for p in known if matter in p.determinations), None)
    title = declared.title.in_(language) if declared else matter
    made = [d for d in _determinations(decision) if d[1].get("matter") == matter]
    value = value_in(fact.value, fact.type, language)
    if not made:
        return f"“{title}”：没有认定" if zh else f"{title}: no determination on record"
    out = []
    for i, item in made:
        said = value_in(item.get("outcome"), fact.type, language)
        by, basis, on = (value_in(item.get(n), None, language) for n in ("by", "basis", "on"))
        where = place(decision, ("determinations", i))
        out.append(
            f"{where}　“{title}”：{said}（认定主体：{by}；日期：{on}；依据：{basis}）"
            if zh
            else f"{where}　{title}: {said} (by {by}, on {on}, basis: {basis})"
        )
    settled = "" if fact.value is not None and value not in ("未知", "not known") else ("；不足以确定" if zh else "; not settled")
    return "；".join(out) + settled if zh else "; ".join(out) + settled


def _determinations(decision: Decision) -> list[tuple[int, dict[str, object]]]:
    from cadre_rules.explain.evidence import members

    incident = decision.outcome.facts.get("incident")
    wanted = incident["id"] if incident else None
    items = members(decision.outcome.facts.get("determinations"))
    return [(i, item) for i, item in enumerate(items) if item.get("incident") == wanted]


def _member_line(decision: Decision, member: Member, language: Language, pad: str) -> str:
    zh = language == "zh"
    name = item_name(decision.outcome.facts, member.path).in_(language)
    state = STATES[member.state].in_(language)
    why = []
    for fact in member.why:
        _, own = type_at(fact.path)
        said = value_in(fact.value, fact.type, language)
        why.append(f"{own.zh}为{said}" if zh else f"{own.en}: {said}")
    reason = ("，" if zh else ", ").join(why)
    colon = "：" if zh else ": "
    tail = (f"（{reason}）" if zh else f" ({reason})") if reason else ""
    return f"{pad}· {place(decision, member.path)}　{name}{colon}{state}{tail}"
