"""Invariants of the vocabulary: one name in each language for each thing, and names that FEEL can read."""

from __future__ import annotations

import re

import pytest
from pydantic import ValidationError

from cadre_rules.feel.signatures import BUILTINS
from cadre_rules.feel.types import ContextType, Enumeration, ListType, Optional, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date
from cadre_rules.vocabulary import ENUMERATIONS, ROOTS, SECTIONS, SUBJECTS, Root
from cadre_rules.vocabulary.colloquial import COLLOQUIAL
from cadre_rules.vocabulary.facts.posts import Post

KEYWORDS = {
    *("if", "then", "else", "for", "return", "in", "some", "every", "satisfies", "and", "or", "not"),
    *("between", "function", "instance", "of", "null", "true", "false", "external", "item", "partial"),
}
CONTEXTS = [*SUBJECTS.values(), *(root.context for root in SECTIONS)]


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: c.name.en)
def test_names_are_unique_in_their_scope(context: ContextType) -> None:
    names = [name for field in context.fields for name in (field.en, field.zh)]
    assert len(names) == len(set(names))


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: c.name.en)
def test_names_can_be_read_by_feel(context: ContextType) -> None:
    for field in context.fields:
        assert re.fullmatch(r"[a-z][a-z_]*", field.en), field.en
        assert re.fullmatch(r"[\u4e00-\u9fff]+", field.zh), field.zh
        assert field.en not in KEYWORDS
        assert not {field.en, field.zh} & set(BUILTINS)


@pytest.mark.parametrize("context", CONTEXTS, ids=lambda c: c.name.en)
def test_everything_is_explained_in_both_languages(context: ContextType) -> None:
    assert context.name.zh
    assert context.name.en
    for field in context.fields:
        assert field.doc.zh, field.en
        assert field.doc.en, field.en


@pytest.mark.parametrize("enumeration", ENUMERATIONS.values(), ids=str)
def test_enumerations_name_each_value_once(enumeration: Enumeration) -> None:
    assert enumeration.zh
    names = [name for value in enumeration.values for name in (value.en, value.zh)]
    assert len(names) == len(set(names))
    assert [value.code for value in enumeration.values] == list(range(len(enumeration.values)))


def test_an_enumeration_is_declared_once() -> None:
    found = {id(type_): type_.name for type_ in _enumerations()}
    assert sorted(found.values()) == sorted(ENUMERATIONS)


def _enumerations() -> list[Enumeration]:
    types = [strip_optional(field.type) for root in SECTIONS for field in root.context.fields]
    return [type_ for type_ in types if isinstance(type_, Enumeration)]


@pytest.mark.parametrize("root", [r for r in SECTIONS if r.is_list], ids=lambda r: r.en)
def test_lists_have_an_order_and_a_key(root: Root) -> None:
    type_ = root.type
    assert isinstance(type_, ListType)
    assert type_.order
    assert type_.key
    for name in {*type_.order, *type_.key} - {"period"}:
        field = root.context.find(name)
        assert field is not None
        assert not isinstance(field.type, Optional)


def test_every_section_belongs_to_a_subject() -> None:
    seen = {field.en for scope in SUBJECTS.values() for field in scope.fields}
    assert {root.en for root in SECTIONS} <= seen


def test_the_subject_incident_has_the_incident_besides() -> None:
    cadre, incident = SUBJECTS["cadre"], SUBJECTS["incident"]
    assert incident.fields[:-1] == cadre.fields
    assert incident.find("本事项") is incident.find("incident")
    assert incident.find("incident").type == ROOTS["incidents"].context  # type: ignore[union-attr]


def test_what_people_say_is_no_official_name() -> None:
    official = {value.zh for enumeration in ENUMERATIONS.values() for value in enumeration.values}
    assert set(COLLOQUIAL.values()) <= official


def test_models_hold_only_what_is_possible() -> None:
    assert Post(start=Date(2020, 3, 1), end=None, level="township-section chief").title is UNKNOWN
    for wrong in ({"level": "正科级"}, {"start": "2020-03-01"}, {"front_line": "true"}, {"grade": 1}):
        with pytest.raises(ValidationError):
            Post.model_validate(wrong)
