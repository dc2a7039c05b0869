"""Every domain function says with a worked example what it does, and where the rule comes from."""

from __future__ import annotations

import doctest
from importlib import import_module

import pytest

from cadre_rules.vocabulary.counting.functions import FUNCTIONS

BY_NAME = {function.signature.name: function for function in FUNCTIONS.values()}


@pytest.mark.parametrize("name", BY_NAME)
def test_example_and_source(name: str) -> None:
    function = BY_NAME[name]
    for implementation in (function.core, function.call):
        said = implementation.__doc__ or ""
        assert ">>>" in said
        assert "Source: " in said
    assert function.citation.zh
    assert function.citation.en


@pytest.mark.parametrize("module", sorted({f.core.__module__ for f in BY_NAME.values()}))
def test_examples_are_true(module: str) -> None:
    assert doctest.testmod(import_module(module)).failed == 0
