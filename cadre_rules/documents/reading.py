"""One way in for a file on disk: its ending says how it is read."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import DocumentError, Position
from cadre_rules.documents import messages
from cadre_rules.documents.json_reader import read_json
from cadre_rules.documents.text import RECORD_BYTES, load_bytes
from cadre_rules.documents.yaml_reader import read_yaml

if TYPE_CHECKING:
    from cadre_rules.documents.nodes import Node

_READERS = {".yaml": read_yaml, ".yml": read_yaml, ".json": read_json}


def read_document(path: str | Path, *, limit: int = RECORD_BYTES) -> Node:
    """Return the tree of a `.yaml`, `.yml` or `.json` file of at most `limit` bytes.

    Positions name the file as `path` does. Raises `DocumentError`, D010 for another ending.
    """
    path = Path(path)
    reader = _READERS.get(path.suffix.lower())
    if reader is None:
        fault = messages.UNKNOWN_ENDING.at(
            Position(str(path), 1, 1), ending=path.suffix or path.name, expected=", ".join(_READERS)
        )
        raise DocumentError(fault)
    return reader(load_bytes(path, limit), str(path), limit=limit)
