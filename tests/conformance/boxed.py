"""Boxed expressions of DMN's XML, evaluated through the FEEL of this project."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel import interpret, parse
from cadre_rules.feel.coercion import convert
from cadre_rules.feel.functions import call_function
from cadre_rules.feel.tables import evaluate_table, table_from_shape
from cadre_rules.feel.tree import For, Iterator_, Name, Quantified
from cadre_rules.feel.types import FunctionType, Type
from cadre_rules.feel.values import FunctionValue

from .xml_values import first, local, named, text_of

if TYPE_CHECKING:
    from xml.etree.ElementTree import Element

    from .item_types import ItemTypes

KINDS = (
    "literalExpression",
    "context",
    "invocation",
    "decisionTable",
    "functionDefinition",
    "list",
    "relation",
    "conditional",
    "filter",
    "for",
    "some",
    "every",
)
_POLICIES = {
    "UNIQUE": "U",
    "ANY": "A",
    "PRIORITY": "P",
    "FIRST": "F",
    "RULE ORDER": "R",
    "OUTPUT ORDER": "O",
    "COLLECT": "C",
}
_AGGREGATORS = {"SUM": "+", "MIN": "<", "MAX": ">", "COUNT": "#"}

Variables = dict[str, Any]


class Boxes:
    """Evaluates the boxed expressions of one model; `names` are all names that its texts may use."""

    def __init__(self, types: ItemTypes, names: set[str]) -> None:
        self.types = types
        self.names = names

    def expression(self, parent: Element | None, variables: Variables) -> Any:
        """Return the value of the expression that is a child of `parent`."""
        box = None if parent is None else next(named(parent, *KINDS), None)
        return None if box is None else self.box(box, variables)

    def box(self, box: Element, variables: Variables) -> Any:
        """Return the value of an expression as its own type admits it."""
        value = getattr(self, f"_{local(box)}")(box, variables)
        type_ = self.types.get(box.get("typeRef"))
        if local(box) in ("functionDefinition", "invocation", "decisionTable") or type_ is None:
            return value
        return convert(value, type_)

    def feel(self, text: str | None, variables: Variables) -> Any:
        """Return the value of a FEEL text; null if it is not FEEL."""
        try:
            tree = parse(text or "", names=self.names | variables.keys(), types=self.types.all())
        except FeelSyntaxError:
            return None
        return interpret(tree, variables)

    def _literalExpression(self, box: Element, variables: Variables) -> Any:  # noqa: N802 - named as in the XML
        return self.feel(text_of(box), variables)

    def _context(self, box: Element, variables: Variables) -> Any:
        made: Variables = {}
        for entry in named(box, "contextEntry"):
            variable = first(entry, "variable")
            value = self.expression(entry, {**variables, **made})
            if variable is None:
                return value
            made[str(variable.get("name"))] = convert(value, self.types.get(variable.get("typeRef")))
        return made

    def _invocation(self, box: Element, variables: Variables) -> Any:
        function = self.expression(box, variables)
        arguments: list[tuple[str | None, Any]] = []
        for binding in named(box, "binding"):
            parameter = first(binding, "parameter")
            assert parameter is not None
            arguments.append((parameter.get("name"), self.expression(binding, variables)))
        return call_function(function, arguments)

    def _functionDefinition(self, box: Element, variables: Variables) -> Any:  # noqa: N802
        parameters = list(named(box, "formalParameter"))
        names = tuple(str(p.get("name")) for p in parameters)
        external = box.get("kind") in ("Java", "PMML")

        def call(*values: Any) -> Any:
            if external:
                return None
            return self.expression(box, {**variables, **dict(zip(names, values, strict=True))})

        declared = tuple(self.types.get(p.get("typeRef")) for p in parameters)
        return FunctionValue(names, call, declared=declared, result=self._result(box))

    def _result(self, box: Element) -> Type | None:
        found = self.types.get(box.get("typeRef"))
        return found.result if isinstance(found, FunctionType) else found

    def _list(self, box: Element, variables: Variables) -> Any:
        return [self.box(item, variables) for item in named(box, *KINDS)]

    def _relation(self, box: Element, variables: Variables) -> Any:
        columns = [str(column.get("name")) for column in named(box, "column")]
        return [
            dict(zip(columns, (self.box(cell, variables) for cell in named(row, *KINDS)), strict=True))
            for row in named(box, "row")
        ]

    def _conditional(self, box: Element, variables: Variables) -> Any:
        condition = self.expression(first(box, "if"), variables)
        if not isinstance(condition, bool) and condition is not None:
            return None
        return self.expression(first(box, "then" if condition else "else"), variables)

    def _filter(self, box: Element, variables: Variables) -> Any:
        base = self.expression(first(box, "in"), variables)
        text = text_of(first(first(box, "match"), "literalExpression"))  # type: ignore[arg-type]
        return self.feel(f"filtered[{text}]", {**variables, "filtered": base})

    def _iteration(self, box: Element, variables: Variables, make: Any, body: str) -> Any:
        """Evaluate a boxed iterator as the tree of the textual one."""
        domain = self.expression(first(box, "in"), variables)
        inner = next(named(first(box, body), *KINDS))  # type: ignore[arg-type]
        try:
            tree = parse(text_of(inner) or "", names=self.names | variables.keys(), types=self.types.all())
        except FeelSyntaxError:
            return None
        name = str(box.get("iteratorVariable"))
        return interpret(
            make((Iterator_(name, Name("iterated domain")),), tree), {**variables, "iterated domain": domain}
        )

    def _for(self, box: Element, variables: Variables) -> Any:
        return self._iteration(box, variables, For, "return")

    def _some(self, box: Element, variables: Variables) -> Any:
        return self._iteration(box, variables, lambda i, c: Quantified("some", i, c), "satisfies")

    def _every(self, box: Element, variables: Variables) -> Any:
        return self._iteration(box, variables, lambda i, c: Quantified("every", i, c), "satisfies")

    def _decisionTable(self, box: Element, variables: Variables) -> Any:  # noqa: N802
        try:
            table = table_from_shape(self.shape(box), names=self.names | variables.keys(), types=self.types.all())
        except FeelSyntaxError:
            return None
        return evaluate_table(table, variables).value

    def shape(self, box: Element) -> dict[str, Any]:
        """Return a decision table in the shape of a policy file."""
        policy = _POLICIES[box.get("hitPolicy", "UNIQUE")] + _AGGREGATORS.get(box.get("aggregation", ""), "")
        inputs = []
        for clause in named(box, "input"):
            inner = first(clause, "inputExpression")
            values = text_of(first(clause, "inputValues"))
            inputs.append({"expression": text_of(inner) or "null"} | ({"values": values} if values else {}))
        outputs = []
        for clause in named(box, "output"):
            reference = clause.get("typeRef") or box.get("typeRef")
            values = text_of(first(clause, "outputValues")) or self.types.values(reference)
            default = text_of(first(clause, "defaultOutputEntry"))
            given = {"values": values, "default": default}
            outputs.append({"name": clause.get("name") or ""} | {k: v for k, v in given.items() if v})
        rules = [
            {
                "when": [text_of(cell) or "-" for cell in named(rule, "inputEntry")],
                "then": [text_of(cell) or "null" for cell in named(rule, "outputEntry")],
            }
            for rule in named(box, "rule")
        ]
        return {"inputs": inputs, "outputs": outputs, "hit_policy": policy, "rules": rules}
