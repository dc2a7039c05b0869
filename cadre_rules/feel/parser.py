"""From FEEL text to the syntax tree: operators, brackets, and the expressions that begin with a keyword.

In: a text and the names in scope that have spaces or symbols. Out: a node of `tree`, or `FeelSyntaxError`
with the position. An operator-precedence parser: `_operand` reads what can begin an expression, `_operators`
what can follow it. It never goes back over a token, so its time is in proportion to the text. It must not
know values beyond literals, nor which names exist besides those it is given. DMN 1.5, 10.3.1.2.
"""

from __future__ import annotations

from contextlib import contextmanager
from dataclasses import replace
from typing import TYPE_CHECKING, Final, Literal, cast

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.documents.source import PlainSource
from cadre_rules.feel import messages, tree
from cadre_rules.feel.names import PROPERTIES
from cadre_rules.feel.parser_base import EXPRESSION, TokenReader, text
from cadre_rules.feel.parser_literals import literal_number, literal_temporal
from cadre_rules.feel.parser_types import TypeReader
from cadre_rules.feel.tree import Node, Span

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadre_rules.documents.source import Source
    from cadre_rules.feel.lexer import Token
    from cadre_rules.feel.types import Type

Comparator = Literal["=", "!=", "<", "<=", ">", ">="]

MAX_DEPTH: Final = 130  # deeper trees would exhaust the stack of those who walk them

# How tightly operators bind, loosest first (grammar rules 2 and 4).
OR, AND, COMPARE, ADD, MULTIPLY, POWER, NEGATE, INSTANCE, POSTFIX = range(1, 10)
_BINDING: Final = {
    "or": OR,
    "and": AND,
    "between": COMPARE,
    "in": COMPARE,
    **dict.fromkeys(("=", "!=", "<", "<=", ">", ">="), COMPARE),
    "+": ADD,
    "-": ADD,
    "*": MULTIPLY,
    "/": MULTIPLY,
    "**": POWER,
    "instance": INSTANCE,
    **dict.fromkeys((".", "[", "("), POSTFIX),
}
_COMPARATORS: Final = frozenset(("=", "!=", "<", "<=", ">", ">="))
_CONSTANTS: Final = {"true": True, "false": False, "null": None}


def parse(
    text: str,
    *,
    names: Iterable[str] = (),
    file: str = "<feel>",
    source: Source | None = None,
    types: Mapping[str, Type] | None = None,
) -> Node:
    """Return the tree of one expression.

    `names` are the names in scope; only those of several tokens (`monthly income`, `a-b`) matter. `types` are
    the named types that `instance of` and parameters may use. `FeelSyntaxError` (codes F0xx) if the text is
    not FEEL.
    """
    return Parser(source or PlainSource(text, file), names, types or {}).whole()


def parse_unary_tests(
    text: str,
    *,
    names: Iterable[str] = (),
    file: str = "<feel>",
    source: Source | None = None,
    types: Mapping[str, Type] | None = None,
) -> tree.UnaryTests:
    """Return the tree of a table cell (grammar rule 15); the other parameters are those of `parse`."""
    origin, names = source or PlainSource(text, file), tuple(names)
    negated = Parser(origin, names, types or {}).negated_cell()
    return negated or Parser(origin, names, types or {}).whole_cell()


class Parser(TypeReader, TokenReader):
    """The parser of one text."""

    def __init__(self, source: Source, names: Iterable[str], types: Mapping[str, Type]) -> None:
        super().__init__(source, names)
        self.types = types
        self._depth = 0
        self._in_filter = 0
        self._ends_range = False  # whether `[` may end a range here

    def whole(self) -> Node:
        """Read the text as one expression."""
        node = self._expression()
        self.expect_end()
        return node

    def whole_cell(self) -> tree.UnaryTests:
        """Read the text as the unary tests of a table cell."""
        start = self.here
        if start.text == "-" and self.tokens[1].kind == "end":
            return tree.UnaryTests((), span=Span(start.start, start.end))
        tests = self._tests()
        return tree.UnaryTests(tests, span=Span(start.start, self.expect_end()))

    def negated_cell(self) -> tree.UnaryTests | None:
        """Read the text as `not(…)` around unary tests; None if it is anything else, e.g. `not(a) and b`."""
        if self.here.text != "not" or self.tokens[1].text != "(":
            return None
        start, opening = self.take(), self.take()
        try:
            tests = self._tests()
            self.close(opening, ")")
            return tree.UnaryTests(tests, True, span=Span(start.start, self.expect_end()))
        except FeelSyntaxError:
            return None

    def _tests(self) -> tuple[Node, ...]:
        tests = [self._test()]
        while self.accept(","):
            tests.append(self._test())
        return tuple(tests)

    def _test(self, binding: int = 0) -> Node:
        """Read one positive unary test."""
        if self.here.kind == "symbol" and self.here.text in _COMPARATORS:
            operator = self.take()
            operand = self._expression(COMPARE)
            return tree.UnaryTest(
                cast("Comparator", operator.text), operand, span=Span(operator.start, operand.span.end)
            )
        return self._expression(binding)

    @contextmanager
    def _bracketed(self) -> Iterator[None]:
        """Inside brackets a `[` never ends the range around them."""
        before, self._ends_range = self._ends_range, False
        yield
        self._ends_range = before

    def _deeper(self) -> None:
        self._depth += 1
        if self._depth > MAX_DEPTH:
            raise self.fault(messages.TOO_DEEP, self.here, limit=MAX_DEPTH)

    # --- operators ----------------------------------------------------------------------------------------

    def _expression(self, binding: int = 0) -> Node:
        """Read an expression whose operators all bind tighter than `binding`."""
        depth = self._depth
        self._deeper()
        node = self._operators(self._operand(binding), binding)
        self._depth = depth
        return node

    def _operators(self, left: Node, binding: int) -> Node:
        while True:
            token = self.here
            power = _BINDING.get(token.text, 0) if token.kind in ("symbol", "word") else 0
            if power <= binding or (token.text == "[" and self._is_range_end()):
                return left
            self._deeper()
            left = self._follow(left, token, power)

    def _follow(self, left: Node, token: Token, power: int) -> Node:
        """Read the operator `token` and what stands right of it."""
        operator = token.text
        if power == POSTFIX:
            return self._postfix(left, operator)
        self.take()
        if power in (OR, AND):
            return self._logic(left, cast("Literal['and', 'or']", operator), power)
        if operator == "between":
            low = self._expression(COMPARE)
            self.expect("and")
            high = self._expression(COMPARE)
            return tree.Between(left, low, high, span=Span(left.span.start, high.span.end))
        if operator == "in":
            return self._in(left)
        if operator == "instance":
            self.expect("of")
            return self._instance_of(left)
        right = self._expression(power)
        span = Span(left.span.start, right.span.end)
        if power == COMPARE:
            return tree.Comparison(cast("Comparator", operator), left, right, span=span)
        return tree.Arithmetic(cast("Literal['+', '-', '*', '/', '**']", operator), left, right, span=span)

    def _logic(self, left: Node, operator: Literal["and", "or"], power: int) -> Node:
        operands = [left, self._expression(power)]
        while self.here.kind == "word" and self.accept(operator):
            operands.append(self._expression(power))
        return tree.Logic(operator, tuple(operands), span=Span(left.span.start, operands[-1].span.end))

    def _instance_of(self, left: Node) -> Node:
        start = self.here.start
        type_ = self.type()
        end = self.previous.end
        return tree.InstanceOf(left, type_, self.source.text[start:end], span=Span(left.span.start, end))

    def _in(self, value: Node) -> Node:
        opening = self.here
        if opening.text != "(" or opening.kind != "symbol":
            tests: tuple[Node, ...] = (self._test(COMPARE),)
            return tree.In(value, tests, span=Span(value.span.start, self.previous.end))
        self.take()
        with self._bracketed():
            first = self._test()
            if self.here.text == ".." and not isinstance(first, tree.UnaryTest):
                tests = (self._range(opening, first),)
            else:
                tests = (first, *(self._tests() if self.accept(",") else ()))
                self.close(opening, ")")
        if len(tests) == 1 and not isinstance(tests[0], tree.UnaryTest):
            tests = (self._operators(tests[0], COMPARE),)  # `x in (a + b) * 2`
        return tree.In(value, tests, span=Span(value.span.start, self.previous.end))

    def _postfix(self, left: Node, operator: str) -> Node:
        opening = self.take()
        if operator == ".":
            name, span = self.member()
            return tree.Path(left, name, name_span=span, span=Span(left.span.start, span.end))
        with self._bracketed():
            if operator == "(":
                arguments = () if self.here.text == ")" else self._arguments()
                end = self.close(opening, ")")
                return tree.Call(left, arguments, span=Span(left.span.start, end))
            self._in_filter += 1
            condition = self._expression()
            self._in_filter -= 1
            end = self.close(opening, "]")
        return tree.Filter(left, condition, span=Span(left.span.start, end))

    def _arguments(self) -> tuple[tree.Argument, ...]:
        arguments: list[tree.Argument] = []
        named = self.name_before(":") is not None
        while not arguments or self.accept(","):
            start = self.here.start
            name = self.written_name((":",)) if named else None
            if named:
                self.expect(":")
            value = self._expression()
            arguments.append(tree.Argument(value, name, span=Span(start, value.span.end)))
        return tuple(arguments)

    # --- operands -----------------------------------------------------------------------------------------

    def _operand(self, binding: int) -> Node:
        token = self.here
        span = Span(token.start, token.end)
        if token.kind == "word":
            return self._word(token, span)
        if token.kind == "number":
            return tree.Literal_(literal_number(self.take(), self.source), span=span)
        if token.kind == "string":
            return tree.Literal_(self.take().value, span=span)
        if token.kind == "end":
            raise self.unexpected(EXPRESSION)
        if token.text == "-":
            return self._minus()
        if token.text in _COMPARATORS and binding == 0:
            return _as_value(self._test())
        if token.text in ("(", "[", "]"):
            return self._round() if token.text == "(" else self._square()
        if token.text == "{":
            return self._context()
        if token.text == "@" and self.tokens[self.index + 1].kind == "string":
            return literal_temporal(self.take(), self.take(), self.source)
        raise self.unexpected(EXPRESSION)

    def _word(self, token: Token, span: Span) -> Node:
        name = self.declared_name(in_filter=self._in_filter > 0)
        if name is not None:
            return tree.Name(name, span=Span(token.start, self.previous.end))
        if token.text in _CONSTANTS:
            return tree.Literal_(_CONSTANTS[self.take().text], span=span)
        if token.text == "if":
            return self._if()
        if token.text == "for" or token.text in ("some", "every"):
            return self._iteration()
        if token.text == "function":
            return self._function()
        if self.is_keyword(token):
            raise self.unexpected(EXPRESSION)
        return tree.Name(self.take().text, span=span)

    def _minus(self) -> Node:
        minus = self.take()
        if self.here.kind == "number":
            number = self.take()
            value = literal_number(number, self.source)
            return tree.Literal_(value.copy_negate() if value else value, span=Span(minus.start, number.end))
        operand = self._expression(NEGATE)
        return tree.Negation(operand, span=Span(minus.start, operand.span.end))

    def _round(self) -> Node:
        opening = self.take()
        with self._bracketed():
            first = self._expression()
            if self.here.text == "..":
                return self._range(opening, first)
            self.close(opening, ")")
        return first

    def _square(self) -> Node:
        opening = self.take()
        with self._bracketed():
            if opening.text == "[" and self.here.text == "]":
                return tree.ListNode((), span=Span(opening.start, self.take().end))
            first = self._expression()
            if opening.text == "]" or self.here.text == "..":
                return self._range(opening, first)
            items = [first]
            while self.accept(","):
                items.append(self._expression())
            end = self.close(opening, "]")
        return tree.ListNode(tuple(items), span=Span(opening.start, end))

    def _range(self, opening: Token, low: Node) -> tree.Range:
        """Read a range from its `..` on; `[` ends one that excludes its high end, unless a filter follows."""
        self.expect("..")
        self._ends_range = True
        high = self._expression()
        self._ends_range = False
        if self.here.text not in ("]", ")", "["):
            raise self.unclosed(opening, text("]"))
        closing = self.take()
        return tree.Range(
            low,
            high,
            low_included=opening.text == "[",
            high_included=closing.text == "]",
            span=Span(opening.start, closing.end),
        )

    def _is_range_end(self) -> bool:
        """Whether the `[` that stands here ends a range: nothing that begins an expression follows it."""
        following = self.tokens[self.index + 1]
        begins = following.kind in ("number", "string") or following.text in ("-", "(", "@", "{")
        begins = begins or (following.kind == "word" and not self.is_operator_word(following))
        return self._ends_range and not begins

    def _context(self) -> Node:
        opening = self.take()
        entries: list[tree.Entry] = []
        seen: set[str] = set()
        with self._bracketed(), self.scope() as declare:
            while self.here.text != "}" and (not entries or self.accept(",")):
                start = self.here
                key = self.take().value if start.kind == "string" else self.written_name((":",))
                if key in seen:
                    raise self.fault(messages.DUPLICATE_KEY, start, found=key)
                seen.add(key)
                self.expect(":")
                value = self._expression()
                entries.append(tree.Entry(key, value, span=Span(start.start, value.span.end)))
                declare(key)
            end = self.close(opening, "}")
        return tree.ContextNode(tuple(entries), span=Span(opening.start, end))

    def _if(self) -> Node:
        start = self.take().start
        condition = self._expression()
        self.expect("then")
        yes = self._expression()
        self.expect("else")
        no = self._expression()
        return tree.If(condition, yes, no, span=Span(start, no.span.end))

    def _iteration(self) -> Node:
        """Read `for … return …`, `some … satisfies …` or `every … satisfies …`."""
        keyword = self.take()
        iterators: list[tree.Iterator_] = []
        with self.scope() as declare:
            while not iterators or self.accept(","):
                start = self.here.start
                name = self.written_name(("in",))
                self.expect("in")
                domain = self._expression()
                end = self._expression() if keyword.text == "for" and self.accept("..") else None
                declare(name)
                iterators.append(tree.Iterator_(name, domain, end, span=Span(start, self.previous.end)))
            self.expect("return" if keyword.text == "for" else "satisfies")
            body = self._expression()
        span = Span(keyword.start, body.span.end)
        if keyword.text == "for":
            return tree.For(tuple(iterators), body, span=span)
        kind = cast("Literal['some', 'every']", keyword.text)
        return tree.Quantified(kind, tuple(iterators), body, span=span)

    def _function(self) -> Node:
        start = self.take().start
        opening = self.expect("(")
        parameters: list[tree.Parameter] = []
        with self.scope() as declare:
            while self.here.text != ")" and (not parameters or self.accept(",")):
                first = self.here.start
                name = self.written_name((":", ",", ")"))
                declared = self.type() if self.accept(":") else None
                parameters.append(tree.Parameter(name, declared, span=Span(first, self.previous.end)))
                declare(name)
            self.close(opening, ")")
            external = self.here.kind == "word" and self.accept("external")
            body = self._expression()
        return tree.FunctionDefinition(tuple(parameters), body, external, span=Span(start, body.span.end))

    def member(self) -> tuple[str, Span]:
        """Read the name after a dot."""
        start = self.here
        if start.kind != "word":
            raise self.fault(messages.NAME_EXPECTED, start, found=self.describe(start))
        found = self.declared_name(in_filter=True, also=PROPERTIES)
        name = found if found is not None else self.take().text
        return name, Span(start.start, self.previous.end)


def _as_value(test: Node) -> Node:
    """Return the range that a unary test stands for as a value; `=` and `!=` stay tests."""
    if not isinstance(test, tree.UnaryTest) or test.operator in ("=", "!="):
        return test
    operand = test.operand
    ends: dict[str, tree.Range] = {
        "<": tree.Range(None, operand, False, False),
        "<=": tree.Range(None, operand, False, True),
        ">": tree.Range(operand, None, False, False),
        ">=": tree.Range(operand, None, True, False),
    }
    return replace(ends[test.operator], span=test.span)
