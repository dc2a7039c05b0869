"""What decides alone, held against trying out all truths; and that it is the same however a condition is said."""

from __future__ import annotations

from itertools import product
from typing import TYPE_CHECKING

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from cadre_rules.analysis.diagrams import FALSE, TRUE, Diagrams
from cadre_rules.analysis.judging import blamed, deciding
from cadre_rules.analysis.reading import Reading
from cadre_rules.analysis.rules import View
from cadre_rules.documents.source import PlainSource
from cadre_rules.feel import check, parse
from cadre_rules.feel.types import BOOLEAN
from cadre_rules.policy.loading import load_set
from cadre_rules.policy.rewriting import rewrite
from cadre_rules.policy.texts import SPACED
from tests.analysis.formulas import ATOMS, FORMULAS, atoms_of, feel, holds, said_otherwise
from tests.analysis.made import examined, write
from tests.analysis.test_verdicts import CASES, files

if TYPE_CHECKING:
    from pathlib import Path

    from tests.analysis.formulas import Formula

OWNER = "upper/work"
BY = frozenset({"age", "seniority"})
SAME = {"K1": "person.birth_date", "K3": "person.birth_date", "K2": "person.work_started_on"}


@pytest.fixture(scope="module")
def view(tmp_path_factory: pytest.TempPathFactory) -> View:
    linked, _, _ = load_set(write(tmp_path_factory.mktemp("view"), {}))
    return View(linked, linked.packs)


def read(view: View, text: str) -> Reading:
    scope = view.policies.names[OWNER].scope
    checked = check(parse(text, names=SPACED), scope, PlainSource(text), expected=BOOLEAN)
    return Reading(view.terms, view.part(checked.tree, OWNER))


def verdict(view: View, formula: Formula) -> set[str]:
    """Return the facts by which a condition decides alone."""
    reading = read(view, feel(formula))
    return {f"{s}.{n}" for s, n in blamed(reading, frozenset().union(*deciding(reading, BY)), BY)}


def tried(formula: Formula) -> set[str]:
    """Return the same, found by trying all truths of the atoms; two atoms of the same meaning have one truth."""
    atoms = sorted(atoms_of(formula) - {"K3"} | ({"K1"} if "K3" in atoms_of(formula) else set()))
    free, own = [a for a in atoms if a[0] != "O"], [a for a in atoms if a[0] == "O"]

    def always(given_: dict[str, bool]) -> bool:
        ways = (given_ | dict(zip(own, w, strict=True)) for w in product((False, True), repeat=len(own)))
        return all(holds(formula, {**way, "K3": way.get("K1", False)}) for way in ways)

    alone = {w: always(dict(zip(free, w, strict=True))) for w in product((False, True), repeat=len(free))}
    return {
        SAME[atom]
        for i, atom in enumerate(free)
        if atom[0] == "K" and any(alone[w] != alone[(*w[:i], not w[i], *w[i + 1 :])] for w in alone)
    }


@given(formula=FORMULAS)
@settings(max_examples=400, deadline=None)
def test_what_decides_alone_is_what_trying_all_truths_finds(view: View, formula: Formula) -> None:
    assert verdict(view, formula) == tried(formula)


@given(data=st.data(), formula=FORMULAS)
@settings(max_examples=300, deadline=None)
def test_saying_it_otherwise_changes_nothing(view: View, data: st.DataObject, formula: Formula) -> None:
    other = data.draw(said_otherwise(formula))
    assert all(
        holds(formula, truths) == holds(other, truths)
        for truths in (dict(zip(ATOMS, way, strict=True)) for way in product((False, True), repeat=len(ATOMS)))
    )
    assert verdict(view, other) == verdict(view, formula)


OPERATORS = {
    "=": lambda a, b: a == b,
    "!=": lambda a, b: a != b,
    "<": lambda a, b: a < b,
    "<=": lambda a, b: a <= b,
    ">": lambda a, b: a > b,
    ">=": lambda a, b: a >= b,
}
COMPARED = st.tuples(st.sampled_from(sorted(OPERATORS)), st.sampled_from([-1, 0, 0.5, 1, 2, 2.5, 3]))
TEXTS = st.recursive(
    COMPARED.map(lambda c: (f"(count(awards) {c[0]} {c[1]})", lambda n: OPERATORS[c[0]](n, c[1]))),
    lambda inner: st.one_of(
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]} and {p[1][0]})", lambda n: p[0][1](n) and p[1][1](n))),
        st.tuples(inner, inner).map(lambda p: (f"({p[0][0]} or {p[1][0]})", lambda n: p[0][1](n) or p[1][1](n))),
        inner.map(lambda p: (f"not({p[0]})", lambda n: not p[1](n))),
    ),
    max_leaves=6,
)


@given(case=TEXTS)
@settings(max_examples=300, deadline=None)
def test_what_holds_of_every_number_is_known_to_hold(view: View, case: tuple[str, object]) -> None:
    text, function = case
    outcomes = {function(n) for n in range(6)}  # type: ignore[operator]
    expected = {(True,): TRUE, (False,): FALSE}.get(tuple(outcomes))
    found = read(view, text).truth
    assert found == expected if expected is not None else found not in (TRUE, FALSE)


@given(data=st.data())
@settings(max_examples=200, deadline=None)
def test_diagrams_are_truth_functions(data: st.DataObject) -> None:
    sizes = data.draw(st.lists(st.integers(2, 4), min_size=1, max_size=4))
    diagrams = Diagrams()
    variables = [diagrams.variable(size) for size in sizes]
    ways = list(product(*(range(size) for size in sizes)))
    known: dict[int, frozenset[tuple[int, ...]]] = {FALSE: frozenset(), TRUE: frozenset(ways)}
    for _ in range(data.draw(st.integers(1, 8))):
        a, b, c = (data.draw(st.sampled_from(sorted(known))) for _ in range(3))
        which = data.draw(st.sampled_from(variables))
        values = data.draw(st.sets(st.integers(0, sizes[which] - 1)))
        made = {
            diagrams.holds(which, values): frozenset(w for w in ways if w[which] in values),
            diagrams.negation(a): known[TRUE] - known[a],
            diagrams.all([a, b, c]): known[a] & known[b] & known[c],
            diagrams.any([a, b, c]): known[a] | known[b] | known[c],
            diagrams.choice(a, b, c): (known[a] & known[b]) | (known[c] - known[a]),
            diagrams.for_all(a, lambda v, which=which: v == which): frozenset(
                w
                for w in ways
                if all((*w[:which], value, *w[which + 1 :]) in known[a] for value in range(sizes[which]))
            ),
        }
        for number, truth in made.items():
            assert known.setdefault(number, truth) == truth  # one number, one function
        known |= made
    assert len(set(known.values())) == len(known)  # one function, one number
    for number, truth in known.items():
        depends = {
            v
            for v in variables
            if any(((*w[:v], x, *w[v + 1 :]) in truth) != (w in truth) for w in ways for x in range(sizes[v]))
        }
        assert diagrams.support(number) == depends


@pytest.mark.parametrize("case", CASES, ids=lambda case: case["case"])
def test_other_names_change_nothing(tmp_path: Path, case: dict[str, object]) -> None:
    folder = write(tmp_path, files(case))
    for done in rewrite([p for p in (folder / "made.yaml", folder / "state.yaml") if p.exists()], "zh"):
        done.path.write_bytes(done.after)
    written = {f"lower/{p.name}": p.read_text(encoding="utf-8") for p in folder.glob("*.yaml")}
    found = examined(tmp_path, written)
    assert {b.rule.rpartition("#")[2]: list(b.facts) for b in found.breaches} == case.get("breaches", {})
