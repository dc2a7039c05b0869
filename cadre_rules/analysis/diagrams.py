"""Decision diagrams: truth functions of independent variables, each of a few values, in one canonical form.

In: variables with how many values they have. Out: numbers of nodes; two functions are equal if their numbers are. It
knows nothing of what a variable stands for. Nothing here recurses, so that wide conditions cost no stack.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Sequence

FALSE: Final = 0
TRUE: Final = 1
LIMIT: Final = 1_500_000  # how much is done for one truth: ten for a node, one for each of its children


class TooIntricateError(Exception):
    """The diagrams take more work than `LIMIT`."""


class Diagrams:
    """Makes diagrams. The children of a node have smaller numbers than the node, and variables with larger numbers."""

    def __init__(self) -> None:
        self.sizes: list[int] = []
        self._work = 0
        self._variable: list[int] = [1 << 60, 1 << 60]  # of the two constants: after all others
        self._children: list[tuple[int, ...]] = [(), ()]
        self._known: dict[tuple[int, tuple[int, ...]], int] = {}
        self._both: dict[tuple[int, int], int] = {}
        self._not: dict[int, int] = {FALSE: TRUE, TRUE: FALSE}

    def variable(self, size: int = 2) -> int:
        """Declare a variable with values 0 to size - 1 and return its number."""
        self.sizes.append(size)
        return len(self.sizes) - 1

    def holds(self, variable: int, values: Iterable[int]) -> int:
        """Return the function that is true where the variable has one of `values`."""
        wanted = set(values)
        return self._make(variable, tuple(TRUE if v in wanted else FALSE for v in range(self.sizes[variable])))

    def _make(self, variable: int, children: tuple[int, ...]) -> int:
        self._work += 10 + len(children)
        if self._work > LIMIT:
            raise TooIntricateError
        if len(set(children)) == 1:
            return children[0]
        key = (variable, children)
        found = self._known.get(key)
        if found is None:
            found = self._known[key] = len(self._variable)
            self._variable.append(variable)
            self._children.append(children)
        return found

    def below(self, node: int) -> list[int]:
        """Return a node and all below it, children before their parents; the two constants are left out."""
        seen: set[int] = set()
        todo = [node]
        while todo:
            at = todo.pop()
            if at > TRUE and at not in seen:
                seen.add(at)
                todo.extend(self._children[at])
        return sorted(seen)

    def support(self, node: int) -> frozenset[int]:
        """Return the variables on which a function depends."""
        return frozenset(self._variable[n] for n in self.below(node))

    def negation(self, node: int) -> int:
        """Return the function that is true where the given one is not."""
        for n in self.below(node):
            if n not in self._not:
                made = self._make(self._variable[n], tuple(self._not[c] for c in self._children[n]))
                self._not[n], self._not[made] = made, n
        return self._not[node]

    def both(self, a: int, b: int) -> int:
        """Return the conjunction of two functions."""
        known = self._both
        todo = [(a, b) if a <= b else (b, a)]
        while todo:
            pair = todo[-1]
            if pair in known:
                todo.pop()
                continue
            end = _plain(*pair)
            if end is not None:
                known[pair] = end
                continue
            variable, pairs = self._split(*pair)
            missing = [p for p in pairs if p not in known]
            if missing:
                todo.extend(missing)
            else:
                known[pair] = self._make(variable, tuple(known[p] for p in pairs))
        return known[(a, b) if a <= b else (b, a)]

    def _split(self, a: int, b: int) -> tuple[int, list[tuple[int, int]]]:
        """Return the first variable of two functions, and what is left of them for each of its values."""
        first = min(self._variable[a], self._variable[b])
        count = self.sizes[first]
        left = self._children[a] if self._variable[a] == first else (a,) * count
        right = self._children[b] if self._variable[b] == first else (b,) * count
        return first, [(x, y) if x <= y else (y, x) for x, y in zip(left, right, strict=True)]

    def all(self, nodes: Sequence[int]) -> int:
        """Return the conjunction of any number of functions."""
        while len(nodes) > 1:
            pairs = [nodes[i : i + 2] for i in range(0, len(nodes), 2)]
            nodes = [self.both(*p) if len(p) == 2 else p[0] for p in pairs]
        return nodes[0] if nodes else TRUE

    def any(self, nodes: Sequence[int]) -> int:
        """Return the disjunction of any number of functions."""
        return self.negation(self.all([self.negation(n) for n in nodes]))

    def choice(self, condition: int, yes: int, no: int) -> int:
        """Return `yes` where the condition holds, else `no`."""
        return self.any([self.both(condition, yes), self.both(self.negation(condition), no)])

    def for_all(self, node: int, chosen: Callable[[int], bool]) -> int:
        """Return where a function is true whatever the values of the chosen variables are."""
        made = {FALSE: FALSE, TRUE: TRUE}
        for n in self.below(node):
            children = tuple(made[c] for c in self._children[n])
            variable = self._variable[n]
            made[n] = self.all(children) if chosen(variable) else self._make(variable, children)
        return made[node]

    def where(self, node: int, values: Callable[[int], int | None]) -> int:
        """Return a function with variables held at a value; those for which `values` gives None stay."""
        made = {FALSE: FALSE, TRUE: TRUE}
        for n in self.below(node):
            children = tuple(made[c] for c in self._children[n])
            fixed = values(self._variable[n])
            made[n] = self._make(self._variable[n], children) if fixed is None else children[fixed]
        return made[node]


def _plain(a: int, b: int) -> int | None:
    """Return the conjunction where it is read off; `a` is not greater than `b`."""
    if a == FALSE:
        return FALSE
    if a in (TRUE, b):
        return b
    return None
