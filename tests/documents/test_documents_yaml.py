"""What YAML means to us, and that libyaml and PyYAML mean the same."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import DocumentError
from cadre_rules.documents import (
    Mapping,
    Node,
    Scalar,
    Sequence,
    at,
    nearest_at,
    read_yaml,
    to_json,
    to_plain,
    to_pointer,
    yaml_reader,
)


@pytest.mark.parametrize(
    ("written", "meant"),
    [
        ("0", 0),
        ("-3", -3),
        ("1.50", Decimal("1.50")),
        ("1e3", Decimal("1E+3")),
        ("true", True),
        ("false", False),
        ("null", None),
        ("~", None),
        ("", None),
        ("2024-02-29", date(2024, 2, 29)),
        *((text, text) for text in ("yes", "no", "on", "off", "True", "NULL", "y", "FALSE")),
        *((text, text) for text in ("0012", "1_000", "0x1F", "0o17", "12:30", "1:30:00", "+5", ".5", "5.")),
        *((text, text) for text in ("202504", "200001", "2025-04", "2025-2-9", "2025-04-01T08:00:00", "20250401.1.1")),
        ("500000", 500000),
        ("202513", 202513),
        ('"5"', "5"),
        ("'true'", "true"),
        ('"2024-02-30"', "2024-02-30"),
        ("!!str 5", "5"),
        ("!!int 5", 5),
        ("P2Y", "P2Y"),
    ],
)
def test_scalar(written: str, meant: Any) -> None:
    value = to_plain(read_yaml(f"k: {written}\n", "f.yaml"))["k"]
    assert value == meant
    assert type(value) is type(meant)


def test_nodes_know_their_places() -> None:
    node = read_yaml("posts:\n  - {start: 2020-01-01, end: ~}\n  - start: 2021-01-01\n", "r.yaml")
    second = at(node, "/posts/1/start")
    assert isinstance(second, Scalar)
    assert str(second.position) == "r.yaml:3:12"
    assert second.line == "  - start: 2021-01-01"
    assert at(node, ("posts", 0, "end")).position[1:] == (2, 30, 1)
    assert nearest_at(node, ("posts", 1, "end", 0)).position[1:3] == (3, 5)
    for missing in ("/posts/2", "/posts/-1", "/posts/x", "/none", "/posts/0/start/x"):
        with pytest.raises(LookupError):
            at(node, missing)
    assert to_pointer(("a/b", 2, "c~d")) == "/a~1b/2/c~0d"
    assert at(node, "") is node


def test_keys() -> None:
    node = read_yaml("values: {2000-01-01: 2, 标题: x}\n", "f.yaml")
    values = at(node, "/values")
    assert isinstance(values, Mapping)
    assert "2000-01-01" in values
    assert values.keys() == ("2000-01-01", "标题")
    key = values.key_node("标题")
    assert key is not None
    assert key.position[1:] == (1, 25, 2)
    assert to_plain(node) == {"values": {date(2000, 1, 1): 2, "标题": "x"}}
    assert to_json(node) == {"values": {"2000-01-01": 2, "标题": "x"}}


def test_aliases_within_the_budget() -> None:
    node = read_yaml("a: &x {k: 1}\nb: *x\nc: [*x, *x]\n", "f.yaml")
    assert to_plain(node)["c"] == [{"k": 1}, {"k": 1}]
    assert at(node, "/b").position.line == 1


def test_tabs_in_texts_are_texts() -> None:
    assert to_plain(read_yaml("k: |\n  a\n  \tb\nl: 'x\n\ty'\n", "f.yaml")) == {"k": "a\n\tb\n", "l": "x y"}


def test_bom_and_line_ends() -> None:
    node = read_yaml("\ufeff标题: 甲\r\nb: 乙\r\n".encode(), "f.yaml")
    assert to_plain(node) == {"标题": "甲", "b": "乙"}
    assert at(node, "/b").position[1:3] == (2, 4)


SIGNS = [*"a中：“-[]{},\"'|>\\#%@?~1\t\u3000\r\0", "c:", "&x", "*x", "!t", "---", "2025-02-29", "<<:"]
ALPHABET = st.sampled_from([*SIGNS, ": ", "b: ", " ", "  ", "\n", "\n  ", "- ", "? ", "<<: "])
SOUP = st.lists(ALPHABET, max_size=14).map("".join)


def outcome(text: str) -> Any:
    try:
        return places(read_yaml(text, "f.yaml"))
    except DocumentError as error:
        for diagnostic in error.diagnostics:
            assert diagnostic.position is not None
            lines = text.replace("\r\n", "\n").split("\n")
            assert 1 <= diagnostic.position.line <= len(lines)
        assert error.render("zh") != error.render("en")
        return "refused"


def places(node: Node) -> Any:
    if isinstance(node, Scalar):
        return (node.value, node.style, node.start, node.end)
    if isinstance(node, Sequence):
        return [node.start, *map(places, node.items)]
    assert isinstance(node, Mapping)
    return {key.text: places(value) for key, value in node.entries} | {None: node.start}


@given(SOUP)
@settings(max_examples=500, deadline=None)
def test_whatever_is_read_only_document_errors_come(text: str) -> None:
    outcome(text)


CALM = st.sampled_from([*"a中😀-[],\"'#", "b:", "b: ", "c: ", " ", "\n", "\n  ", "- ", "|\n  "])


@given(st.lists(CALM, max_size=12))
@settings(max_examples=300, deadline=None)
def test_both_parsers_agree(pieces: list[str]) -> None:
    text = re.sub(r":(?=[\[\],])", ": ", "".join(pieces))  # libyaml refuses [b:], the other reads it
    fast = outcome(text)
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(yaml_reader, "new_parser", yaml_reader.PythonParser)
        assert outcome(text) == fast
