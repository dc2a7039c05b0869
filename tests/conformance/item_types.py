"""Item definitions of a model as FEEL types."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.parser_types import BASIC_TYPES
from cadre_rules.feel.types import ANY, ContextType, Field, FunctionType, ListType, Type

from .xml_values import first, named, text_of

if TYPE_CHECKING:
    from collections.abc import Iterator
    from xml.etree.ElementTree import Element


class ItemTypes:
    """The named types of one model and of those it imports; resolved when they are first asked for."""

    def __init__(self, definitions: Element) -> None:
        self._elements = {str(item.get("name")): item for item in named(definitions, "itemDefinition")}
        self._known: dict[str, Type] = {}
        self._imports: dict[str, ItemTypes] = {}

    def add_import(self, name: str, types: ItemTypes) -> None:
        """Make the types of an imported model known as `name.type`."""
        self._imports[name] = types

    def get(self, reference: str | None) -> Type | None:
        """Return the type of a `typeRef`; None if there is none or it is not known."""
        if reference is None:
            return None
        name = reference.strip()
        plain = name.rpartition(":")[2] if name not in self._elements else name
        if plain in BASIC_TYPES and name not in self._elements:
            return BASIC_TYPES[plain]
        if name not in self._known and name in self._elements:
            self._known[name] = ANY  # in case the definition refers to itself
            self._known[name] = self._type(self._elements[name])
        prefix, _, rest = name.partition(".")
        if name not in self._known and prefix in self._imports:
            return self._imports[prefix].get(rest)
        return self._known.get(name)

    def all(self) -> dict[str, Type]:
        """Return all types by name."""
        found = {name: self.get(name) or ANY for name in self._elements}
        for prefix, types in self._imports.items():
            found |= {f"{prefix}.{name}": type_ for name, type_ in types.all().items()}
        return found

    def values(self, reference: str | None) -> str | None:
        """Return the unary tests that a type's values are constrained by."""
        element = self._elements.get((reference or "").strip())
        if element is None:
            return None
        allowed = text_of(first(element, "allowedValues"))
        return allowed or self.values(getattr(first(element, "typeRef"), "text", None))

    def names(self) -> Iterator[str]:
        """Yield the names of all components, in depth."""
        for element in self._elements.values():
            yield from (str(part.get("name")) for part in element.iter() if part.tag.endswith("itemComponent"))
        for types in self._imports.values():
            yield from types.names()

    def _type(self, element: Element) -> Type:
        components = list(named(element, "itemComponent"))
        function = first(element, "functionItem")
        if components:
            fields = (Field(str(c.get("name")), str(c.get("name")), self._type(c)) for c in components)
            found: Type = ContextType(tuple(fields))
        elif function is not None:
            parameters = tuple(self.get(p.get("typeRef")) or ANY for p in named(function, "parameters"))
            found = FunctionType(parameters, self.get(function.get("outputTypeRef")) or ANY)
        else:
            found = self.get(getattr(first(element, "typeRef"), "text", None)) or ANY
        return ListType(found) if element.get("isCollection") == "true" else found
