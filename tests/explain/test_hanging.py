"""What is needed of the rules of another question: only of those on which the answer hangs."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

import pytest

from cadre_rules import load_policies

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.api import Policies

PACK = "pack: made\ntitle: {zh: 测试包, en: made}\nversion: 1.0.0\n"
QUESTIONS = """\
questions:
  award:
    title: {zh: 表彰, en: award}
    asks: {zh: 是否可以表彰？, en: May there be an award?}
    subject: cadre
    answer: eligible when every requirement is met
    conclusions:
      short_of_training: {zh: 培训不足, en: too little training}
      sanctioned: {zh: 受过处分, en: sanctioned}
  training:
    title: {zh: 培训, en: training}
    asks: {zh: 培训如何？, en: How is the training?}
    subject: cadre
    answer: collect
    conclusions:
      untrained: {zh: 没有培训, en: no training}
"""
HEAD = """\
source: {{document: 示例办法, clause: 第一条, issuer: {{zh: 示例单位, en: an example unit}}}}
in_force: {{from: 2020-01-01}}
subject: cadre
policy: made/{0}
title: {{zh: 政策{0}, en: policy {0}}}
question: {0}
"""
AWARD = """\
rules:
  - rule: trained
    applies: person.selected_graduate = true
    when: concluded(untrained)
    then: short_of_training
  - rule: clean
    require: count(sanctions) = 0
    otherwise: sanctioned
"""
TRAINING = "rules:\n  - {rule: any, require: count(training) > 0, otherwise: untrained}\n"


@pytest.fixture(scope="module")
def made(tmp_path_factory: pytest.TempPathFactory) -> Policies:
    """A question that builds on another one, for selected graduates only."""
    folder: Path = tmp_path_factory.mktemp("made")
    texts = {"award": HEAD.format("award") + AWARD, "training": HEAD.format("training") + TRAINING}
    for name, text in {"pack": PACK, "questions": QUESTIONS, **texts}.items():
        (folder / f"{name}.yaml").write_text(text, encoding="utf-8")
    return load_policies(folder)


@pytest.mark.parametrize(
    ("record", "needed"),
    [
        ({"person": {"selected_graduate": False}}, ["/sanctions"]),
        ({"person": {"selected_graduate": True}}, ["/sanctions", "/training"]),
        ({"person": {"selected_graduate": True}, "sanctions": []}, ["/training"]),
        ({"person": {"name": "示例甲"}, "sanctions": []}, ["/person/selected_graduate", "/training"]),
    ],
)
def test_what_is_needed(made: Policies, record: dict[str, Any], needed: list[str]) -> None:
    decision = made.decide("award", record, date(2025, 6, 1))
    assert sorted(need.id(decision.record) for need in decision.needs) == needed
    if "/training" in needed:
        assert [n.rules for n in decision.needs if n.id(decision.record) == "/training"] == [("made/training#any",)]
