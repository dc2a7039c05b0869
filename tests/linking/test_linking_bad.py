"""Every fault of linking, exactly as its reader sees it, in both languages."""

from __future__ import annotations

import itertools
import os
from pathlib import Path

import pytest

from cadre_rules.diagnostics import CadreRulesError, display_width
from cadre_rules.policy.loading import load_set
from tests.linking.bad_cases import ADOPTION, ADOPTIONS, CASES, LOWER, WEIGHTS
from tests.linking.made import write

BAD = Path(__file__).parent / "bad"
FAULTS = {
    **CASES,
    **{
        name: {"lower/adoption.yaml": ADOPTION + text, "lower/pack.yaml": LOWER + WEIGHTS}
        for name, text in ADOPTIONS.items()
    },
}


def _rendered(folder: Path, files: dict[str, str]) -> str:
    write(folder, files)
    adoption = folder / "lower" / "adoption.yaml"
    with pytest.raises(CadreRulesError) as caught:
        load_set(adoption if adoption.exists() else folder / "lower")
    text = f"{caught.value.render('zh')}\n----\n{caught.value.render('en')}\n"
    return text.replace(str(folder) + os.sep, "")


@pytest.mark.parametrize("case", FAULTS)
def test_rendering(tmp_path: Path, case: str) -> None:
    found = _rendered(tmp_path, FAULTS[case])
    expected = BAD / f"{case}.txt"
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(found, encoding="utf-8")
    assert found == expected.read_text(encoding="utf-8")


def test_carets_stand_under_what_is_meant() -> None:
    for path in BAD.glob("*.txt"):
        lines = path.read_text(encoding="utf-8").splitlines()
        for above, caret in itertools.pairwise(lines):
            if set(caret.strip(" |")) == {"^"} and "|" in above:
                assert display_width(caret.rstrip()) <= display_width(above) + 1, path.name


def test_no_rendering_is_left_over() -> None:
    assert {p.stem for p in BAD.glob("*.txt")} == set(FAULTS)
