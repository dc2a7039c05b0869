"""The principle checks of the shipped packs: clean on all packs, and each shown to fail on rules planted into copies.

The exact renderings stand in `planted/<case>.txt`; `RESET_RENDERINGS=1 pytest tests/policies` rewrites them.
"""

from __future__ import annotations

import os
import shutil
import textwrap
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import pytest
import yaml

from cadre_rules import load_policies
from cadre_rules.analysis.principles import Examination, examine
from cadre_rules.policy.loading import load_set, pack_folders
from cadre_rules.policy.reading import read_pack_folder

if TYPE_CHECKING:
    from cadre_rules.policy.linked import PolicySet
    from cadre_rules.policy.reading import PackFiles

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
POLICIES = ROOT / "policies"
PLANTED: list[dict[str, Any]] = yaml.safe_load((HERE / "planted.yaml").read_text(encoding="utf-8"))
ROWS = {"BJ-11", "BT-09", "DA-06", "DA-28"}
ADOPTIONS = sorted((ROOT / "examples" / "adoptions").glob("*.yaml"))


def planted(case: dict[str, Any], folder: Path) -> Path:
    """Copy a pack and plant the rules of a case; return the folder of the pack's folder."""
    packs = folder / "policies"
    shutil.copytree(POLICIES / case["pack"], packs / case["pack"])
    for name, (old, new) in case.get("replaces", {}).items():
        path = packs / case["pack"] / name
        text = path.read_text(encoding="utf-8")
        assert text.count(old) == 1
        path.write_text(text.replace(old, new), encoding="utf-8")
    if "rules" not in case:
        return packs
    definitions = textwrap.indent(case.get("definitions", ""), "  ")
    pack = case["pack"]
    (packs / pack / "planted.questions.yaml").write_text(
        f"adds_to:\n  {case['question']}:\n    conclusions:\n      planted: {{zh: 不予考虑, en: not considered}}\n",
        encoding="utf-8",
    )
    (packs / pack / "planted.yaml").write_text(
        f"policy: {pack}/planted\ntitle: {{zh: 试验, en: planted}}\n"
        "source: {document: 试验, clause: 第一条, issuer: {zh: 示例单位, en: an example unit}}\n"
        f"in_force: {{from: 2020-01-01}}\nquestion: {case['question']}\nsubject: cadre\n"
        + (f"definitions:\n{definitions}" if definitions else "")
        + f"rules:\n{textwrap.indent(case['rules'], '  ')}",
        encoding="utf-8",
    )
    return packs


def examined(packs: Path) -> Examination:
    """Examine a folder of packs, together with the shipped ones that are not in it."""
    folders = {folder.name: folder for folder in (*pack_folders(POLICIES), *pack_folders(packs))}
    return examine(
        shipped(folder) if folder.parent == POLICIES else load_set(folder, read=read)[0]
        for _, folder in sorted(folders.items())
    )


@cache
def read(folder: Path) -> PackFiles:
    return read_pack_folder(folder)


@cache
def shipped(folder: Path) -> PolicySet:
    return load_set(folder, read=read)[0]


def test_all_packs_keep_to_all_principles() -> None:
    found = examine([load_set(p)[0] for p in (*pack_folders(POLICIES), *ADOPTIONS)])
    assert found.diagnostics == ()
    assert {row for check in found.checks for row in check.covers} >= ROWS
    assert set(found.packs) >= {folder.name for folder in pack_folders(POLICIES)}


@pytest.mark.parametrize("case", PLANTED, ids=lambda case: case["case"])
def test_a_planted_rule_is_found(tmp_path: Path, case: dict[str, Any]) -> None:
    packs = planted(case, tmp_path)
    found = examined(packs).breaches
    assert case["covers"] in {row for breach in found for row in breach.check.covers}
    planted_in = {f"{case['pack']}/{name.removesuffix('.yaml')}" for name in case.get("replaces", ["planted"])}
    assert {breach.rule.partition("#")[0] for breach in found} == planted_in
    if "replaces" in case:  # a shipped file, whose lines may change
        assert all(case["points_at"] in (breach.diagnostic.line or "") for breach in found)
        return
    told = ["\n".join(b.diagnostic.render(language) for b in found) for language in ("zh", "en")]
    text = "\n----\n".join(told) + "\n"
    for folder in (packs, POLICIES):
        text = text.replace(str(folder) + os.sep, "")
    expected = HERE / "planted" / f"{case['case']}.txt"
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(text, encoding="utf-8")
    assert text == expected.read_text(encoding="utf-8")


def test_each_check_is_shown_to_fail() -> None:
    assert {case["covers"] for case in PLANTED} == ROWS
    assert {p.stem for p in (HERE / "planted").glob("*.txt")} == {case["case"] for case in PLANTED if "rules" in case}


def test_a_pack_by_itself_is_examined_by_its_own_checks(tmp_path: Path) -> None:
    cases = {case["case"]: case for case in PLANTED}
    packs = planted(cases["bj-11-in-another-place"], tmp_path)
    assert load_policies(packs / "bengbu").breaches() == ()
    station = load_policies("beijing-stations")
    assert [check.covers for check in station.checks] == [("BJ-11",)]
    assert station.breaches() == ()


def test_policies_with_a_breach_decide_all_the_same(tmp_path: Path) -> None:
    packs = planted({case["case"]: case for case in PLANTED}["da-06-age"], tmp_path)
    policies = load_policies(packs / "daan")
    assert [breach.rule for breach in policies.breaches()] == ["daan/planted#by-table"]
    record = {"person": {"retirement_due_on": "2026-01-01"}, "proposal": {"kind": "promotion"}, "awards": []}
    assert "planted" in policies.decide("promotion", record).conclusions


def test_the_other_half_of_bj_11_is_a_principle() -> None:
    [principle] = [p for p in load_policies("beijing-stations").set.principles if "BJ-11" in p.covers]
    assert "求全责备" in principle.text.zh
