"""Runs case files in several processes, the files of one pack in one of them.

In: case files. Out: a `FileSummary` of each, in the order of the files, whatever process ran it. Coverage is not for
it: that looks into the decisions, which stay where they were made.
"""

from __future__ import annotations

import os
from concurrent.futures import ProcessPoolExecutor
from typing import TYPE_CHECKING

from cadre_rules.cases.running import Runner
from cadre_rules.cases.summary import summary
from cadre_rules.diagnostics import CadreRulesError, PolicyError

if TYPE_CHECKING:
    from collections.abc import Sequence
    from pathlib import Path

    from cadre_rules.cases.summary import FileSummary
    from cadre_rules.diagnostics import Diagnostic

Ran = tuple[list["FileSummary"], list["Diagnostic"]]


def run_files(paths: Sequence[Path], adoptions: tuple[str | Path, ...], text: str) -> list[FileSummary]:
    """Run the cases of files whose file name, name or title has `text`; the packs side by side.

    Raises `PolicyError` with the faults of all files that cannot be run.
    """
    packs: dict[Path, list[Path]] = {}
    for path in paths:
        packs.setdefault(path.parent, []).append(path)
    processes = min(len(packs), _cores())
    if processes < 2:
        ran = [_run(files, adoptions, text) for files in packs.values()]
    else:
        with ProcessPoolExecutor(processes) as pool:
            largest_first = sorted(packs, key=lambda pack: -sum(path.stat().st_size for path in packs[pack]))
            asked = {pack: pool.submit(_run, packs[pack], adoptions, text) for pack in largest_first}
            ran = [asked[pack].result() for pack in packs]
    faults = [fault for _, found in ran for fault in found]
    if faults:
        raise PolicyError(dict.fromkeys(faults))
    places = {path: n for n, path in enumerate(paths)}
    return sorted((result for results, _ in ran for result in results), key=lambda result: places[result.path])


def _run(paths: list[Path], adoptions: tuple[str | Path, ...], text: str) -> Ran:
    """Run the files of one pack; return what came of them, and the faults of those that cannot be run."""
    try:
        return [summary(result) for result in Runner(adoptions, text).run(paths)], []
    except CadreRulesError as error:
        return [], list(error.diagnostics)


def _cores() -> int:
    """Return how many cores this process may use."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1
