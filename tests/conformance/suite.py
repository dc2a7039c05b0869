"""The public conformance suite (dmn-tck): finding it, running its cases, counting what agrees."""

from __future__ import annotations

import os
from collections import Counter
from dataclasses import dataclass, field
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import parse as parse_xml

from cadre_rules.feel.comparison import same
from cadre_rules.feel.functions import call_function
from cadre_rules.feel.values import FunctionValue

from .model import Model, Run
from .xml_values import first, local, named, value_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

TOLERANCE = Decimal("1e-8")
TERNARY = ("0064", "0065", "0066", "0106", "0107")
GROUPS = ("literal", "ternary", "error", "table", "other")


@dataclass(frozen=True, slots=True)
class Outcome:
    """One result node of one case: what was expected and what came out."""

    model: str
    case: str
    node: str
    group: str
    agrees: bool
    expected: Any
    found: Any

    @property
    def name(self) -> str:
        """How the result is called in lists of deviations."""
        return f"{self.model}/{self.case}/{self.node}"


@dataclass
class Tally:
    """Counts of one group."""

    agreed: int = 0
    total: int = 0
    deviations: list[Outcome] = field(default_factory=list)

    @property
    def share(self) -> float:
        """The share that agrees, in percent."""
        return 100 * self.agreed / self.total if self.total else 100.0


def location() -> Path | None:
    """Return the folder of the suite: `$DMN_TCK`, else `../shared/dmn-tck`; None if it is not there."""
    given = os.environ.get("DMN_TCK")
    root = Path(__file__).resolve().parents[2]
    folder = Path(given) if given else root.parent / "shared" / "dmn-tck"
    return folder if (folder / "compliance-level-2").is_dir() else None


def run(folder: Path) -> Iterator[Outcome]:
    """Yield the outcome of every result node of every case."""
    for path in sorted(folder.glob("compliance-level-*/*/*-test-*.xml")):
        root = parse_xml(path).getroot()
        assert root is not None
        model = Model(path.parent / (first(root, "modelName").text or "").strip())  # type: ignore[union-attr]
        label = path.parent.name
        level2 = path.parent.parent.name == "compliance-level-2"
        literal = model.literal_only()
        for case in named(root, "testCase"):
            for result in named(case, "resultNode"):
                yield _outcome(model, label, case, result, literal=literal, level2=level2)


def _outcome(model: Model, label: str, case: Element, result: Element, *, literal: bool, level2: bool) -> Outcome:
    given = {str(node.get("name")): value_of(node) for node in named(case, "inputNode")}
    expected_element = first(result, "expected")
    expected = None if expected_element is None else value_of(expected_element)
    name = str(result.get("name"))
    found = evaluate(model, name, given, case, result)
    error = result.get("errorResult") == "true"
    has_table = any(local(e) == "decisionTable" for e in model.root.iter())
    if label[:4] in TERNARY:
        group = "ternary"
    elif error or (expected is None and expected_element is not None):
        group = "error"
    elif literal:
        group = "literal"
    else:
        group = "table" if level2 and has_table else "other"
    return Outcome(label, str(case.get("id")), name, group, agree(expected, found), expected, found)


def evaluate(model: Model, name: str, given: dict[str, Any], case: Element, result: Element) -> Any:
    """Return what a result node comes out as."""
    run_ = Run(model.inputs_by_name(given))
    kind = result.get("type") or case.get("type") or "decision"
    key = model.find(str(case.get("invocableName") or name)) if kind == "decisionService" else model.find(name)
    if key is None and case.get("invocableName"):
        key = model.find(str(case.get("invocableName")))
    if key is None:
        return None
    value = model.value(key, run_)
    element = model.nodes[key]
    if local(element) in ("decisionService", "businessKnowledgeModel") and isinstance(value, FunctionValue):
        arguments: list[tuple[str | None, Any]] = [(p, given.get(p)) for p in value.parameters]
        value = call_function(value, arguments)
        if isinstance(value, dict) and name in value and local(element) == "decisionService":
            return value[name]
    return value


def agree(expected: Any, found: Any) -> bool:
    """Return whether a result is what was expected.

    Numbers have to be equal. Only where the suite expects a number with eight decimal places or more, which
    it writes out of binary floating point or rounded, a difference of one hundred-millionth is allowed.
    """
    if isinstance(expected, Decimal) and isinstance(found, Decimal):
        return expected == found or (_is_rounded(expected) and abs(found - expected) <= TOLERANCE)
    if isinstance(expected, list) and isinstance(found, (list, tuple)):
        return len(expected) == len(found) and all(map(agree, expected, found))
    if isinstance(expected, dict) and isinstance(found, dict):
        return expected.keys() == found.keys() and all(agree(v, found[k]) for k, v in expected.items())
    return same(expected, found)


def _is_rounded(expected: Decimal) -> bool:
    exponent = expected.as_tuple().exponent
    return isinstance(exponent, int) and exponent <= -8


def tallies(outcomes: list[Outcome]) -> dict[str, Tally]:
    """Return the counts of each group, and of all together."""
    found = {group: Tally() for group in (*GROUPS, "all")}
    for outcome in outcomes:
        for tally in (found[outcome.group], found["all"]):
            tally.total += 1
            tally.agreed += outcome.agrees
            if not outcome.agrees:
                tally.deviations.append(outcome)
    return found


def by_model(outcomes: list[Outcome]) -> Counter[str]:
    """Return the number of deviations of each model."""
    return Counter(outcome.model for outcome in outcomes if not outcome.agrees)
