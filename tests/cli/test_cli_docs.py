"""The page on the command line, in both languages: its commands work, and all commands are on it."""

from __future__ import annotations

import re
import shlex
import shutil
from pathlib import Path

import pytest

from cadre_rules.cli.catalogue import COMMANDS
from cadre_rules.cli.main import main

ROOT = Path(__file__).parents[2]
PAGES = [ROOT / "docs" / name for name in ("cli.md", "cli.zh-CN.md")]
SHOWN = set(re.findall(r"^\$ (cadre-rules .+)$", PAGES[0].read_text(encoding="utf-8"), re.MULTILINE))
HELPED = {example for command in COMMANDS.values() for example, _ in command.examples}  # which have a test


def test_both_pages_show_the_same() -> None:
    shown = [re.findall(r"^\$ .+$", page.read_text(encoding="utf-8"), re.MULTILINE) for page in PAGES]
    assert shown[0] == shown[1]
    heads = [re.findall(r"^## (\w+)$", page.read_text(encoding="utf-8"), re.MULTILINE) for page in PAGES]
    assert list(COMMANDS) == [head for head in heads[0] if head in COMMANDS]
    assert list(COMMANDS) == [head for head in heads[1] if head in COMMANDS]


@pytest.fixture
def checkout(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    for name in ("policies", "examples"):
        shutil.copytree(ROOT / name, tmp_path / name)
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CADRE_RULES_LANGUAGE", raising=False)
    return tmp_path


@pytest.mark.parametrize("line", sorted(line for line in SHOWN - HELPED if "handbook" not in line))  # the same
def test_the_commands_work(line: str, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(shlex.split(line)[1:]) == 0, capsys.readouterr()


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.name)
def test_the_case_file_is_one(page: Path, checkout: Path, capsys: pytest.CaptureFixture[str]) -> None:
    (text,) = re.findall(r"```yaml\n(policy:.*?)```", page.read_text(encoding="utf-8"), re.DOTALL)
    path = checkout / "policies" / "daan" / "shown.cases.yaml"
    path.write_text(text, encoding="utf-8")
    assert main(["test", str(path)]) == 0, capsys.readouterr()
