"""Holds the kernel against the reference interpreter, step by step."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.engine.outcome import Outcome
from cadre_rules.feel.types import BOOLEAN, strip_optional
from cadre_rules.feel.values import UNKNOWN
from cadre_rules.vocabulary.codes import FALSE, MAYBE, TRUE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cadre_rules.engine.compiled import Compiled


def assert_agreement(compiled: Compiled, facts: Mapping[str, Any], as_of: date, *, kernel: bool = True) -> None:
    """Assert that kernel and interpreter give the same value for every step; `kernel`: that the kernel ran at all."""
    fast = Outcome(compiled, facts, as_of)
    slow = Outcome(compiled, facts, as_of, slow=True)
    if kernel:
        assert fast.trace is not None, fast.reason
    for step in compiled.plan.steps:
        where = f"{step.id}: {compiled.program.interpreted.get(step.index, 'kernel')}"
        if strip_optional(step.type) == BOOLEAN and step.tree is None:
            assert fast.truth(step.index) == slow.truth(step.index), where
            continue
        a, b = fast.value(step.index), slow.value(step.index)
        if step.kind == "test":
            assert fast.truth(step.index) in (FALSE, MAYBE, TRUE)
            a, b = (UNKNOWN if v is None else v for v in (a, b))
        assert a == b, f"{where}: kernel {a!r}, interpreter {b!r}"
