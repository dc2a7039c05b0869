"""All pages of one language, as Markdown, with what stands around each.

In: a book, a language. Out: `Sources`. It writes no file and knows no generator.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.adoption_page import adoptions_page
from cadre_rules.handbook.check_page import check_page
from cadre_rules.handbook.index_page import index_page
from cadre_rules.handbook.open_page import open_page
from cadre_rules.handbook.pack_page import by_question, pack_page
from cadre_rules.handbook.policy_page import policy_page
from cadre_rules.handbook.principle_page import principle_page
from cadre_rules.handbook.question_page import question_page, questions_page
from cadre_rules.handbook.rows_page import rows_page
from cadre_rules.handbook.voice import Voice, joined

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.handbook.book import Book, PackView

Way = list[tuple[str, str]]  # what stands above a page: titles with pages
_HERE = Path(__file__).parent
_WRITTEN = (places.READING, places.COUNTING)  # pages that are written by hand, as Markdown


@dataclass
class Sources:
    """The pages of one language by name, as Markdown; `ways` is what stands above each, `packs` whose each is."""

    language: Language
    title: str
    pages: dict[str, str] = field(default_factory=dict)
    ways: dict[str, Way] = field(default_factory=dict)
    packs: dict[str, str] = field(default_factory=dict)
    navigation: list[dict[str, Any]] = field(default_factory=list)


def sources(book: Book, language: Language) -> Sources:
    """Return all pages of the handbook in one language."""
    voice = Voice(book, language)
    made = Sources(language, voice.say("干部政策手册", "Handbook of cadre policies"))
    for name, page in (
        (places.INDEX, index_page(voice)),
        (places.READING, (_HERE / "pages" / f"reading.{language}.md").read_text(encoding="utf-8")),
        (places.ROWS, rows_page(voice)),
        (places.QUESTIONS, questions_page(voice)),
        (places.OPEN, open_page(voice)),
        (places.ADOPTIONS, adoptions_page(voice)),
        (places.COUNTING, _counting(language)),
    ):
        made.pages[name] = page if name in _WRITTEN else pieces.page(page, name)
    for view in book.packs:
        _pack(voice, view, made)
    return made


def counting_file(language: Language) -> Path:
    """Return the file of the conventions of counting (in a checkout, in `docs`)."""
    name = "counting.md" if language == "en" else "counting.zh-CN.md"
    installed = _HERE / "pages" / name
    return installed if installed.is_file() else _HERE.parents[1] / "docs" / name


def _counting(language: Language) -> str:
    """Return the conventions of counting; Chinese lines, which are folded, are joined, but not in examples."""
    parts = re.split(
        r"(^```.*?^```$)", counting_file(language).read_text(encoding="utf-8"), flags=re.DOTALL | re.MULTILINE
    )
    return "".join(part if part.startswith("```") else joined(part) for part in parts)


def _pack(voice: Voice, view: PackView, made: Sources) -> None:
    """Add the pages of a pack: its own, questions, policies, principles, checks; and its part of the navigation."""
    own = places.pack_page(view.name)
    title = voice.in_(view.files.pack.title)
    above: Way = [(title, own)]

    def add(name: str, page: str, way: Way) -> None:
        made.pages[name] = pieces.page(page, name)
        made.ways[name] = way
        made.packs[name] = view.name

    add(own, pack_page(voice, view), [])
    asked = voice.say("问题", "Questions")
    for question in view.own_questions:
        page = places.question_page(view.name, question.name)
        add(page, question_page(voice, view, question), [*above, (asked, places.QUESTIONS)])
    groups = []
    for name, policies in by_question(view).items():
        linked = view.linked.questions.get(name)
        way = [*above]
        if linked is not None:
            way.append((voice.title(linked.title), places.question_page(linked.pack, name)))
        for policy in policies:
            add(places.policy_page(policy.policy), policy_page(voice, view, policy), way)
        entries = [(voice.in_(p.title), places.policy_page(p.policy)) for p in policies]
        groups.append(
            {"title": way[-1][0] if linked else name, "page": way[-1][1] if linked else None, "entries": entries}
        )
    for principle in view.files.principles:
        page = places.principle_page(principle.principle)
        add(page, principle_page(voice, view, principle), above)
    if view.files.principles:
        entries = [(voice.in_(p.title), places.principle_page(p.principle)) for p in view.files.principles]
        groups.append({"title": voice.say("原则", "Principles"), "page": None, "entries": entries})
    for check in view.files.checks:
        add(places.check_page(check.check_), check_page(voice, view, check), above)
    if view.files.checks:
        entries = [(voice.in_(c.title), places.check_page(c.check_)) for c in view.files.checks]
        groups.append({"title": voice.say("原则检查", "Principle checks"), "page": None, "entries": entries})
    made.navigation.append({"name": view.name, "title": title, "page": own, "groups": groups})
