"""The kernel's instructions: typed primitives over integers, in the order in which they run.

In: nothing. Out: the classes that `lower` makes of a plan's steps and that an executor runs: today a generator of
straight-line CPython (`kernel`), for a batch one array operation each. An instruction works on rows, or on the items
of one list (`domain`); a row register may be used in an item instruction, the way back is a reduction (`mask`, `some`,
`every`). Nothing that stood in a policy or a record is in them but integers.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from typing import TYPE_CHECKING, Literal

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type

Kind = Literal["truth", "number", "date", "months", "text", "enum"]


@dataclass(frozen=True, slots=True)
class Register:
    """A register, by number."""

    index: int

    def __str__(self) -> str:
        return f"r{self.index}"


Operand = Register | int


@dataclass(frozen=True, slots=True)
class Instruction:
    """`outs = primitive(operands)`, for each row or for each item of the list `domain`."""

    primitive: str
    operands: tuple[Operand, ...]
    outs: tuple[Register, ...]
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Scalar:
    """A value in one register (or a constant); `maybe_unknown` and `maybe_absent` say which codes it can hold."""

    at: Operand
    kind: Kind
    maybe_unknown: bool = True
    maybe_absent: bool = False
    domain: str | None = None


@dataclass(frozen=True, slots=True)
class Bounds:
    """A number or a span of months that is known to lie between two codes, ends included."""

    low: Operand
    high: Operand
    kind: Kind = "number"


@dataclass(frozen=True, slots=True)
class Subset:
    """Items of a list of the record: certain members, perhaps members, and whether there may be further ones."""

    list: str
    certain: Operand
    perhaps: Operand
    further: Operand


@dataclass(frozen=True, slots=True)
class Element:
    """One item of a list of the record: its position, or UNKNOWN, or ABSENT."""

    list: str
    at: Operand


@dataclass(frozen=True, slots=True)
class Span:
    """A length of service: two packed codes of `vocabulary.counting.service`."""

    low: Operand
    high: Operand


Value = Scalar | Bounds | Subset | Element | Span


@dataclass
class ListLayout:
    """How one list of the record lies in the kernel's input: item count, further flag, one tuple a column."""

    name: str
    columns: dict[tuple[str, ...], tuple[Register, Type]] = field(default_factory=dict)
    count: Register = Register(-1)
    further: Register = Register(-1)


@dataclass
class Layout:
    """What the kernel reads: scalar facts by path, lists, and steps that the interpreter supplies.

    `texts` gives the codes of the plan's own texts (other texts of a record get codes of their own when the record
    is encoded).
    """

    scalars: dict[tuple[str, ...], tuple[Register, Type]] = field(default_factory=dict)
    lists: dict[str, ListLayout] = field(default_factory=dict)
    interpreted: dict[int, tuple[Register, Type]] = field(default_factory=dict)
    texts: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True)
class Program:
    """A lowered plan. `values` holds, for each step, where its value is, or None where only the interpreter has it.

    `interpreted` names the steps that the kernel cannot hold exactly, with the reason.
    """

    instructions: tuple[Instruction, ...]
    layout: Layout
    values: tuple[Value | None, ...]
    interpreted: dict[int, str]
    registers: int
