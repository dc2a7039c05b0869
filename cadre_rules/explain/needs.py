"""What is missing: the unknown facts that keep an answer open, most decisive first, and who can supply each.

In: findings. Out: `Need`s. Only open parts of open conditions are looked into, so that facts which cannot matter any
more are not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text
from cadre_rules.explain.evidence import Missing

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.findings import ConditionNode, Finding
    from cadre_rules.records.record import Record


@dataclass(frozen=True, slots=True)
class Need:
    """A missing fact: what it is, where it belongs, who can supply it, and the rules that it keeps open."""

    missing: Missing
    text: Text
    supplier: Text
    rules: tuple[str, ...]

    def id(self, record: Record) -> str:
        """Return what is missing as one word that is stable.

        A JSON pointer into the record as it was written, `determination:<matter>`, `parameter:<id>`, or `year:<yyyy>`.
        """
        missing = self.missing
        if missing.kind == "determination":
            return f"determination:{missing.name.rpartition(':')[2]}"
        if missing.kind in ("parameter", "year"):
            return f"{missing.kind}:{missing.name}"
        return record.pointer(*missing.path)


_RECORD = Text("由干部人事档案补充", "from the personnel record")
_ADOPTER = Text("由采用政策的单位设定", "set by the unit that adopts the policies")
_DEFAULT_MAKER = Text("由有权机关认定", "determined by the body in charge")


def needs(outcome: Outcome, findings: tuple[Finding, ...], name: Naming) -> tuple[Need, ...]:
    """Return the needs of the findings that are undetermined."""
    found: dict[Missing, list[str]] = {}
    for finding in findings:
        if finding.status != "undetermined":
            continue
        for missing in _missing(outcome, finding):
            rules = found.setdefault(missing, [])
            if finding.id not in rules:
                rules.append(finding.id)
    made = [Need(m, name.missing(m), _supplier(outcome, m), tuple(rules)) for m, rules in found.items()]
    return tuple(sorted(made, key=lambda need: -len(need.rules)))


def _missing(outcome: Outcome, finding: Finding) -> Iterator[Missing]:
    for gate, node, truth in finding.gates:
        if truth != "unknown":
            continue
        if gate == "in force":
            policy = outcome.plan.policies.policies[finding.rule.policy]
            yield Missing("parameter", name=policy.in_force_parameter or "")
        elif node is not None:
            yield from _open(node)
    if finding.condition is not None:
        yield from _open(finding.condition)
    for row in finding.rows:
        yield from _open(row)
    for exception in finding.exceptions:
        yield from _open(exception.condition)


def _open(node: ConditionNode) -> Iterator[Missing]:
    if node.truth != "unknown":
        return
    for part in node.parts:
        yield from _open(part)
    yield from node.evidence.missing


def _supplier(outcome: Outcome, missing: Missing) -> Text:
    if missing.kind == "parameter":
        return _ADOPTER
    if missing.kind == "determination":
        owner, _, matter = missing.name.rpartition(":")
        policy = outcome.plan.policies.policies.get(owner)
        found = policy.determinations.get(matter) if policy else None
        if found is not None and found.by is not None:
            return Text(f"由{found.by.zh}认定", f"determined by {found.by.en}")
        return _DEFAULT_MAKER
    return _RECORD


class Naming:
    """Names missing facts and paths in words; `pointer` gives the place in the record as it was written."""

    def __init__(self, outcome: Outcome) -> None:
        self.outcome = outcome

    def missing(self, missing: Missing) -> Text:
        """Return what is missing, as a phrase."""
        from cadre_rules.explain.naming import fact_name, list_text

        policies = self.outcome.plan.policies
        if missing.kind == "parameter":
            parameter = policies.parameters.get(missing.name)
            title = parameter.title if parameter else Text(missing.name, missing.name)
            return Text(f"参数“{title.zh}”的取值", f"the value of the parameter “{title.en}”")
        if missing.kind == "determination":
            owner, _, matter = missing.name.rpartition(":")
            found = policies.policies[owner].determinations[matter]
            choices = " / ".join(text.zh for _, text in found.outcomes)
            choices_en = " / ".join(text.en for _, text in found.outcomes)
            return Text(f"关于“{found.title.zh}”的认定（{choices}）", f"a determination: {found.title.en} ({choices_en})")
        if missing.kind == "list":
            name = list_text(str(missing.path[0]))
            return Text(f"完整的“{name.zh}”", f"the complete list of {name.en}")
        if missing.kind == "year":
            return Text(f"{missing.name}年度考核的情况", f"the annual assessment of {missing.name}")
        return fact_name(self.outcome.facts, missing.path)
