"""YAML text → nodes, strictly: one document, no tags, no merge keys, few aliases, no key twice, no float.

In: the text of a file. Out: the node tree, or a `DocumentError` with every fault that could be found.
It reads the events of PyYAML (libyaml where it is there) and constructs nothing but nodes of ours; what a
plain scalar means is said in `resolve`, what a syntax error probably comes from in `mistakes`.
"""

from __future__ import annotations

import re
from typing import TYPE_CHECKING, Protocol

import yaml
from yaml.events import (
    AliasEvent,
    CollectionStartEvent,
    DocumentStartEvent,
    Event,
    MappingEndEvent,
    MappingStartEvent,
    NodeEvent,
    ScalarEvent,
    SequenceEndEvent,
    StreamEndEvent,
)

from cadre_rules.diagnostics import DocumentError, Position
from cadre_rules.documents import messages
from cadre_rules.documents.mistakes import explain, tab_in_indentation
from cadre_rules.documents.nodes import Mapping, Node, Scalar, Sequence, Style
from cadre_rules.documents.resolve import DIGITS, Resolved, resolve
from cadre_rules.documents.text import (
    CONTROL,
    DEPTH,
    NODES,
    RECORD_BYTES,
    SCALAR_BYTES,
    DocumentText,
    character_name,
    decode,
    shorten,
)

if TYPE_CHECKING:
    from collections.abc import Hashable

    from yaml._yaml import Mark as CMark
    from yaml.error import Mark

    from cadre_rules.diagnostics import Diagnostic, Message

ALIAS_USES = 100
ALIAS_NODES = 10_000
_FAULTS = 100  # more are not told; a file with so many is not worth reading on
_CORE = "tag:yaml.org,2002:"
_STYLES: dict[str, Style] = {"'": "single", '"': "double", "|": "literal", ">": "folded"}
_FULL_WIDTH_BLANKS = "\u3000\xa0"


class Events(Protocol):
    """What PyYAML's parsers have in common."""

    def get_event(self) -> Event | None: ...  # noqa: D102


class PythonParser(yaml.reader.Reader, yaml.scanner.Scanner, yaml.parser.Parser):
    """The parser of PyYAML that needs no libyaml."""

    def __init__(self, text: str) -> None:
        yaml.reader.Reader.__init__(self, text)
        yaml.scanner.Scanner.__init__(self)
        yaml.parser.Parser.__init__(self)


def new_parser(text: str) -> Events:
    """Return libyaml's parser if PyYAML was built with it (its wheels are), else the slower one in Python."""
    if yaml.__with_libyaml__:
        from yaml._yaml import CParser

        return CParser(text)
    return PythonParser(text)


def _index(mark: Mark | CMark | None) -> int:
    return mark.index if mark else 0


_OF_VALUES = frozenset({messages.NO_SUCH_DATE.code, messages.NOT_A_NUMBER.code, messages.NUMBER_TOO_LONG.code})


def read_yaml(data: bytes | str, file: str, *, limit: int = RECORD_BYTES) -> Node:
    """Return the tree of a YAML text. `limit` is its greatest size in bytes; raises `DocumentError`."""
    document = decode(data, file, limit=limit, yaml=True)
    directive = re.compile("^%.*", re.MULTILINE).search(document.text)
    if directive:
        raise document.error(messages.DIRECTIVE, directive.start(), directive.end())
    return _Builder(document, new_parser(document.text)).build()


class _Builder:
    """Makes nodes from events; collects faults that leave the tree readable, raises those that do not."""

    def __init__(self, document: DocumentText, events: Events) -> None:
        self.document = document
        self._events = events
        self.faults: list[Diagnostic] = []
        self.last: Scalar | None = None  # the last scalar, for the explanation of a syntax error
        self.open_brackets: list[int] = []  # offsets of the `[` and `{` that are being read
        self.anchors: dict[str, tuple[Node, int] | None] = {}  # with its size; None while it is being read
        self.nodes = 0  # counted as if aliases were written out
        self.alias_uses = 0
        self.alias_nodes = 0

    def _next(self) -> Event:
        event = self._events.get_event()
        assert event is not None  # nothing is asked for after the end of the stream
        return event

    def build(self) -> Node:
        try:
            root = self._root()
        except yaml.MarkedYAMLError as error:
            self.faults.append(explain(self.document, error, self.last, self.open_brackets))
            raise DocumentError(self.faults) from error
        self.faults += tab_in_indentation(self.document, root)
        if self.faults:
            readable = all(fault.code in _OF_VALUES for fault in self.faults)
            raise DocumentError(self.faults, root if readable else None)
        return root

    def _root(self) -> Node:
        while not isinstance(event := self._next(), DocumentStartEvent):
            if isinstance(event, StreamEndEvent):
                raise DocumentError(messages.EMPTY.at(Position(self.document.file, 1, 1)))
        root = self._node(self._next(), 1)
        self._next()  # the end of the document
        event = self._next()
        if not isinstance(event, StreamEndEvent):
            start = _index(event.start_mark)
            raise self.document.error(messages.SEVERAL_DOCUMENTS, start, start + 3)
        if isinstance(root, Scalar) and root.value is None:
            raise DocumentError(messages.EMPTY.at(root.position))
        return root

    def _fault(self, message: Message, start: int, end: int, **values: object) -> None:
        self.faults.append(self.document.fault(message, start, end, **values))
        if len(self.faults) >= _FAULTS:
            raise DocumentError(self.faults)

    def _node(self, event: Event, depth: int) -> Node:
        if isinstance(event, AliasEvent):
            return self._alias(event)
        assert isinstance(event, NodeEvent)
        self.nodes += 1
        if self.nodes > NODES:
            start = _index(event.start_mark)
            raise self.document.error(messages.TOO_MANY_ITEMS, start, start + 1, limit=NODES)
        before = self.nodes
        if event.anchor:
            self.anchors[event.anchor] = None
        if isinstance(event, ScalarEvent):
            node: Node = self._scalar(event)
        else:
            assert isinstance(event, CollectionStartEvent)
            if depth > DEPTH:
                start = _index(event.start_mark)
                raise self.document.error(messages.TOO_DEEP, start, start + 1, limit=DEPTH)
            node = self._collection(event, depth)
        if event.anchor:
            self.anchors[event.anchor] = (node, self.nodes - before + 1)
        return node

    def _alias(self, event: AliasEvent) -> Node:
        start, end = _index(event.start_mark), _index(event.end_mark)
        name = event.anchor or ""
        found = self.anchors.get(name)
        if found is None:
            known = name in self.anchors
            message = messages.ALIAS_OF_ITSELF if known else messages.UNKNOWN_ALIAS
            self._fault(message, start, end, name=shorten(name))
            return self._nothing(start, end)
        node, size = found
        self.nodes += size
        self.alias_uses += 1
        self.alias_nodes += size
        if self.alias_uses > ALIAS_USES or self.alias_nodes > ALIAS_NODES:
            error = self.document.fault(messages.TOO_MANY_ALIASES, start, end, uses=ALIAS_USES, nodes=ALIAS_NODES)
            raise DocumentError([*self.faults, error])
        return node

    def _nothing(self, start: int, end: int) -> Scalar:
        return Scalar(self.document, start, end, value=None, text="", style="plain")

    def _scalar(self, event: ScalarEvent) -> Scalar:
        start, end, text = _index(event.start_mark), _index(event.end_mark), event.value
        style: Style = _STYLES.get(event.style or "", "plain")
        if event.tag or event.anchor:  # the event begins with the tag or anchor, not with the scalar
            start = self._after_properties(start, end)
        if len(text) * 4 > SCALAR_BYTES and len(text.encode()) > SCALAR_BYTES:
            self._fault(messages.TEXT_TOO_LONG, start, start + 1, limit=SCALAR_BYTES)
        value: Resolved = text
        if style == "plain" and event.tag is None:
            value, message = resolve(text)
            if message:
                self._fault(message, start, end, text=shorten(text), digits=DIGITS)
        elif event.tag is not None:
            value = self._tagged(event.tag, text, style, _index(event.start_mark), end)
        self.last = Scalar(self.document, start, end, value=value, text=text, style=style)
        if style == "double":
            self._refuse_control_characters(self.last)
        return self.last

    def _refuse_control_characters(self, scalar: Scalar) -> None:
        """Refuse what an escape stands for, as it would be refused had it been written itself."""
        found = CONTROL.search(scalar.text)
        if found:
            start, end = scalar.source.offset(found.start()), scalar.source.offset(found.end())
            if "\ud800" <= found[0] <= "\udfff":
                self._fault(messages.BAD_ESCAPE, start, start + 2)
            else:
                self._fault(messages.CONTROL_CHARACTER, start, end, character=character_name(found[0]))

    def _after_properties(self, start: int, end: int) -> int:
        properties = re.compile(r"(?:[&!][^\s]*\s*)*")
        found = properties.match(self.document.text, start, end)
        return found.end() if found else start

    def _tagged(self, tag: str, text: str, style: Style, start: int, end: int) -> Resolved:
        """Return what a tagged scalar means: `!!str` makes a text, other core tags must fit the content."""
        if tag == _CORE + "str":
            return text
        value, _ = resolve(text) if style == "plain" else (text, None)
        kinds: dict[str, bool] = {
            "int": isinstance(value, int) and not isinstance(value, bool),
            "float": not isinstance(value, bool | str | None) and not hasattr(value, "year"),
            "bool": isinstance(value, bool),
            "null": value is None,
            "timestamp": hasattr(value, "year"),
        }
        name = tag.removeprefix(_CORE)
        shown = shorten("!!" + name if name != tag else tag)
        if name == tag or name not in kinds:
            self._fault(messages.TAG, start, end, tag=shown)
        elif not kinds[name]:
            self._fault(messages.TAG_MISMATCH, start, end, tag=shown, text=shorten(text))
        return value

    def _collection(self, event: CollectionStartEvent, depth: int) -> Node:
        mapping = isinstance(event, MappingStartEvent)
        start = _index(event.start_mark)
        if event.tag is not None and event.tag != _CORE + ("map" if mapping else "seq"):
            shown = shorten(event.tag.replace(_CORE, "!!"))
            self._fault(messages.TAG, start, _index(event.end_mark), tag=shown)
        bracket = self._after_properties(start, _index(event.end_mark))
        bracketed = self.document.text[bracket : bracket + 1] in ("[", "{")
        if bracketed:
            self.open_brackets.append(bracket)
        node = self._mapping(start, depth) if mapping else self._sequence(start, depth)
        if bracketed:
            self.open_brackets.pop()
        return node

    def _sequence(self, start: int, depth: int) -> Node:
        items: list[Node] = []
        while not isinstance(event := self._next(), SequenceEndEvent):
            items.append(self._node(event, depth + 1))
        return Sequence(self.document, start, _index(event.end_mark), tuple(items))

    def _mapping(self, start: int, depth: int) -> Node:
        entries: list[tuple[Scalar, Node]] = []
        seen: dict[Hashable, Scalar] = {}
        while not isinstance(event := self._next(), MappingEndEvent):
            key = self._node(event, depth + 1)
            value = self._node(self._next(), depth + 1)
            if isinstance(key, Scalar):
                if self._key_is_good(key, seen):
                    entries.append((key, value))
            else:
                self._fault(messages.KEY_NOT_TEXT, key.start, key.end)
        return Mapping(self.document, start, _index(event.end_mark), tuple(entries))

    def _key_is_good(self, key: Scalar, seen: dict[Hashable, Scalar]) -> bool:
        value = ("value", isinstance(key.value, bool), key.value)  # to Python, true is 1
        first = seen.get(key.text) or seen.get(value)
        if first:
            line = self.document.line_number
            lines = {"first": line(first.start), "second": line(key.start)}
            self._fault(messages.DUPLICATE_KEY, key.start, key.end, key=shorten(key.text), **lines)
            return False
        seen[key.text] = seen[value] = key
        if key.style != "plain":
            return True
        if key.text == "<<":
            self._fault(messages.MERGE_KEY, key.start, key.end)
        elif key.text.strip(_FULL_WIDTH_BLANKS) != key.text:
            self._fault(messages.FULL_WIDTH_SPACE, key.start, key.end)
        elif "：" in key.text:
            colon = key.start + key.text.index("：")
            name = key.text.split("：")[0]
            self._fault(messages.FULL_WIDTH_COLON, colon, colon + 1, key=shorten(name))
        else:
            return True
        return False
