"""Where the handbook goes: nobody else's files are touched, and two runs are equal."""

from __future__ import annotations

import hashlib
import importlib.util
from typing import TYPE_CHECKING

import pytest

from cadre_rules.cli.main import main
from cadre_rules.diagnostics import CadreRulesError, PolicyError, UsageError
from cadre_rules.handbook import build, write_handbook
from cadre_rules.handbook.book import gather
from cadre_rules.handbook.output import LIST, put_in_place
from cadre_rules.handbook.sources import sources
from tests.handbook.conftest import PACKS, written
from tests.shipped import ROOT

if TYPE_CHECKING:
    from pathlib import Path

    from tests.handbook.site import Site


def contents(folder: Path) -> dict[str, str]:
    files = (p for p in folder.rglob("*") if p.is_file())
    return {str(p.relative_to(folder)): hashlib.sha256(p.read_bytes()).hexdigest() for p in files}


def test_two_runs_are_equal(town: Site, tmp_path: Path) -> None:
    again, told = written(tmp_path / "again", PACKS)
    assert contents(again.folder) == contents(town.folder)
    assert next(said.zh for said in told) == "正在读取政策包……"
    assert len(told) == 4  # and Sphinx warned of nothing


def test_another_run_replaces_what_was_written_and_nothing_else(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    for name in ("index.html", "policies/a/old.html", "kept/page.html"):
        (first / name).parent.mkdir(parents=True, exist_ok=True)
        (first / name).write_text("old", encoding="utf-8")
    (second / "kept").mkdir(parents=True)
    (second / "index.html").write_text("new", encoding="utf-8")
    (second / "kept" / "page.html").write_text("new", encoding="utf-8")
    out = tmp_path / "out"
    put_in_place(first, out)
    (out / "mine.txt").write_text("mine", encoding="utf-8")
    put_in_place(second, out)
    assert {n for n in contents(out) if n != LIST} == {"index.html", "kept/page.html", "mine.txt"}
    assert not (out / "policies").exists()
    assert (out / "index.html").read_text(encoding="utf-8") == "new"


def test_a_list_that_names_files_elsewhere_removes_none(tmp_path: Path) -> None:
    site, out, other = tmp_path / "site", tmp_path / "out", tmp_path / "other.txt"
    site.mkdir()
    (site / "index.html").write_text("new", encoding="utf-8")
    out.mkdir()
    other.write_text("kept", encoding="utf-8")
    (out / LIST).write_text("cadre-rules handbook\n../other.txt\n", encoding="utf-8")
    put_in_place(site, out)
    assert other.read_text(encoding="utf-8") == "kept"


@pytest.mark.parametrize("name", ["notes.txt", ".hidden", LIST])
def test_a_folder_of_others_is_left_as_it_is(name: str, tmp_path: Path) -> None:
    (tmp_path / name).write_text("somebody's", encoding="utf-8")
    with pytest.raises(UsageError) as caught:
        write_handbook([str(PACKS)], tmp_path, lambda said: None)
    assert caught.value.code == "C051"
    assert [p.name for p in tmp_path.iterdir()] == [name]


def test_without_the_generator_it_says_what_to_install(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    known = importlib.util.find_spec
    monkeypatch.setattr(build, "find_spec", lambda name: None if name == "furo" else known(name))
    assert main(["handbook", str(PACKS), "--out", str(tmp_path / "out")]) == 2
    said = capsys.readouterr().err
    assert "错误[C050]: 没有安装生成手册所需的组件：furo" in said
    assert "pip install 'cadre-rules[handbook]'" in said
    assert not (tmp_path / "out").exists()


def test_packs_with_faults_write_nothing(tmp_path: Path) -> None:
    pack = tmp_path / "broken"
    pack.mkdir()
    (pack / "pack.yaml").write_text("pack: broken\ntitle: {zh: 甲, en: A}\nversions: 0.1.0\n", encoding="utf-8")
    with pytest.raises(CadreRulesError):
        write_handbook([str(pack)], tmp_path / "out", lambda said: None)
    assert not (tmp_path / "out").exists()


def test_two_packs_of_one_name_are_refused(tmp_path: Path) -> None:
    for place in ("one", "two"):
        folder = tmp_path / place / "national"
        folder.mkdir(parents=True)
        (folder / "pack.yaml").write_text("pack: national\ntitle: {zh: 甲, en: A}\nversion: 0.1.0\n", encoding="utf-8")
    with pytest.raises(PolicyError) as caught:
        write_handbook([str(tmp_path / "one"), str(tmp_path / "two")], tmp_path / "out", lambda said: None)
    assert caught.value.code == "P134"


def test_a_pack_and_an_adoption_are_shown_with_what_is_above_them_alone(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    paths = "daan examples/adoptions/daan.yaml"
    assert f"$ cadre-rules handbook {paths} --out build/daan\n" in (ROOT / "docs" / "cli.md").read_text(
        encoding="utf-8"
    )
    pages = sources(gather(paths.split()), "zh").pages
    assert {name for name in pages if name.startswith("packs/")} == {"packs/daan", "packs/national"}
    assert "{anchor} adoption-daan" in pages["adoptions"]
