"""Random conditions over a few atoms, what they say as FEEL and as YAML, and ways to say the same otherwise."""

from __future__ import annotations

from typing import Any

from hypothesis import strategies as st

# By what each atom judges: K the forbidden kinds, O a ground of its own, N who the person is.
ATOMS = {
    "K1": "age(person.birth_date, as_of) > 45",
    "K2": 'complete months(person.work_started_on, as_of) < duration("P5Y")',
    "K3": "old",
    "O1": 'count(assessments[grade = "excellent"]) > 0',
    "O2": "count(sanctions) > 0",
    "O3": 'total service(posts[front_line]) >= duration("P2Y")',
    "N1": 'person.sex = "female"',
    "N2": "proposal.leading",
}
Formula = Any  # the name of an atom, or (operator, parts)


def _grown(inner: st.SearchStrategy[Formula]) -> st.SearchStrategy[Formula]:
    several = st.lists(inner, min_size=2, max_size=3).map(tuple)
    return st.one_of(
        st.tuples(st.sampled_from(["and", "or"]), several),
        inner.map(lambda f: ("not", (f,))),
        st.tuples(st.just("if"), st.tuples(inner, inner, inner)),
    )


FORMULAS = st.recursive(st.sampled_from(sorted(ATOMS)), _grown, max_leaves=8)


def holds(formula: Formula, truths: dict[str, bool]) -> bool:
    """Return whether a formula holds where its atoms have these truths."""
    if isinstance(formula, str):
        return truths[formula]
    operator, parts = formula
    if operator == "if":
        return holds(parts[1] if holds(parts[0], truths) else parts[2], truths)
    found = [holds(part, truths) for part in parts]
    return not found[0] if operator == "not" else all(found) if operator == "and" else any(found)


def atoms_of(formula: Formula) -> set[str]:
    """Return the atoms of a formula."""
    return {formula} if isinstance(formula, str) else set().union(*(atoms_of(p) for p in formula[1]))


def feel(formula: Formula) -> str:
    """Return a formula as a FEEL text."""
    if isinstance(formula, str):
        return f"({ATOMS[formula]})"
    operator, parts = formula
    said = [feel(part) for part in parts]
    if operator == "if":
        return f"(if {said[0]} then {said[1]} else {said[2]})"
    return f"not({said[0]})" if operator == "not" else f"({f' {operator} '.join(said)})"


@st.composite
def said_otherwise(draw: st.DrawFn, formula: Formula) -> Formula:
    """Return a formula that means the same: reordered, by De Morgan, as a choice, with what changes nothing."""
    if isinstance(formula, str):
        return draw(st.sampled_from([formula, ("not", (("not", (formula,)),)), ("and", (formula, formula))]))
    operator, parts = formula
    made = [draw(said_otherwise(part)) for part in parts]
    if operator == "not":
        return ("not", (made[0],))
    if operator == "if":
        choice, yes, no = made
        other = draw(st.sampled_from(sorted(ATOMS)))
        return draw(
            st.sampled_from(
                [
                    ("if", (("not", (choice,)), no, yes)),
                    ("or", (("and", (choice, yes)), ("and", (("not", (choice,)), no)))),
                    ("if", (choice, yes, ("and", (no, ("or", (other, ("not", (other,)))))))),
                ]
            )
        )
    shuffled = tuple(draw(st.permutations(made)))
    opposite = "or" if operator == "and" else "and"
    morgan = ("not", ((opposite, tuple(("not", (part,)) for part in shuffled)),))
    return draw(st.sampled_from([(operator, shuffled), morgan, (operator, (shuffled[0], (operator, shuffled)))]))
