"""Parameters with their history: values by date and who set them, floors, and what is still open.

In: linked parameters of a policy or pack. Out: HTML. What lower packs raise and example adoptions set is shown
beside the own values, never in their place.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.values import Date
from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.terms import FLOORS, OPEN
from cadre_rules.policy.models.parameters import dated, read_value
from cadre_rules.policy.parameters import feel_value

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.linked import Parameter
    from cadre_rules.policy.models.base import Model
    from cadre_rules.policy.models.packs import Adoption
    from cadre_rules.policy.models.texts import CitationPart


def parameters(voice: Voice, found: Iterable[tuple[Parameter, CitationPart | None]]) -> str:
    """Return the parameters as a table; each comes with the source that its file gives for it."""
    say = voice.say
    head = [say("参数", "Parameter"), say("取值", "Value"), say("说明", "Note")]
    return pieces.table(head, ([*_row(voice, parameter, source)] for parameter, source in found), "parameters")


def open_badge(voice: Voice) -> str:
    """Return the mark of a parameter without a value."""
    return pieces.badge(voice.in_(OPEN), "open")


def history(voice: Voice, parameter: Parameter) -> str:
    """Return the own values of a parameter by date, then those of packs below and of adoptions."""
    own = [
        voice.say(f"自{voice.date(v.since)}起：", f"since {voice.date(v.since)}: ") + _value(voice, parameter, v.value)
        for v in parameter.values
    ]
    below = [
        voice.set_by(v.set_by) + pieces.text(_since(voice, v.since, _value(voice, parameter, v.value)))
        for v in voice.book.raised(parameter)
    ]
    lines = [pieces.text(line) for line in own] or [open_badge(voice)]
    return pieces.blocks(*lines, pieces.items([*below, *_adopted(voice, parameter)]))


def _since(voice: Voice, day: object, value: str) -> str:
    said = voice.date(day)  # type: ignore[arg-type]
    return voice.say(f"：自{said}起，{value}", f": since {said}, {value}")


def _value(voice: Voice, parameter: Parameter, value: object) -> str:
    return voice.value(value, parameter.type, parameter.unit)


def _adopted(voice: Voice, parameter: Parameter) -> Iterator[str]:
    """Yield what example adoptions set for a parameter."""
    for adoption in voice.book.adoptions:
        for day, value in settings(adoption, parameter):
            yield voice.adoption(adoption.adoption) + pieces.text(_since(voice, day, _value(voice, parameter, value)))


def settings(adoption: Adoption, parameter: Parameter) -> Iterator[tuple[object, object]]:
    """Yield the days from which an adoption sets a parameter, with the values."""
    setting = (adoption.sets or {}).get(parameter.id)
    if setting is not None and setting.value is not None:
        yield adoption.from_, feel_value(read_value(setting.value, parameter.type_name), parameter.type)
    elif setting is not None:
        for day, value, _ in dated(setting.values or {}, parameter.type_name):
            yield day, feel_value(value, parameter.type)
    elif parameter.name == "adopted_on" and not parameter.values and _adopts(adoption, parameter):
        yield adoption.from_, Date.of(adoption.from_)


def _adopts(adoption: Adoption, parameter: Parameter) -> bool:
    """Return whether an adoption gives a pack its date of adoption: it adopts the pack or one below it."""
    return parameter.id.partition(".")[0] in adoption.packs


def _row(voice: Voice, parameter: Parameter, source: CitationPart | None) -> Iterator[str]:
    mark = pieces.here(places.parameter_anchor(parameter.name))
    kind = voice.say("类型：", "type: ") + voice.type_name(parameter)
    unit = voice.say("；单位：", "; unit: ") + voice.in_(parameter.unit) if parameter.unit else ""
    floor = pieces.badge(voice.in_(FLOORS[parameter.floor]), "floor") if parameter.floor else ""
    yield pieces.blocks(mark + pieces.strong(voice.in_(parameter.title)), pieces.quiet(pieces.code(parameter.name)))
    yield pieces.blocks(history(voice, parameter), floor)
    yield pieces.blocks(
        voice.text(parameter.note), pieces.quiet(pieces.text(kind + unit)), voice.cited(source, None) if source else ""
    )


def source_of(model: Model | None) -> CitationPart | None:
    """Return the source that the model of a parameter gives."""
    found: CitationPart | None = getattr(model, "source", None)
    return found
