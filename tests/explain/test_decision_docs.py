"""The pages on decisions: their example runs and says what they show, and they name what there is."""

from __future__ import annotations

import re
from typing import Any, get_args

import pytest

from cadre_rules.explain.data import decision_schema
from cadre_rules.explain.findings import Status
from cadre_rules.explain.tried import Effect
from tests.shipped import ROOT

PAGES = ("decision.md", "decision.zh-CN.md")


@pytest.mark.parametrize("page", PAGES)
def test_the_example_runs(page: str, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> None:
    monkeypatch.chdir(ROOT)
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    [block] = re.findall("```python\n(.*?)```", text, re.DOTALL)
    names: dict[str, Any] = {}
    exec(block, names)
    decision = names["decision"]
    for shown in (repr(decision.answer), repr(decision.conclusions), f"date({decision.earliest.on:%Y, %-m, %-d})"):
        assert f"# {shown}" in block
    assert names["data"]["answer"]["value"] == "not eligible"
    assert "示例甲" in capsys.readouterr().out


@pytest.mark.parametrize("page", PAGES)
def test_the_page_names_everything(page: str) -> None:
    text = (ROOT / "docs" / page).read_text(encoding="utf-8")
    schema = decision_schema()
    kinds = [part["properties"]["kind"]["const"] for part in schema["$defs"]["value"]["oneOf"]]
    for name in (*schema["properties"], *get_args(Status), *get_args(Effect), *kinds):
        assert f"`{name}`" in text or name in ("time", "other")
