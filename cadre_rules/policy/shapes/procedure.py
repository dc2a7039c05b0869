"""The shape `procedure`: steps in their order become one condition, with a part for each step.

In: the model of a rule, the names of its policy. Out: a linked `Procedure`, and definitions for what each step hangs on
(its records, the day on which it was taken, its last record). Of several records of a step the last one taken counts; a
day after the decision date is not yet taken; steps of the same day are in order.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel.checker.describe import called
from cadre_rules.feel.tree import Name, Node
from cadre_rules.feel.types import DATE, STRING, ContextType, ListType, strip_optional
from cadre_rules.policy.linked import Condition
from cadre_rules.policy.linked_procedures import Procedure, StepOrder
from cadre_rules.policy.shapes import messages
from cadre_rules.policy.shapes.step_names import Called, called_as, said_in_parameter
from cadre_rules.policy.shapes.step_tests import StepMaker
from cadre_rules.policy.shapes.trees import made, row_of

if TYPE_CHECKING:
    from cadre_rules.policy.models.procedures import Procedure as ProcedureModel
    from cadre_rules.policy.models.procedures import ProcedureStep
    from cadre_rules.policy.models.rules import Rule
    from cadre_rules.policy.shapes.place import Place

_IN_ORDER = Text("各步骤均已依次办理", "every step was taken, in order")
_PRESENT = Text("各步骤均已办理", "every step was taken")
_SET = Text("各步骤已经确定", "the steps are determined")


def link_procedure(model: Rule, at: Place) -> tuple[Condition, Procedure] | None:
    """Return the condition of a procedure and the procedure; None after keeping its faults."""
    procedure = model.procedure
    assert procedure is not None
    before = len(at.texts.faults)
    records = _records(procedure, at)
    orders, parameter = _orders(procedure, at)
    if records is None:
        return None
    base = at.define(f"{model.rule}/records", _records_title(model), records, model)
    made_orders = []
    for i, (value, steps) in enumerate(orders):
        prefix = f"{model.rule}/{i + 1}" if parameter is not None else model.rule
        parts = StepMaker(model, prefix, base, at, procedure.any_order).steps(steps)
        title = _PRESENT if procedure.any_order else _IN_ORDER
        condition = Condition("all", tuple(c for _, c in parts), title=title, position=model.position("procedure"))
        made_orders.append(StepOrder(tuple(s for s, _ in parts), condition, value))
    if len(at.texts.faults) > before:
        return None
    note = procedure.note.text if procedure.note else None
    linked = Procedure(
        tuple(made_orders), procedure.any_order, at.parameters[parameter].id if parameter else None, note
    )
    if parameter is None:
        return made_orders[0].condition, linked
    order = Name(name=parameter, type=at.parameters[parameter].type)
    known = Condition(
        "test", tree=made("count(given) > 0", given=order), title=_SET, position=model.position("procedure")
    )
    return known, linked


Listed = list[tuple["ProcedureStep | None", Called]]


def _orders(procedure: ProcedureModel, at: Place) -> tuple[list[tuple[object, Listed]], str | None]:
    """Return the steps for each value of the parameter that gives them; one list where they are written out."""
    if not isinstance(procedure.steps, str):
        _check_limits(procedure, at)
        return [(None, [(step, called_as(step)) for step in procedure.steps])], None
    parameter = at.parameters.get(procedure.steps)
    if parameter is None or parameter.type != ListType(STRING):
        lists = [name for name, p in at.parameters.items() if p.type == ListType(STRING)]
        guess = nearest(procedure.steps, lists)
        at.texts.faults.append(
            procedure.fault(messages.NO_STEP_PARAMETER, "steps", suggestion=guess, found=procedure.steps)
        )
        return [], None
    values = dict.fromkeys(tuple(dated.value) for dated in parameter.values)
    orders: list[tuple[object, Listed]] = []
    for value in values:
        orders.append((list(value), [(None, said_in_parameter(name, at.names)) for name in value]))
    return orders, procedure.steps


def _check_limits(procedure: ProcedureModel, at: Place) -> None:
    """Tell limits that count from a step before where there is none."""
    assert not isinstance(procedure.steps, str)
    for i, step in enumerate(procedure.steps):
        for key in ("within", "not_before"):
            if getattr(step, key) is None or not (i == 0 or procedure.any_order):
                continue
            message = messages.NO_ORDER if procedure.any_order else messages.NOTHING_BEFORE
            at.texts.faults.append(step.key_fault(message, key, key=key))


def _records(procedure: ProcedureModel, at: Place) -> Node | None:
    """Return the list of records that a procedure looks at, with at least a step and a day in each."""
    if procedure.of is None:
        found = at.scope.find("steps")
        assert found is not None
        return Name(name="steps", type=found.type)
    checked = at.texts.check(procedure.of, at.texts.parse(procedure.of), at.scope, narrowed=at.known)
    if checked is None:
        return None
    row = row_of(checked.type)
    lacking = [] if row is None else [zh for name, zh, type_ in _NEEDED if not _has(row, name, type_)]
    if row is None or lacking:
        every = [zh for _, zh, _ in _NEEDED]
        en = {zh: name for name, zh, _ in _NEEDED}
        names = lacking or every
        listed = Text("、".join(names), ", ".join(f"`{en[n]}`" for n in names))
        at.texts.faults.append(procedure.fault(messages.NOT_STEPS, "of", found=called(checked.type), lacking=listed))
        return None
    return checked.tree


_NEEDED = (("step", "步骤名称", STRING), ("on", "办理日期", DATE))


def _has(row: ContextType, name: str, type_: object) -> bool:
    field = row.find(name)
    return field is not None and strip_optional(field.type) == type_


def _records_title(model: Rule) -> Text:
    title = model.title.text if model.title else Text(model.rule, model.rule)
    return Text(f"“{title.zh}”所核对的步骤记录", f"the records of steps for “{title.en}”")
