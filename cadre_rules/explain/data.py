"""A decision as plain data: the published form, schema `schemas/v1/decision.json`.

In: a `Decision`. Out: JSON data without floats, every text in both languages. A published form never changes: what
would break a reader needs version 2 beside it.
"""

from __future__ import annotations

import json
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.explain.answer import ADVICE
from cadre_rules.explain.computed import interpreted_steps
from cadre_rules.explain.data_findings import Findings
from cadre_rules.explain.data_values import Data, text_data
from cadre_rules.vocabulary.codes import FALSE, TRUE
from cadre_rules.vocabulary.subjects import KINDS

if TYPE_CHECKING:
    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.needs import Need

VERSION = 1
SCHEMA_ID = f"urn:cadre-rules:schema:v{VERSION}:decision"
SCHEMA_FILE = Path(__file__).parent / "schemas" / f"v{VERSION}" / "decision.json"


def decision_schema() -> dict[str, Any]:
    """Return the JSON Schema (draft 2020-12) of `decision_data`."""
    loaded: dict[str, Any] = json.loads(SCHEMA_FILE.read_text(encoding="utf-8"))
    return loaded


def decision_data(decision: Decision) -> Data:
    """Return the decision as data."""
    findings = Findings(decision)
    return {
        "schema": SCHEMA_ID,
        "advice": text_data(ADVICE),
        "question": _question(decision),
        "subject": _subject(decision),
        "as_of": decision.as_of.isoformat(),
        "answer": _answer(decision.decided),
        "conclusions": _conclusions(decision),
        "policies": _policies(decision),
        "record": _record(decision),
        "computation": _computation(decision),
        "findings": findings.all(),
        "parameters": [findings.parameter(id_) for id_ in decision.outcome.plan.parameters],
        "needs": [_need(decision, need) for need in decision.needs],
        "earliest": _earliest(decision),
        "sensitive": _sensitive(decision),
        "warnings": [warning.to_dict() for warning in decision.subject.warnings],
    }


def _question(decision: Decision) -> Data:
    question = decision.outcome.plan.question
    return {
        "id": question.name,
        "title": text_data(question.title),
        "asks": text_data(question.asks),
        "mode": question.mode,
        "pack": question.pack,
    }


def _subject(decision: Decision) -> Data:
    subject = decision.subject
    head = decision.outcome.facts.get(KINDS[subject.kind].head)
    id_ = subject.item or (head.get("id") if isinstance(head, dict) else None)
    return {
        "kind": subject.kind,
        "id": id_ if isinstance(id_, str) else None,
        "name": subject.name,
        "pointer": decision.names.pointer((subject.kind,)) if subject.item is not None else "",
    }


def _answer(answer: Answer) -> Data:
    return {
        "value": answer.value,
        "text": text_data(answer.text),
        "settled": answer.settled,
        "concluded": list(answer.concluded),
        "open": list(answer.open),
        "conflicts": [list(pair) for pair in answer.conflicts],
    }


def _conclusions(decision: Decision) -> list[Data]:
    """Return every conclusion that the question may draw, with the rules that draw it."""
    outcome, question = decision.outcome, decision.outcome.plan.question
    truths = {TRUE: "true", FALSE: "false"}
    return [
        {
            "conclusion": name,
            "truth": truths.get(outcome.truth(outcome.plan.conclusions[name]), "unknown"),
            "text": text_data(conclusion.text),
            "sentence": text_data(conclusion.sentence),
            "opens": text_data(conclusion.opens),
            "severity": conclusion.severity,
            "notice": conclusion.notice,
            "rules": [
                {"rule": finding.id, "truth": dict(finding.conclusions)[name]}
                for finding in decision.findings
                if name in dict(finding.conclusions)
            ],
        }
        for name, conclusion in question.conclusions.items()
    ]


def _policies(decision: Decision) -> Data:
    policies = decision.outcome.plan.policies
    adoption = policies.adoption
    return {
        "hash": policies.hash,
        "packs": [
            {
                "name": pack.name,
                "title": text_data(pack.title),
                "version": pack.version,
                "layer": pack.layer,
                "jurisdiction": text_data(pack.jurisdiction),
                "example": pack.example,
                "hash": pack.hash,
            }
            for pack in policies.packs.values()
        ],
        "adoption": None
        if adoption is None
        else {
            "name": adoption.name,
            "title": text_data(adoption.title),
            "unit": text_data(adoption.unit),
            "from": adoption.from_.isoformat() if adoption.from_ else None,
            "packs": list(adoption.packs),
            "example": adoption.example,
            "hash": adoption.hash,
        },
    }


def _record(decision: Decision) -> Data:
    record = decision.record
    return {
        "name": record.name,
        "hash": record.hash,
        "format": record.source_format,
        "notes": [text_data(note) for note in record.notes],
    }


def _computation(decision: Decision) -> Data:
    outcome = decision.outcome
    plan = outcome.plan
    whole = outcome.trace is None
    return {
        "by": "interpreter" if whole else "kernel",
        "reason": outcome.reason if whole else None,
        "interpreted_steps": [{"step": id_, "reason": why} for id_, why in interpreted_steps(outcome)],
        "plan": {
            "since": plan.since.isoformat() if plan.since else None,
            "until": plan.until.isoformat() if plan.until else None,
        },
    }


def _need(decision: Decision, need: Need) -> Data:
    return {
        "id": need.id(decision.record),
        "kind": need.kind,
        "text": text_data(need.text),
        "supplier": text_data(need.supplier),
        "effect": need.effect,
        "rules": list(need.rules),
        "outcomes": [{"value": text_data(text), "answer": _answer(answer)} for text, answer in need.outcomes],
        "outcomes_complete": need.complete,
    }


def _earliest(decision: Decision) -> Data:
    timeline = decision.timeline
    return {
        "until": timeline.until.isoformat(),
        "changes": [{"on": c.on.isoformat(), "answer": _answer(c.answer)} for c in timeline.changes],
    }


def _sensitive(decision: Decision) -> list[Data]:
    names = decision.names
    return [
        {
            "pointer": names.pointer(entry.path),
            "name": text_data(names.fact(entry.path)),
            "counted_as": entry.counted_as.iso(),
            "other": entry.other.iso(),
            "answer": _answer(entry.answer),
        }
        for entry in decision.sensitive
    ]
