"""Every breach of a principle, exactly as its reader sees it, in both languages; and where there is none."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from cadre_rules.diagnostics import display_width
from cadre_rules.policy.loading import load_set
from tests.analysis.bad_cases import CASES, CLEAN
from tests.analysis.made import examined, write

BAD = Path(__file__).parent / "bad"


@pytest.mark.parametrize("case", CASES)
def test_rendering(tmp_path: Path, case: str) -> None:
    found = examined(tmp_path, CASES[case]).diagnostics
    assert found
    parts = ["\n".join(d.render(language) for d in found) for language in ("zh", "en")]
    text = "\n----\n".join(parts).replace(str(tmp_path) + os.sep, "") + "\n"
    expected = BAD / f"{case}.txt"
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_carets_stand_under_what_is_meant() -> None:
    for path in BAD.glob("*.txt"):
        for above, caret in itertools.pairwise(path.read_text(encoding="utf-8").splitlines()):
            if set(caret.strip(" |")) == {"^"} and "|" in above:
                assert display_width(caret.rstrip()) <= display_width(above) + 1, path.name


def test_no_rendering_is_left_over() -> None:
    assert {p.stem for p in BAD.glob("*.txt")} == set(CASES)


@pytest.mark.parametrize("case", CLEAN)
def test_no_breach(tmp_path: Path, case: str) -> None:
    assert examined(tmp_path, CLEAN[case]).diagnostics == ()


@pytest.mark.parametrize("case", CASES)
def test_a_breach_does_not_keep_policies_from_loading(tmp_path: Path, case: str) -> None:
    folder = write(tmp_path, CASES[case])
    adoption = folder / "adoption.yaml"
    linked, _, _ = load_set(adoption if adoption.exists() else folder)
    assert linked.checks[0].covers == ("X-1",)
