"""The command writes records that read back to the same; the pages on rolls are true."""

from __future__ import annotations

import json
import re
import shlex
import subprocess
import sys
from decimal import Decimal
from pathlib import Path

import pytest

from cadre_rules.cli.main import main
from cadre_rules.records import Record, read_record
from cadre_rules.synthetic import Roll
from cadre_rules.synthetic.roll import UNITS
from cadre_rules.synthetic.writing import to_line

ROOT = Path(__file__).parents[2]
PAGES = ("synthetic.md", "synthetic.zh-CN.md")
CONSOLE = re.compile(r"^\$ (cadre-rules .+)$", re.MULTILINE)
PYTHON = re.compile(r"^```python\n(.*?)^```$", re.DOTALL | re.MULTILINE)


def read(line: str) -> Record:
    return Record.from_dict(json.loads(line, parse_float=Decimal))


@pytest.fixture
def folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.chdir(tmp_path)
    monkeypatch.delenv("CADRE_RULES_LANGUAGE", raising=False)
    return tmp_path


@pytest.mark.parametrize("language", ["zh", "en"])
def test_lines_read_back(language: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    assert main(["synthetic", "--size", "40", "--seed", "3", "--unknown", "0.1", "--language", language]) == 0
    shown = capsys.readouterr()
    assert shown.err == ""
    made = Roll(3, 40, unknown="0.1")
    assert [read(line).hash for line in shown.out.splitlines()] == [record.hash for record in made.records()]


def test_names_are_in_the_language() -> None:
    record = Roll(3, 1, unknown=0, incomplete=0)[0]
    zh = to_line(record, "zh")
    assert '"任职经历":[{' in zh
    assert '"性别":"男"' in zh or '"性别":"女"' in zh
    assert '"posts"' not in zh
    assert not re.search(r'"[a-z_]+":', zh)


def test_numbers_are_exact() -> None:
    line = to_line({"assessments": [{"year": 2024, "score": Decimal("86.0")}], "person": {"name": "8\\u00006"}})
    assert line == '{"assessments":[{"year":2024,"score":86.0}],"person":{"name":"8\\\\u00006"}}'


def test_files(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["synthetic", "--start", "7", "--size", "3", "--format", "yaml", "--out", "rolls"]
    assert main(line) == 0
    names = [f"cadre-{number:08d}.yaml" for number in (8, 9, 10)]
    assert sorted(path.name for path in (folder / "rolls").iterdir()) == names
    made = list(Roll(1, 10).part(7, 10))
    for name, record in zip(names, made, strict=True):
        assert read_record(folder / "rolls" / name).hash == Record.from_dict(record).hash
    assert main(["check", "--records", "rolls"]) == 0
    capsys.readouterr()
    assert main(line) == 2
    assert "C019" in capsys.readouterr().err
    assert main([*line, "--force"]) == 0


def test_one_file_that_is_whole_or_not_there(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    line = ["synthetic", "--size", "5", "--out", "deep/roll.jsonl", "--language", "en"]
    assert main(line) == 0
    assert len((folder / "deep" / "roll.jsonl").read_text(encoding="utf-8").splitlines()) == 5
    assert [path.name for path in (folder / "deep").iterdir()] == ["roll.jsonl"]
    assert main(line) == 2
    assert main(["synthetic", "--out", "deep"]) == 2
    assert "C043" in capsys.readouterr().err


def test_units_and_cohorts(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for subject, count in (("unit", 2 * UNITS), ("cohort", 2)):
        assert main(["synthetic", "--start", "140", "--size", "10", "--subject", subject, "--language", "en"]) == 0
        lines = capsys.readouterr().out.splitlines()
        assert len(lines) == count
        assert all(subject in json.loads(line) for line in lines)


def test_nobody(folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    for subject in ("cadre", "unit", "cohort"):
        assert main(["synthetic", "--size", "0", "--subject", subject]) == 0
    assert capsys.readouterr().out == ""


def test_the_module_is_the_command() -> None:
    made = subprocess.run(
        [sys.executable, "-m", "cadre_rules.synthetic", "--size", "2", "--language", "en"],
        capture_output=True,
        text=True,
        encoding="utf-8",
        cwd=ROOT,
        check=True,
    )
    assert made.stdout.splitlines() == [to_line(record) for record in Roll(1, 2)]


@pytest.mark.parametrize("name", PAGES)
def test_the_pages_are_true(name: str, folder: Path, capsys: pytest.CaptureFixture[str]) -> None:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    assert CONSOLE.findall(text) == CONSOLE.findall((ROOT / "docs" / PAGES[0]).read_text(encoding="utf-8"))
    for line in CONSOLE.findall(text):
        assert main(shlex.split(line)[1:]) == 0, capsys.readouterr()
    (snippet,) = PYTHON.findall(text)
    exec(snippet, {})  # an example of the documentation, not input
