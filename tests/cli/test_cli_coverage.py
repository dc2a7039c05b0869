"""The report on coverage as it is shown: aligned columns, figures never rounded up, data that agree with it."""

from __future__ import annotations

import json
import re
from fractions import Fraction
from typing import TYPE_CHECKING

import pytest

from cadre_rules.cli.coverage_text import percent
from cadre_rules.diagnostics import display_width

if TYPE_CHECKING:
    from tests.cli.commandline import Terminal


@pytest.mark.parametrize(
    ("share", "expected"),
    [
        (Fraction(100), "100%"),
        (Fraction(9999, 100), "99.9%"),
        (Fraction(200, 3), "66.6%"),
        (Fraction(949999, 10000), "94.9%"),
        (Fraction(0), "0%"),
    ],
)
def test_a_percentage_is_never_rounded_up(share: Fraction, expected: str) -> None:
    assert percent(share) == expected


def right_edges(line: str) -> list[int]:
    """Return where each column but the last one ends, in terminal columns; two blanks and more part them."""
    cells = [match.end() for match in re.finditer(r"\S+(?: \S+)*", line)]
    return [display_width(line[:end]) for end in cells[:-1]]


@pytest.mark.parametrize("language", ["zh", "en"])
@pytest.mark.parametrize("pack", ["whole", "gaps"])
def test_columns_stand_under_one_another(terminal: Terminal, language: str, pack: str) -> None:
    lines = terminal.line(f"cadre-rules test measured/{pack} --coverage --language {language}").out.splitlines()
    start = next(i for i, line in enumerate(lines) if line.endswith(("临界", "boundary")))
    table = lines[start : start + 4]
    assert [line.split()[-1] for line in table[1:]] == (["✓"] * 3 if pack == "whole" else ["✗", "✗", "—"])
    ends = [right_edges(line)[1:] for line in table]  # the first column stands to the left
    assert ends[1:] == [ends[0]] * 3


def test_the_data_agree_with_the_text(terminal: Terminal) -> None:
    data = json.loads(terminal.line("cadre-rules test measured/gaps --coverage --format json").out)["coverage"]
    tests = [t for q in data["questions"] for c in q["conditions"] for t in c["tests"]]
    for policy in data["policies"]:
        tests += [t for part in (policy, *policy["rules"]) for c in part["conditions"] for t in c["tests"]]
    assert (data["tests"], data["covered"]) == (len(tests), sum(t["covered"] for t in tests))
    assert data["mcdc"] == percent(Fraction(100 * data["covered"], data["tests"])).removesuffix("%")
    uncovered = {gap["item"] for gap in data["missing"] if gap["kind"] == "test"}
    assert uncovered == {t["id"] for t in tests if not t["covered"]}
    text = terminal.line("cadre-rules test measured/gaps --coverage").out
    assert all(gap["text"]["zh"] in text for gap in data["missing"])
    assert data["passed"] is False


@pytest.mark.parametrize(("asked", "code"), [("42.857", 0), ("42.8572", 1), ("0", 0)])
def test_the_threshold_is_compared_exactly(terminal: Terminal, asked: str, code: int) -> None:
    """Three of seven tests are 42.85714…%; every rule of these cases is fired and not fired."""
    path = terminal.folder / "measured" / "gaps" / "commendation.cases.yaml"
    more = "  - case: promoted\n    record: {proposal: {kind: promotion}}\n    expect: {conclusions: [reminder]}\n"
    path.write_text(path.read_text(encoding="utf-8") + more, encoding="utf-8")
    ran = terminal.line(f"cadre-rules test measured/gaps --coverage --mcdc {asked} --format json")
    covered = json.loads(ran.out)["coverage"]
    assert (covered["fired"], covered["not_fired"], covered["rules"]) == (3, 3, 3)
    assert ran.code == code, covered["mcdc"]
