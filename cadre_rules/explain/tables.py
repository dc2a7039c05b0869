"""Values of several parts as lines: lists that a policy makes as tables, contexts by their fields, items by name.

In: a value with its type. Out: lines of text, or nothing for a value that one line holds. Long tables are cut, saying
how much was left out; the decision as data has all of it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text, display_width
from cadre_rules.explain.listed import pairs
from cadre_rules.explain.values import computed, heading, item_type, value_in
from cadre_rules.feel.values import PartialList

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Language
    from cadre_rules.explain.naming import Names
    from cadre_rules.feel.types import ContextType, Type

SHOWN_ROWS = 40
_GAP = "  "
_PERHAPS = Text("（不能确定是否计入）", "(perhaps counted)")
_FURTHER = Text("可能还有未列出的项", "there may be further items that are not listed")


def value_lines(value: Any, type_: Type | None, names: Names, language: Language) -> list[str] | None:
    """Return the lines of a value that one line does not hold well; None for any other."""
    if isinstance(value, dict):
        made = computed(type_)
        return _fields(value, made, language) if made is not None and names.item_of(value) is None else None
    listed = pairs(value)
    if not any(isinstance(item, dict) for item, _ in listed):
        return _plain(value, item_type(type_), language) if isinstance(value, PartialList) and listed else None
    row = computed(item_type(type_))
    shown = listed[:SHOWN_ROWS]
    if row is not None:
        lines = _table([(item, certain) for item, certain in shown if isinstance(item, dict)], row, names, language)
    else:
        lines = [_item(item, certain, names, language) for item, certain in shown]
    return lines + _rest(value, len(listed) - len(shown), language)


def _fields(value: dict[str, Any], type_: ContextType, language: Language) -> list[str]:
    """Return the fields of a context, one a line."""
    colon = "：" if language == "zh" else ": "
    return [f"· {heading(f).in_(language)}{colon}{value_in(value.get(f.en), f.type, language)}" for f in type_.fields]


def _plain(value: PartialList, type_: Type | None, language: Language) -> list[str]:
    """Return plain values of which not all are certain."""
    listed = pairs(value)
    lines = [f"· {value_in(item, type_, language)}{_doubt(certain, language)}" for item, certain in listed[:SHOWN_ROWS]]
    return lines + _rest(value, len(listed) - len(lines), language)


def _item(item: Any, certain: bool, names: Names, language: Language) -> str:
    """Return an item of a list of the record by its place and its name."""
    found = names.path_of(item) if isinstance(item, dict) else None
    if found is None:
        return f"· {value_in(item, None, language)}{_doubt(certain, language)}"
    return f"· {names.place(found)}　{names.item(found).in_(language)}{_doubt(certain, language)}"


def _doubt(certain: bool, language: Language) -> str:
    return "" if certain else _PERHAPS.in_(language)


def _rest(value: Any, left: int, language: Language) -> list[str]:
    out = []
    if left > 0:
        out.append(f"· 另有{left}项，从略" if language == "zh" else f"· and {left} more, not shown here")
    if isinstance(value, PartialList) and value.further is not None:
        out.append(f"· {_FURTHER.in_(language)}")
    return out


def _table(rows: list[tuple[dict[str, Any], bool]], type_: ContextType, names: Names, language: Language) -> list[str]:
    """Return a table with the titles of its columns; a row that may not belong says so at its end."""
    head = [heading(f).in_(language) for f in type_.fields]
    body = [
        [_cell(item.get(f.en), f.type, names, language) for f in type_.fields] + [_doubt(certain, language)]
        for item, certain in rows
    ]
    widths = [max(display_width(row[i]) for row in [head, *body]) for i in range(len(head))]
    return [_row(row, widths) for row in [head, *body]]


def _row(cells: list[str], widths: list[int]) -> str:
    padded = [
        cell + " " * (widths[i] - display_width(cell)) if i < len(widths) else cell for i, cell in enumerate(cells)
    ]
    return _GAP.join(padded).rstrip()


def _cell(value: Any, type_: Type, names: Names, language: Language) -> str:
    item = names.item_of(value) if isinstance(value, dict) else None
    return item.in_(language) if item is not None else value_in(value, type_, language)
