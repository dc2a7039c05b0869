"""Kernel and reference interpreter agree in every step of policies and records that hypothesis makes up."""

from __future__ import annotations

from datetime import date
from typing import TYPE_CHECKING, Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from cadre_rules.engine.compiled import Engine
from cadre_rules.policy.loading import load_set
from tests.plan.agreement import assert_agreement
from tests.plan.generated import PACK, QUESTIONS, policy_text
from tests.strategies import facts

if TYPE_CHECKING:
    import pytest

DAYS = [date(2020, 2, 28), date(2020, 2, 29), date(2022, 2, 28), date(2026, 1, 1)]


@settings(
    max_examples=120,
    deadline=None,
    suppress_health_check=[HealthCheck.too_slow, HealthCheck.data_too_large],
)
@given(text=policy_text(), records=st.lists(facts(), min_size=2, max_size=2), day=st.sampled_from(DAYS))
def test_every_step(
    tmp_path_factory: pytest.TempPathFactory, text: str, records: list[dict[str, Any]], day: date
) -> None:
    folder = tmp_path_factory.mktemp("made")
    (folder / "pack.yaml").write_text(PACK, encoding="utf-8")
    (folder / "questions.yaml").write_text(QUESTIONS, encoding="utf-8")
    (folder / "up.yaml").write_text(text, encoding="utf-8")
    linked, _, _ = load_set(folder)
    compiled = Engine(linked).compiled("q", day)
    for record in records:
        asked = {name: value for name, value in record.items() if name != "incident"}
        for n, one in enumerate(asked["determinations"] if isinstance(asked["determinations"], list) else ()):
            one["matter"], one["outcome"] = "m", one["outcome"][:1].replace("n", "b")
            one["incident"] = None if n % 2 == 0 else "A" if one["incident"] == "1" else one["incident"]
        assert_agreement(compiled, asked, day)
