"""Steps become instructions: typed FEEL trees lowered to primitives over integers.

In: a `Plan`. Out: a `Program`. What the kernel cannot hold exactly (free text functions, division, nested lists)
is left to the interpreter and marked so, with the reason. It must not look at any record.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel import interpret
from cadre_rules.feel.tree import (
    Arithmetic,
    Between,
    Call,
    Comparison,
    Filter,
    If,
    In,
    ListNode,
    Literal_,
    Logic,
    Name,
    Negation,
    Node,
    Path,
    Quantified,
    Range,
    UnaryTest,
)
from cadre_rules.feel.types import ContextType, Enumeration, ListType, Optional, strip_optional
from cadre_rules.feel.values import UNKNOWN as FEEL_UNKNOWN
from cadre_rules.plan.builder import Builder, NotExact, code_kind, kind_of
from cadre_rules.plan.codec import encode_constant
from cadre_rules.plan.compare import compare
from cadre_rules.plan.instructions import Element, Kind, Program, Scalar, Value
from cadre_rules.plan.lower_lists import lower_call, lower_filter, lower_quantified
from cadre_rules.vocabulary.codes import ABSENT, FALSE, NOT, TRUE, UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.types import Type
    from cadre_rules.plan.steps import Environment, Formula, Plan, Step

_WIDEST = 40  # operands of one expression of the kernel
_TEMPORAL_PARTS = {"year": "year_of", "month": "month_of", "day": "day_of"}


def lower(plan: Plan) -> Program:
    """Lower every step of `plan`."""
    return _Lowering(plan).program()


class _Lowering:
    """Lowers one plan. `item` is the list whose items a filter or quantifier is going through, if any."""

    def __init__(self, plan: Plan) -> None:
        self.plan = plan
        self.build = Builder()
        self.values: list[Value | None] = []
        self.interpreted: dict[int, str] = {}
        self.env: Environment | None = None
        self.items: list[tuple[str | None, str, ContextType]] = []  # (variable, list, item type)
        self.as_of = self.build.register()

    def program(self) -> Program:
        for step in self.plan.steps:
            self.values.append(self.step(step))
        self.drop_unused()
        return Program(
            tuple(self.build.instructions),
            self.build.layout,
            tuple(self.values),
            self.interpreted,
            self.build.registers,
        )

    def drop_unused(self) -> None:
        """Do not ask the interpreter for values that no other step builds on; they are computed when shown."""
        used = {o for i in self.build.instructions for o in i.operands}
        for index, (register, _) in list(self.build.layout.interpreted.items()):
            others = (v for i, v in enumerate(self.values) if i != index and isinstance(v, Scalar))
            if register not in used and all(v.at != register for v in others):
                del self.build.layout.interpreted[index]
                self.values[index] = None

    def step(self, step: Step) -> Value | None:
        if step.formula is not None:
            return self.formula(step.formula)
        assert step.tree is not None
        self.env = self.plan.environments[step.owner]
        mark = len(self.build.instructions)
        try:
            return self.lower(step.tree)
        except NotExact as reason:
            self.build.roll_back(mark)
            self.items.clear()
            self.build.virtual = False
            self.interpreted[step.index] = str(reason)
            return self.supplied(step)

    def supplied(self, step: Step) -> Value | None:
        """Take the step's value from the interpreter, where it surely has a code.

        An ordered value may be known only between bounds; then what builds on it is interpreted as well. Any value
        may be null: for the interpreter that is what an error gives.
        """
        kind = kind_of(step.type)
        if kind not in ("truth", "enum", "text"):
            return None
        register = self.build.register()
        self.build.layout.interpreted[step.index] = (register, step.type)
        return Scalar(register, kind, True, True)

    def formula(self, formula: Formula) -> Scalar:
        """Lower a Kleene formula; an empty conjunction is true, an empty disjunction false."""
        if formula.operator == "const":
            return Scalar(formula.operands[0], "truth")
        operands = [self.truth_of(self.values[i]) for i in formula.operands]
        if formula.operator == "not":
            return Scalar(self.negate(operands[0]), "truth")
        return Scalar(self.junction(formula.operator, operands), "truth")

    def negate(self, at: Any, domain: str | None = None) -> Any:
        return NOT[at] if isinstance(at, int) else self.build.emit("not", at, domain=domain)

    def junction(self, operator: str, operands: list[Any], domain: str | None = None) -> Any:
        """Return the operand of a Kleene junction; constants are folded away."""
        neutral, absorbing = (TRUE, FALSE) if operator == "and" else (FALSE, TRUE)
        rest = [o for o in operands if not (isinstance(o, int) and o == neutral)]
        if any(isinstance(o, int) and o == absorbing for o in rest):
            return absorbing
        if len(rest) <= 1:
            return rest[0] if rest else neutral
        while len(rest) > _WIDEST:
            rest = [
                self.build.emit(operator, *rest[i : i + _WIDEST], domain=domain) for i in range(0, len(rest), _WIDEST)
            ]
        return self.build.emit(operator, *rest, domain=domain)

    def truth_of(self, value: Value | None) -> Any:
        if value is None:
            raise AssertionError("a truth that only the interpreter has is supplied in a register")
        if not isinstance(value, Scalar) or value.kind != "truth":
            raise AssertionError("a formula is made of truths")
        return value.at if not value.maybe_absent else self.build.emit("truth", value.at, domain=value.domain)

    # expressions ----------------------------------------------------------------------------------------------

    def lower(self, node: Node) -> Value:
        """Lower one expression; raises `NotExact` where the kernel cannot hold it."""
        if isinstance(node, Literal_):
            return self.constant(node.value, node.type)
        if self.is_constant(node):
            return self.constant(interpret(node, {}, {}), node.type)
        method = _METHODS.get(type(node))
        if method is None:
            raise NotExact(f"`{type(node).__name__}` is evaluated by the interpreter")
        lowered: Value = method(self, node)
        return lowered

    def is_constant(self, node: Node) -> bool:
        """Return whether the expression names nothing but functions that need no record."""
        if isinstance(node, Call) and isinstance(node.function, Name):
            return node.function.name in _FOLDED and all(isinstance(a.value, Literal_) for a in node.arguments)
        return isinstance(node, Negation) and isinstance(node.operand, Literal_)

    def constant(self, value: Any, type_: Type | None) -> Scalar:
        kind, code = encode_constant(value, type_, self.build.text)
        return Scalar(code, kind, code == UNKNOWN, code == ABSENT)

    def name(self, node: Name) -> Value:
        field = self.item_name(node)
        if field is not None:
            return field
        assert self.env is not None
        bound = self.env.bindings[node.name]
        if bound.kind == "as_of":
            return Scalar(self.as_of, "date", False)
        if bound.kind == "parameter":
            return self.parameter(bound.target, node.type)
        if bound.kind == "step":
            value: Value | None = self.values[bound.target]
            if value is None:
                raise NotExact(f"`{node.name}` is evaluated by the interpreter")
            return value
        return self.fact((bound.target,), node.type)

    def parameter(self, id_: str, type_: Type | None) -> Scalar:
        value = self.plan.parameters[id_].value
        if value is FEEL_UNKNOWN:
            kind = code_kind(type_)
            return Scalar(1 if kind == "truth" else UNKNOWN, kind, True)
        return self.constant(value, type_)

    def item_name(self, node: Name) -> Value | None:
        """Return what a name means inside a filter or quantifier: the item, or one of its fields."""
        for variable, list_, type_ in reversed(self.items):
            if variable is None:
                if node.name == "item":
                    raise NotExact("an item as a whole has no code")
                if (found := type_.find(node.name)) is not None:
                    return self.build.item_field(list_, (found.en,), found.type)
            elif node.name == variable:
                raise NotExact("an item as a whole has no code")
        return None

    def fact(self, path: tuple[str, ...], type_: Type | None) -> Value:
        """Return a fact of the record: a scalar, or a whole list."""
        if isinstance(type_, ListType):
            if len(path) != 1 or not isinstance(type_.item, ContextType):
                raise NotExact("a list inside a record part is evaluated by the interpreter")
            return self.build.whole(path[0])
        assert type_ is not None
        return self.build.fact(path, type_)

    def path(self, node: Path) -> Value:
        names, root = _dotted(node)
        if isinstance(root, Name) and _is_context(node.base):
            found = self.dotted(root, names, node)
            if found is not None:
                return found
        base = self.lower(node.base)
        if isinstance(base, Element):
            return self.element_field(base, (node.name,), node.type)
        if isinstance(base, Scalar) and base.kind == "date" and node.name in _TEMPORAL_PARTS:
            out = self.build.emit(_TEMPORAL_PARTS[node.name], base.at, domain=base.domain)
            return Scalar(out, "number", base.maybe_unknown, base.maybe_absent, base.domain)
        raise NotExact("a projection over a list is evaluated by the interpreter")

    def dotted(self, root: Name, names: tuple[str, ...], node: Path) -> Value | None:
        """Lower `root.a.b` where the root is a quantifier's variable, an item, its context field or a record part."""
        for variable, list_, type_ in reversed(self.items):
            if root.name == variable or (variable is None and root.name == "item" and type_.find("item") is None):
                return self.build.item_field(list_, names, _declared(type_, names))
            if variable is None and type_.find(root.name) is not None:
                if isinstance(strip_optional(root.type or type_), ContextType):
                    path = (root.name, *names)
                    return self.build.item_field(list_, path, _declared(type_, path))
                return None
        assert self.env is not None
        bound = self.env.bindings[root.name]
        if bound.kind == "fact" and isinstance(strip_optional(root.type or node.type), ContextType):  # type: ignore[arg-type]
            return self.fact((bound.target, *names), node.type)
        return None

    def element_field(self, element: Element, path: tuple[str, ...], type_: Type | None) -> Scalar:
        kind = code_kind(type_)
        assert type_ is not None
        column = self.build.column(element.list, path, type_)
        primitive = "truth_item" if kind == "truth" else "item"
        return Scalar(self.build.emit(primitive, column, element.at), kind, True, True)

    def logic(self, node: Logic) -> Scalar:
        parts = [self.lower(o) for o in node.operands]
        domain = next((p.domain for p in parts if isinstance(p, Scalar) and p.domain), None)
        return Scalar(
            self.junction(node.operator, [self.truth_of(p) for p in parts], domain),
            "truth",
            domain=domain,
        )

    def comparison(self, node: Comparison) -> Scalar:
        return compare(self.build, node.operator, self.lower(node.left), self.lower(node.right), _ordered(node.left))

    def between(self, node: Between) -> Scalar:
        value = self.lower(node.value)
        low = compare(self.build, ">=", value, self.lower(node.low), _ordered(node.value))
        high = compare(self.build, "<=", value, self.lower(node.high), _ordered(node.value))
        return self.both("and", [low, high])

    def both(self, operator: str, parts: list[Scalar]) -> Scalar:
        domain = next((p.domain for p in parts if p.domain), None)
        return Scalar(self.junction(operator, [p.at for p in parts], domain), "truth", domain=domain)

    def membership(self, node: In) -> Scalar:
        value = self.lower(node.value)
        tests: list[Node] = []
        for test in node.tests:
            tests += test.items if isinstance(test, ListNode) else [test]
        return self.both("or", [self.test(value, t, _ordered(node.value)) for t in tests])

    def test(self, value: Value, test: Node, ordered: bool) -> Scalar:
        if isinstance(test, UnaryTest):
            return compare(self.build, test.operator, value, self.lower(test.operand), ordered)
        if isinstance(test, Range):
            parts = []
            if test.low is not None:
                operator = ">=" if test.low_included else ">"
                parts.append(compare(self.build, operator, value, self.lower(test.low), ordered))
            if test.high is not None:
                operator = "<=" if test.high_included else "<"
                parts.append(compare(self.build, operator, value, self.lower(test.high), ordered))
            return self.both("and", parts)
        if isinstance(strip_optional(test.type) if test.type else None, ListType):
            raise NotExact("membership in a list of facts is evaluated by the interpreter")
        return compare(self.build, "=", value, self.lower(test), ordered)

    def negation(self, node: Negation) -> Scalar:
        value = self.lower(node.operand)
        if not isinstance(value, Scalar) or value.kind not in ("number", "months"):
            raise NotExact("the negation of a value that is not exact here")
        return Scalar(
            self.build.emit("neg", value.at, domain=value.domain),
            value.kind,
            value.maybe_unknown,
            value.maybe_absent,
            value.domain,
        )

    def arithmetic(self, node: Arithmetic) -> Scalar:
        left, right = self.lower(node.left), self.lower(node.right)
        if not isinstance(left, Scalar) or not isinstance(right, Scalar):
            raise NotExact("arithmetic on a value that is only known between bounds")
        primitive = _ARITHMETIC.get((node.operator, left.kind, right.kind))
        if primitive is None:
            raise NotExact(f"`{node.operator}` of these types is evaluated by the interpreter")
        name, kind = primitive
        domain = left.domain or right.domain
        return Scalar(
            self.build.emit(name, left.at, right.at, domain=domain),
            kind,
            left.maybe_unknown or right.maybe_unknown,
            left.maybe_absent or right.maybe_absent,
            domain,
        )

    def conditional(self, node: If) -> Scalar:
        condition, yes, no = self.lower(node.condition), self.lower(node.yes), self.lower(node.no)
        if not isinstance(yes, Scalar) or not isinstance(no, Scalar):
            raise NotExact("a choice between values that have no code")
        if not isinstance(condition, Scalar):
            raise NotExact("a condition that has no code")
        truth = condition.at
        if condition.maybe_absent:  # an absent condition takes the other branch, as FEEL says
            truth = self.build.emit("holds", truth, domain=condition.domain)
        domain = next((v.domain for v in (condition, yes, no) if isinstance(v, Scalar) and v.domain), None)
        kind = kind_of(node.type) or (yes.kind if yes.at != ABSENT else no.kind)
        primitive = "truth_select" if kind == "truth" else "select"
        out = self.build.emit(primitive, truth, yes.at, no.at, domain=domain)
        return Scalar(out, kind, True, yes.maybe_absent or no.maybe_absent, domain)


def _filter(self: _Lowering, node: Filter) -> Value:
    return lower_filter(self, node)


def _quantified(self: _Lowering, node: Quantified) -> Value:
    return lower_quantified(self, node)


def _call(self: _Lowering, node: Call) -> Value:
    return lower_call(self, node)


_FOLDED = frozenset({"date", "duration", "number", "years and months duration"})
_ARITHMETIC: Mapping[tuple[str, Kind, Kind], tuple[str, Kind]] = {
    ("+", "number", "number"): ("add", "number"),
    ("-", "number", "number"): ("sub", "number"),
    ("+", "months", "months"): ("add", "months"),
    ("-", "months", "months"): ("sub", "months"),
    ("+", "date", "months"): ("add_months", "date"),
    ("-", "date", "months"): ("sub_months", "date"),
}
_METHODS: Mapping[type, Any] = {
    Name: _Lowering.name,
    Path: _Lowering.path,
    Logic: _Lowering.logic,
    Comparison: _Lowering.comparison,
    Between: _Lowering.between,
    In: _Lowering.membership,
    Negation: _Lowering.negation,
    Arithmetic: _Lowering.arithmetic,
    If: _Lowering.conditional,
    Filter: _filter,
    Quantified: _quantified,
    Call: _call,
}


def _is_context(node: Node) -> bool:
    """Return whether a node is a part of a record or an item of a list, not a value such as a date."""
    return node.type is not None and isinstance(strip_optional(node.type), ContextType)


def _declared(type_: ContextType, path: tuple[str, ...]) -> Type:
    """Return the type of a field as it is declared: what a condition has tested narrows only the type of its node."""
    found: Type = type_
    absent = False
    for name in path:
        part = strip_optional(found)
        assert isinstance(part, ContextType)
        field = part.find(name)
        assert field is not None
        found = field.type
        absent = absent or isinstance(found, Optional)
    return Optional(strip_optional(found)) if absent else found


def _dotted(node: Path) -> tuple[tuple[str, ...], Node]:
    names: list[str] = []
    at: Node = node
    while isinstance(at, Path):
        names.append(at.name)
        at = at.base
    return tuple(reversed(names)), at


def _ordered(node: Node) -> bool:
    type_ = strip_optional(node.type) if node.type else None
    return not isinstance(type_, Enumeration) or type_.ordered
