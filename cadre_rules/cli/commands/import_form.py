"""`import`: a form → a record in YAML or JSON, with comments on what is not known.

In: a `Call`. Out: a record on standard output or in a file that did not exist. What a form says is for `records`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cli import messages, output
from cadre_rules.cli.packs import file_at
from cadre_rules.diagnostics import Text, UsageError
from cadre_rules.records import read_record, to_yaml, write_record

if TYPE_CHECKING:
    from cadre_rules.cli.options import Call


def run(call: Call) -> int:
    """Read the form and write the record."""
    out = call.option("--out")
    record = read_record(file_at(call.word("FORM")))
    if out is None:
        output.result(to_yaml(record, call.language))
        return 0
    if Path(out).exists() and not call.flag("--force"):
        raise UsageError(messages.EXISTS.at(found=out))
    write_record(record, out, call.language)
    output.result(out)
    said = Text("请按注释补充未知的事实；不知道的不要猜。", "complete what the comments list as unknown; do not guess")
    output.message(said, call.language)
    return 0
