"""Calls in FEEL trees become terms: functions that are ways to say something else are put into that form.

In: a call, the lowering under way. Out: the number of its term. Of other functions only what they are given counts.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Final

from cadre_rules.feel import evaluate
from cadre_rules.feel.tree import Call, If, ListNode, Literal_, Name, Node
from cadre_rules.feel.types import BOOLEAN, ContextType, ListType, Type, strip_optional
from cadre_rules.vocabulary.sections import ROOTS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.analysis.terms import Terms

_JUDGED: Final = frozenset({"determination", "recorded"})
_TEMPORAL: Final = frozenset({"date", "duration"})
_SECTIONS: Final = {root.context.name: root.en for root in ROOTS.values()}


def is_truth(type_: Type | None) -> bool:
    """Tell whether a value is true or false."""
    return type_ is not None and strip_optional(type_) == BOOLEAN


def section_of(type_: Type | None) -> str | None:
    """Return the section of the record of which a value is the whole, an item, or a list of items."""
    found = strip_optional(type_) if type_ is not None else None
    if isinstance(found, ListType):
        found = strip_optional(found.item)
    return _SECTIONS.get(found.name) if isinstance(found, ContextType) else None


def lower_call(terms: Terms, tree: Call, lower: Callable[[Node], int]) -> int:
    """Return the term of a call; `lower` gives those of its arguments."""
    name = tree.function.name if isinstance(tree.function, Name) else None
    first = tree.arguments[0].value if tree.arguments else None
    known = _temporal(name, first)
    if known is not None:
        return terms.constant(known)
    if name in ("sum", "count") and (added := _added(terms, tree, name, lower)) is not None:
        return added
    parts = [lower(a.value) for a in tree.arguments]
    truth, type_ = is_truth(tree.type), tree.type
    section = section_of(first.type if first is not None else None)
    listed = [lower(i) for i in first.items] if isinstance(first, ListNode) else None
    match name:
        case "concluded":
            return parts[0]
        case "not":
            return terms.negation(parts[0])
        case "all" | "any":
            given = listed if len(parts) == 1 else parts
            if given is not None and all(terms[p].truth for p in given):
                return terms.junction("and" if name == "all" else "or", given)
        case "list contains" if listed is not None:
            return terms.junction("or", [terms.equal(parts[1], p) for p in listed])
        case "get value" if isinstance(last := tree.arguments[-1].value, Literal_):
            return terms.term("field", parts[:1], (section, last.value), truth=truth, type_=type_)
        case None:
            parts.append(lower(tree.function))
    value = (section, name, *(a.name for a in tree.arguments))
    return terms.term("judged" if name in _JUDGED else "call", parts, value, truth=truth, type_=type_)


def _temporal(name: str | None, first: Node | None) -> object:
    """Return the date or duration that a call writes out; None for any other call."""
    text = first.value if isinstance(first, Literal_) else None
    if name not in _TEMPORAL or not isinstance(text, str) or set('"\\') & set(text):
        return None
    return evaluate(f'{name}("{text}")')


def _added(terms: Terms, tree: Call, name: str, lower: Callable[[Node], int]) -> int | None:
    """Return the sum or number of items of which each is there under a condition, as in a table that adds up."""
    only = tree.arguments[0].value
    if not (isinstance(only, Call) and isinstance(only.function, Name) and only.function.name == "concatenate"):
        return None
    whole = zero = terms.constant(Decimal(0))
    for argument in only.arguments:
        part = argument.value
        if not (isinstance(part, If) and isinstance(part.yes, ListNode) and len(part.yes.items) == 1):
            return None
        if part.no != ListNode(items=()):
            return None
        item = terms.constant(Decimal(1)) if name == "count" else lower(part.yes.items[0])
        whole = terms.arithmetic("+", whole, terms.choice(lower(part.condition), item, zero, tree.type), tree.type)
    return whole
