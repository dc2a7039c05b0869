"""Broken and hostile policy files: each `bad/` file with its rendering, as its reader sees it, beside it.

`bad/<kind>-<what is wrong>.yaml` is the file, `bad/<…>.yaml.txt` the rendering in Chinese, an empty line,
then in English. After a wording was changed on purpose, write all renderings anew, and read the difference:

    RESET_RENDERINGS=1 python -m pytest tests/documents tests/policy_files
"""

from __future__ import annotations

import json
import os
from pathlib import Path

import jsonschema
import pytest

from cadre_rules.diagnostics import CadreRulesError, DocumentError, PolicyError
from cadre_rules.diagnostics.diagnostic import REGISTRY
from cadre_rules.documents import POLICY_BYTES, read_yaml, to_json
from cadre_rules.policy import messages, reading
from cadre_rules.policy.schema import FOLDER

BAD = Path(__file__).parent / "bad"
FILES = sorted(BAD.glob("*.yaml"))
READERS = {
    "policy": reading.read_policy_file,
    "principle": reading.read_policy_file,
    "check": reading.read_policy_file,
    "questions": reading.read_questions,
    "pack": reading.read_pack,
    "definitions": reading.read_definitions,
    "adoption": reading.read_adoption,
    "cases": reading.read_cases,
}
KEY_CODES = {messages.UNKNOWN_KEY.code, messages.MISSING_KEY.code, messages.MISPLACED_KEY.code}
FOLDER_CODES = {"P032", "P033", "P034"}


def kind_of(path: Path) -> str:
    return path.name.split("-")[0]


def refusal(path: Path, monkeypatch: pytest.MonkeyPatch) -> CadreRulesError:
    monkeypatch.chdir(BAD)
    with pytest.raises((PolicyError, DocumentError)) as caught:
        READERS[kind_of(path)](path.name)
    return caught.value


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_rendering(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    error = refusal(path, monkeypatch)
    rendered = f"{error.render('zh')}\n\n{error.render('en')}\n"
    expected = path.with_name(path.name + ".txt")
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(rendered, encoding="utf-8")
    assert rendered == expected.read_text(encoding="utf-8")
    assert all(diagnostic.position for diagnostic in error.diagnostics)


def test_every_code_is_rendered_in_some_case() -> None:
    codes = {m.code for n, m in vars(messages).items() if n.isupper() and "P001" <= m.code < "P050"}
    rendered = "".join(path.with_name(path.name + ".txt").read_text(encoding="utf-8") for path in FILES)
    assert {code for code in codes if f"[{code}]" not in rendered} == FOLDER_CODES
    assert codes <= set(REGISTRY)


@pytest.mark.parametrize("path", FILES, ids=lambda path: path.stem)
def test_an_editor_refuses_the_same_keys(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    codes = {d.code for d in refusal(path, monkeypatch).diagnostics}
    if not codes & KEY_CODES:
        return
    schema = json.loads((FOLDER / f"{kind_of(path)}.json").read_text(encoding="utf-8"))
    value = to_json(read_yaml(path.read_bytes(), path.name, limit=POLICY_BYTES))
    assert not jsonschema.Draft202012Validator(schema).is_valid(value)


def test_a_policy_file_has_a_mebibyte(tmp_path: Path) -> None:
    big = tmp_path / "big.yaml"
    big.write_text("# " + "x" * POLICY_BYTES)
    with pytest.raises(DocumentError) as caught:
        reading.read_policy_file(big)
    assert caught.value.code == "D002"
