"""The tree of a file: scalars, sequences and mappings that know where they stand.

In: what a reader (YAML or JSON) found. Out: nodes for the layers above. A node must not know what it means.
Nodes are not to be changed after they are made; a node may occur at several places of a tree (YAML aliases).
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal

from cadre_rules.documents.scalars import raw_offsets

if TYPE_CHECKING:
    from collections.abc import Iterator
    from collections.abc import Sequence as SequenceType

    from cadre_rules.diagnostics import Diagnostic, Message, Position
    from cadre_rules.documents.text import DocumentText

Value = str | int | Decimal | bool | date | None
Style = Literal["plain", "single", "double", "literal", "folded", "json"]


class Node:
    """Any node: `start` and `end` (exclusive) are offsets into `document.text`."""

    __slots__ = ("document", "end", "start")

    def __init__(self, document: DocumentText, start: int, end: int) -> None:
        self.document = document
        self.start = start
        self.end = end

    @property
    def position(self) -> Position:
        """File, line, column (from 1) and width of the node's first line."""
        return self.document.position(self.start, self.end)

    @property
    def line(self) -> str:
        """The source line in which the node begins."""
        return self.document.line(self.start)

    def fault(
        self, message: Message, *, path: str | None = None, suggestion: str | None = None, **values: object
    ) -> Diagnostic:
        """Make the diagnostic of `message` for this node, with position and source line."""
        return message.at(self.position, line=self.line, path=path, suggestion=suggestion, **values)


class Scalar(Node):
    """One value. `value` is resolved (never a float); `text` is what was written, without quotes and escapes.

    `style` tells how it was written: a quoted scalar is always a text. In JSON every scalar has style "json".
    """

    __slots__ = ("style", "text", "value")

    def __init__(self, document: DocumentText, start: int, end: int, *, value: Value, text: str, style: Style) -> None:
        super().__init__(document, start, end)
        self.value = value
        self.text = text
        self.style = style

    @property
    def source(self) -> ScalarSource:
        """The text as a `Source`: offsets into it are told as places in the file."""
        return ScalarSource(self)

    def __repr__(self) -> str:
        return f"Scalar({self.value!r})"


class Sequence(Node):
    """A list of nodes."""

    __slots__ = ("items",)

    def __init__(self, document: DocumentText, start: int, end: int, items: tuple[Node, ...]) -> None:
        super().__init__(document, start, end)
        self.items = items

    def __iter__(self) -> Iterator[Node]:
        return iter(self.items)

    def __len__(self) -> int:
        return len(self.items)

    def __repr__(self) -> str:
        return f"Sequence({list(self.items)!r})"


class Mapping(Node):
    """Keys with values, in the order of the file; no key occurs twice. A key is looked up by its text."""

    __slots__ = ("_index", "entries")

    def __init__(self, document: DocumentText, start: int, end: int, entries: tuple[tuple[Scalar, Node], ...]) -> None:
        super().__init__(document, start, end)
        self.entries = entries
        self._index: dict[str, int] | None = None

    def _where(self, key: str) -> int | None:
        if self._index is None:
            self._index = {k.text: i for i, (k, _) in enumerate(self.entries)}
        return self._index.get(key)

    def get(self, key: str) -> Node | None:
        """Return the value of `key`, or None if the key is not there (a null value is a `Scalar`)."""
        found = self._where(key)
        return None if found is None else self.entries[found][1]

    def key_node(self, key: str) -> Scalar | None:
        """Return the node of the key itself, or None."""
        found = self._where(key)
        return None if found is None else self.entries[found][0]

    def keys(self) -> tuple[str, ...]:
        """Return the texts of the keys, in order."""
        return tuple(key.text for key, _ in self.entries)

    def __contains__(self, key: object) -> bool:
        return isinstance(key, str) and self._where(key) is not None

    def __len__(self) -> int:
        return len(self.entries)

    def __repr__(self) -> str:
        return f"Mapping({ {k.text: v for k, v in self.entries}!r})"


class ScalarSource:
    """The text of a scalar as a `Source` (see `documents.source`), whatever quotes and escapes it has."""

    __slots__ = ("_offsets", "_scalar")

    def __init__(self, scalar: Scalar) -> None:
        self._scalar = scalar
        self._offsets: SequenceType[int] | None = None

    @property
    def text(self) -> str:
        """The text, without quotes and escapes."""
        return self._scalar.text

    def offset(self, index: int) -> int:
        """Return the offset in the file of the character at `index` (or of the end, for `len(text)`)."""
        if self._offsets is None:
            scalar = self._scalar
            self._offsets = raw_offsets(scalar.document.text, scalar.start, scalar.end, scalar.style, scalar.text)
        return self._offsets[max(0, min(index, len(self._offsets) - 1))]

    def position(self, start: int, end: int) -> Position:
        """Return where the characters `start` to `end` (exclusive) of the text stand in the file."""
        first = self.offset(start)
        return self._scalar.document.position(first, max(first, self.offset(end)))

    def line(self, start: int) -> str:
        """Return the line of the file in which the character at `start` stands."""
        return self._scalar.document.line(self.offset(start))


def to_plain(node: Node) -> Any:
    """Return the tree as dict, list and resolved values; keys are resolved too (`2000-01-01` is a date)."""
    if isinstance(node, Scalar):
        return node.value
    if isinstance(node, Sequence):
        return [to_plain(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.value: to_plain(value) for key, value in node.entries}


def to_json(node: Node) -> Any:
    """Return the tree as JSON has it: keys are texts, dates are ISO texts, numbers int or Decimal."""
    if isinstance(node, Scalar):
        return node.value.isoformat() if isinstance(node.value, date) else node.value
    if isinstance(node, Sequence):
        return [to_json(item) for item in node.items]
    assert isinstance(node, Mapping)
    return {key.text: to_json(value) for key, value in node.entries}


def at(node: Node, pointer: str | tuple[str | int, ...]) -> Node:
    """Return the node at a path: `("posts", 2, "start")` or the JSON pointer `/posts/2/start`.

    Raises `LookupError` if there is none.
    """
    found, rest = _follow(node, pointer)
    if rest:
        raise LookupError(f"nothing stands at {pointer!r}")
    return found


def nearest_at(node: Node, pointer: str | tuple[str | int, ...]) -> Node:
    """Return the node at a path, or the deepest one on the way to it: where a missing thing should stand."""
    return _follow(node, pointer)[0]


def _follow(node: Node, pointer: str | tuple[str | int, ...]) -> tuple[Node, tuple[str | int, ...]]:
    steps: tuple[str | int, ...] = parse_pointer(pointer) if isinstance(pointer, str) else pointer
    for taken, step in enumerate(steps):
        found = _child(node, step)
        if found is None:
            return node, steps[taken:]
        node = found
    return node, ()


def _child(node: Node, step: str | int) -> Node | None:
    if isinstance(node, Mapping):
        return node.get(str(step))
    if isinstance(node, Sequence):
        text = str(step)
        index = int(text) if text.isascii() and text.isdigit() and len(text) < 10 else -1
        return node.items[index] if 0 <= index < len(node.items) else None
    return None


def parse_pointer(pointer: str) -> tuple[str, ...]:
    """Split a JSON pointer (RFC 6901) into its steps; the empty pointer is the whole document."""
    if not pointer:
        return ()
    return tuple(step.replace("~1", "/").replace("~0", "~") for step in pointer.removeprefix("/").split("/"))


def to_pointer(steps: tuple[str | int, ...]) -> str:
    """Write steps as a JSON pointer (RFC 6901)."""
    return "".join("/" + str(step).replace("~", "~0").replace("/", "~1") for step in steps)
