"""Reads a record from a file: YAML and JSON through `documents`, forms through `forms`.

In: a path. Out: `Record`; `DocumentError` for a file that is not well-formed, `RecordError` for a record with
faults. It must not know what facts mean.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import DocumentError, RecordError
from cadre_rules.documents import Mapping, Node, Scalar, Sequence, nearest_at, parse_pointer, read_document
from cadre_rules.records import messages
from cadre_rules.records.forms.lrmx import read_lrmx
from cadre_rules.records.reader import BLANK
from cadre_rules.records.record import Record, build

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Diagnostic, Position

_DOCUMENTS = {".yaml": "yaml", ".yml": "yaml", ".json": "json"}
_FORMS = {".lrmx": read_lrmx}


def read_record(path: str | Path) -> Record:
    """Read one record from a `.yaml`, `.yml`, `.json` or `.lrmx` file, by its ending.

    Raises `DocumentError` where the file cannot be read as such, `RecordError` with every fault.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending in _FORMS:
        return _FORMS[ending](path)
    if ending not in _DOCUMENTS:
        known = ", ".join((*_DOCUMENTS, *_FORMS))
        raise RecordError(messages.UNKNOWN_ENDING.at(file=path.name, expected=known))
    try:
        return record_of(read_document(path), name=str(path), source_format=_DOCUMENTS[ending])
    except DocumentError as error:
        if not isinstance(error.tree, Node):
            raise
        raise RecordError(_all_faults(error, error.tree, str(path), _DOCUMENTS[ending])) from error


def _all_faults(error: DocumentError, tree: Node, name: str, source_format: str) -> list[Diagnostic]:
    """Return the faults of single values together with those of the record; of one value the one with its path."""
    try:
        record_of(tree, name=name, source_format=source_format)
    except RecordError as told:
        places = {fault.position[:3] for fault in told.diagnostics if fault.position}
        rest = [f for f in error.diagnostics if f.position and f.position[:3] not in places]
        return sorted([*rest, *told.diagnostics], key=lambda f: f.position[:3] if f.position else ("", 0, 0))
    return list(error.diagnostics)


def record_of(node: Node, *, name: str, source_format: str) -> Record:
    """Check and take over the tree of a YAML or JSON document."""
    return build(_raw(node), DocumentPlaces(node), name=name, source_format=source_format)


def _raw(node: Node) -> Any:
    """Return the values of a tree; keys are texts, and nothing after a colon is not null."""
    if isinstance(node, Mapping):
        return {key.text: _raw(value) for key, value in node.entries}
    if isinstance(node, Sequence):
        return [_raw(item) for item in node.items]
    assert isinstance(node, Scalar)
    return BLANK if node.style == "plain" and not node.text else node.value


class DocumentPlaces:
    """The places of a record in a YAML or JSON file."""

    def __init__(self, root: Node) -> None:
        self.root = root

    def place(self, written: str) -> Position:
        """Return where the value at a pointer stands, or the nearest thing around it."""
        node = nearest_at(self.root, written)
        if isinstance(node, Scalar) or not written:
            return node.position
        return self.key(written)

    def key(self, written: str) -> Position:
        """Return where the key of the value at a pointer stands; for an item of a list the item."""
        steps = parse_pointer(written)
        above = nearest_at(self.root, steps[:-1])
        found = above.key_node(steps[-1]) if isinstance(above, Mapping) and steps else None
        return (found or nearest_at(self.root, written)).position

    def line(self, position: Position) -> str:
        """Return the text of the line that a position is in."""
        return self.root.document.text.split("\n")[position.line - 1]
