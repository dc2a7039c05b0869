"""The kernel: one straight-line Python function, generated from the primitives' text.

In: a `Program`. Out: a function `kernel(record, as_of) -> trace` over tuples of integers, and its source. The source
holds the primitives' text, integers and numbered names, and nothing that stood in a policy or a record.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from cadre_rules.plan.instructions import (
    Bounds,
    Element,
    Instruction,
    Program,
    Register,
    Scalar,
    Span,
    Subset,
)
from cadre_rules.plan.primitives import TEXT, runtime

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadre_rules.plan.instructions import Operand, Value

AS_OF = Register(0)


@dataclass(frozen=True)
class Kernel:
    """A generated kernel. `slots[i]` says which entries of the trace hold the value of step i (none: interpreted)."""

    source: str
    run: Callable[[tuple[Any, ...], int], tuple[int, ...]]
    slots: tuple[tuple[int, int] | None, ...]


def generate(program: Program) -> Kernel:
    """Generate and compile the kernel of `program`."""
    outputs: list[Operand] = []
    slots: list[tuple[int, int] | None] = []
    for value in program.values:
        registers = value_operands(value)
        slots.append((len(outputs), len(outputs) + len(registers)) if registers else None)
        outputs += registers
    live = _live(program, outputs)
    lines = ["def kernel(record, as_of):", f"    {AS_OF} = as_of"]
    inputs = input_registers(program)
    if inputs:
        lines.append(f"    {', '.join(map(str, inputs))}, = record")
    lines += _body(live)
    lines.append(f"    return ({''.join(f'{o}, ' for o in outputs)})")
    source = "\n".join(lines) + "\n"
    namespace = runtime()
    exec(compile(source, "<kernel>", "exec"), namespace)
    return Kernel(source, namespace["kernel"], tuple(slots))  # type: ignore[arg-type]


def input_registers(program: Program) -> list[Register]:
    """Return the registers that the record tuple fills, in its order: scalars, lists, interpreted steps."""
    layout = program.layout
    out = [register for register, _ in layout.scalars.values()]
    for list_ in layout.lists.values():
        out += [list_.count, list_.further, *(register for register, _ in list_.columns.values())]
    return out + [register for register, _ in layout.interpreted.values()]


def value_operands(value: Value | None) -> tuple[Operand, ...]:
    """Return where the codes of a step's value are, in the order in which they are decoded."""
    match value:
        case None:
            return ()
        case Scalar():
            return (value.at,)
        case Bounds() | Span():
            return (value.low, value.high)
        case Subset():
            return (value.certain, value.perhaps, value.further)
        case Element():
            return (value.at,)


def _live(program: Program, outputs: list[Operand]) -> list[Instruction]:
    """Return the instructions that a step's value depends on, in order."""
    wanted = {o for o in outputs if isinstance(o, Register)}
    kept: list[Instruction] = []
    for instruction in reversed(program.instructions):
        if wanted.intersection(instruction.outs):
            kept.append(instruction)
            wanted.update(o for o in instruction.operands if isinstance(o, Register))
    return kept[::-1]


def _body(instructions: list[Instruction]) -> Iterable[str]:
    """Write the instructions; those on a list's items stand in the loop of the mask that needs them."""
    by_out = {out: i for i in instructions for out in i.outs if i.domain}
    for instruction in instructions:
        if instruction.primitive == "mask":
            yield from _loop(instruction, by_out)
        elif instruction.domain is None:
            yield f"    {', '.join(map(str, instruction.outs))} = {expression(instruction)}"


def expression(instruction: Instruction) -> str:
    """Return the text of one instruction over the names of its operands."""
    operands = [f"({o})" if isinstance(o, int) and o < 0 else str(o) for o in instruction.operands]
    if instruction.primitive in ("and", "or"):
        return (" & " if instruction.primitive == "and" else " | ").join(operands)
    text = TEXT.get(instruction.primitive)
    return text.format(*operands) if text else f"{instruction.primitive}({', '.join(operands)})"


def _loop(mask: Instruction, by_out: dict[Register, Instruction]) -> Iterable[str]:
    """Write the loop over a list's items that packs a truth into two masks."""
    truth, count = mask.operands
    true, maybe = mask.outs
    if isinstance(truth, int):
        full = f"(1 << {count}) - 1"
        yield f"    {true} = {full if truth == 3 else 0}"
        yield f"    {maybe} = {full if truth == 1 else 0}"
        return
    inner = list(_needed(truth, by_out))
    columns = {i.outs[0]: i.operands[0] for i in inner if i.primitive == "load"}
    work = [i for i in inner if i.primitive != "load"]
    yield f"    {true} = {maybe} = 0"
    yield "    bit = 1"
    if not columns:
        yield f"    for _ in range({count}):"
    else:
        names = ", ".join(map(str, columns))
        source = ", ".join(map(str, columns.values()))
        yield f"    for {names} in " + (f"zip({source}):" if len(columns) > 1 else f"{source}:")
    for instruction in work:
        yield f"        {instruction.outs[0]} = {expression(instruction)}"
    yield f"        if {truth} == 3:"
    yield f"            {true} |= bit"
    yield f"        elif {truth}:"
    yield f"            {maybe} |= bit"
    yield "        bit <<= 1"


def _needed(truth: Operand, by_out: dict[Register, Instruction]) -> Iterable[Instruction]:
    """Return the item instructions that `truth` depends on, in order."""
    seen: dict[Register, Instruction] = {}

    def visit(operand: Operand) -> None:
        if isinstance(operand, Register) and operand in by_out and operand not in seen:
            instruction = by_out[operand]
            for inner in instruction.operands:
                visit(inner)
            seen[operand] = instruction

    visit(truth)
    return seen.values()
