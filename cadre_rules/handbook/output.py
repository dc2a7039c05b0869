"""A site that was made takes its place in the folder that was asked for; nobody else's files are touched.

In: a folder with the new site, the folder it goes to. Out: files. A list of what was written stands in the folder, so
that the next run knows which files are ours.
"""

from __future__ import annotations

import shutil
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import UsageError
from cadre_rules.handbook import messages

if TYPE_CHECKING:
    from pathlib import Path

LIST = ".cadre-rules-handbook"
_HEAD = "cadre-rules handbook\n"


def check_folder(out: Path) -> None:
    """Raise `UsageError` where a folder has files that are not ours, or is a file."""
    if out.exists() and not out.is_dir():
        raise UsageError(messages.NOT_A_FOLDER.at(found=str(out)))
    if out.is_dir() and any(out.iterdir()) and not _is_ours(out):
        raise UsageError(messages.NOT_OURS.at(found=str(out)))


def _is_ours(out: Path) -> bool:
    try:
        return (out / LIST).read_text(encoding="utf-8").startswith(_HEAD)
    except (OSError, UnicodeDecodeError):
        return False


def put_in_place(site: Path, out: Path) -> None:
    """Copy a site into its folder; pages of an earlier run that are no longer made are taken away."""
    check_folder(out)
    new = sorted(str(path.relative_to(site)) for path in site.rglob("*") if path.is_file())
    old = set((out / LIST).read_text(encoding="utf-8").splitlines()[1:]) if _is_ours(out) else set()
    out.mkdir(parents=True, exist_ok=True)
    for name in new:
        target = out / name
        target.parent.mkdir(parents=True, exist_ok=True)
        shutil.copyfile(site / name, target)
    for name in sorted(old.difference(new)):
        _remove(out, name)
    (out / LIST).write_text(_HEAD + "".join(f"{name}\n" for name in new), encoding="utf-8")


def _remove(out: Path, name: str) -> None:
    """Remove a page of an earlier run, and its folder once that is empty; never anything outside."""
    path = out / name
    if not path.resolve().is_relative_to(out.resolve()):
        return
    path.unlink(missing_ok=True)
    for folder in path.parents:
        if folder == out or any(folder.iterdir()):
            return
        folder.rmdir()
