"""Shapes as their readers see them: `good/<what>.yaml` has a policy and a record, `good/<what>.txt` what is explained.

After a wording was changed on purpose, write all of them anew, and read the difference:

    RESET_EXPLANATIONS=1 python -m pytest tests/shapes
"""

from __future__ import annotations

import os
import re
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from cadre_rules import read_record
from cadre_rules.explain.data import decision_schema
from tests.shapes.made import decided

if TYPE_CHECKING:
    from cadre_rules.explain.decision import Decision

GOOD = Path(__file__).parent / "good"
CASES = sorted(GOOD.glob("*.yaml"))


def decision_of(path: Path, folder: Path, monkeypatch: pytest.MonkeyPatch) -> Decision:
    given: dict[str, Any] = yaml.safe_load(path.read_text(encoding="utf-8"))
    (folder / "record.yaml").write_text(given["record"], encoding="utf-8")
    monkeypatch.chdir(folder)
    options = {key: given[key] for key in ("sets", "subject") if key in given}
    return decided(given["policy"], read_record("record.yaml"), given.get("as_of", date(2025, 6, 1)), **options)


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_explanation(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = decision_of(path, tmp_path, monkeypatch)
    written = f"{decision.explain('zh')}\n\n{'=' * 60}\n\n{decision.explain('en')}\n"
    written = re.sub("sha256:[0-9a-f]{16}", "sha256:…", written)
    expected = path.with_suffix(".txt")
    if os.environ.get("RESET_EXPLANATIONS"):
        expected.write_text(written, encoding="utf-8")
    assert written == expected.read_text(encoding="utf-8")
    assert all(line == line.rstrip() for line in written.splitlines())


@pytest.mark.parametrize("path", CASES, ids=lambda path: path.stem)
def test_data_has_the_published_form(path: Path, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    decision = decision_of(path, tmp_path, monkeypatch)
    found = jsonschema.Draft202012Validator(decision_schema()).iter_errors(decision.to_dict())
    assert [(error.json_path, error.message) for error in found] == []


def test_nothing_else_is_kept_as_good() -> None:
    assert {path.stem for path in GOOD.glob("*.txt")} == {path.stem for path in CASES}
