"""Registers and instructions as they are made: what the lowering of expressions and of lists share.

In: primitives by name. Out: instructions and the layout of the kernel's input. It knows nothing of FEEL.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    NUMBER,
    STRING,
    YEARS_MONTHS,
    Enumeration,
    Optional,
    strip_optional,
)
from cadre_rules.plan.instructions import (
    Instruction,
    Kind,
    Layout,
    ListLayout,
    Operand,
    Register,
    Scalar,
    Subset,
)
from cadre_rules.vocabulary.codes import MAYBE, UNKNOWN

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type

_KINDS: dict[Type, Kind] = {
    BOOLEAN: "truth",
    NUMBER: "number",
    DATE: "date",
    YEARS_MONTHS: "months",
    STRING: "text",
}


class NotExact(Exception):  # noqa: N818 - not an error: the step is left to the interpreter
    """What the kernel cannot hold exactly; the text says what it is."""


def kind_of(type_: Type | None) -> Kind | None:
    """Return how values of a type are coded in the kernel; None where they have no code."""
    if type_ is None:
        return None
    bare = strip_optional(type_)
    if isinstance(bare, Enumeration):
        return "text" if any(v.code < 0 for v in bare.values) else "enum"
    return _KINDS.get(bare)


def code_kind(type_: Type | None) -> Kind:
    """Return how values of a type are coded; raises `NotExact` where they have no code."""
    kind = kind_of(type_)
    if kind is None:
        raise NotExact(f"a value of type {type_} has no code")
    return kind


class Builder:
    """Makes registers, instructions and the layout."""

    def __init__(self) -> None:
        self.instructions: list[Instruction] = []
        self.layout = Layout()
        self.registers = 0
        self.virtual = False  # lowering for an item that is not listed: every field is unknown
        self.made: dict[tuple[object, ...], tuple[Register, ...]] = {}

    def register(self) -> Register:
        """Return a new register."""
        self.registers += 1
        return Register(self.registers - 1)

    def emit(self, primitive: str, *operands: Operand, domain: str | None = None) -> Register:
        """Add an instruction with one result and return its register; what was computed before is reused."""
        return self.emit_many(primitive, *operands, outs=1, domain=domain)[0]

    def emit_many(
        self, primitive: str, *operands: Operand, outs: int, domain: str | None = None
    ) -> tuple[Register, ...]:
        """Add an instruction with several results."""
        key = (primitive, operands, domain)
        if key not in self.made:
            self.made[key] = tuple(self.register() for _ in range(outs))
            self.instructions.append(Instruction(primitive, operands, self.made[key], domain))
        return self.made[key]

    def roll_back(self, mark: int) -> None:
        """Forget the instructions made since there were `mark` of them."""
        for gone in self.instructions[mark:]:
            del self.made[gone.primitive, gone.operands, gone.domain]
        del self.instructions[mark:]

    def fact(self, path: tuple[str, ...], type_: Type) -> Scalar:
        """Return the scalar fact at `path` of the record; the part that it is in may be absent as a whole."""
        if path not in self.layout.scalars:
            self.layout.scalars[path] = (self.register(), type_)
        return Scalar(self.layout.scalars[path][0], code_kind(type_), True, True)

    def list_(self, name: str) -> ListLayout:
        """Return the layout of a list of the record."""
        if name not in self.layout.lists:
            made = ListLayout(name, count=self.register(), further=self.register())
            self.layout.lists[name] = made
        return self.layout.lists[name]

    def whole(self, name: str) -> Subset:
        """Return the list itself as a subset: all listed items, perhaps further ones."""
        layout = self.list_(name)
        return Subset(name, self.emit("all_items", layout.count), 0, layout.further)

    def column(self, list_name: str, path: tuple[str, ...], type_: Type) -> Register:
        """Return the column of a field of a list's items."""
        columns = self.list_(list_name).columns
        if path not in columns:
            columns[path] = (self.register(), type_)
        return columns[path][0]

    def item_field(self, list_name: str, path: tuple[str, ...], type_: Type) -> Scalar:
        """Return a field of the item at hand, inside a filter or quantifier over the list."""
        kind, absent = code_kind(type_), isinstance(type_, Optional)
        if self.virtual:
            return Scalar(MAYBE if kind == "truth" else UNKNOWN, kind, True, absent, None)
        column = self.column(list_name, path, type_)
        return Scalar(self.emit("load", column, domain=list_name), kind, True, absent, list_name)

    def text(self, text: str) -> int:
        """Return the code of a text that stands in the plan."""
        return self.layout.texts.setdefault(text, len(self.layout.texts))
