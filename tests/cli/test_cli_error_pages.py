"""Every fault of the command line has its page; the first command on it has the fault, the second does not."""

from __future__ import annotations

import re
import shlex
from pathlib import Path

import pytest

from cadre_rules.cases import messages as case_messages
from cadre_rules.cli import messages as cli_messages
from cadre_rules.cli.main import main
from cadre_rules.diagnostics import Message
from cadre_rules.handbook import messages as handbook_messages

ROOT = Path(__file__).parents[2]
PAGES = ROOT / "docs" / "errors"
ROOMS = (cli_messages, case_messages, handbook_messages)
CODES = {m.code for room in ROOMS for m in vars(room).values() if isinstance(m, Message)}
WITHOUT_EXAMPLE = {"C040", "C041", "C050", "C060"}  # they depend on the system, or have no known cause
BLOCK = re.compile(r"```console\n\$ cadre-rules (.*?)\n```")


def test_there_is_a_page_for_each_fault_and_no_other() -> None:
    assert {path.stem for path in PAGES.glob("C*.md")} == CODES


@pytest.mark.parametrize("code", sorted(CODES - WITHOUT_EXAMPLE))
def test_the_examples_are_true(code: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("CADRE_RULES_LANGUAGE", raising=False)
    bad, good = BLOCK.findall((PAGES / f"{code}.md").read_text(encoding="utf-8"))
    assert main(shlex.split(bad)) in (1, 2)
    told = capsys.readouterr()
    assert re.findall(r"\[([A-Z]\d{3})\]", told.out + told.err)[0] == code
    if not good.startswith("handbook"):  # which takes long; its own tests write one
        assert main(shlex.split(good)) == 0, capsys.readouterr()


@pytest.mark.parametrize("code", sorted(CODES))
def test_a_page_is_in_both_languages(code: str) -> None:
    text = (PAGES / f"{code}.md").read_text(encoding="utf-8")
    titles = re.findall(r"^## (.+)$", text, re.MULTILINE)
    assert len(titles) == 2
    assert re.search("[\u4e00-\u9fff]", titles[0])
    assert not re.search("[\u4e00-\u9fff]", titles[1])
