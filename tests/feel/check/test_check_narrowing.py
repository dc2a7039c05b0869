"""What a condition tells about the facts in it, handed on from one condition of a list to the next."""

from __future__ import annotations

import pytest
from check_cases import run

from cadre_rules.diagnostics import FeelTypeError

DAY, QUOTA = "last_day", "quota"


def _dotted(facts: frozenset[str]) -> set[str]:
    return {f for f in facts if "(" not in f and "<>" not in f}


@pytest.mark.parametrize(
    ("text", "true", "false"),
    [
        ("last_day != null", {DAY}, set()),
        ("末日 = null", set(), {DAY}),
        ("not(last_day = null)", {DAY}, set()),
        ("last_day != null and quota != null", {DAY, QUOTA}, set()),
        ("last_day = null or quota = null", set(), {DAY, QUOTA}),
        ("last_day != null or quota != null", set(), set()),
        ("last_day != null or (quota != null and last_day != null)", {DAY}, set()),
        ("last_day = null and quota = null", set(), set()),
        ("last_day != null and last_day < as_of", {DAY}, set()),
        ("if last_day = null then false else quota != null", {DAY, QUOTA}, set()),
        ("if last_day != null then quota != null else true", set(), {DAY}),
        ("if leading_cadre then last_day != null else last_day != null and quota != null", {DAY}, set()),
        ("proposal.sponsor != null and proposal.sponsor.party_since != null", None, set()),
        ("拟任.拟任日 != null", {"proposal.start"}, set()),
        ("last_day instance of date", {DAY}, set()),
        ("some p in posts satisfies p.end != null", set(), set()),
        ("count(posts[end != null]) = 2", set(), set()),
    ],
)
def test_what_is_known_afterwards(text: str, true: set[str] | None, false: set[str]) -> None:
    checked = run(text)
    expected = {"proposal.sponsor", "proposal.sponsor.party_since"} if true is None else true
    assert _dotted(checked.narrows_true) == expected
    assert _dotted(checked.narrows_false) == false


@pytest.mark.parametrize(
    ("first", "second"),
    [
        ("last_day != null", "last_day < as_of"),
        ("拟任.拟任日 != null", "proposal.start < as_of"),
        ("posts[-1] != null", 'posts[-1].level = "乡科级正职"'),
        ("count(任职经历) > 0", "max(posts.start) < as_of"),
        ("总课时 > 0", "theory_hours / total_hours >= 0.7"),
        ('认定("动机") != null', 'determination("motive") = "public"'),
    ],
)
def test_a_list_of_conditions_is_narrowed_from_first_to_last(first: str, second: str) -> None:
    with pytest.raises(FeelTypeError):
        run(second)
    assert str(run(second, narrowed=run(first).narrows_true).type) == "boolean"


@pytest.mark.parametrize(
    "text",
    [
        "count(posts[end < as_of]) > 0",  # the post's end, not the fact `end` that is known to be there
        "some p in posts satisfies p.end < end",
        "count(posts[count(posts[end < as_of]) > 0]) > 0",
        "sort(posts, function(x, y) x.end < y.end) = posts",
    ],
)
def test_what_is_known_of_a_name_does_not_reach_another_of_that_name(text: str) -> None:
    with pytest.raises(FeelTypeError) as caught:
        run(text, narrowed={"end"})
    assert {d.code for d in caught.value.diagnostics} == {"T008"}


def test_knowledge_of_an_outer_item_ends_in_an_inner_filter() -> None:
    with pytest.raises(FeelTypeError):
        run("posts[end != null and count(posts[end < as_of]) > 0]")
    assert run("posts[end != null and count(posts[start < as_of]) > 0 and end < as_of]")
