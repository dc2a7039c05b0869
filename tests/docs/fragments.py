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
NAMED = re.compile(r"^(?=  [^\s#\]}-])", re.MULTILINE)
ADDED = ("parameters", "determinations", "definitions")  # what an example adds to these leaves the others as they are


def sections(text: str, default: str) -> dict[str, str]:
    """Return the parts of an example by file; what stands before any file name belongs to `default`."""
    first, *rest = FILE.split(text)
    found = {default: first} if first.strip() else {}
    return found | dict(zip(rest[::2], rest[1::2], strict=True))


def entries(text: str) -> dict[str, str]:
    """Return the top-level entries of a file by key."""
    return {part.split(":")[0]: part for part in ENTRY.split(text) if part.strip()}


def merged(kept: dict[str, str], given: dict[str, str]) -> str:
    """Return a file's entries with those of an example in their place."""
    out = kept | given
    for key in ADDED:
        if key in kept and key in given and "\n" in kept[key].strip() and "\n" in given[key].strip():
            head, *old = NAMED.split(kept[key])
            new = NAMED.split(given[key])[1:]
            named = {part.split(":")[0]: part for part in (*old, *new)}
            out[key] = head + "".join(named.values())
    return "\n".join(out.values())


def written(text: str, world: Path, folder: Path, default: str) -> Path:
    """Write the files of an example into a copy of `world` and return it."""
    made = folder / "world"
    shutil.copytree(world, made)
    for name, part in sections(text, default).items():
        path = made / name
        kept = entries(path.read_text(encoding="utf-8")) if path.exists() else {}
        path.parent.mkdir(exist_ok=True)
        path.write_text(merged(kept, entries(part)), encoding="utf-8")
    return made
