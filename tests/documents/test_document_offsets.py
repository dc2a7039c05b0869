"""A character of a scalar's text is found again in the file, whatever quotes, escapes, folds lie between."""

from __future__ import annotations

import json

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import DocumentError
from cadre_rules.documents import Mapping, Scalar, Sequence, read_json, read_yaml, to_plain

PIECES = ["中", "文", "a", "😀", " ", "  ", "\n", "\n\n", "\n  ", "\n   \n ", "x ", " y", "#", "-", ",", "\t"]
RAW = st.lists(st.sampled_from(PIECES), max_size=12).map("".join)
DOUBLE = st.lists(st.sampled_from([*PIECES, "\\n", "\\u4e2d", "\\\\", '\\"', "\\\n", "\\\n   ", "\\x41"]), max_size=12)
SINGLE = st.lists(st.sampled_from([*PIECES, "''", '"']), max_size=12)


def key(text: str) -> Scalar:
    """Return the value of `k` in a file, or reject the example where it is not YAML."""
    node = read_yaml(text, "f.yaml")
    assert isinstance(node, Mapping)
    value = node.get("k")
    assert isinstance(value, Scalar)
    return value


def check(scalar: Scalar) -> None:
    raw, source = scalar.document.text, scalar.source
    offsets = [source.offset(i) for i in range(len(scalar.text) + 1)]
    assert offsets == sorted(offsets)
    assert scalar.start <= offsets[0] <= offsets[-1] <= len(raw)
    for character, offset in zip(scalar.text, offsets, strict=False):
        if not character.isspace():
            written = raw[offset]
            assert written == character or written == "\\", (character, offset)
    inked = [o for c, o in zip(scalar.text, offsets, strict=False) if not c.isspace()]
    assert len(set(inked)) == len(inked)


def attempt(text: str) -> None:
    try:
        scalar = key(text)
    except DocumentError:
        return
    check(scalar)


@given(SINGLE)
@settings(max_examples=150, deadline=None)
def test_single_quoted(pieces: list[str]) -> None:
    attempt("k: '" + "".join(pieces).replace("\n", "\n ") + "'\n")


@given(DOUBLE)
@settings(max_examples=200, deadline=None)
def test_double_quoted(pieces: list[str]) -> None:
    attempt('k: "' + "".join(pieces).replace("\n", "\n ") + '"\n')


@given(RAW)
@settings(max_examples=150, deadline=None)
def test_plain(text: str) -> None:
    attempt("k: x" + text.replace("\n", "\n ") + "z\n")


@given(
    st.sampled_from("|>"),
    st.sampled_from(["", "-", "+", "2", "2-", "+2", " # note"]),
    RAW,
    st.sampled_from(["", "\n", "\n\n", "\n\nl: 1\n"]),
)
@settings(max_examples=300, deadline=None)
def test_block(style: str, chomping: str, text: str, end: str) -> None:
    attempt(f"k: {style}{chomping}\n  " + text.replace("\n", "\n  ") + end)


def test_every_offset_of_a_flow_scalar_is_its_own() -> None:
    scalar = key('k: "a\\tb \\\n   c\n\n   d\\u4e2d e\n  f"\n')
    assert scalar.text == "a\tb c\nd中 e f"
    raw = scalar.document.text
    assert [raw[scalar.source.offset(i)] for i in range(len(scalar.text))] == [
        *("a", "\\", "b", " ", "c", "\n", "d", "\\", " ", "e", "\n", "f")
    ]


@pytest.mark.parametrize(
    ("text", "word", "expected"),
    [
        ("k: 年度 >= 两年\n", "两年", (1, 10, 2)),
        ("k: '年度 = ''优秀'' 且'\n", "且", (1, 17, 1)),
        ('k: "年\\u5ea6 \\"优\\" 且 x"\n', "且", (1, 19, 1)),
        ("k: |\n  年度\n  且 连续\nl: 1\n", "连续", (3, 5, 2)),
        ("k: >-\n  年度\n\n  且\n  连续\n", "连续", (5, 3, 2)),
        ("k: 年度\n  且\n  连续\n", "连续", (3, 3, 2)),
        ("a:\r\n  - k\r\nk: '年\r\n  度'\r\n", "度", (4, 3, 1)),
    ],
)
def test_place_of_a_word(text: str, word: str, expected: tuple[int, int, int]) -> None:
    source = key(text).source
    start = source.text.index(word)
    place = source.position(start, start + len(word))
    assert (place.line, place.column, place.width) == expected
    assert word in source.line(start)


def test_a_width_ends_with_the_line() -> None:
    source = key("k: 年度\n  且 连续\n").source
    assert source.position(0, len(source.text)).width == 2


JSON_VALUES = st.recursive(
    st.none()
    | st.booleans()
    | st.integers(-(10**20), 10**20)
    | st.text(st.sampled_from('中a😀\\"/\n\t \u2028'), max_size=6),
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(st.sampled_from("abc中"), inner, max_size=3),
    max_leaves=10,
)


@given(JSON_VALUES, st.booleans(), st.sampled_from([None, 2]))
@settings(max_examples=150, deadline=None)
def test_json_means_what_it_says(value: object, ascii_only: bool, indent: int | None) -> None:
    node = read_json(json.dumps(value, ensure_ascii=ascii_only, indent=indent), "f.json")
    todo = [node]
    while todo:
        item = todo.pop()
        if isinstance(item, Sequence):
            todo += item.items
        elif isinstance(item, Mapping):
            todo += [part for entry in item.entries for part in entry]
        elif isinstance(item, Scalar) and isinstance(item.value, str):
            check(item)
            written = item.document.text[item.start : item.end]
            assert json.loads(written) == item.value
    assert to_plain(node) == value
