"""Properties of reading: nothing but our errors, pointers that hold, records that read back."""

from __future__ import annotations

import json
from datetime import date
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import LANGUAGES, DocumentError, RecordError
from cadre_rules.documents import read_yaml
from cadre_rules.feel.types import BOOLEAN, DATE, NUMBER, STRING, Enumeration, Field, Optional
from cadre_rules.records import Record, read_record, record_of, to_json, to_yaml
from cadre_rules.vocabulary import SECTIONS, Root

HERE = Path(__file__).parent
FORM = (HERE.parents[1] / "examples" / "records" / "form.lrmx").read_bytes()
RECORD = (HERE / "good" / "start-conventions.yaml").read_text(encoding="utf-8")
NAMES = sorted({n for root in SECTIONS for f in root.context.fields for n in (f.en, f.zh, root.en, root.zh)})

scalars = st.one_of(
    st.none(), st.booleans(), st.integers(), st.floats(), st.decimals(), st.text(max_size=8), st.dates(),
    st.sampled_from(["2020-03", "202003", "2020-02-30", "任职", "annual", "年度考核", 2023, 1]),
)  # fmt: skip
keys = st.one_of(st.sampled_from(NAMES), st.sampled_from(["complete_from", "各项", "items"]), st.text(max_size=4))
trees = st.recursive(
    scalars, lambda inner: st.one_of(st.lists(inner, max_size=3), st.dictionaries(keys, inner, max_size=4)),
    max_leaves=12,
)  # fmt: skip


@settings(max_examples=150, deadline=None)
@given(st.dictionaries(st.one_of(st.sampled_from([r.zh for r in SECTIONS]), keys), trees, max_size=4))
def test_any_mapping_is_a_record_or_a_record_error(tree: dict[Any, Any]) -> None:
    try:
        record = Record.from_dict(tree)
    except RecordError as error:
        assert error.render("zh")
        assert error.render("en")
    else:
        assert Record.from_dict(record.to_dict()).hash == record.hash


def value(field: Field) -> st.SearchStrategy[Any]:
    """Return raw values that the fact accepts, as a file may write them."""
    type_ = field.type
    if isinstance(type_, Optional):
        return st.one_of(st.none(), value(Field(field.en, field.zh, type_.of)))
    if isinstance(type_, Enumeration):
        return st.sampled_from([n for v in type_.values for n in (v.en, v.zh)])
    return {
        STRING: st.text("示例甲乙abc (: #\"'", min_size=1, max_size=6).map(str.strip).filter(bool),
        NUMBER: st.integers(1949, 2030),
        BOOLEAN: st.booleans(),
        DATE: st.one_of(
            st.dates(date(1990, 1, 1), date(2019, 12, 31)).map(str),
            st.sampled_from(["2020-03", "2019.11"]),
        ),
    }[type_]  # type: ignore[index]


# Facts that have to agree with others; `bad/` and `good/` are about those.
AGREEING = {
    "period",
    "incident",
    "assessed",
    "placed_below",
    "group_size",
    "holding",
    "reported_on",
    "appointed_on",
}


def items(root: Root) -> st.SearchStrategy[list[dict[str, Any]]]:
    """Return items without faults, keys unique, in any order."""
    needed = {*root.model.order, *root.model.key} - {"period"}
    fields = {f.en: value(f) for f in root.context.fields if f.en not in AGREEING}
    if root.en == "assessments":
        fields["kind"] = st.just("年度考核")
    dated = {f.en for f in root.context.fields if f.type == DATE or f.type == Optional(DATE)}
    required = {n: fields[n] for n in needed}
    optional = {n: s for n, s in fields.items() if n not in needed | dated}
    return st.lists(
        st.fixed_dictionaries(required, optional=optional),
        max_size=4,
        unique_by=lambda found: found["id"] if "id" in found else found["year"],
    )


records = st.sampled_from([root for root in SECTIONS if root.is_list]).flatmap(
    lambda root: st.tuples(st.just(root), items(root))
)


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(records)
def test_sorting_keeps_pointers_and_writing_keeps_facts(made: tuple[Root, list[dict[str, Any]]]) -> None:
    root, raw = made
    record = Record.from_dict({root.zh: raw})
    order = [[found[name] for name in root.model.order[:1]] for found in record.facts[root.en]]
    assert order == sorted(order)
    for i, found in enumerate(record.facts[root.en]):
        assert record.pointer(root.en, i) in record.paths
        original = raw[int(record.pointer(root.en, i).rpartition("/")[2])]
        assert found.get("id") == original.get("id")
        if "id" not in original:
            assert found["year"] == original["year"]
    for language in LANGUAGES:
        again = record_of(read_yaml(to_yaml(record, language), "again"), name="again", source_format="yaml")
        assert again.facts == record.facts
        assert again.hash == record.hash
        assert json.loads(to_json(record, language)) is not None
    assert Record.from_dict({root.en: raw[::-1]}).hash == record.hash


def mangled(data: bytes) -> st.SearchStrategy[bytes]:
    """Return the bytes with a stretch replaced."""
    return st.tuples(
        st.integers(0, len(data)),
        st.integers(0, 12),
        st.one_of(st.binary(max_size=4), st.text(max_size=4).map(_utf8)),
    ).map(lambda cut: data[: cut[0]] + cut[2] + data[cut[0] + cut[1] :])


def _utf8(text: str) -> bytes:
    return text.encode("utf-8", "surrogatepass")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mangled(FORM))
def test_a_mangled_form_is_a_record_or_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "form.lrmx"
    path.write_bytes(data)
    try:
        read_record(path)
    except (RecordError, DocumentError) as error:
        assert error.render("zh")


@settings(max_examples=200, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(mangled(RECORD.encode()))
def test_a_mangled_record_file_is_a_record_or_an_error(tmp_path: Path, data: bytes) -> None:
    path = tmp_path / "record.yaml"
    path.write_bytes(data)
    try:
        read_record(path)
    except (RecordError, DocumentError) as error:
        assert error.render("en")
