"""`test`: runs the cases of packs and tells which failed, how they differ, and why the answer came out as it did.

In: a `Call`. Out: a report as text or data. Comparing is for `cadre_rules.cases`.
"""

from __future__ import annotations

import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.cases import Runner, case_files, messages, run_files, summary, worded
from cadre_rules.cases.finding import untested
from cadre_rules.cases.report import ASKED, report
from cadre_rules.cli import output
from cadre_rules.cli.coverage_data import report_data
from cadre_rules.cli.coverage_text import report_text
from cadre_rules.cli.packs import existing
from cadre_rules.diagnostics import Text, UsageError
from cadre_rules.policy.loading import shipped_packs

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.cases import CaseSummary, Difference, FileSummary
    from cadre_rules.cli.options import Call
    from cadre_rules.diagnostics import Language

_DIFFERENCE = Text("{what}：应为 {expected}，实际为 {found}{note}", "{what}: expected {expected}, found {found}{note}")
_ADOPTIONS, _FILTER, _COVERAGE, _MCDC = "--adoptions", "-k", "--coverage", "--mcdc"


def run(call: Call) -> int:
    """Run the cases; the exit code is 1 if one failed, or if the coverage that is asked for is not there."""
    asked = _asked(call)
    given = call.perhaps("PATH")
    where = existing(given) if given is not None else Path(output.near(shipped_packs()))
    folder, text = call.option(_ADOPTIONS), call.option(_FILTER)
    adoptions = (folder,) if folder is not None else ()
    told = None
    if asked is None:
        results = run_files(case_files(where), adoptions, text or "")
    else:
        runner = Runner(adoptions, text or "")
        ran = runner.run(case_files(where))
        results = [summary(result) for result in ran]
        if ran:
            told = report(ran, [] if text else untested(where, [r.policy for r in ran], runner.read), asked)
    if not results:
        raise UsageError(messages.NO_MATCH.at(found=text))
    if call.json:
        output.json_result({**_data(results), **({"coverage": report_data(told)} if told else {})})
    else:
        for line in (*_report(results, call.language), *(report_text(told, call.language) if told else ())):
            output.result(line)
    return 1 if any(result.failed for result in results) or (told and not told.passed) else 0


def _asked(call: Call) -> Decimal | None:
    """Return the share of tests that has to be covered, in per cent; None where no coverage is asked for."""
    given = call.option(_MCDC)
    if not call.flag(_COVERAGE):
        if given is not None:
            raise UsageError(messages.NO_COVERAGE.at(option=_MCDC))
        return None
    if given is None:
        return ASKED
    if not re.fullmatch(r"\d{1,3}(\.\d{1,9})?", given, re.ASCII) or Decimal(given) > 100:
        raise UsageError(messages.NOT_A_PERCENTAGE.at(option=_MCDC, found=given))
    return Decimal(given)


def _report(results: list[FileSummary], language: Language) -> Iterator[str]:
    for result in results:
        total = len(result.cases)
        said = Text(
            f"{total} 个案例，" + (f"{result.failed} 个未通过" if result.failed else "全部通过"),
            f"{_cases(total)}, " + (f"{result.failed} failed" if result.failed else "all passed"),
        )
        colon = Text("：", ": ").in_(language)
        yield f"{'✗' if result.failed else '✓'} {output.near(result.path)}{colon}{said.in_(language)}"
        for case in result.cases:
            if not case.passed:
                yield from _failed(case, language)
    total = sum(len(result.cases) for result in results)
    failed = sum(result.failed for result in results)
    said = Text(
        f"共 {total} 个案例：{total - failed} 个通过，{failed} 个未通过。",
        f"{_cases(total)}: {total - failed} passed, {failed} failed.",
    )
    yield said.in_(language)


def _cases(count: int) -> str:
    return "1 case" if count == 1 else f"{count} cases"


def _failed(case: CaseSummary, language: Language) -> Iterator[str]:
    """Tell a failed case: what differs, then its explanation or the error."""
    title = f"　{case.title.in_(language)}" if case.title else ""
    place = case.position._replace(file=output.near(case.position.file))
    yield f"  ✗ {place}: {case.name}{title}"
    for difference in case.differences:
        values = {
            "what": difference.what,
            "expected": worded(difference.expected),
            "found": worded(difference.found),
            "note": _note(difference),
        }
        yield "      " + _DIFFERENCE.format(**values).in_(language)
    yield ""
    for line in (case.why.in_(language) if case.why else "").split("\n"):
        yield f"      {line}" if line else ""
    yield ""


def _note(difference: Difference) -> Text:
    """Return in brackets what is said beyond the value that was found."""
    zh, en = difference.note or Text("", "")
    return Text(f"（{zh}）" if zh else "", f" ({en})" if en and en != difference.found else "")


def _data(results: list[FileSummary]) -> dict[str, Any]:
    """Return the report as data: counts, then each file with each of its cases."""
    total = sum(len(result.cases) for result in results)
    failed = sum(result.failed for result in results)
    return {
        "total": total,
        "passed": total - failed,
        "failed": failed,
        "files": [
            {
                "file": output.near(result.path),
                "policy": result.policy,
                "question": result.question,
                "total": len(result.cases),
                "failed": result.failed,
                "cases": [_case(case) for case in result.cases],
            }
            for result in results
        ],
    }


def _case(case: CaseSummary) -> dict[str, Any]:
    """Return a case as data; a failed one with its explanation in both languages, or with its errors."""
    out: dict[str, Any] = {
        "case": case.name,
        "title": case.title._asdict() if case.title else None,
        "line": case.position.line,
        "passed": case.passed,
        "differences": [difference.to_dict() for difference in case.differences],
        "answer": case.answer,
        "errors": [error.to_dict() for error in case.errors],
    }
    if case.why is not None and not case.errors:
        out["explanation"] = case.why._asdict()
    return out
