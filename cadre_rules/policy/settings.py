"""What lower packs and adoptions set for the parameters of others.

In: a linking with all parameters. Out: the parameters with the values set. Floors are raised, never lowered; an
adoption sets what is open, from its first day on.
"""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Diagnostic, PolicyError, Text, nearest
from cadre_rules.feel.values import Date
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked import DatedValue, Parameter
from cadre_rules.policy.models.parameters import read_value
from cadre_rules.policy.parameters import citation_of, dated_value, raised

if TYPE_CHECKING:
    from cadre_rules.documents import Node
    from cadre_rules.policy.link import Linking
    from cadre_rules.policy.models.packs import Adoption, Pack
    from cadre_rules.policy.models.parameters import Setting


def apply_raises(at: Linking) -> None:
    """Apply the `raises` of every pack, higher layers first."""
    for files in at.files:
        pack = files.pack
        for reference, setting in (pack.raises or {}).items():
            parameter = _find(at, pack, "raises", reference)
            if parameter is None:
                continue
            if parameter.floor is None:
                at.faults.append(pack.key_fault(messages.NOT_A_FLOOR, "raises", reference, parameter=parameter.title))
                continue
            values = _values(parameter, setting, None, pack.pack, at.faults)
            at.parameters[reference] = raised(parameter, values, at.faults, _named(at, parameter))


def apply_adoption(at: Linking, adoption: Adoption) -> None:
    """Apply what an adoption sets; dates of adoption that it leaves out are its own first day."""
    own = f"adoption:{adoption.adoption}"
    packs = {f.pack.pack for f in at.files}
    for reference, setting in (adoption.sets or {}).items():
        pack = reference.split("/")[0].split(".")[0]
        if pack not in packs:
            at.faults.append(adoption.key_fault(messages.PACK_NOT_ADOPTED, "sets", reference, found=reference))
            continue
        parameter = _find(at, adoption, "sets", reference)
        if parameter is None:
            continue
        values = _values(parameter, setting, adoption.from_, own, at.faults)
        if parameter.values and parameter.floor is None:
            at.faults.append(adoption.key_fault(messages.NOT_OPEN, "sets", reference, parameter=parameter.title))
        elif parameter.values:
            at.parameters[reference] = raised(parameter, values, at.faults, _named(at, parameter))
        else:
            at.parameters[reference] = replace(parameter, values=tuple(value for value, _ in values))
    _adopted_on(at, adoption, own)


def _adopted_on(at: Linking, adoption: Adoption, own: str) -> None:
    for files in at.files:
        id_ = f"{files.pack.pack}.adopted_on"
        parameter = at.parameters.get(id_)
        if parameter is not None and not parameter.values:
            value = DatedValue(adoption.from_, Date.of(adoption.from_), own)
            at.parameters[id_] = replace(parameter, values=(value,))


def _find(at: Linking, model: Pack | Adoption, part: str, reference: str) -> Parameter | None:
    parameter = at.parameters.get(reference)
    if parameter is None:
        guess = nearest(reference, at.parameters)
        at.faults.append(
            model.key_fault(messages.NO_SUCH_PARAMETER, part, reference, suggestion=guess, found=reference)
        )
    return parameter


def _values(
    parameter: Parameter, setting: Setting, since: date | None, set_by: str, faults: list[Diagnostic]
) -> tuple[tuple[DatedValue, Node], ...]:
    """Return the values of a setting as FEEL has them, each with its node."""
    nodes = setting.values if setting.value is None else {since: setting.value}
    out = []
    for day, node in sorted((nodes or {}).items(), key=lambda entry: entry[0] or date.min):
        if day is None:
            continue
        try:
            value = read_value(node, parameter.type_name)
        except PolicyError as error:
            faults += error.diagnostics
            continue
        made = dated_value(day, value, node, parameter.type, set_by, faults)
        if made is not None:
            out.append((replace(made, citation=citation_of(setting.source, parameter.citation)), node))
    return tuple(out)


def _named(at: Linking, parameter: Parameter) -> Text:
    """Return the rule that a floor belongs to, as a message names it."""
    policy, _, _ = parameter.id.rpartition(".")
    for files in at.files:
        for model in files.policies:
            if model.policy == policy:
                title, clause = model.title, model.source.clause
                return Text(f"{policy}「{title.zh}」{clause}", f"{policy}, “{title.en}”, {clause}")
    return Text(parameter.id, parameter.id)
