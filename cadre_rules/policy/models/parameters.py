"""Parameters: figures with the dates from which they hold, and the reading of a value by its type.

In: nodes. Out: `Parameter`, `Setting` (what an adoption or a higher pack sets), `read_value`.
A value is kept as its node until its type is known: a setting names a parameter that another file declares.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any, ClassVar, Literal

from cadre_rules.diagnostics import PolicyError, Text, nearest
from cadre_rules.documents import Mapping, Node, Scalar, Sequence
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import (
    Model,
    describe,
    doc,
    fault_at,
    known_keys,
    missing,
    refusal,
    suggest,
    with_short_form,
    wrong_type,
)
from cadre_rules.policy.models.leaves import DURATION, Day, Leaf, as_number, entries, one_of, text_of
from cadre_rules.policy.models.synonyms import CHINESE_KEYS
from cadre_rules.policy.models.texts import Bilingual, CitationPart
from cadre_rules.policy.shapes import messages as shape_messages

if TYPE_CHECKING:
    from cadre_rules.policy.models.base import Reading

BASE_TYPES = ("number", "text", "boolean", "date", "duration")
WEIGHTS = "weights"
TABLE = "table of "
_ORDERED = ("number", "date", "duration")
_TYPE = re.compile("(?:list of |table of )?([a-z][a-z0-9_]*(?: [a-z0-9]+)*)")
_EXPECTED = {
    "number": Text("一个数", "a number"),
    "text": Text("一段文字", "a text"),
    "boolean": Text("是非值（true 或者 false）", "true or false"),
    "date": Text("一个日期", "a date"),
    "duration": Text("一个期限", "a duration"),
}
ParameterValue = Decimal | str | bool | date | tuple[Any, ...] | dict[str, Any]


def _type_name(node: Node) -> str:
    """Read the type of a parameter: a basic type, an enumeration, a list or a table of either, or weights."""
    text = text_of(node, Text("参数的类型", "the type of the parameter"))
    found = _TYPE.fullmatch(text)
    word = found[1] if found else text
    listed = (*BASE_TYPES, "list of text", "table of number", WEIGHTS)
    known = (*BASE_TYPES, WEIGHTS)
    guess = CHINESE_KEYS.get(text) or (nearest(word, known) if word not in known else None)
    if not found or guess or (word == WEIGHTS and text != WEIGHTS):  # weights are a table already
        allowed = Text("、".join(listed), ", ".join(listed))
        raise refusal(fault_at(node, messages.NOT_ONE_OF, suggestion=guess, found=text, allowed=allowed))
    return text


def _value_node(node: Node) -> Node:
    """Keep a value as its node; only a missing one is refused before the type is known."""
    expected = Text("参数的值", "the value of the parameter")
    if isinstance(node, Scalar) and node.value is None:
        raise refusal(wrong_type(node, expected))
    return node


_VALUE_SCHEMA = {
    "type": ["number", "string", "boolean", "array", "object"],
    "items": {"type": ["number", "string", "boolean"]},
    "additionalProperties": {"type": ["number", "string", "boolean"]},
    "minProperties": 1,
}
TypeName = Annotated[str, Leaf(_type_name, {"type": "string", "pattern": f"^(?:{_TYPE.pattern})$"})]
ValueNode = Annotated[Node, Leaf(_value_node, _VALUE_SCHEMA)]
DatedNodes = Annotated[
    dict[Day, ValueNode],
    entries(Text("按日期列出的值 {日期: 值}", "values by date {date: value}")),
]
Floor = Annotated[Literal["minimum", "maximum"], one_of("minimum", "maximum")]


def read_value(node: Node, type_: str) -> ParameterValue:
    """Return the value that `node` writes for a parameter of `type_`; raises `PolicyError` if it is none.

    Durations stay ISO texts (`P2Y`), values of enumerations texts; lists become tuples, tables and weights dicts.
    """
    if type_ == WEIGHTS:
        return _weights(node)
    if type_.startswith(TABLE):
        return _table(node, type_, type_.removeprefix(TABLE))
    item_type = type_.removeprefix("list of ")
    if item_type == type_:
        return _single(node, type_)
    if not isinstance(node, Sequence):
        raise _unfit(node, type_, Text("一个列表", "a list"))
    return tuple(_single(item, item_type) for item in node.items)


def _table(node: Node, type_: str, item_type: str) -> dict[str, Any]:
    """Return the values of a table by name."""
    if not isinstance(node, Mapping) or not node.entries:
        raise _unfit(node, type_, Text("一张表 {名称: 值}", "a table {name: value}"))
    return {key.text: _single(value, item_type) for key, value in node.entries}


def _weights(node: Node) -> dict[str, Any]:
    """Return weights by name; none is below 0, and together they are 1, to the last digit."""
    found = _table(node, WEIGHTS, "number")
    assert isinstance(node, Mapping)
    below = [(key, value) for key, value in node.entries if found[key.text] < 0]
    if below:
        raise PolicyError(
            fault_at(value, shape_messages.WEIGHT_BELOW, name=key.text, found=found[key.text]) for key, value in below
        )
    total = sum(found.values(), Decimal(0))
    if total != 1:
        raise PolicyError(fault_at(node, shape_messages.WEIGHTS_SUM, found=format(total, "f")))
    return found


def _unfit(node: Node, type_: str, expected: Text) -> PolicyError:
    found = describe(node)
    return PolicyError(fault_at(node, messages.VALUE_TYPE, type=type_, expected=expected, found=found))


def _single(node: Node, type_: str) -> Decimal | str | bool | date:
    value = node.value if isinstance(node, Scalar) else None
    if type_ == "number" and (number := as_number(node)) is not None:
        return number
    if type_ == "boolean" and isinstance(value, bool):
        return value
    if type_ == "date" and isinstance(value, date):
        return value
    if type_ not in ("number", "boolean", "date") and isinstance(value, str) and value.strip():
        if type_ == "duration" and not re.fullmatch(DURATION, value):
            raise PolicyError(fault_at(node, messages.BAD_DURATION, text=value))
        return value
    raise _unfit(node, type_, _EXPECTED.get(type_, _EXPECTED["text"]))


class Parameter(Model):
    """A figure of a policy or a pack. Without values it is open: unknown until a unit sets it."""

    noun: ClassVar[Text] = Text("参数", "a parameter")

    type: TypeName = doc(
        "类型：number、text、boolean、date、duration、词汇表中的枚举名称，list of 或者 table of 其中之一，或者 weights",
        "number, text, boolean, date, duration, an enumeration of the vocabulary, `list of` or `table of` one of these,"
        " or weights",
    )
    title: Bilingual = doc("名称", "what it is called")
    unit: Bilingual | None = doc("单位", "the unit", default=None)
    floor: Floor | None = doc(
        "下级只能收紧：minimum 不得低于，maximum 不得高于",
        "lower layers may only tighten it: minimum is not to be undercut, maximum not to be exceeded",
        default=None,
    )
    values: DatedNodes | None = doc(
        "自某日起的值；不写则待定", "the values by the day from which they hold; none: open", default=None
    )
    source: CitationPart | None = doc("出处", "where the figure comes from", default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)

    def check(self, reading: Reading) -> None:
        """Tell values that do not fit the type, and a floor of something without an order."""
        if self.floor and self.type not in _ORDERED:
            reading.faults.append(self.fault(messages.NO_FLOOR, "floor", type=self.type))
        for node in (self.values or {}).values():
            try:
                read_value(node, self.type)
            except PolicyError as error:
                reading.faults += error.diagnostics

    @property
    def dated(self) -> tuple[tuple[date, ParameterValue, Node], ...]:
        """Days with their values and nodes, in the order of the days."""
        return dated(self.values or {}, self.type)


def dated(values: dict[date, Node], type_: str) -> tuple[tuple[date, ParameterValue, Node], ...]:
    """Return days with values and nodes, in the order of the days; raises `PolicyError` like `read_value`."""
    return tuple((day, read_value(values[day], type_), values[day]) for day in sorted(values))


def _is_table(node: Mapping) -> bool:
    """Return whether a mapping is itself a value, a table by name, and not a setting with keys of its own."""
    own = list(known_keys(Setting))
    named = (key for key, _ in node.entries)
    return bool(node.entries) and not any(isinstance(key.value, date) or suggest(key.text, own) for key in named)


class Setting(Model):
    """What is set for a parameter: values by date or, in an adoption, one value from its first day on."""

    noun: ClassVar[Text] = Text("参数的取值", "a setting")

    values: DatedNodes | None = doc("自某日起的值", "the values by the day from which they hold", default=None)
    source: CitationPart | None = doc("出处", "where the figure comes from", default=None)
    note: Bilingual | None = doc("备注", "a note", default=None)

    @property
    def value(self) -> Node | None:
        """The one value, where no dates are given."""
        return None if isinstance(self.node, Mapping) and not _is_table(self.node) else self.node

    @classmethod
    def _keys(cls, node: Node, reading: Reading) -> dict[str, Node]:
        return {} if isinstance(node, Mapping) and _is_table(node) else super()._keys(node, reading)

    @classmethod
    def short_form(cls, node: Node) -> dict[str, Node] | None:
        """Take a value by itself."""
        _value_node(node)
        return {}

    @classmethod
    def check_node(cls, node: Mapping, reading: Reading) -> None:
        """Tell where a mapping has no values."""
        if "values" not in node and all(key in known_keys(cls) for key in node.keys()):  # noqa: SIM118
            reading.faults.append(missing(cls, node, "values"))

    @classmethod
    def __get_pydantic_json_schema__(cls, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        return with_short_form(written, _VALUE_SCHEMA, handler, required=["values"])
