"""Commands in the documentation and what they show: run, and rewritten where the wording has changed.

In: the documents. Out: each with what its commands show now. `python -m tests.docs.shown` writes them. A `yaml` block
whose first line is a comment with a path in `/tmp/first` is a file that the commands of the document use.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import sys
import tempfile
from pathlib import Path

from cadre_rules.cli.main import main

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "README.zh-CN.md", "docs/language.md", "docs/language.zh-CN.md")
PLACE = "/tmp/first"
PROGRAM = ".venv/bin/cadre-rules"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
FILE = re.compile(rf"^```yaml\n(# {PLACE}/(\S+)\n.*?)^```$", re.DOTALL | re.MULTILINE)
HASH = re.compile(r"sha256:[0-9a-f]{16}")


def text_of(name: str) -> str:
    """Return a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def write_files(text: str, folder: Path) -> None:
    """Write the files that a document gives into a folder."""
    for content, path in FILE.findall(text):
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(content.replace(PLACE, str(folder)), encoding="utf-8")


def commands(text: str) -> list[str]:
    """Return the commands of a document."""
    return [line[2:] for block in CONSOLE.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def shows(command: str, folder: Path) -> str:
    """Run a command of this project and return what it shows; other commands show nothing."""
    words = shlex.split(command.replace(PLACE, str(folder)))
    if words[0] != PROGRAM:
        return ""
    terminal = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal):
        main(words[1:])
    return terminal.getvalue().replace(str(folder), PLACE).rstrip("\n") + "\n"


def renewed(text: str, folder: Path) -> str:
    """Return a document with what its commands show now."""
    write_files(text, folder)

    def block(found: re.Match[str]) -> str:
        lines = [line for line in found[1].splitlines() if line.startswith("$ ")]
        quiet = found[1].count("\n") == len(lines)
        out = [f"{line}\n" + ("" if quiet else shows(line[2:], folder)) for line in lines]
        return "```console\n" + "".join(out) + "```"

    return CONSOLE.sub(block, text)


if __name__ == "__main__":
    os.environ.pop("CADRE_RULES_LANGUAGE", None)
    for name in sys.argv[1:] or DOCUMENTS:
        with tempfile.TemporaryDirectory() as place:
            (ROOT / name).write_text(renewed(text_of(name), Path(place)), encoding="utf-8")
