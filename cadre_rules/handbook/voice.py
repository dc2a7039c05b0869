"""The language of a page: wording, links and citations in Chinese or in English.

In: a book, a language. Out: `Voice`, which every page is written with. What it returns as HTML is safe; Chinese
pages say nothing in English beyond names of files, FEEL and ids, and the other way round nothing but quotations.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.values import date_in, quoted, value_in
from cadre_rules.explain.words import words
from cadre_rules.feel.fmt import translate
from cadre_rules.feel.types import ContextType, Enumeration, ListType
from cadre_rules.feel.values import Date
from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.terms import CONFIDENCE, TYPES
from cadre_rules.policy.models.parameters import TABLE, WEIGHTS

if TYPE_CHECKING:
    from collections.abc import Iterable
    from datetime import date

    from cadre_rules.diagnostics import Language, Text
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.handbook.book import Book, PackView
    from cadre_rules.policy.linked import Parameter
    from cadre_rules.policy.models.policy_file import Policy
    from cadre_rules.policy.models.rules import Rule
    from cadre_rules.policy.models.texts import Bilingual, CitationPart, FeelText

_HAN = "\u3001-\u301f\u3400-\u4dbf\u4e00-\u9fff\uff00-\uffef“”‘’"
_HAN_SPACE = re.compile(f"(?<=[{_HAN}])(?: +|\n)(?=[{_HAN}])")  # where a folded line was joined


def joined(said: str) -> str:
    """Return a Chinese text without the blanks and line ends that folding put between its characters."""
    return _HAN_SPACE.sub("", said)


class Voice:
    """Words of one language."""

    def __init__(self, book: Book, language: Language) -> None:
        self.book = book
        self.language: Language = language
        self.zh = language == "zh"
        self.colon = self.say("：", ": ")

    def say(self, zh: str, en: str) -> str:
        """Return the wording in the reader's language."""
        return zh if self.zh else en

    def in_(self, said: Text | Bilingual | None) -> str:
        """Return a bilingual text in the reader's language; nothing for none."""
        if said is None:
            return ""
        return joined(said.zh) if self.zh else said.en

    def title(self, said: Text | Bilingual | None) -> str:
        """Return a text as a title: in English with a capital."""
        plain = self.in_(said)
        return plain[:1].upper() + plain[1:]

    def text(self, said: Text | Bilingual | None) -> str:
        """Return a bilingual text as HTML."""
        return pieces.text(self.in_(said))

    def listed(self, parts: Iterable[str]) -> str:
        """Return pieces of a line as an enumeration."""
        return self.say("、", ", ").join(parts)

    def apart(self, parts: Iterable[str]) -> str:
        """Return clauses of a line."""
        return self.say("；", "; ").join(parts)

    def quoted(self, said: str) -> str:
        """Return a text in quotation marks."""
        return quoted(said)

    def date(self, day: date) -> str:
        """Return a date in words."""
        return date_in(Date.of(day), self.language)

    def value(self, value: Any, type_: Type | None, unit: Text | None = None) -> str:
        """Return a value in words; all items of a list."""
        if isinstance(value, list | tuple):
            item = type_.item if isinstance(type_, ListType) else None
            if isinstance(item, ContextType) and value:
                return self.apart(self._named(one, item, unit) for one in value)
            return self.listed(value_in(v, item, self.language, unit) for v in value) or self.say(
                "空列表", "an empty list"
            )
        return value_in(value, type_, self.language, unit)

    def _named(self, value: Any, type_: ContextType, unit: Text | None) -> str:
        """Return an entry of a table of a parameter: its name and its value."""
        name, held = type_.fields
        said = value_in(value[held.en], held.type, self.language, unit)
        return f"{value[name.en]}{self.colon}{said}"

    def type_name(self, parameter: Parameter) -> str:
        """Return what kind of value a parameter has."""
        type_ = parameter.type.item if isinstance(parameter.type, ListType) else parameter.type
        if parameter.type_name == WEIGHTS:
            return self.say("权重，按名称列出，合计为1", "weights by name, which add up to 1")
        if isinstance(type_, ContextType):
            name = self._type_name(type_.fields[-1].type, parameter.type_name.removeprefix(TABLE))
            return self.say(f"表，按名称取值，各值为{name}", f"a table by name; each value is: {name}")
        name = self._type_name(type_, parameter.type_name.removeprefix("list of "))
        return self.say(f"列表，各项为{name}", f"a list of: {name}") if isinstance(parameter.type, ListType) else name

    def _type_name(self, type_: Type, written: str) -> str:
        if isinstance(type_, Enumeration):
            own = self.listed(v.zh if self.zh else v.en for v in type_.values)
            return self.say(f"{type_.zh or type_.name}（{own}）", f"{type_.name.replace('_', ' ')} ({own})")
        return self.in_(TYPES[written])

    # FEEL -------------------------------------------------------------------------------------------------------

    def words(self, view: PackView, text: FeelText, owner: str) -> str:
        """Return what a FEEL text says; nothing for one that was not checked."""
        checked = view.typed(text)
        return self.worded(view, checked.tree, owner) if checked is not None else ""

    def worded(self, view: PackView, tree: Node, owner: str) -> str:
        """Return what a typed tree says."""
        return self.in_(words(tree, view.linked, owner))

    def feel(self, view: PackView, text: FeelText) -> str:
        """Return a FEEL text with the names of the reader's language where they are known."""
        checked = view.typed(text)
        return translate(text.text, checked, self.language) if checked else text.text

    def both(self, said: str, feel: str) -> str:
        """Return words with the FEEL text below them; once, where they are the same."""
        if not said or said == feel:
            return pieces.code(feel, "feel") if not said else pieces.text(said)
        return f"{pieces.text(said)}\n{pieces.code(feel, 'feel')}"

    # links ------------------------------------------------------------------------------------------------------

    def policy(self, id_: str) -> str:
        """Return a link to a policy by its title."""
        found = self.book.by_id.get(id_)
        return pieces.link(self.in_(found.title), places.policy_page(id_)) if found else pieces.code(id_)

    def rule_title(self, policy: Policy, rule: Rule) -> str:
        """Return what a rule is called: its title, else what it concludes, else that of its policy and its place."""
        if rule.title is not None:
            return self.in_(rule.title)
        number = [r.rule for r in policy.rules].index(rule.rule) + 1
        of = self.in_(policy.title)
        return self.say(f"{of}（第{number}条规则）", f"{of} (rule {number})") if len(policy.rules) > 1 else of

    def rule(self, id_: str) -> str:
        """Return a link to a rule by its title."""
        found = self.book.rule(id_)
        if found is None:
            return pieces.code(id_)
        policy, rule = found
        return pieces.link(
            self.rule_title(policy, rule), places.policy_page(policy.policy), places.rule_anchor(rule.rule)
        )

    def conclusion(self, view: PackView, name: str) -> str:
        """Return a link to a conclusion by its words."""
        found = view.linked.conclusions.get(name)
        if found is None:
            return pieces.code(name)
        question = view.linked.questions[found.question]
        page = places.question_page(question.pack, question.name)
        return pieces.link(self.in_(found.text), page, places.conclusion_anchor(name))

    def question(self, view: PackView, name: str) -> str:
        """Return a link to a question by its title."""
        found = view.linked.questions.get(name)
        if found is None:
            return pieces.code(name)
        return pieces.link(self.title(found.title), places.question_page(found.pack, name))

    def pack(self, name: str) -> str:
        """Return a link to a pack by its title."""
        return pieces.link(self.in_(self.book.view(name).files.pack.title), places.pack_page(name))

    def set_by(self, name: str) -> str:
        """Return a link to whoever gave a value: a policy, a pack or an adoption."""
        if name.startswith("adoption:"):
            return self.adoption(name.removeprefix("adoption:"))
        return self.policy(name) if "/" in name else self.pack(name)

    def adoption(self, name: str) -> str:
        """Return a link to an adoption by its title."""
        found = next((a for a in self.book.adoptions if a.adoption == name), None)
        if found is None:
            return pieces.code(name)
        return pieces.link(self.in_(found.title), places.ADOPTIONS, places.adoption_anchor(name))

    def rows(self, covers: Iterable[str]) -> str:
        """Return links to entries of the inventory."""
        links = (pieces.link(one, places.ROWS, places.row_anchor(one)) for one in covers)
        return " ".join(f'<span class="badge row">{link}</span>' for link in links)

    # sources ----------------------------------------------------------------------------------------------------

    def source(self, source: CitationPart, base: CitationPart | None = None) -> str:
        """Return a citation; what it leaves out is that of `base`."""
        other = base is None or (source.document is not None and source.document != base.document)
        kept = None if other else base
        document = source.document or (kept.document if kept else None) or ""
        title = self.in_(source.title or (kept.title if kept else None)) or document
        issuer = self.in_(source.issuer or (kept.issuer if kept else None))
        clause = source.clause or (kept.clause if kept and base is not None else None) or ""
        version = source.version or (kept.version if kept else None)
        named = f"《{title}》" if not document.endswith(".txt") and "待核" not in title else self.quoted(title)
        if not self.zh:
            named = self.quoted(title)
        of = self.say(f"（{version}年版）" if version and version.isdigit() else f"（{version}）", f" ({version})")
        marked = pieces.text(
            self.say(f"{issuer}{named}", f"{issuer}, {named}" if issuer else named) + (of if version else "")
        )
        return marked + (self.say("", ", ") + pieces.text(clause) if clause else "")

    def cited(self, source: CitationPart, base: CitationPart | None = None, lead: str = "") -> str:
        """Return a citation with its sentence and how sure it is, as blocks; `lead` stands before it."""
        ours = bool(source.document and source.document.endswith(".txt") and source.title)
        note = self.say("（材料无标题，名称系编者所拟）", "(it has no title; this one is ours)") if ours else ""
        sure = self.confidence(source)
        head = (
            lead
            + self.source(source, base)
            + (self.say("", " ") + pieces.quiet(pieces.text(note)) if note else "")
            + (f" {sure}" if sure else "")
        )
        return pieces.blocks(head, pieces.quotation(source.quote) if source.quote else "")

    def confidence(self, source: CitationPart) -> str:
        """Return how sure a citation is."""
        if source.confidence is None:
            return ""
        return pieces.badge(self.in_(CONFIDENCE[source.confidence]), f"confidence-{source.confidence.lower()}")
