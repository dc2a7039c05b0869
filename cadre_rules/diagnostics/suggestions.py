"""Near misses: which known name was probably meant."""

from __future__ import annotations

from typing import TYPE_CHECKING

from rapidfuzz import process
from rapidfuzz.distance import DamerauLevenshtein, JaroWinkler

if TYPE_CHECKING:
    from collections.abc import Iterable


def nearest(word: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to `word`, or None if none is near.

    Near means at most a third of the characters wrong (one in a word of up to four), by Damerau-Levenshtein
    distance; among equals the one that shares the longer beginning.
    """
    candidates = sorted(set(known) - {word})
    limit = max(1, (len(word) + 1) // 3)
    found = process.extract(
        word, candidates, scorer=DamerauLevenshtein.distance, score_cutoff=limit, limit=5, processor=None
    )
    if not found:
        return None
    best = min(score for _, score, _ in found)
    ties = [name for name, score, _ in found if score == best]
    return max(ties, key=lambda name: (JaroWinkler.similarity(word, name), name))
