"""Explanations as their readers see them: `good/<what>.txt`, in Chinese, then in English.

After a wording was changed on purpose, write all of them anew, and read the difference:

    RESET_EXPLANATIONS=1 python -m pytest tests/explain
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cadre_rules import read_record
from cadre_rules.explain.decision import ADVICE
from tests.explain.decided import everything, of_cases, policies, text
from tests.shipped import ROOT

GOOD = Path(__file__).parent / "good"
SHOWN: dict[str, tuple[str, str, str, date, str | None]] = {
    "promotion-short": ("daan", "promotion", "promotion-short.yaml", date(2025, 6, 1), None),
    "promotion-not-adopted": ("pack:daan", "promotion", "promotion-met.yaml", date(2025, 6, 1), None),
    "last-place-twice": ("daan", "assessment_consequences", "last-place-twice.yaml", date(2025, 6, 1), None),
    "rotation-due": ("beijing-stations", "rotation", "rotation-due.yaml", date(2025, 6, 1), None),
    "tolerated": ("bengbu", "fault_tolerance", "tolerance-two-incidents.yaml", date(2025, 6, 1), "事项-1"),
    "tolerance-open": ("bengbu", "fault_tolerance", "tolerance-two-incidents.yaml", date(2025, 6, 1), "事项-2"),
    "form": ("daan", "promotion", "form.lrmx", date(2025, 6, 1), None),
}


@pytest.mark.parametrize("name", SHOWN)
def test_explanation(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    adoption, question, record, day, subject = SHOWN[name]
    loaded = policies(adoption)
    monkeypatch.chdir(ROOT)
    read = read_record(Path("examples") / "records" / record)
    decision = loaded.decide(question, read, day, subject=subject)
    written = f"{decision.explain('zh')}\n\n{'=' * 60}\n\n{decision.explain('en')}\n"
    written = re.sub("sha256:[0-9a-f]{16}", "sha256:…", written)
    path = GOOD / f"{name}.txt"
    if os.environ.get("RESET_EXPLANATIONS"):
        path.write_text(written, encoding="utf-8")
    assert written == path.read_text(encoding="utf-8")


def test_nothing_else_is_kept_as_good() -> None:
    assert {path.stem for path in GOOD.glob("*.txt")} == set(SHOWN)


def without_references(said: str) -> str:
    """Leave out what may be no words: rule ids, pointers, file names, hashes, names of packs, quotations."""
    said = re.sub(r"/\S*|\[[^\]]*\]|sha256:\w+|\w[\w-]*/[\w#/-]+|[\w-]+ \d+\.\d+\.\d+|「[^」]*」|“[a-z_]+”", "", said)
    return re.sub("^(  (规则|rule)|记录|Record).*$", "", said, flags=re.MULTILINE)


@pytest.mark.parametrize("language", ["zh", "en"])
def test_explanations_hold_no_code(language: Any) -> None:
    for decision in everything():
        said = without_references(text(decision, language))
        assert re.findall(r"\w+_\w+|UNKNOWN|\bNone\b(?! of )|@\"|\bnull\b|<=|>=|!=|->", said) == []
        assert said.rstrip().endswith(ADVICE.in_(language))
        if language == "zh":
            assert re.findall(r"[的为是][a-z]{3,}", said) == []


def test_no_line_is_empty_of_meaning() -> None:
    for decision in of_cases():
        for language in ("zh", "en"):
            for line in text(decision, language).splitlines():  # type: ignore[arg-type]
                assert line == line.rstrip()
                assert not line.endswith(("：：", "，，", "（）"))
