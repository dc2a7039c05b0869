"""`synthetic`: made-up records, one at a time, to standard output or to files.

In: a `Call`. Out: lines of JSON, or YAML. How records are made up is for `cadre_rules.synthetic`.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.cli import messages, output
from cadre_rules.diagnostics import Text, UsageError
from cadre_rules.records import Record, to_yaml, write_record
from cadre_rules.synthetic.roll import DAY, MOST, PEOPLE, UNITS, Roll, count, share
from cadre_rules.synthetic.writing import to_line

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.cli.options import Call

_DONE = Text("已写出 {count} 份档案。", "{count} records written.")


def run(call: Call) -> int:
    """Write the records that are asked for."""
    start, size = _number(call, "--start", 0), _number(call, "--size", 10)
    unknown = call.option("--unknown") or "0.05"
    share("--unknown", unknown)
    roll = Roll(
        call.option("--seed") or "1", min(MOST, start + size), as_of=call.day("--as-of") or DAY, unknown=unknown
    )
    found = _records(roll, start, call.option("--subject") or "cadre")
    out = call.option("--out")
    if out is None:
        _show(call, found)
        return 0
    path = Path(out)
    written = _files(call, path, found) if call.option("--format") == "yaml" else _lines(call, path, found)
    output.message(_DONE.format(count=written), call.language)
    return 0


def _number(call: Call, name: str, default: int) -> int:
    """Return the whole number that an option gives; raises `UsageError` S001 for what is none."""
    text = call.option(name)
    if text is None:
        return default
    return count(name, int(text) if text.isascii() and text.isdigit() else text)


def _records(roll: Roll, start: int, subject: str) -> Iterator[tuple[str, dict[str, Any]]]:
    """Yield the name and the record of each subject."""
    districts = range(start // PEOPLE, roll.districts) if roll.size > start else range(0)
    if subject == "unit":
        for number in range(districts.start * UNITS, districts.stop * UNITS):
            yield f"unit-{number + 1:06d}", roll.unit(number)
    elif subject == "cohort":
        for number in districts:
            yield f"cohort-{number + 1:06d}", roll.cohort(number)
    else:
        for number in range(start, roll.size):
            yield f"cadre-{number + 1:08d}", roll[number]


def _show(call: Call, found: Iterator[tuple[str, dict[str, Any]]]) -> None:
    """Print records: a line each, or YAML documents one after the other."""
    if call.option("--format") != "yaml":
        for _, record in found:
            output.result(to_line(record, call.language))
        return
    for i, (name, record) in enumerate(found):
        text = to_yaml(Record.from_dict(record, name=name), call.language)
        output.result("---\n" + text if i else text)


def _lines(call: Call, path: Path, found: Iterator[tuple[str, dict[str, Any]]]) -> int:
    """Write a file with a record a line; it gets its name when it is whole."""
    if path.is_dir():
        raise UsageError(messages.IS_A_FOLDER.at(found=str(path)))
    _free(call, path)
    path.parent.mkdir(parents=True, exist_ok=True)
    part = path.with_name(path.name + ".part")
    written = 0
    with part.open("w", encoding="utf-8", newline="\n") as file:
        for _, record in found:
            file.write(to_line(record, call.language) + "\n")
            written += 1
    part.replace(path)
    output.result(output.near(path))
    return written


def _files(call: Call, folder: Path, found: Iterator[tuple[str, dict[str, Any]]]) -> int:
    """Write a file for each record."""
    folder.mkdir(parents=True, exist_ok=True)
    written = 0
    for name, record in found:
        path = folder / f"{name}.yaml"
        _free(call, path)
        write_record(Record.from_dict(record, name=name), path, call.language)
        output.result(output.near(path))
        written += 1
    return written


def _free(call: Call, path: Path) -> None:
    if path.exists() and not call.flag("--force"):
        raise UsageError(messages.EXISTS.at(found=str(path)))
