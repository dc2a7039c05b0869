"""Terms: what the texts of policies say, each said once, with definitions and conclusions put in.

In: parts that were made before. Out: numbers of terms; the parts of a term have smaller numbers than the term. What is
the same whatever the facts are is read off here: comparisons of constants, `not` of `not`, a choice between the same.
It must not know where a text stands.
"""

from __future__ import annotations

from contextlib import suppress
from dataclasses import dataclass
from decimal import Decimal
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.types import Enumeration, Optional, Type, strip_optional
from cadre_rules.feel.values import ARITHMETIC

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

FEW: Final = 64  # results of a computation with choices that are told apart
_COMPUTED: Final = {"+": ARITHMETIC.add, "-": ARITHMETIC.subtract, "*": ARITHMETIC.multiply}


@dataclass(frozen=True, slots=True)
class Term:
    """A term. `value` says more of what it is: a constant, the name of a fact or function.

    constant, fact, parameter, as_of: without parts. field: of a section, an item or a list of them; with the name of
    the section. item: any one of a list. filter: a list and a condition on its items. some: the same, as a truth.
    scope: a condition that says whom a rule is about. equal, less: compared values. present: not null. judged: a
    determination. and, or, not, if: as in FEEL. call: with the section of its first argument and the function's name.
    Of anything else, `other` and `index`, only the parts count.
    """

    op: str
    parts: tuple[int, ...] = ()
    value: Any = None
    truth: bool = False


class Terms:
    """The terms of one view of policies."""

    def __init__(self) -> None:
        self.known: list[Term] = []
        self.types: dict[int, Type] = {}
        self._numbers: dict[Term, int] = {}
        self._seen: dict[tuple[str, int, int], int] = {}
        self.true: Final = self.constant(True)
        self.false: Final = self.constant(False)
        self.null: Final = self.constant(None)
        self.as_of: Final = self.term("as_of")

    def term(
        self,
        op: str,
        parts: Sequence[int] = (),
        value: Any = None,
        *,
        truth: bool = False,
        type_: Type | None = None,
    ) -> int:
        """Return the number of a term."""
        made = Term(op, tuple(parts), value, truth)
        found = self._numbers.get(made)
        if found is None:
            found = self._numbers[made] = len(self.known)
            self.known.append(made)
        if type_ is not None:
            self.types.setdefault(found, type_)
        return found

    def __getitem__(self, number: int) -> Term:
        return self.known[number]

    def below(self, number: int) -> list[int]:
        """Return a term and all that it is made of, parts first."""
        seen: set[int] = set()
        todo = [number]
        while todo:
            at = todo.pop()
            if at not in seen:
                seen.add(at)
                todo.extend(self.known[at].parts)
        return sorted(seen)

    def constant(self, value: Any) -> int:
        """Return a constant: a text, number, truth, date or duration, or null."""
        kind = type(value).__name__  # True and Decimal(1) are equal in Python
        return self.term("constant", value=(kind, value), truth=isinstance(value, bool))

    def is_constant(self, number: int) -> bool:
        """Tell whether a term is a constant."""
        return self.known[number].op == "constant"

    def value(self, number: int) -> Any:
        """Return the value of a constant."""
        return self.known[number].value[1]

    # truths ---------------------------------------------------------------------------------------------------

    def negation(self, a: int) -> int:
        """Return `not(a)`."""
        if self.is_constant(a):
            return self.false if self.value(a) else self.true
        return self.known[a].parts[0] if self.known[a].op == "not" else self.term("not", (a,), truth=True)

    def junction(self, op: str, parts: Iterable[int]) -> int:
        """Return the `and` or `or` of truths."""
        neutral, decisive = (self.true, self.false) if op == "and" else (self.false, self.true)
        kept = [p for p in dict.fromkeys(parts) if p != neutral]
        if decisive in kept:
            return decisive
        if len(kept) < 2:
            return kept[0] if kept else neutral
        return self.term(op, sorted(kept), truth=True)

    def choice(self, condition: int, yes: int, no: int, type_: Type | None = None) -> int:
        """Return `if condition then yes else no`."""
        if self.is_constant(condition):
            return yes if self.value(condition) else no
        if yes == no:
            return yes
        truth = self.known[yes].truth and self.known[no].truth
        return self.term("if", (condition, yes, no), truth=truth, type_=type_)

    def equal(self, a: int, b: int) -> int:
        """Return `a = b`."""
        return self._compared("equal", a, b)

    def less(self, a: int, b: int) -> int:
        """Return `a < b`."""
        return self._compared("less", a, b)

    def not_more(self, a: int, b: int) -> int:
        """Return `a <= b`."""
        return self.negation(self._compared("less", b, a))

    def _compared(self, op: str, a: int, b: int) -> int:
        """Return a comparison; of a choice the choice between comparisons."""
        key = (op, a, b)
        if key not in self._seen:
            left, right = self._ways(a), self._ways(b)
            if len(left) > 1:
                self._seen[key] = self._chosen([(c, self._compared(op, v, b)) for c, v in left])
            elif len(right) > 1:
                self._seen[key] = self._chosen([(c, self._compared(op, a, v)) for c, v in right])
            else:
                self._seen[key] = self._simple(op, a, b)
        return self._seen[key]

    def _ways(self, number: int) -> list[tuple[int, int]]:
        """Return the values of a chain of choices, each with its condition; that of the last always holds."""
        ways: list[tuple[int, int]] = []
        while self.known[number].op == "if" and not self.known[number].truth:
            condition, yes, number = self.known[number].parts
            ways.append((condition, yes))
        return [*ways, (self.true, number)]

    def _chosen(self, ways: list[tuple[int, int]]) -> int:
        *rest, (_, whole) = ways
        for condition, value in reversed(rest):
            whole = self.choice(condition, value, whole)
        return whole

    def _simple(self, op: str, a: int, b: int) -> int:
        if a == b:
            return self.true if op == "equal" else self.false
        if self.is_constant(a) and self.is_constant(b):
            found = self._settled(op, a, b)
            if found is not None:
                return self.true if found else self.false
        if op == "equal" and self.null in (a, b):
            return self.negation(self.present(b if a == self.null else a))
        if op == "equal" and self.known[a].truth and self.known[b].truth:
            return self.choice(a, b, self.negation(b))
        parts = (min(a, b), max(a, b)) if op == "equal" else (a, b)
        return self.term(op, parts, truth=True)

    def _settled(self, op: str, a: int, b: int) -> bool | None:
        left, right = self.value(a), self.value(b)
        if op == "equal":
            return bool(left == right)
        order = self.order(a, b)
        if order is not None:
            return order[0] < order[1]
        try:
            return bool(left < right)
        except TypeError:
            return None

    def order(self, a: int, b: int) -> tuple[int, int] | None:
        """Return the ranks of two values of an ordered enumeration."""
        for number in (a, b):
            type_ = self.types.get(number)
            type_ = strip_optional(type_) if type_ is not None else None
            if isinstance(type_, Enumeration) and type_.ordered:
                names = [v.en for v in type_.values]
                if self.value(a) in names and self.value(b) in names:
                    return names.index(self.value(a)), names.index(self.value(b))
        return None

    def present(self, number: int) -> int:
        """Return `number != null`."""
        if self.is_constant(number):
            return self.false if number == self.null else self.true
        key = ("present", number, number)
        if key not in self._seen:
            ways = self._ways(number)
            if len(ways) > 1:
                self._seen[key] = self._chosen([(c, self.present(v)) for c, v in ways])
            else:
                absent = number not in self.types or isinstance(self.types[number], Optional)
                self._seen[key] = self.term("present", (number,), truth=True) if absent else self.true
        return self._seen[key]

    # numbers --------------------------------------------------------------------------------------------------

    def arithmetic(self, op: str, a: int, b: int, type_: Type | None) -> int:
        """Return `a op b`; of choices the choice between results, as long as there are few."""
        key = (op, a, b)
        if key not in self._seen:
            left, right = self._ways(a), self._ways(b)
            few = self._count(a) * self._count(b) <= FEW
            if few and len(left) > 1:
                self._seen[key] = self._chosen([(c, self.arithmetic(op, v, b, type_)) for c, v in left])
            elif few and len(right) > 1:
                self._seen[key] = self._chosen([(c, self.arithmetic(op, a, v, type_)) for c, v in right])
            else:
                self._seen[key] = self._computed(op, a, b, type_)
        return self._seen[key]

    def _count(self, number: int) -> int:
        """Return between how many values a term chooses."""
        key = ("count", number, number)
        if key not in self._seen:
            ways = self._ways(number)
            self._seen[key] = sum(self._count(v) for _, v in ways) if len(ways) > 1 else 1
        return self._seen[key]

    def _computed(self, op: str, a: int, b: int, type_: Type | None) -> int:
        """Return `a op b`; what is multiplied by nothing or taken from itself says nothing."""
        zero = self.constant(Decimal(0))
        numbers = [self.value(x) for x in (a, b) if self.is_constant(x) and isinstance(self.value(x), Decimal)]
        if len(numbers) == 2 and op in _COMPUTED:
            with suppress(ArithmeticError):  # a number that is too large is no number
                return self.constant(_COMPUTED[op](*numbers))
        if op == "*" and zero in (a, b):
            return zero
        if op == "-" and a == b and str(type_) == "number":
            return zero
        if op == "+" and zero in (a, b):
            return b if a == zero else a
        if op == "-" and b == zero:
            return a
        return self.term("arithmetic", (a, b), op, type_=type_)
