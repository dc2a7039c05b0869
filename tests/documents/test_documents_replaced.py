"""A file is replaced as a whole: what fails on the way leaves the old one as it was, and nothing beside it."""

from __future__ import annotations

from pathlib import Path

import pytest

from cadre_rules.documents import replace_file


def test_new_file(tmp_path: Path) -> None:
    replace_file(tmp_path / "a.yaml", "甲".encode())
    assert (tmp_path / "a.yaml").read_text(encoding="utf-8") == "甲"
    assert [path.name for path in tmp_path.iterdir()] == ["a.yaml"]


def test_mode_and_link_are_kept(tmp_path: Path) -> None:
    real, link = tmp_path / "real.yaml", tmp_path / "link.yaml"
    real.write_bytes(b"old")
    real.chmod(0o640)
    link.symlink_to(real)
    replace_file(link, b"new")
    assert link.is_symlink()
    assert real.read_bytes() == b"new"
    assert real.stat().st_mode & 0o777 == 0o640


@pytest.mark.parametrize("fault", [KeyboardInterrupt, OSError])
def test_stopped_on_the_way(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, fault: type[BaseException]) -> None:
    path = tmp_path / "a.yaml"
    path.write_bytes(b"old")

    def stop(self: Path, target: Path) -> None:
        raise fault

    monkeypatch.setattr(Path, "replace", stop)
    with pytest.raises(fault):
        replace_file(path, b"new")
    assert path.read_bytes() == b"old"
    assert [each.name for each in tmp_path.iterdir()] == ["a.yaml"]


def test_no_such_folder_names_the_file_asked_for(tmp_path: Path) -> None:
    path = tmp_path / "no" / "a.yaml"
    with pytest.raises(FileNotFoundError) as caught:
        replace_file(path, b"new")
    assert caught.value.filename == str(path)
