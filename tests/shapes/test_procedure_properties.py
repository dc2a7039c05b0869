"""A procedure against a check that is written apart from it: plain dates, one step after the other."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from itertools import product
from random import Random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.vocabulary.codes import FALSE, MAYBE, TRUE
from tests.shapes.made import decided, found

DAY = date(2025, 6, 1)
DAYS = [DAY - timedelta(days=n) for n in (-10, 0, 1, 5, 30, 35, 60, 90, 91)]
GRADUATE = "person.selected_graduate = true"


@dataclass(frozen=True)
class Asked:
    """What a made-up procedure asks of one step; spans in days."""

    name: str
    optional: bool = False
    within: int | None = None
    not_before: int | None = None
    valid: int | None = None
    quorum: bool = False
    other: bool = False


def made_up(seed: int) -> tuple[tuple[Asked, ...], bool]:
    random = Random(seed)
    any_order = seed % 5 == 0
    steps = []
    for i in range(random.randint(1, 4)):
        timed = i > 0 and not any_order
        steps.append(
            Asked(
                f"s{i}",
                random.random() < 0.4,
                random.choice([None, 30]) if timed else None,
                random.choice([None, 5]) if timed else None,
                random.choice([None, 60]),
                random.random() < 0.3,
                random.random() < 0.3,
            )
        )
    return tuple(steps), any_order


def text(steps: tuple[Asked, ...], any_order: bool) -> str:
    out = f"rules:\n  - rule: r\n    procedure:\n      any_order: {str(any_order).lower()}\n      steps:\n"
    for step in steps:
        out += f"        - step: {step.name}\n          title: {{zh: 步骤{step.name}, en: step {step.name}}}\n"
        if step.optional:
            out += f"          optional: {GRADUATE}\n"
        for key in ("within", "not_before", "valid"):
            if (days := getattr(step, key)) is not None:
                out += f"          {key}: P{days}D\n"
        if step.quorum:
            out += "          quorum: present * 3 >= entitled * 2\n"
        if step.other:
            out += f"          or: [{{step: o{step.name}, title: {{zh: 另{step.name}, en: other {step.name}}}}}]\n"
    return out + "    otherwise: wrong\n"


def holds(steps: tuple[Asked, ...], any_order: bool, records: list[dict[str, Any]], graduate: bool) -> bool:
    """Go through the steps as an officer would, with all facts known."""
    taken: list[tuple[Asked, date, dict[str, Any]] | None] = []
    for step in steps:
        names = {step.name, f"步骤{step.name}", f"step {step.name}"}
        names |= {f"o{step.name}", f"另{step.name}", f"other {step.name}"} if step.other else set()
        own = [r for r in records if r["step"] in names and r["on"] is not None and r["on"] <= DAY]
        last = max(own, key=lambda r: (r["on"], r["id"]), default=None)
        if last is None and not (step.optional and graduate):
            return False
        taken.append((step, last["on"], last) if last is not None else None)
    present = [t for t in taken if t is not None]
    for i, (step, on, record) in enumerate(present):
        if step.quorum and (record["present"] is None or record["entitled"] is None):
            return False
        if step.quorum and record["present"] * 3 < record["entitled"] * 2:
            return False
        after = present[i + 1][1] if i + 1 < len(present) and not any_order else DAY
        if step.valid is not None and on + timedelta(days=step.valid) < after:
            return False
        if any_order or i == 0:
            continue
        gap = (on - present[i - 1][1]).days
        if gap < 0 or (step.within is not None and gap > step.within):
            return False
        if step.not_before is not None and gap < step.not_before:
            return False
    return True


def names(steps: tuple[Asked, ...]) -> list[str]:
    return [n for s in steps for n in (s.name, f"步骤{s.name}", f"o{s.name}", f"另{s.name}", f"other {s.name}")]


@st.composite
def worlds(draw: st.DrawFn) -> tuple[tuple[Asked, ...], bool, list[dict[str, Any]], bool]:
    """A procedure, a record of steps with everything known, and whether optional steps are needed."""
    steps, any_order = made_up(draw(st.integers(0, 39)))
    numbers = st.sampled_from([None, 19, 20, 30])
    wanted = [s.name for s in steps]
    more = draw(st.lists(st.sampled_from([*names(steps), "x"]), max_size=3))
    left_out = draw(st.sampled_from([None, *wanted]))
    records = [
        {
            "id": f"i{n}",
            "step": name,
            "on": draw(st.sampled_from([None, *DAYS])),
            "present": draw(numbers),
            "entitled": draw(numbers),
        }
        for n, name in enumerate([w for w in wanted if w != left_out] + more)
    ]
    return steps, any_order, records, draw(st.booleans())


def ask(steps: tuple[Asked, ...], any_order: bool, records: list[dict[str, Any]], graduate: bool | None) -> int:
    person = {"name": "示例甲"} | ({} if graduate is None else {"selected_graduate": graduate})
    written = [
        {key: value.isoformat() if isinstance(value, date) else value for key, value in r.items() if value != "?"}
        for r in records
    ]
    decision = decided(text(steps, any_order), {"person": person, "steps": written}, DAY)
    condition = decision.outcome.plan.rules["made/policy#r"].condition
    assert condition is not None
    views = found(decision).steps
    assert len(views) == len(steps)
    assert {"true": TRUE, "false": FALSE, "unknown": MAYBE}[
        "false" if any(v.truth == "false" for v in views)
        else "unknown" if any(v.truth == "unknown" for v in views) else "true"
    ] == decision.outcome.truth(condition.step)  # fmt: skip
    for view in views:
        assert bool(view.faults) == (view.truth != "true"), view
        assert all(fault.truth in ("false", "unknown") for fault in view.faults)
    return decision.outcome.truth(condition.step)


@settings(max_examples=250, deadline=None)
@given(worlds())
def test_it_agrees_with_the_check_written_apart(
    world: tuple[tuple[Asked, ...], bool, list[dict[str, Any]], bool],
) -> None:
    steps, any_order, records, graduate = world
    assert ask(steps, any_order, records, graduate) == (TRUE if holds(steps, any_order, records, graduate) else FALSE)


@settings(max_examples=120, deadline=None)
@given(worlds(), st.data())
def test_what_is_unknown_could_still_turn_out_otherwise(
    world: tuple[tuple[Asked, ...], bool, list[dict[str, Any]], bool], data: st.DataObject
) -> None:
    """Where some days are not known, an answer holds for all that they may be."""
    steps, any_order, records, graduate = world
    hidden = sorted(data.draw(st.sets(st.integers(0, len(records) - 1), max_size=2))) if records else []
    unsaid = data.draw(st.booleans())
    asked = [{**r, "on": "?"} if i in hidden else r for i, r in enumerate(records)]
    truth = ask(steps, any_order, asked, None if unsaid else graduate)
    if truth == MAYBE:
        return
    for days in product([None, *DAYS], repeat=len(hidden)):
        completed = [dict(r) for r in records]
        for i, day in zip(hidden, days, strict=True):
            completed[i]["on"] = day
        for one in [True, False] if unsaid else [graduate]:
            assert holds(steps, any_order, completed, one) == (truth == TRUE)


@pytest.mark.parametrize("seed", range(12))
def test_the_order_of_records_does_not_matter(seed: int) -> None:
    random = Random(seed)
    steps, any_order = made_up(seed)
    records = [
        {"id": f"i{n}", "step": s.name, "on": random.choice(DAYS), "present": 20, "entitled": 30}
        for n, s in enumerate(steps)
    ]
    mixed = random.sample(records, len(records))
    assert ask(steps, any_order, records, True) == ask(steps, any_order, mixed, True)
