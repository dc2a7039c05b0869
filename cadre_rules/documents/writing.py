"""Bytes → a file that is replaced as a whole: an interruption leaves the old file or the new one, never half of one.

In: a path and bytes. Out: a file. It must not know what the bytes say.
"""

from __future__ import annotations

import os
from typing import TYPE_CHECKING

if TYPE_CHECKING:
    from pathlib import Path


def replace_file(path: Path, data: bytes) -> None:
    """Write a file beside `path` and put it in its place; the mode of an existing file is kept, a link is followed.

    Raises `OSError`, which names `path`, where the folder cannot be written to; nothing is left behind then.
    """
    given, path = path, path.resolve()
    beside = path.with_name(f".{path.name}.{os.getpid()}.tmp")
    try:
        beside.write_bytes(data)
        if path.exists():
            beside.chmod(path.stat().st_mode)
        beside.replace(path)
    except OSError as error:
        error.filename, error.filename2 = str(given), None  # not the file beside it, which nobody asked for
        raise
    finally:
        beside.unlink(missing_ok=True)
