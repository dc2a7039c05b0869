"""How a decision was computed: by the kernel, or wholly or in part by the interpreter, and why.

In: an outcome. Out: `Interpreted` steps with their reasons, and a sentence where something was interpreted.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from cadre_rules.engine.outcome import Outcome


def interpreted_steps(outcome: Outcome) -> tuple[tuple[str, str], ...]:
    """Return the stable ids of the steps that the interpreter computed, with the reasons."""
    program = outcome.compiled.program
    return tuple((outcome.plan.steps[index].id, reason) for index, reason in sorted(program.interpreted.items()))


def computed_text(outcome: Outcome) -> Text | None:
    """Return a sentence on what the kernel could not hold; None where it held everything."""
    if outcome.trace is None:
        return Text(
            "计算方式：本记录由解释器逐步计算，结果与编译计算一致。",
            "Computed by the interpreter, step by step; the result is the same as the kernel's.",
        )
    steps = interpreted_steps(outcome)
    if not steps:
        return None
    return Text(
        f"计算方式：编译计算，其中{len(steps)}步由解释器计算。",
        f"Computed by the kernel, {len(steps)} step{'' if len(steps) == 1 else 's'} of it by the interpreter.",
    )
