"""Reads the case files, and writes them anew when `RESET_CASES=1` is set (then read the difference)."""

from __future__ import annotations

import os
from pathlib import Path
from typing import Any

import yaml
from check_scope import CADRE, FUNCTIONS, NAMED

from cadre_rules.documents.source import PlainSource
from cadre_rules.feel.checker import Checked, check
from cadre_rules.feel.parser import parse, parse_unary_tests

HERE = Path(__file__).parent
RESET = os.environ.get("RESET_CASES") == "1"
NAMES = [n for f in (*CADRE.variables,) for n in (f.en, f.zh)] + [n for f in FUNCTIONS for n in (f.name, f.zh)]


def run(text: str, **options: Any) -> Checked:
    """Parse and check a text against the cadre's scope; options are those of a case."""
    source = PlainSource(text, "policy.yaml")
    cell = options.get("cell")
    node = (parse_unary_tests if cell else parse)(text, names=NAMES, source=source)
    return check(
        node,
        CADRE,
        source,
        expected=NAMED[options["expected"]] if "expected" in options else None,
        narrowed=frozenset(options.get("narrowed", ())),
        tested=NAMED[cell] if cell else None,
    )


def load(folder: str) -> list[Any]:
    """Return (file, case) of every case of a folder."""
    files = sorted((HERE / folder).glob("*.yaml"))
    return [(f, case) for f in files for case in yaml.safe_load(f.read_text(encoding="utf-8"))]


def name(value: Any) -> str:
    """Return the name of a case in the test report."""
    return value["text"][:60] if isinstance(value, dict) else value.stem


def store(file: Path, case: dict[str, Any], found: dict[str, Any]) -> None:
    """Write what was found into the case file."""
    cases = yaml.safe_load(file.read_text(encoding="utf-8"))
    for known in cases:
        if known["text"] == case["text"] and known.get("cell") == case.get("cell"):
            for key in ("type", "zh", "en", "holds", "fails", "warnings"):
                known.pop(key, None)
            known.update(found)
    text = yaml.dump(cases, Dumper=_Dumper, allow_unicode=True, sort_keys=False, width=1000)
    file.write_text(text, encoding="utf-8")


class _Dumper(yaml.SafeDumper):
    pass


def _string(dumper: yaml.SafeDumper, value: str) -> yaml.Node:
    return dumper.represent_scalar("tag:yaml.org,2002:str", value, style="|" if "\n" in value else None)


_Dumper.add_representer(str, _string)
