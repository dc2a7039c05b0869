"""The facts behind a test as lines: where each stands in the record, what it is, and whether it counted.

In: evidence. Out: lines of text in one language. Long lists are cut, saying how much was left out, and a list that a
rule has shown already is not shown again; the decision as data has all of them each time.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.determined import determined_lines, is_determination, outcome_said
from cadre_rules.explain.naming import list_text
from cadre_rules.explain.values import quoted, value_in
from cadre_rules.explain.words import words
from cadre_rules.feel.tree import Filter, Quantified
from cadre_rules.feel.values import UNKNOWN

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Evidence, Fact, Listing, Member, Missing, Path

SHOWN_ITEMS = 12  # of one list; the items that were left out give way first
SHOWN_FACTS = 4  # of one item
SHOWN_LOOSE = 30  # lines of facts behind one test that stand in no list
SHOWN_ONE_BY_ONE = 6  # of these; more are put together with the item that they are of
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


class FactLines:
    """Writes the facts behind the tests of one rule."""

    def __init__(self, decision: Decision, language: Language) -> None:
        self.decision = decision
        self.names = decision.names
        self.language: Language = language
        self.zh = language == "zh"
        self.shown: set[tuple[str, ...]] = set()

    def _say(self, zh: str, en: str) -> str:
        return zh if self.zh else en

    def lines(self, evidence: Evidence, pad: str) -> list[str]:
        """Return the lines of the facts and list items behind a test."""
        out = self._loose(list(evidence.facts.values()))
        chains = [(listing, list(found.values())) for listing, found in evidence.chains if found]
        for listing, found in chains:
            out += self._listing(listing, found, alone=len(chains) == 1)
        out += [self._missing(missing) for missing in evidence.missing if missing.kind in ("list", "year", "calendar")]
        return [f"{pad}{line}" if line.startswith(" ") else f"{pad}· {line}" for line in out]

    def _loose(self, facts: list[Fact]) -> list[str]:
        """Return facts that stand in no list: one by one, or where there are many together with what they are of."""
        looked_up = [fact for fact in facts if is_determination(fact)]
        others = [fact for fact in facts if not is_determination(fact)]
        items: dict[Path, list[Fact]] = {}
        for fact in others:
            items.setdefault(fact.path[:2] if isinstance(fact.path[1], int) else fact.path, []).append(fact)
        together = len(others) > SHOWN_ONE_BY_ONE and len(items) < len(others)
        lines = [self._of_item(path, own) for path, own in items.items()] if together else [*map(self._fact, others)]
        left = len(lines) - SHOWN_LOOSE
        more = [self._say(f"另有{left}项，从略", f"and {left} more, not shown here")] if left > 0 else []
        if together and tuple(lines) in self.shown:
            lines, more = [self._say("各项事实见上文", "the facts are as above")], []
        self.shown.add(tuple(lines))
        determined = [line for fact in looked_up for line in determined_lines(self.decision, fact, self.language)]
        return determined + lines[:SHOWN_LOOSE] + more

    def _of_item(self, path: Path, facts: list[Fact]) -> str:
        """Return the facts of one item together."""
        if len(facts) == 1:
            return self._fact(facts[0])
        said = self._say("，", ", ").join(self.names.said(fact, self.language) for fact in facts)
        name = self.names.item(path).in_(self.language)
        return f"{self.names.place(path)}　{name}{self._say('：', ': ')}{said}"

    def _fact(self, fact: Fact) -> str:
        basis = self.names.basis(fact.path)
        extra = self._say(f"（{basis.zh}）", f" ({basis.en})") if basis else ""
        return f"{self.names.place(fact.path)}　{self.names.stated(fact, self.language)}{extra}"

    # lists ----------------------------------------------------------------------------------------------------

    def _listing(self, listing: Listing, found: list[Member], *, alone: bool) -> list[str]:
        """Return the items of a list; its name where there are several, or where it was shown before."""
        lines = self._members(listing, found)
        named = listing_text(self.decision, listing).in_(self.language)
        if tuple(lines) in self.shown:
            return [self._say(f"{named}：各项见上文", f"{named}: as above")]
        self.shown.add(tuple(lines))
        return lines if alone else [self._say(f"{named}：", f"{named}:"), *(f"  · {line}" for line in lines)]

    def _members(self, listing: Listing, found: list[Member]) -> list[str]:
        shown = found
        if len(found) > SHOWN_ITEMS:
            rank = {"counted": 0, "perhaps": 0, "left out": 1}
            first = sorted(range(len(found)), key=lambda i: (rank[found[i].state], -i))[:SHOWN_ITEMS]
            shown = [found[i] for i in sorted(first)]
        left = len(found) - len(shown)
        more = [self._say(f"另有{left}项，从略", f"and {left} more, not shown here")] if left else []
        return [self._member(listing, member) for member in shown] + more

    def _member(self, listing: Listing, member: Member) -> str:
        name = self.names.item(member.path).in_(self.language)
        state = (MATCHED if listing.matches else CHOSEN)[member.state].in_(self.language)
        own = [fact for fact in member.because if fact.path[:2] == member.path]
        said = [self.names.said(fact, self.language) for fact in own[:SHOWN_FACTS]]
        found = [fact for fact in member.because if is_determination(fact) and fact.value is not UNKNOWN]
        said += [outcome_said(self.decision, fact, self.language) for fact in found]
        more = self._say("等", " …") if len(own) > SHOWN_FACTS else ""
        reason = self._say("，", ", ").join(said) + more
        tail = self._say(f"（{reason}）", f" ({reason})") if said else ""
        return f"{self.names.place(member.path)}　{name}{self._say('：', ': ')}{state}{tail}"

    # what is not there ----------------------------------------------------------------------------------------

    def _missing(self, missing: Missing) -> str:
        if missing.kind == "year":
            return self._say(
                f"没有{missing.name}年年度考核的记录", f"no annual assessment of {missing.name} is on record"
            )
        if missing.kind == "calendar":
            return self._say("有关年度的放假安排尚未公布", "the public holidays of the year are not published yet")
        root = str(missing.path[0])
        name = list_text(root).in_(self.language)
        since = self.decision.record.complete_from.get(root)
        if since is not None:
            said = value_in(since, None, self.language)
            year = "" if not said.isdigit() else "年"
            gap = self._say(f"“{name}”自{said}{year}起完整，此前未列出", f"“{name}” is complete from {said} on only")
        elif self.names.listed(root):
            gap = self._say(f"“{name}”不完整", f"“{name}” is not complete")
        else:
            gap = self._say(f"没有给出“{name}”", f"“{name}” is not given")
        return f"/{root}　{gap}"


def listing_text(decision: Decision, listing: Listing) -> Text:
    """Return what a list is called: by its definition, or else by its own words."""
    policies = decision.outcome.plan.policies
    if isinstance(listing.tree, Quantified):
        domain = words(listing.tree.iterators[0].domain, policies, listing.owner)
        return Text(f"逐项判断{quoted(domain.zh)}", f"each of {quoted(domain.en)}")
    titles = {d.id: d.title for d in policies.names[listing.owner].definitions.values() if d.title is not None}
    if listing.definition in titles:
        return titles[listing.definition]
    if listing.within in titles and isinstance(listing.tree, Filter):
        base, title = words(listing.tree.base, policies, listing.owner), titles[listing.within]
        return Text(
            f"为{quoted(title.zh)}选取的{quoted(base.zh)}", f"{quoted(base.en)} as chosen for {quoted(title.en)}"
        )
    return words(listing.tree, policies, listing.owner)
