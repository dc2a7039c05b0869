"""What probably went wrong where YAML cannot be read: the common mistakes, told in a policy author's words.

In: the text, the parser's error and the last scalar before it. Out: one diagnostic. The parser's own wording
is only used to tell the situations apart; libyaml and PyYAML word and place the same error slightly
differently, so the text around the place decides.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

from cadre_rules.documents import messages
from cadre_rules.documents.nodes import Mapping, Node, Scalar, Sequence

if TYPE_CHECKING:
    import yaml

    from cadre_rules.diagnostics import Diagnostic, Message
    from cadre_rules.documents.text import DocumentText

_KEY_TIGHT = re.compile(r"\s*(?:- +)*[{\[ ]*([^\s:：\"'#{}\[\],]+):(?=[^ \t\n:/])")
_KEY_WIDE = re.compile(r"\s*(?:- +)*[{\[ ]*([^\s:：\"'#{}\[\],]+)：")
_TAB_INDENT = re.compile("^ *(\t)[ \t]*[^\\s]", re.MULTILINE)
_CLOSING = {"[": "]", "{": "}"}


class _Scene:
    """The place of an error, as the recognisers below see it."""

    def __init__(
        self, document: DocumentText, error: yaml.MarkedYAMLError, last: Scalar | None, brackets: list[int]
    ) -> None:
        self.document = document
        self.raw = document.text
        self.problem = error.problem or ""
        self.context = error.context or ""
        mark, context = error.problem_mark or error.context_mark, error.context_mark
        self.place = min(mark.index if mark else 0, len(self.raw))
        self.began = context.index if context else self.place
        self.last = last
        self.brackets = brackets

    @property
    def character(self) -> str:
        return self.raw[self.place : self.place + 1]

    def same_line(self, start: int) -> bool:
        return "\n" not in self.raw[start : self.place]

    def line_of(self, start: int) -> tuple[int, str]:
        """Return the offset of the line in which `start` stands, and the line."""
        return self.raw.rfind("\n", 0, start) + 1, self.document.line(start)

    def fault(self, message: Message, start: int, length: int = 1, **values: object) -> Diagnostic:
        return self.document.fault(message, start, start + length, **values)


def explain(
    document: DocumentText, error: yaml.MarkedYAMLError, last: Scalar | None, brackets: list[int]
) -> Diagnostic:
    """Return the diagnostic for a syntax error; the first recogniser that knows the situation tells it.

    `last` is the last scalar that was read, `brackets` the offsets of the `[` and `{` that are open.
    """
    scene = _Scene(document, error, last, brackets)
    for recogniser in (
        _tab,
        _quoted,
        _tag_or_anchor,
        _special_character,
        _swallowed_line,
        _line_without_colon,
        _colon_in_text,
        _brackets,
        _item_beside_key,
        _no_mapping,
        _indentation,
    ):
        found = recogniser(scene)
        if found:
            return found
    return scene.fault(messages.NOT_YAML, _visible(scene))


def _visible(scene: _Scene) -> int:
    """Return the place of the error, or the last character with ink before it at the end of the file."""
    if scene.place < len(scene.raw.rstrip()):
        return scene.place
    return max(0, len(scene.raw.rstrip()) - 1)


def _tab(scene: _Scene) -> Diagnostic | None:
    if scene.character == "\t" or "tab character" in scene.problem:
        start = scene.raw.find("\t", scene.place)
        return scene.fault(messages.TAB, start if start >= 0 else scene.place)
    begin, line = scene.line_of(scene.place)
    found = _TAB_INDENT.match(line)
    return scene.fault(messages.TAB, begin + found.start(1)) if found else None


def _quoted(scene: _Scene) -> Diagnostic | None:
    """An escape that is none, a quote that is not closed, or text after a closed one."""
    if "quoted scalar" in scene.context:
        if "escape" in scene.problem or "hexdecimal" in scene.problem:
            start = scene.raw.rfind("\\", scene.began, scene.place + 1)
            return scene.fault(messages.BAD_ESCAPE, start, 2)
        quote = scene.raw[scene.began]
        return scene.fault(messages.UNCLOSED_QUOTE, scene.began, quote=quote)
    last = scene.last
    if last is None or last.style not in ("single", "double") or not _follows(scene, last):
        return None
    if "\n" in scene.raw[last.start : last.end]:
        return scene.fault(messages.UNCLOSED_QUOTE, last.start, quote=scene.raw[last.start])
    if scene.character in ":,]}":
        return None
    return scene.fault(messages.TEXT_AFTER_QUOTE, scene.place)


def _follows(scene: _Scene, last: Scalar) -> bool:
    """Tell whether the error comes right after `last`, on the same line."""
    between = scene.raw[last.end : scene.place]
    return scene.place >= last.end and not between.strip(" \t") and "\n" not in between


def _tag_or_anchor(scene: _Scene) -> Diagnostic | None:
    if "tag" in scene.context or "tag handle" in scene.problem:
        found = re.compile(r"![^\s,\]}]*").search(scene.raw, scene.began)
        start, tag = (found.start(), found[0]) if found else (scene.began, "!")
        return scene.fault(messages.TAG, start, len(tag), tag=tag)
    if "alias" in scene.context or "anchor" in scene.context:
        return scene.fault(messages.SPECIAL_CHARACTER, scene.began, character=scene.raw[scene.began])
    return None


def _special_character(scene: _Scene) -> Diagnostic | None:
    if "block scalar" in scene.context:
        return scene.fault(messages.SPECIAL_CHARACTER, scene.began, character=scene.raw[scene.began])
    if "cannot start any token" in scene.problem or (
        "node content" in scene.problem and scene.character and scene.character in "]},%@`|>&*!"
    ):
        return scene.fault(messages.SPECIAL_CHARACTER, scene.place, character=scene.character)
    return None


def _swallowed_line(scene: _Scene) -> Diagnostic | None:
    """A key that was read as the continuation of the text above it: `a:1`, then `b: 2`."""
    last = scene.last
    if not last or last.style != "plain" or not _follows(scene, last) or scene.same_line(last.start):
        return None
    if "mapping values" not in scene.problem and scene.character != ":":
        return None
    tight = _tight_key(scene, last.start)
    if tight or scene.brackets:
        return tight
    begin, line = scene.line_of(scene.place)
    return scene.fault(messages.BAD_INDENTATION, begin + len(line) - len(line.lstrip()))


def _tight_key(scene: _Scene, start: int) -> Diagnostic | None:
    """A key whose colon is full-width or has no space after it, in the line of `start`."""
    begin, line = scene.line_of(start)
    wide, tight = _KEY_WIDE.match(line), _KEY_TIGHT.match(line)
    if wide:
        return scene.fault(messages.FULL_WIDTH_COLON, begin + wide.end() - 1, key=wide[1])
    if tight and line[tight.end()] in "\u3000\xa0":
        return scene.fault(messages.FULL_WIDTH_SPACE, begin + tight.end())
    if tight:
        return scene.fault(messages.NO_SPACE_AFTER_COLON, begin + tight.start(1), len(tight[1]) + 1, key=tight[1])
    return None


def _line_without_colon(scene: _Scene) -> Diagnostic | None:
    if "could not find expected ':'" not in scene.problem:
        return None
    found = _tight_key(scene, scene.began)
    if found:
        return found
    begin, line = scene.line_of(scene.began)
    full_width = re.compile("[\u3000\xa0]").search(line[: len(line) - len(line.lstrip())])
    if full_width:
        return scene.fault(messages.FULL_WIDTH_SPACE, begin + full_width.start())
    return scene.fault(messages.NO_COLON, scene.began, len(line.strip()))


def _colon_in_text(scene: _Scene) -> Diagnostic | None:
    if "mapping values" not in scene.problem:
        return None
    last = scene.last
    if last and last.style == "plain" and last.text[:1] in ("“", "”"):
        return scene.fault(messages.FULL_WIDTH_QUOTES, last.start)
    return scene.fault(messages.COLON_IN_TEXT, scene.place)


def _brackets(scene: _Scene) -> Diagnostic | None:
    if scene.character and scene.character in "]}" and not scene.brackets:
        return scene.fault(messages.EXTRA_BRACKET, scene.place, bracket=scene.character)
    if not scene.brackets:
        return None
    start = scene.brackets[-1]
    if scene.same_line(start) and scene.place < len(scene.raw.rstrip()):
        return scene.fault(messages.MISSING_COMMA, scene.place)
    bracket = scene.raw[start]
    return scene.fault(messages.UNCLOSED_BRACKET, start, bracket=bracket, closing=_CLOSING[bracket])


def _item_beside_key(scene: _Scene) -> Diagnostic | None:
    if "sequence entries are not allowed" in scene.problem and not _is_first(scene):
        return scene.fault(messages.ITEM_BESIDE_KEY, scene.place)
    return None


def _is_first(scene: _Scene) -> bool:
    """Tell whether only blanks stand before the error on its line."""
    begin, _ = scene.line_of(scene.place)
    return not scene.raw[begin : scene.place].strip()


def _no_mapping(scene: _Scene) -> Diagnostic | None:
    """The first key has no colon that counts, so the whole file was read as one text."""
    if "document start" in scene.problem and scene.last:
        return _tight_key(scene, scene.last.start)
    return None


def _indentation(scene: _Scene) -> Diagnostic | None:
    if "block" in scene.context and _is_first(scene):
        return _tight_key(scene, scene.place) or scene.fault(messages.BAD_INDENTATION, scene.place)
    return None


def tab_in_indentation(document: DocumentText, root: Node) -> list[Diagnostic]:
    """Return the faults for lines that the parser lets begin with a tab, unless the tab is inside a text."""
    suspects = [m.start(1) for m in _TAB_INDENT.finditer(document.text)]
    if not suspects:
        return []
    spans = [(s.start, s.end) for s in _scalars(root)]
    return [
        document.fault(messages.TAB, tab, tab + 1)
        for tab in suspects[:10]
        if document.text[:tab].rsplit("\n", 1)[-1].strip() == "" and not any(start <= tab < end for start, end in spans)
    ]


def _scalars(root: Node) -> list[Scalar]:
    """Return every scalar, keys included, each once."""
    out: dict[int, Scalar] = {}
    seen: set[int] = set()
    todo = [root]
    while todo:
        node = todo.pop()
        if id(node) in seen:
            continue
        seen.add(id(node))
        if isinstance(node, Scalar):
            out[id(node)] = node
        elif isinstance(node, Sequence):
            todo += node.items
        elif isinstance(node, Mapping):
            todo += [part for entry in node.entries for part in entry]
    return list(out.values())
