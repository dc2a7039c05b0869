"""Files that cannot be read: each `bad/` file with its rendering, as its reader sees it, beside it.

`bad/<name>` is the file, `bad/<name>.txt` the rendering in Chinese, an empty line, then in English.
After a wording was changed on purpose, write all renderings anew, and read the difference:

    RESET_RENDERINGS=1 python -m pytest tests/documents tests/policy_files
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cadre_rules.diagnostics import DocumentError
from cadre_rules.diagnostics.diagnostic import REGISTRY
from cadre_rules.documents import messages, read_document, read_json, read_yaml, yaml_reader

BAD = Path(__file__).parent / "bad"
FILES = sorted(path for path in BAD.iterdir() if path.suffix in (".yaml", ".json"))
CODES = {message.code for message in REGISTRY.values() if message.code.startswith("D")}
UNDER_TEST_ELSEWHERE = {"D001", "D002", "D007", "D008", "D009", "D010", "D018"}


def refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> DocumentError:
    monkeypatch.chdir(BAD)
    with pytest.raises(DocumentError) as caught:
        read_document(path.name)
    return caught.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.name)
def test_rendering(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = refusal(path, monkeypatch)
    rendered = f"{error.render('zh')}\n\n{error.render('en')}\n"
    expected = path.with_name(path.name + ".txt")
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(rendered, encoding="utf-8")
    assert rendered == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", [p for p in FILES if p.suffix == ".yaml"], ids=lambda path: path.name)
def test_without_libyaml_the_faults_are_the_same(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    fast = refusal(path, monkeypatch)
    monkeypatch.setattr(yaml_reader, "new_parser", yaml_reader.PythonParser)
    assert refusal(path, monkeypatch).render() == fast.render()


def test_every_code_is_rendered_in_some_case() -> None:
    assert messages.NOT_YAML.code in CODES
    rendered = "".join(path.with_name(path.name + ".txt").read_text(encoding="utf-8") for path in FILES)
    assert {code for code in CODES if f"[{code}]" not in rendered} == UNDER_TEST_ELSEWHERE


MANY = 100_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("k: " + "x" * 10_000_000, "D002"),
        ("k: " + "x" * 7_000_000, "D008"),
        ("k: '" + "x y" * 2_000_000 + "'", "D008"),
        ("k: " + "中" * 30_000, "D008"),
        ("[" * MANY, "D007"),
        ("- " * MANY, "D007"),
        ("{a: " * MANY, "D007"),
        ("? " * MANY, "D007"),
        ("k: " + "9" * 60_000, "D014"),
        ("k: 1e999999999", "D014"),
        (
            "a: &a [1,1,1,1,1,1,1,1,1]\n"
            + "".join(f"{c}: &{c} [{f'*{b},' * 9}]\n" for b, c in zip("abcdefgh", "bcdefghi", strict=True)),
            "D018",
        ),
        ("a: &a x\nb: [" + "*a, " * 101 + "]", "D018"),
        ("%TAG !a! x\n" * 300_000, "D023"),
        ("k: \0", "D005"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_hostile_yaml_is_refused(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_yaml(text, "f.yaml")
    assert caught.value.code == code
    assert len(caught.value.render()) < 10_000


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ('"' + "x" * 10_000_000 + '"', "D002"),
        ('"' + "x" * 7_000_000 + '"', "D008"),
        ('"' + "\\n" * 3_000_000 + '"', "D008"),
        ("[" * MANY, "D007"),
        ('{"a":' * MANY, "D007"),
        ("9" * 60_000, "D014"),
        ('{"a": 1e-99999999}', "D014"),
    ],
    ids=lambda value: value[:12] if isinstance(value, str) else None,
)
def test_hostile_json_is_refused(text: str, code: str) -> None:
    with pytest.raises(DocumentError) as caught:
        read_json(text, "f.json")
    assert caught.value.code == code
    assert len(caught.value.render()) < 10_000


def test_too_many_items(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("cadre_rules.documents.yaml_reader.NODES", 50)
    monkeypatch.setattr("cadre_rules.documents.json_reader.NODES", 50)
    for reader in (read_yaml, read_json):
        with pytest.raises(DocumentError) as caught:
            reader("[" + "1," * 60 + "1]", "f")
        assert caught.value.code == "D009"


def test_faults_are_told_all_at_once_up_to_a_hundred() -> None:
    with pytest.raises(DocumentError) as caught:
        read_yaml("".join(f"a: {i}\n" for i in range(500)), "f.yaml")
    assert len(caught.value.diagnostics) == 100


def test_files_that_are_not_there(tmp_path: Path) -> None:
    (tmp_path / "folder.yaml").mkdir()
    (tmp_path / "a.txt").write_text("a: 1")
    (tmp_path / "big.yaml").write_bytes(b"a: " + b"x" * 100)
    for name, code in (
        ("none.yaml", "D001"),
        ("folder.yaml", "D001"),
        ("a.txt", "D010"),
        ("big.yaml", "D002"),
    ):
        with pytest.raises(DocumentError) as caught:
            read_document(tmp_path / name, limit=50)
        assert caught.value.code == code
        assert caught.value.render("zh") != caught.value.render("en")
