"""Reads the XML of a form, and refuses what could harm the reader.

In: bytes. Out: the text of each element by name. Document types, entities and external references are refused
before they are expanded. It must not know what the elements mean.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Final
from xml.etree.ElementTree import Element, ParseError

from defusedxml import DefusedXmlException
from defusedxml import ElementTree as Defused

from cadre_rules.diagnostics import DocumentError, Position, RecordError, Text, nearest
from cadre_rules.records import messages
from cadre_rules.records.faults import shorten

if TYPE_CHECKING:
    from collections.abc import Collection

    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.records.places import FormPlace

    Faults = list[Diagnostic]

MANY: Final = 100  # after so many faults, and in words of that length, near misses are not looked for
LONGEST: Final = 20_000  # characters of an entry, the photograph apart


def parse(data: bytes, file: str, root: str) -> Element:
    """Return the root element; `DocumentError` for broken or hostile XML, `RecordError` for another root."""
    try:
        found: Element = Defused.fromstring(data, forbid_dtd=True)
    except DefusedXmlException as error:
        raise DocumentError(messages.HOSTILE_XML.at(Position(file, 1, 1))) from error
    except (ParseError, ValueError, LookupError) as error:
        line, column = getattr(error, "position", (1, 0))
        reason = Text(f"第 {line} 行第 {column + 1} 个字符处有误", f"line {line}, column {column + 1}")
        raise DocumentError(messages.NOT_XML.at(Position(file, line, column + 1), reason=reason)) from error
    if found.tag != root:
        raise RecordError(messages.WRONG_ROOT.at(Position(file, 1, 1), found=shorten(str(found.tag))))
    return found


def children(parent: Element, known: Collection[str], place: FormPlace) -> tuple[dict[str, Element], Faults]:
    """Return the child elements by name, and a fault for each that is unknown or repeated."""
    found: dict[str, Element] = {}
    faults: Faults = []
    for child in parent:
        name = str(child.tag)
        if name not in known:
            searched = len(faults) < MANY and len(name) <= MANY
            faults.append(stranger(name, place, nearest(name, known) if searched else None))
        elif name in found:
            faults.append(messages.REPEATED_ELEMENT.at(path=f"{place}/{name}", found=name))
        else:
            found[name] = child
    stray = "".join([parent.text or "", *(child.tail or "" for child in parent)]).strip()
    if stray:
        faults.append(messages.STRAY_TEXT.at(path=str(place), parent=place.element, found=shorten(stray)))
    return found, faults


def text_of(element: Element, place: FormPlace) -> tuple[str, Faults]:
    """Return the text of an element, with a line end for each `<br/>`, and a fault for any other child."""
    parts = [element.text or ""]
    faults: Faults = []
    for child in element:
        name = str(child.tag)
        if name.lower() != "br":
            faults.append(stranger(name, place))
        parts += ["\n", child.text or "", child.tail or ""]
    text = "".join(parts)
    if len(text) > LONGEST and element.tag != "ZhaoPian":
        found = str(element.tag)
        faults.append(messages.ENTRY_TOO_LONG.at(path=str(place), found=found, limit=LONGEST))
        text = ""
    return text, faults


def stranger(name: str, place: FormPlace, hint: str | None = None) -> Diagnostic:
    """Return the fault of an element that should not be there."""
    shown = shorten(name)
    return messages.UNKNOWN_ELEMENT.at(path=f"{place}/{shown}", suggestion=hint, parent=place.element, found=shown)
