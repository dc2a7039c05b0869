"""On what ground a fact judges a person: by age, by seniority, by status, by rank, or by something of its own.

In: a section of the record and a fact in it. Out: its kinds. The vocabulary of principle checks is closed: a fact that
is not listed here is a ground of its own (what was achieved, learnt, determined …), and whoever reads it does not judge
by age, seniority, status or rank alone. A fact without any kind is no ground: it says who the person is, which post
is meant or how a stint is counted, and so narrows whom a rule is about.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Final, Literal

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Mapping

Kind = Literal["age", "seniority", "status", "rank"]

KINDS: Final[dict[Kind, Text]] = {
    "age": Text("年龄", "age"),
    "seniority": Text("资历", "seniority"),
    "status": Text("身份", "status"),
    "rank": Text("职级", "rank"),
}


@dataclass(frozen=True, slots=True)
class Ground:
    """What a fact says of a person: by its value, and by being there at all (a date that is on record).

    No kinds: nothing by which people are judged. None: a ground of its own.
    """

    value: frozenset[Kind] | None = frozenset()
    presence: frozenset[Kind] | None = frozenset()


def _of(*kinds: Kind) -> Ground:
    return Ground(frozenset(kinds), frozenset(kinds))


def _since(*presence: Kind) -> Ground:
    """A date from which somebody is senior; that it is on record, or past, says no more than `presence`."""
    return Ground(frozenset({"seniority"}), frozenset(presence))


OWN: Final = Ground(None, None)
_NONE = Ground()
_ONE_OF = Ground(None)  # which unit, which post: an experience of its own, unless it is only the same as another
_AGE, _STATUS, _RANK, _SENIOR = _of("age"), _of("status"), _of("rank"), _since()

_PERSON = {
    **dict.fromkeys(
        (
            "id",
            "name",
            "sex",
            "ethnicity",
            "native_place",
            "birthplace",
            "political_status",
            "jurisdiction",
            "present_title",
        ),
        _NONE,
    ),
    "identity_number": Ground(frozenset({"age"})),  # it holds the date of birth
    "birth_date": _AGE,
    "retirement_due_on": _AGE,
    "work_started_on": _SENIOR,
    "party_joined_on": _SENIOR,
    **dict.fromkeys(("wage_grade_from", "wage_step_from"), _SENIOR),
    "registered_on": _since("status"),
    "selected_on": _since("status"),
    "selected_graduate": _STATUS,
    "kind": _STATUS,
    "managed_by": _RANK,
}
_POSTS = {
    **dict.fromkeys(("id", "main", "change", "full_time", "borrowed_away", "acting", "document"), _NONE),
    **dict.fromkeys(("post", "unit", "title"), _ONE_OF),
    **dict.fromkeys(("start", "end", "appointed_on", "reported_on", "removed_on", "full_terms"), _SENIOR),
    **dict.fromkeys(("level", "leading", "internal_body_chief", "mid_level", "first_in_command"), _RANK),
    "entry": _STATUS,
}
_RANKS = {
    **dict.fromkeys(("id", "document"), _NONE),
    **dict.fromkeys(("start", "end", "decided_on"), _SENIOR),
    "rank": _RANK,
}
_PROPOSAL = {
    **dict.fromkeys(
        (
            "kind",
            "post",
            "unit",
            "unit_kind",
            "title",
            "removed_title",
            "level",
            "leading",
            "rank",
            "entry",
            "place",
            "reason",
            "specialty",
            "submitted_by",
            "filled_on",
            "filled_by",
            "age_counted_on",
        ),
        _NONE,
    ),
    "from_level": _RANK,
}

FACTS: Final[Mapping[str, Mapping[str, Ground]]] = {
    "person": _PERSON,
    "posts": _POSTS,
    "ranks": _RANKS,
    "proposal": _PROPOSAL,
    "education": {"id": _NONE, "started_on": _SENIOR, "graduated_on": _SENIOR},
    "titles": {"id": _NONE, "obtained_on": _SENIOR},
}
_MERE: Final = frozenset({"person", "posts", "ranks", "proposal"})  # that there is one, or how many, says nothing

# These dates are grounds of their own, and no measure of age or of length of service.
OWN_DATES: Final = {
    "person": frozenset({"retired_on", "unable_since"}),
    "posts": frozenset({"probation_ends_on", "confirmed_on", "pay_changed_on"}),
    "ranks": frozenset[str](),
    "education": frozenset[str](),
    "titles": frozenset[str](),
}
ANY_OTHER: Final = object()  # a value that no policy names

# How a post is held as a rule: a filter that such posts pass asks for no special experience.
ORDINARY: Final[Mapping[tuple[str, str], object]] = {
    **dict.fromkeys((("posts", "post"), ("posts", "unit"), ("posts", "title")), ANY_OTHER),
    ("posts", "holding"): "appointment",
    **{
        ("posts", name): False
        for name in (
            "front_line",
            "remote_township",
            "hard_post",
            "key_post",
            "exceptional",
            "exceptional_in_years",
            "planned",
            "sent_from_outside",
            "supporting_teacher",
            "local_team_member",
        )
    },
}

# What functions read of the items of a list that they are given, beyond what stands in their arguments.
READ_BY: Final[Mapping[str, tuple[str, ...]]] = {
    "total service": ("start", "end"),
    "time in post": ("start", "end", "appointed_on"),
    "held since": ("start", "end", "appointed_on"),
}


def ground(section: str, fact: str | None) -> Ground:
    """Return the ground that a fact is. Without a fact: what it says that the section has entries at all."""
    if fact is None:
        return _NONE if section in _MERE else OWN
    return FACTS.get(section, {}).get(fact, OWN)
