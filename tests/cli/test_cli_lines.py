"""Command lines with all that their reader sees: each file in `cases/` is a command line and what came of it.

The first line of a file is the command line; exit code, standard output and standard error follow. To add a case, write
its first line only. After a wording was changed on purpose, write all of them anew, and read the difference:

    RESET_RENDERINGS=1 python -m pytest tests/cli/test_cli_lines.py
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cadre_rules.cases import messages as case_messages
from cadre_rules.cli import messages as cli_messages
from cadre_rules.diagnostics import Message
from cadre_rules.handbook import messages as handbook_messages
from tests.cli.commandline import Terminal, told

CASES = sorted((Path(__file__).parent / "cases").glob("*.txt"))
ROOMS = (cli_messages, case_messages, handbook_messages)
ELSEWHERE = {
    cli_messages.BUG.code,
    cli_messages.OTHER_USAGE.code,
    handbook_messages.NO_GENERATOR.code,
}  # told elsewhere


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_line(path: Path, terminal: Terminal) -> None:
    line = path.read_text(encoding="utf-8").splitlines()[0].removeprefix("$ ")
    found = told(line, terminal.line(line))
    if os.environ.get("RESET_RENDERINGS"):
        path.write_text(found, encoding="utf-8")
    assert found == path.read_text(encoding="utf-8")
    assert "Traceback" not in found


def test_every_code_is_told_in_some_case() -> None:
    codes = {m.code for room in ROOMS for m in vars(room).values() if isinstance(m, Message)}
    shown = "".join(path.read_text(encoding="utf-8") for path in CASES)
    assert {code for code in codes if f"[{code}]" not in shown} == ELSEWHERE
