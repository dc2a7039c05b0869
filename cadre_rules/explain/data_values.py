"""Values, facts and evidence of a decision as plain data.

In: FEEL values with types; facts with their places. Out: JSON data without floats: numbers are texts, dates ISO. Every
value says of which kind it is and reads in both languages.
"""

from __future__ import annotations

from decimal import Decimal
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.listed import pairs
from cadre_rules.explain.naming import type_at
from cadre_rules.explain.values import computed, heading, item_type, number_in, value_text
from cadre_rules.feel.types import Enumeration, strip_optional
from cadre_rules.feel.values import UNKNOWN, Date, DateTime, DaysTime, Interval, PartialList, Time, YearsMonths
from cadre_rules.vocabulary.counting.measures import Service

if TYPE_CHECKING:
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.evidence import Fact, Member
    from cadre_rules.feel.types import Field, Type
    from cadre_rules.policy.linked import Citation

Data = dict[str, Any]


def text_data(text: Text | None) -> Data | None:
    """Return a text in both languages."""
    return {"zh": text.zh, "en": text.en} if text is not None else None


class Values:
    """Writes the values of one decision; items of lists as pointers into its record."""

    def __init__(self, decision: Decision) -> None:
        self.decision = decision
        self.pointers: dict[int, str] = {}
        for root, value in decision.outcome.facts.items():
            for i, (item, _) in enumerate(pairs(value)):
                self.pointers.setdefault(id(item), decision.names.pointer((root, i)))

    def value(self, value: Any, type_: Type | None) -> Data:
        """Return a value as data."""
        data = self._bare(value, type_)
        item = self.decision.names.item_of(value) if isinstance(value, dict) else None
        data["text"] = text_data(item or value_text(value, type_))
        return data

    def _bare(self, value: Any, type_: Type | None) -> Data:
        match value:
            case None:
                return {"kind": "absent"}
            case bool():
                return {"kind": "truth", "value": value}
            case Decimal():
                return {"kind": "number", "value": number_in(value)}
            case Date():
                return {"kind": "date", "value": value.iso()}
            case YearsMonths():
                return {"kind": "months", "value": str(value.months)}
            case Service():
                return _service(value)
            case Interval():
                ends = (value.low, value.high)
                low, high = (self.value(end, type_) if end is not None else None for end in ends)
                return {"kind": "between", "low": low, "high": high}
            case str():
                bare = strip_optional(type_) if type_ else None
                return {"kind": "choice" if isinstance(bare, Enumeration) else "text", "value": value}
            case dict():
                made = computed(type_)
                if made is not None and id(value) not in self.pointers:
                    return {"kind": "context", "entries": [self._entry(value, field) for field in made.fields]}
                return {"kind": "item", "pointer": self.pointers.get(id(value))}
            case list() | tuple() | PartialList():
                return self._list(value, type_)
            case DateTime() | Time() | DaysTime():
                return {"kind": "time", "value": value_text(value).en}
        return {"kind": "unknown" if value is UNKNOWN else "other"}

    def _entry(self, value: dict[str, Any], field: Field) -> Data:
        """Return one entry of a context that a policy makes."""
        entry = self.value(value.get(field.en), field.type)
        return {"name": field.en, "title": text_data(heading(field)), "value": entry}

    def _list(self, value: Any, type_: Type | None) -> Data:
        of = item_type(type_)
        return {
            "kind": "list",
            "items": [{"value": self.value(item, of), "certain": certain} for item, certain in pairs(value)],
            "complete": not isinstance(value, PartialList) or value.further is None,
        }

    # facts ----------------------------------------------------------------------------------------------------

    def fact(self, fact: Fact) -> Data:
        """Return a fact with its place, its name and its value."""
        names, record = self.decision.names, self.decision.record
        pointer = names.pointer(fact.path)
        value = self.value(fact.value, fact.type)
        value["text"] = text_data(Text(*(names.value(fact, language) for language in LANGUAGES)))
        return {
            "pointer": pointer,
            "name": text_data(names.fact(fact.path)),
            "value": value,
            "precision": record.precision(pointer),
            "basis": text_data(names.basis(fact.path)),
            "position": self.position(fact.path),
        }

    def position(self, path: Any) -> Data | None:
        """Return where a fact stands in its file."""
        where = self.decision.names.position(path)
        if where is None:
            return None
        return {
            "file": where.file,
            "line": where.line,
            "column": getattr(where, "column", None),
            "element": getattr(where, "element", None),
        }

    def member(self, member: Member) -> Data:
        """Return an item of a list and what became of it; `because` are the pointers of the facts that decided it."""
        names = self.decision.names
        return {
            "pointer": names.pointer(member.path),
            "name": text_data(names.item(member.path)),
            "state": member.state,
            "because": [names.pointer(fact.path) for fact in member.because if _of_record(fact)],
            "facts": [self.fact(fact) for fact in member.why if _of_record(fact)],
            "position": self.position(member.path),
        }


def _of_record(fact: Fact) -> bool:
    """Return whether a fact stands in the record by its path; determinations are listed by themselves."""
    return not (fact.path[0] == "determinations" and isinstance(fact.path[1], str))


def _service(value: Service) -> Data:
    days, first = value.days, value.first_day
    low, high = (days.low, days.high) if isinstance(days, Interval) else (days, days)
    return {
        "kind": "service",
        "days": number_in(low),
        "days_at_most": None if high is None else number_in(high),
        "first_day": first.iso() if isinstance(first, Date) else None,
    }


def citation_data(citation: Citation | None) -> Data | None:
    """Return a citation as data."""
    if citation is None:
        return None
    return {
        "document": citation.document,
        "clause": citation.clause,
        "issuer": text_data(citation.issuer),
        "title": text_data(citation.title),
        "quote": citation.quote,
        "confidence": citation.confidence,
    }


def type_of(path: Any) -> Type | None:
    """Return the type of the fact at a path."""
    return type_at(path)[0]
