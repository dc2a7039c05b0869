"""The examples on the pages of linking, deciding, FEEL and rolls are what the pages say.

The first example of a page has the page's fault, the second has none. An example in `yaml` is a part of the files in
`world/`: it replaces the entries that it gives; a comment with a file name says in which file. One in `feel` is a
condition about a cadre, one in `console` is run in the project's folder, one in `python` as it stands.
"""

from __future__ import annotations

import re
import shlex
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadre_rules import load_policies, read_record
from cadre_rules.analysis import messages as analysis_messages
from cadre_rules.analysis.principles import examine
from cadre_rules.cli.main import main
from cadre_rules.diagnostics import CadreRulesError, Message
from cadre_rules.documents.source import PlainSource
from cadre_rules.engine import messages as engine_messages
from cadre_rules.feel import check, parse
from cadre_rules.feel import messages as syntax_messages
from cadre_rules.feel.checker import messages as type_messages
from cadre_rules.feel.types import BOOLEAN
from cadre_rules.policy import link_messages
from cadre_rules.policy.loading import load_set
from cadre_rules.policy.shapes import messages as shape_messages
from cadre_rules.policy.texts import SPACED, scope_of
from cadre_rules.synthetic import messages as roll_messages
from tests.docs.fragments import written

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.diagnostics import Diagnostic

ROOT = Path(__file__).parents[2]
WORLD = Path(__file__).parent / "world"
PAGES = ROOT / "docs" / "errors"
MODULES = (
    link_messages,
    shape_messages,
    analysis_messages,
    engine_messages,
    syntax_messages,
    type_messages,
    roll_messages,
)
CODES = sorted(value.code for module in MODULES for value in vars(module).values() if isinstance(value, Message))
BLOCK = re.compile(r"^```(yaml|feel|console|python)\n(.*?)^```", re.DOTALL | re.MULTILINE)
DAY = date(2025, 6, 1)


def codes(found: Iterable[Diagnostic]) -> set[str]:
    return {d.code for d in found}


def files(text: str, folder: Path) -> set[str]:
    world = written(text, WORLD, folder, "town/policy.yaml")
    several = (world / "village").exists()
    where, adoption = (world, None) if several else (world / "town", world / "adoption.yaml")
    try:
        linked, _, _ = load_set(where, adoption)
        if not (world / "record.yaml").exists():
            return codes((*linked.warnings, *examine([linked]).diagnostics))
        decision = load_policies(where, adoption).decide("promotion", read_record(world / "record.yaml"), DAY)
        return codes((*linked.warnings, *decision.subject.warnings))
    except CadreRulesError as error:
        return codes(error.diagnostics)


def condition(text: str) -> set[str]:
    source = PlainSource(text)
    try:
        return codes(
            check(
                parse(text, source=source, names=SPACED), scope_of("cadre", (), {}), source, expected=BOOLEAN
            ).warnings
        )
    except CadreRulesError as error:
        return codes(error.diagnostics)


def snippet(text: str) -> set[str]:
    try:
        exec(text, {})  # an example of the documentation, not input
    except CadreRulesError as error:
        return codes(error.diagnostics)
    return set()


def command(text: str, capsys: pytest.CaptureFixture[str]) -> set[str]:
    for line in text.splitlines():
        main(shlex.split(line)[2:])
    shown = capsys.readouterr()
    return set(re.findall(r"\[([A-Z]\d{3})\]", shown.out + shown.err))


@pytest.mark.parametrize("code", CODES)
def test_the_examples_are_true(
    code: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.chdir(ROOT)
    monkeypatch.delenv("CADRE_RULES_LANGUAGE", raising=False)
    examples = BLOCK.findall((PAGES / f"{code}.md").read_text(encoding="utf-8"))
    found = []
    for i, (kind, text) in enumerate(examples):
        run = {
            "yaml": lambda t, i=i: files(t, tmp_path / str(i)),
            "feel": condition,
            "console": lambda t: command(t, capsys),
            "python": snippet,
        }
        found.append(run[kind](text))
    if examples:  # a bug of ours has no example
        assert code in found[0]
        assert not found[1]
