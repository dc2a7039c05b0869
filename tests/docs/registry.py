"""Every message that the project declares: all its modules are imported. Out: messages by code."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from typing import TYPE_CHECKING

import cadre_rules
from cadre_rules.diagnostics.diagnostic import REGISTRY

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Message


def registry() -> dict[str, Message]:
    """Return all messages by code."""
    for module in pkgutil.walk_packages(cadre_rules.__path__, "cadre_rules."):
        import_module(module.name)
    return REGISTRY
