"""What pydantic finds is told as a fault of ours, whatever it is; many faults are told in good time."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadre_rules.diagnostics import DocumentError, RecordError
from cadre_rules.records import Record, messages, read_record
from cadre_rules.records.building import validate
from cadre_rules.records.faults import Faults
from cadre_rules.records.given import Given, Item
from cadre_rules.records.places import NoPlaces, Spot
from cadre_rules.vocabulary import ROOTS

if TYPE_CHECKING:
    from pathlib import Path

MANY = 20_000


def test_any_complaint_of_pydantic_is_a_fault() -> None:
    spot = Spot().child("posts").child(0)
    given = Given(ROOTS["posts"], Spot().child("posts"), [Item(spot, {"id": "a", "level": 3, "start": "soon"})])
    faults = Faults(NoPlaces())
    assert validate({"posts": given}, faults) == {}
    assert [fault.code for fault in faults.found] == [messages.WRONG_TYPE.code] * 2
    assert given.items[0].broken == {"level", "start"}


def test_many_faults_are_all_told() -> None:
    with pytest.raises(RecordError) as caught:
        Record.from_dict({"person": {f"出生日期{i}": "1985-02" for i in range(MANY)}})
    assert len(caught.value.diagnostics) == MANY


@pytest.mark.parametrize(
    "inside",
    ["<a>" * MANY + "</a>" * MANY, "<Xing/>" * MANY, "<JianLi>" + "<br" * MANY + "</JianLi>"],
    ids=["deep", "wide", "unclosed"],
)
def test_hostile_forms_are_refused(inside: str, tmp_path: Path) -> None:
    path = tmp_path / "form.lrmx"
    path.write_text(f"<Person>{inside}</Person>", encoding="utf-8")
    with pytest.raises((RecordError, DocumentError)):
        read_record(path)


@pytest.mark.parametrize("text", ["（其间：" * 5000, "2005.07" + " " * 19_000, "<" + " " * 19_000, "(" * 19_000])
def test_odd_entries_are_got_through(text: str, tmp_path: Path) -> None:
    path = tmp_path / "form.lrmx"
    entry = f"<![CDATA[{text}]]>"
    names = ("JianLi", "NianDuKaoHeJieGuo", "ChuShengNianYue", "RuDangShiJian")
    path.write_text(f"<Person>{''.join(f'<{n}>{entry}</{n}>' for n in names)}</Person>", encoding="utf-8")
    with pytest.raises(RecordError):
        read_record(path)
