"""The shape `target`: a number that is to grow to a target by a day, and the straight line that leads to it.

In: the model. Out: a context: count, target, line, short, on_line, reached. Up to the first day the line stands at the
number of that day, from the last day on at the target. Whether a number is on the line is compared without dividing.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Literal_
from cadre_rules.feel.types import DATE, NUMBER
from cadre_rules.policy.shapes.making import Made, Making, titled
from cadre_rules.policy.shapes.trees import AS_OF_NAME, made

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import Target

_NO_TOLERANCE = Literal_(value=Decimal(0), type=NUMBER)
_DAYS = 'duration("P1D")'
_STANDING = """\
{
    count: has,
    target: wanted,
    line: if now >= by then wanted else if now <= since then first
        else if whole != 0 then first + (wanted - first) * gone / whole else wanted,
    short: if wanted > has then wanted - has else 0,
    on_line: if now >= by then has + less >= wanted else if now <= since then has + less >= first
        else (has + less - first) * whole >= (wanted - first) * gone,
    reached: has + less >= wanted}
"""


def link_target(model: Target, at: Making) -> Made | None:
    """Return what becomes of a target."""
    since, by = at.value(model.from_, DATE), at.value(model.by, DATE)
    has, wanted, first = (at.value(text, NUMBER) for text in (model.count, model.target, model.start))
    less = at.value(model.tolerance, NUMBER) if model.tolerance is not None else _NO_TOLERANCE
    if since is None or by is None or has is None or wanted is None or first is None or less is None:
        return None
    gone = made(f"(now - since) / {_DAYS}", now=AS_OF_NAME, since=since)
    whole = made(f"(by - since) / {_DAYS}", by=by, since=since)
    tree = made(
        _STANDING,
        now=AS_OF_NAME,
        since=since,
        by=by,
        has=has,
        wanted=wanted,
        first=first,
        less=less,
        gone=gone,
        whole=whole,
    )
    tree = titled(
        tree,
        count=("现有数", "count"),
        target=("目标数", "target"),
        line=("按进度应有数", "the straight line"),
        short=("距目标差数", "short of the target"),
        on_line=("达到进度", "on the line"),
        reached=("达到目标", "reached"),
    )
    return Made(tree, (has, wanted, since, by, first, less))
