"""A value that cannot be read does not hide the other faults of a record or a policy."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadre_rules.diagnostics import PolicyError, RecordError
from cadre_rules.policy.reading import read_pack_folder
from cadre_rules.records import read_record

if TYPE_CHECKING:
    from pathlib import Path


def test_record(tmp_path: Path) -> None:
    path = tmp_path / "r.yaml"
    path.write_text(
        'posts:\n  - {id: "1", start: 2020-02-30}\n  - {id: "1", strat: 2021-01-01, front_line: maybe}\n'
        "proposal: {kind: 提升}\n",
        encoding="utf-8",
    )
    with pytest.raises(RecordError) as caught:
        read_record(path)
    places = [(d.position.line, d.path) for d in caught.value.diagnostics if d.position]
    assert (2, "/posts/0/start") in places
    assert {line for line, _ in places} == {2, 3, 4}
    assert len(set(places)) >= 5


def test_policy(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text("pack: p\ntitle: {zh: 包, en: p}\nversion: 1.0.0\n", encoding="utf-8")
    (tmp_path / "a.yaml").write_text("policy: p/a\nin_force: {from: 2025-02-29}\nqestion: q\n", encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        read_pack_folder(tmp_path)
    codes = [d.code for d in caught.value.diagnostics]
    assert codes.count("D012") == 1
    assert "P001" in codes
