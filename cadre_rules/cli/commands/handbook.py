"""`handbook`: the packs as a static site, in both languages.

In: a `Call`. Out: files; progress on standard error, where the site is on standard output.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cli import output
from cadre_rules.diagnostics import Text
from cadre_rules.handbook import write_handbook

if TYPE_CHECKING:
    from cadre_rules.cli.options import Call


def run(call: Call) -> int:
    """Write the handbook."""
    out = str(call.option("--out"))
    pages = write_handbook(call.words["PATH"], out, lambda said: output.message(said, call.language))
    output.message(Text(f"手册已写好，共 {pages} 页。", f"the handbook is written: {pages} pages."), call.language)
    output.result(output.near(Path(out) / "index.html"))
    return 0
