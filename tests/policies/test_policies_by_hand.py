"""The shipped policies against answers worked out by hand, day by day, for random records without unknowns.

What stands here shares nothing with the library: sets of days, and the calendar of `datetime`.
"""

from __future__ import annotations

import calendar
from datetime import date, timedelta
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules import Policies, load_policies

ONE_DAY = timedelta(days=1)
FIRST, LAST = date(2014, 1, 1), date(2026, 12, 31)
EDGES = [date(2016, 2, 29), date(2020, 2, 29), date(2018, 2, 28), date(2019, 8, 31), date(2020, 12, 31)]
days = st.one_of(st.sampled_from(EDGES), st.dates(FIRST, LAST))


@pytest.fixture(scope="module")
def policies(request: pytest.FixtureRequest) -> dict[str, Policies]:
    folder = request.config.rootpath / "examples" / "adoptions"
    return {name: load_policies(folder / f"{name}.yaml") for name in ("daan", "beijing-stations")}


def anniversary(day: date, years: int) -> date:
    """Return the corresponding day, else the month's last day."""
    year = day.year + years
    return date(year, day.month, min(day.day, calendar.monthrange(year, day.month)[1]))


@st.composite
def stints(draw: st.DrawFn) -> list[dict[str, Any]]:
    made: list[dict[str, Any]] = []
    for i in range(draw(st.integers(0, 5))):
        start = draw(days)
        length = draw(st.sampled_from([None, 0, 1, 30, 364, 365, 366, 730, 731, 1000, 1826, 1827]))
        if made and draw(st.booleans()) and made[-1]["end"] is not None:
            start = made[-1]["end"] + ONE_DAY * draw(st.integers(1, 2))  # touching, or a gap of one day
        end = None if length is None else start + length * ONE_DAY
        made.append(
            {
                "id": str(i),
                "start": start,
                "end": end,
                "front_line": draw(st.booleans()),
                "full_time": draw(st.sampled_from([True, True, True, False])),
                "borrowed_away": draw(st.sampled_from([False, False, False, True])),
                "post": draw(st.sampled_from("AB")),
                "internal_body_chief": draw(st.sampled_from([True, True, False])),
                "acting": draw(st.sampled_from([False, False, False, True])),
                "appointed_on": start - ONE_DAY * draw(st.sampled_from([0, 0, 3])),
                "reported_on": start,
            }
        )
    return made


def enough_at_the_front_line(posts: list[dict[str, Any]], as_of: date) -> bool:
    """DA-01: the union of the days served up to the day before, against the days to the second anniversary."""
    served: set[date] = set()
    for post in posts:
        if post["front_line"] and post["full_time"] and not post["borrowed_away"]:
            day = post["start"]
            while day < as_of and (post["end"] is None or day <= post["end"]):
                served.add(day)
                day += ONE_DAY
    return bool(served) and len(served) >= (anniversary(min(served), 2) - min(served)).days


def rotation_is_due(posts: list[dict[str, Any]], as_of: date) -> bool:
    """BJ-04: five years since the appointing decision of the first stint of an unbroken time in a post held now."""
    chief = [p for p in posts if p["internal_body_chief"] and not p["acting"] and p["start"] <= as_of]
    for post in {p["post"] for p in chief if p["end"] is None or p["end"] >= as_of}:
        held: set[date] = set()
        for p in chief:
            if p["post"] == post:
                end = as_of if p["end"] is None else min(p["end"], as_of)
                held |= {p["start"] + ONE_DAY * n for n in range((end - p["start"]).days + 1)}
        day = as_of
        while day - ONE_DAY in held:
            day -= ONE_DAY
        first = [p["appointed_on"] for p in chief if p["post"] == post and p["start"] == day]
        if first and anniversary(min(first), 5) <= as_of:
            return True
    return False


@settings(max_examples=150, deadline=None)
@given(posts=stints(), as_of=days)
def test_front_line_service(policies: dict[str, Policies], posts: list[dict[str, Any]], as_of: date) -> None:
    record = {"posts": posts, "proposal": {"kind": "promotion", "leading": True, "level": "township-section chief"}}
    decision = policies["daan"].decide("promotion", record, max(as_of, date(2020, 1, 1)))
    day = decision.as_of
    status = {f.id: f.status for f in decision.findings}["daan/grassroots-prerequisite#two-years-at-the-front-line"]
    assert status == ("not fired" if enough_at_the_front_line(posts, day) else "fired")


@settings(max_examples=150, deadline=None)
@given(posts=stints(), as_of=days)
def test_rotation(policies: dict[str, Policies], posts: list[dict[str, Any]], as_of: date) -> None:
    day = max(as_of, date(2022, 5, 1))
    decision = policies["beijing-stations"].decide("rotation", {"posts": posts}, day)
    assert ("arrange_rotation" in decision.conclusions) == rotation_is_due(posts, day)
