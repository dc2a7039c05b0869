"""Small packs made from texts, run with their cases, and the report on what these cover."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.cases import Runner, case_files
from cadre_rules.cases.finding import untested
from cadre_rules.cases.report import Report, report

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.cases.tally import Leaf, RuleTally

PACK = "pack: made\ntitle: {zh: 测试包, en: made}\nversion: 1.0.0\n"
QUESTIONS = """\
questions:
  q:
    title: {zh: 问题, en: question}
    asks: {zh: 如何？, en: How?}
    subject: cadre
    answer: collect
%s    conclusions:
      c0: {zh: 结论零, en: c0}
      c1: {zh: 结论一, en: c1}
      c2: {zh: 结论二, en: c2}
"""
HEAD = """\
policy: made/up
title: {zh: 测试政策, en: made up}
source: {document: d, clause: c, issuer: {zh: 甲, en: A}}
in_force: {from: 2000-01-01}
question: q
subject: cadre
"""
CASES = "policy: made/up\nquestion: q\nas_of: 2025-06-01\n"


def measured(
    folder: Path, policy: str, cases: str, *, question: str = "", asked: Decimal = Decimal(95), head: str = ""
) -> Report:
    """Run cases of a policy that are written as YAML; `policy` goes on after its head, `head` in the case file."""
    folder.mkdir(exist_ok=True)
    for name, text in (
        ("pack.yaml", PACK),
        ("questions.yaml", QUESTIONS % question),
        ("up.yaml", HEAD + policy),
        ("up.cases.yaml", f"{CASES}{head}cases:\n{cases}"),
    ):
        (folder / name).write_text(text, encoding="utf-8")
    results = Runner().run(case_files(folder))
    return report(results, untested(folder, [result.policy for result in results]), asked)


def rule(made: Report, name: str = "r") -> RuleTally:
    """Return the tally of a rule."""
    return made.coverage.policies[0].rules[name]


def leaves(made: Report, name: str = "r") -> list[Leaf]:
    """Return the tests of a rule, in the order of the file."""
    return rule(made, name).tests


def decided(made: Report, name: str = "r") -> list[tuple[int, int]]:
    """Return for each test of a rule in how many cases it decides as true, and as false."""
    return [(leaf.decided.yes, leaf.decided.no) for leaf in leaves(made, name)]


def told(made: Report) -> list[str]:
    """Return the gaps as short texts: what kind, where, what, and which sides."""
    out = []
    for gap in made.gaps:
        item = gap.leaf.feel if gap.leaf else gap.item
        sides = ",".join("true" if side else "false" for side in gap.missing)
        out.append(f"{gap.kind} {gap.rule.rpartition('#')[2]} {item} {sides}" + (" (explained)" if gap.reason else ""))
    return out
