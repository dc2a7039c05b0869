"""Which case files there are at a place, and which adoption a case file means.

In: paths, names of adoptions. Out: case files with their packs, paths of adoption files. It runs nothing.
"""

from __future__ import annotations

import os
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cases import messages
from cadre_rules.diagnostics import CadreRulesError, PolicyError, Text, UsageError, nearest
from cadre_rules.documents import POLICY_BYTES, Mapping, Scalar, read_document
from cadre_rules.policy.loading import pack_folders, shipped_packs
from cadre_rules.policy.reading import ADOPTION, CASES, PACK, read_cases, read_pack_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable, Iterator

    from cadre_rules.policy.models.cases import CaseFile
    from cadre_rules.policy.reading import PackFiles


@dataclass(frozen=True)
class Located:
    """A case file, where it is, and the folder of the pack that it belongs to."""

    path: Path
    pack: Path
    file: CaseFile


def case_files(where: str | Path) -> list[Path]:
    """Return the case files at a place: one, those in a folder, or those of a shipped pack by its name.

    Raises `UsageError` where there is no such place, or no case file in it.
    """
    path = Path(where)
    if path.is_file():
        return [path]
    folders = [path] if path.is_dir() else pack_folders(where)
    found = sorted(p for folder in folders for p in folder.rglob("*" + CASES))
    if not found:
        raise UsageError(messages.NO_CASES.at(found=str(where)))
    return found


def read_case_file(path: Path) -> Located:
    """Read a case file and find its pack; raises `PolicyError` or `DocumentError`."""
    file = read_cases(path)
    pack = next((folder for folder in path.absolute().parents if (folder / PACK).is_file()), None)
    if pack is None:
        raise UsageError(messages.NOT_IN_A_PACK.at(found=str(path)))
    return Located(path, pack if path.is_absolute() else Path(os.path.relpath(pack)), file)


def untested(
    where: str | Path, tested: Iterable[str], read: Callable[[Path], PackFiles] = read_pack_folder
) -> list[str]:
    """Return the policies of the packs at a place that are evaluated and that no case file tests.

    A single file is no pack: nothing is missing beside it. `read` reads a pack folder.
    """
    if Path(where).is_file():
        return []
    known = set(tested)
    found = (policy for folder in _packs_at(Path(where)) for policy in read(folder).policies)
    return [policy.policy for policy in found if policy.status == "verified" and policy.policy not in known]


def _packs_at(where: Path) -> list[Path]:
    """Return the folders of packs at a place; a folder inside of a pack, or without packs, stands for none."""
    if where.is_dir() and not (where / PACK).is_file() and not any(where.glob(f"*/{PACK}")):
        return []
    return pack_folders(where)


@dataclass(frozen=True)
class Named:
    """The adoption that a file holds, by its name: that in it, or that of the file where it cannot be read."""

    name: str | None
    readable: bool = True


def adoption_file(
    located: Located, extra: Iterable[str | Path] = (), named: Callable[[Path], Named] | None = None
) -> Path | None:
    """Return the adoption file that a case file names; None where it names none.

    It is looked for in `extra` folders, beside the case file, in its pack and beside the packs, and in
    `examples/adoptions` of the checkout. Raises `PolicyError` C023 where it is in none of them. `named` stands for
    `name_in`: who runs many files reads each adoption once.
    """
    name = located.file.adoption
    if name is None:
        return None
    places = list(dict.fromkeys(p.resolve() for p in _places(located, extra) if p.is_dir()))
    known: dict[str, Path] = {}
    for path in (file for place in places for file in _candidates(place)):
        found = (named or name_in)(path)
        if found.name is not None and (found.readable or found.name == name):
            known.setdefault(found.name, path)
    if name in known:
        return known[name]
    listed = Text("、".join(known) or "无", ", ".join(known) or "none")
    looked = ", ".join(_shown(p) for p in places)
    fault = located.file.fault(
        messages.NO_SUCH_ADOPTION,
        "adoption",
        suggestion=nearest(name, known),
        found=name,
        places=Text(looked.replace(", ", "、"), looked),
        known=listed,
    )
    raise PolicyError(fault)


def _shown(path: Path) -> str:
    """Return a folder relative to the working folder, where it lies in it."""
    whole, here = path.resolve(), Path.cwd()
    return str(whole.relative_to(here)) if whole.is_relative_to(here) else str(path)


def _places(located: Located, extra: Iterable[str | Path]) -> Iterator[Path]:
    yield from (Path(place) for place in extra)
    packs = located.pack.resolve().parent
    yield from (located.path.parent, located.pack, packs, packs / "adoptions")
    for root in (packs.parent, shipped_packs().parent):
        yield root / "examples" / "adoptions"


def _candidates(place: Path) -> list[Path]:
    """Return the files in a folder that may be adoptions; beside policies they are called so."""
    found = sorted(p for p in place.iterdir() if p.suffix in (".yaml", ".yml") and p.is_file())
    in_pack = any((folder / PACK).is_file() for folder in (place, *place.absolute().parents))
    return [p for p in found if p.name == ADOPTION or p.name.endswith("." + ADOPTION) or not in_pack]


def name_in(path: Path) -> Named:
    """Return the name of the adoption in a file; no name for another file.

    A file that cannot be read is taken by its own name, so that its faults are told where it is the one that is wanted.
    """
    try:
        node = read_document(path, limit=POLICY_BYTES)
    except CadreRulesError:
        return Named(path.stem, readable=False)
    name = node.get("adoption") if isinstance(node, Mapping) else None
    return Named(name.text if isinstance(name, Scalar) else None)
