"""Runs command lines inside of the test, in a copy of the fixtures, and writes what came of each.

A line is written as in a shell: `NAME=value` before it sets the environment, `| head -3` behind it keeps the first
three lines of standard output. Explanations are short here: their wording has its own tests.
"""

from __future__ import annotations

import shlex
import shutil
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cases import finding
from cadre_rules.cli import packs
from cadre_rules.cli.commands import cases, schema
from cadre_rules.cli.language import VARIABLE
from cadre_rules.cli.main import main
from cadre_rules.diagnostics import DEFAULT_LANGUAGE, Language
from cadre_rules.explain.decision import Decision
from cadre_rules.policy import loading

if TYPE_CHECKING:
    import pytest

FIXTURES = Path(__file__).parent / "fixtures"


@dataclass(frozen=True)
class Ran:
    """What a command line came to."""

    code: int
    out: str
    err: str


@dataclass
class Terminal:
    """A working folder with the fixtures, whose packs stand in for those that ship."""

    folder: Path
    monkeypatch: pytest.MonkeyPatch
    capture: pytest.CaptureFixture[str]

    def run(self, *words: str) -> Ran:
        """Run one command."""
        code = main(list(words))
        out, err = self.capture.readouterr()
        return Ran(code, out, err)

    def line(self, line: str) -> Ran:
        """Run a command line as it is written in a shell."""
        command, _, pipe = line.partition(" | ")
        words = shlex.split(command)
        while "=" in words[0]:
            self.monkeypatch.setenv(*words.pop(0).split("=", 1))
        assert words[0] == "cadre-rules"
        ran = self.run(*words[1:])
        if not pipe:
            return ran
        kept = ran.out.splitlines(keepends=True)[: int(pipe.removeprefix("head -"))]
        return Ran(ran.code, "".join(kept), ran.err)


def terminal_at(folder: Path, monkeypatch: pytest.MonkeyPatch, capture: pytest.CaptureFixture[str]) -> Terminal:
    """Copy the fixtures into a folder, and go there."""
    shutil.copytree(FIXTURES, folder, dirs_exist_ok=True)
    monkeypatch.chdir(folder)
    monkeypatch.delenv(VARIABLE, raising=False)
    for module in (loading, packs, cases, finding):
        monkeypatch.setattr(module, "shipped_packs", lambda: Path("packs"))
    monkeypatch.setattr(schema, "_ROOMS", ("policy",))  # so that a new room's schemas change no golden file
    monkeypatch.setattr(Decision, "explain", _explanation)
    return Terminal(folder, monkeypatch, capture)


def _explanation(decision: Decision, language: Language = DEFAULT_LANGUAGE) -> str:
    slow = " (reference interpreter)" if decision.outcome.trace is None else ""
    head = f"[explanation in {language} of {decision.question}, {decision.subject.name}, {decision.as_of}{slow}]"
    return f"{head}\n{decision.answer_text.in_(language)}"


def told(line: str, ran: Ran) -> str:
    """Return what a command line came to, as the golden files have it."""
    return f"$ {line}\nexit {ran.code}\n--- stdout\n{ran.out}--- stderr\n{ran.err}"
