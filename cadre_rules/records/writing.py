"""Writes a record to a file that reads back to the same record: YAML with comments, or JSON.

In: a record and a path. Out: a file. What is not known is said in comments, because whoever completes the
record by hand has to see it. It must not know what facts mean.
"""

from __future__ import annotations

import json
import re
from decimal import Decimal
from pathlib import Path
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import DEFAULT_LANGUAGE, Language, RecordError, Text
from cadre_rules.documents import replace_file
from cadre_rules.records import messages
from cadre_rules.vocabulary import SECTIONS
from cadre_rules.vocabulary.subjects import sections_of

if TYPE_CHECKING:
    from cadre_rules.records.record import Record

_PLAIN = re.compile(r"[A-Za-z\u3400-\u9fff（“《][\w\u3400-\u9fff（）()、，。“”《》· .-]*", re.ASCII)
_WORDS = frozenset({"true", "false", "null", "yes", "no", "on", "off", "y", "n"})
_DATE = re.compile(r"\d{4}-\d{2}(?:-\d{2})?", re.ASCII)
_UNKNOWN_SECTIONS = Text("以下各部分未知（不等于没有）：", "sections of which nothing is known (not: that are empty): ")
_UNKNOWN_FACTS = Text("以下各项未知：", "not known: ")


def write_record(record: Record, path: str | Path, language: Language = DEFAULT_LANGUAGE) -> None:
    """Write a record as `.yaml`, `.yml` or `.json`, by the ending; `RecordError` R032 for another one.

    Keys and values are in `language`; YAML says in comments what is not known.
    """
    path = Path(path)
    ending = path.suffix.lower()
    if ending not in (".yaml", ".yml", ".json"):
        raise RecordError(messages.UNKNOWN_ENDING.at(file=path.name, expected=".yaml, .yml, .json"))
    text = to_json(record, language) if ending == ".json" else to_yaml(record, language)
    replace_file(path, text.encode())


def to_json(record: Record, language: Language = DEFAULT_LANGUAGE) -> str:
    """Return a record as JSON text; numbers are exact."""
    return _json(record.to_dict(language), 0) + "\n"


def _json(value: Any, depth: int) -> str:
    inner, outer = "  " * (depth + 1), "  " * depth
    if isinstance(value, dict) and value:
        entries = (f"{inner}{_quoted(k)}: {_json(v, depth + 1)}" for k, v in value.items())
        return "{\n" + ",\n".join(entries) + f"\n{outer}}}"
    if isinstance(value, list) and value:
        return "[\n" + ",\n".join(inner + _json(v, depth + 1) for v in value) + f"\n{outer}]"
    return f"{value:f}" if isinstance(value, Decimal) else json.dumps(value, ensure_ascii=False)


def to_yaml(record: Record, language: Language = DEFAULT_LANGUAGE) -> str:
    """Return a record as YAML text with comments on what is not known."""
    out = [f"# {note.in_(language)}" for note in record.notes]
    belonging = sections_of(record.sections)
    absent = [root for root in SECTIONS if root.en in belonging and root.en not in record.sections]
    if absent:
        names = [root.en if language == "en" else root.zh for root in absent]
        out.append("# " + _UNKNOWN_SECTIONS.in_(language) + ("、" if language == "zh" else ", ").join(names))
    out = ["".join(c if c.isprintable() else " " for c in line) for line in out]
    data = record.to_dict(language)
    for root in SECTIONS:
        name = root.en if language == "en" else root.zh
        if name not in data:
            continue
        missing = _missing(record, root.en, language)
        if missing:
            out.append("# " + missing)
        out += _entry(name, data[name], 0)
    return "\n".join(out if data else [*out, "{}"]) + "\n"


def _missing(record: Record, section: str, language: Language) -> str:
    """Return which facts are known of no item of a section."""
    given = record.sections[section]
    known = {name for item in given.items for name in (*item.values, *item.derived)}
    fields = [f for f in given.root.context.fields if f.en not in known]
    if not given.items or not fields:
        return ""
    names = [f.en if language == "en" else f.zh for f in fields]
    return _UNKNOWN_FACTS.in_(language) + ("、" if language == "zh" else ", ").join(names)


def _entry(key: str, value: Any, depth: int) -> list[str]:
    indent = "  " * depth
    if isinstance(value, dict) and value:
        return [f"{indent}{key}:", *(line for k, v in value.items() for line in _entry(k, v, depth + 1))]
    if isinstance(value, list) and value:
        return [f"{indent}{key}:", *(line for item in value for line in _item(item, depth + 1))]
    return [f"{indent}{key}: {_scalar(value)}"]


def _item(item: dict[str, Any], depth: int) -> list[str]:
    """Return an item of a list: its first fact stands beside the dash."""
    indent = "  " * depth
    lines = [line for k, v in item.items() for line in _entry(k, v, depth + 1)]
    if not lines:
        return [f"{indent}- {{}}"]
    return [f"{indent}- {lines[0].lstrip()}", *lines[1:]]


def _scalar(value: Any) -> str:
    if isinstance(value, Decimal):
        return f"{value:f}"
    if isinstance(value, str):
        plain = _PLAIN.fullmatch(value) and value.lower() not in _WORDS
        return value if plain or _DATE.fullmatch(value) else _quoted(value)
    return json.dumps(value, ensure_ascii=False)


def _quoted(text: str) -> str:
    """Return a text in double quotes, as both JSON and YAML read it."""
    return json.dumps(text, ensure_ascii=False).replace("\u00a0", "\\u00a0").replace("\u3000", "\\u3000")
