"""Examples in the documentation that are parts of files: put into the files that they belong to.

In: an example, a folder with whole files. Out: a folder in which the entries that the example gives have replaced
those of the files. A comment with a file name says to which file the lines after it belong.
"""

from __future__ import annotations

import re
import shutil
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path

FILE = re.compile(r"^# ([\w./-]+\.yaml)\n", re.MULTILINE)
ENTRY = re.compile(r"^(?=[^\s#\]}-])", re.MULTILINE)


def sections(text: str, default: str) -> dict[str, str]:
    """Return the parts of an example by file; what stands before any file name belongs to `default`."""
    first, *rest = FILE.split(text)
    found = {default: first} if first.strip() else {}
    return found | dict(zip(rest[::2], rest[1::2], strict=True))


def entries(text: str) -> dict[str, str]:
    """Return the top-level entries of a file by key."""
    return {part.split(":")[0]: part for part in ENTRY.split(text) if part.strip()}


def written(text: str, world: Path, folder: Path, default: str) -> Path:
    """Write the files of an example into a copy of `world` and return it."""
    made = folder / "world"
    shutil.copytree(world, made)
    for name, part in sections(text, default).items():
        path = made / name
        kept = entries(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.parent.mkdir(exist_ok=True)
        path.write_text("\n".join((kept | entries(part)).values()), encoding="utf-8")
    return made
