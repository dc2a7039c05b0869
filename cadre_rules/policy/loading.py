"""Packs on disk become a linked policy set: which folders, in which layers, with which hash.

In: the name of a shipped pack, a pack folder, a folder of packs, or an adoption file. Out: a `PolicySet`. Packs that a
pack extends are looked for beside it, then among those that ship with the library.
"""

from __future__ import annotations

import hashlib
from functools import partial
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import PolicyError, Text, UsageError, nearest
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.link import link
from cadre_rules.policy.reading import PACK, PackFiles, read_adoption, read_pack_folder

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadre_rules.policy.linked import PolicySet
    from cadre_rules.policy.models.packs import Adoption
    from cadre_rules.policy.texts import Texts


def shipped_packs() -> Path:
    """Return the folder of the packs that ship with the library (in a checkout, `policies/`)."""
    installed = Path(__file__).parent.parent / "_packs"
    return installed if installed.is_dir() else Path(__file__).parents[2] / "policies"


def load_set(
    where: str | Path,
    adoption: str | Path | None = None,
    *,
    cases: bool = False,
    read: Callable[[Path], PackFiles] | None = None,
) -> tuple[PolicySet, Texts, tuple[PackFiles, ...]]:
    """Load a pack (by name or folder) or what an adoption file adopts, with all packs above.

    `read` reads a pack folder in place of `read_pack_folder`: who loads many sets reads each folder once. Raises
    `PolicyError` or `DocumentError` with every fault, `UsageError` where there is nothing to load.
    """
    folders, adopted = _start(where, adoption)
    beside = [*_around(where, adoption), *(f.parent for f in folders), shipped_packs()]
    by_name = {_named(name, beside, None): None for name in adopted.packs} if adopted is not None else {}
    reading = read or partial(read_pack_folder, cases=cases)
    files, layers = _closure([*folders, *by_name], beside, set(by_name), reading)
    hashes = {f.pack.pack: _hash(f.paths) for f in files}
    if adopted is not None:
        hashes[f"adoption:{adopted.adoption}"] = hashlib.sha256(adopted.node.document.text.encode("utf-8")).hexdigest()
    whole = hashlib.sha256("\n".join(f"{k} {v}" for k, v in sorted(hashes.items())).encode()).hexdigest()
    linked, texts = link(files, layers, adopted, hashes, whole)
    return linked, texts, files


def pack_folders(where: str | Path) -> list[Path]:
    """Return the pack folders at a place: the folder itself, those in it, or a shipped pack by name."""
    path = Path(where)
    if str(where) and (path / PACK).is_file():
        return [path]
    if str(where) and path.is_dir():
        found = sorted(p.parent for p in path.glob(f"*/{PACK}"))
        if found:
            return found
        raise UsageError(messages.NO_PACK_IN_FOLDER.at(found=str(where)))
    if str(where) and not path.exists() and (shipped_packs() / str(where) / PACK).is_file():
        return [shipped_packs() / str(where)]
    known = sorted(p.parent.name for p in shipped_packs().glob(f"*/{PACK}"))
    listed = Text("、".join(known), ", ".join(known))
    guess = nearest(str(where), known)
    raise UsageError(messages.NO_SUCH_PACK.at(suggestion=guess, found=str(where), known=listed))


def _start(where: str | Path, adoption: str | Path | None) -> tuple[list[Path], Adoption | None]:
    path = Path(where)
    if adoption is None and path.is_file():
        return [], read_adoption(path)
    return pack_folders(where), read_adoption(adoption) if adoption is not None else None


def _around(where: str | Path, adoption: str | Path | None) -> list[Path]:
    """Return where the packs of an adoption file may lie: beside it, beside its folder, in a `policies` there."""
    path = Path(adoption) if adoption is not None else Path(where)
    if not path.is_file():
        return []
    folder = path.resolve().parent
    return [folder, folder.parent, folder.parent / "policies"]


def _named(name: str, beside: list[Path], by: PackFiles | None) -> Path:
    """Return the folder of a pack by name, looked for beside the others and among the shipped ones."""
    for folder in beside:
        if (folder / name / PACK).is_file():
            return folder / name
    known = sorted({p.parent.name for folder in beside for p in folder.glob(f"*/{PACK}")})
    listed = Text("、".join(known), ", ".join(known))
    guess = nearest(name, known)
    if by is not None:
        fault = by.pack.fault(messages.NO_SUCH_PACK, "extends", suggestion=guess, found=name, known=listed)
        raise PolicyError(fault)
    raise UsageError(messages.NO_SUCH_PACK.at(suggestion=guess, found=name, known=listed))


def _closure(
    folders: list[Path], beside: list[Path], by_name: set[Path], reading: Callable[[Path], PackFiles]
) -> tuple[tuple[PackFiles, ...], dict[str, int]]:
    """Return the packs and all packs above them, higher layers first, and the layer of each.

    `by_name` are the folders that were found by the name of the pack which they have to hold.
    """
    files: dict[str, PackFiles] = {}
    layers: dict[str, int] = {}

    def visit(folder: Path, way: tuple[str, ...], by: PackFiles | None) -> int:
        known = next((f for f in files.values() if f.path.resolve() == folder.resolve()), None)
        read = known or reading(folder)
        name = read.pack.pack
        if name != folder.name and folder in by_name:
            raise PolicyError(read.pack.fault(messages.OTHER_NAME, "pack", found=name, wanted=folder.name))
        if name in way:
            round_ = " → ".join((*way[way.index(name) :], name))
            raise PolicyError((by or read).pack.fault(messages.PACK_CYCLE, "extends", way=round_))
        if name in layers:
            if known is None:
                places = {"first": str(files[name].path), "second": str(folder)}
                raise PolicyError(read.pack.fault(messages.PACK_TWICE, "pack", name=name, **places))
            return layers[name]
        files[name] = read
        above = [_named(n, [folder.parent, *beside], read) for n in read.pack.extends or ()]
        by_name.update(above)
        upper = [visit(other, (*way, name), read) for other in above]
        layers[name] = read.pack.level if read.pack.level is not None else max(upper, default=-1) + 1
        return layers[name]

    for folder in folders:
        visit(folder, (), None)
    return tuple(sorted(files.values(), key=lambda f: (layers[f.pack.pack], f.pack.pack))), layers


def _hash(paths: Iterable[Path]) -> str:
    """Return the SHA-256 of the files' contents, by name."""
    digest = hashlib.sha256()
    for path in sorted(paths, key=lambda p: p.name):
        digest.update(path.name.encode("utf-8") + b"\0" + path.read_bytes() + b"\0")
    return digest.hexdigest()
