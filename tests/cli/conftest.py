from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from tests.cli.commandline import Terminal, terminal_at

if TYPE_CHECKING:
    from pathlib import Path


@pytest.fixture
def terminal(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]) -> Terminal:
    """A terminal in a copy of the fixtures."""
    return terminal_at(tmp_path, monkeypatch, capsys)
