"""Careers hang together: what is checked here is read off the complete records, with rules of their own."""

from __future__ import annotations

import itertools
from collections import Counter, defaultdict
from datetime import date, timedelta
from typing import Any

import pytest

from cadre_rules.vocabulary.enums.posts import POST_LEVEL, RANK
from tests.synthetic.rolls import SEEDS, first_day, main_posts, people

LEVELS = [value.en for value in POST_LEVEL.values]
RANKS = [value.en for value in RANK.values]
DAY = "2025-06-01"
PLANNED = {"end", "probation_ends_on", "notice_from", "notice_to", "ends_on", "retirement_due_on", "due_on"}
MONTHS = {
    "warning": 6, "demerit": 12, "serious demerit": 18, "lower grade": 24, "removal": 24,
    "Party warning": 12, "serious Party warning": 18, "removal from Party posts": 24, "probation within the Party": 36,
}  # fmt: skip


def later(day: str, years: int = 0, months: int = 0) -> str:
    """Return the corresponding day, else the last day of the month."""
    found = date.fromisoformat(day)
    count = found.year * 12 + found.month - 1 + years * 12 + months
    for length in (found.day, 30, 29, 28):
        try:
            return date(count // 12, count % 12 + 1, length).isoformat()
        except ValueError:
            continue
    raise AssertionError


def next_day(day: str) -> str:
    return (date.fromisoformat(day) + timedelta(1)).isoformat()


def service(record: dict[str, Any]) -> tuple[str, str]:
    """Return the first day of work, and the last of service, or the decision date."""
    ends = [s["end"] for s in main_posts(record)]
    return record["person"]["work_started_on"], ends[-1] or DAY


@pytest.fixture(params=SEEDS, scope="module")
def roll(request: pytest.FixtureRequest) -> tuple[dict[str, Any], ...]:
    return people(request.param)


def test_life_goes_forward(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        person = record["person"]
        started = person["work_started_on"]
        assert later(person["birth_date"], 17) < started
        assert started <= first_day(main_posts(record)[0])
        for item in record["education"]:
            assert person["birth_date"] < item["started_on"]
            assert item["graduated_on"] is None or item["started_on"] < item["graduated_on"]
        if person["party_joined_on"] is not None:
            assert later(person["birth_date"], 18) <= person["party_joined_on"]


def test_nothing_lies_ahead_but_what_is_planned(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        for name, section in record.items():
            for item in section if isinstance(section, list) else [section]:
                for fact, value in item.items():
                    if isinstance(value, str) and value[:2] in ("19", "20") and value[4:5] == "-":
                        assert value <= DAY or fact in PLANNED, (name, fact, value)


def test_one_main_post_follows_the_other(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        stints = main_posts(record)
        for before, after in itertools.pairwise(stints):
            assert before["end"] is not None
            assert before["end"] < first_day(after)
        own = [s for s in stints if "示例" in s["unit"] and s["unit"].count("市") and "外市" not in s["unit"]]
        for before, after in itertools.pairwise(own):
            assert next_day(before["end"]) == first_day(after)
        retired = record["person"]["retired_on"] is not None
        gone = retired or any(s["kind"] == "expulsion" for s in record["sanctions"])
        assert (stints[-1]["end"] is None) != gone


def test_what_runs_beside_lies_within_the_service(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        started, ended = service(record)
        for stint in record["posts"]:
            if stint["main"]:
                continue
            assert started <= first_day(stint) <= ended
            if ended != DAY:
                assert stint["end"] is not None
                assert stint["end"] <= ended


def test_borrowed_away_agrees_with_the_borrowing(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        away = [(first_day(s), s["end"]) for s in record["posts"] if s["borrowed_away"]]
        there = [(first_day(s), s["end"]) for s in record["posts"] if s["holding"] == "borrowing"]
        assert away == there


def test_a_post_has_one_holder_at_a_time(roll: tuple[dict[str, Any], ...]) -> None:
    held: dict[str, list[tuple[str, str]]] = defaultdict(list)
    for record in roll:
        for stint in record["posts"]:
            single = stint["leading"] or stint["internal_body_chief"]
            if single and stint["main"]:
                held[stint["post"]].append((first_day(stint), stint["end"] or "9999"))
    assert len(held) > 50
    for post, periods in held.items():
        periods.sort()
        for (_, end), (start, _) in itertools.pairwise(periods):
            assert end < start, post


def test_levels_go_with_the_changes(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        stints = [s for s in main_posts(record) if "appointed_on" in s]
        since = first_day(stints[0])
        for before, after in itertools.pairwise(stints):
            low, high = LEVELS.index(before["level"]), LEVELS.index(after["level"])
            if before["post"] == after["post"]:
                assert low == high
                continue
            step = high - low
            change = after["change"]
            if change == "promotion":
                assert step == 1 or (step == 0 and high == 0)
            elif change == "demotion":
                assert step == -1 or low == 0
            elif change in ("lateral move", "further use", "removal from post"):
                assert step == 0
            if step == 1 and not after["exceptional"] and change != "reinstatement":
                assert later(since, 3 if high in (1, 3) else 2) <= first_day(after)
            if step:
                since = first_day(after)


def test_probation_is_a_year(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        for stint in record["posts"]:
            ends = stint["probation_ends_on"]
            if ends is None:
                assert stint["confirmed_on"] is None
                continue
            assert next_day(ends) == later(stint["appointed_on"], 1)
            assert stint["confirmed_on"] is None or stint["confirmed_on"] > ends


def test_ranks_rise_step_by_step_after_their_years(roll: tuple[dict[str, Any], ...]) -> None:
    seen = 0
    for record in roll:
        held = record["ranks"]
        assert not held or record["person"]["kind"] in ("civil servant", "staff managed as civil servants")
        for before, after in itertools.pairwise(held):
            high = RANKS.index(after["rank"])
            assert high == RANKS.index(before["rank"]) + 1
            assert later(before["start"], 3 if after["rank"] == "consultant 1" else 2) <= after["start"]
            assert next_day(before["end"]) == after["start"]
            seen += 1
        assert not held or (held[-1]["end"] is None) == (record["person"]["present_title"] is not None)
        assert all(item["start"] >= "2019-06-01" for item in held)
    assert seen > 40


def test_nobody_rises_under_a_sanction() -> None:
    under = 0
    for seed in range(10):
        for record in people(seed):
            rises = [s["appointed_on"] for s in record["posts"] if s["change"] == "promotion" and "appointed_on" in s]
            rises += [item["start"] for item in record["ranks"][1:]]
            for sanction in record["sanctions"]:
                if sanction["kind"] in MONTHS:
                    under += 1
                    over = later(sanction["decided_on"], months=MONTHS[sanction["kind"]])
                    assert not any(sanction["decided_on"] <= day < over for day in rises)
                    assert sanction["ends_on"] is None or next_day(sanction["ends_on"]) == over
    assert under > 60


def test_sanctions_bound_the_grade_of_the_year() -> None:
    seen: Counter[str] = Counter()
    for seed in range(10):
        for record in people(seed):
            grades = {a["year"]: a.get("grade") for a in record["assessments"] if a["kind"] == "annual"}
            for sanction in record["sanctions"]:
                year, kind = int(sanction["decided_on"][:4]), sanction["kind"]
                if kind == "expulsion":
                    assert all(y < year for y in grades)
                    continue
                if kind in ("warning", "Party warning"):
                    allowed = {None, "competent", "qualified", "no grade given", "incompetent", "unqualified"}
                    assert grades.get(year) in allowed | {"basically competent", "basically qualified"}
                elif kind in ("removal from Party posts", "probation within the Party"):
                    assert grades.get(year) in (None, "incompetent", "unqualified")
                else:
                    assert grades.get(year) in (None, "no grade given", "incompetent", "unqualified")
                if kind in ("serious demerit", "lower grade", "removal"):
                    assert grades.get(year + 1) in (None, "no grade given", "incompetent", "unqualified")
                seen[kind] += 1
    assert len(seen) >= 6, seen


def test_only_members_have_party_sanctions_and_posts() -> None:
    for seed in SEEDS:
        for record in people(seed):
            joined = record["person"]["party_joined_on"]
            for sanction in record["sanctions"]:
                if "Party" in sanction["kind"]:
                    assert joined is not None
                    assert joined < sanction["decided_on"]
            for stint in record["posts"]:
                if "书记" in stint["title"] and stint["main"]:
                    assert joined is not None
                    assert joined < first_day(stint)


def test_what_follows_a_result_comes_after_it(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        annual = {a["year"]: a for a in record["assessments"] if a["kind"] == "annual"}
        for name, day in (("talks", "on"), ("measures", "decided_on")):
            for item in record[name]:
                if item["assessment_year"] is None:
                    continue
                result = annual[item["assessment_year"]]
                assert result["confirmed_on"] is not None
                assert result["confirmed_on"] <= item[day]
                if item["kind"] in ("admonition talk", "admonition"):
                    assert result["placed_below"] == 0
                    assert result["group_size"] > 1
        for award in record["awards"]:
            if award["kind"] in ("commendation", "third-class merit"):
                assert annual[int(award["title"][:4])]["grade"] == "excellent"


def test_incidents_and_determinations_are_whole(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        incidents = {item["id"]: item for item in record["incidents"]}
        for item in (*record["sanctions"], *record["measures"], *record["determinations"]):
            assert item["incident"] is None or item["incident"] in incidents
        for item in record["determinations"]:
            assert item["by"]
            assert item["basis"]
            if item["incident"] is not None:
                assert incidents[item["incident"]]["discovered_on"] < item["on"]


def test_a_proposal_is_about_the_present_post(roll: tuple[dict[str, Any], ...]) -> None:
    seen = 0
    for record in roll:
        proposal = record.get("proposal")
        if proposal is None:
            continue
        seen += 1
        held = main_posts(record)[-1]
        assert held["end"] is None
        assert proposal["from_level"] == held["level"]
        step = LEVELS.index(proposal["level"]) - LEVELS.index(proposal["from_level"])
        assert step == {"promotion": 1, "demotion": -1}.get(proposal["kind"], 0) or held["level"] == LEVELS[0]
        days = [proposal[name] for name in ("motion_on", "recommended_on", "inspected_on", "decided_on")]
        given = [day for day in days if day is not None]
        assert given == sorted(given)
        assert days[: len(given)] == given
    assert seen > 30


def test_a_stint_that_goes_on_is_no_promotion(roll: tuple[dict[str, Any], ...]) -> None:
    for record in roll:
        for before, after in itertools.pairwise(main_posts(record)):
            if before["post"] == after["post"]:
                assert after["change"] == "lateral move"
                assert after["probation_ends_on"] is None
