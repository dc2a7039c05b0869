"""Findings as plain data: rules, conditions, evidence, each with its stable id.

In: findings of a decision. Out: JSON data. Ids are made of policy, rule and place; they depend neither on the record
nor on other packs.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.data_values import Data, Values, citation_data, text_data, type_of
from cadre_rules.explain.determined import declared, is_determination, made_on
from cadre_rules.explain.facts_text import listing_text
from cadre_rules.explain.needs import need_id
from cadre_rules.explain.shortfall import demand, shortfall
from cadre_rules.explain.text_reasons import set_by_text, status_text
from cadre_rules.explain.values import value_in
from cadre_rules.feel.types import DATE
from cadre_rules.feel.values import UNKNOWN

if TYPE_CHECKING:
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Evidence, Fact, Listing
    from cadre_rules.explain.findings import ConditionNode, ExceptionNode, Finding, Shown
    from cadre_rules.explain.procedures import StepView


class Findings:
    """Writes the findings of one decision."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.plan = decision.outcome.plan
        self.values = Values(decision)

    def all(self) -> list[Data]:
        """Return every finding, in the order in which rules were looked at."""
        return [self.finding(finding) for finding in self.decision.findings]

    def finding(self, finding: Finding) -> Data:
        """Return one rule and what became of it."""
        rule = finding.rule
        policy = self.plan.policies.policies[rule.policy]
        rows = rule.table.rows if rule.table is not None else ()
        return {
            "rule": rule.id,
            "policy": {"id": policy.id, "title": text_data(policy.title), "pack": policy.pack},
            "kind": rule.kind,
            "title": text_data(rule.title),
            "status": finding.status,
            "status_text": text_data(status_text(finding)),
            "citation": citation_data(rule.citation),
            "note": text_data(rule.note),
            "in_force": {
                "from": policy.in_force_from.isoformat() if policy.in_force_from else None,
                "to": policy.in_force_to.isoformat() if policy.in_force_to else None,
                "parameter": policy.in_force_parameter,
            },
            "gates": [
                {"gate": name, "truth": truth, "condition": self.condition(node) if node is not None else None}
                for name, node, truth in finding.gates
            ],
            "condition": self.condition(finding.condition) if finding.condition is not None else None,
            "rows": [
                {"condition": self.condition(row), "conclusions": list(written.conclusions)}
                for row, written in zip(finding.rows, rows, strict=True)
            ],
            "exceptions": [self.exception(rule.id, exception) for exception in finding.exceptions],
            "displaced_by": [{"rule": d.rule, "by_rank": d.by_rank, "truth": d.truth} for d in finding.displacers],
            "conclusions": [{"conclusion": name, "truth": truth} for name, truth in finding.conclusions],
            "shown": [self.shown(shown) for shown in finding.shown],
            "procedure": self.procedure(finding) if rule.procedure is not None else None,
        }

    def procedure(self, finding: Finding) -> Data:
        """Return the steps of a procedure with what became of each."""
        procedure = finding.rule.procedure
        assert procedure is not None
        return {
            "any_order": procedure.any_order,
            "parameter": self.parameter(procedure.parameter) if procedure.parameter is not None else None,
            "steps": [self.step(view) for view in finding.steps],
        }

    def step(self, view: StepView) -> Data:
        """Return a step: the day on which it was taken, its record, and what is wrong with it."""
        path = self.decision.names.path_of(view.item) if view.item is not None else None
        return {
            "step": view.step.name,
            "title": text_data(view.title),
            "by": text_data(view.step.by),
            "truth": view.truth,
            "needed": view.needed,
            "on": self.values.value(view.on, DATE),
            "record": self.decision.names.pointer(path) if path is not None else None,
            "condition": view.node.id,
            "faults": [
                {"kind": f.kind, "truth": f.truth, "text": text_data(f.text), "condition": f.condition}
                for f in view.faults
            ],
        }

    def exception(self, rule: str, exception: ExceptionNode) -> Data:
        """Return an exception of a rule."""
        clause = exception.clause
        return {
            "id": f"{rule}/unless/{clause.name}",
            "title": text_data(clause.title),
            "truth": exception.condition.truth,
            "condition": self.condition(exception.condition),
            "citation": citation_data(clause.citation),
            "note": text_data(clause.note),
        }

    # conditions -----------------------------------------------------------------------------------------------

    def condition(self, node: ConditionNode) -> Data:
        """Return a condition with its parts, the values it compares and what stands behind them."""
        return {
            "id": node.id,
            "kind": node.kind,
            "truth": node.truth,
            "text": text_data(node.text),
            "parts": [self.condition(part) for part in node.parts],
            "operator": node.operator,
            "actual": self.shown(node.actual) if node.actual is not None else None,
            "required": self.required(node, node.required) if node.required is not None else None,
            "shortfall": text_data(shortfall(node)),
            "evidence": self.evidence(node) if node.kind == "test" else None,
        }

    def shown(self, shown: Shown) -> Data:
        """Return a value that a condition or a rule shows."""
        return {
            "id": shown.id,
            "label": text_data(shown.label),
            "value": self.values.value(shown.value, shown.type),
            "parameter": self.parameter(shown.parameter) if shown.parameter is not None else None,
        }

    def required(self, node: ConditionNode, shown: Shown) -> Data:
        """Return what is asked for, with the words of the comparison."""
        demanded = (
            demand(node, value_in(shown.value, shown.type, language, shown.unit), language) for language in LANGUAGES
        )
        return {**self.shown(shown), "demand": text_data(Text(*demanded))}

    def parameter(self, id_: str) -> Data:
        """Return a parameter with the value in force and since when; no value where it is open."""
        bound = self.plan.parameters[id_]
        value = bound.value
        dated = bound.parameter.in_force(self.decision.as_of)
        return {
            "id": id_,
            "title": text_data(bound.parameter.title),
            "value": self.values.value(value, bound.parameter.type),
            "unit": text_data(bound.parameter.unit),
            "since": bound.since.isoformat() if bound.since else None,
            "set_by": bound.set_by,
            "set_by_text": text_data(set_by_text(self.decision, bound.set_by)) if bound.set_by else None,
            "citation": citation_data(dated.citation if dated is not None else bound.parameter.citation),
            "note": text_data(bound.parameter.note),
        }

    # evidence -------------------------------------------------------------------------------------------------

    def evidence(self, node: ConditionNode) -> Data:
        """Return the facts, determinations, lists and parameters behind a test, and what is missing."""
        found: Evidence = node.evidence
        facts = [fact for fact in found.facts.values() if not is_determination(fact)]
        looked_up = [fact for fact in found.facts.values() if is_determination(fact)]
        return {
            "facts": [self.values.fact(fact) for fact in facts],
            "determinations": [self.determination(fact) for fact in looked_up],
            "lists": [self.listing(node, i, one) for i, one in enumerate(found.listings)],
            "parameters": [self.parameter(id_) for id_ in found.parameters],
            "missing": [need_id(missing, self.decision.record) for missing in found.missing],
        }

    def listing(self, node: ConditionNode, number: int, listing: Listing) -> Data:
        """Return a list that a test went through, with every item and what became of it."""
        listings = node.evidence.listings
        above = next((i for i, one in enumerate(listings) if one is listing.above), None)
        return {
            "id": f"{node.id}/list/{number}",
            "definition": listing.definition,
            "text": text_data(listing_text(self.decision, listing)),
            "items_are": "matched" if listing.matches else "chosen",
            "out_of": f"{node.id}/list/{above}" if above is not None else None,
            "members": [self.values.member(member) for member in listing.members.values()],
        }

    def determination(self, fact: Fact) -> Data:
        """Return a matter that people determine: what stands, and every determination on record."""
        matter = str(fact.path[1])
        found = declared(self.plan.policies, matter)
        return {
            "id": f"determination:{matter}",
            "title": text_data(found.title if found else Text(matter, matter)),
            "by": text_data(found.by if found else None),
            "outcome": self.values.value(fact.value, fact.type),
            "made": [
                {
                    "pointer": self.decision.names.pointer(one.path),
                    "outcome": self.values.value(one.item.get("outcome", UNKNOWN), fact.type),
                    **{name: self._part(one.item.get(name, UNKNOWN), name) for name in ("by", "on", "basis")},
                    "counts": one.flaw is None,
                    "why_not": text_data(one.flaw),
                    "position": self.values.position(one.path),
                }
                for one in made_on(self.decision, fact)
            ],
        }

    def _part(self, value: Any, name: str) -> Data:
        return self.values.value(value, type_of(("determinations", 0, name)))
