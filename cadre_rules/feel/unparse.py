"""From a syntax tree back to FEEL text.

In: a node. Out: text that parses to an equal tree, with brackets only where they are needed. Names of several
tokens are written as they are, so that the reader has to know them as names. Must not know types or values of
facts.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel import tree
from cadre_rules.feel.lexer import KEYWORDS, tokens
from cadre_rules.feel.parser import ADD, AND, COMPARE, INSTANCE, MULTIPLY, NEGATE, OR, POSTFIX, POWER

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.feel.tree import Node

_BINDING: Final = {"or": OR, "and": AND, "+": ADD, "-": ADD, "*": MULTIPLY, "/": MULTIPLY, "**": POWER}
_WHOLE: Final = 0  # what reaches as far to the right as it can: `if`, `for`, a function, a unary test
_ATOM: Final = POSTFIX + 1


def unparse(node: Node) -> str:
    """Return the FEEL text of a tree."""
    return _WRITERS[type(node)](node)[0]


def _part(node: Node, binding: int) -> str:
    """Return the text of a part that has to bind at least as tightly as `binding`."""
    text, own = _WRITERS[type(node)](node)
    return text if own >= binding else f"({text})"


def _string(text: str) -> str:
    special = {
        "\\": "\\\\",
        '"': '\\"',
        "\n": "\\n",
        "\r": "\\r",
        "\t": "\\t",
        "\x0b": "\\u000B",
        "\x0c": "\\u000C",
    }
    return f'"{"".join(special.get(c, c) for c in text)}"'


def _literal(node: tree.Literal_) -> tuple[str, int]:
    value = node.value
    if isinstance(value, str):
        return _string(value), _ATOM
    if value is None or isinstance(value, bool):
        return "null" if value is None else "true" if value else "false", _ATOM
    if isinstance(value, Decimal):
        return _number(value), _ATOM
    return f'@"{value.iso()}"', _ATOM


def _number(value: Decimal) -> str:
    exponent = value.as_tuple().exponent
    return f"{value:f}" if isinstance(exponent, int) and -40 <= exponent <= 0 else f"{value:e}"


def _name(node: tree.Name) -> tuple[str, int]:
    return node.name, _ATOM


def _path(node: tree.Path) -> tuple[str, int]:
    return f"{_part(node.base, POSTFIX)}.{node.name}", POSTFIX


def _filter(node: tree.Filter) -> tuple[str, int]:
    return f"{_part(node.base, POSTFIX)}[{unparse(node.condition)}]", POSTFIX


def _call(node: tree.Call) -> tuple[str, int]:
    arguments = ", ".join((f"{a.name}: " if a.name else "") + unparse(a.value) for a in node.arguments)
    return f"{_part(node.function, POSTFIX)}({arguments})", POSTFIX


def _negation(node: tree.Negation) -> tuple[str, int]:
    operand = _part(node.operand, NEGATE)
    return (f"-({operand})" if operand[0].isdigit() or operand[0] == "." else f"-{operand}"), NEGATE


def _arithmetic(node: tree.Arithmetic) -> tuple[str, int]:
    own = _BINDING[node.operator]
    return f"{_part(node.left, own)} {node.operator} {_part(node.right, own + 1)}", own


def _comparison(node: tree.Comparison) -> tuple[str, int]:
    return f"{_part(node.left, COMPARE)} {node.operator} {_part(node.right, ADD)}", COMPARE


def _logic(node: tree.Logic) -> tuple[str, int]:
    own = _BINDING[node.operator]
    return f" {node.operator} ".join(_part(operand, own + 1) for operand in node.operands), own


def _between(node: tree.Between) -> tuple[str, int]:
    parts = _part(node.value, COMPARE), _part(node.low, ADD), _part(node.high, ADD)
    return "{} between {} and {}".format(*parts), COMPARE


def _unary_test(node: tree.UnaryTest) -> tuple[str, int]:
    return f"{node.operator} {_part(node.operand, ADD)}", _WHOLE


def _test(node: Node) -> str:
    """Return a test inside `in (…)` or a cell, where a range that reads like a unary test needs brackets."""
    text = unparse(node)
    return f"({text})" if isinstance(node, tree.Range) and text[0] in "<>=" else text


def _in(node: tree.In) -> tuple[str, int]:
    return f"{_part(node.value, COMPARE)} in ({', '.join(map(_test, node.tests))})", COMPARE


def _unary_tests(node: tree.UnaryTests) -> tuple[str, int]:
    if not node.tests:
        return "-", _WHOLE
    inner = ", ".join(map(_test, node.tests))
    return f"not({inner})" if node.negated else inner, _WHOLE


def _instance_of(node: tree.InstanceOf) -> tuple[str, int]:
    return f"{_part(node.value, INSTANCE)} instance of {node.of_text or node.of}", INSTANCE


def _if(node: tree.If) -> tuple[str, int]:
    return f"if {unparse(node.condition)} then {unparse(node.yes)} else {unparse(node.no)}", _WHOLE


def _iterators(iterators: tuple[tree.Iterator_, ...]) -> str:
    return ", ".join(
        f"{i.name} in {unparse(i.domain)}" + (f"..{unparse(i.end)}" if i.end is not None else "") for i in iterators
    )


def _for(node: tree.For) -> tuple[str, int]:
    return f"for {_iterators(node.iterators)} return {unparse(node.body)}", _WHOLE


def _quantified(node: tree.Quantified) -> tuple[str, int]:
    return f"{node.kind} {_iterators(node.iterators)} satisfies {unparse(node.condition)}", _WHOLE


def _function(node: tree.FunctionDefinition) -> tuple[str, int]:
    parameters = ", ".join(p.name + (f": {p.declared}" if p.declared else "") for p in node.parameters)
    return f"function({parameters}) {'external ' if node.external else ''}{unparse(node.body)}", _WHOLE


def _list(node: tree.ListNode) -> tuple[str, int]:
    return f"[{', '.join(map(unparse, node.items))}]", _ATOM


def _key(key: str) -> str:
    """Return a key as a name if it reads as one, else as a string."""
    words = key.split()
    plain = bool(words) and " ".join(words) == key and not any(c in key for c in '"\\:,(){}[]<>=!@')
    if plain:
        from cadre_rules.documents.source import PlainSource

        first = tokens(words[0], PlainSource(words[0]))[0]
        plain = first.kind == "word" and first.text not in KEYWORDS and ".." not in key and "/" not in key
    return key if plain else _string(key)


def _context(node: tree.ContextNode) -> tuple[str, int]:
    return f"{{{', '.join(f'{_key(e.key)}: {unparse(e.value)}' for e in node.entries)}}}", _ATOM


def _range(node: tree.Range) -> tuple[str, int]:
    if node.low is None or node.high is None:
        return _open_range(node), _WHOLE
    opening, closing = "[" if node.low_included else "(", "]" if node.high_included else ")"
    return f"{opening}{unparse(node.low)}..{unparse(node.high)}{closing}", _ATOM


def _open_range(node: tree.Range) -> str:
    if node.low is None and node.high is not None:
        return f"{'<=' if node.high_included else '<'} {_part(node.high, ADD)}"
    assert node.low is not None
    return f"{'>=' if node.low_included else '>'} {_part(node.low, ADD)}"


_WRITERS: Final[dict[type, Callable[[Any], tuple[str, int]]]] = {
    tree.Literal_: _literal,
    tree.Name: _name,
    tree.Path: _path,
    tree.Filter: _filter,
    tree.Call: _call,
    tree.Negation: _negation,
    tree.Arithmetic: _arithmetic,
    tree.Comparison: _comparison,
    tree.Logic: _logic,
    tree.Between: _between,
    tree.UnaryTest: _unary_test,
    tree.UnaryTests: _unary_tests,
    tree.In: _in,
    tree.InstanceOf: _instance_of,
    tree.If: _if,
    tree.For: _for,
    tree.Quantified: _quantified,
    tree.FunctionDefinition: _function,
    tree.ListNode: _list,
    tree.ContextNode: _context,
    tree.Range: _range,
}
