"""Where a check stands in a text: the names in scope, what is known there, and the log of what was found.

In: scope and source. Out: typed nodes through `infer`, faults, mentions. It must not know any kind of node.
A `Flow` does not change: going into a filter or behind an `and` makes another one, with the same `Log`.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field, replace
from typing import TYPE_CHECKING, Literal

from cadre_rules.feel.checker import facts
from cadre_rules.feel.checker.describe import clip
from cadre_rules.feel.checker.messages import MAY_BE_ABSENT, NULL_VALUE, TYPE_UNKNOWN
from cadre_rules.feel.checker.relations import ERROR, has_any, may_be_absent
from cadre_rules.feel.tree import Literal_, Span
from cadre_rules.feel.types import NULL, Field, Optional, Signature, Type, strip_optional

if TYPE_CHECKING:
    from cadre_rules.diagnostics import Diagnostic, Message, Text
    from cadre_rules.documents.source import Source
    from cadre_rules.feel.tree import Node

Kind = Literal["variable", "field", "value", "function", "parameter"]


@dataclass(frozen=True, slots=True)
class Mention:
    """A word of a text that has a name in both languages. `span` leaves out the quotes of a text."""

    span: Span
    en: str
    zh: str
    kind: Kind


@dataclass(slots=True)
class Log:
    """What was found so far; of a `quiet` log nobody reads it."""

    source: Source
    quiet: bool = False
    faults: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    mentions: list[Mention] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Frame:
    """Names that come into scope together, each field by its English and its Chinese name."""

    fields: tuple[Field, ...]
    of_item: bool = False

    def find(self, name: str) -> Field | None:
        """Return what `name` means in this frame."""
        for found in self.fields:  # looked up for every name of every text
            if name == found.en or name == found.zh:
                return found
        return None


Rule = Callable[["Flow", "Node", "Type | None"], "Node"]


@dataclass(frozen=True, slots=True)
class Flow:
    """A place in a text. `frames` run from the outermost to the innermost."""

    log: Log
    frames: tuple[Frame, ...]
    functions: Mapping[str, Signature]
    known: facts.Facts
    rules: Mapping[type[Node], Rule]

    def infer(self, node: Node, hint: Type | None = None) -> Node:
        """Return `node` with canonical names and types; `hint` is what a text in quotes is compared with."""
        typed = self.rules[type(node)](self, node, hint)
        found = type_of(typed)
        if isinstance(found, Optional) and facts.present(typed) in self.known:
            typed = replace(typed, type=found.of)
        return typed

    def value(self, node: Node, hint: Type | None = None) -> Node:
        """Infer a value that is used: its type has to be known."""
        return self._with_known_type(self.infer(node, hint))

    def _with_known_type(self, typed: Node) -> Node:
        if not has_any(type_of(typed)):
            return typed
        return self.fault(typed, TYPE_UNKNOWN, text=self.text(typed))

    def present(self, node: Node, hint: Type | None = None) -> Node:
        """Infer a value that is used where null will not do."""
        return self.need_present(self._with_known_type(self.infer(node, hint)))

    def need_present(self, typed: Node, text: str | None = None) -> Node:
        """Tell a fault where a typed value may be absent; return it with the type that it has if present.

        `text` is how the value is written, where that is not the text of the node.
        """
        found = type_of(typed)
        if not may_be_absent(found):
            return typed
        if found == NULL and isinstance(typed, Literal_):
            return self.fault(typed, NULL_VALUE)
        self.fault(typed, MAY_BE_ABSENT, text=text or self.text(typed))
        return replace(typed, type=strip_optional(found) if found != NULL else ERROR)

    def fault(
        self,
        node: Node,
        message: Message,
        *,
        span: Span | None = None,
        suggestion: Text | str | None = None,
        **values: object,
    ) -> Node:
        """Note a fault at `span`, else at the node; return the node with the type that silences others."""
        start, end = span or node.span
        source = self.log.source
        place, line = source.position(start, end), source.line(start)
        diagnostic = message.at(place, line=line, path=None, suggestion=suggestion, **values)
        (self.log.warnings if message.severity == "warning" else self.log.faults).append(diagnostic)
        return replace(node, type=ERROR)

    def mention(self, span: Span, en: str, zh: str, kind: Kind) -> None:
        """Note a word that has a name in both languages."""
        if en != zh:
            self.log.mentions.append(Mention(span, en, zh, kind))

    def text(self, node: Node) -> str:
        """Return the piece of text that a node was made from, for a message."""
        return clip(self.exact(node))

    def exact(self, node: Node) -> str:
        """Return the piece of text that a node was made from."""
        return self.log.source.text[node.span.start : node.span.end]

    def knowing(self, more: facts.Facts) -> Flow:
        """Return the flow where `more` is known as well."""
        return replace(self, known=self.known | more)

    def within(self, frame: Frame) -> Flow:
        """Return the flow inside of something that brings names into scope."""
        names = {name for f in frame.fields for name in (f.en, f.zh)}
        return replace(self, frames=(*self.frames, frame), known=facts.without(self.known, names))

    def find(self, name: str) -> tuple[int, Field] | None:
        """Return what `name` means here, with the number of the frame in which it does."""
        for depth in range(len(self.frames) - 1, -1, -1):
            found = self.frames[depth].find(name)
            if found is not None:
                return depth, found
        return None


def type_of(node: Node) -> Type:
    """Return the type of a node that was inferred."""
    return node.type if node.type is not None else ERROR
