"""`python -m benchmarks`: one decision at a time, the interpreter's for scale; then how fast rolls are generated."""

from __future__ import annotations

import platform
import sys
from datetime import date
from pathlib import Path
from statistics import median
from time import perf_counter
from typing import TYPE_CHECKING

from benchmarks import rolls
from cadre_rules import load_policies, read_record
from cadre_rules.engine.encode import encode_record
from cadre_rules.vocabulary.codes import pack_date

if TYPE_CHECKING:
    from collections.abc import Callable

ROOT = Path(__file__).parent.parent
DAY = date(2026, 11, 21)
QUESTIONS = {
    "promotion": "promotion-short.yaml",
    "rotation": "rotation-due.yaml",
    "assessment_consequences": "last-place-twice.yaml",
}


def microseconds(work: Callable[[], object], repeats: int = 7, rounds: int = 200) -> float:
    """Return the median over `repeats` of the time of one call, in microseconds."""
    times = []
    for _ in range(repeats):
        start = perf_counter()
        for _ in range(rounds):
            work()
        times.append((perf_counter() - start) / rounds * 1e6)
    return median(times)


def main() -> int:
    """Print the table."""
    policies = load_policies(ROOT / "examples" / "adoptions" / "example-district.yaml")
    packed = pack_date(DAY.year, DAY.month, DAY.day)
    print(f"Python {platform.python_version()} on {platform.machine()}; microseconds a call, median of 7")
    print(f"{'question':26}{'steps':>6}{'kernel':>9}{'encode':>9}{'decide':>9}{'explain':>10}{'interpreter':>13}")
    for question, file in QUESTIONS.items():
        record = read_record(ROOT / "examples" / "records" / file)
        decision = policies.decide(question, record, DAY)
        compiled, facts = decision.outcome.compiled, decision.outcome.facts
        encoded, _ = encode_record(facts, compiled.program.layout, decision.outcome.reference.value)
        row = [
            microseconds(lambda e=encoded, k=compiled.kernel: k.run(e, packed)),  # type: ignore[misc]
            microseconds(
                lambda f=facts, c=compiled, d=decision: encode_record(f, c.program.layout, d.outcome.reference.value)  # type: ignore[misc]
            ),
            microseconds(lambda q=question, r=record: policies.decide(q, r, DAY).answer, rounds=50),  # type: ignore[misc]
            microseconds(lambda q=question, r=record: policies.decide(q, r, DAY).explain(), repeats=3, rounds=1),  # type: ignore[misc]
            microseconds(
                lambda q=question, f=facts: policies.engine.outcome(q, f, DAY, slow=True).reference.trace(),  # type: ignore[misc]
                repeats=3,
                rounds=20,
            ),
        ]
        print(
            f"{question:26}{len(compiled.plan.steps):>6}{row[0]:>9.1f}{row[1]:>9.1f}{row[2]:>9.1f}{row[3]:>10.0f}{row[4]:>13.0f}"
        )
    print()
    print("\n".join(rolls.lines()))
    return 0


if __name__ == "__main__":
    sys.exit(main())
