"""The facts behind a test as lines: where each stands in the record, what it is, and whether it counted.

In: evidence. Out: lines of text in one language. Long lists are cut, saying how much was left out; the decision as
data has them all.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.determined import determined_lines
from cadre_rules.explain.naming import list_text
from cadre_rules.explain.words import words

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Evidence, Fact, Listing, Member

SHOWN_ITEMS = 12  # of one list; the items that were left out give way first
SHOWN_FACTS = 4  # of one item
CHOSEN = {
    "counted": Text("计入", "counted"),
    "perhaps": Text("不能确定是否计入", "perhaps counted"),
    "left out": Text("不计入", "not counted"),
}
MATCHED = {
    "counted": Text("符合", "it is so"),
    "perhaps": Text("不能确定", "not known"),
    "left out": Text("不符合", "it is not so"),
}


def fact_lines(decision: Decision, evidence: Evidence, language: Language, pad: str) -> list[str]:
    """Return the lines of the facts and list items behind a test."""
    out = []
    for fact in evidence.facts.values():
        if fact.path[0] == "determinations" and isinstance(fact.path[1], str):
            out += [f"{pad}· {line}" for line in determined_lines(decision, fact, language)]
        else:
            out.append(f"{pad}· {_fact(decision, fact, language)}")
    chains = evidence.chains
    for listing, found in chains:
        if len(chains) > 1 and found:
            out.append(f"{pad}· {listing_text(decision, listing).in_(language)}{'：' if language == 'zh' else ':'}")
        out += _member_lines(decision, listing, list(found.values()), language, pad)
    return [*out, *_missing_lines(evidence, language, pad)]


def listing_text(decision: Decision, listing: Listing) -> Text:
    """Return what a list is called."""
    return words(listing.tree, decision.outcome.plan.policies, listing.owner)


def _fact(decision: Decision, fact: Fact, language: Language) -> str:
    names = decision.names
    basis = names.basis(fact.path)
    extra = f"（{basis.zh}）" if basis and language == "zh" else f" ({basis.en})" if basis else ""
    return f"{names.place(fact.path)}　{names.stated(fact, language)}{extra}"


def _member_lines(decision: Decision, listing: Listing, found: list[Member], language: Language, pad: str) -> list[str]:
    shown = found
    if len(found) > SHOWN_ITEMS:
        rank = {"counted": 0, "perhaps": 0, "left out": 1}
        first = sorted(range(len(found)), key=lambda i: (rank[found[i].state], -i))[:SHOWN_ITEMS]
        shown = [found[i] for i in sorted(first)]
    out = [f"{pad}· {_member(decision, listing, member, language)}" for member in shown]
    left = len(found) - len(shown)
    if left:
        out.append(pad + (f"· 另有{left}项，从略" if language == "zh" else f"· and {left} more, not shown here"))
    return out


def _member(decision: Decision, listing: Listing, member: Member, language: Language) -> str:
    zh, names = language == "zh", decision.names
    name = names.item(member.path).in_(language)
    state = (MATCHED if listing.matches else CHOSEN)[member.state].in_(language)
    because = [names.said(fact, language) for fact in member.because[:SHOWN_FACTS] if fact.path[:2] == member.path]
    more = ("等" if zh else " …") if len(member.because) > SHOWN_FACTS else ""
    reason = ("，" if zh else ", ").join(because) + more
    tail = (f"（{reason}）" if zh else f" ({reason})") if because else ""
    return f"{names.place(member.path)}　{name}{'：' if zh else ': '}{state}{tail}"


def _missing_lines(evidence: Evidence, language: Language, pad: str) -> list[str]:
    out = []
    for missing in evidence.missing:
        if missing.kind == "list":
            name = list_text(str(missing.path[0])).in_(language)
            said = (
                f"“{name}”没有给出，或者不完整"
                if language == "zh"
                else f"the list “{name}” is not given, or not complete"
            )
            out.append(f"{pad}· /{missing.path[0]}　{said}")
        elif missing.kind == "year":
            said = (
                f"没有{missing.name}年的考核记录"
                if language == "zh"
                else f"no assessment of {missing.name} is on record"
            )
            out.append(f"{pad}· /assessments　{said}")
        elif missing.kind == "calendar":
            said = (
                "有关年度的放假安排尚未公布" if language == "zh" else "the holidays of the year are not published yet"
            )
            out.append(f"{pad}· {said}")
    return out
