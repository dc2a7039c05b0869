"""Rewriting FEEL texts: whatever a file looks like, it keeps its meaning, and the way back leads home."""

from __future__ import annotations

import re
import shutil
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import Language, PolicyError
from cadre_rules.policy.loading import load_set, shipped_packs
from cadre_rules.policy.rewriting import rewrite
from tests.cli.commandline import FIXTURES, Terminal

SHIPPED = sorted({p.parent.name for p in shipped_packs().glob("*/*.questions.yaml")})
HEAD = """\
# 说明 / a comment
policy: town/made
title: {zh: 示例, en: example}
source: {document: 示例文件, clause: 一, issuer: {zh: 示例镇, en: the example town}}
in_force: {from: 2020-01-01}
question: tolerance
subject: incident
determinations:
  fault:
    title: {zh: '失误: 还是失职', en: mistake or dereliction}
    outcomes:
      mistake: {zh: '“失误”, 不是{失职} #1', en: mistake}
      dereliction: {zh: "失'职\\"[甲]\\"\\\\", en: dereliction}
  motive:
    title: {zh: 为公还是徇私, en: motive}
    outcomes: {public: {zh: 为公, en: for the public}, private: {zh: 徇私, en: private}}
definitions:
  known:
    title: {zh: 已经认定, en: known}
    is: recorded("fault") != null
rules:
"""
TEXTS = (
    'determination("fault") = "mistake"',
    'determination("fault") = "dereliction"',
    'determination("motive") in ("public", "private")',
    'known and determination("fault") = "mistake"',
    "incident.title != null and incident.title != \"a, b: c # 'd'\"",
    "not(known)",
    'count(determinations[matter = "x"]) > 0 or known',
    '"mistake" = determination("fault")',
)
STYLES = ("bare", "single", "double", "literal", "folded", "flow", "titled", "lines")


def needs_quotes(text: str, *, flow: bool) -> bool:
    """Return whether a FEEL text of `TEXTS` needs quotes in YAML."""
    return text.startswith('"') or ": " in text or " #" in text or (flow and bool(re.search(r"[,\[\]{}]", text)))


def single(text: str) -> str:
    return "'" + text.replace("'", "''") + "'"


def double(text: str) -> str:
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def condition(text: str, style: str) -> str:
    """Write a FEEL text as the condition of a rule, quoted only where it has to be."""
    bare = single(text) if needs_quotes(text, flow=False) else text
    inside = single(text) if needs_quotes(text, flow=True) else text
    words = text.split(" and ")
    return {
        "bare": f"    when: {bare}   # 注释",
        "single": f"    when: {double(text) if bare == text else bare}",
        "double": f"    when: {double(text)}",
        "literal": f"    when: |\n      {text}",
        "folded": "    when: >-\n      " + "\n      and ".join(words),
        "flow": f"    when: {{all: [{inside}, {double(text)}], title: {{zh: 一, en: one}}}}",
        "titled": f"    when:\n      is: {bare}\n      title: {{zh: 二, en: two}}",
        "lines": f"    when:\n      any:\n      - {bare}\n      -   {double(text)} # 注",
    }[style]


def policy(rules: list[tuple[str, str]]) -> str:
    out = [HEAD]
    for i, (text, style) in enumerate(rules):
        out.append(f"  - rule: r{i}\n{condition(text, style)}\n    then: tolerated\n")
    return "".join(out)


def pack_at(folder: Path, data: bytes) -> Path:
    """Return the file of a made policy in a copy of the fixture packs."""
    for name in ("upper", "town"):
        if not (folder / name).exists():
            shutil.copytree(FIXTURES / "packs" / name, folder / name, ignore=shutil.ignore_patterns("tolerance*"))
    path = folder / "town" / "made.yaml"
    path.write_bytes(data)
    return path


def trees(path: Path) -> list[object]:
    _, texts, _ = load_set(path.parent)
    return [checked.tree for _, checked in texts.checked]


def turned(path: Path, language: Language) -> bytes:
    """Rewrite a file in place and return what it holds now."""
    (result,) = rewrite([path], language)
    path.write_bytes(result.after)
    return result.after


@settings(max_examples=40, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    rules=st.lists(st.tuples(st.sampled_from(TEXTS), st.sampled_from(STYLES)), min_size=1, max_size=4),
    ends=st.sampled_from(["\n", "\r\n"]),
    mark=st.sampled_from([b"", b"\xef\xbb\xbf"]),
)
def test_there_and_back(rules: list[tuple[str, str]], ends: str, mark: bytes, tmp_path: Path) -> None:
    original = mark + policy(rules).replace("\n", ends).encode()
    path = pack_at(tmp_path, original)
    before = trees(path)
    chinese = turned(path, "zh")
    assert chinese != original
    assert trees(path) == before
    assert turned(path, "zh") == chinese
    assert turned(path, "en") == original


@pytest.mark.parametrize("name", SHIPPED)
def test_the_shipped_packs_go_there_and_back(name: str, tmp_path: Path) -> None:
    shutil.copytree(shipped_packs(), tmp_path / "packs")
    folder = tmp_path / "packs" / name
    original = {p: p.read_bytes() for p in folder.rglob("*.yaml")}
    before = trees(folder / "pack.yaml")
    for language in ("zh", "en"):
        for result in rewrite([folder], "zh" if language == "zh" else "en"):
            result.path.write_bytes(result.after)
        assert trees(folder / "pack.yaml") == before
    assert {p: p.read_bytes() for p in folder.rglob("*.yaml")} == original


def test_quotes_that_only_chinese_needs_go_again(tmp_path: Path) -> None:
    path = pack_at(tmp_path, policy([(TEXTS[0], "bare"), (TEXTS[4], "bare")]).encode())
    chinese = turned(path, "zh").decode()
    assert """when: '认定结论("失误: 还是失职") = "“失误”, 不是{失职} #1"'   # 注释""" in chinese
    assert "when: '事项.标题 != null" in chinese or "when: '" in chinese


def test_a_folder_is_all_its_files(terminal: Terminal) -> None:
    assert terminal.line("cadre-rules fmt packs/town packs/upper --language zh").code == 0
    files = ("town/promotion.yaml", "town/tolerance.yaml", "upper/definitions.yaml")
    for file in files:
        path = Path("packs") / file
        assert path.read_bytes() != (FIXTURES / path).read_bytes()
    assert terminal.line("cadre-rules fmt packs/town packs/upper --language en").code == 0
    assert all((Path("packs") / f).read_bytes() == (FIXTURES / "packs" / f).read_bytes() for f in files)
    assert not list(Path("packs").rglob(".*.tmp"))


SAME_TITLES = """\
determinations:
  conduct:
    title: {zh: 表现, en: conduct}
    outcomes: {good: {zh: 良好, en: good}, poor: {zh: 较差, en: poor}}
  attitude:
    title: {zh: %s, en: attitude}
    outcomes: {good: {zh: 良好, en: good}, poor: {zh: 较差, en: poor}}
rules:
  - rule: one
    require: determination("attitude") = "good"
    otherwise: service_short
"""
ONE_TEXT_TWICE = """\
determinations:
  motive:
    title: {zh: 动机, en: motive}
    outcomes: {good: {zh: 为公, en: public}, bad: {zh: 徇私, en: private}}
  slip:
    title: {zh: 过失, en: slip}
    outcomes: {good: {zh: 失误, en: mistake}, bad: {zh: 失职, en: dereliction}}
rules:
  - rule: both-good
    table:
      hit_policy: U
      inputs: [{expression: 'determination("motive")'}, {expression: 'determination("slip")'}]
      outputs: [{name: result}]
      rules:
        - {when: [&same '"good"', %s], then: '"tolerated"'}
"""


def written(folder: Path, part: str, question: str, subject: str) -> Path:
    head = HEAD.split("determinations:")[0]
    head = head.replace("question: tolerance", f"question: {question}")
    return pack_at(folder, (head.replace("subject: incident", f"subject: {subject}") + part).encode())


@pytest.mark.parametrize(
    ("code", "part", "bad", "good", "about"),
    [
        ("P202", SAME_TITLES, "表现", "工作态度", ("promotion", "cadre")),
        ("P203", ONE_TEXT_TWICE, "*same", "'\"good\"'", ("tolerance", "incident")),
    ],
)
def test_what_cannot_be_rewritten_is_left_alone(
    code: str, part: str, bad: str, good: str, about: tuple[str, str], tmp_path: Path
) -> None:
    path = written(tmp_path, part % bad, *about)
    before = path.read_bytes()
    with pytest.raises(PolicyError) as caught:
        rewrite([path], "zh")
    (fault,) = caught.value.diagnostics
    assert fault.code == code
    assert fault.position is not None
    assert path.read_bytes() == before
    assert rewrite([written(tmp_path, part % good, *about)], "zh")[0].changed
