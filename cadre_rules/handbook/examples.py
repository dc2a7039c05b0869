"""The cases of policies as examples: what is given, what is expected, and what became of each rule.

In: a book without examples. Out: `Example`s. Cases are run, so that every rule knows the cases which show it; what is
shown as the answer is what the case expects.
"""

from __future__ import annotations

import re
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING

from cadre_rules.cases.finding import read_case_file
from cadre_rules.cases.running import Runner
from cadre_rules.explain.findings import status_of
from cadre_rules.policy.reading import CASES

if TYPE_CHECKING:
    from collections.abc import Callable, Iterator, Mapping
    from datetime import date

    from cadre_rules.cases.running import CaseResult
    from cadre_rules.diagnostics import Text
    from cadre_rules.handbook.book import Book
    from cadre_rules.policy.models.cases import Case, CaseFile
    from cadre_rules.records.record import Record


@dataclass(frozen=True)
class Example:
    """A case that was run. `record` is None where the record is refused, which `written` then shows as it stands.

    `states` says what became of each rule of the question, `needs` words the facts that are asked for, in the order of
    the references that the case expects.
    """

    anchor: str
    policy: str
    file: CaseFile = field(repr=False)
    case: Case = field(repr=False)
    day: date
    passed: bool
    record: Record | None = None
    written: str = ""
    states: Mapping[str, str] = field(default_factory=dict)
    answer: Text | None = None
    needs: Mapping[str, Text] = field(default_factory=dict)

    @property
    def title(self) -> Text | None:
        """The title of the case."""
        return self.case.title.text if self.case.title else None


def with_examples(book: Book, told: Callable[[int], None]) -> Book:
    """Return the book with the cases of its packs, each of them run; `told` hears of how many there are.

    Raises `PolicyError` or `DocumentError` where a case file cannot be run.
    """
    located = [read_case_file(p) for view in book.packs for p in sorted(view.files.path.rglob("*" + CASES))]
    told(sum(len(one.file.cases) for one in located))
    runner = Runner()
    found: dict[str, list[Example]] = {}
    for one in located:
        result_of_file = runner.run_file(one)
        assert result_of_file is not None, "every case is asked for"
        for case, result in zip(one.file.cases, result_of_file.cases, strict=True):
            known = found.setdefault(one.file.policy, [])
            known.append(_example(_anchor(case.case, known), one.file, case, result))
    return replace(book, examples={policy: tuple(examples) for policy, examples in found.items()})


def _anchor(name: str, known: list[Example]) -> str:
    """Return a name for links; cases of several files may have the same one."""
    own = "case-" + (re.sub(r"[^\w-]+", "-", name).strip("-") or "x")
    taken = {example.anchor for example in known}
    return (
        own if own not in taken else next(f"{own}-{n}" for n in range(2, len(taken) + 3) if f"{own}-{n}" not in taken)
    )


def _example(anchor: str, file: CaseFile, case: Case, result: CaseResult) -> Example:
    made = Example(anchor, file.policy, file, case, file.day_of(case), result.passed)
    decision = result.decision
    if decision is None:
        node = case.record or file.base
        return replace(made, written=_undented(node.document.text, node.start, node.end) if node else "")
    wanted = case.expect.needs if case.expect and case.expect.needs else ()
    asked = {need.id(decision.record): need.text for need in decision.needs} if wanted else {}
    return replace(
        made,
        record=decision.record,
        states={id_: status_of(decision.outcome, steps) for id_, steps in decision.outcome.plan.rules.items()},
        answer=decision.answer_text,
        needs=asked,
    )


def _undented(text: str, start: int, end: int) -> str:
    """Return a part of a file without the indentation that it has there."""
    width = start - (text.rfind("\n", 0, start) + 1)
    return "\n".join(line[width:] if not line[:width].strip() else line for line in text[start:end].split("\n"))


def showing(book: Book, rule: str) -> list[tuple[Example, str]]:
    """Return the examples that show a rule, with what became of it: those that name it, then others of its policy."""
    policy = rule.partition("#")[0]
    found = [
        (example, example.states[rule])
        for owner, examples in book.examples.items()
        for example in examples
        if rule in example.states and (owner == policy or rule in _named(example))
    ]
    return sorted(found, key=lambda entry: rule not in _named(entry[0]))


def _named(example: Example) -> Iterator[str]:
    """Yield the rules that a case speaks of, by their full names."""
    for name in (example.case.expect.rules if example.case.expect else None) or {}:
        yield name if "#" in name else f"{example.policy}#{name}"
