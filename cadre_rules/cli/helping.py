"""Help texts, in the language that is asked for.

In: the declarations of commands. Out: text. Columns are counted as a terminal shows them, where a Chinese character
takes two.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.cli.options import PROGRAM
from cadre_rules.diagnostics import Text, display_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadre_rules.cli.options import Command
    from cadre_rules.diagnostics import Language

_WIDTH = 80
_COLUMN = 24
_NEVER_FIRST = "，。、；：？！）」》…,.;:?!)"
_USAGE = Text("用法：", "usage: ")
_ARGUMENTS = Text("参数：", "arguments:")
_OPTIONS = Text("选项：", "options:")
_COMMANDS = Text("命令：", "commands:")
_EXAMPLES = Text("示例：", "examples:")
_HELP = Text("显示本说明", "show this help")
_ABOUT = Text(
    "干部人事政策的规则引擎：按照政策文件和干部档案作出有依据、可复核的判断。结果仅供参考，由有权机关决定。",
    "A rule engine for cadre personnel policy: decides by policy files and records, and shows its grounds. "
    "What it says is advice; the body that has the power decides.",
)
_FOOT = Text(
    f"各命令的用法：{PROGRAM} 命令 --help。默认语言可由环境变量 CADRE_RULES_LANGUAGE（zh 或者 en）设定。",
    f"For each command: {PROGRAM} COMMAND --help. CADRE_RULES_LANGUAGE (zh or en) sets the language.",
)
_FIRST = (
    "cadre-rules decide promotion examples/records/cadre.yaml --as-of 2025-06-01",
    Text("能否提拔", "may the cadre be promoted"),
)


def program_help(commands: Mapping[str, Command], language: Language) -> str:
    """Return the help of the program as a whole."""
    options = [
        ("--language zh|en", Text("输出的语言，默认中文", "the language of what is shown, Chinese by default")),
        ("--version", Text("显示版本", "show the version")),
        ("-h, --help", _HELP),
    ]
    usage = f"{PROGRAM} [--language zh|en] {Text('命令', 'COMMAND').in_(language)} …"
    lines = [
        _USAGE.in_(language) + usage,
        "",
        *wrapped(_ABOUT.in_(language)),
        "",
        _COMMANDS.in_(language),
        *_rows(((c.name, c.summary) for c in commands.values()), language),
        "",
        _OPTIONS.in_(language),
        *_rows(options, language),
        "",
        _EXAMPLES.in_(language),
        f"  # {_FIRST[1].in_(language)}",
        f"  {_FIRST[0]}",
        "",
        *wrapped(_FOOT.in_(language)),
    ]
    return "\n".join(lines)


def command_help(command: Command, language: Language) -> str:
    """Return the help of one command."""
    lines = [_USAGE.in_(language) + command.usage, "", *wrapped(command.summary.in_(language))]
    if command.arguments:
        rows = _rows(((a.written, a.help) for a in command.arguments), language)
        lines += ["", _ARGUMENTS.in_(language), *rows]
    options = [(o.written, o.help) for o in command.options]
    lines += ["", _OPTIONS.in_(language), *_rows([*options, ("-h, --help", _HELP)], language)]
    lines += ["", _EXAMPLES.in_(language)]
    for example, meaning in command.examples:
        lines += [f"  # {meaning.in_(language)}", f"  {example}"]
    for note in command.notes:
        lines += ["", *wrapped(note.in_(language))]
    return "\n".join(lines)


def _rows(rows: Iterable[tuple[str, Text]], language: Language) -> list[str]:
    """Return names with their meanings beside them."""
    out = []
    for name, meaning in rows:
        first, *more = wrapped(meaning.in_(language), _WIDTH - _COLUMN)
        head = f"  {name}"
        if display_width(head) > _COLUMN - 2:
            out.append(head)
            head = ""
        out.append(head + " " * (_COLUMN - display_width(head)) + first)
        out += [" " * _COLUMN + line for line in more]
    return out


def wrapped(text: str, width: int = _WIDTH) -> list[str]:
    """Break a text into lines of at most `width` columns: at spaces, and between Chinese characters."""
    lines, line = [], ""
    for piece in _pieces(text):
        if line and display_width(line + piece.rstrip()) > width:
            lines.append(line.rstrip())
            line = piece.lstrip()
        else:
            line += piece
    return [*lines, line.rstrip()]


def _pieces(text: str) -> list[str]:
    """Split a text where a line may end; what may not begin a line stays with what is before it."""
    out: list[str] = []
    for character in text:
        wide = display_width(character) == 2
        joined = out and (
            character in _NEVER_FIRST
            or character == " "
            or out[-1][-1] in "（「《"
            or not (wide or out[-1][-1] == " " or display_width(out[-1][-1]) == 2)
        )
        if joined:
            out[-1] += character
        else:
            out.append(character)
    return out
