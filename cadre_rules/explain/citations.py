"""Where a rule comes from, in words: issuer, title, clause, and the sentence itself, which is quoted once.

In: citations in the order in which they are shown, a language. Out: text. Titles of documents stand in 《》; material
without a title of its own, and a title that has yet to be checked, do not.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.values import quoted

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.policy.linked import Citation

_UNTITLED = ".txt"  # a document that is cited by a file of text has no title of its own
_UNCHECKED = "待核"


class Citations:
    """Writes the citations of one explanation: the same one again, or a sentence that was quoted, refers back.

    `scopes` are the conditions of questions and policies that were shown and need not be shown again.
    """

    def __init__(self, language: Language) -> None:
        self.zh = language == "zh"
        self.language: Language = language
        self.last: Citation | None = None
        self.quoted: set[str] = set()
        self.named: set[str] = set()
        self.scopes: set[str] = set()

    def text(self, citation: Citation) -> str:
        """Return a citation: issuer, title, clause, and the sentence itself where it was not quoted yet."""
        before, self.last = self.last, citation
        if before is not None and _same(before, citation):
            return f"同上，{_bare(citation.clause)}" if self.zh else f"as above, {_bare(citation.clause)}"
        head = self._head(citation)
        if not citation.quote:
            return head
        if citation.quote in self.quoted:
            return f"{head}（引文见上文）" if self.zh else f"{head} (quoted above)"
        self.quoted.add(citation.quote)
        return f"{head}：{quoted(citation.quote)}" if self.zh else f"{head}: {quoted(citation.quote)}"

    def _head(self, citation: Citation) -> str:
        title = citation.title.in_(self.language) if citation.title else citation.document
        issuer = citation.issuer.in_(self.language) if citation.issuer else ""
        ours = citation.document.endswith(_UNTITLED) and citation.title is not None
        first = ours and title not in self.named
        self.named.add(title)
        if not self.zh:
            named = quoted(title) + (" (it has no title; this one is ours)" if first else "")
            return ", ".join(part for part in (issuer, named, citation.clause) if part)
        if _UNCHECKED in title:
            return f"{issuer}{title}，{citation.clause}"
        if ours:
            return f"{issuer}{quoted(title)}{'（材料无标题，名称系编者所拟）' if first else ''}{citation.clause}"
        return f"{issuer}《{title}》{citation.clause}"


def _same(one: Citation, other: Citation) -> bool:
    return (one.document, one.clause, one.quote) == (other.document, other.clause, other.quote)


def _bare(clause: str) -> str:
    """Return a clause without brackets around the whole of it."""
    whole = clause.startswith("（") and clause.endswith("）") and clause.count("（") == 1
    return clause[1:-1] if whole else clause
