"""Decision tables over FEEL: which rules match, and what the hit policy makes of them.

In: a table of trees, variables, domain functions. Out: the table's value and what became of every rule. Where
an input is not known, a rule may match or not; then the value is known only if it is the same for every
choice of the rules in doubt. This module must not know what the tables are about. DMN 1.5, 8.2 and 10.3.2.10.
"""

from __future__ import annotations

from dataclasses import dataclass
from itertools import combinations
from typing import TYPE_CHECKING, Any, Final, Literal, cast

from cadre_rules.feel.builtins import BUILTINS
from cadre_rules.feel.comparison import same
from cadre_rules.feel.interpret import interpret, interpret_tests
from cadre_rules.feel.logic import Truth, conjunction
from cadre_rules.feel.parser import parse, parse_unary_tests
from cadre_rules.feel.tree import Node, UnaryTests
from cadre_rules.feel.values import UNKNOWN

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence

    from cadre_rules.feel.types import Type

HitPolicy = Literal["U", "A", "P", "F", "R", "O", "C"]
Aggregator = Literal["+", "<", ">", "#"]

_AGGREGATES: Final = {"+": "sum", "<": "min", ">": "max", "#": "count"}
_MOST_IN_DOUBT: Final = 12  # with more rules in doubt the result counts as unknown


@dataclass(frozen=True, slots=True)
class TableInput:
    """An input: its expression, and the values that a `-` cell admits (None admits everything)."""

    expression: Node
    values: UnaryTests | None = None


@dataclass(frozen=True, slots=True)
class TableOutput:
    """An output: its name, its values with the most important first, and its value where no rule matches."""

    name: str
    values: UnaryTests | None = None
    default: Node | None = None


@dataclass(frozen=True, slots=True)
class TableRule:
    """A rule: a cell for each input, an expression for each output."""

    cells: tuple[UnaryTests, ...]
    outputs: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class DecisionTable:
    """A decision table; `aggregator` goes with the hit policy C only."""

    inputs: tuple[TableInput, ...]
    outputs: tuple[TableOutput, ...]
    rules: tuple[TableRule, ...]
    hit_policy: HitPolicy = "U"
    aggregator: Aggregator | None = None


@dataclass(frozen=True, slots=True)
class RuleMatch:
    """What became of one rule: whether it matches, and the truth of each of its cells."""

    index: int
    matches: Truth
    cells: tuple[Truth, ...]


@dataclass(frozen=True, slots=True)
class TableResult:
    """The value of a table and what led to it, rule by rule."""

    value: Any
    inputs: tuple[Any, ...]
    rules: tuple[RuleMatch, ...]

    @property
    def matched(self) -> tuple[int, ...]:
        """The rules that match for certain, by their index."""
        return tuple(rule.index for rule in self.rules if rule.matches is True)

    @property
    def perhaps(self) -> tuple[int, ...]:
        """The rules that may match, by their index."""
        return tuple(rule.index for rule in self.rules if rule.matches is UNKNOWN)

    @property
    def not_matched(self) -> tuple[int, ...]:
        """The rules that do not match, by their index."""
        return tuple(rule.index for rule in self.rules if rule.matches in (False, None))


def evaluate_table(
    table: DecisionTable,
    variables: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]] | None = None,
) -> TableResult:
    """Return the value of a table for these variables, and what became of its rules.

    The value is null where no rule matches and there is no default, where several match under U, and where
    they differ under A. Several outputs make a context.
    """
    values = tuple(interpret(each.expression, variables, functions) for each in table.inputs)
    rules = tuple(
        _match(index, rule, table.inputs, values, variables, functions) for index, rule in enumerate(table.rules)
    )
    hits = _Hits(table, variables, functions)
    certain = [rule.index for rule in rules if rule.matches is True]
    doubtful = [rule.index for rule in rules if rule.matches is UNKNOWN]
    return TableResult(hits.conclude(certain, doubtful), values, rules)


def _match(
    index: int,
    rule: TableRule,
    inputs: Sequence[TableInput],
    values: Sequence[Any],
    variables: Mapping[str, Any],
    functions: Mapping[str, Callable[..., Any]] | None,
) -> RuleMatch:
    cells: list[Truth] = []
    for cell, input_, value in zip(rule.cells, inputs, values, strict=True):
        tests = input_.values if not cell.tests and input_.values is not None else cell
        cells.append(interpret_tests(tests, value, variables, functions))
    return RuleMatch(index, conjunction(cells), tuple(cells))


class _Hits:
    """Makes one value of the rules that match."""

    def __init__(
        self,
        table: DecisionTable,
        variables: Mapping[str, Any],
        functions: Mapping[str, Callable[..., Any]] | None,
    ) -> None:
        self.table = table
        self.variables = variables
        self.functions = functions
        self._known: dict[int, tuple[Any, ...]] = {}

    def conclude(self, certain: list[int], doubtful: list[int]) -> Any:
        """Return the value if it is the same whichever of the doubtful rules match, else `UNKNOWN`."""
        if len(doubtful) > _MOST_IN_DOUBT:
            return UNKNOWN
        value: Any = None
        for number, chosen in enumerate(self._choices(certain, doubtful)):
            found = self._value(sorted((*certain, *chosen)))
            if number and not same(found, value):
                return UNKNOWN
            value = found
        return value

    def _choices(self, certain: list[int], doubtful: list[int]) -> Iterator[tuple[int, ...]]:
        """Yield which of the doubtful rules match; under U at most one rule does, as the policy promises."""
        most = len(doubtful)
        if self.table.hit_policy == "U":
            most = 0 if certain else min(1, most)
        for size in range(most + 1):
            yield from combinations(doubtful, size)

    def _outputs(self, index: int) -> tuple[Any, ...]:
        if index not in self._known:
            outputs = self.table.rules[index].outputs
            self._known[index] = tuple(interpret(o, self.variables, self.functions) for o in outputs)
        return self._known[index]

    def _row(self, index: int) -> Any:
        """Return what one rule gives: a value, or a context of several outputs."""
        values = self._outputs(index)
        if len(self.table.outputs) == 1:
            return values[0]
        names = (output.name for output in self.table.outputs)
        return dict(zip(names, values, strict=True))

    def _default(self) -> Any:
        defaults = [output.default for output in self.table.outputs]
        if not any(defaults):
            return None
        values = [None if d is None else interpret(d, self.variables, self.functions) for d in defaults]
        if len(values) == 1:
            return values[0]
        return dict(zip((output.name for output in self.table.outputs), values, strict=True))

    def _priority(self, index: int) -> tuple[int, ...]:
        """Return where the rule's outputs stand in the lists of output values, the first output first."""
        places: list[int] = []
        for output, value in zip(self.table.outputs, self._outputs(index), strict=True):
            tests = output.values.tests if output.values is not None else ()
            met = (
                place
                for place, test in enumerate(tests)
                if interpret_tests(UnaryTests((test,)), value, self.variables, self.functions) is True
            )
            places.append(next(met, len(tests)))
        return tuple(places)

    def _value(self, matching: list[int]) -> Any:
        """Return the value if exactly these rules match."""
        if not matching:
            return self._default()
        policy = self.table.hit_policy
        if policy in ("P", "O"):
            matching = sorted(matching, key=self._priority)
        rows = [self._row(index) for index in matching]
        if policy == "U":
            return rows[0] if len(rows) == 1 else None
        if policy == "A":
            return rows[0] if all(same(row, rows[0]) for row in rows) else None
        if policy in ("F", "P"):
            return rows[0]
        return rows if self.table.aggregator is None else self._aggregate(rows)

    def _aggregate(self, rows: list[Any]) -> Any:
        assert self.table.aggregator is not None
        return BUILTINS[_AGGREGATES[self.table.aggregator]].call(rows)


def table_from_shape(
    shape: Mapping[str, Any], *, names: Iterable[str] = (), types: Mapping[str, Type] | None = None
) -> DecisionTable:
    """Return the table that a plain dict describes.

    The shape: `inputs` with `expression` and perhaps `values`; `outputs` with `name` and perhaps `values` and
    `default`; `hit_policy` (U, A, P, F, R, O, C, C+, C<, C>, C#; U if it is left out); `rules` with `when` (a
    cell for each input) and `then` (an expression for each output). `names` are those of several tokens that
    are in scope. `FeelSyntaxError` for a text that is not FEEL, `ValueError` for an unknown hit policy or a
    rule of the wrong length.
    """
    names = tuple(names)

    def expression(text: str) -> Node:
        return parse(text, names=names, types=types)

    def cell(text: str) -> UnaryTests:
        return parse_unary_tests(text, names=names, types=types)

    inputs = tuple(TableInput(expression(i["expression"]), _maybe(cell, i.get("values"))) for i in shape["inputs"])
    outputs = tuple(
        TableOutput(o.get("name", ""), _maybe(cell, o.get("values")), _maybe(expression, o.get("default")))
        for o in shape["outputs"]
    )
    rules = tuple(
        TableRule(tuple(map(cell, rule["when"])), tuple(map(expression, rule["then"]))) for rule in shape["rules"]
    )
    for rule in rules:
        if len(rule.cells) != len(inputs) or len(rule.outputs) != len(outputs):
            raise ValueError("a rule has a cell for each input and an expression for each output")
    policy, aggregator = _hit_policy(shape.get("hit_policy", "U"))
    return DecisionTable(inputs, outputs, rules, policy, aggregator)


def _maybe(read: Callable[[str], Any], text: str | None) -> Any:
    return None if text is None else read(text)


def _hit_policy(text: str) -> tuple[HitPolicy, Aggregator | None]:
    policy, aggregator = text[:1], text[1:]
    if policy not in ("U", "A", "P", "F", "R", "O", "C") or (aggregator and policy != "C"):
        raise ValueError(f"no such hit policy: {text}")
    if aggregator not in ("", "+", "<", ">", "#"):
        raise ValueError(f"no such hit policy: {text}")
    return cast("HitPolicy", policy), cast("Aggregator | None", aggregator or None)
