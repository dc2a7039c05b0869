"""A record becomes the kernel's input: a tuple of integers and tuples of integers.

In: the facts of a record and a `Layout`. Out: the tuple, and the texts that it gave codes to. A record that the
kernel cannot hold exactly (a list too long for a mask, a list that is complete only from some date on, a number out of
range) raises `NotExact`: it is interpreted as a whole.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.feel.values import UNKNOWN as FEEL_UNKNOWN
from cadre_rules.feel.values import Interval, PartialList
from cadre_rules.plan.builder import NotExact
from cadre_rules.plan.codec import encode
from cadre_rules.vocabulary.codes import MASK_ITEMS

if TYPE_CHECKING:
    from collections.abc import Callable, Mapping

    from cadre_rules.plan.instructions import Layout, ListLayout

Path = tuple[str, ...]


class Texts:
    """Codes for texts: the plan's own first, then those of the record in the order in which they come."""

    def __init__(self, plan_texts: Mapping[str, int]) -> None:
        self.codes = dict(plan_texts)

    def code(self, text: str) -> int:
        """Return the code of `text`, a new one if need be."""
        return self.codes.setdefault(text, len(self.codes))

    def names(self) -> dict[int, str]:
        """Return the texts by code."""
        return {code: text for text, code in self.codes.items()}


def encode_record(
    facts: Mapping[str, Any], layout: Layout, interpreted: Callable[[int], Any]
) -> tuple[tuple[Any, ...], Texts]:
    """Encode `facts` for the kernel; `interpreted(step)` gives the values of steps that the kernel cannot hold."""
    texts = Texts(layout.texts)
    out: list[Any] = [encode(value_at(facts, path), type_, texts.code) for path, (_, type_) in layout.scalars.items()]
    for list_ in layout.lists.values():
        out += _encode_list(facts.get(list_.name, FEEL_UNKNOWN), list_, texts)
    for step, (_, type_) in layout.interpreted.items():
        out.append(encode(interpreted(step), type_, texts.code))
    return tuple(out), texts


def value_at(facts: Any, path: Path) -> Any:
    """Return the fact at `path`: unknown or absent where the part that it is in is."""
    value = facts
    for name in path:
        if value is FEEL_UNKNOWN or value is None:
            return value
        value = value.get(name, FEEL_UNKNOWN)
    return value


def _encode_list(value: Any, layout: ListLayout, texts: Texts) -> list[Any]:
    further = 0
    items: list[Any]
    if isinstance(value, PartialList):
        if not all(certain for _, certain in value.items):
            raise NotExact("a list with uncertain members")
        if value.further is not None:
            if _says_something(value.further):
                raise NotExact("a list that is complete from a date on")
            further = 1
        items = [item for item, _ in value.items]
    else:
        items = list(value or ())
    if len(items) > MASK_ITEMS:
        raise NotExact(f"a list of more than {MASK_ITEMS} items")
    columns = [
        tuple(encode(value_at(item, path), type_, texts.code) for item in items)
        for path, (_, type_) in layout.columns.items()
    ]
    return [len(items), further, *columns]


def _says_something(template: Any) -> bool:
    """Return whether anything is known of the further members of a list."""
    if isinstance(template, dict):
        return any(_says_something(v) for v in template.values())
    return template is not FEEL_UNKNOWN or isinstance(template, Interval)
