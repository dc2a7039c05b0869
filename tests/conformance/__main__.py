"""Run the suite and print the figures: `python -m tests.conformance [--write] [--list]`."""

from __future__ import annotations

import argparse
import sys
import time

from .report import PAGE, page
from .suite import Outcome, location, run, tallies


def main(arguments: list[str]) -> int:
    """Print the figures; return 0, or 2 if the suite is not there."""
    parser = argparse.ArgumentParser(prog="python -m tests.conformance", description=__doc__)
    parser.add_argument("--write", action="store_true", help=f"write {PAGE.name}")
    parser.add_argument("--list", action="store_true", help="print every deviation")
    options = parser.parse_args(arguments)
    folder = location()
    if folder is None:
        print("the suite is not here: set DMN_TCK, or put it at ../shared/dmn-tck", file=sys.stderr)
        return 2
    start = time.perf_counter()
    outcomes = list(run(folder))
    print_figures(outcomes, every=options.list)
    print(f"{time.perf_counter() - start:.1f} s", file=sys.stderr)
    if options.write:
        PAGE.write_text(page(outcomes), encoding="utf-8")
    return 0


def print_figures(outcomes: list[Outcome], *, every: bool) -> None:
    """Print the share of each group, and with `every` each deviation."""
    found = tallies(outcomes)
    for group, tally in found.items():
        print(f"{group:8} {tally.agreed:5} of {tally.total:5}  {tally.share:6.2f}%")
    for outcome in found["all"].deviations if every else ():
        print(f"{outcome.group:8} {outcome.name}: expected {outcome.expected!r}, found {outcome.found!r}")


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
