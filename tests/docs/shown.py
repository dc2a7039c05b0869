"""Commands in the documentation and what they show: run, and rewritten where the wording has changed.

In: the documents. Out: each with what its commands show now. `python -m tests.docs.shown` writes them, and the index
of the codes. A `yaml` block whose first line is a comment with a path in `/tmp/first` is a file that the commands of
the document use.
"""

from __future__ import annotations

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
import tempfile
from pathlib import Path

from cadre_rules.cli.main import main
from tests.docs.index import INDEX, index
from tests.docs.registry import registry

ROOT = Path(__file__).parents[2]
DOCUMENTS = ("README.md", "README.zh-CN.md", "docs/language.md", "docs/language.zh-CN.md")
PLACE = "/tmp/first"
PROGRAM = ".venv/bin/cadre-rules"
CONSOLE = re.compile(r"^```console\n(.*?)^```$", re.DOTALL | re.MULTILINE)
BLOCK = re.compile(
    rf"^```(?:console\n(?P<console>.*?)|yaml\n(?P<file># {PLACE}/(?P<path>\S+)\n.*?))^```$", re.DOTALL | re.MULTILINE
)
HASH = re.compile(r"sha256:[0-9a-f]{16}")


def text_of(name: str) -> str:
    """Return a document."""
    return (ROOT / name).read_text(encoding="utf-8")


def commands(text: str) -> list[str]:
    """Return the commands of a document."""
    return [line[2:] for block in CONSOLE.findall(text) for line in block.splitlines() if line.startswith("$ ")]


def shows(command: str, folder: Path) -> str:
    """Run a command and return what it shows."""
    words = shlex.split(command.replace(PLACE, str(folder)))
    if words[0] != PROGRAM:
        return subprocess.run(words, cwd=ROOT, check=True, capture_output=True, text=True).stdout
    terminal = io.StringIO()
    with contextlib.chdir(ROOT), contextlib.redirect_stdout(terminal), contextlib.redirect_stderr(terminal):
        main(words[1:])
    return terminal.getvalue().replace(str(folder), PLACE).rstrip("\n") + "\n"


def renewed(text: str, folder: Path) -> str:
    """Return a document with what its commands show now; its files are written where they stand in it."""

    def block(found: re.Match[str]) -> str:
        if found["path"]:
            path = folder / found["path"]
            path.parent.mkdir(parents=True, exist_ok=True)
            path.write_text(found["file"].replace(PLACE, str(folder)), encoding="utf-8")
            return found[0]
        lines = [line for line in found["console"].splitlines() if line.startswith("$ ")]
        quiet = found["console"].count("\n") == len(lines)
        shown = [(line, shows(line[2:], folder)) for line in lines]
        return "```console\n" + "".join(f"{line}\n{'' if quiet else out}" for line, out in shown) + "```"

    return BLOCK.sub(block, text)


def document(name: str, folder: Path) -> str:
    """Return a document with what its commands show now. The language's pages begin where the README ends."""
    if name.startswith("docs/"):
        renewed(text_of(name.replace("docs/language", "README")), folder)
    return renewed(text_of(name), folder)


if __name__ == "__main__":
    os.environ.pop("CADRE_RULES_LANGUAGE", None)
    for name in sys.argv[1:] or DOCUMENTS:
        with tempfile.TemporaryDirectory() as place:
            (ROOT / name).write_text(document(name, Path(place)), encoding="utf-8")
    warnings = frozenset(code for code, message in registry().items() if message.severity == "warning")
    INDEX.write_text(index(warnings), encoding="utf-8")
