"""Small packs for shapes: a text with rules and definitions becomes a pack with one policy, loaded and asked.

In: the part of a policy file from `parameters` on, perhaps an adoption's `sets`. Out: `Policies`.
"""

from __future__ import annotations

import tempfile
from datetime import date
from functools import cache
from pathlib import Path
from textwrap import indent
from typing import TYPE_CHECKING, Any

from cadre_rules import load_policies
from tests.plan.agreement import assert_agreement

if TYPE_CHECKING:
    from cadre_rules.api import Policies
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import Finding
    from cadre_rules.records.record import Record

PACK = "pack: made\ntitle: {zh: 示例包, en: an example pack}\nversion: 0.1.0\n"
QUESTIONS = """\
questions:
  q:
    title: {zh: 核对, en: check}
    asks: {zh: 是否符合要求？, en: Is everything as it has to be?}
    subject: SUBJECT
    answer: collect
    conclusions:
      wrong: {zh: 不符合要求, en: not as it has to be}
      other: {zh: 另有情况, en: something else}
"""
HEAD = """\
policy: made/policy
title: {zh: 示例政策, en: an example policy}
source: {document: 示例办法, clause: 第一条, issuer: {zh: 示例区, en: the example district}}
in_force: {from: 2000-01-01}
question: q
subject: SUBJECT
"""
ADOPTION = """\
adoption: unit
title: {zh: 示例单位采用文件, en: the adoption of an example unit}
unit: {zh: 示例单位, en: an example unit}
example: true
packs: [made]
from: 2020-01-01
sets:
"""


@cache
def policies(text: str, sets: str = "", subject: str = "cadre") -> Policies:
    """Load a policy; `sets` are the lines below `sets` in an adoption."""
    folder = Path(tempfile.mkdtemp()) / "made"
    folder.mkdir()
    files = {"pack.yaml": PACK, "questions.yaml": QUESTIONS, "policy.yaml": HEAD + text}
    for name, content in files.items():
        (folder / name).write_text(content.replace("SUBJECT", subject), encoding="utf-8")
    if not sets:
        return load_policies(folder)
    adoption = folder.parent / "adoption.yaml"
    adoption.write_text(ADOPTION + indent(sets, "  "), encoding="utf-8")
    return load_policies(folder, adoption)


def decided(text: str, record: Record | dict[str, Any], day: date = date(2025, 6, 1), **options: str) -> Decision:
    """Decide the question of a policy about a record; the kernel is held against the interpreter on the way."""
    loaded = policies(text, **options)
    decision = loaded.decide("q", record, day)
    assert_agreement(decision.outcome.compiled, decision.outcome.facts, day, kernel=False)
    return decision


def found(decision: Decision) -> Finding:
    """Return the only finding."""
    assert len(decision.findings) == 1
    return decision.findings[0]


def shown(decision: Decision, name: str) -> Any:
    """Return the value of a definition that the only rule shows."""
    return next(s.value for s in found(decision).shown if s.id == f"made/policy.{name}")
