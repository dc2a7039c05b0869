"""Kernel and reference interpreter agree in every step of the shipped policies, for any facts on any day."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.plan.agreement import assert_agreement
from tests.shipped import adopted
from tests.strategies import facts

if TYPE_CHECKING:
    import random

DAYS = [date(2020, 2, 28), date(2020, 2, 29), date(2022, 2, 28), date(2022, 3, 1), date(2026, 11, 21)]
ASKED = 20  # questions of one example


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(facts=facts(), day=st.sampled_from(DAYS), chosen=st.randoms(use_true_random=False))
def test_every_step(facts: dict[str, Any], day: date, chosen: random.Random) -> None:
    loaded = adopted("pack:example-district")  # which has all places
    for question in chosen.sample(list(loaded.questions), ASKED):
        compiled = loaded.engine.compiled(question, day)
        of_cadre = {name: value for name, value in facts.items() if name != "incident"}
        asked = facts if compiled.plan.question.subject == "incident" else of_cadre
        assert_agreement(compiled, asked, day)
