"""What a Python program gets: facts, the three states of knowledge, pointers, the typed model."""

from __future__ import annotations

import datetime as dt
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest

from cadre_rules.diagnostics import RecordError, UsageError
from cadre_rules.feel.values import UNKNOWN, Date, Interval, PartialList
from cadre_rules.records import Record, RecordModel, messages, read_record
from cadre_rules.vocabulary import ROOTS, SECTIONS

FORM = Path(__file__).parents[2] / "examples" / "records" / "form.lrmx"
TWO_POSTS = {
    "posts": [
        {"id": "b", "reported_on": "2020-03-02", "appointed_on": "2020-02-28", "end": None},
        {"id": "a", "start": "2015.07", "end": dt.date(2020, 2, 28)},
    ]
}


def codes(mapping: dict[str, Any]) -> list[str]:
    with pytest.raises(RecordError) as caught:
        Record.from_dict(mapping)
    return [fault.code for fault in caught.value.diagnostics]


def test_what_is_not_given_is_unknown_and_what_is_null_is_absent() -> None:
    facts = Record.from_dict({"person": {"party_joined_on": None}, "sanctions": []}).facts
    assert facts["person"]["party_joined_on"] is None
    assert facts["person"]["name"] is UNKNOWN
    assert facts["sanctions"] == []
    assert facts["proposal"] == dict.fromkeys(ROOTS["proposal"].model.model_fields, UNKNOWN)
    unknown = facts["measures"]
    assert isinstance(unknown, PartialList)
    assert unknown.items == ()
    assert unknown.further == dict.fromkeys(ROOTS["measures"].model.model_fields, UNKNOWN)


def test_every_section_is_in_the_facts() -> None:
    assert list(Record.from_dict({}).facts) == [root.en for root in SECTIONS]


def test_a_list_that_is_complete_from_a_date_may_have_further_items_before_it() -> None:
    facts = Record.from_dict(
        {
            "posts": {"complete_from": "2015-03-01", "items": [{"id": "a", "start": "2015-03-01"}]},
            "assessments": {"complete_from": 2020, "items": []},
        }
    ).facts
    posts, assessments = facts["posts"], facts["assessments"]
    assert [certain for _, certain in posts.items] == [True]
    assert posts.further["start"] == Interval(None, Date(2015, 2, 28))
    assert posts.further["front_line"] is UNKNOWN
    assert assessments.further["year"] == Interval(None, Decimal(2019))


def test_items_are_sorted_and_their_pointers_are_those_of_the_file() -> None:
    record = Record.from_dict(TWO_POSTS)
    assert [post["id"] for post in record.facts["posts"]] == ["a", "b"]
    assert record.pointer("posts", 0) == "/posts/1"
    assert record.pointer("posts", 1, "start") == "/posts/0/start"
    assert record.pointer("person", "name") == "/person/name"
    assert record.paths["/posts/0/start"].pointer == "/posts/0/reported_on"
    assert record.locate("/posts/0/start") is None


def test_a_stint_begins_on_the_day_of_reporting_if_recorded() -> None:
    record = Record.from_dict(TWO_POSTS)
    assert isinstance(record.model.posts, tuple)
    assert [post.start for post in record.model.posts] == [Date(2015, 7, 1), Date(2020, 3, 2)]
    assert record.precision("/posts/1/start") == "month"
    assert record.precision("/posts/0/start") == "day"
    basis = record.basis("/posts/0/start")
    assert basis is not None
    assert basis.en == "begins on the day of reporting"
    assert record.basis("/posts/0/end") is None


def test_the_typed_model() -> None:
    model = Record.from_dict({"person": {"name": "示例甲", "sex": "女"}}).model
    assert isinstance(model, RecordModel)
    assert (model.person.name, model.person.sex, model.person.health) == ("示例甲", "female", UNKNOWN)
    assert model.posts is UNKNOWN
    assert tuple(RecordModel.model_fields) == tuple(ROOTS)


def test_the_hash_depends_on_the_facts_only() -> None:
    zh = Record.from_dict({"人员": {"性别": "女"}, "休假": [{"年度": 2023}, {"年度": 2022}]})
    en = Record.from_dict({"leave": [{"year": Decimal("2022.0")}, {"year": 2023}], "person": {"sex": "female"}})
    assert zh.hash == en.hash
    assert zh.hash != Record.from_dict({"人员": {"性别": "男"}}).hash
    assert Record.from_dict({}).hash != Record.from_dict({"sanctions": []}).hash


def test_an_incident_by_its_id() -> None:
    record = Record.from_dict({"incidents": [{"id": "i-1", "occurred_on": "2023-03"}]}, name="甲")
    about = record.about("i-1")
    assert about.facts["incident"] == record.facts["incidents"][0]
    assert about.pointer("incident", "occurred_on") == "/incidents/0/occurred_on"
    assert about.precision("/incidents/0/occurred_on") == "month"
    assert "incident" not in record.facts
    assert about.hash == record.hash
    with pytest.raises(UsageError) as caught:
        record.about("i-2")
    assert caught.value.code == messages.ASKED_INCIDENT.code
    assert "您是不是想写「i-1」？" in caught.value.render()
    assert Record.from_dict({}).present is None


def test_a_float_is_never_taken() -> None:
    assert codes({"assessments": [{"kind": "annual", "year": 2023, "score": 88.5}]}) == [messages.FLOAT.code]
    exact = Record.from_dict({"assessments": [{"kind": "annual", "year": 2023, "score": Decimal("88.5")}]})
    assert exact.facts["assessments"][0]["score"] == Decimal("88.5")


@pytest.mark.parametrize("number", [Decimal("NaN"), Decimal("Infinity"), Decimal("1e400"), 10**40])
def test_numbers_are_finite_and_small_enough(number: Any) -> None:
    assert codes({"training": [{"id": "a", "start": "2023-05", "hours": number}]}) == [messages.NUMBER_RANGE.code]


@pytest.mark.parametrize("value", [dt.datetime(2020, 1, 1), object(), b"2020-01-01", {"year": 2020}])
def test_only_dates_are_dates(value: Any) -> None:
    assert codes({"person": {"birth_date": value}}) == [messages.WRONG_TYPE.code]


def test_keys_that_are_no_texts_are_unknown() -> None:
    assert codes({1: {}, "person": {None: 3}}) == [messages.UNKNOWN_SECTION.code, messages.UNKNOWN_FACT.code]


def test_half_a_character_is_refused() -> None:
    assert codes({"person": {"name": "甲\ud800"}}) == [messages.BAD_TEXT.code]


def test_rare_characters_of_names_are_kept() -> None:
    rare = "示\U00030edd\U0002ebf0\ue863甲"
    assert Record.from_dict({"person": {"name": rare}}).model.person.name == rare


def test_a_form_tells_where_a_value_stands() -> None:
    record = read_record(FORM)
    assert record.source_format == "lrmx"
    assert str(record.locate("/posts/2/start")) == f"{FORM}:Person/JianLi line 2"
    assert str(record.locate("/person/name")) == f"{FORM}:Person/XingMing"


def test_a_form_leaves_unknown_what_it_does_not_say() -> None:
    facts = read_record(FORM).facts
    last = facts["posts"].items[-1][0]
    assert last["end"] is None
    assert (last["front_line"], last["level"], last["appointed_on"]) == (UNKNOWN, UNKNOWN, UNKNOWN)
    assert facts["measures"] == PartialList((), dict.fromkeys(ROOTS["measures"].model.model_fields, UNKNOWN))
    assert facts["sanctions"] == []
    assert isinstance(facts["awards"], PartialList)
