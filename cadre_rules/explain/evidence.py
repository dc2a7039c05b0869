"""Which facts of the record went into a test, and which are missing: the classes.

In: nothing. Out: `Fact`s with their paths, `Member`s of lists with what became of each, `Missing` facts that keep a
test open, and `Evidence` that holds them. `walk` collects them.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any, Literal

if TYPE_CHECKING:
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type

Path = tuple[str | int, ...]
State = Literal["counted", "perhaps", "left out"]
MissingKind = Literal["fact", "list", "determination", "parameter", "year", "calendar"]


@dataclass(frozen=True, slots=True)
class Fact:
    """A scalar fact: its path from the root (`("person", "birth_date")`, `("posts", 2, "end")`), type and value.

    A determination stands as `("determinations", matter)`, one on an incident that is named with its id behind.
    """

    path: Path
    type: Type | None
    value: Any


@dataclass(frozen=True, slots=True)
class Member:
    """An item of a list and what a test made of it. `because` are the facts that decided it, `why` all it looked at."""

    path: Path
    state: State
    why: tuple[Fact, ...]
    because: tuple[Fact, ...]


@dataclass(frozen=True, slots=True)
class Missing:
    """What is not known: a fact of the record, a list, a determination, an open parameter, a year, a calendar.

    `path` of a determination is the id of the incident that it is on, where that is named.
    """

    kind: MissingKind
    path: Path = ()
    name: str = ""


@dataclass(slots=True)
class Listing:
    """A list that a test goes through, with what became of its items.

    `tree` is the list as `owner` writes it, `definition` the id of the definition that it is the whole of, if any, and
    `within` that of the definition that it stands in.
    `matches` says that items are tested (`some`, `every`), not chosen; `above` is the listing that it chooses from.
    """

    tree: Node
    owner: str
    definition: str | None
    within: str | None
    matches: bool
    above: Listing | None
    members: dict[Path, Member] = field(default_factory=dict)


@dataclass(slots=True)
class Evidence:
    """What was found behind a tree, in the order in which it was met, each once."""

    facts: dict[Path, Fact] = field(default_factory=dict)
    listings: list[Listing] = field(default_factory=list)
    parameters: dict[str, None] = field(default_factory=dict)
    missing: dict[Missing, None] = field(default_factory=dict)

    @property
    def chains(self) -> list[tuple[Listing, dict[Path, Member]]]:
        """Each last listing, with the items of all that it chooses from: where an item was left out is what counts."""
        above = [one.above for one in self.listings if one.above is not None]
        out = []
        for last in self.listings:
            if any(last is one for one in above):
                continue
            chain = [last]
            while (upper := chain[0].above) is not None:
                chain.insert(0, upper)
            merged: dict[Path, Member] = {}
            for listing in chain:
                for path, member in listing.members.items():
                    merged[path] = merge(merged[path], member) if path in merged else member
            out.append((last, merged))
        return out


def merge(first: Member, then: Member) -> Member:
    """Return what became of an item that went through two choices, one after the other."""
    why = tuple({f.path: f for f in (*first.why, *then.why)}.values())
    if then.state == "counted" and first.state != "counted":
        return Member(first.path, first.state, why, first.because)
    if then.state == "perhaps" and first.state == "perhaps":
        both = tuple({f.path: f for f in (*first.because, *then.because)}.values())
        return Member(first.path, "perhaps", why, both)
    return Member(first.path, then.state, why, then.because if then.state != "counted" else why)
