"""One fault, told so that its reader can mend it: code, place, what was found, what was expected, help.

Each room declares its messages as `Message` constants (one per code) and makes diagnostics from them;
this module knows the form of a diagnostic and nothing of any room.
"""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics.text import DEFAULT_LANGUAGE, Language, Text

if TYPE_CHECKING:
    from cadre_rules.diagnostics.position import Position

REGISTRY: dict[str, Message] = {}


@dataclass(frozen=True, slots=True)
class Message:
    """The wording of one kind of fault: a stable code, the sentence, and what the reader can do.

    Templates are filled with `str.format`; values may be `Text`. `severity` is "error" or "warning".
    Declaring two messages with one code is a programming error and raises `ValueError`.
    """

    code: str
    summary: Text
    help: Text | None = None
    severity: str = "error"

    def __post_init__(self) -> None:
        if self.code in REGISTRY:
            raise ValueError(f"the code {self.code} is declared twice")
        REGISTRY[self.code] = self

    def at(
        self,
        position: Position | None = None,
        *,
        line: str | None = None,
        path: str | None = None,
        suggestion: Text | str | None = None,
        **values: object,
    ) -> Diagnostic:
        """Make the diagnostic: `line` is the source line at `position`, `path` a JSON pointer into a record."""
        if isinstance(suggestion, str):
            suggestion = DID_YOU_MEAN.format(name=suggestion)
        return Diagnostic(
            code=self.code,
            severity=self.severity,
            summary=self.summary.format(**values),
            help=self.help.format(**values) if self.help else None,
            suggestion=suggestion,
            position=position,
            line=line,
            path=path,
        )


DID_YOU_MEAN = Text("您是不是想写「{name}」？", "did you mean `{name}`?")
_HELP = Text("帮助：", "help: ")
_SEVERITY = {"error": Text("错误", "error"), "warning": Text("提醒", "warning")}
_AT = Text("位置：", "at: ")


@dataclass(frozen=True, slots=True)
class Diagnostic:
    """A fault with everything that its reader needs; `render` writes it in one language."""

    code: str
    severity: str
    summary: Text
    help: Text | None = None
    suggestion: Text | None = None
    position: Position | None = None
    line: str | None = None
    path: str | None = None

    def render(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Write the fault as a reader sees it: `file:line:column: error[CODE]: …`, the line, a caret, help."""
        place = f"{self.position}: " if self.position else ""
        out = [f"{place}{_SEVERITY[self.severity].in_(language)}[{self.code}]: {self.summary.in_(language)}"]
        if self.path:
            out.append(f"  {_AT.in_(language)}{self.path}")
        if self.position and self.line is not None:
            out += _excerpt(self.position, self.line)
        if self.suggestion:
            out.append(f"  {self.suggestion.in_(language)}")
        if self.help:
            out.append(f"  {_HELP.in_(language)}{self.help.in_(language)}")
        return "\n".join(out)

    def to_dict(self) -> dict[str, object]:
        """Return the fault as plain data, for `--format json`."""
        where = self.position
        return {
            "code": self.code,
            "severity": self.severity,
            "message": self.summary._asdict(),
            "help": self.help._asdict() if self.help else None,
            "suggestion": self.suggestion._asdict() if self.suggestion else None,
            "file": where.file if where else None,
            "line": where.line if where else None,
            "column": where.column if where else None,
            "path": self.path,
        }


def display_width(text: str) -> int:
    """Return the number of terminal columns that `text` takes (a Chinese character takes two)."""
    return sum(2 if unicodedata.east_asian_width(c) in "WF" else 1 for c in text)


_EXCERPT = 100  # a longer source line is shown as a window around the caret


def _excerpt(position: Position, line: str) -> list[str]:
    """Return the source line and the caret line under it, for full-width characters as well."""
    start = position.column - 1
    shift = max(0, start - _EXCERPT // 2) if len(line) > _EXCERPT else 0
    window = line[shift : shift + _EXCERPT].replace("\t", " ")
    before, meant = window[: start - shift], window[start - shift : start - shift + position.width]
    gutter = f"  {position.line} | "
    caret = "^" * max(1, display_width(meant))
    return [gutter + window, " " * (len(gutter) - 2) + "| " + " " * display_width(before) + caret]
