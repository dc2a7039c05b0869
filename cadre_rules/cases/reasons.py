"""The reasons that case files give for what their cases leave uncovered, put beside the gaps that they explain.

In: case files, tallies, gaps. Out: gaps with their reasons; faults for a reason that names nothing, and for one that
explains what is not missing. A reason covers nothing.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, NamedTuple

from cadre_rules.cases import messages
from cadre_rules.cases.gaps import BOUNDARY, UNDETERMINED
from cadre_rules.cases.naming import bare
from cadre_rules.diagnostics import PolicyError, Text, nearest

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.cases.gaps import Gap
    from cadre_rules.cases.tally import Condition, Coverage, RuleTally
    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.policy.models.cases import CaseFile, Uncovered


class _Named(NamedTuple):
    """What can be named of a rule, or of a policy and its question: each name with the item of a gap that it means.

    `ids` are what gaps call them, `shown` the names that a message tells.
    """

    ids: tuple[str, ...]
    names: list[tuple[str, str]]
    shown: list[str]


def explain(coverage: Coverage, files: Iterable[CaseFile], gaps: Iterable[Gap]) -> None:
    """Give the gaps their reasons; raises `PolicyError` with every entry that explains nothing."""
    listed = list(gaps)
    faults = [
        fault for file in files for entry in file.uncovered or () for fault in _explain(coverage, file, entry, listed)
    ]
    if faults:
        raise PolicyError(faults)


def _explain(coverage: Coverage, file: CaseFile, entry: Uncovered, gaps: list[Gap]) -> Iterator[Diagnostic]:
    where = _where(coverage, file, entry)
    if where is None:
        rules = [rule.rule.name for policy in coverage.policies for rule in policy.rules.values()]
        yield _unknown(entry, "rule", Text("所检验的政策", "what is tested"), entry.rule or "", rules)
        return
    meant = {item for name, item in where.names if bare(name) == bare(entry.condition)}
    if not meant:
        said = Text(f"「{where.ids[0]}」", f"`{where.ids[0]}`")
        yield _unknown(entry, "condition", said, entry.condition, where.shown)
        return
    of_it = [gap for gap in gaps if gap.rule in where.ids]
    found = [gap for gap in of_it if gap.item in meant or (gap.leaf and gap.leaf.id in meant)]
    for gap in found:
        gap.reason = entry.reason.text
    if not found:
        yield entry.fault(messages.NOTHING_UNCOVERED, "condition", found=entry.condition)


def _unknown(entry: Uncovered, key: str, where: Text, found: str, known: list[str]) -> Diagnostic:
    names = list(dict.fromkeys(known))
    listed = Text("、".join(names) or "无", ", ".join(names) or "none")
    guess = nearest(found, names)
    return entry.fault(messages.NO_SUCH_PART, key, suggestion=guess, where=where, found=found, known=listed)


def _where(coverage: Coverage, file: CaseFile, entry: Uncovered) -> _Named | None:
    """Return what can be named in the rule that an entry means, or of the policy and its question; None if no rule."""
    policies = {policy.policy.id: policy for policy in coverage.policies}
    if entry.rule is None:
        own = policies[file.policy]
        asked = [q for q in coverage.questions if q.question.name == own.policy.question]
        conditions = [*own.conditions.values(), *(c for question in asked for c in question.conditions.values())]
        ids = (file.policy, *(question.id for question in asked))
        return _Named(ids, list(_of_conditions(conditions)), _written(conditions))
    policy, _, name = entry.rule.rpartition("#")
    tally = policies.get(policy or file.policy)
    rule = tally.rules.get(name) if tally is not None else None
    return _Named((rule.rule.id,), list(_of_rule(rule)), _shown(rule)) if rule is not None else None


def _written(conditions: Iterable[Condition]) -> list[str]:
    return [leaf.feel for condition in conditions for leaf in condition.tests.values()]


def _shown(tally: RuleTally) -> list[str]:
    rows = [f"row/{number}" for number, _ in enumerate(tally.rows, 1)]
    return [*_written(tally.conditions.values()), *tally.exceptions, *tally.overrides, *rows, UNDETERMINED, BOUNDARY]


def _of_rule(tally: RuleTally) -> Iterator[tuple[str, str]]:
    yield from ((state, state) for state in (UNDETERMINED, BOUNDARY))
    yield from _of_conditions(tally.conditions.values())
    for clause in tally.exceptions.values():
        leaves = [i for c in tally.conditions.values() if c.clause == clause.name for i in c.tests]
        for name in (clause.name, *(clause.title or ())):
            yield from ((name, item) for item in (clause.name, *leaves))
    for place in tally.overrides.values():
        yield from ((name, place.rule) for name in (place.rule, place.rule.rpartition("#")[2]))
    yield from ((f"row/{number}", f"row/{number}") for number, _ in enumerate(tally.rows, 1))


def _of_conditions(conditions: Iterable[Condition]) -> Iterator[tuple[str, str]]:
    for condition in conditions:
        for leaf in condition.tests.values():
            yield from ((name, leaf.id) for name in leaf.names)
        for names, leaves in condition.groups:
            yield from ((name, leaf) for name in names for leaf in leaves)
