"""The interpreter: slow, obvious, and the reference for whatever is faster.

In: a tree, variables, domain functions. Out: a FEEL value; null for errors, as DMN says. Variables may hold
`UNKNOWN`, `Interval` and `PartialList`; what depends on them comes out unknown unless all that they may stand
for gives the same. This module must not know what the variables mean. DMN 1.5, 10.3.2.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel import tree
from cadre_rules.feel.arithmetic import arithmetic, negative
from cadre_rules.feel.builtins import BUILTINS
from cadre_rules.feel.coercion import is_instance
from cadre_rules.feel.comparison import compare, same
from cadre_rules.feel.functions import call_function, user_function
from cadre_rules.feel.iteration import combinations
from cadre_rules.feel.lists import by_condition, by_position, item_scope
from cadre_rules.feel.logic import Truth, conjunction, disjunction, negate, truth
from cadre_rules.feel.membership import make_range, meets, ranked
from cadre_rules.feel.properties import path
from cadre_rules.feel.scope import MISSING, Scope
from cadre_rules.feel.types import BOOLEAN, NUMBER, strip_optional
from cadre_rules.feel.values import UNKNOWN, FunctionValue, Interval, RangeValue

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type

_TRUTHS: Final = (
    tree.Comparison,
    tree.Logic,
    tree.Between,
    tree.In,
    tree.InstanceOf,
    tree.Quantified,
)
_UNDECIDED: Final = object()


def interpret(
    node: Node, variables: Mapping[str, Any], functions: Mapping[str, Callable[..., Any]] | None = None
) -> Any:
    """Return the value of a tree.

    `variables` are FEEL values by name. `functions` are domain functions: they get their arguments in order,
    as FEEL values, `UNKNOWN`, `Interval` and `PartialList` unchanged, and return one; they stand before
    built-in functions of the same name. Functions that call themselves without end give null.
    """
    try:
        return Interpreter(functions or {}).evaluate(node, Scope(variables))
    except RecursionError:
        return None


def interpret_tests(
    tests: tree.UnaryTests,
    value: Any,
    variables: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]] | None = None,
) -> Truth:
    """Return whether `value` meets a table cell; `?` in the cell is the value."""
    try:
        return Interpreter(functions or {}).satisfies(tests, value, Scope(variables))
    except RecursionError:
        return None


class Interpreter:
    """Evaluates nodes in scopes; holds nothing but the domain functions."""

    def __init__(self, functions: Mapping[str, Callable[..., Any]]) -> None:
        self.functions = functions

    def evaluate(self, node: Node, scope: Scope) -> Any:
        """Return the value of a node."""
        return _EVALUATORS[type(node)](self, node, scope)

    def satisfies(self, tests: tree.UnaryTests, value: Any, scope: Scope) -> Truth:
        """Return whether a value meets a table cell; a cell without tests always holds."""
        if not tests.tests:
            return True
        met = disjunction(self._meets(test, value, None, scope) for test in tests.tests)
        return negate(met) if tests.negated else met

    def _literal(self, node: tree.Literal_, _scope: Scope) -> Any:
        return node.value

    def _name(self, node: tree.Name, scope: Scope) -> Any:
        value = scope.find(node.name)
        return self._library(node.name) if value is MISSING else value

    def _library(self, name: str) -> FunctionValue | None:
        """Return the domain or built-in function of a name, null if there is none."""
        function = self.functions.get(name)
        if function is not None:
            return FunctionValue((), function, variadic=True, name=name)
        return BUILTINS.get(name)

    def _callee(self, node: tree.Node, scope: Scope) -> Any:
        """Return the function to call: a value of its name that is none does not hide it (a field `date`)."""
        value = self.evaluate(node, scope)
        if isinstance(node, tree.Name) and not isinstance(value, FunctionValue):
            return self._library(node.name) or value
        return value

    def _path(self, node: tree.Path, scope: Scope) -> Any:
        return path(self.evaluate(node.base, scope), node.name)

    def _filter(self, node: tree.Filter, scope: Scope) -> Any:
        base = self.evaluate(node.base, scope)
        if base is None:
            return None
        if base is UNKNOWN or isinstance(base, Interval):
            return UNKNOWN
        position = self._position(node.condition, scope)
        if position is not _UNDECIDED:
            return by_position(base, position)
        return by_condition(base, lambda item: self.evaluate(node.condition, item_scope(item, scope)))

    def _position(self, condition: Node, scope: Scope) -> Any:
        """Return what a filter's condition counts to if it is a position and not a condition on items."""
        type_ = None if condition.type is None else strip_optional(condition.type)
        if isinstance(condition, _TRUTHS) or type_ == BOOLEAN:
            return _UNDECIDED
        value = self.evaluate(condition, scope)
        counts = value is UNKNOWN or isinstance(value, (Decimal, Interval)) or type_ == NUMBER
        return value if counts else _UNDECIDED

    def _call(self, node: tree.Call, scope: Scope) -> Any:
        function = self._callee(node.function, scope)
        if function is UNKNOWN:
            return UNKNOWN
        arguments = [(a.name, self.evaluate(a.value, scope)) for a in node.arguments]
        return call_function(function, arguments)

    def _negation(self, node: tree.Negation, scope: Scope) -> Any:
        return negative(self.evaluate(node.operand, scope))

    def _arithmetic(self, node: tree.Arithmetic, scope: Scope) -> Any:
        return arithmetic(node.operator, self.evaluate(node.left, scope), self.evaluate(node.right, scope))

    def _comparison(self, node: tree.Comparison, scope: Scope) -> Truth:
        left, right = self.evaluate(node.left, scope), self.evaluate(node.right, scope)
        if node.operator not in ("=", "!="):
            ranking = node.left.type or node.right.type
            left, right = ranked(left, ranking), ranked(right, ranking)
        return compare(node.operator, left, right)

    def _logic(self, node: tree.Logic, scope: Scope) -> Truth:
        values = (self.evaluate(operand, scope) for operand in node.operands)
        return conjunction(values) if node.operator == "and" else disjunction(values)

    def _between(self, node: tree.Between, scope: Scope) -> Truth:
        type_ = node.value.type
        value, low, high = (ranked(self.evaluate(part, scope), type_) for part in (node.value, node.low, node.high))
        return conjunction((compare(">=", value, low), compare("<=", value, high)))

    def _in(self, node: tree.In, scope: Scope) -> Truth:
        value = self.evaluate(node.value, scope)
        return disjunction(self._meets(test, value, node.value.type, scope) for test in node.tests)

    def _meets(self, test: Node, value: Any, type_: Any, scope: Scope) -> Truth:
        """Return whether a value meets one positive unary test."""
        if isinstance(test, tree.UnaryTest):
            operand = self.evaluate(test.operand, scope)
            if test.operator not in ("=", "!="):
                return compare(test.operator, ranked(value, type_), ranked(operand, type_))
            return compare(test.operator, value, operand)
        inner = Scope({"?": value}, scope)
        if isinstance(test, tree.Range):
            range_ = self._range(test, inner, type_)
            return None if range_ is None else meets(value, range_, type_)
        found = self.evaluate(test, inner)
        if any(isinstance(part, tree.Name) and part.name == "?" for part in tree.walk(test)):
            return truth(found)
        return meets(value, found, type_)

    def _test_as_value(self, node: tree.UnaryTest, scope: Scope) -> Any:
        """Return what `(= x)` and `(!= x)` stand for as values: a range of one value, and a function."""
        operand = self.evaluate(node.operand, scope)
        if operand is None or operand is UNKNOWN:
            return operand
        if node.operator == "=":
            return RangeValue(operand, operand, single=True)
        return FunctionValue(
            ("?",), lambda value: compare(node.operator, value, operand), definition=(node.operator, operand)
        )

    def _instance_of(self, node: tree.InstanceOf, scope: Scope) -> Any:
        return is_instance(self.evaluate(node.value, scope), node.of)

    def _if(self, node: tree.If, scope: Scope) -> Any:
        condition = self.evaluate(node.condition, scope)
        if condition is not UNKNOWN:
            return self.evaluate(node.yes if condition is True else node.no, scope)
        yes, no = self.evaluate(node.yes, scope), self.evaluate(node.no, scope)
        return yes if same(yes, no) else UNKNOWN

    def _for(self, node: tree.For, scope: Scope) -> Any:
        results: list[Any] = []
        recalls = any(isinstance(part, tree.Name) and part.name == "partial" for part in tree.walk(node.body))
        rows = combinations(node.iterators, self.evaluate, scope)
        for inner in rows:
            if not isinstance(inner, Scope):
                return inner
            so_far = {"partial": list(results)} if recalls else {}
            results.append(self.evaluate(node.body, Scope(so_far, inner)))
        return results

    def _quantified(self, node: tree.Quantified, scope: Scope) -> Truth:
        """Fold the outcomes of all combinations; null if one is no truth at all."""
        some = node.kind == "some"
        result: Truth = not some
        for inner in combinations(node.iterators, self.evaluate, scope, partial=True):
            holds = self.evaluate(node.condition, inner) if isinstance(inner, Scope) else inner
            if holds is not None and truth(holds) is None:
                return None
            belongs = UNKNOWN if isinstance(inner, Scope) and not inner.certain else True
            if some:
                result = disjunction((result, conjunction((belongs, holds))))
            else:
                result = conjunction((result, disjunction((negate(belongs), holds))))
            if result is some:
                break
        return result

    def _function(self, node: tree.FunctionDefinition, scope: Scope) -> FunctionValue:
        return user_function(node, lambda values: self.evaluate(node.body, Scope(values, scope)))

    def _list(self, node: tree.ListNode, scope: Scope) -> list[Any]:
        return [self.evaluate(item, scope) for item in node.items]

    def _context(self, node: tree.ContextNode, scope: Scope) -> dict[str, Any]:
        values: dict[str, Any] = {}
        inner = Scope(values, scope)
        for entry in node.entries:
            values[entry.key] = self.evaluate(entry.value, inner)
        return values

    def _range(self, node: tree.Range, scope: Scope, type_: Type | None = None) -> Any:
        """Return the range; `type_` is that of the values tested by it, where it is known."""
        low = None if node.low is None else self.evaluate(node.low, scope)
        high = None if node.high is None else self.evaluate(node.high, scope)
        if (node.low is not None and low is None) or (node.high is not None and high is None):
            return None
        if node.type is not None:  # checked: the ends are ordered, and a range in the wrong order has no member
            return RangeValue(low, high, node.low_included, node.high_included)
        return make_range(low, high, node.low_included, node.high_included, type_)

    def _tests(self, node: tree.UnaryTests, scope: Scope) -> Truth:
        return self.satisfies(node, scope.find("?", None), scope)


_EVALUATORS: Final[dict[type, Callable[[Any, Any, Scope], Any]]] = {
    tree.Literal_: Interpreter._literal,
    tree.Name: Interpreter._name,
    tree.Path: Interpreter._path,
    tree.Filter: Interpreter._filter,
    tree.Call: Interpreter._call,
    tree.Negation: Interpreter._negation,
    tree.Arithmetic: Interpreter._arithmetic,
    tree.Comparison: Interpreter._comparison,
    tree.Logic: Interpreter._logic,
    tree.Between: Interpreter._between,
    tree.In: Interpreter._in,
    tree.UnaryTest: Interpreter._test_as_value,
    tree.UnaryTests: Interpreter._tests,
    tree.InstanceOf: Interpreter._instance_of,
    tree.If: Interpreter._if,
    tree.For: Interpreter._for,
    tree.Quantified: Interpreter._quantified,
    tree.FunctionDefinition: Interpreter._function,
    tree.ListNode: Interpreter._list,
    tree.ContextNode: Interpreter._context,
    tree.Range: Interpreter._range,
}
