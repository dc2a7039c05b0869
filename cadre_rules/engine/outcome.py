"""What was computed for one subject on one day: the trace, and every step's value inflated from it on demand.

In: a compiled question, a subject, a decision date. Out: an `Outcome`. It computes; it words nothing.
"""

from __future__ import annotations

from functools import cached_property
from typing import TYPE_CHECKING, Any

from cadre_rules.engine.encode import encode_record
from cadre_rules.engine.reference import Reference
from cadre_rules.feel.values import UNKNOWN as FEEL_UNKNOWN
from cadre_rules.feel.values import PartialList
from cadre_rules.plan.builder import NotExact
from cadre_rules.plan.codec import decode, decode_bounds
from cadre_rules.plan.instructions import Bounds, Element, Scalar, Span, Subset
from cadre_rules.vocabulary.codes import ABSENT, FALSE, MAYBE, TRUE, pack_date
from cadre_rules.vocabulary.codes import UNKNOWN as UNKNOWN_CODE

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cadre_rules.engine.compiled import Compiled
    from cadre_rules.plan.instructions import Value


class Outcome:
    """The values of all steps of a plan for one subject.

    `trace` is the kernel's vector of codes, or None where the record as a whole had to be interpreted (`reason`).
    """

    def __init__(self, compiled: Compiled, facts: Mapping[str, Any], as_of: date, *, slow: bool = False) -> None:
        if not compiled.plan.covers(as_of):
            raise ValueError(f"the plan does not hold on {as_of}")
        self.compiled = compiled
        self.plan = compiled.plan
        self.facts = facts
        self.as_of = as_of
        self.reference = Reference(compiled.plan, facts, as_of)
        self.trace: tuple[int, ...] | None = None
        self.reason: str | None = "the reference interpreter was asked for" if slow else None
        if not slow:
            self._run()

    def _run(self) -> None:
        try:
            encoded, self._texts = encode_record(self.facts, self.compiled.program.layout, self.reference.value)
        except NotExact as reason:
            self.reason = str(reason)
            return
        packed = pack_date(self.as_of.year, self.as_of.month, self.as_of.day)
        self.trace = self.compiled.kernel.run(encoded, packed)

    @cached_property
    def _names(self) -> dict[int, str]:
        return self._texts.names()

    def truth(self, step: int) -> int:
        """Return the truth code of a boolean step."""
        if self.trace is not None and (slot := self.compiled.kernel.slots[step]) is not None:
            code = self.trace[slot[0]]
            return MAYBE if code == ABSENT else code
        value = self.reference.value(step)
        return (TRUE if value else FALSE) if isinstance(value, bool) else MAYBE

    def value(self, step: int) -> Any:
        """Return the FEEL value of a step."""
        slot = self.compiled.kernel.slots[step]
        if self.trace is None or slot is None:
            return self.reference.value(step)
        shape = self.compiled.program.values[step]
        assert shape is not None
        return self._decode(shape, self.trace[slot[0] : slot[1]], step)

    def _decode(self, shape: Value, codes: tuple[int, ...], step: int) -> Any:
        match shape:
            case Scalar():
                return decode(codes[0], self.plan.steps[step].type, self._names)
            case Bounds():
                return decode_bounds(codes[0], codes[1], shape.kind)
            case Span():
                from cadre_rules.plan.domain import decode_service

                return decode_service(codes[0], codes[1])
            case Element():
                if codes[0] in (ABSENT, UNKNOWN_CODE):
                    return None if codes[0] == ABSENT else FEEL_UNKNOWN
                return self._items(shape.list)[codes[0]]
            case Subset():
                return self._subset(shape.list, *codes)

    def _items(self, name: str) -> list[Any]:
        value = self.facts.get(name, FEEL_UNKNOWN)
        if isinstance(value, PartialList):
            return [item for item, _ in value.items]
        return list(value or ())

    def _subset(self, name: str, certain: int, perhaps: int, further: int) -> Any:
        items = self._items(name)
        chosen = [(item, bool(certain >> i & 1)) for i, item in enumerate(items) if (certain | perhaps) >> i & 1]
        if not perhaps and not further:
            return [item for item, _ in chosen]
        source = self.facts.get(name, FEEL_UNKNOWN)
        template = source.further if isinstance(source, PartialList) else None
        return PartialList(tuple(chosen), template if further else None)
