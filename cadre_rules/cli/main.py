"""The command line `cadre-rules`: which command, in which language, and what its end means.

In: the words of a command line. Out: an exit code; results on standard output, everything else on standard error.
0 done, 1 a check found something, 2 bad input or usage, 70 a bug of ours, 130 interrupted, 141 the reader went away.
Nothing slow is imported before a command is known.
"""

from __future__ import annotations

import gc
import io
import os
import sys
from contextlib import suppress
from importlib import import_module
from itertools import pairwise
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cli import messages, output
from cadre_rules.cli.catalogue import COMMANDS
from cadre_rules.cli.language import OPTION, given_language, language_of
from cadre_rules.cli.options import PROGRAM, read_call
from cadre_rules.cli.wording import listed
from cadre_rules.diagnostics import DEFAULT_LANGUAGE, CadreRulesError, Text, UsageError, nearest

if TYPE_CHECKING:
    from collections.abc import Sequence
    from typing import TextIO

    from cadre_rules.cli.options import Command
    from cadre_rules.diagnostics import Diagnostic, Language

DONE, FOUND, BAD, BUG, INTERRUPTED, NO_READER = 0, 1, 2, 70, 130, 141
_HELP = frozenset({"-h", "--help"})


def program() -> int:
    """Run the command line of the process, which is over soon: garbage is looked for seldom."""
    gc.set_threshold(100_000, 20, 20)
    return main()


def main(argv: Sequence[str] | None = None) -> int:
    """Run a command line (that of the process by default) and return its exit code."""
    words = list(sys.argv[1:] if argv is None else argv)
    _open_closed_streams()
    for stream in (sys.stdout, sys.stderr):
        if isinstance(stream, io.TextIOWrapper):  # a terminal that lacks a character shows its code
            stream.reconfigure(errors="backslashreplace")
    try:
        code = _told(words)
        sys.stdout.flush()
    except BrokenPipeError:
        _silence(sys.stdout, sys.stderr)
        return NO_READER
    except KeyboardInterrupt:
        return INTERRUPTED
    except OSError as error:  # what was printed could not be written, as on a full disk
        _silence(sys.stdout)
        try:
            output.faults([_system(error)], given_language(words) or DEFAULT_LANGUAGE, json=_wants_json(words))
        except OSError:  # nobody can be told
            _silence(sys.stderr)
        return BAD
    return code


def _told(words: list[str]) -> int:
    """Run a command line; bad input becomes faults, a bug of ours a traceback that says so."""
    language: Language = given_language(words) or DEFAULT_LANGUAGE
    try:
        head, command, rest = _split(words)
        helped = any(word in _HELP for word in [*head, *rest[: _end(rest)]])
        spoken = words if helped or command is None or command.name != "fmt" else head
        language = language_of(spoken, os.environ)
        return _run(head, command, rest, language, helped=helped)
    except CadreRulesError as error:
        output.faults(error.diagnostics, language, json=_wants_json(words))
        return BAD
    except BrokenPipeError:
        raise
    except OSError as error:
        output.faults([_system(error)], language, json=_wants_json(words))
        return BAD
    except Exception as error:
        import traceback

        traceback.print_exc()
        detail = f"{type(error).__name__}: {error}"
        output.faults([messages.BUG.at(detail=detail)], language, json=False)
        return BUG


def _run(head: list[str], command: Command | None, rest: list[str], language: Language, *, helped: bool) -> int:
    if helped:
        from cadre_rules.cli.helping import command_help, program_help

        output.result(command_help(command, language) if command else program_help(COMMANDS, language))
        return DONE
    if "--version" in head:
        from importlib.metadata import version

        output.result(f"{PROGRAM} {version(PROGRAM)}")
        return DONE
    if command is None:
        from cadre_rules.cli.helping import program_help

        output.message(Text(program_help(COMMANDS, "zh"), program_help(COMMANDS, "en")), language)
        return BAD
    code: int = import_module(command.module).run(read_call(command, rest, language))
    return code


def _end(words: list[str]) -> int:
    return words.index("--") if "--" in words else len(words)


def _split(words: list[str]) -> tuple[list[str], Command | None, list[str]]:
    """Return the words before the command, the command, and the words after it; raises `UsageError`."""
    i = 0
    while i < len(words) and words[i].startswith("-"):
        name = words[i].split("=")[0]
        if name != OPTION and words[i] not in (*_HELP, "--version"):
            known = (OPTION, "--version", "--help")
            guess = nearest(name, known)
            raise UsageError(
                messages.UNKNOWN_OPTION.at(suggestion=guess, command=PROGRAM, found=name, known=listed(known))
            )
        if name == OPTION:
            i += _language_words(words, i)
        i += 1
    if i >= len(words):
        return words, None, []
    if words[i] not in COMMANDS:
        guess = nearest(words[i], COMMANDS)
        raise UsageError(messages.UNKNOWN_COMMAND.at(suggestion=guess, found=words[i], known=listed(COMMANDS)))
    return words[:i], COMMANDS[words[i]], words[i + 1 :]


def _language_words(words: list[str], i: int) -> int:
    """Check the `--language` before a command; return how many words follow that belong to it."""
    inside = "=" in words[i]
    found = words[i].partition("=")[2] if inside else next(iter(words[i + 1 :]), None)
    if found is None:
        example = f"{PROGRAM} {OPTION} en --help"
        raise UsageError(messages.NEEDS_VALUE.at(option=OPTION, name="zh|en", example=example))
    if found not in ("zh", "en"):
        raise UsageError(messages.BAD_LANGUAGE.at(where=OPTION, found=found))
    return 0 if inside else 1


def _wants_json(words: Sequence[str]) -> bool:
    return "--format=json" in words or any(a == "--format" and b == "json" for a, b in pairwise(words))


def _system(error: OSError) -> Diagnostic:
    reason = Text(f"系统报告「{error.strerror or error}」", f"the system says: {error.strerror or error}")
    if isinstance(error, FileNotFoundError):
        reason = Text("文件或者文件夹不存在", "there is no such file or folder")
    elif isinstance(error, PermissionError):
        reason = Text("没有权限", "permission denied")
    elif isinstance(error, IsADirectoryError):
        reason = Text("这是一个文件夹", "it is a folder")
    elif isinstance(error, FileExistsError | NotADirectoryError):
        reason = Text("这是一个文件，不是文件夹", "it is a file, not a folder")
    return messages.SYSTEM.at(file=error.filename or "<stdout>", reason=reason)


def _open_closed_streams() -> None:
    """Let what is written to a stream that the process was started without go nowhere."""
    for name in ("stdout", "stderr"):
        if getattr(sys, name) is None:
            setattr(sys, name, Path(os.devnull).open("w", encoding="utf-8"))  # noqa: SIM115


def _silence(*streams: TextIO) -> None:
    """Keep the interpreter from writing, at its end, what nobody can read any more."""
    for stream in streams:
        with Path(os.devnull).open("w", encoding="utf-8") as nowhere, suppress(io.UnsupportedOperation):
            os.dup2(nowhere.fileno(), stream.fileno())  # a stream in memory has no number, and needs no care


if __name__ == "__main__":
    sys.exit(program())
