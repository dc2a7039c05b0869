"""Which rule takes the place of which: tables may conclude nothing, or what excludes nothing."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cadre_rules.engine.compiled import Engine
from cadre_rules.explain.answer import Answer, answer_of
from cadre_rules.policy.loading import load_set
from cadre_rules.records import Record
from tests.plan.generated import HEAD, PACK, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 1)
LOWER = PACK.replace("made", "lower") + "extends: [made]\n"
ELIGIBLE = QUESTIONS.replace("collect", "eligible when every requirement is met")
GRADUATE = "when: person.selected_graduate = true"


def _table(leading: str, otherwise: str, more: str = "") -> str:
    """Return a table of which one row matches a leading post, the other what is left."""
    return (
        "  - rule: t\n    table:\n      inputs: [{expression: proposal.leading}]\n      outputs: [{name: r}]\n"
        f"      hit_policy: F\n      rules:\n        - {{when: 'true', then: '{leading}'}}\n"
        f"        - {{when: '-', then: '{otherwise}'}}\n{more}"
    )


def _answer(folder: Path, files: dict[str, str], leading: bool | None) -> Answer:
    for name, text in {"made/pack.yaml": PACK, "made/questions.yaml": QUESTIONS, **files}.items():
        (folder / name).parent.mkdir(exist_ok=True)
        (folder / name).write_text(text, encoding="utf-8")
    given: dict[str, Any] = {"person": {"selected_graduate": True}}
    if leading is not None:
        given["proposal"] = {"leading": leading}
    return answer_of(Engine(load_set(folder)[0]).outcome("q", Record.from_dict(given).facts, DAY))


@pytest.mark.parametrize(("leading", "value"), [(True, "eligible"), (False, "not eligible"), (None, "undetermined")])
def test_a_row_that_concludes_nothing_bars_nobody(tmp_path: Path, leading: bool | None, value: str) -> None:
    files = {"made/questions.yaml": ELIGIBLE, "made/up.yaml": HEAD + "rules:\n" + _table("null", '"c1"')}
    assert _answer(tmp_path, files, leading).value == value


@pytest.mark.parametrize(("leading", "concluded"), [(True, ("c2",)), (False, ("c1",)), (None, ())])
def test_a_row_that_concludes_nothing_overrides_nothing(
    tmp_path: Path, leading: bool | None, concluded: tuple[str, ...]
) -> None:
    rules = _table("null", '"c1"', "    overrides: z\n") + f"  - {{rule: z, {GRADUATE}, then: c2}}\n"
    assert _answer(tmp_path, {"made/up.yaml": HEAD + "rules:\n" + rules}, leading).concluded == concluded


@pytest.mark.parametrize(("leading", "concluded"), [(True, ("c0",)), (False, ("c1", "c2")), (None, ())])
def test_a_superior_table_displaces_only_where_it_concludes_what_excludes(
    tmp_path: Path, leading: bool | None, concluded: tuple[str, ...]
) -> None:
    lower = HEAD.replace("made/up", "lower/up") + f"rules:\n  - {{rule: z, {GRADUATE}, then: c2}}\n"
    files = {
        "made/up.yaml": HEAD + "rules:\n" + _table('"c0"', '"c1"'),
        "lower/pack.yaml": LOWER,
        "lower/up.yaml": lower,
    }
    assert _answer(tmp_path, files, leading).concluded == concluded


@pytest.mark.parametrize(("leading", "concluded"), [(True, ("c0",)), (False, ("c0", "c1"))])
def test_an_inferior_table_is_displaced_only_where_it_concludes_what_is_excluded(
    tmp_path: Path, leading: bool, concluded: tuple[str, ...]
) -> None:
    files = {
        "made/up.yaml": HEAD + f"rules:\n  - {{rule: z, {GRADUATE}, then: c0}}\n",
        "lower/pack.yaml": LOWER,
        "lower/up.yaml": HEAD.replace("made/up", "lower/up") + "rules:\n" + _table('"c2"', '"c1"'),
    }
    assert _answer(tmp_path, files, leading).concluded == concluded
