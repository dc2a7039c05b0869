"""Record files: each file in `bad/` and `good/` with what its reader sees, beside it.

`bad/<name>.txt` holds the faults in Chinese, an empty line, then in English; `good/<name>.txt` the record as
it is written, then where its values came from. After a wording was changed on purpose, write all renderings
anew, and read the difference:

    RESET_RENDERINGS=1 python -m pytest tests/records
"""

from __future__ import annotations

import os
from pathlib import Path

import pytest

from cadre_rules.diagnostics import DocumentError, RecordError
from cadre_rules.diagnostics.diagnostic import REGISTRY
from cadre_rules.records import Record, messages, read_record, to_json, to_yaml, write_record

HERE = Path(__file__).parent
BAD = sorted(p for p in (HERE / "bad").iterdir() if p.suffix != ".txt")
GOOD = sorted(p for p in (HERE / "good").iterdir() if p.suffix != ".txt")
CODES = {code for code in REGISTRY if code.startswith("R") and code == REGISTRY[code].code}
UNDER_TEST_ELSEWHERE = {
    messages.FLOAT.code,
    messages.ASKED_INCIDENT.code,
    messages.UNKNOWN_ENDING.code,
    messages.TOO_MANY_ITEMS.code,
}


def compare(path: Path, rendered: str) -> None:
    expected = path.with_name(path.name + ".txt")
    if os.environ.get("RESET_RENDERINGS"):
        expected.write_text(rendered, encoding="utf-8")
    assert rendered == expected.read_text(encoding="utf-8")


@pytest.mark.parametrize("path", BAD, ids=lambda path: path.name)
def test_faults(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    with pytest.raises((RecordError, DocumentError)) as caught:
        read_record(path.name)
    compare(path, f"{caught.value.render('zh')}\n\n{caught.value.render('en')}\n")


def told(record: Record) -> str:
    """Return the record as written, then pointer, place, precision and basis of each value."""
    lines = []
    for pointer in record.paths:
        month = " (month)" if record.precision(pointer) == "month" else ""
        basis = record.basis(pointer)
        lines.append(f"{pointer} @ {record.locate(pointer)}{month}" + (f" [{basis.zh}]" if basis else ""))
    return "\n".join([to_yaml(record), *lines]) + "\n"


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
def test_records(path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(path.parent)
    compare(path, told(read_record(path.name)))


@pytest.mark.parametrize("path", GOOD, ids=lambda path: path.name)
@pytest.mark.parametrize("ending", ["yaml", "json"])
@pytest.mark.parametrize("language", ["zh", "en"])
def test_writing_keeps_everything(path: Path, ending: str, language: str, tmp_path: Path) -> None:
    record = read_record(path)
    target = tmp_path / f"record.{ending}"
    write_record(record, target, language)  # type: ignore[arg-type]
    again = read_record(target)
    assert again.hash == record.hash
    assert again.facts == record.facts
    assert (to_yaml(again), to_json(again)) == (again_yaml(record, again), to_json(record))


def again_yaml(record: Record, again: Record) -> str:
    """Return the YAML of a record without the notes of its form, which the written file keeps as comments."""
    head = [f"# {note.zh}" for note in record.notes]
    assert not again.notes
    return "\n".join(line for line in to_yaml(record).split("\n") if line not in head)


def test_every_code_is_rendered_in_some_case() -> None:
    rendered = "".join(p.with_name(p.name + ".txt").read_text(encoding="utf-8") for p in BAD)
    assert {code for code in CODES if f"[{code}]" not in rendered} == UNDER_TEST_ELSEWHERE


def test_an_unknown_ending_is_told(tmp_path: Path) -> None:
    with pytest.raises(RecordError) as caught:
        read_record(tmp_path / "record.docx")
    assert caught.value.code == messages.UNKNOWN_ENDING.code
    with pytest.raises(RecordError):
        write_record(read_record(HERE / "good" / "smallest.yaml"), tmp_path / "record.xml")


def test_a_missing_form_is_told(tmp_path: Path) -> None:
    with pytest.raises(DocumentError):
        read_record(tmp_path / "form.lrmx")


def test_an_external_entity_is_never_opened(tmp_path: Path) -> None:
    secret = tmp_path / "secret.txt"
    secret.write_text("机密", encoding="utf-8")
    form = tmp_path / "form.lrmx"
    form.write_text(
        f'<!DOCTYPE Person [<!ENTITY x SYSTEM "{secret.as_uri()}">]><Person><XingMing>&x;</XingMing></Person>',
        encoding="utf-8",
    )
    with pytest.raises(DocumentError) as caught:
        read_record(form)
    assert caught.value.code == messages.HOSTILE_XML.code
    assert "机密" not in caught.value.render()
