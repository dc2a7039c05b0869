"""Run the suite and print the figures: `python -m tests.conformance [--write] [--list]`."""

from __future__ import annotations

import sys
import time

from .suite import location, run, tallies


def main(arguments: list[str]) -> int:
    """Print the figures; return 0, or 2 if the suite is not there."""
    folder = location()
    if folder is None:
        print("the suite is not here: set DMN_TCK, or put it at ../shared/dmn-tck", file=sys.stderr)
        return 2
    start = time.perf_counter()
    outcomes = list(run(folder))
    found = tallies(outcomes)
    for group, tally in found.items():
        print(f"{group:8} {tally.agreed:5} of {tally.total:5}  {tally.share:6.2f}%")
    if "--list" in arguments:
        for outcome in found["all"].deviations:
            print(f"{outcome.group:8} {outcome.name}: expected {outcome.expected!r}, found {outcome.found!r}")
    print(f"{time.perf_counter() - start:.1f} s", file=sys.stderr)
    return 0


if __name__ == "__main__":
    raise SystemExit(main(sys.argv[1:]))
