"""Strategies for records as files give them: valid, much of it unknown, some of it known to be absent."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

from tests.explain.decided import policies

DATES = ["2016-02-29", "2018-03-01", "2019-12-31", "2020-03", "2021-06-30", "2022-02-28", "2023-07", "2025-01-01"]
LEVELS = ["乡科级副职", "乡科级正职", "县处级副职"]
MATTERS = {
    name: [*(outcome for outcome, _ in declared.outcomes), "mixed"]
    for policy in policies("example-district").set.policies.values()
    for name, declared in policy.determinations.items()
}
truths = st.booleans()


def perhaps(required: dict[str, Any], optional: dict[str, Any]) -> st.SearchStrategy[dict[str, Any]]:
    """Return items with facts that have to be given, and others that are given or not."""
    return st.fixed_dictionaries(required, optional=optional)


@st.composite
def posts(draw: st.DrawFn) -> list[dict[str, Any]]:
    """Stints that end on or after the day on which they begin, or go on, or of which that is not known."""
    made = []
    for i in range(draw(st.integers(0, 4))):
        post = draw(
            perhaps(
                {"start": st.sampled_from(DATES)},
                {
                    "post": st.sampled_from(["甲", "乙"]),
                    "title": st.sampled_from(["副镇长", "科员"]),
                    "level": st.sampled_from(LEVELS),
                    "change": st.sampled_from(["提拔", "降职", "平级调整"]),
                    **dict.fromkeys(
                        (
                            "leading",
                            "main",
                            "front_line",
                            "full_time",
                            "borrowed_away",
                            "acting",
                            "internal_body_chief",
                        ),
                        truths,
                    ),
                },
            )
        )
        post["id"] = f"任职-{i}"
        later = [d for d in DATES if d[:7] >= post["start"][:7] and d > post["start"]]
        end = draw(st.sampled_from([*later, None, "未知"]))
        if end != "未知":
            post["end"] = end
        made.append(post)
    return made


@st.composite
def assessments(draw: st.DrawFn) -> Any:
    """Annual assessments, complete, or complete from a year on only."""
    made = []
    for year in draw(st.lists(st.integers(2019, 2025), unique=True, max_size=4)):
        one: dict[str, Any] = {"kind": "年度考核", "year": year}
        if draw(st.integers(0, 4)) == 0:
            one["assessed"] = draw(truths)
        else:
            one |= draw(
                perhaps(
                    {"placed_below": st.integers(0, 2), "group_size": st.sampled_from([1, 12])},
                    {
                        "confirmed_on": st.sampled_from([f"{year + 1}-03-10", f"{year + 1}-04", None]),
                        "post": st.sampled_from(["甲", "乙"]),
                        "grade": st.sampled_from(["称职", "优秀"]),
                    },
                )
            )
            one["placed_below"] = min(one["placed_below"], one["group_size"] - 1)
        made.append(one)
    if made and draw(st.integers(0, 3)) == 0:
        return {"complete_from": min(one["year"] for one in made), "items": made}
    return made


@st.composite
def determinations(draw: st.DrawFn, incidents: list[str]) -> list[dict[str, Any]]:
    """Determinations on what the shipped packs ask for; some lie in the future."""
    made = []
    for i in range(draw(st.integers(0, 4))):
        matter = draw(st.sampled_from(sorted(MATTERS)))
        one = {
            "id": f"认定-{i}",
            "matter": matter,
            "outcome": draw(st.sampled_from(MATTERS[matter])),
            "on": draw(st.sampled_from(["2024-05-01", "2031-01-01"])),
            "by": "示例机关",
            "basis": "示例材料",
        }
        if draw(truths):
            one["incident"] = draw(st.sampled_from([*incidents, None]))
        made.append(one)
    return made


@st.composite
def records(draw: st.DrawFn) -> dict[str, Any]:
    """A whole record; each part is given or not."""
    incidents = draw(st.sampled_from([[], ["事项-1"], ["事项-1", "事项-2"]]))
    given = {
        "person": draw(perhaps({}, {"name": st.just("示例甲"), "id": st.just("甲"), "birth_date": st.just("1980-05")})),
        "proposal": draw(
            perhaps(
                {},
                {
                    "kind": st.sampled_from(["提拔", "提拔", "平级调整"]),
                    "level": st.sampled_from(LEVELS),
                    "leading": truths,
                },
            )
        ),
        "posts": draw(posts()),
        "assessments": draw(assessments()),
        "measures": [],
        "talks": [],
        "determinations": draw(determinations(incidents)),
        "incidents": [{"id": id_, "occurred_on": "2024-01-01"} for id_ in incidents],
    }
    left_out = draw(
        st.sets(st.sampled_from(["proposal", "posts", "assessments", "measures", "talks", "determinations"]))
    )
    return {name: part for name, part in given.items() if name not in left_out or draw(truths)}
