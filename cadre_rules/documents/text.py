"""The decoded text of one file, and the checks that come before any parsing.

In: bytes (or text) and the name of the file. Out: `DocumentText`, which tells line and column of any offset.
It must not know YAML or JSON. Line ends are `\\n` from here on (`\\r\\n` is read as one), so that an offset,
a line and a column mean the same to every reader above.
"""

from __future__ import annotations

import re
import stat
from bisect import bisect_right
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import DocumentError, Position, Text
from cadre_rules.documents import messages

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.diagnostics import Diagnostic, Message

RECORD_BYTES = 8 * 1024 * 1024  # a record file
POLICY_BYTES = 1024 * 1024  # a policy, pack, adoption or case file
SCALAR_BYTES = 64 * 1024  # one text in a file
DEPTH = 60  # levels of nesting
NODES = 300_000  # keys, values, lists and mappings in a file

_NO_FILE = Text("这不是普通文件", "it is not a regular file")
_SHOWN = 60  # characters of a text in a message
_REFUSED = "\x00-\x08\x0b-\x1f\x7f-\x84\x86-\x9f\u202a-\u202e\u2066-\u2069\ufffe\uffff\ud800-\udfff"
CONTROL = re.compile(f"[{_REFUSED}]")  # controls, bidirectional overrides, halves of characters
_NOT_YAML = re.compile(f"[{_REFUSED}\x85\u2028\u2029\ufeff]")  # YAML 1.1 takes the first three as line ends
_OTHER_BOMS = (
    (b"\xff\xfe\x00\x00", "UTF-32"),
    (b"\x00\x00\xfe\xff", "UTF-32"),
    (b"\xff\xfe", "UTF-16"),
    (b"\xfe\xff", "UTF-16"),
)


class DocumentText:
    """The whole text of a file; a `Source` for itself."""

    __slots__ = ("_starts", "file", "text")

    def __init__(self, text: str, file: str) -> None:
        self.text = text
        self.file = file
        self._starts: list[int] | None = None

    def _line_starts(self) -> list[int]:
        if self._starts is None:
            self._starts = [0, *(m.end() for m in re.finditer("\n", self.text))]
        return self._starts

    def line_number(self, start: int) -> int:
        """Return the line (from 1) in which the character at `start` stands."""
        return bisect_right(self._line_starts(), start)

    def position(self, start: int, end: int) -> Position:
        """Return where `start` to `end` (exclusive) stands; the width stops at the end of the first line."""
        number = self.line_number(start)
        begin = self._line_starts()[number - 1]
        meant = self.text[start:end].split("\n", 1)[0].rstrip()
        return Position(self.file, number, start - begin + 1, max(1, len(meant)))

    def line(self, start: int) -> str:
        """Return the whole line in which the character at `start` stands, without its line end."""
        begin = self.text.rfind("\n", 0, start) + 1
        end = self.text.find("\n", start)
        return self.text[begin : end if end >= 0 else None]

    def fault(self, message: Message, start: int, end: int, **values: object) -> Diagnostic:
        """Make the diagnostic of `message` for the characters `start` to `end`, with their source line.

        What must not reach a terminal (controls, text direction) is shown as U+FFFD.
        """
        line = _NOT_YAML.sub("\ufffd", self.line(start))
        return message.at(self.position(start, end), line=line, path=None, suggestion=None, **values)

    def error(self, message: Message, start: int, end: int, **values: object) -> DocumentError:
        """Like `fault`, as an exception to raise."""
        return DocumentError(self.fault(message, start, end, **values))


def load_bytes(path: Path, limit: int) -> bytes:
    """Read a file, at most `limit` bytes of it; raises `DocumentError` D001 or D002."""
    try:
        mode = path.stat().st_mode
        if not (stat.S_ISREG(mode) or stat.S_ISDIR(mode)):  # a pipe would be waited for, a device has no end
            raise DocumentError(messages.NOT_READABLE.at(file=path, reason=_NO_FILE))
        with path.open("rb") as stream:
            data = stream.read(limit + 1)
    except OSError as error:
        raise DocumentError(messages.NOT_READABLE.at(file=path, reason=_reason(error))) from error
    if len(data) > limit:
        raise DocumentError(messages.TOO_LARGE.at(Position(str(path), 1, 1), limit=limit))
    return data


def _reason(error: OSError) -> Text:
    if isinstance(error, FileNotFoundError):
        return Text("文件不存在", "there is no such file")
    if isinstance(error, IsADirectoryError):
        return Text("这是一个文件夹", "it is a folder")
    if isinstance(error, PermissionError):
        return Text("没有读取权限", "permission denied")
    return Text(f"系统报告「{error.strerror}」", f"the system says: {error.strerror}")


def decode(data: bytes | str, file: str, *, limit: int, yaml: bool) -> DocumentText:
    """Check and decode the content of a file; `yaml` also refuses what only YAML takes for a line end.

    Raises `DocumentError`: D002 too large, D003/D004 not UTF-8, D005 control character, D006 empty.
    """
    if isinstance(data, str):
        text = data
        size = len(text) if len(text) > limit else len(text.encode("utf-8", "surrogatepass"))
    else:
        size = len(data)
        text = _decode_utf8(data, file) if size <= limit else ""
    if size > limit:
        raise DocumentError(messages.TOO_LARGE.at(Position(file, 1, 1), limit=limit))
    document = DocumentText(text.removeprefix("\ufeff").replace("\r\n", "\n"), file)
    found = (_NOT_YAML if yaml else CONTROL).search(document.text)
    if found:
        name = character_name(found[0])
        raise document.error(messages.CONTROL_CHARACTER, found.start(), found.end(), character=name)
    if not document.text.strip():
        raise DocumentError(messages.EMPTY.at(Position(file, 1, 1)))
    return document


def character_name(character: str) -> str:
    """Return the name by which a reader can look a character up: `U+200B`."""
    return f"U+{ord(character):04X}"


def shorten(text: str) -> str:
    """Return a text from a file as a message can show it."""
    return text if len(text) <= _SHOWN else text[:_SHOWN] + "…"


def _decode_utf8(data: bytes, file: str) -> str:
    try:
        for bom, encoding in _OTHER_BOMS:
            if data.startswith(bom):
                raise DocumentError(
                    messages.OTHER_ENCODING.at(Position(file, 1, 1), offset=0, byte=f"{data[0]:02X}", encoding=encoding)
                )
        return data.decode("utf-8")
    except UnicodeDecodeError as error:
        raise DocumentError(_not_utf8(data, error.start, file)) from error


def _not_utf8(data: bytes, offset: int, file: str) -> Diagnostic:
    """Tell the byte, its line and column, and whether the file looks like the Chinese national encoding."""
    before = data[:offset]
    column = len(before[before.rfind(b"\n") + 1 :].decode("utf-8", "replace")) + 1
    position = Position(file, before.count(b"\n") + 1, column)
    byte = f"{data[offset]:02X}"
    try:
        data.decode("gb18030")
    except UnicodeDecodeError:
        return messages.NOT_UTF8.at(position, offset=offset, byte=byte)
    return messages.OTHER_ENCODING.at(position, offset=offset, byte=byte, encoding="GBK / GB 18030")
