"""Every case file: good texts with types and translations, bad ones exactly as their readers see them."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

import pytest
from check_cases import RESET, load, name, run, store

from cadre_rules.diagnostics import FeelTypeError
from cadre_rules.feel.fmt import translate

if TYPE_CHECKING:
    from pathlib import Path

OPTIONS = ("cell", "expected", "narrowed")


def _options(case: dict[str, Any]) -> dict[str, Any]:
    return {k: case[k] for k in OPTIONS if k in case}


@pytest.mark.parametrize(("file", "case"), load("bad"), ids=name)
def test_a_bad_text_is_told_so_that_it_can_be_mended(file: Path, case: dict[str, Any]) -> None:
    with pytest.raises(FeelTypeError) as caught:
        run(case["text"], **_options(case))
    found = {language: caught.value.render(language) for language in ("zh", "en")}
    if RESET:
        store(file, case, found)
    else:
        assert found == {"zh": case["zh"], "en": case["en"]}


@pytest.mark.parametrize(("file", "case"), load("good"), ids=name)
def test_a_good_text_has_a_type_and_a_translation(file: Path, case: dict[str, Any]) -> None:
    checked = run(case["text"], **_options(case))
    found: dict[str, Any] = {"type": str(checked.type)}
    found |= {language: translate(case["text"], checked, language) for language in ("zh", "en")}
    if checked.warnings:
        found["warnings"] = "\n".join(w.render(language) for w in checked.warnings for language in ("zh", "en"))
    if RESET:
        store(file, case, found)
    else:
        assert found == {k: v for k, v in case.items() if k not in (*OPTIONS, "text")}


@pytest.mark.parametrize(("file", "case"), load("good"), ids=name)
def test_both_languages_mean_the_same(file: Path, case: dict[str, Any]) -> None:
    checked = run(case["text"], **_options(case))
    for language in ("zh", "en"):
        other = run(translate(case["text"], checked, language), **_options(case))
        assert other.tree == checked.tree
        assert translate(translate(case["text"], checked, language), other, "en") == translate(
            case["text"], checked, "en"
        )


def test_there_are_enough_cases() -> None:
    assert len(load("bad")) >= 80
    assert len({case["text"] for _, case in load("bad")}) == len(load("bad"))
