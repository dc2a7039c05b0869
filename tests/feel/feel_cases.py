"""Reads the case files of FEEL, and writes them anew with `RESET_CASES=1` (then read the difference)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml

from cadre_rules.diagnostics import FeelSyntaxError
from cadre_rules.feel import evaluate, parse, parse_unary_tests
from cadre_rules.feel.builtins.conversion import to_text

HERE = Path(__file__).parent
RESET = os.environ.get("RESET_CASES") == "1"


def load(folder: str) -> list[Any]:
    """Return the file, the number and the content of every case of a folder."""
    files = sorted((HERE / folder).glob("*.yaml"))
    return [(file, number, case) for file in files for number, case in enumerate(read(file))]


def read(file: Path) -> list[dict[str, Any]]:
    """Return the cases of a file."""
    return yaml.safe_load(file.read_text(encoding="utf-8"))  # type: ignore[no-any-return]


def value(case: dict[str, Any]) -> str:
    """Return the value of a case as FEEL writes it."""
    return to_text(evaluate(str(case["feel"]), case.get("with")), inside=True)


def faults(case: dict[str, Any]) -> dict[str, str]:
    """Return what a reader sees in both languages."""
    read_text = parse_unary_tests if case.get("cell") else parse
    try:
        tree = read_text(case["feel"], file="policy.yaml")
    except FeelSyntaxError as error:
        return {"zh": error.render("zh"), "en": error.render("en")}
    return {"parsed": repr(tree)}


class _Dumper(yaml.SafeDumper):
    """Writes texts of several lines as blocks."""


def _text(dumper: yaml.SafeDumper, text: str) -> yaml.ScalarNode:
    block = "\n" in text and all(c.isprintable() or c == "\n" for c in text) and " \n" not in text
    return dumper.represent_scalar("tag:yaml.org,2002:str", text, style="|" if block else None)


_Dumper.add_representer(str, _text)


def store(file: Path, number: int, found: dict[str, str]) -> None:
    """Write what came out into the case file."""
    cases = read(file)
    cases[number] = {k: v for k, v in cases[number].items() if k in ("feel", "with", "cell")} | found
    text = yaml.dump(cases, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")
