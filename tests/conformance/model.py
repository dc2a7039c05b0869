"""A DMN model: its requirements graph, and the evaluation of decisions, functions and services in it."""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Any

from defusedxml.ElementTree import parse as parse_xml

from cadre_rules.feel.coercion import convert
from cadre_rules.feel.types import FunctionType, Type
from cadre_rules.feel.values import FunctionValue

from .boxed import KINDS, Boxes, Variables
from .item_types import ItemTypes
from .xml_values import first, local, named

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path
    from xml.etree.ElementTree import Element

_NODES = ("decision", "inputData", "businessKnowledgeModel", "decisionService")


@dataclass
class Run:
    """One evaluation: the inputs that were given, and what has been computed so far."""

    given: dict[str, Any]  # by global id
    done: dict[str, Any] = field(default_factory=dict)


class Model:
    """One model file with the models it imports."""

    def __init__(self, path: Path, beside: dict[str, Model] | None = None) -> None:
        root = parse_xml(path).getroot()
        assert root is not None
        self.root: Element = root
        self.namespace = self.root.get("namespace", "")
        nodes = [e for e in self.root if local(e) in _NODES]
        self.nodes = {str(e.get("id") or e.get("name")): e for e in nodes}  # an id is not required
        self.types = ItemTypes(self.root)
        self.imports: dict[str, Model] = {}
        self._load_imports(path, beside if beside is not None else {})
        self.boxes = Boxes(self.types, set(self._names()))

    def _load_imports(self, path: Path, beside: dict[str, Model]) -> None:
        beside[self.namespace] = self
        wanted = {str(e.get("namespace")): str(e.get("name")) for e in named(self.root, "import")}
        for other in sorted(path.parent.glob("*.dmn")) if wanted else ():
            root = parse_xml(other).getroot()
            namespace = "" if root is None else root.get("namespace", "")
            if namespace in wanted:
                model = beside.get(namespace) or Model(other, beside)
                self.imports[wanted[namespace]] = model
                self.types.add_import(wanted[namespace], model.types)

    def _names(self) -> Iterator[str]:
        yield from (str(e.get("name")) for e in self.nodes.values())
        yield from self.types.names()
        for element in self.root.iter():
            if local(element) in ("variable", "column", "output"):
                yield str(element.get("name"))
            yield from filter(None, [element.get("iteratorVariable")])
        for name, model in self.imports.items():
            yield name
            yield from model._names()

    def find(self, name: str) -> str | None:
        """Return the id of a decision or service by its name."""
        return next((key for key, e in self.nodes.items() if e.get("name") == name and local(e) != "inputData"), None)

    def inputs_by_name(self, given: dict[str, Any]) -> dict[str, Any]:
        """Return inputs by global id; an imported one is named `import.input`, or comes inside a context."""
        found: dict[str, Any] = {}
        for name, value in given.items():
            key = next((k for k, e in self.nodes.items() if e.get("name") == name), None)
            if key is not None:
                found[f"{self.namespace}#{key}"] = value
            for prefix, model in self.imports.items():
                if name == prefix and isinstance(value, dict):
                    found |= model.inputs_by_name(value)
                elif name.startswith(f"{prefix}."):
                    found |= model.inputs_by_name({name[len(prefix) + 1 :]: value})
            if key is None and not found:
                for model in self.imports.values():
                    found |= model.inputs_by_name({name: value})
        return found

    def _target(self, reference: str) -> tuple[Model, str, str | None]:
        """Return the model, the id and the import name of what a `href` points to."""
        namespace, _, key = reference.rpartition("#")
        for name, model in self.imports.items():
            if namespace == model.namespace and namespace != self.namespace:
                return model, key, name
        return self, key, None

    def _type(self, element: Element) -> Type | None:
        variable = first(element, "variable")
        return None if variable is None else self.types.get(variable.get("typeRef"))

    def value(self, key: str, run: Run) -> Any:
        """Return the value of a node in a run."""
        identity = f"{self.namespace}#{key}"
        if identity in run.given:
            return convert(run.given[identity], self._type(self.nodes[key]))
        if identity not in run.done:
            run.done[identity] = None  # a cycle comes out null
            run.done[identity] = self._compute(self.nodes[key], run)
        return run.done[identity]

    def _compute(self, element: Element, run: Run) -> Any:
        kind = local(element)
        if kind == "inputData":
            return None
        if kind == "decisionService":
            return self.service(element, run)
        variables = self.required(element, run)
        if kind == "businessKnowledgeModel":
            return self._knowledge(element, variables)
        return convert(self.boxes.expression(element, variables), self._type(element))

    def required(self, element: Element, run: Run) -> Variables:
        """Return what a node requires, by name; what is imported stands in a context of the import's name."""
        variables: Variables = {}
        for requirement in named(element, "informationRequirement", "knowledgeRequirement"):
            for link in requirement:
                if link.get("href") is None:
                    continue
                model, key, prefix = self._target(str(link.get("href")))
                if key not in model.nodes:
                    continue
                value = model.value(key, run)
                target = variables if prefix is None else variables.setdefault(prefix, {})
                target[str(model.nodes[key].get("name"))] = value
        return variables

    def _knowledge(self, element: Element, variables: Variables) -> Any:
        logic = first(element, "encapsulatedLogic")
        if logic is None:
            return None
        function = self.boxes._functionDefinition(logic, variables)
        declared = self._type(element)
        body = next(named(logic, *KINDS), None)
        result = declared.result if isinstance(declared, FunctionType) else declared
        if body is not None and result is None:
            result = self.types.get(body.get("typeRef"))
        inner = function.call
        return FunctionValue(
            function.parameters,
            lambda *values: convert(inner(*values), result),
            declared=function.declared,
            result=result,
            name=str(element.get("name")),
        )

    def service(self, element: Element, run: Run) -> FunctionValue:
        """Return the function that a decision service is."""
        ends: dict[str, list[tuple[Model, str, str | None]]] = {}
        for kind in ("inputData", "inputDecision", "outputDecision"):
            ends[kind] = [self._target(str(e.get("href"))) for e in named(element, kind)]
        inputs = ends["inputData"] + ends["inputDecision"]
        names = tuple(
            (f"{prefix}." if prefix else "") + str(model.nodes[key].get("name")) for model, key, prefix in inputs
        )

        def call(*values: Any) -> Any:
            given = {f"{m.namespace}#{k}": v for (m, k, _), v in zip(inputs, values, strict=True)}
            inner = Run({**run.given, **given})
            outputs = {str(m.nodes[k].get("name")): m.value(k, inner) for m, k, _ in ends["outputDecision"]}
            value = next(iter(outputs.values())) if len(outputs) == 1 else outputs
            return convert(value, result)

        declared = tuple(model._type(model.nodes[key]) for model, key, _ in inputs)
        found = self._type(element)
        result = found.result if isinstance(found, FunctionType) else found
        return FunctionValue(names, call, declared=declared, result=result, name=str(element.get("name")))

    def literal_only(self) -> bool:
        """Whether the logic of all decisions is literal expressions, and that of functions too."""
        for element in self.nodes.values():
            logic = element
            if local(element) == "businessKnowledgeModel":
                logic = first(element, "encapsulatedLogic")  # type: ignore[assignment]
            if local(element) in ("decision", "businessKnowledgeModel") and logic is not None:
                boxes = [local(box) for box in named(logic, *KINDS)]
                if boxes != ["literalExpression"]:
                    return False
        return True
