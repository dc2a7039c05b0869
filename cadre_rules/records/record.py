"""One checked record: its facts, where each came from, and what is known of it.

In: mappings (`Record.from_dict`) or what a reader of files made of one. Out: `Record`, or `RecordError` with
every fault at once. It must not know policies.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import DEFAULT_LANGUAGE, Language, Position, Text, UsageError
from cadre_rules.records import messages
from cadre_rules.records.building import assemble, sort, validate
from cadre_rules.records.checks import check
from cadre_rules.records.derive import derive
from cadre_rules.records.facts import context_of, facts_of
from cadre_rules.records.faults import Faults, shorten
from cadre_rules.records.places import FormPlace, NoPlaces, Places, Spot, escape
from cadre_rules.records.plain import content_hash, plain_record
from cadre_rules.records.reader import Reader
from cadre_rules.vocabulary.subjects import PRESENT

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.records.dates import Precision
    from cadre_rules.records.given import Given
    from cadre_rules.records.model import RecordModel


@dataclass(frozen=True, eq=False)
class Record:
    """A record without faults.

    `name` is the file or what the caller called it; `source_format` one of python, yaml, json, lrmx; `model`
    the typed facts; `notes` what the reader of a form wants known.
    """

    name: str
    source_format: str
    model: RecordModel
    sections: Mapping[str, Given] = field(repr=False)
    places: Places = field(repr=False)
    notes: tuple[Text, ...] = ()
    present: tuple[str, int] | None = None  # the item that is asked about: its name, its position in its list

    @classmethod
    def from_dict(cls, mapping: Mapping[str, Any], *, name: str = "<record>") -> Record:
        """Check and take over a mapping in the form of a record file; `RecordError` with all its faults.

        Keys and values of enumerations in either language; dates as texts, `datetime.date` or FEEL dates;
        numbers as `int` or `Decimal`.
        """
        return build(mapping, NoPlaces(), name=name, source_format="python")

    @cached_property
    def complete_from(self) -> dict[str, Any]:
        """The date or year from which each list is complete, where one was given."""
        return {n: g.complete_from for n, g in self.sections.items() if g.complete_from is not None}

    @cached_property
    def facts(self) -> dict[str, Any]:
        """The root context in canonical English names, for conditions."""
        facts = facts_of(self.model, self.complete_from)
        if self.present is not None:
            name, index = self.present
            facts[name] = self._listed(name)[index]
        return facts

    def _listed(self, present: str) -> list[dict[str, Any]]:
        """Return the items of the list that a present item is one of, as contexts."""
        listed = getattr(self.model, PRESENT[present])
        return [context_of(item) for item in listed] if isinstance(listed, tuple) else []

    def about(self, identifier: str, present: str = "incident") -> Record:
        """Return the same record, with the item of that `id` in its facts under the name of a key of `PRESENT`.

        `UsageError` if there is none.
        """
        known = [item["id"] for item in self._listed(present)]
        if identifier in known:
            return replace(self, present=(present, known.index(identifier)))
        raise UsageError(
            messages.ASKED_INCIDENT.at(
                suggestion=Faults(self.places).near(identifier, known),
                found=shorten(identifier),
                name=self.name,
            )
        )

    def pointer(self, *path: str | int) -> str:
        """Return the JSON pointer, in the order of the file, of the value at a path through `facts`.

        `record.pointer("posts", 0, "start")` is e.g. `/posts/2/start`: names are canonical, the index is that
        of the file, before sorting.
        """
        steps = list(path)
        if self.present is not None and steps and steps[0] == self.present[0]:
            steps[:1] = [PRESENT[self.present[0]], self.present[1]]
        if len(steps) > 1 and isinstance(steps[1], int) and steps[0] in self.sections:
            items = self.sections[str(steps[0])].items
            if steps[1] < len(items):
                steps[1] = int(items[steps[1]].spot.pointer.rsplit("/", 1)[1])
        return "".join(f"/{escape(step)}" for step in steps)

    @cached_property
    def paths(self) -> dict[str, Spot]:
        """Every value that was given or derived: its pointer, with the spot it came from."""
        found: dict[str, Spot] = {}
        for given in self.sections.values():
            found[given.spot.pointer] = given.spot
            for item in given.items:
                found[item.spot.pointer] = item.spot
                for name in (*item.values, *item.derived):
                    found[item.spot.child(name).pointer] = item.at(name)
        return found

    def locate(self, pointer: str) -> Position | FormPlace | None:
        """Return where the value at a pointer stands in the file; None where there is no file.

        For a value that is not there it is the nearest thing around it.
        """
        while pointer and pointer not in self.paths:
            pointer = pointer.rpartition("/")[0]
        return self.places.place(self.paths[pointer].written if pointer else "")

    def precision(self, pointer: str) -> Precision:
        """Return "month" for a date whose day is unknown (it counts as the first), else "day"."""
        return self._precisions.get(pointer, "day")

    @cached_property
    def _precisions(self) -> dict[str, Precision]:
        return {
            item.spot.child(name).pointer: item.known_to(name)
            for given in self.sections.values()
            for item in given.items
            for name in (*item.values, *item.derived)
        }

    def unknown_days(self) -> list[tuple[str | int, ...]]:
        """Return the paths through `facts` of the dates whose day is unknown."""
        return [
            (given.root.en, i, name) if given.root.is_list else (given.root.en, name)
            for given in self.sections.values()
            for i, item in enumerate(given.items)
            for name in (*item.values, *item.derived)
            if item.known_to(name) == "month"
        ]

    def basis(self, pointer: str) -> Text | None:
        """Return by which convention a value was taken or derived; None for one that was simply given."""
        return self._bases.get(pointer)

    @cached_property
    def _bases(self) -> dict[str, Text]:
        return {
            item.spot.child(name).pointer: basis
            for given in self.sections.values()
            for item in given.items
            for name, basis in item.basis.items()
        }

    @cached_property
    def hash(self) -> str:
        """SHA-256 of the canonical JSON of the given facts: language and order of writing do not matter."""
        return content_hash(self.sections)

    def to_dict(self, language: Language = DEFAULT_LANGUAGE) -> dict[str, Any]:
        """Return the given facts as plain data that reads back to the same record; no derived ones."""
        return plain_record(self.sections, language)


def build(
    raw: Any,
    places: Places,
    *,
    name: str,
    source_format: str,
    notes: tuple[Text, ...] = (),
    found: Iterable[Diagnostic] = (),
) -> Record:
    """Read, derive, check and put together; `RecordError` with every fault of the record.

    `found` are faults that the reader of the file has found already.
    """
    faults = Faults(places)
    faults.found += found
    sections = Reader(faults).record(raw)
    derive(sections, faults)
    made = validate(sections, faults)
    check(sections, faults)
    faults.raise_if_any()
    sort(sections)
    return Record(name, source_format, assemble(sections, made), sections, places, notes)
