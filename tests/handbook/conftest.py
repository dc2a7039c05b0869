from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import pytest

from cadre_rules.handbook import write_handbook
from tests.handbook.site import Site

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Text

PACKS = Path(__file__).parent / "packs"


def written(folder: Path, *paths: str | Path) -> tuple[Site, list[Text]]:
    """Write a handbook; return it, and what was told meanwhile."""
    told: list[Text] = []
    write_handbook([str(path) for path in paths], folder, told.append)
    return Site(folder), told


@pytest.fixture(scope="session")
def town(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The handbook of a made-up pack and the national one above it."""
    return written(tmp_path_factory.mktemp("town"), PACKS)[0]


@pytest.fixture(scope="session")
def shipped(tmp_path_factory: pytest.TempPathFactory) -> Site:
    """The handbook of the packs that ship with the library."""
    return written(tmp_path_factory.mktemp("shipped"))[0]
