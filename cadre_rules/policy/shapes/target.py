"""The shape `target`: how a number stands against a target, and against the straight line that leads to it.

In: the model. Out: a context: count, target, line, short, on_line, reached. On the first day the line asks for the
number at the start, on the last day and after it for the target, between them in proportion to the days. Whether the
number is on the line is compared exactly, by products; the line itself is shown to two decimals.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Literal_
from cadre_rules.feel.types import DATE, NUMBER
from cadre_rules.policy.shapes.making import Made, Making, titled
from cadre_rules.policy.shapes.trees import AS_OF_NAME, made, present

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Target

_NOTHING = Literal_(value=Decimal(0), type=NUMBER)
_STANDING = """\
(for __all in [(sh_by - sh_from) / duration("P1D")],
     __gone in [if sh_now < sh_from then 0 else if sh_now > sh_by then __all else (sh_now - sh_from) / duration("P1D")]
 return {
    count: sh_count,
    target: sh_target,
    line: if __all = 0 then sh_target else round half up(sh_start + (sh_target - sh_start) * __gone / __all, 2),
    short: if sh_target > sh_count then sh_target - sh_count else 0,
    on_line: (sh_count + sh_tolerance - sh_start) * __all >= (sh_target - sh_start) * __gone,
    reached: sh_count + sh_tolerance >= sh_target})[1]
"""


def link_target(model: Target, at: Making) -> Made | None:
    """Return what becomes of a target."""
    dates = [at.value(text, DATE) for text in (model.from_, model.by)]
    numbers = [at.value(text, NUMBER) for text in (model.count, model.target)]
    more = [at.value(text, NUMBER) if text is not None else _NOTHING for text in (model.start, model.tolerance)]
    if any(tree is None for tree in (*dates, *numbers, *more)):
        return None
    places = dict(
        zip(
            ("sh_from", "sh_by", "sh_count", "sh_target", "sh_start", "sh_tolerance"),
            (*dates, *numbers, *more),
            strict=True,
        )
    )
    tree = made(_STANDING, sh_now=AS_OF_NAME, **places)  # type: ignore[arg-type]
    titles = {
        "count": ("人数", "number"),
        "target": ("目标", "target"),
        "line": ("按进度应达到", "what the line asks for"),
        "short": ("距目标尚差", "short of the target"),
        "on_line": ("达到进度", "on the line"),
        "reached": ("达到目标", "target reached"),
    }
    tree = titled(present(tree), **titles)
    return Made(tree, tuple(tree for tree in (*dates, *numbers, *more) if tree is not None))
