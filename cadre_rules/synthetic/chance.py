"""Draws that anybody can repeat: integers only, from a key that says what they are for.

In: a key, such as the seed and the number of a district. Out: integers, items, yes or no. No float is drawn.
"""

from __future__ import annotations

from random import Random
from typing import TYPE_CHECKING, TypeVar

if TYPE_CHECKING:
    from collections.abc import Sequence

T = TypeVar("T")


class Chance:
    """A stream of draws; the same key gives the same stream in every process and version of Python."""

    __slots__ = ("bits",)

    def __init__(self, *key: object) -> None:
        self.bits = Random("/".join(map(str, key))).getrandbits

    def below(self, count: int) -> int:
        """Return a whole number from 0 to `count` - 1."""
        return self.bits(32) * count >> 32

    def between(self, least: int, most: int) -> int:
        """Return a whole number from `least` to `most`, both included."""
        return least + (self.bits(32) * (most - least + 1) >> 32)

    def one(self, items: Sequence[T]) -> T:
        """Return one of some items."""
        return items[self.bits(32) * len(items) >> 32]

    def hits(self, per_thousand: int) -> bool:
        """Return true so many times in a thousand."""
        return self.bits(32) * 1000 >> 32 < per_thousand


def weighted(*pairs: tuple[int, T]) -> tuple[T, ...]:
    """Return a tuple for `one` in which each item stands as often as its weight says."""
    return tuple(item for weight, item in pairs for _ in range(weight))
