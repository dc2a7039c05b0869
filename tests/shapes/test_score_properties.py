"""Scores and rankings against sums with fractions, and what holds of every ranking."""

from __future__ import annotations

from decimal import Decimal
from fractions import Fraction
from itertools import product
from random import Random
from typing import Any

from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.feel.values import UNKNOWN, Interval
from tests.shapes.made import decided, shown

WEIGHTS = {"a": Decimal("0.5"), "b": Decimal("0.3"), "c": Decimal("0.2")}
NUMBERS = [Decimal(n) for n in ("0", "1", "59.5", "60", "85", "85.25", "100", "33.3")]
CLOSE = Fraction(1, 10**28)
POLICY = """\
parameters:
  weights: {{type: weights, title: {{zh: 权重, en: weights}}, values: {{2000-01-01: {{a: 0.5, b: 0.3, c: 0.2}}}}}}
definitions:
  scores:
    title: {{zh: 得分, en: score}}
    score: {{of: marks, by: component, value: full, weights: weights, each: {each}}}
  single:
    title: {{zh: 单项, en: single}}
    score: {{of: marks, by: component, value: full, each: {each}}}
rules:
  - rule: r
    when: count(scores) > 0
    then: wrong
    shows: [scores, single]
"""
EACH = ["mean", "sum", "trimmed mean, drop: 1", "trimmed mean, drop: 2", "mean, decimals: 2", "trimmed mean, drop: 0"]
marks = st.lists(st.tuples(st.sampled_from(["a", "b", "c", "d"]), st.sampled_from([None, *NUMBERS])), max_size=12)


def record(found: list[tuple[str, Any]]) -> dict[str, Any]:
    out = []
    for i, (component, value) in enumerate(found):
        mark: dict[str, Any] = {"id": f"m{i:02}", "component": component}
        out.append(mark if value is UNKNOWN else {**mark, "full": value})
    return {"person": {"name": "示例甲"}, "marks": out}


def mark_of(values: list[Decimal], each: str) -> tuple[Fraction | None, list[Decimal]]:
    """Return the mark of a component and what was dropped, worked out apart."""
    drop = int(each.partition("drop: ")[2] or 0) if each.startswith("trimmed") else 0
    ordered = sorted(values)
    kept = ordered[drop : len(ordered) - drop] if len(ordered) > 2 * drop else []
    dropped = [*ordered[:drop], *ordered[len(ordered) - drop :]] if kept and drop else [] if kept else ordered
    if not kept:
        return None, dropped
    total = sum(map(Fraction, kept), Fraction(0))
    if each == "sum":
        return total, dropped
    mean = total / len(kept)
    return (Fraction(int(mean * 100 + Fraction(1, 2)), 100) if "decimals" in each else mean), dropped


@settings(max_examples=150, deadline=None)
@given(marks, st.sampled_from(EACH))
def test_a_score_is_what_fractions_give(found: list[tuple[str, Decimal | None]], each: str) -> None:
    decision = decided(POLICY.format(each=each), record(found))
    scores, single = shown(decision, "scores"), shown(decision, "single")
    present = list(dict.fromkeys(c for c, _ in sorted(found, key=lambda m: m[0])))
    assert [row["component"] for row in scores] == [*WEIGHTS, *(c for c in present if c not in WEIGHTS)]
    assert [row["component"] for row in single] == present
    for row in (*scores, *single):
        values = [v for c, v in found if c == row["component"] and v is not None]
        mark, dropped = mark_of(values, each)
        assert row["marks"] == len(values)
        assert ("dropped" in row) == each.startswith("trimmed")
        assert sorted(row.get("dropped", [])) == sorted(dropped) if "dropped" in row else True
        assert (row["mark"] is None) == (mark is None)
        if mark is not None:
            assert abs(Fraction(row["mark"]) - mark) <= CLOSE
        if "weight" in row:
            weight = WEIGHTS.get(row["component"])
            assert row["weight"] == weight
            assert (row["points"] is None) == (mark is None or weight is None)
            if mark is not None and weight is not None:
                assert abs(Fraction(row["points"]) - mark * Fraction(weight)) <= CLOSE
    total = sum((Fraction(r["points"]) for r in scores if r["points"] is not None), Fraction(0))
    exact = [mark_of([v for c, v in found if c == name and v is not None], each)[0] for name in WEIGHTS]
    assert (
        abs(total - sum((m * Fraction(w) for m, w in zip(exact, WEIGHTS.values(), strict=True) if m), Fraction(0)))
        < CLOSE
    )


def test_points_that_end_are_exact() -> None:
    """The mean of three marks does not end, their points do: 0.3 of a third is 0.1."""
    found = [("b", Decimal(1)), ("b", Decimal(0)), ("b", Decimal(0))]
    rows = shown(decided(POLICY.format(each="mean"), record(found)), "scores")
    assert rows[1]["points"] == Decimal("0.1")


@settings(max_examples=80, deadline=None)
@given(marks, st.sampled_from(EACH), st.integers(0, 3))
def test_a_mark_that_is_not_known_leaves_open_its_own_component_only(
    found: list[tuple[str, Any]], each: str, place: int
) -> None:
    hidden = found[place : place + 1]
    asked = [(c, UNKNOWN) if (c, v) in hidden else (c, v) for c, v in found]
    before = shown(decided(POLICY.format(each=each), record(found)), "scores")
    after = shown(decided(POLICY.format(each=each), record(asked)), "scores")
    for old, new in zip(before, after, strict=True):
        if old["component"] in {c for c, _ in hidden}:
            assert new["mark"] is UNKNOWN
        else:
            assert old == new


# rankings -------------------------------------------------------------------------------------------------------

RANKING = """\
definitions:
  places:
    title: {{zh: 排名, en: places}}
    ranking: {{of: marks, id: id, by: full{first}}}
rules:
  - rule: r
    when: count(places) >= 0
    then: wrong
    shows: places
"""
values = st.lists(st.sampled_from([None, *NUMBERS[:5]]), min_size=1, max_size=7)


def places(found: list[Any], highest: bool = True) -> dict[str, Any]:
    first = "" if highest else ", highest_first: false"
    rows = shown(decided(RANKING.format(first=first), record([("a", v) for v in found])), "places")
    return {row["id"]: row for row in rows}


@settings(max_examples=120, deadline=None)
@given(values, st.booleans(), st.integers(0, 99))
def test_what_holds_of_every_ranking(found: list[Decimal | None], highest: bool, seed: int) -> None:
    rows = places(found, highest)
    ids = [f"m{i:02}" for i in range(len(found))]
    for name, value in zip(ids, found, strict=True):
        before = [v for v in found if v is not None and value is not None and (v > value if highest else v < value)]
        assert rows[name]["value"] == value
        assert rows[name]["place"] == (None if value is None else 1 + len(before))
        assert rows[name]["tied"] == (value is not None and found.count(value) > 1)
    listed = [row["place"] for row in rows.values()]
    given_places = [p for p in listed if p is not None]
    assert given_places == sorted(given_places)
    assert listed[len(given_places) :] == [None] * (len(listed) - len(given_places))
    mixed = Random(seed).sample(list(enumerate(found)), len(found))
    again = places([v for _, v in mixed], highest)
    for new, (old, _) in enumerate(mixed):
        assert again[f"m{new:02}"]["place"] == rows[f"m{old:02}"]["place"]


@settings(max_examples=60, deadline=None)
@given(values, st.sets(st.integers(0, 6), max_size=2))
def test_a_value_that_is_not_known_leaves_open_the_places_that_it_could_affect(
    found: list[Decimal | None], where: set[int]
) -> None:
    hidden = [i for i in where if i < len(found)]
    rows = places([UNKNOWN if i in hidden else v for i, v in enumerate(found)])
    worlds = []
    for chosen in product([None, *NUMBERS[:5]], repeat=len(hidden)):
        completed = list(found)
        for i, value in zip(hidden, chosen, strict=True):
            completed[i] = value
        worlds.append(places(completed))
    for name, row in rows.items():
        possible = {world[name]["place"] for world in worlds}
        if row["place"] is UNKNOWN:
            continue
        low, high = (row["place"].low, row["place"].high) if isinstance(row["place"], Interval) else (row["place"],) * 2
        assert all(p is None or (low <= p and (high is None or p <= high)) for p in possible)
        assert isinstance(row["place"], Interval) or possible == {row["place"]}
