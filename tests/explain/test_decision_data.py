"""The decision as data: it has the published form, says nothing in floats, and its ids are stable."""

from __future__ import annotations

import hashlib
import json
import re
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from cadre_rules import load_policies
from cadre_rules.explain.data import SCHEMA_FILE, SCHEMA_ID, decision_schema
from tests.explain.decided import DAY, data, everything, of_cases, of_examples, policies
from tests.shipped import ROOT

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

    from cadre_rules.explain.decision import Decision

# What is published never changes: another form is schemas/v2/decision.json, beside this one.
PUBLISHED = "024e548af33bf47fae7a7a5eef3006f4854bd24804a74650ed94dd99dfca490a"
RECORD = {
    "person": {"name": "示例甲"},
    "posts": [
        {"id": "1", "start": "2018-03", "end": "2019-10-31", "front_line": True, "full_time": True},
        {"id": "2", "start": "2019-11-01", "end": None, "front_line": False, "main": True, "leading": True},
    ],
    "proposal": {"kind": "promotion", "leading": True},
}


@pytest.fixture(scope="module")
def validator() -> jsonschema.Draft202012Validator:
    schema = decision_schema()
    jsonschema.Draft202012Validator.check_schema(schema)
    return jsonschema.Draft202012Validator(schema)


def test_the_published_schema_is_as_it_was() -> None:
    assert hashlib.sha256(SCHEMA_FILE.read_bytes()).hexdigest() == PUBLISHED
    assert decision_schema()["$id"] == SCHEMA_ID


def parts(schema: Any) -> Iterator[dict[str, Any]]:
    if isinstance(schema, dict):
        yield schema
        for value in schema.values():
            yield from parts(value)
    elif isinstance(schema, list):
        for value in schema:
            yield from parts(value)


def test_the_schema_closes_every_object_and_describes_it_in_both_languages() -> None:
    for part in parts(decision_schema()):
        if part.get("type") == "object":
            assert part["additionalProperties"] is False
            assert part["required"] == list(part["properties"])
            zh, _, en = part["description"].partition("\n\n")
            assert re.search("[一-鿿]", zh)
            assert en.isascii() or "“" in en


def test_decisions_have_the_published_form(validator: jsonschema.Draft202012Validator) -> None:
    assert len(everything()) > 60
    for decision in everything()[::8]:  # held against the schema in Python, which is slow
        written = data(decision)
        assert [(error.json_path, error.message) for error in validator.iter_errors(written)] == []
        assert json.loads(json.dumps(written, ensure_ascii=False)) == written
        assert not any(isinstance(value, float) for value in leaves(written))


def leaves(written: Any) -> Iterator[Any]:
    if isinstance(written, dict):
        for value in written.values():
            yield from leaves(value)
    elif isinstance(written, list):
        for value in written:
            yield from leaves(value)
    else:
        yield written


def test_every_text_stands_in_both_languages() -> None:
    for decision in everything():
        for part in parts(data(decision)):
            if set(part) == {"zh", "en"}:
                assert part["zh"].strip()
                assert part["en"].strip()


def test_pointers_and_positions_lead_into_the_record() -> None:
    for decision in of_examples():
        for part in parts(data(decision)["findings"]):
            if "position" in part and part["pointer"] in decision.record.paths:
                assert part["position"]["file"] == decision.record.name


def test_a_condition_gives_all_items_of_a_list() -> None:
    many = [
        {"id": str(i), "start": f"{1990 + i}-01-01", "end": f"{1990 + i}-06-30", "front_line": i % 2 == 0}
        for i in range(30)
    ]
    decision = policies("daan").decide("promotion", {**RECORD, "posts": many}, DAY)
    listed = [part for part in parts(decision.to_dict()["findings"]) if "items_are" in part]
    assert {len(part["members"]) for part in listed if part["members"]} == {30}
    assert "另有18项，从略" in decision.explain("zh")
    assert "and 18 more" in decision.explain("en")


# ids ------------------------------------------------------------------------------------------------------------


def ids(decision: Decision) -> dict[str, list[str]]:
    """Return the ids of all conditions, values and lists of each rule."""
    return {
        finding["rule"]: [part["id"] for part in parts(finding) if "id" in part and "kind" in part]
        for finding in data(decision)["findings"]
    }


def test_ids_do_not_depend_on_the_record_or_on_other_packs() -> None:
    alone = ids(policies("daan").decide("promotion", RECORD, DAY))
    assert alone == ids(policies("daan").decide("promotion", {}, DAY))
    assert alone == ids(policies("daan").decide("promotion", dict(reversed(RECORD.items())), DAY))
    among_others = ids(policies("example-district").decide("promotion", RECORD, DAY))
    assert {rule: found for rule, found in among_others.items() if rule in alone} == alone


def test_ids_do_not_depend_on_the_order_of_keys_in_policies(tmp_path: Path) -> None:
    before = ids(policies("pack:daan").decide("promotion", RECORD, DAY))
    for pack in ("national", "daan"):
        (tmp_path / pack).mkdir()
        for path in (ROOT / "policies" / pack).glob("*.yaml"):
            if not path.name.endswith(".cases.yaml"):
                turned = yaml.safe_dump(yaml.safe_load(path.read_text(encoding="utf-8")), allow_unicode=True)
                (tmp_path / pack / path.name).write_text(turned, encoding="utf-8")
    after = load_policies(tmp_path / "daan")
    assert ids(after.decide("promotion", RECORD, DAY)) == before
    for decision in of_cases():
        for rule, found in ids(decision).items():
            own = [id_ for id_ in found if id_.startswith(rule)]
            assert len(own) == len(set(own))
