"""What facts are called, and where they stand: “大安镇党政办主任（2018年3月1日至今）的职务层次”.

In: the facts of a subject, its record, a path from the root of the facts. Out: phrases in both languages, values in
words, pointers into the record as it was written. It knows no policy.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.listed import members
from cadre_rules.explain.phrases import FIELD_UNITS, SUBJECTS_SAID
from cadre_rules.explain.terms import label, predicate, question_of
from cadre_rules.explain.values import counted_date_in, date_in, quoted, value_in
from cadre_rules.feel.types import BOOLEAN, ContextType, Field, ListType, Type, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date
from cadre_rules.vocabulary.sections import ROOTS
from cadre_rules.vocabulary.subjects import EVERYTHING, HEADS, PRESENT

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Language, Position
    from cadre_rules.explain.evidence import Fact, Path
    from cadre_rules.policy.linked import Determination
    from cadre_rules.records.places import FormPlace
    from cadre_rules.records.record import Record

_MORE_NAMES = (
    *("kind", "matter", "step", "component", "aspect", "post_kind", "element", "mechanism", "resource", "rank"),
    *("pool", "state", "way"),
)
_ITEM_NAMES = {  # in Chinese a post stands before the name of who holds it
    "zh": ("year", "unit", "title", "name", *_MORE_NAMES),
    "en": ("year", "name", "unit", "title", *_MORE_NAMES),
}
_ELSE_NAMES = ("source", "level", "specialty")  # what an item is called that has none of these
_SAID_OF_ROOT = (*HEADS, *PRESENT)


def list_text(root: str) -> Text:
    """Return the name of a section of the record."""
    field = EVERYTHING.find(root)
    return field.text if field else Text(root, root)


def field_at(path: Path) -> Field | None:
    """Return the field of the vocabulary that a path leads to."""
    type_: Type | None = EVERYTHING
    field = None
    for step in path:
        if isinstance(step, int):
            type_ = type_.item if isinstance(type_, ListType) else None
        elif isinstance(type_, ContextType) and (field := type_.find(step)) is not None:
            type_ = field.type
        else:
            return None
    return field


def type_at(path: Path) -> tuple[Type | None, Text]:
    """Return the type and the name of the fact at a path."""
    field = field_at(path)
    return (field.type, label(field)) if field else (None, Text(str(path[-1]), str(path[-1])))


class Names:
    """Names of the facts of one subject.

    `bases` says where facts came from that are not the record's own, `steps` what the steps of procedures are called,
    `matters` what people determine.
    """

    def __init__(
        self,
        facts: Mapping[str, Any],
        record: Record,
        bases: Mapping[Path, Text] | None = None,
        steps: Mapping[str, tuple[str, Text] | None] | None = None,
        matters: Mapping[str, Determination] | None = None,
    ) -> None:
        self.facts = facts
        self.steps = steps or {}
        self.matters = matters or {}
        self.record = record
        self.bases = bases or {}
        self._items: dict[Path, Text] = {}
        self._pointers: dict[Path, str] = {}

    # places ---------------------------------------------------------------------------------------------------

    def pointer(self, path: Path) -> str:
        """Return the JSON pointer into the record as it was written."""
        if path not in self._pointers:
            self._pointers[path] = self.record.pointer(*path)
        return self._pointers[path]

    def position(self, path: Path) -> Position | FormPlace | None:
        """Return where a fact stands in its file, or the nearest thing around it; None where there is no file."""
        return self.record.locate(self.pointer(path))

    def place(self, path: Path) -> str:
        """Return the pointer of a fact and, for a file, its line."""
        pointer, where = self.pointer(path), self.position(path)
        if where is None:
            return pointer
        line = getattr(where, "line", 0)
        return f"{pointer} [{where}]" if hasattr(where, "element") else f"{pointer} [{where.file}:{line}]"

    def basis(self, path: Path) -> Text | None:
        """Return by which convention or table a value was taken; None for one that was simply given."""
        return self.bases.get(path) or self.record.basis(self.pointer(path))

    def month_only(self, path: Path) -> bool:
        """Return whether the day of a date is not known."""
        return self.record.precision(self.pointer(path)) == "month"

    # names ----------------------------------------------------------------------------------------------------

    def fact(self, path: Path) -> Text:
        """Return the name of a fact, with the item of the list that it belongs to; a truth as a question."""
        field = field_at(path)
        own = type_at(path)[1]
        question = question_of(field) if field is not None and strip_optional(field.type) == BOOLEAN else None
        if len(path) > 2 and isinstance(path[1], int):
            item = self.item(path)
            if question is not None:
                return Text(f"{item.zh}：{question.zh}", f"{item.en}: {question.en}")
            return Text(f"{item.zh}的{own.zh}", f"{own.en} of {item.en}")
        if question is not None:
            return question
        if path[0] in _SAID_OF_ROOT:
            return own
        section = list_text(str(path[0]))
        return Text(f"{section.zh}的{own.zh}", f"{own.en} of the {section.en}")

    def item(self, path: Path) -> Text:
        """Return what an item of a list is called: its year, unit, title and first day, as far as they are known."""
        item = path[:2]
        if item not in self._items:
            self._items[item] = Text(*(self._item(item, language) for language in LANGUAGES))
        return self._items[item]

    def _item(self, path: Path, language: Language) -> str:
        zh = language == "zh"
        item = members(self.facts.get(str(path[0])))[int(path[1])]
        said = (self._parts(path, item, names, language) for names in (_ITEM_NAMES[language], _ELSE_NAMES))
        parts = next((found for found in said if found), [])
        named = ("" if zh else " ").join(dict.fromkeys(parts[:3]))
        noun = ROOTS[str(path[0])].model.names.en
        if not zh and named and noun not in named and all(item.get(n, UNKNOWN) is UNKNOWN for n in ("unit", "title")):
            named = f"{named} {noun}"
        section = list_text(str(path[0])).in_(language)
        named = named or (f"{section}第{int(path[1]) + 1}项" if zh else f"item {int(path[1]) + 1} of {section}")
        span = self._span(path, item, language)
        return f"{named}（{span}）" if zh and span else f"{named} ({span})" if span else named

    def _parts(self, path: Path, item: Mapping[str, Any], names: tuple[str, ...], language: Language) -> list[str]:
        """Return what is known of the facts that an item may be called by."""
        parts = []
        for name in names:
            value = item.get(name, UNKNOWN)
            if value is not UNKNOWN and value is not None:
                said = self._word(value, (*path[:2], name), type_at((*path[:2], name))[0], language)
                parts.append(f"{said}年" if language == "zh" and name == "year" else said)
        return parts

    def _span(self, path: Path, item: Mapping[str, Any], language: Language) -> str:
        """Return the time of an item: its first and last day, or its date."""
        zh = language == "zh"

        def said(name: str) -> str:
            return date_in(item[name], language, day=not self.month_only((*path[:2], name)))

        if not isinstance(item.get("start"), Date):
            on = next((n for n in ("on", "decided_on", "occurred_on") if isinstance(item.get(n), Date)), None)
            return said(on) if on is not None else ""
        begun = said("start")
        end = item.get("end", UNKNOWN)
        if end is None:
            return f"{begun}至今" if zh else f"since {begun}"
        if not isinstance(end, Date):
            return f"{begun}起，结束日期未知" if zh else f"from {begun}, end not known"
        return f"{begun}至{said('end')}" if zh else f"{begun} to {said('end')}"

    def listed(self, root: str) -> bool:
        """Return whether a list has items at all."""
        return bool(members(self.facts.get(root)))

    def item_of(self, value: Any) -> Text | None:
        """Return what an item of a list of the record is called, given the item itself."""
        path = self.path_of(value)
        return self.item(path) if path is not None else None

    def path_of(self, value: Any) -> Path | None:
        """Return where an item of a list of the record stands, given the item itself."""
        for root, section in self.facts.items():
            for i, item in enumerate(members(section)):
                if item is value:
                    return (root, i)
        return None

    # values ---------------------------------------------------------------------------------------------------

    def value(self, fact: Fact, language: Language) -> str:
        """Return the value of a fact in words; a date whose day is not known to the month."""
        if isinstance(fact.value, Date) and self.month_only(fact.path):
            return counted_date_in(fact.value, language)
        return self._word(fact.value, fact.path, fact.type, language, FIELD_UNITS.get(str(fact.path[-1])))

    def _word(self, value: Any, path: Path, type_: Type | None, language: Language, unit: Text | None = None) -> str:
        """Return a value of a fact; a step of a procedure and a matter that people determine by their titles."""
        if path[0] == "steps" and path[-1] == "step" and isinstance(value, str):
            meant = self.steps.get(value)
            return meant[1].in_(language) if meant is not None else value
        if path[0] == "determinations" and path[-1] in ("matter", "outcome") and isinstance(value, str):
            matter = members(self.facts["determinations"])[int(path[1])].get("matter")
            declared = self.matters.get(matter)
            known = {} if declared is None else {matter: declared.title, **dict(declared.outcomes)}
            return known[value].in_(language) if value in known else quoted(value)
        return value_in(value, type_, language, unit)

    def said(self, fact: Fact, language: Language) -> str:
        """Return a fact of an item as a short statement: 不属于基层一线, 考核类别为年度考核, 主职未知."""
        zh = language == "zh"
        field = field_at(fact.path)
        if field is None:
            return self.value(fact, language)
        if isinstance(fact.value, bool):
            return predicate(field, fact.value).in_(language)
        own = label(field).in_(language)
        if fact.value is UNKNOWN:
            asked = question_of(field) if strip_optional(field.type) == BOOLEAN else None
            short = asked.zh[asked.zh.index("是否") :].split("，")[0] if asked else own
            return f"{short}未知" if zh else f"{asked.en if asked else own}: not known"
        if fact.value is None:
            return f"没有{own}" if zh else f"no {own}"
        said = self.value(fact, language)
        return f"{own}为{said}" if zh else f"{own}: {said}"

    def stated(self, fact: Fact, language: Language) -> str:
        """Return a fact with what it belongs to, as one statement or “name: value”."""
        field = field_at(fact.path)
        if isinstance(fact.value, bool) and field is not None:
            said = predicate(field, fact.value).in_(language)
            if len(fact.path) > 2 and isinstance(fact.path[1], int):
                holder = self.item(fact.path).in_(language)
                return f"{holder}：{said}" if language == "zh" else f"{holder}: {said}"
            holder = SUBJECTS_SAID.get(str(fact.path[0]), list_text(str(fact.path[0]))).in_(language)
            return f"{holder}{said}" if language == "zh" else f"{holder} {said}"
        if fact.value is UNKNOWN and field is not None and strip_optional(field.type) == BOOLEAN and len(fact.path) > 2:
            holder, said = self.item(fact.path).in_(language), self.said(fact, language)
            return f"{holder}：{said}" if language == "zh" else f"{holder}: {said}"
        name, value = self.fact(fact.path).in_(language), self.value(fact, language)
        return f"{name}：{value}" if language == "zh" else f"{name}: {value}"
