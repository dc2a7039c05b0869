"""The cases in `cases.yaml`, the examples of the documentation and of the docstrings."""

from __future__ import annotations

import ast
import doctest
import importlib
import re
from pathlib import Path
from typing import Any

import pytest
import yaml
from counting_cases import ENGLISH, english, run

from cadre_rules.vocabulary.counting.functions import FUNCTIONS

HERE = Path(__file__).parent
ROOT = HERE.parents[1]
PACKAGE = "cadre_rules.vocabulary.counting"
MODULES = (
    "age",
    "calendar",
    "functions",
    "measures",
    "post_wrappers",
    "posts",
    "runs",
    "service",
    "stretches",
    "totals",
    "working_days",
    "wrappers",
)
CASES: list[dict[str, Any]] = yaml.safe_load((HERE / "cases.yaml").read_text(encoding="utf-8"))


def examples(name: str) -> list[dict[str, Any]]:
    text = (ROOT / "docs" / name).read_text(encoding="utf-8")
    return [yaml.safe_load(block) for block in re.findall(r"```yaml\n(.*?)```", text, re.DOTALL)]


def canonical(case: dict[str, Any]) -> dict[str, Any]:
    found: dict[str, Any] = english(case)
    return {**found, "function": FUNCTIONS[found["function"]].signature.name}


@pytest.mark.parametrize("case", CASES, ids=[f"{c['function']}: {c['case']}" for c in CASES])
def test_case(case: dict[str, Any]) -> None:
    run(case)


@pytest.mark.parametrize("name", ["counting.md", "counting.zh-CN.md"])
def test_every_example_of_the_documentation(name: str) -> None:
    found = examples(name)
    assert {canonical(case)["function"] for case in found} == {f.signature.name for f in FUNCTIONS.values()}
    for case in found:
        run(case)


def test_both_pages_have_the_same_examples() -> None:
    assert [canonical(c) for c in examples("counting.md")] == [canonical(c) for c in examples("counting.zh-CN.md")]


def test_both_pages_name_every_function_and_the_chinese_one_has_no_english_keys() -> None:
    for name in ("counting.md", "counting.zh-CN.md"):
        text = (ROOT / "docs" / name).read_text(encoding="utf-8")
        assert all(f"`{key}" in text for key in FUNCTIONS)
    for case in examples("counting.zh-CN.md"):
        assert set(case) <= set(ENGLISH)


@pytest.mark.parametrize("module", MODULES)
def test_docstring_examples(module: str) -> None:
    found = doctest.testmod(importlib.import_module(f"{PACKAGE}.{module}"))
    assert found.failed == 0
    assert found.attempted > 0 or module == "functions"


@pytest.mark.parametrize("module", ["age", "calendar", "posts", "runs", "service", "stretches", "totals"])
def test_cores_are_made_of_what_numba_compiles(module: str) -> None:
    """Integers, loops and indexing only: no texts, mappings, exceptions, closures or imports inside."""
    path = importlib.import_module(f"{PACKAGE}.{module}").__file__
    assert path is not None
    tree = ast.parse(Path(path).read_text(encoding="utf-8"))
    barred = (
        ast.Dict,
        ast.Set,
        ast.List,
        ast.JoinedStr,
        ast.Raise,
        ast.Try,
        ast.With,
        ast.Lambda,
        ast.Import,
        ast.ImportFrom,
        ast.GeneratorExp,
        ast.ListComp,
        ast.Yield,
        ast.ClassDef,
    )
    for function in (n for n in tree.body if isinstance(n, ast.FunctionDef)):
        body = [n for statement in function.body[1:] for n in ast.walk(statement)]
        assert not [n for n in body if isinstance(n, barred)]
        assert not [n for n in body if isinstance(n, ast.Constant) and not isinstance(n.value, (int, bool))]
        assert not any(isinstance(n, ast.FunctionDef) for n in body)
