"""Which packs ship with the program, and what stands at a path that a command line names.

In: paths. Out: names of packs, kinds of files. It reads no policy.
"""

from __future__ import annotations

from pathlib import Path

from cadre_rules.cli import messages
from cadre_rules.cli.wording import listed
from cadre_rules.diagnostics import UsageError, nearest
from cadre_rules.policy.loading import shipped_packs
from cadre_rules.policy.reading import PACK


def pack_names() -> list[str]:
    """Return the names of the packs that ship with the program."""
    return sorted(p.parent.name for p in shipped_packs().glob(f"*/{PACK}"))


def existing(word: str) -> Path:
    """Return the path that a word names: a file, a folder, or the folder of a shipped pack; raises `UsageError`."""
    path = Path(word)
    if word and path.exists():
        return path
    known = pack_names()
    if word in known:
        return shipped_packs() / word
    suggestion = _sibling(path) or nearest(word, known)
    raise UsageError(messages.NOT_FOUND.at(suggestion=suggestion, found=word, known=listed(known)))


def file_at(word: str) -> Path:
    """Return the path of a file that a word names; raises `UsageError` C042 or C043."""
    path = Path(word)
    if word and path.is_dir():
        raise UsageError(messages.IS_A_FOLDER.at(found=word))
    if not word or not path.exists():
        raise UsageError(messages.NO_SUCH_FILE.at(suggestion=_sibling(path), found=word))
    return path


def _sibling(path: Path) -> str | None:
    """Return the path beside one that is not there which was probably meant."""
    beside = [p.name for p in path.parent.iterdir()] if path.parent.is_dir() else []
    guess = nearest(path.name, beside)
    return str(path.with_name(guess)) if guess else None


def pack_of(path: Path) -> Path | None:
    """Return the folder of the pack in which a file lies, or None."""
    return next((folder for folder in path.absolute().parents if (folder / PACK).is_file()), None)
