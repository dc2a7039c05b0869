"""The FEEL syntax tree: what the parser makes of a text, and what every later stage reads.

In: nothing. Out: frozen node classes. A node knows where it stands in its text (`span`, character offsets,
end exclusive) and, once checked, its static `type`; it must not know about cadres, policies or values of facts.
Grammar: OMG DMN 1.5, chapter 10.3.1.2.
"""

from __future__ import annotations

from dataclasses import dataclass, field, fields
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.feel.types import Type


class Span(NamedTuple):
    """Character offsets of a node in its text; `end` is exclusive."""

    start: int
    end: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Node:
    """Any node. `span` and `type` do not count in comparisons, so two trees of one meaning are equal."""

    span: Span = field(default=Span(0, 0), compare=False, repr=False)
    type: Type | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Literal_(Node):  # noqa: N801 - `Literal` is typing's
    """A number, string, boolean, null, or an `@"…"` temporal literal; `value` is a FEEL value."""

    value: Any


@dataclass(frozen=True, slots=True)
class Name(Node):
    """A reference to a name in scope. After checking it is the canonical (English) name."""

    name: str


@dataclass(frozen=True, slots=True)
class Path(Node):
    """`base.name`: a context entry, a property of a temporal value, or a projection over a list."""

    base: Node
    name: str
    name_span: Span = field(default=Span(0, 0), compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Filter(Node):
    """`base[condition]`: items for which the condition holds, or the item at a position."""

    base: Node
    condition: Node


@dataclass(frozen=True, slots=True)
class Argument(Node):
    """One argument of a call; `name` is None when it is positional."""

    value: Node
    name: str | None = None


@dataclass(frozen=True, slots=True)
class Call(Node):
    """`function(arguments)`; `function` is mostly a `Name`."""

    function: Node
    arguments: tuple[Argument, ...]


@dataclass(frozen=True, slots=True)
class Negation(Node):
    """Arithmetic negation `-operand`."""

    operand: Node


@dataclass(frozen=True, slots=True)
class Arithmetic(Node):
    """`left op right` with op one of `+ - * / **`."""

    operator: Literal["+", "-", "*", "/", "**"]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Comparison(Node):
    """`left op right` with op one of `= != < <= > >=`."""

    operator: Literal["=", "!=", "<", "<=", ">", ">="]
    left: Node
    right: Node


@dataclass(frozen=True, slots=True)
class Logic(Node):
    """A conjunction or disjunction of two or more operands, in order (`a and b and c` is one node)."""

    operator: Literal["and", "or"]
    operands: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Between(Node):
    """`value between low and high`, both ends included."""

    value: Node
    low: Node
    high: Node


@dataclass(frozen=True, slots=True)
class UnaryTest(Node):
    """`op operand` inside `in (…)` or a table cell, e.g. `< 10`; op is one of `= != < <= > >=`."""

    operator: Literal["=", "!=", "<", "<=", ">", ">="]
    operand: Node


@dataclass(frozen=True, slots=True)
class UnaryTests(Node):
    """A table cell: alternatives, perhaps negated by `not(…)`; no tests at all is `-`, which always holds."""

    tests: tuple[Node, ...]
    negated: bool = False


@dataclass(frozen=True, slots=True)
class In(Node):
    """`value in test` or `value in (test, test)`; a test is a `UnaryTest`, a `Range`, a list or a value."""

    value: Node
    tests: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class InstanceOf(Node):
    """`value instance of type`; the type is kept as a `Type` of `feel.types`, None where it is not known."""

    value: Node
    of: Type | None
    of_text: str = ""


@dataclass(frozen=True, slots=True)
class If(Node):
    """`if condition then yes else no`."""

    condition: Node
    yes: Node
    no: Node


@dataclass(frozen=True, slots=True)
class Iterator_(Node):  # noqa: N801 - `Iterator` is typing's
    """`name in domain`, or `name in start..end` where `end` is given."""

    name: str
    domain: Node
    end: Node | None = None


@dataclass(frozen=True, slots=True)
class For(Node):
    """`for iterators return body`; the list made so far is `partial` inside the body."""

    iterators: tuple[Iterator_, ...]
    body: Node


@dataclass(frozen=True, slots=True)
class Quantified(Node):
    """`some` or `every` iterators `satisfies` condition."""

    kind: Literal["some", "every"]
    iterators: tuple[Iterator_, ...]
    condition: Node


@dataclass(frozen=True, slots=True)
class Parameter(Node):
    """A formal parameter of a function definition, with its declared type if it has one."""

    name: str
    declared: Type | None = None


@dataclass(frozen=True, slots=True)
class FunctionDefinition(Node):
    """`function(parameters) body`; an external body is kept but never run."""

    parameters: tuple[Parameter, ...]
    body: Node
    external: bool = False


@dataclass(frozen=True, slots=True)
class ListNode(Node):
    """`[item, item]`."""

    items: tuple[Node, ...]


@dataclass(frozen=True, slots=True)
class Entry(Node):
    """One entry of a context."""

    key: str
    value: Node


@dataclass(frozen=True, slots=True)
class ContextNode(Node):
    """`{key: value, …}`; a later entry may use an earlier one."""

    entries: tuple[Entry, ...]


@dataclass(frozen=True, slots=True)
class Range(Node):
    """`[low..high]` with ends included or not; a missing end (None) is open (`< 5` as a value)."""

    low: Node | None
    high: Node | None
    low_included: bool = True
    high_included: bool = True


_NAMES: dict[str, tuple[str, ...]] = {}  # the fields of each class of nodes that may hold nodes


def children(node: Node) -> Iterator[Node]:
    """Yield the nodes directly below `node`, in the order in which they stand."""
    kind = type(node)
    names = _NAMES.get(kind.__name__)
    if names is None:
        names = _NAMES[kind.__name__] = tuple(f.name for f in fields(kind) if f.name not in ("span", "type"))
    for name in names:
        value = getattr(node, name)
        if isinstance(value, Node):
            yield value
        elif isinstance(value, tuple):
            yield from (v for v in value if isinstance(v, Node))


def walk(node: Node) -> Iterator[Node]:
    """Yield `node` and all nodes below it, parents first."""
    yield node
    for child in children(node):
        yield from walk(child)


def position_of(node: Node) -> int | None:
    """Return the position that a filter's condition writes out (`[1]`, `[-2]`); None for any other condition."""
    if isinstance(node, Negation):
        inner = position_of(node.operand)
        return -inner if inner else None
    value = node.value if isinstance(node, Literal_) else None
    return int(value) if isinstance(value, Decimal) and value == int(value) and value else None
