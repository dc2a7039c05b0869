"""Records of a roll as lines of JSON, in English or Chinese names; numbers are exact.

In: plain data with English names. Out: a line that reads back to the same record.
"""

from __future__ import annotations

import json
import re
from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.types import Enumeration, strip_optional
from cadre_rules.vocabulary import SECTIONS

if TYPE_CHECKING:
    from decimal import Decimal

    from cadre_rules.diagnostics import Language

_MARK: Final = "\0"  # no text of a record holds it
_MARKED: Final = re.compile(r'"\\u0000([0-9.]+)"')
_WRAPPER: Final = {"complete_from": "完整起点", "items": "各项"}


def _values(type_: object) -> dict[str, str]:
    return {value.en: value.zh for value in type_.values} if isinstance(type_, Enumeration) else {}


# section: its name, and of each fact the name and the names of its values
_NAMES: Final = {
    root.en: (root.zh, {f.en: (f.zh, _values(strip_optional(f.type))) for f in root.context.fields})
    for root in SECTIONS
}


def to_line(record: dict[str, Any], language: Language = "en") -> str:
    """Return a record as one line of JSON, without the end of the line."""
    data = in_chinese(record) if language == "zh" else record
    return _MARKED.sub(r"\1", json.dumps(data, ensure_ascii=False, separators=(",", ":"), default=_number))


def _number(value: Decimal) -> str:
    return f"{_MARK}{value:f}"


def in_chinese(record: dict[str, Any]) -> dict[str, Any]:
    """Return the same record in Chinese names."""
    out: dict[str, Any] = {}
    for name, section in record.items():
        zh, facts = _NAMES[name]
        if isinstance(section, list):
            out[zh] = [_item(item, facts) for item in section]
        elif "items" in section:
            items = [_item(item, facts) for item in section["items"]]
            out[zh] = {_WRAPPER["complete_from"]: section["complete_from"], _WRAPPER["items"]: items}
        else:
            out[zh] = _item(section, facts)
    return out


def _item(item: dict[str, Any], facts: dict[str, tuple[str, dict[str, str]]]) -> dict[str, Any]:
    out: dict[str, Any] = {}
    for name, value in item.items():
        zh, values = facts[name]
        out[zh] = values.get(value, value) if values else value
    return out
