"""The shape `states`: in which of several states something is on the day, since when and until when.

In: the model; a list whose items have a first and a last day. Out: a list with the state of the day, none where there
is no such state: state, since, until (absent where no length is set), over, changes, overlaps.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.checker.describe import called
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.making import Made, Making, looks_at, titled
from cadre_rules.policy.shapes.trees import AS_OF_NAME, made

if TYPE_CHECKING:
    from cadre_rules.policy.models.definition_shapes import States

_STATE = """\
for __p in [for __x in items return {state: of_state, start: __x.start, end: __x.end}],
    __n in __p[start <= sh_now and (end = null or end >= sh_now)],
    __u in [for __l in lengths[name = __n.state] return __n.start + __l.value]
return {
    state: __n.state,
    since: __n.start,
    until: __u[1],
    over: some __l in lengths[name = __n.state] satisfies __n.start + __l.value <= sh_now,
    changes: count(__p[start <= sh_now]) - 1,
    overlaps: count(__p[start <= sh_now and (end = null or end >= sh_now)]) - 1}
"""


def link_states(model: States, at: Making) -> Made | None:
    """Return what becomes of the states of something."""
    items = at.items(model.of)
    if items is None:
        return None
    if items.row.find("start") is None or items.row.find("end") is None:
        at.texts.faults.append(model.fault(messages.NOT_ITEMS, "of", found=called(items.row)))
        return None
    state, lengths = at.of_item(model.state, items), at.value(model.lasts)
    if state is None or lengths is None:
        return None
    tree = made(_STATE, items=items.tree, of_state=state, lengths=lengths, sh_now=AS_OF_NAME)
    tree = titled(
        tree,
        state=("状态", "state"),
        since=("起始日期", "since"),
        until=("期满日期", "until"),
        over=("已经期满", "over"),
        changes=("变动次数", "changes"),
        overlaps=("重叠的状态数", "overlapping states"),
    )
    return Made(tree, (*looks_at(items, state), lengths))
