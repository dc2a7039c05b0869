"""Each pack binds its own place: what is loaded, what the record says, and which policies decide."""

from __future__ import annotations

import shutil
from datetime import date
from pathlib import Path
from typing import Any

import pytest

from cadre_rules import UsageError, load_policies

ROOT = Path(__file__).parents[2]
DAY = date(2026, 1, 1)


def _packs(place: str | None, where: str | Path, question: str = "promotion") -> set[str]:
    person: dict[str, Any] = {"name": "示例甲"} if place is None else {"name": "示例甲", "jurisdiction": place}
    decision = load_policies(where).decide(question, {"person": person}, DAY)
    return {finding.rule.policy.split("/")[0] for finding in decision.findings}


def test_of_several_places_only_the_records_own_decides() -> None:
    assert _packs("daan", ROOT / "policies") == {"national", "daan"}
    assert _packs("bengbu", ROOT / "policies") == {"national", "bengbu"}


def test_a_place_may_be_named_as_its_pack_declares_it() -> None:
    assert _packs("自贡市大安区", "daan") == {"national", "daan"}


def test_without_a_place_the_one_pack_that_is_loaded_decides() -> None:
    assert _packs(None, "daan") == {"national", "daan"}


def test_another_places_pack_never_decides() -> None:
    with pytest.raises(UsageError) as caught:
        _packs("bengbu", "daan")
    assert caught.value.code == "E008"


def test_the_place_has_to_be_known_where_several_are_loaded(tmp_path: Path) -> None:
    for name in ("national", "daan", "bengbu"):
        shutil.copytree(ROOT / "policies" / name, tmp_path / name)
    with pytest.raises(UsageError) as caught:
        _packs(None, tmp_path)
    assert caught.value.code == "E009"
    assert _packs("daan", tmp_path) == {"national", "daan"}
