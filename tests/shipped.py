"""The packs and the examples that ship with the library, each loaded once for all tests of a process."""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules import load_policies
from cadre_rules.cases import Runner, case_files

if TYPE_CHECKING:
    from cadre_rules import Policies
    from cadre_rules.cases import FileResult

ROOT = Path(__file__).parents[1]
POLICIES, EXAMPLES = ROOT / "policies", ROOT / "examples"
CASE_FILES = tuple(case_files(POLICIES))
RUNNER = Runner()  # keeps what it loads


@cache
def adopted(name: str) -> Policies:
    """Load an example adoption by name, or as `pack:…` a pack that nobody has adopted."""
    pack = name.startswith("pack:")
    return load_policies(name.removeprefix("pack:") if pack else EXAMPLES / "adoptions" / f"{name}.yaml")


@cache
def results(path: Path) -> FileResult:
    """Run the cases of a shipped case file."""
    [result] = RUNNER.run([path])
    return result
