"""Parameters get their values: their own, those that a lower pack raises, those that an adoption sets.

In: parameter models, settings of packs and adoptions. Out: linked parameters. A floor that a lower layer undercuts is
an error that names the higher rule; only open parameters can be set by an adoption.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, Text, nearest
from cadre_rules.feel import evaluate
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    DAYS_TIME,
    NUMBER,
    STRING,
    YEARS_MONTHS,
    ContextType,
    Enumeration,
    Field,
    ListType,
    Type,
)
from cadre_rules.feel.values import Date, DaysTime, YearsMonths
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked import Citation, DatedValue, Parameter, Place
from cadre_rules.policy.models.parameters import TABLE, WEIGHTS
from cadre_rules.vocabulary.subjects import ENUMERATIONS

if TYPE_CHECKING:
    from cadre_rules.documents import Node
    from cadre_rules.policy.models.parameters import Parameter as ParameterModel
    from cadre_rules.policy.models.texts import CitationPart

_BASIC: dict[str, Type] = {
    "number": NUMBER,
    "text": STRING,
    "boolean": BOOLEAN,
    "date": DATE,
    "duration": YEARS_MONTHS,
}


def type_of_parameter(name: str, values: list[Any]) -> Type | None:
    """Return the FEEL type that a parameter's `type` names; None for a name that is no type."""
    if name == WEIGHTS:
        return table_type("weight", Text("权重", "weight"), NUMBER)
    if name.startswith(TABLE):
        value = type_of_parameter(name.removeprefix(TABLE), [v for made in values for v in made.values()])
        return table_type("value", Text("取值", "value"), value) if value else None
    if name.startswith("list of "):
        item = type_of_parameter(name.removeprefix("list of "), [])
        return ListType(item) if item else None
    if name == "duration" and any(isinstance(v, str) and v.endswith("D") for v in values):
        return DAYS_TIME
    return _BASIC.get(name) or ENUMERATIONS.get(name)


def table_type(name: str, title: Text, value: Type) -> ListType:
    """Return the type of a table of a parameter: a list of names with their values."""
    fields = (Field("name", "名称", STRING, Text("名称", "name")), Field(name, title.zh, value, title))
    return ListType(ContextType(fields))


def feel_value(value: Any, type_: Type) -> Any:
    """Return a parameter's value as FEEL has it; None for a text that is outside of its enumeration."""
    if isinstance(value, dict):
        assert isinstance(type_, ListType)
        assert isinstance(type_.item, ContextType)
        named, valued = type_.item.fields
        made = {key: feel_value(item, valued.type) for key, item in value.items()}
        if any(item is None for item in made.values()):
            return None
        return [{named.en: key, valued.en: item} for key, item in made.items()]
    if isinstance(value, tuple):
        assert isinstance(type_, ListType)
        return [feel_value(item, type_.item) for item in value]
    if type_ in (YEARS_MONTHS, DAYS_TIME):
        return evaluate(f'duration("{value}")')
    if isinstance(type_, Enumeration):
        found = type_.find(value)
        return found.en if found else None
    if isinstance(value, date):
        return Date.of(value)
    return value


def link_parameter(
    id_: str, name: str, model: ParameterModel, faults: list[Diagnostic], set_by: str
) -> Parameter | None:
    """Return a parameter with its own values, or None after keeping its faults."""
    type_ = type_of_parameter(model.type, [value for _, value, _ in model.dated])
    if type_ is None:
        guess = nearest(model.type.removeprefix("list of ").removeprefix(TABLE), [*_BASIC, *ENUMERATIONS, WEIGHTS])
        faults.append(model.fault(messages.NO_SUCH_TYPE, "type", suggestion=guess, found=model.type))
        return None
    values = tuple(
        made
        for day, value, node in model.dated
        if (made := dated_value(day, value, node, type_, set_by, faults)) is not None
    )
    return Parameter(
        id=id_,
        name=name,
        title=model.title.text,
        type=type_,
        type_name=model.type,
        values=values,
        position=model.position(),
        unit=model.unit.text if model.unit else None,
        floor=model.floor,
        citation=citation_of(model.source, None),
        note=model.note.text if model.note else None,
    )


def dated_value(
    day: date, value: Any, node: Any, type_: Type, set_by: str, faults: list[Diagnostic]
) -> DatedValue | None:
    """Return a parameter's value from a day on, as FEEL has it, or None after keeping its fault."""
    made = feel_value(value, type_)
    if made is None:
        while isinstance(type_, ListType | ContextType):
            type_ = type_.item if isinstance(type_, ListType) else type_.fields[-1].type
        assert isinstance(type_, Enumeration)
        allowed = Text("、".join(v.zh for v in type_.values), ", ".join(v.en for v in type_.values))
        faults.append(node.fault(messages.VALUE_OUTSIDE, found=str(value), allowed=allowed))
        return None
    return DatedValue(day, made, set_by, place=Place(node.position, node.line))


def raised(
    parameter: Parameter, new: tuple[tuple[DatedValue, Node], ...], faults: list[Diagnostic], higher: Text
) -> Parameter:
    """Return a floor parameter with a lower layer's values over its own; each must be at least as strict.

    Every value comes with the node that says so; `higher` names the rule that a fault points to.
    """
    if not new:
        return parameter
    values = [value for value, _ in new]
    over: list[DatedValue] = []
    later = [v for v in parameter.values if v.since >= values[0].since]
    for i, (value, node) in enumerate(new):
        until = values[i + 1].since if i + 1 < len(values) else date.max
        held = parameter.in_force(value.since)
        floors = [*([held] if held else []), *(v for v in later if value.since < v.since < until)]
        _check_floor(parameter, value, floors, node, faults, higher)
        loosest = sorted((f.value for f in floors), reverse=parameter.floor == "maximum")
        over.append(replace(value, over=loosest[0] if loosest else None))
    kept = tuple(v for v in parameter.values if v.since < values[0].since)
    return replace(parameter, values=(*kept, *over))


def _check_floor(
    parameter: Parameter,
    value: DatedValue,
    floors: list[DatedValue],
    node: Node,
    faults: list[Diagnostic],
    higher: Text,
) -> None:
    """Keep a fault for the strictest floor that a value does not reach while it holds."""
    lowest = parameter.floor == "minimum"
    broken = [f for f in floors if (value.value < f.value if lowest else f.value < value.value)]
    if broken:
        floor = max(broken, key=lambda f: f.value) if lowest else min(broken, key=lambda f: f.value)
        faults.append(
            node.fault(
                messages.BELOW_FLOOR if lowest else messages.ABOVE_CEILING,
                parameter=parameter.title,
                found=_plain(value.value),
                floor=_plain(floor.value),
                since=floor.since.isoformat(),
                higher=higher,
            )
        )


def citation_of(model: CitationPart | None, base: Citation | None) -> Citation | None:
    """Return a citation; what a more precise one leaves out is that of the policy."""
    if model is None:
        return base
    other_document = base is None or (model.document is not None and model.document != base.document)
    kept = None if other_document else base
    return Citation(
        document=model.document or (kept.document if kept else ""),
        clause=model.clause or (kept.clause if kept else ""),
        issuer=model.issuer.text if model.issuer else (kept.issuer if kept else None),
        title=model.title.text if model.title else (kept.title if kept else None),
        quote=model.quote or (kept.quote if kept and model.clause is None else None),
        confidence=model.confidence or (kept.confidence if kept else None),
    )


def _plain(value: Any) -> str:
    """Return a value as a policy file writes it."""
    return value.iso() if isinstance(value, Date | YearsMonths | DaysTime) else str(value)
