"""Values as the suite writes them in XML: inputs of cases, and what they expect."""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.feel.temporal_text import parse_date, parse_date_time, parse_duration, parse_time

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element

_NIL = "{http://www.w3.org/2001/XMLSchema-instance}nil"
_TYPE = "{http://www.w3.org/2001/XMLSchema-instance}type"


def local(element: Element) -> str:
    """Return an element's name without its namespace."""
    return element.tag.rpartition("}")[2]


def named(element: Element, *names: str) -> Iterator[Element]:
    """Yield the child elements of these names."""
    return (child for child in element if local(child) in names)


def first(element: Element, name: str) -> Element | None:
    """Return the first child element of a name."""
    return next(named(element, name), None)


def text_of(element: Element | None) -> str | None:
    """Return the text of `element/text`, None if there is none."""
    inner = None if element is None else first(element, "text")
    return None if inner is None or inner.text is None else inner.text


def value_of(element: Element) -> Any:
    """Return the value that an input node, a component, an item or an `expected` holds."""
    for child in element:
        kind = local(child)
        if child.get(_NIL) in ("true", "1"):
            return None
        if kind == "value":
            return _simple(child)
        if kind == "list":
            return [value_of(item) for item in named(child, "item")]
        if kind == "component":
            return {str(part.get("name")): value_of(part) for part in named(element, "component")}
    return None


def _simple(element: Element) -> Any:
    text, kind = element.text or "", (element.get(_TYPE) or "xsd:string").rpartition(":")[2]
    if kind == "boolean":
        return text.strip() in ("true", "1")
    if kind in ("decimal", "double", "float", "integer", "int", "long"):
        return Decimal(text.strip())
    read = {"date": parse_date, "time": parse_time, "dateTime": parse_date_time, "duration": parse_duration}
    if kind not in read:
        return text
    value = read[kind](text.strip())
    if value is None:
        raise ValueError(f"the suite writes a {kind} as {text!r}")
    return value
