"""The shape `states`: a machine of states with dates, such as trial, on post, awaiting post.

In: the model. Out: a context: the state on the decision date, since when, until when, whether that is over, how often
it changed, gaps between stretches, overlaps, and moves that are not allowed. Stretches count from their first day on.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.tree import Literal_, Name, Node, Path
from cadre_rules.feel.types import DATE, NULL, NUMBER, ContextType, Field, ListType, Optional
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.making import Items, Made, Making, looks_at, titled
from cadre_rules.policy.shapes.state_values import allowed_moves, is_allowed, lengths
from cadre_rules.policy.shapes.trees import AS_OF_NAME, made, present

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.models.definition_shapes import States

_NO_DAY = Literal_(value=None, type=Optional(DATE))
_INDEX = Name(name="__i", type=NUMBER)
_SORTED = """\
sort(for __x in items return {state: of_state, start: __x.start, end: __x.end},
    function(__a, __b) __a.start < __b.start)
"""
_STANDING = """\
(for __s in [sorted[start <= sh_now]], __l in [__s[end = null or end >= sh_now][-1]] return {
    state: if __l = null then null else __l.state,
    since: if __l = null then null else __l.start,
    until: if __l = null then no_day else full_on,
    over: if __l = null then false else is_over,
    changes: count(moves),
    gaps: holes,
    overlaps: doublesBREACHES})[1]
"""
_EACH = "if count(s) > 1 then flatten(for __i in 2..count(s) return PART) else s[false]"


def link_states(model: States, at: Making) -> Made | None:
    """Return what becomes of states."""
    items = at.items(model.of)
    if items is None or not _are_stretches(items, model, at):
        return None
    state = at.of_item(model.state, items)
    if state is None or state.type is None:
        return None
    row = ContextType(
        (Field("state", "state", state.type), Field("start", "start", DATE), Field("end", "end", Optional(DATE)))
    )
    held = Name(name="__l", type=row)
    spans = lengths(model, at, state.type)
    moves = allowed_moves(model, at, state.type)
    if spans is None or moves is None:
        return None
    full_on: Node = _NO_DAY
    over: Node = made("false")
    for value, span in reversed(spans):
        here = {"held": held, "value": value, "span": span}
        known = "held.state = value and span != null" if isinstance(span.type, Optional) else "held.state = value"
        full_on = made(f"if {known} then held.start + span else rest", **here, rest=full_on)
        over = made(f"if {known} then now >= held.start + span else rest", **here, rest=over, now=AS_OF_NAME)
    restricted = bool(moves)
    tree = made(
        _STANDING.replace("BREACHES", ", breaches: wrong" if restricted else ""),
        sorted=made(_SORTED, items=items.tree, of_state=state),
        sh_now=AS_OF_NAME,
        no_day=_NO_DAY,
        full_on=full_on,
        is_over=over,
        **_history(Name(name="__s", type=ListType(row)), state.type, moves),
    )
    breaches = {"breaches": ("不符合规定的变动", "moves that are not allowed")} if restricted else {}
    tree = titled(
        present(tree),
        state=("状态", "state"),
        since=("起始日期", "since"),
        until=("期满日期", "until"),
        over=("已期满", "over"),
        changes=("变动次数", "changes"),
        gaps=("间断", "gaps"),
        overlaps=("重叠", "overlaps"),
        **breaches,
    )
    return Made(tree, looks_at(items, state, *_bounds(items), more=tuple(span for _, span in spans)))


def _are_stretches(items: Items, model: States, at: Making) -> bool:
    start, end = items.row.find("start"), items.row.find("end")
    if start is not None and start.type == DATE and end is not None and end.type in (DATE, Optional(DATE)):
        return True
    at.texts.faults.append(model.fault(messages.NOT_STRETCHES, "of", found=called(items.tree.type or NULL)))
    return False


def _bounds(items: Items) -> list[Node]:
    return [Path(base=Name(name="__x", type=items.row), name=name, type=DATE) for name in ("start", "end")]


def _history(past: Name, state: Type, moves: tuple[tuple[Node, Node], ...]) -> dict[str, Node]:
    """Return what happened between each stretch and those before it: moves, gaps, overlaps, breaches."""
    last = present(made("s[i - 1]", s=past, i=_INDEX))
    this = present(made("s[i]", s=past, i=_INDEX))
    earlier = present(made("sublist(s, 1, i - 1)", s=past, i=_INDEX))
    ends = Path(base=earlier, name="end", type=ListType(DATE))
    latest = present(made("max(ends)", ends=ends))
    places: dict[str, Node] = {"s": past, "a": last, "b": this, "earlier": earlier, "latest": latest}
    day = 'duration("P1D")'
    closed = "every __q in earlier satisfies __q.end != null"
    gap = f"if ({closed}) and latest + {day} < b.start then [{{from: latest + {day}, to: b.start - {day}}}] else []"
    until = f"if not({closed}) then b.end else if b.end = null then latest else min(b.end, latest)"
    open_ = "some __q in earlier satisfies __q.end = null or __q.end >= b.start"
    double = f"if {open_} then [{{from: b.start, to: {until}}}] else []"
    wrong = "if a.state != b.state and not(allowed) then [{on: b.start, from: a.state, to: b.state}] else []"
    found = {
        "moves": _each("if a.state != b.state then [b] else []", places),
        "holes": titled(_each(gap, places), **{"from": ("自", "from"), "to": ("至", "to")}),
        "doubles": titled(_each(double, places), **{"from": ("自", "from"), "to": ("至", "to")}),
    }
    before, after = (Path(base=one, name="state", type=state) for one in (last, this))
    if not moves:
        return found
    allowed = {**places, "allowed": is_allowed(moves, before, after)}
    titles = {"on": ("日期", "on"), "from": ("原状态", "from"), "to": ("转入", "to")}
    return {**found, "wrong": titled(_each(wrong, allowed), **titles)}


def _each(part: str, places: dict[str, Node]) -> Node:
    """Return the list that each stretch but the first adds to; nothing where there is only one."""
    text = _EACH.replace("PART", part).replace("else s[false]", "else []")
    used = {name: tree for name, tree in places.items() if name in text}
    return made(text, **used)
