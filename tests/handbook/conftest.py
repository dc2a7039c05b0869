from __future__ import annotations

import faulthandler
import fcntl
import shlex
from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadre_rules.cli.catalogue import COMMANDS
from cadre_rules.cli.main import main
from cadre_rules.handbook import write_handbook
from tests.handbook.site import Site

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.diagnostics import Text

PACKS = Path(__file__).parent / "packs"
LONG = 900  # seconds after which writing the handbook of all packs has certainly come to a halt


def written(folder: Path, *paths: str | Path) -> tuple[Site, list[Text]]:
    """Write a handbook; return it, and what was told meanwhile."""
    told: list[Text] = []
    write_handbook([str(path) for path in paths], folder, told.append)
    return Site(folder), told


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The handbook of a made-up pack and the national one above it."""
    return once("town", lambda folder: written(folder, PACKS), tmp_path_factory, worker_id)


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """The handbook of the packs that ship with the library, by the example of the help."""

    def write(folder: Path) -> None:
        (example, _), *_ = COMMANDS["handbook"].examples
        assert main(shlex.split(example.replace("build/handbook", str(folder)))[1:]) == 0

    return once("shipped", write, tmp_path_factory, worker_id)


def once(name: str, write: Callable[[Path], object], factory: pytest.TempPathFactory, worker_id: str) -> Site:
    """Return a handbook that is written once for all workers."""
    base = factory.getbasetemp()
    folder = (base if worker_id == "master" else base.parent) / name
    faulthandler.dump_traceback_later(LONG, exit=True)
    with folder.with_suffix(".lock").open("w") as lock:
        fcntl.flock(lock, fcntl.LOCK_EX)
        if not folder.exists():
            write(folder)
    return Site(folder)
