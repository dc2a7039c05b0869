"""Plain FEEL in one call: a text and a context in, a value out.

In: FEEL text, and Python or FEEL values by name. Out: a FEEL value; null for every error, as the standard
says, a text that is not FEEL included. Whoever wants to know about errors parses and checks first.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel.interpret import interpret
from cadre_rules.feel.parser import parse
from cadre_rules.feel.values import to_feel

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping


def evaluate(text: str, context: Mapping[str, Any] | None = None) -> Any:
    """Return the value of a FEEL expression; null for errors.

    Integers and `datetime` values in the context become FEEL values; `TypeError` for a float or for what FEEL
    has no value for.
    """
    variables = {name: to_feel(value) for name, value in (context or {}).items()}
    try:
        node = parse(text, names=_names(variables))
    except FeelSyntaxError:
        return None
    return interpret(node, variables)


def _names(value: Any) -> Iterator[str]:
    """Yield the names that occur in a value, in depth."""
    if isinstance(value, dict):
        yield from value
        for item in value.values():
            yield from _names(item)
    elif isinstance(value, (list, tuple)):
        for item in value:
            yield from _names(item)
