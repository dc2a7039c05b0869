"""What is decided stays decided, whatever the unknown turns out to be: policies and records that hypothesis makes up.

A truth may become less precise where a fact becomes known (two branches that looked alike no longer do), but it never
turns into its contrary.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_rules.engine.compiled import Engine
from cadre_rules.engine.outcome import Outcome
from cadre_rules.feel.types import BOOLEAN, strip_optional
from cadre_rules.policy.loading import load_set
from cadre_rules.vocabulary.codes import MAYBE
from tests.plan.generated import PACK, QUESTIONS, policy_text
from tests.plan.test_plan_agreement_generated import DAYS
from tests.strategies import facts, refined

if TYPE_CHECKING:
    from datetime import date

    import pytest


@settings(
    max_examples=60,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(text=policy_text(), record=facts(3), data=st.data(), day=st.sampled_from(DAYS))
def test_no_decided_truth_turns(
    tmp_path_factory: pytest.TempPathFactory, text: str, record: dict[str, Any], data: st.DataObject, day: date
) -> None:
    folder = tmp_path_factory.mktemp("made")
    for name, content in (("pack.yaml", PACK), ("questions.yaml", QUESTIONS), ("up.yaml", text)):
        (folder / name).write_text(content, encoding="utf-8")
    compiled = Engine(load_set(folder)[0]).compiled("q", day)
    known = {name: value for name, value in record.items() if name != "incident"}
    before = Outcome(compiled, known, day)
    for _ in range(3):
        after = Outcome(compiled, data.draw(refined(known)), day)
        for step in compiled.plan.steps:
            if strip_optional(step.type) == BOOLEAN:
                one, other = before.truth(step.index), after.truth(step.index)
                assert one == other or MAYBE in (one, other), step.id
