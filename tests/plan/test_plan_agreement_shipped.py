"""Kernel and reference interpreter agree in every step of the shipped policies, for any facts on any day."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_rules.api import Policies, load_policies
from tests.plan.agreement import assert_agreement
from tests.strategies import facts

PACKS = ("daan", "beijing-stations", "bengbu")
DAYS = [date(2020, 2, 28), date(2020, 2, 29), date(2022, 2, 28), date(2022, 3, 1), date(2026, 11, 21)]


@pytest.fixture(scope="module")
def policies() -> dict[str, Policies]:
    return {name: load_policies(name) for name in PACKS}


@settings(max_examples=150, deadline=None, suppress_health_check=[HealthCheck.too_slow])
@given(facts=facts(), day=st.sampled_from(DAYS))
def test_every_step(policies: dict[str, Policies], facts: dict[str, Any], day: date) -> None:
    for loaded in policies.values():
        for question in loaded.questions:
            compiled = loaded.engine.compiled(question, day)
            of_cadre = {name: value for name, value in facts.items() if name != "incident"}
            asked = facts if compiled.plan.question.subject == "incident" else of_cadre
            assert_agreement(compiled, asked, day)
