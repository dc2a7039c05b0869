"""FEEL, the condition language (OMG DMN 1.5): text to tree to types to values.

Out: `parse`, `parse_unary_tests`, `evaluate`, `interpret`, `interpret_tests`, `unparse`, `check`. Each is
loaded when it is first asked for, so that who needs values or types alone pays for nothing else. This room
knows nothing of cadres or policies.
"""

from __future__ import annotations

import sys
from importlib import import_module
from types import ModuleType
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.diagnostics import FeelError, FeelSyntaxError, FeelTypeError

if TYPE_CHECKING:
    from cadre_rules.feel.checker import Checked, check
    from cadre_rules.feel.evaluate import evaluate
    from cadre_rules.feel.interpret import interpret, interpret_tests
    from cadre_rules.feel.parser import parse, parse_unary_tests
    from cadre_rules.feel.unparse import unparse

__all__ = [
    "Checked",
    "FeelError",
    "FeelSyntaxError",
    "FeelTypeError",
    "check",
    "evaluate",
    "interpret",
    "interpret_tests",
    "parse",
    "parse_unary_tests",
    "unparse",
]

_HOMES: Final = {
    "Checked": "checker",
    "check": "checker",
    "evaluate": "evaluate",
    "interpret": "interpret",
    "interpret_tests": "interpret",
    "parse": "parser",
    "parse_unary_tests": "parser",
    "unparse": "unparse",
}


class _Feel(ModuleType):
    """This package: a module such as `interpret` does not hide the function of the same name."""

    def __setattr__(self, name: str, value: object) -> None:
        if not (isinstance(value, ModuleType) and name in _HOMES):
            super().__setattr__(name, value)


def __getattr__(name: str) -> Any:
    if name not in _HOMES:
        raise AttributeError(f"module {__name__!r} has no attribute {name!r}")
    return getattr(import_module(f"{__name__}.{_HOMES[name]}"), name)


sys.modules[__name__].__class__ = _Feel
