"""A breach of a principle, as its reader is told of it.

In: the check, the rule, what decides in it. Out: a `Breach` with its diagnostic: where the condition stands, which
facts it rests on, the principle with its source, what to do.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.analysis import messages
from cadre_rules.diagnostics import Diagnostic, Text
from cadre_rules.diagnostics.text import quoted
from cadre_rules.vocabulary.grounds import KINDS
from cadre_rules.vocabulary.sections import ROOTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping, Sequence

    from cadre_rules.diagnostics import Message
    from cadre_rules.policy.linked import Citation, DatedValue, Parameter, Place, Question, Rule
    from cadre_rules.policy.linked_checks import PrincipleCheck
    from cadre_rules.vocabulary.grounds import Kind


@dataclass(frozen=True, slots=True)
class Breach:
    """A rule that a principle forbids. `facts` are those by which it decides alone."""

    check: PrincipleCheck
    rule: str
    facts: tuple[str, ...]
    diagnostic: Diagnostic


@dataclass(frozen=True, slots=True)
class Finding:
    """What a check has found in a rule: what the rule does, by which facts, and where that stands."""

    check: PrincipleCheck
    rule: Rule
    effect: Text
    facts: Mapping[tuple[str, str], frozenset[Kind]]
    place: Place | None
    bound: bool  # whether the rule is of the place whose principle it is, or of a layer below

    def breach(self) -> Breach:
        """Return the breach by a rule alone."""
        return self._told(messages.BARS, mend=self._mend())

    def together(self, others: Sequence[Rule]) -> Breach:
        """Return the breach by several rules together."""
        return self._told(messages.TOGETHER, mend=self._mend(), others=_rules(others))

    def raised(self, parameter: Parameter, value: DatedValue) -> Breach:
        """Return the breach by a stricter value of a parameter of a higher layer."""
        unless = messages.CITE_RAISE if self.check.cites_higher else messages.NOTHING
        values = {"value": _plain(value.value), "over": _plain(value.over)}
        return self._told(messages.RAISED, parameter=parameter.title, unless=unless, **values)

    def too_intricate(self) -> Breach:
        """Return the fault of a rule that cannot be examined."""
        return self._told(messages.TOO_INTRICATE)

    def _mend(self) -> Text:
        form = messages.CITE if self.check.cites_higher else messages.PLAIN_MEND
        return form.format(mend=messages.MEND)

    def _told(self, message: Message, **more: Any) -> Breach:
        place = self.place
        diagnostic = message.at(
            place.position if place is not None else self.rule.position,
            line=place.line if place is not None else self.rule.line,
            rule=self.rule.id,
            kinds=_kinds(self.facts.values()),
            facts=_facts(self.facts),
            effect=self.effect,
            principle=self.check.title,
            check=self.check.id,
            place=self.check.place,
            source=_source(self.check.citation),
            elsewhere=messages.NOTHING if self.bound else messages.ELSEWHERE.format(place=self.check.place),
            **more,
        )
        return Breach(self.check, self.rule.id, tuple(f"{s}.{n}" for s, n in self.facts), diagnostic)


def effect_of(question: Question, conclusion: str | None, *, withheld: bool = False) -> Text:
    """Return what a rule does to people: it bars them, draws a conclusion about them, or withholds one."""
    if conclusion is None:
        return messages.BARRED.format(question=question.title)
    form = messages.WITHHOLDS if withheld else messages.CONCLUDES
    return form.format(question=question.title, conclusion=question.conclusions[conclusion].text)


def _plain(value: Any) -> str:
    """Return a value as a policy file writes it."""
    return value.iso() if hasattr(value, "iso") else str(value)


def _kinds(found: Iterable[frozenset[Kind]]) -> Text:
    kinds = frozenset().union(*found)
    names = [text for kind, text in KINDS.items() if kind in kinds]
    return Text("、".join(t.zh for t in names), " and ".join(t.en for t in names))


def _facts(facts: Iterable[tuple[str, str]]) -> Text:
    names = []
    for section, name in facts:
        root = ROOTS[section]
        field = root.context.find(name)
        assert field is not None
        names.append(Text(f"{root.zh}.{field.zh}", f"{root.en}.{field.en}"))
    return Text("、".join(t.zh for t in names), ", ".join(t.en for t in names))


def _rules(rules: Sequence[Rule]) -> Text:
    return Text("、".join(f"「{r.id}」" for r in rules), ", ".join(f"`{r.id}`" for r in rules))


def _source(citation: Citation) -> Text:
    """Return a citation on one line; only what has a title of its own stands in 《》."""
    issuer = citation.issuer or Text("", "")
    title = citation.title or Text(citation.document, citation.document)
    named = f"《{title.zh}》" if citation.title is None or not citation.document.endswith(".txt") else quoted(title.zh)
    quote = quoted(citation.quote.strip().rstrip("。")) if citation.quote else ""
    en = ", ".join(part for part in (issuer.en, quoted(title.en), citation.clause) if part)
    return Text(
        f"{issuer.zh}{named}{citation.clause}" + (f"：{quote}" if quote else ""), en + (f": {quote}" if quote else "")
    )
