"""What the end of a command means: exit codes, streams that break, bugs; and how fast it starts."""

from __future__ import annotations

import json
import os
import shlex
import subprocess
import sys
from pathlib import Path
from typing import BinaryIO

import pytest

from cadre_rules.cli import messages
from cadre_rules.cli.catalogue import COMMANDS
from cadre_rules.cli.commands import schema
from cadre_rules.cli.main import main
from cadre_rules.cli.options import read_call
from cadre_rules.diagnostics import Message, UsageError
from tests.cli.commandline import FIXTURES, Terminal

ROOT = Path(__file__).parents[2]
PROGRAM = [sys.executable, "-m", "cadre_rules.cli.main"]
EXAMPLES = [  # that of the handbook is run by its own tests, and so are the cases of all packs
    (name, example)
    for name, command in COMMANDS.items()
    for example, _ in command.examples
    if name != "handbook" and example != "cadre-rules test"
]


def process(*words: str, stdout: int | BinaryIO = subprocess.PIPE) -> subprocess.CompletedProcess[bytes]:
    environment = {**os.environ, "PYTHONPATH": str(ROOT)}
    return subprocess.run(
        [*PROGRAM, *words],
        cwd=FIXTURES,
        env=environment,
        check=False,
        stdout=stdout,
        stderr=subprocess.PIPE,
    )


def test_as_a_process() -> None:
    ran = process("check", "packs/broken")
    assert ran.returncode == 1
    assert "错误[T001]" in ran.stdout.decode("utf-8")
    assert ran.stderr == b""


def test_help_needs_no_slow_import() -> None:
    code = (
        "import sys; from cadre_rules.cli.main import main; main(['decide', '--help']);"
        "sys.exit(any(m.split('.')[0] in ('pydantic', 'yaml') for m in sys.modules))"
    )
    ran = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, check=False)
    assert (ran.returncode, ran.stderr) == (0, b"")


def test_a_reader_that_goes_away() -> None:
    with subprocess.Popen(
        [*PROGRAM, "schema", "policy"], cwd=ROOT, stdout=subprocess.PIPE, stderr=subprocess.PIPE
    ) as running:
        assert running.stdout is not None
        assert running.stderr is not None
        running.stdout.close()
        assert b"Traceback" not in running.stderr.read()
        assert running.wait() == 141


@pytest.mark.skipif(not Path("/dev/full").exists(), reason="the system has no full disk to write to")
def test_a_full_disk() -> None:
    with Path("/dev/full").open("wb") as full:
        ran = process("--help", stdout=full)
    assert ran.returncode == 2
    assert "错误[C040]" in ran.stderr.decode("utf-8")
    assert b"Exception ignored" not in ran.stderr


def test_a_terminal_without_chinese() -> None:
    environment = {**os.environ, "PYTHONPATH": str(ROOT), "PYTHONIOENCODING": "ascii"}
    ran = subprocess.run([*PROGRAM, "--help"], cwd=ROOT, env=environment, capture_output=True, check=False)
    assert ran.returncode == 0
    assert b"\\u7528\\u6cd5" in ran.stdout


def test_interrupted(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def interrupt(call: object) -> int:
        raise KeyboardInterrupt

    monkeypatch.setattr(schema, "run", interrupt)
    assert terminal.run("schema").code == 130


def test_a_bug_says_that_it_is_one(terminal: Terminal, monkeypatch: pytest.MonkeyPatch) -> None:
    def fail(call: object) -> int:
        raise AssertionError("something that cannot be")

    monkeypatch.setattr(schema, "run", fail)
    ran = terminal.run("schema", "--language", "en")
    assert ran.code == 70
    assert "Traceback" in ran.err
    assert "error[C060]: the program failed: AssertionError: something that cannot be. This is a bug" in ran.err


def test_version(terminal: Terminal) -> None:
    ran = terminal.run("--version")
    assert ran.code == 0
    assert ran.out.startswith("cadre-rules ")


def test_words_after_two_dashes_are_no_options() -> None:
    call = read_call(COMMANDS["check"], ["--records", "--", "--odd.yaml", "-"], "zh")
    assert call.words["PATH"] == ("--odd.yaml", "-")
    assert call.flag("--records")


def test_options_may_stand_anywhere() -> None:
    words = ["--as-of=2025-06-01", "promotion", "--policies", "daan", "record.yaml", "--slow"]
    call = read_call(COMMANDS["decide"], words, "en")
    assert (call.word("QUESTION"), call.word("RECORD")) == ("promotion", "record.yaml")
    assert call.options == {"--as-of": "2025-06-01", "--policies": "daan", "--slow": ""}


def test_what_argparse_refuses_is_told_in_both_languages() -> None:
    from cadre_rules.cli.options import _Parser

    with pytest.raises(UsageError) as caught:
        _Parser(COMMANDS["decide"]).error("something else")
    assert caught.value.code == messages.OTHER_USAGE.code
    assert "命令行有误" in caught.value.render("zh")
    assert "usage: cadre-rules decide" in caught.value.render("en")


@pytest.mark.parametrize("line", ["", "decide", "decide promotion", "fmt", "frobnicate", "check nowhere", "--x"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_usage_errors_exit_with_two(line: str, language: str, terminal: Terminal) -> None:
    ran = terminal.run("--language", language, *shlex.split(line))
    assert (ran.code, ran.out) == (2, "")
    assert ran.err


@pytest.mark.parametrize(("name", "example"), EXAMPLES)
def test_the_examples_of_help_work_in_a_checkout(
    name: str, example: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    words = [w.replace("build/", f"{tmp_path}/") for w in shlex.split(example)]
    assert words[:2] == ["cadre-rules", name]
    assert main(words[1:]) == 0, capsys.readouterr()
    assert capsys.readouterr().out or "--check" in words


def test_decide_as_json(terminal: Terminal) -> None:
    ran = terminal.line("cadre-rules decide promotion records/cadre.yaml --as-of 2025-06-01 --format json")
    assert (ran.code, ran.err) == (0, "")
    assert isinstance(json.loads(ran.out), dict)
    line = "cadre-rules decide tolerance records/incidents.yaml --as-of 2025-06-01 --format json"
    both = terminal.line(line)
    assert len(json.loads(both.out)) == 2
    assert json.loads(terminal.line(line + " --incident two").out) == json.loads(both.out)[1]


def test_failed_cases_carry_their_explanation(terminal: Terminal) -> None:
    text = terminal.line("cadre-rules test failing --language en").out
    assert "      [explanation in en of promotion, 示例甲, 2025-06-01]\n      not eligible" in text
    data = json.loads(terminal.line("cadre-rules test failing --format json").out)
    assert (data["total"], data["failed"]) == (4, 3)
    first, refused, _, passed = data["files"][0]["cases"]
    assert first["explanation"]["zh"].startswith("[explanation in zh")
    assert [d["key"] for d in first["differences"]][:3] == ["answer", "conclusions", "rules.two-years"]
    assert refused["errors"][0]["code"] == "R019"
    assert passed["passed"]


def test_schemas_are_those_that_were_published(terminal: Terminal) -> None:
    ran = terminal.line("cadre-rules schema")
    kinds = [line.split()[0] for line in ran.out.splitlines()]
    assert {"policy", "questions", "pack", "definitions", "adoption", "cases"} <= set(kinds)
    assert "# yaml-language-server: $schema=" in ran.err
    for kind in kinds:
        text = terminal.run("schema", kind).out
        assert json.loads(text)["$schema"] == "https://json-schema.org/draft/2020-12/schema"
        assert text == schema.published()[kind].read_text(encoding="utf-8")


def test_an_imported_form_reads_back(terminal: Terminal) -> None:
    for language in ("zh", "en"):
        assert (
            terminal.run("import", "records/form.lrmx", "--out", f"{language}.yaml", "--language", language).code == 0
        )
        assert terminal.run("check", "--records", f"{language}.yaml").code == 0
    assert "# 以下各部分未知" in Path("zh.yaml").read_text(encoding="utf-8")
    assert "# not known: " in Path("en.yaml").read_text(encoding="utf-8")


def test_every_message_has_its_page() -> None:
    codes = {m.code for m in vars(messages).values() if isinstance(m, Message)}
    assert codes <= {path.stem for path in (ROOT / "docs" / "errors").glob("C*.md")}
