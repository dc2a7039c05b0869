"""From a character of a scalar's text back to the character of the file that it was read from.

In: the raw file, where the scalar stands in it, how it is written, and its decoded text. Out: for each
character of the text the offset of what it was read from, and one more for the end. It decodes the same way
as the YAML parser does (YAML 1.1, chapters 5.7 and 9; JSON, RFC 8259 chapter 7) but keeps offsets, not
characters.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from collections.abc import Iterator, Sequence

_HEX = {"x": 2, "u": 4, "U": 8}
_BLANKS = re.compile("[ \t\n]*")
_HEADER = re.compile("[|>][-+0-9]*[^\n]*\n")
_LINE = re.compile(r"[^\n]*(?:\n|\Z)")
_INK = re.compile("^( *)[^ \n]", re.MULTILINE)


def raw_offsets(raw: str, start: int, end: int, style: str, text: str) -> Sequence[int]:
    """Return `len(text) + 1` ascending offsets into `raw`; `style` is that of `nodes.Scalar`."""
    if style in ("literal", "folded"):
        return _block(raw, start, style == "folded", text)
    quote = raw[start] if style in ("single", "double", "json") and raw[start : start + 1] in "'\"" else ""
    first, last = (start + 1, end - 1) if quote else (start, end)
    if last - first == len(text):  # nothing is escaped or folded
        return range(first, last + 1)
    steps = _json(raw, first, last) if style == "json" else _flow(raw, first, last, quote)
    return [*steps, last]


def _flow(raw: str, i: int, end: int, quote: str) -> Iterator[int]:
    """Yield an offset for each character of a plain or quoted YAML scalar."""
    while i < end:
        c = raw[i]
        if c in " \t\n":
            stop = min(end, _blanks_end(raw, i))
            yield from _folded(raw, i, stop)
            i = stop
        elif c == "'" == quote:
            yield i
            i += 2
        elif c == "\\" and quote == '"':
            if raw[i + 1] == "\n":
                stop = min(end, _blanks_end(raw, i + 2))
                yield from (k for k in range(i + 2, stop) if raw[k] == "\n")
                i = stop
            else:
                yield i
                i += 2 + _HEX.get(raw[i + 1], 0)
        else:
            yield i
            i += 1


def _blanks_end(raw: str, i: int) -> int:
    found = _BLANKS.match(raw, i)
    return found.end() if found else i


def _folded(raw: str, i: int, stop: int) -> Iterator[int]:
    """Yield offsets for blanks inside a flow scalar: one line end is a space, n are n - 1 line ends."""
    breaks = [k for k in range(i, stop) if raw[k] == "\n"]
    if not breaks:
        yield from range(i, stop)
    else:
        yield from breaks[1:] or breaks


def _json(raw: str, i: int, end: int) -> Iterator[int]:
    """Yield an offset for each character of a JSON string; two surrogates are one character."""
    while i < end:
        yield i
        if raw[i] != "\\":
            i += 1
        elif raw[i + 1] != "u":
            i += 2
        else:
            i += 12 if 0xD800 <= int(raw[i + 2 : i + 6], 16) < 0xDC00 else 6


def _block(raw: str, start: int, folded: bool, text: str) -> list[int]:
    """Return the offsets of a literal or folded block scalar that begins with its `|` or `>` at `start`."""
    out: list[int] = []
    header = _HEADER.match(raw, start)
    begin = header.end() if header else len(raw)
    indent = _block_indent(raw, begin, text)
    pending = -1  # the line end after the last content line
    was_text = False  # that line did not begin with a blank
    empty: list[int] = []  # line ends of empty lines since
    for line in _LINE.finditer(raw, begin):
        if len(out) > len(text):
            break
        first, content = line.start(), line[0].rstrip("\n")
        newline = first + len(content)
        blanks = len(content) - len(content.lstrip(" "))
        if blanks == len(content) and blanks <= indent:
            empty.append(newline)
            continue
        if blanks < indent:
            break
        is_text = content[indent] not in " \t"
        if pending >= 0 and not (folded and was_text and is_text and empty):
            out.append(pending)
        out += [*empty, *range(first + indent, newline)]
        pending, was_text, empty = newline, is_text, []
    out += [pending if pending >= 0 else begin, *empty]
    out = out[: len(text) + 1]
    return out + [out[-1]] * (len(text) + 1 - len(out))


def _block_indent(raw: str, begin: int, text: str) -> int:
    """Return the indentation of a block: that of its first line with ink, less what is content there."""
    written, read = _INK.search(raw, begin), _INK.search(text)
    if not written or not read:
        return 0
    return len(written[1]) - len(read[1])
