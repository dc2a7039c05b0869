"""The signatures: all of DMN's functions, in two languages, the same ones that the interpreter runs."""

from __future__ import annotations

import re

import pytest
from check_cases import run

from cadre_rules.diagnostics import FeelTypeError
from cadre_rules.feel.builtins import BUILTINS as RUN
from cadre_rules.feel.signatures import ALL, BUILTINS, NOT_IN_POLICIES
from cadre_rules.feel.types import Basic


def test_every_function_has_two_names_and_no_two_share_one() -> None:
    assert len(BUILTINS) == 2 * len(ALL)
    assert all(BUILTINS[s.name] is BUILTINS[s.zh] is s for s in ALL)


def test_chinese_names_are_words_that_can_stand_in_a_text() -> None:
    for signature in ALL:
        names = [signature.zh, *(p.zh for way in signature.ways for p in way.parameters)]
        assert all(re.fullmatch(r"[\u4e00-\u9fff]{1,6}", name) for name in names), signature.name


def test_parameters_of_one_way_to_call_have_different_names() -> None:
    for signature in ALL:
        for way in signature.ways:
            assert len({p.name for p in way.parameters}) == len(way.parameters)
            assert len({p.zh for p in way.parameters}) == len(way.parameters)


def test_the_interpreter_runs_the_same_functions() -> None:
    assert {s.name for s in ALL} == set(RUN)


def test_the_interpreter_takes_the_same_arguments() -> None:
    for signature in ALL:
        forms = {
            tuple((p.name, p.optional, p.variadic) for p in form.parameters)
            for form in RUN[signature.name].call.forms  # type: ignore[attr-defined]
        }
        for way in signature.ways:
            if not (way.parameters and way.parameters[-1].name == "item" and len(way.parameters) == 1):
                assert tuple((p.name, p.optional, p.variadic) for p in way.parameters) in forms, signature.name


@pytest.mark.parametrize("name", sorted(NOT_IN_POLICIES))
def test_the_clock_is_not_read(name: str) -> None:
    for called in (name, BUILTINS[name].zh):
        with pytest.raises(FeelTypeError) as caught:
            run(f"{called}() = null")
        assert caught.value.code == "T022"
        assert "as_of" in caught.value.render("en")


def test_basic_types_have_chinese_names() -> None:
    types = [p.type for s in ALL for way in s.ways for p in way.parameters]
    assert all(t.zh for t in types if isinstance(t, Basic))
