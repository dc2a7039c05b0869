"""Good files are read as they were meant, every part knows its place, a pack folder is read as a whole."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import CadreRulesError, DocumentError, PolicyError, Text
from cadre_rules.documents import Mapping, at, read_document, read_yaml, to_plain
from cadre_rules.policy import messages, reading
from cadre_rules.policy.models import (
    AllOf,
    AnyOf,
    CaseFile,
    Definition,
    Determination,
    FeelText,
    Is,
    NotOf,
    Policy,
    Principle,
    read_value,
)

GOOD = Path(__file__).parent / "good"
FULL = GOOD / "policy-full.yaml"


@pytest.fixture
def policy() -> Policy:
    found = reading.read_policy_file(FULL)
    assert isinstance(found, Policy)
    return found


def test_policy(policy: Policy) -> None:
    assert policy.policy == "daan/assessment-consequences"
    assert policy.pack == "daan"
    assert policy.title.text == Text("年度考核末位的处理", "Consequences of a last place in the annual assessment")
    assert policy.covers == ("DA-17", "DA-18")
    assert (policy.source.clause, policy.source.confidence, policy.source.version) == ("三(三)", "M", "2022")
    assert (policy.in_force.from_, policy.in_force.to) == ("adopted_on", date(2030, 12, 31))
    assert (policy.status, policy.count_by, policy.delegates) == ("verified", "month", True)
    assert isinstance(policy.applies, NotOf)
    assert isinstance(policy.applies.not_, Is)


def test_defaults() -> None:
    text = FULL.read_text(encoding="utf-8")
    for line in ("status: verified\n", "count_by: month\n", "delegates: true\n"):
        text = text.replace(line, "")
    found = reading.parse_policy(read_yaml(text, "f.yaml"))
    assert isinstance(found, Policy)
    assert (found.status, found.count_by, found.delegates) == ("verified", "day", False)


def test_parameters(policy: Policy) -> None:
    assert policy.parameters is not None
    values = {name: [value for _, value, _ in p.dated] for name, p in policy.parameters.items()}
    assert values == {
        "years_running": [Decimal(2), Decimal(3)],
        "ranking_group": [],
        "bonus": [Decimal(500000)],
        "strict": [False],
        "opening": [date(2021, 7, 1)],
        "waiting": ["P1Y6M"],
        "lists": [("甲", "乙")],
        "lowest": ["township-section deputy"],
    }
    day, _, node = policy.parameters["years_running"].dated[1]
    assert day == date(2025, 1, 1)
    assert node.position[1:3] == (27, 41)


@pytest.mark.parametrize(
    ("written", "type_", "value"),
    [
        ("200001", "number", Decimal(200001)),  # elsewhere a year and a month
        ("200001", "text", "200001"),
        ("-1.50", "number", Decimal("-1.50")),
        ("[1, 2]", "list of number", (Decimal(1), Decimal(2))),
        ("[]", "list of text", ()),
        ("P30D", "duration", "P30D"),
        ("优秀", "assessment grade", "优秀"),
    ],
)
def test_value(written: str, type_: str, value: Any) -> None:
    assert read_value(at(read_yaml(f"k: {written}\n", "f.yaml"), "/k"), type_) == value


@pytest.mark.parametrize(
    ("written", "type_"),
    [
        ("true", "number"),
        ("1", "text"),
        ("'200001'", "number"),
        ("2Y", "duration"),
        ("[a]", "text"),
        ("~", "text"),
    ],
)
def test_value_that_does_not_fit(written: str, type_: str) -> None:
    with pytest.raises(PolicyError):
        read_value(at(read_yaml(f"k: {written}\n", "f.yaml"), "/k"), type_)


def test_rules(policy: Policy) -> None:
    talk, unfit, years, table, procedure = policy.rules
    assert [rule.kind for rule in policy.rules] == ["when", "when", "require", "table", "procedure"]
    assert (talk.conclusions, unfit.conclusions) == (("admonition_talk",), ("unfit_for_post", "免职"))
    assert (years.rule, years.conclusions) == ("任职年限", ("service_short",))
    assert isinstance(unfit.when, AllOf)
    first, second, third = unfit.when.all_
    assert isinstance(first, FeelText)
    assert isinstance(second, AnyOf)
    assert isinstance(third, Is)
    assert second.title is not None
    assert unfit.overrides == ("talk-after-last-place", "national/assessment#last")
    assert unfit.unless is not None
    assert unfit.unless[0].exception == "on-leave"
    assert table.table is not None
    assert (table.table.hit_policy, table.table.concludes) == ("R", "outcome")
    assert [cell.text for cell in table.table.rules[1].when] == ["-", "[1..3)"]
    assert [cell.text for cell in table.table.rules[0].then] == ['"award"', "1000"]
    assert procedure.procedure is not None
    assert procedure.conclusions == ("procedure_incomplete",)
    assert not isinstance(procedure.procedure.steps, str)
    assert [step.step for step in procedure.procedure.steps] == ["motion", "vote"]


def test_determinations_and_definitions(policy: Policy) -> None:
    assert policy.determinations is not None
    assert policy.definitions is not None
    motive = policy.determinations["motive"]
    assert isinstance(motive, Determination)
    assert list(motive.outcomes) == ["public", "yes"]
    limit = policy.definitions["limit"]
    assert isinstance(limit, Definition)
    assert (limit.is_.text, limit.title) == ("2", None)
    assert policy.definitions["last"].is_ == FeelText.read(at(policy.node, "/definitions/last/is"))


def test_a_feel_text_knows_its_place(policy: Policy) -> None:
    rule = policy.rules[1]
    assert isinstance(rule.when, AllOf)
    third = rule.when.all_[2]
    assert isinstance(third, Is)
    source = third.is_.source
    start = source.text.index("x.year")
    place = source.position(start, start + 6)
    assert (place.line, place.column, place.width) == (64, 23, 6)
    assert source.line(start) == "            satisfies x.year > 2020"


def test_every_part_and_every_name_can_be_located(policy: Policy) -> None:
    assert policy.position("question")[1:] == (15, 11, len("assessment_consequences"))
    assert policy.rules[1].position()[1:3] == (56, 5)
    assert policy.rules[1].position("overrides", 1)[1:3] == (72, 40)
    fault = policy.key_fault(messages.EMPTY_TEXT, "parameters", "bonus", expected="x")
    assert fault.position is not None
    assert fault.position[1:] == (31, 3, 5)
    fault = policy.fault(messages.EMPTY_TEXT, "parameters", "bonus", "unit", expected="x")
    assert fault.position is not None
    assert fault.position[1:3] == (31, 10)
    whole = policy.key_fault(messages.EMPTY_TEXT, "none", "none", expected="x")
    assert whole.position is not None
    assert whole.position.line == 2


def test_a_citation_can_be_made_more_precise(policy: Policy) -> None:
    assert policy.rules[1].source is not None
    assert policy.rules[1].source.clause == "三(三)2"
    assert policy.rules[1].source.document is None


def test_principle() -> None:
    found = reading.read_policy_file(GOOD / "principle.yaml")
    assert isinstance(found, Principle)
    assert (found.principle, found.text.zh) == ("beijing-stations/outside-expertise", "借用外部智力。")


def test_questions() -> None:
    found = reading.read_questions(GOOD / "questions.yaml").questions
    assert [q.answer for q in found.values()] == ["eligible when every requirement is met", "most severe"]
    assert found["promotion"].answers is not None
    assert list(found["promotion"].answers) == ["eligible", "not eligible"]
    tolerance = found["fault_tolerance"]
    assert tolerance.incompatible == (("tolerated", "not_tolerated"),)
    worst = tolerance.conclusions["not_tolerated"]
    assert (worst.text, worst.severity) == (Text("不予容错", "not tolerated"), 2)


def test_pack() -> None:
    pack = reading.read_pack(GOOD / "pack.yaml")
    assert (pack.pack, pack.level, pack.extends, pack.version) == (
        "daan",
        2,
        ("national", "zigong"),
        "1.2.0-beta",
    )
    assert pack.raises is not None
    raised = pack.raises["national/promotion.years_required"]
    assert raised.values is not None
    assert list(raised.values) == [date(2022, 4, 12)]


def test_adoption() -> None:
    adoption = reading.read_adoption(GOOD / "adoption.yaml")
    assert adoption.from_ == date(2022, 5, 1)
    assert adoption.sets is not None
    plain = adoption.sets["national.adopted_on"]
    assert plain.value is not None
    assert plain.values is None
    assert read_value(plain.value, "date") == date(2022, 5, 1)
    dated = adoption.sets["daan/assessment-consequences.years_running"]
    assert dated.value is None
    assert dated.values is not None
    with pytest.raises(PolicyError) as caught:
        read_value(plain.value, "number")
    assert caught.value.diagnostics[0].position is not None
    assert adoption.posts is not None
    assert adoption.posts[0].internal_body_chief is True
    assert adoption.posts[1].front_line is None


def test_cases() -> None:
    cases = reading.read_cases(GOOD / "cases.yaml")
    first, second, third = cases.cases
    assert (cases.day_of(first), cases.day_of(second)) == (date(2024, 3, 1), date(2024, 3, 2))
    assert to_plain(cases.record_of(first)) == {
        "person": {"name": "李四", "birth": date(1980, 1, 1)},
        "assessments": [],
    }
    assert cases.record_of(first).get("person").position.line == 13  # type: ignore[union-attr]
    assert to_plain(cases.record_of(second))["person"] == "张三"
    assert to_plain(cases.record_of(third)) == to_plain(cases.base)  # type: ignore[arg-type]
    assert first.expect is not None
    assert first.expect.rules == {"talk-after-last-place": "fired", "national/assessment#last": "not fired"}
    assert first.expect.needs == ()
    assert third.expect is not None
    assert third.expect.earliest == "never"


def test_a_case_without_a_record_has_an_empty_one() -> None:
    text = "policy: a/b\nquestion: q\nas_of: 2024-01-01\ncases: [{case: 甲, error: R001}]\n"
    cases = reading.parse_text(CaseFile, text)
    assert to_plain(cases.record_of(cases.cases[0])) == {}


def test_pack_folder() -> None:
    files = reading.read_pack_folder(GOOD / "pack")
    assert files.pack.pack == "daan"
    assert [p.policy for p in files.policies] == ["daan/assessment-consequences"]
    assert [p.principle for p in files.principles] == ["daan/outside-expertise"]
    assert files.questions is not None
    assert files.definitions is not None
    assert len(files.cases) == 1
    assert len(files.paths) == 6
    assert reading.read_pack_folder(GOOD / "pack", cases=False).cases == ()


def folder(tmp_path: Path, **files: str) -> Path:
    pack = tmp_path / "daan"
    pack.mkdir()
    (pack / "pack.yaml").write_bytes((GOOD / "pack" / "pack.yaml").read_bytes())
    for name, text in files.items():
        (pack / f"{name}.yaml").write_text(text, encoding="utf-8")
    return pack


def test_faults_of_all_files_of_a_folder_come_at_once(tmp_path: Path) -> None:
    full = FULL.read_text(encoding="utf-8")
    pack = folder(
        tmp_path,
        **{
            "a": full.replace("question:", "questoin:"),
            "b": full.replace("policy: daan/", "policy: bengbu/"),
            "c": full,
            "d": full,
            "e": "policy：x\nsubject: y\n",
            "questions": "questions: {}\n",
            "b.cases": "policy: 1\n",
        },
    )
    (pack / "notes.txt").write_text("not read")
    (pack / ".hidden.yaml").write_text("not read")
    (pack / "adoption.yaml").write_text("not read here")
    with pytest.raises(PolicyError) as caught:
        reading.read_pack_folder(pack)
    found = {(Path(d.position.file).name, d.code) for d in caught.value.diagnostics if d.position}
    assert found == {
        ("a.yaml", "P001"),
        ("b.yaml", "P033"),
        ("d.yaml", "P034"),
        ("e.yaml", "D034"),
        ("questions.yaml", "P012"),
        ("b.cases.yaml", "P006"),
        ("b.cases.yaml", "P002"),
    }
    twice = next(d for d in caught.value.diagnostics if d.code == "P034")
    assert "c.yaml:2:9" in twice.summary.zh
    with pytest.raises(PolicyError) as caught:
        reading.read_pack_folder(pack, cases=False)
    assert {d.code for d in caught.value.diagnostics} == {"P001", "P033", "P034", "D034", "P012"}


def test_a_folder_without_a_pack_file(tmp_path: Path) -> None:
    for path in (tmp_path, tmp_path / "none"):
        with pytest.raises(PolicyError) as caught:
            reading.read_pack_folder(path)
        assert caught.value.code == "P032"
        assert caught.value.render("zh") != caught.value.render("en")


LINES = FULL.read_text(encoding="utf-8").splitlines(keepends=True)


@given(st.data())
@settings(max_examples=150, deadline=None)
def test_whatever_is_done_to_a_file_only_our_errors_come(data: Any) -> None:
    lines = list(LINES)
    for _ in range(data.draw(st.integers(1, 3))):
        where = data.draw(st.integers(0, len(lines) - 1))
        what = data.draw(st.sampled_from(["drop", "double", "cut", "indent", "swap", "insert"]))
        if what == "drop" and len(lines) > 1:
            del lines[where]
        elif what == "double":
            lines.insert(where, lines[where])
        elif what == "cut":
            lines[where] = lines[where][: data.draw(st.integers(0, len(lines[where])))] + "\n"
        elif what == "indent":
            lines[where] = "  " + lines[where]
        elif what == "swap":
            lines[where] = lines[where].replace(":", data.draw(st.sampled_from(["：", ":", " :", ": :"])), 1)
        else:
            lines.insert(where, data.draw(st.sampled_from(["- x\n", "a: [\n", '"\n', "x: 1\n", "\t\n", "{}\n"])))
    try:
        reading.parse_policy(read_yaml("".join(lines), "f.yaml"))
    except (PolicyError, DocumentError) as error:
        assert isinstance(error, CadreRulesError)
        assert all(d.position and 1 <= d.position.line <= len(lines) + 1 for d in error.diagnostics)


VALUES = st.recursive(
    st.sampled_from(["x", "1", "true", "2020-01-01", "", "null", "'q: r'", "yes"]),
    lambda inner: (
        st.lists(inner, max_size=2).map(lambda i: "[" + ", ".join(i) + "]")
        | st.dictionaries(st.sampled_from(["all", "is", "zh", "values", "k"]), inner, max_size=2).map(
            lambda d: "{" + ", ".join(f"{k}: {v}" for k, v in d.items()) + "}"
        )
    ),
    max_leaves=4,
)


@given(st.sampled_from(sorted(k for k in Policy.model_fields)), VALUES)
@settings(max_examples=150, deadline=None)
def test_a_value_of_any_shape_is_read_or_refused_with_its_line(key: str, value: str) -> None:
    tree = read_document(FULL)
    assert isinstance(tree, Mapping)
    text = "".join(f"{k.text}: x\n" for k, _ in tree.entries if k.text not in (key, "policy"))
    text = f"policy: a/b\n{text}" + ("" if key == "policy" else f"{key}: {value}\n")
    with pytest.raises((PolicyError, DocumentError)) as caught:
        reading.parse_policy(read_yaml(text, "f.yaml"))
    assert all(d.position for d in caught.value.diagnostics)
