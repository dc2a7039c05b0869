"""Text of a file → a tree of nodes that know where they stand; strict YAML and JSON."""

from cadre_rules.documents.json_reader import read_json
from cadre_rules.documents.nodes import (
    Mapping,
    Node,
    Scalar,
    ScalarSource,
    Sequence,
    Value,
    at,
    nearest_at,
    parse_pointer,
    to_json,
    to_plain,
    to_pointer,
)
from cadre_rules.documents.reading import read_document
from cadre_rules.documents.source import PlainSource, Source
from cadre_rules.documents.text import POLICY_BYTES, RECORD_BYTES, DocumentText, load_bytes
from cadre_rules.documents.writing import replace_file
from cadre_rules.documents.yaml_reader import read_yaml

__all__ = [
    "POLICY_BYTES",
    "RECORD_BYTES",
    "DocumentText",
    "Mapping",
    "Node",
    "PlainSource",
    "Scalar",
    "ScalarSource",
    "Sequence",
    "Source",
    "Value",
    "at",
    "load_bytes",
    "nearest_at",
    "parse_pointer",
    "read_document",
    "read_json",
    "read_yaml",
    "replace_file",
    "to_json",
    "to_plain",
    "to_pointer",
]
