"""The tables in the documentation are those of the vocabulary."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre_rules.diagnostics import LANGUAGES, Language
from cadre_rules.vocabulary.tables import PAGES, main, page

DOCS = Path(__file__).parents[2] / "docs"


@pytest.mark.parametrize("language", LANGUAGES)
def test_the_page_is_current(language: Language) -> None:
    text = (DOCS / PAGES[language]).read_text(encoding="utf-8")
    assert text == page(text, language), "run: python -m cadre_rules.vocabulary.tables docs"


def test_the_command_rewrites_both_pages(tmp_path: Path) -> None:
    for language in LANGUAGES:
        text = (DOCS / PAGES[language]).read_text(encoding="utf-8")
        (tmp_path / PAGES[language]).write_text(text.replace("编号", "号码"), encoding="utf-8")
    main(tmp_path)
    for language in LANGUAGES:
        written = (tmp_path / PAGES[language]).read_text(encoding="utf-8")
        assert written == page(written, language)


def test_a_page_without_marks_is_refused() -> None:
    with pytest.raises(ValueError, match="lacks"):
        page("# Records\n", "en")
