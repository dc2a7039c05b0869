"""Names in policies: what a definition may be called."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.engine.compiled import Engine
from cadre_rules.explain.earliest import timeline
from cadre_rules.policy.loading import load_set
from cadre_rules.records import Record
from tests.plan.agreement import assert_agreement
from tests.plan.generated import HEAD, PACK, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

DAY = date(2026, 1, 1)
RULES = """\
definitions:
  end: count(posts[end = null])
  start: posts[start < as_of][end != null and start < end].start
rules:
  - {rule: r, when: end > 1 or count(start) > 0, then: c0, shows: [end, start]}
"""


def test_a_definition_may_be_called_as_a_fact_of_the_items_that_it_chooses(tmp_path: Path) -> None:
    (tmp_path / "pack.yaml").write_text(PACK, encoding="utf-8")
    (tmp_path / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    (tmp_path / "made.yaml").write_text(HEAD + RULES, encoding="utf-8")
    linked, _, _ = load_set(tmp_path)
    engine = Engine(linked)
    compiled = engine.compiled("q", DAY)
    facts = Record.from_dict({"posts": [{"id": "p1", "start": "2020-01-01", "end": None}]}).facts
    assert_agreement(compiled, facts, DAY)
    outcome = engine.outcome("q", facts, DAY)
    values = {s.id: outcome.value(s.index) for s in compiled.plan.steps if s.kind == "definition"}
    assert list(values.values()) == [Decimal(1), []]
    assert timeline(engine, "q", facts, DAY).changes == ()
