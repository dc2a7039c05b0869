"""Running cases: what is compared, how adoptions are found, what makes a whole run fail."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from cadre_rules.cases import CaseResult, Runner, case_files, read_case_file, run_files, summary, worded
from cadre_rules.cases.finding import adoption_file
from cadre_rules.diagnostics import CadreRulesError, PolicyError, Text, UsageError
from cadre_rules.explain import decision
from tests.shipped import CASE_FILES, results

PACKS = Path(__file__).parents[1] / "cli" / "fixtures" / "packs"
HEAD = """\
policy: town/promotion
question: promotion
as_of: 2025-06-01
base:
  person: {name: 示例甲}
  posts: [{id: a, start: 2020-01-01, end: null, front_line: true}]
cases:
"""
ADOPTION = """\
adoption: %s
title: {zh: 示例采用文件, en: An example adoption}
unit: {zh: 示例镇, en: the example town}
packs: [town]
from: 2024-01-01
sets: {town.adopted_on: 2024-01-01}
"""


@pytest.fixture
def packs(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A folder of packs of its own, and the working folder above it."""
    shutil.copytree(PACKS, tmp_path / "packs")
    monkeypatch.chdir(tmp_path)
    return Path("packs")


def ran(packs: Path, cases: str, head: str = HEAD) -> list[CaseResult]:
    """Return what came of cases that are written as YAML."""
    path = packs / "town" / "made.cases.yaml"
    path.write_text(head + cases, encoding="utf-8")
    return [case for result in Runner().run([path]) for case in result.cases]


def keys(case: CaseResult) -> list[str]:
    return [difference.key for difference in case.differences]


@pytest.mark.parametrize("answer", ["eligible", "符合条件"])
def test_an_answer_may_be_its_value_or_its_words(packs: Path, answer: str) -> None:
    (case,) = ran(packs, f"  - {{case: one, expect: {{answer: {answer}}}}}\n")
    assert case.passed


def test_what_is_not_mentioned_is_not_compared(packs: Path) -> None:
    (case,) = ran(packs, "  - {case: one, expect: {}}\n")
    assert case.passed
    assert case.decision is not None


def test_everything_that_is_mentioned_is_compared(packs: Path) -> None:
    (case,) = ran(
        packs,
        "  - case: one\n"
        "    record: {posts: [{id: a, start: 2020-01-01, end: null}]}\n"
        "    expect: {answer: eligible, conclusions: [service_short], rules: {two-years: fired}, needs: [],"
        " earliest: 2030-01-01}\n",
    )
    assert keys(case) == ["answer", "conclusions", "rules.two-years", "needs", "earliest"]
    needs = case.differences[3]
    assert (needs.expected, needs.found) == ((), ("/posts/0/front_line",))
    assert case.differences[4].to_dict()["found"] == "never"


def test_needs_are_pointers_in_the_order_of_the_file(packs: Path) -> None:
    (case,) = ran(
        packs,
        "  - case: one\n"
        "    record:\n"
        "      posts:\n"
        "        - {id: later, start: 2024-01-01, end: null, front_line: false}\n"
        "        - {id: earlier, start: 2015-01-01, end: 2023-12-31}\n"
        "    expect: {needs: [/posts/1/front_line]}\n",
    )
    assert case.passed


def test_the_date_of_a_case_goes_before_that_of_the_file(packs: Path) -> None:
    first, second = ran(
        packs,
        "  - {case: one, as_of: 2021-12-31, expect: {answer: not eligible, earliest: 2022-01-01}}\n"
        "  - {case: two, as_of: 2022-01-01, expect: {answer: eligible}}\n",
    )
    assert first.passed
    assert second.passed


def test_a_fault_of_the_record_is_compared_by_its_code(packs: Path) -> None:
    broken = "record: {posts: [{id: a, start: 2025-03-01, end: 2024-01-01}]}"
    cases = [
        f"  - {{case: expected, {broken}, error: R019}}\n",
        f"  - {{case: other, {broken}, error: R001}}\n",
        f"  - {{case: not expected, {broken}, expect: {{answer: eligible}}}}\n",
        "  - {case: none, error: R019, expect: {answer: not eligible}}\n",
    ]
    expected, other, unexpected, none = ran(packs, "".join(cases))
    assert expected.passed
    assert expected.error is not None
    assert expected.error.diagnostics[0].position is not None
    assert (other.differences[0].expected, other.differences[0].found) == ("R001", ("R019",))
    assert (unexpected.differences[0].expected, unexpected.differences[0].found) == (None, ("R019",))
    assert keys(none) == ["error", "answer"]


def test_faults_of_several_files_are_told_at_once(packs: Path) -> None:
    folder = packs / "town"
    (folder / "a.cases.yaml").write_text("policy: town/promotion\n", encoding="utf-8")
    (folder / "b.cases.yaml").write_text(
        HEAD.replace("town/promotion", "town/promotoin") + "  - {case: x, error: R001}\n"
    )
    with pytest.raises(PolicyError) as caught:
        Runner().run(sorted(folder.glob("?.cases.yaml")))
    files = {str(d.position.file) for d in caught.value.diagnostics if d.position}
    assert files == {"packs/town/a.cases.yaml", "packs/town/b.cases.yaml"}


def test_policies_with_faults_end_the_run(packs: Path) -> None:
    path = packs / "broken" / "made.cases.yaml"
    path.write_text(HEAD.replace("town/", "broken/") + "  - {case: x, error: R001}\n", encoding="utf-8")
    with pytest.raises(CadreRulesError) as caught:
        Runner().run([path])
    assert caught.value.code == "T001"


def test_a_filter_looks_at_file_name_and_title(packs: Path) -> None:
    def names(text: str) -> list[str]:
        results = Runner(text=text).run(case_files(packs / "failing"))
        return [case.name for result in results for case in result.cases]

    assert names("PASSES") == ["passes"]
    assert names("不一致") == ["everything-otherwise"]
    assert len(names("promotion.cases")) == 4
    assert names("nothing") == []


def asked(packs: Path, name: str, extra: tuple[Path, ...] = ()) -> Path | None:
    path = packs / "town" / "made.cases.yaml"
    head = HEAD.replace("base:", f"adoption: {name}\nbase:")
    path.write_text(head + "  - {case: one, expect: {}}\n", encoding="utf-8")
    return adoption_file(read_case_file(path), extra)


def written(path: Path, name: str) -> Path:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(ADOPTION % name, encoding="utf-8")
    return path


@pytest.mark.parametrize(
    "place",
    [
        "packs/town/adoption.yaml",
        "packs/town/own.adoption.yaml",
        "packs/adoptions/any.yaml",
        "packs/any.yaml",
        "examples/adoptions/any.yaml",
    ],
)
def test_where_an_adoption_is_looked_for(packs: Path, place: str) -> None:
    path = written(Path(place), "made")
    found = asked(packs, "made")
    assert found is not None
    assert found.resolve() == path.resolve()


def test_a_folder_that_is_named_goes_first(packs: Path) -> None:
    written(Path("packs/town/adoption.yaml"), "made")
    path = written(Path("elsewhere/any.yaml"), "made")
    assert asked(packs, "made", (Path("elsewhere"),)) == path.resolve()


def test_a_policy_beside_the_case_file_is_no_adoption(packs: Path) -> None:
    written(Path("packs/town/any.yaml"), "made")
    with pytest.raises(PolicyError) as caught:
        asked(packs, "made")
    assert caught.value.code == "C023"


def test_a_broken_adoption_is_told_where_it_is_the_one_that_is_wanted(packs: Path) -> None:
    path = packs / "adoptions" / "made.yaml"
    path.parent.mkdir()
    path.write_text("adoption: [\n", encoding="utf-8")
    assert asked(packs, "made") == path.resolve()
    with pytest.raises(CadreRulesError) as caught:
        Runner().run([packs / "town" / "made.cases.yaml"])
    assert caught.value.code.startswith("D")


def test_case_files_at_a_place(packs: Path) -> None:
    assert case_files("packs/town/promotion.cases.yaml") == [Path("packs/town/promotion.cases.yaml")]
    assert [p.name for p in case_files("packs/town")] == ["promotion.cases.yaml", "tolerance.cases.yaml"]
    assert len(case_files("packs")) > 3
    for place, code in (("packs/upper", "C020"), ("nowhere", "P109")):
        with pytest.raises(UsageError) as caught:
            case_files(place)
        assert caught.value.code == code


def test_values_in_words() -> None:
    assert worded(None) == worded(()) == Text("无", "none")
    assert worded(("a", "b")) == Text("a、b", "a, b")
    assert worded("never") == Text("十年内不会改变", "never, within ten years")


def test_nothing_is_worked_out_that_a_case_does_not_compare(packs: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """A case that passes is not explained: what stands behind its conditions is not collected."""

    def refused(*_: object) -> None:
        raise AssertionError("findings were asked for")

    monkeypatch.setattr(decision, "findings", refused)
    monkeypatch.setattr(decision, "timeline", refused)
    (case,) = ran(
        packs,
        "  - {case: one, as_of: 2021-12-31, expect: {answer: not eligible, rules: {two-years: fired},"
        " needs: [], earliest: 2022-01-01}}\n",
    )
    assert case.passed


def test_a_folder_is_read_once_for_all_case_files_under_all_adoptions(packs: Path) -> None:
    for name in ("one", "two"):
        written(packs / "adoptions" / f"{name}.yaml", name)
        for i in range(2):
            head = HEAD.replace("base:", f"adoption: {name}\nbase:")
            path = packs / "town" / f"{name}-{i}.cases.yaml"
            path.write_text(head + "  - {case: one, expect: {}}\n", encoding="utf-8")
    runner = Runner()
    assert len(runner.run(sorted((packs / "town").glob("*-?.cases.yaml")))) == 4
    assert len(runner.loaded) == 2
    assert runner.read.cache_info().misses == 2  # the pack, and the one above it


def test_packs_side_by_side_give_what_one_after_another_gives() -> None:
    paths = [path for path in CASE_FILES if path.parent.name in ("chengdu", "beijing-stations")]
    assert run_files(paths, (), "") == [summary(results(path)) for path in paths]


def test_packs_side_by_side_tell_all_their_faults(packs: Path) -> None:
    for name in ("town", "upper"):
        (packs / name / "made.cases.yaml").write_text(HEAD.replace("town/promotion", "town/none") + "  []\n", "utf-8")
    paths = sorted(packs.glob("*/made.cases.yaml"))
    with pytest.raises(PolicyError) as told:
        run_files(paths, (), "")
    with pytest.raises(PolicyError) as one_by_one:
        Runner().run(paths)
    assert told.value.diagnostics == one_by_one.value.diagnostics
    assert {fault.position.file for fault in told.value.diagnostics if fault.position} == {str(p) for p in paths}
