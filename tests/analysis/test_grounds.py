"""The vocabulary of principle checks fits that of the facts, and citations are compared as people read them."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadre_rules.analysis.citing import cites_higher
from cadre_rules.feel.types import BOOLEAN, DATE, NUMBER, STRING, Enumeration, strip_optional
from cadre_rules.policy.linked import Citation
from cadre_rules.policy.loading import load_set
from cadre_rules.vocabulary.counting.functions import FUNCTIONS
from cadre_rules.vocabulary.grounds import ANY_OTHER, FACTS, KINDS, ORDINARY, OWN, OWN_DATES, READ_BY, ground
from cadre_rules.vocabulary.sections import ROOTS
from tests.analysis.made import write

if TYPE_CHECKING:
    from pathlib import Path


def test_every_fact_is_one_of_the_record() -> None:
    named = {(section, name) for section, facts in FACTS.items() for name in facts}
    named |= set(ORDINARY) | {(section, name) for section, names in OWN_DATES.items() for name in names}
    for section, name in named:
        assert ROOTS[section].context.find(name) is not None, (section, name)
    for function, names in READ_BY.items():
        assert function in FUNCTIONS
        assert all(ROOTS["posts"].context.find(name) for name in names)


@pytest.mark.parametrize("section", OWN_DATES)
def test_every_date_and_number_is_classed(section: str) -> None:
    """That is how age and seniority are counted: a new one is put into `FACTS`, or into `OWN_DATES`."""
    dates = {f.en for f in ROOTS[section].context.fields if strip_optional(f.type) in (DATE, NUMBER)}
    assert dates <= FACTS[section].keys() | OWN_DATES[section]
    assert not FACTS[section].keys() & OWN_DATES[section]


def test_ordinary_values_are_values_of_their_facts() -> None:
    for (section, name), value in ORDINARY.items():
        field = ROOTS[section].context.find(name)
        assert field is not None
        type_ = strip_optional(field.type)
        if value is ANY_OTHER:
            assert type_ == STRING
        elif isinstance(value, bool):
            assert type_ == BOOLEAN
        else:
            assert isinstance(type_, Enumeration)
            assert type_.find(str(value))


def test_kinds_are_named_in_both_languages() -> None:
    assert set(KINDS) == {kind for facts in FACTS.values() for g in facts.values() for kind in g.value or ()}
    assert all(text.zh != text.en for text in KINDS.values())


def test_what_is_not_listed_is_a_ground_of_its_own() -> None:
    assert ground("posts", "front_line") == ground("assessments", "grade") == ground("assessments", None) == OWN
    assert ground("posts", None) != OWN


@pytest.mark.parametrize(
    ("document", "clause", "cited"),
    [
        ("示例条例", "第八条第（一）项", True),
        ("《示例条例》", "第八条第(一)项", True),
        ("示例条例", "第八条", True),
        ("示例条例", " 第八条 第（一）项 第二句", True),
        ("示例条例", "第八十条", False),
        ("示例条例", "第七条", False),
        ("示例条例", "总则", False),
        ("另一条例", "第八条第（一）项", False),
    ],
)
def test_a_citation_is_that_of_a_higher_rule(tmp_path: Path, document: str, clause: str, cited: bool) -> None:
    linked, _, _ = load_set(write(tmp_path, {}))
    assert cites_higher(linked, Citation(document, clause), frozenset({"upper"})) is cited
    assert not cites_higher(linked, Citation(document, clause), frozenset())
