"""Which adoption files belong to packs: those in them, beside them, and the examples that ship with them.

In: folders of packs, adoption files that were named. Out: paths of adoption files. It reads no more of a file than
whether it is an adoption.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import CadreRulesError
from cadre_rules.documents import POLICY_BYTES, Mapping, read_document
from cadre_rules.policy.reading import PACK

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from pathlib import Path


def adoption_files(packs: Iterable[Path], named: Iterable[Path]) -> list[Path]:
    """Return the adoption files of packs, in the order of their names; those that were named come first."""
    first = list(named)
    found = {path.resolve(): path for place in _places(packs) for path in _adoptions(place)}
    rest = sorted((p for whole, p in found.items() if whole not in {f.resolve() for f in first}), key=lambda p: p.name)
    return [*first, *rest]


def _places(packs: Iterable[Path]) -> Iterator[Path]:
    for pack in packs:
        around = pack.resolve().parent
        yield from (pack, around, around / "adoptions", around.parent / "examples" / "adoptions")


def _adoptions(place: Path) -> list[Path]:
    """Return the files in a folder that are adoptions."""
    if not place.is_dir():
        return []
    return [path for path in sorted(place.glob("*.yaml")) if path.name != PACK and _is_adoption(path)]


def _is_adoption(path: Path) -> bool:
    try:
        node = read_document(path, limit=POLICY_BYTES)
    except CadreRulesError:  # another file than ours may be broken
        return False
    return isinstance(node, Mapping) and "adoption" in node and "policy" not in node
