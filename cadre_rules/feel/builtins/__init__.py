"""FEEL's built-in functions (DMN 1.5, 10.3.4), by theme; importing this package declares them all."""

from cadre_rules.feel.builtins import (
    boolean,
    context,
    conversion,
    date_time,
    lists,
    misc,
    numeric,
    ranges,
    sort,
    string,
    temporal,
)
from cadre_rules.feel.builtins.registry import BUILTINS

__all__ = [
    "BUILTINS",
    "boolean",
    "context",
    "conversion",
    "date_time",
    "lists",
    "misc",
    "numeric",
    "ranges",
    "sort",
    "string",
    "temporal",
]
