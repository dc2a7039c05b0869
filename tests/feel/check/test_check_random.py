"""The promise of the checker: what it lets pass gives a value of the promised type, never a silent null."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from check_cases import run
from check_random import TEXTS, is_of, values
from check_scope import CADRE
from hypothesis import HealthCheck, event, given, settings
from hypothesis import strategies as st

from cadre_rules.diagnostics import FeelTypeError
from cadre_rules.feel.fmt import translate
from cadre_rules.feel.interpret import interpret
from cadre_rules.feel.types import ContextType

if TYPE_CHECKING:
    from cadre_rules.feel.checker import Checked

RECORDS = values(ContextType(CADRE.variables))
SETTINGS = settings(max_examples=250, deadline=None, suppress_health_check=[HealthCheck.too_slow])


def _checked(text: str) -> Checked | None:
    try:
        return run(text)
    except FeelTypeError as error:
        assert all(d.summary.zh and d.summary.en and d.position for d in error.diagnostics)
        return None


@SETTINGS
@given(text=TEXTS, records=st.lists(RECORDS, min_size=3, max_size=3))
def test_what_passes_has_the_type_that_was_promised(text: str, records: list[dict[str, Any]]) -> None:
    checked = _checked(text)
    event("passes" if checked else "has faults")
    for record in records if checked else ():
        value = interpret(checked.tree, record, {})  # type: ignore[union-attr]
        assert is_of(value, checked.type), f"{text}: {checked.type} gave {value!r}"  # type: ignore[union-attr]


@SETTINGS
@given(text=TEXTS)
def test_what_passes_means_the_same_in_both_languages(text: str) -> None:
    checked = _checked(text)
    if checked is None:
        return
    english = translate(text, checked, "en")
    chinese = translate(text, checked, "zh")
    assert run(english).tree == run(chinese).tree == checked.tree
    assert translate(chinese, run(chinese), "en") == english
    assert translate(english, run(english), "zh") == chinese


@SETTINGS
@given(first=TEXTS, second=TEXTS, records=st.lists(RECORDS, min_size=3, max_size=3))
def test_what_is_known_after_a_condition_is_so(first: str, second: str, records: list[dict[str, Any]]) -> None:
    before = _checked(first)
    if before is None or str(before.type) != "boolean":
        return
    for facts, outcome in ((before.narrows_true, True), (before.narrows_false, False)):
        try:
            checked = run(second, narrowed=facts)
        except FeelTypeError:
            continue
        for record in records:
            if interpret(before.tree, record, {}) is outcome:
                assert is_of(interpret(checked.tree, record, {}), checked.type), (first, second)
