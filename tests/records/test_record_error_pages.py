"""Every fault of records has its page, whose first example has the fault and whose second has none."""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path

import pytest

from cadre_rules.diagnostics import CadreRulesError, Message
from cadre_rules.diagnostics.diagnostic import REGISTRY
from cadre_rules.records import Record, messages, read_record

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "errors"
CODES = sorted({value.code for value in vars(messages).values() if isinstance(value, Message)})
BLOCK = re.compile(r"```(yaml|xml|python)\n(.*?)\n```", re.DOTALL)
ENDINGS = {"yaml": ".yaml", "xml": ".lrmx"}
NAMES = {"Record": Record, "Decimal": Decimal, "read_record": read_record}


def run(language: str, example: str, folder: Path) -> None:
    if language == "python":
        exec(example, dict(NAMES))  # an example of the documentation, not input
        return
    path = folder / f"example{ENDINGS[language]}"
    path.write_text(example.replace("……（两万字以上）", "示" * 20_000) + "\n", encoding="utf-8")
    read_record(path)


@pytest.mark.parametrize("code", CODES)
def test_the_examples_are_true(code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    bad, good = BLOCK.findall(text)
    with pytest.raises(CadreRulesError) as caught:
        run(*bad, tmp_path)
    assert [fault.code for fault in caught.value.diagnostics] == [code]
    run(*good, tmp_path)


def test_there_is_no_page_without_a_fault() -> None:
    pages = {path.stem for path in PAGES.glob("R*.md")}
    assert pages == set(CODES)
    assert set(CODES) == {code for code in REGISTRY if code.startswith("R")}
