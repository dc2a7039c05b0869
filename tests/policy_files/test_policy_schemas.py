"""The published JSON Schemas are those of the models, and an editor sees the files as the loader does.

After a change of the models before a release, write the schemas anew: RESET_SCHEMAS=1 python -m pytest
tests/policy_files/test_policy_schemas.py
"""

from __future__ import annotations

import copy
import datetime
import json
import os
import re
from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING, Any

import jsonschema
import pytest
import yaml

from cadre_rules.diagnostics import CadreRulesError
from cadre_rules.documents import read_document, read_yaml, to_json
from cadre_rules.policy import schema
from cadre_rules.policy.models import read

if TYPE_CHECKING:
    from collections.abc import Iterator

GOOD = Path(__file__).parent / "good"
FILES = {
    "policy": GOOD / "policy-full.yaml",
    **{kind: GOOD / f"{kind}.yaml" for kind in schema.FILES if kind != "policy"},
}
DUMPER = yaml.CSafeDumper if yaml.__with_libyaml__ else yaml.SafeDumper
FREE = {"record", "base"}  # what stands below is for the reader of records


@pytest.mark.parametrize("kind", schema.FILES)
def test_the_published_schema_is_that_of_the_models(kind: str) -> None:
    if os.environ.get("RESET_SCHEMAS"):
        schema.write_schemas()
    published = (schema.FOLDER / f"{kind}.json").read_text(encoding="utf-8")
    assert published == schema.schema_text(kind)
    jsonschema.Draft202012Validator.check_schema(json.loads(published))
    assert json.loads(published)["$id"].endswith(f":v1:{kind}")


def test_nothing_else_is_published(tmp_path: Path) -> None:
    schema.write_schemas(tmp_path / "v1")
    written = {p.name for p in (tmp_path / "v1").iterdir()}
    assert written == {p.name for p in schema.FOLDER.iterdir()} == {f"{kind}.json" for kind in schema.FILES}


def test_each_kind_has_its_function() -> None:
    made = [
        schema.policy_schema(),
        schema.principle_schema(),
        schema.check_schema(),
        schema.questions_schema(),
        schema.pack_schema(),
        schema.definitions_schema(),
        schema.adoption_schema(),
        schema.cases_schema(),
    ]
    assert made == [schema.schema_of(kind) for kind in schema.FILES]


@pytest.mark.parametrize("kind", schema.FILES)
def test_every_key_is_described_in_both_languages_chinese_first(kind: str) -> None:
    written = schema.schema_of(kind)
    for part in (written, *written.get("$defs", {}).values()):
        properties = {}
        for form in (part, *part.get("anyOf", ())):
            properties |= form.get("properties", {})
        for described in (part, *properties.values()):
            zh, _, en = described["description"].partition("\n\n")
            assert any("\u4e00" <= c <= "\u9fff" for c in zh), described
            assert en.isascii() or "…" in en, described


@cache
def validator(kind: str) -> jsonschema.Draft202012Validator:
    return jsonschema.Draft202012Validator(schema.schema_of(kind))


def judge(kind: str, value: Any) -> tuple[bool, bool]:
    """Return whether an editor and the loader accept a file."""
    text = yaml.dump(_with_dates(value), Dumper=DUMPER, allow_unicode=True, sort_keys=False)
    try:
        read(schema.FILES[kind], read_yaml(text, "f.yaml"))
    except CadreRulesError:
        return validator(kind).is_valid(value), False
    return validator(kind).is_valid(value), True


def _with_dates(value: Any) -> Any:
    """Return the tree so that PyYAML writes what looks like a date without quotes, as an author does."""
    if isinstance(value, dict):
        return {_with_dates(k): _with_dates(v) for k, v in value.items()}
    if isinstance(value, list):
        return [_with_dates(v) for v in value]
    if isinstance(value, str) and re.fullmatch(r"\d{4}-\d{2}-\d{2}", value):
        return datetime.date.fromisoformat(value)
    return value


def places(value: Any, path: tuple[Any, ...] = ()) -> Iterator[tuple[Any, ...]]:
    """Yield the path of every mapping."""
    if isinstance(value, dict):
        yield path
        for key, inner in value.items():
            if key not in FREE:
                yield from places(inner, (*path, key))
    elif isinstance(value, list):
        for index, inner in enumerate(value):
            yield from places(inner, (*path, index))


def at_path(value: Any, path: tuple[Any, ...]) -> Any:
    for step in path:
        value = value[step]
    return value


@pytest.mark.parametrize("kind", schema.FILES)
def test_good_files_pass_in_an_editor(kind: str) -> None:
    assert judge(kind, to_json(read_document(FILES[kind]))) == (True, True)


@pytest.mark.parametrize("kind", schema.FILES)
def test_an_unknown_key_is_refused_by_both_wherever_it_stands(kind: str) -> None:
    good = to_json(read_document(FILES[kind]))
    for path in places(good):
        bad = copy.deepcopy(good)
        at_path(bad, path)["no_such_key"] = "x"
        editor, loader = judge(kind, bad)
        assert editor == loader, path


@pytest.mark.parametrize("kind", schema.FILES)
def test_a_missing_key_is_missed_by_both(kind: str) -> None:
    good = to_json(read_document(FILES[kind]))
    disagree = []
    for path in places(good):
        for key in at_path(good, path):
            bad = copy.deepcopy(good)
            del at_path(bad, path)[key]
            editor, loader = judge(kind, bad)
            if editor != loader:
                disagree.append((*path, key))
    assert disagree == KNOWN_TO_DIFFER.get(kind, [])


# What a JSON Schema cannot say, or what is said of several keys together.
KNOWN_TO_DIFFER: dict[str, list[tuple[Any, ...]]] = {
    "policy": [],
    "questions": [
        ("questions", "fault_tolerance", "conclusions"),
        ("questions", "fault_tolerance", "conclusions", "tolerated"),
        ("questions", "fault_tolerance", "conclusions", "not_tolerated"),
    ],
    "cases": [("as_of",)],
}
