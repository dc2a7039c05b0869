"""Functions on contexts (DMN 1.5, 10.3.4.11)."""

from __future__ import annotations

from typing import Any

from cadre_rules.feel.builtins.registry import builtin

Context = dict[str, Any]


@builtin("get value", "m: context, key: string", structural=True)
def _get_value(context: Context, key: str) -> Any:
    return context.get(key)


@builtin("get entries", "m: context", structural=True)
def _get_entries(context: Context) -> list[Context]:
    return [{"key": key, "value": value} for key, value in context.items()]


@builtin("context", "entries: list", structural=True)
def _context(entries: list[Any]) -> Context | None:
    """Return the context of these entries; null if one lacks its key or value, or a key comes twice."""
    made: Context = {}
    for entry in entries:
        if not isinstance(entry, dict) or not {"key", "value"} <= entry.keys():
            return None
        key = entry["key"]
        if not isinstance(key, str) or key in made:
            return None
        made[key] = entry["value"]
    return made


@builtin("context put", "context: context, key: string, value: any", structural=True)
def _put(context: Context, key: str, value: Any) -> Context:
    return {**context, key: value}


@builtin("context put", "context: context, keys: list, value: any", structural=True)
def _put_deep(context: Context, keys: list[Any], value: Any) -> Context | None:
    """Put a value at the end of a way of keys; null if the way is empty or leads through something else."""
    if not keys or not all(isinstance(key, str) for key in keys):
        return None
    key, rest = keys[0], keys[1:]
    if not rest:
        return _put(context, key, value)
    below = context.get(key)
    changed = _put_deep(below, rest, value) if isinstance(below, dict) else None
    return None if changed is None else _put(context, key, changed)


@builtin("context merge", "contexts: list", structural=True)
def _merge(contexts: list[Any]) -> Context | None:
    merged: Context = {}
    for context in contexts:
        if not isinstance(context, dict):
            return None
        merged.update(context)
    return merged
