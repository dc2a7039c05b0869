"""What stands behind a call: the lists that domain functions go through, determinations, years, calendars.

In: the collecting under way and a call. Out: what it adds to the evidence.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Protocol

from cadre_rules.explain.evidence import Evidence, Fact, Listing, Member, Missing, Path
from cadre_rules.explain.listed import members, pairs
from cadre_rules.explain.naming import type_at
from cadre_rules.feel import tree as feel
from cadre_rules.feel.types import ContextType, ListType, strip_optional
from cadre_rules.feel.values import UNKNOWN, Interval

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.tree import Node

READS: Mapping[str, tuple[str, ...]] = {
    "total service": ("start", "end"),
    "latest unbroken": ("start", "end"),
    "time in post": ("post", "start", "end"),
    "held since": ("post", "start", "end"),
    "run length": ("year",),
    "longest run": ("year",),
}
_RUNS = ("run length", "longest run")
_CALENDAR = ("add working days", "working days")


@dataclass(frozen=True, slots=True)
class Scope:
    """Where a tree is read: its policy, the variables bound inside it, and the items of the record they stand for.

    `items` are names of one item or of a field of it, `loops` names that stand for each item of a list in turn;
    `definition` is the definition that is being read, `inside` says whether an item is being gone into.
    """

    owner: str
    variables: Mapping[str, Any] = field(default_factory=dict)
    items: Mapping[str, Path] = field(default_factory=dict)
    loops: Mapping[str, tuple[Path, ...]] = field(default_factory=dict)
    definition: tuple[str, Node] | None = None
    inside: bool = False


class Collecting(Protocol):
    """What this module needs of the collecting under way."""

    found: Evidence
    paths: dict[int, Path]

    def value(self, node: Node, scope: Scope) -> Any:
        """Return the value of a node."""
        ...

    def visit(self, node: Node, scope: Scope) -> Listing | None:
        """Collect what stands behind a node."""
        ...


def call(at: Collecting, node: feel.Call, name: str, scope: Scope) -> Listing | None:
    """Collect what stands behind a call; return the listing of what it takes."""
    if name in ("determination", "recorded"):
        _determination(at, node, scope)
        return None
    if name == "concluded":
        return None
    found = [at.visit(argument.value, scope) for argument in node.arguments]
    if scope.loops:
        return None
    for argument, listing in zip(node.arguments, found, strict=True):
        if listing is None and holds_items(argument.value) and not scope.inside:
            _whole_list(at, argument.value, READS.get(name, ()), scope)
    if name in READS:
        _read_fields(at, node, READS[name], scope)
    value = at.value(node, scope) if name in (*_RUNS, *_CALENDAR) else None
    if name in _RUNS and isinstance(value, Interval):
        _years(at, node, value, name, scope)
    if name in _CALENDAR and value is UNKNOWN:
        known = all(at.value(a.value, scope) is not UNKNOWN for a in node.arguments)
        if known:
            at.found.missing[Missing("calendar")] = None
    return found[0] if found else None


def _whole_list(at: Collecting, node: Node, names: tuple[str, ...], scope: Scope) -> None:
    """Show the items of a list that goes into a function as it stands."""
    listing = Listing(node, scope.owner, None, None, False, None)
    for item, certain in pairs(at.value(node, scope)):
        path = at.paths.get(id(item))
        if path is not None:
            why = tuple(Fact((*path, n), type_at((*path, n))[0], item.get(n, UNKNOWN)) for n in names)
            listing.members[path] = Member(path, "counted" if certain else "perhaps", why, why)
    at.found.listings.append(listing)


def _read_fields(at: Collecting, node: feel.Call, names: tuple[str, ...], scope: Scope) -> None:
    """Note what a domain function reads of each item and does not find."""
    for item in members(at.value(node.arguments[0].value, scope)):
        path = at.paths.get(id(item))
        for name in names if path is not None else ():
            if item.get(name, UNKNOWN) is UNKNOWN:
                at.found.missing[Missing("fact", (*path, name))] = None  # type: ignore[misc]


def _years(at: Collecting, node: feel.Call, value: Interval, name: str, scope: Scope) -> None:
    """Name the years without record that keep a run of years open."""
    among = members(at.value(node.arguments[1].value, scope))
    listed = [item["year"] for item in among if item["year"] is not UNKNOWN]
    if not listed:
        return
    if name == "run length":
        wanted = [max(listed) - value.low]
    else:
        wanted = [year + 1 for year in sorted(set(listed))[:-1]] + [min(listed) - 1]
    for year in wanted:
        if year not in listed:
            at.found.missing[Missing("year", ("assessments",), str(year))] = None


def _determination(at: Collecting, node: feel.Call, scope: Scope) -> None:
    matter = node.arguments[0].value
    assert isinstance(matter, feel.Literal_)
    value = at.value(node, scope)
    about: Path = ()
    if len(node.arguments) > 1:
        at.visit(node.arguments[1].value, scope)
        incident = at.value(node.arguments[1].value, scope)
        if not isinstance(incident, str):
            return  # there is no incident, or it is the incident that is not known
        about = (incident,)
    path: Path = ("determinations", matter.value, *about)
    at.found.facts[path] = Fact(path, node.type, value)
    if value is UNKNOWN:
        at.found.missing[Missing("determination", about, f"{scope.owner}:{matter.value}")] = None


def holds_items(node: Node) -> bool:
    """Return whether a node gives a list of items of the record."""
    type_ = strip_optional(node.type) if node.type else None
    return isinstance(type_, ListType) and isinstance(type_.item, ContextType)
