"""The page of results: docs/conformance.md, written by `python -m tests.conformance --write`."""

from __future__ import annotations

from pathlib import Path
from typing import Final

from .suite import GROUPS, Outcome, tallies

PAGE: Final = Path(__file__).resolve().parents[2] / "docs" / "conformance.md"

GROUP_NAMES: Final = {
    "literal": "Literal expressions: models whose logic is literal expressions only, cases that expect a value",
    "ternary": "Ternary logic: all cases of 0064, 0065, 0066, 0106, 0107",
    "error": "Errors: all other cases that expect an error or null",
    "table": "Decision tables of compliance level 2, cases that expect a value",
    "other": "Everything else: boxed expressions, functions, services, imports; cases that expect a value",
    "all": "All",
}

# Why the results of a model differ from what the suite expects, where they do.
REASONS: Final = {
    "0076-feel-external-java": (
        "External functions written in Java are kept in the tree and are never run: a condition must not be able "
        "to start foreign code. A call of one gives null."
    ),
}

_HEAD = """# Conformance of plain FEEL

Measured with the public conformance suite [dmn-tck](https://github.com/dmn-tck/tck) by
`.venv/bin/python -m tests.conformance`; `--write` writes this page, `--list` prints every deviation. The suite is
looked for at `$DMN_TCK`, else at `../shared/dmn-tck`. It is not part of this project; the test that keeps these
figures from falling is skipped, with a message, where the suite is not found.

A result counts as right if it is equal to what the suite expects, in type and value. An engine that always
answered null would be right in every error case; therefore errors are counted apart. No model and no case of the
suite is left out.
"""

_NUMBERS = """## How numbers are compared

Exactly, as decimals. Only where the suite expects a number with eight decimal places or more, which it has
written out of binary floating point or rounded, a difference of 0.00000001 is allowed.
"""

_DECISIONS = """## Where the standard leaves a choice

| matter | what this implementation does |
|---|---|
| Names of several words | The longest name in scope is meant. A name with spaces or symbols that is not in scope is a syntax error. |
| Full-width punctuation in names (`年龄（岁）`) | Allowed in names that are declared; elsewhere a syntax error that says what to write. |
| Numbers | 34 digits, rounded half to even; overflow, division by zero and NaN are null; written without exponent and without trailing zeros. |
| Equality of times | By whole seconds, as the suite demands; of two values of which one has no offset, it takes the other's. |
| Ranges | Null if an end is null, the ends are of different types, or the first is greater. `(= x)` is not equal to `[x..x]`. |
| Quantifiers and filters | A condition that is neither boolean nor null makes the result null. |
| Positions, scales and lengths with a fraction | The fraction is cut off. |
| `substring`, `sublist` beyond the end | Null, as the domain of the parameters says. |
| `-` in a decision table | Holds for every input, null included; with input values it holds for those. |
| No rule matches | The default output, else null, for every hit policy. |
| Regular expressions | XPath 2.0 with the flags s, m, i, x; `.` takes neither line feed nor carriage return; null for what is not in XPath's syntax and for a search of more than a second. |
| Depth | An expression nested more than 130 levels deep is a syntax error. |
| Runaway expressions | More than 1,000,000 iterations or list items, strings of more than 10,000,000 characters, and endless recursion give null. |
"""  # noqa: E501 - rows of a table


def page(outcomes: list[Outcome]) -> str:
    """Return the page for these outcomes."""
    found = tallies(outcomes)
    files = len({outcome.model for outcome in outcomes})
    rows = [
        f"| {GROUP_NAMES[group]} | {found[group].agreed:,} | {found[group].total:,} | {found[group].share:.2f}% |"
        for group in (*GROUPS, "all")
    ]
    table = "\n".join(["| group | right | of | share |", "|---|---|---|---|", *rows])
    return "\n".join(
        [
            _HEAD,
            f"## Results\n\n{len(outcomes):,} results of {files} models.\n\n{table}\n",
            _NUMBERS,
            _deviations(found["all"].deviations),
            _DECISIONS,
        ]
    )


def _deviations(deviations: list[Outcome]) -> str:
    lines = ["## Deviations\n"]
    for model in sorted({outcome.model for outcome in deviations}):
        lines.append(f"### {model}\n\n{REASONS.get(model, 'Not explained.')}\n")
        for outcome in deviations:
            if outcome.model == model:
                case = f"`{outcome.case}` `{outcome.node}`"
                lines.append(f"- {case}: expected {_shown(outcome.expected)}, found {_shown(outcome.found)}")
        lines.append("")
    return "\n".join(lines if deviations else [*lines, "None.\n"])


def _shown(value: object) -> str:
    return "null" if value is None else f"`{value}`"
