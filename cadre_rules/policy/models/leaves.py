"""The leaf types of the models: each reads one node, and says in plain words what it expected.

In: nodes. Out: annotated types for pydantic fields, each with its JSON Schema. They must not know any file.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from datetime import date
from decimal import Decimal
from typing import TYPE_CHECKING, Annotated, Any

from pydantic_core import core_schema

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Mapping, Node, Scalar, Sequence
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import describe, fault_at, refusal, suggest, wrong_type

if TYPE_CHECKING:
    from collections.abc import Callable

_HAN = "\u3400-\u4dbf\u4e00-\u9fff"
_SLUG = f"[a-z0-9{_HAN}]+(?:[-_][a-z0-9{_HAN}]+)*"
_IDENTIFIER = f"[A-Za-z_{_HAN}][A-Za-z0-9_{_HAN}]*"
DURATION = "P(?=[0-9])(?:(?:[0-9]+Y)?(?:[0-9]+M)?|[0-9]+D)"
_DATE = "[0-9]{4}-[0-9]{2}-[0-9]{2}"
_RESERVED = frozenset(
    word
    for line in ("and or not if then else for in return", "some every satisfies between true false null")
    for word in line.split()
)
A_TEXT = Text("一段文字", "a text")
A_LIST = Text("一个列表", "a list")
A_MAPPING = Text("一组键值", "a mapping")


@dataclass(frozen=True, eq=False)
class Leaf:
    """The annotation of a leaf type: how its node is read, and its JSON Schema."""

    read: Callable[[Node], Any]
    schema: dict[str, Any]

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_plain_validator_function(self.read)

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        return dict(self.schema)


def text_of(node: Node, expected: Text = A_TEXT) -> str:
    """Return the text of a node that must be one and not be empty."""
    if not isinstance(node, Scalar) or node.value is None:
        raise refusal(wrong_type(node, expected))
    if not isinstance(node.value, str):
        raise refusal(fault_at(node, messages.NEEDS_QUOTES, found=describe(node), text=node.text))
    if not node.value.strip():
        raise refusal(fault_at(node, messages.EMPTY_TEXT, expected=expected))
    return node.value


def _boolean(node: Node) -> bool:
    if isinstance(node, Scalar) and isinstance(node.value, bool):
        return node.value
    if isinstance(node, Scalar) and isinstance(node.value, str):
        raise refusal(fault_at(node, messages.NOT_A_BOOLEAN, found=describe(node)))
    raise refusal(wrong_type(node, Text("是非值（true 或者 false）", "true or false")))


def date_of(node: Node) -> date:
    """Return the date of a node that must be one."""
    if isinstance(node, Scalar) and isinstance(node.value, date):
        return node.value
    raise refusal(fault_at(node, messages.NOT_A_DATE, found=describe(node)))


def _integer(node: Node) -> int:
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int) and not isinstance(value, bool):
        return value
    raise refusal(wrong_type(node, Text("一个整数", "a whole number")))


def as_number(node: Node) -> Decimal | None:
    """Return the number that a node writes; `200001`, which elsewhere is a year and a month, is one here."""
    value = node.value if isinstance(node, Scalar) else None
    if isinstance(value, int | Decimal) and not isinstance(value, bool):
        return Decimal(value)
    if isinstance(node, Scalar) and node.style == "plain" and re.fullmatch("[0-9]{6}", node.text):
        return Decimal(node.text)
    return None


Str = Annotated[str, Leaf(text_of, {"type": "string", "minLength": 1})]
Bool = Annotated[bool, Leaf(_boolean, {"type": "boolean"})]
Int = Annotated[int, Leaf(_integer, {"type": "integer"})]
Day = Annotated[date, Leaf(date_of, {"type": "string", "format": "date", "pattern": f"^{_DATE}$"})]


def _pattern(pattern: str, what: Text, rule: Text, example: str, *, reserved: bool = False) -> Leaf:
    """Return the annotation of a text that has to match `pattern`."""
    compiled = re.compile(pattern)

    def read(node: Node) -> str:
        text = text_of(node, what)
        if not compiled.fullmatch(text):
            fault = fault_at(node, messages.BAD_NAME, found=text, what=what, rule=rule, example=example)
            raise refusal(fault)
        if reserved and text in _RESERVED:
            raise refusal(fault_at(node, messages.RESERVED_NAME, found=text))
        return text

    return Leaf(read, {"type": "string", "pattern": f"^(?:{pattern})$"})


_IDENTIFIER_RULE = Text(
    "名称由字母、数字、下划线、汉字组成，不以数字开头",
    "a name has letters, digits, underscores or Chinese characters and does not begin with a digit",
)
_IDENTIFIER_LEAF = _pattern(_IDENTIFIER, Text("名称", "a name"), _IDENTIFIER_RULE, "years_running", reserved=True)
_SLUG_RULE = Text(
    "名称由小写字母、数字、汉字组成，各部分用「-」连接",
    "a name has small letters, digits or Chinese characters, joined by `-`",
)
Slug = Annotated[str, _pattern(_SLUG, Text("名称", "a name"), _SLUG_RULE, "talk-after-last-place")]
Identifier = Annotated[str, _IDENTIFIER_LEAF]
DAY_OR_NAME = f"^(?:{_DATE}|{_IDENTIFIER})$"
Matter = Annotated[
    str,
    _pattern(
        f"[A-Za-z0-9{_HAN}]+(?:[-_ ][A-Za-z0-9{_HAN}]+)*",
        Text("认定事项的名称", "the name of a determination"),
        Text("名称由字母、数字、汉字组成", "a name has letters, digits or Chinese characters"),
        "motive",
    ),
]
PolicyId = Annotated[
    str,
    _pattern(
        f"{_SLUG}/{_SLUG}",
        Text("政策的全名", "the full name of a policy"),
        Text("全名写作「包名/政策名」", "a full name is written `pack/name`"),
        "daan/assessment-consequences",
    ),
]
RuleRef = Annotated[
    str,
    _pattern(
        f"(?:{_SLUG}/{_SLUG}#)?{_SLUG}",
        Text("规则的引用", "a reference to a rule"),
        Text(
            "写本政策的规则名，或者「包名/政策名#规则名」",
            "write a rule of this policy, or `pack/policy#rule`",
        ),
        "national/tenure#two-years",
    ),
]
ParameterRef = Annotated[
    str,
    _pattern(
        rf"{_SLUG}(?:/{_SLUG})?\.{_IDENTIFIER}",
        Text("参数的引用", "a reference to a parameter"),
        Text(
            "写作「包名/政策名.参数名」，或者「包名.参数名」",
            "write `pack/policy.parameter` or `pack.parameter`",
        ),
        "daan/assessment-consequences.ranking_group",
    ),
]
Version = Annotated[
    str,
    _pattern(
        r"(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)\.(?:0|[1-9][0-9]*)(?:-[0-9A-Za-z.-]+)?",
        Text("版本号", "a version"),
        Text("版本号由三个数组成，用点隔开", "a version has three numbers, with points between them"),
        "1.0.0",
    ),
]
FaultCode = Annotated[
    str,
    _pattern(
        "[A-Z][0-9]{3}",
        Text("错误代码", "an error code"),
        Text("错误代码是一个字母加三个数字", "a code is a letter and three digits"),
        "R012",
    ),
]
CoverId = Annotated[
    str,
    _pattern(
        r"[^\s,，]+",
        Text("编号", "an id"),
        Text("编号中没有空格和逗号", "an id has no blanks and no commas"),
        "DA-17",
    ),
]
_DURATION_LEAF = _pattern(
    DURATION,
    Text("期限", "a duration"),
    Text("期限写作 P2Y、P6M、P1Y6M 或者 P30D", "a duration is written P2Y, P6M, P1Y6M or P30D"),
    "P2Y",
)
DURATION_OR_NAME = f"^(?:{DURATION}|{_IDENTIFIER})$"


def identifier_of(node: Node) -> str:
    """Return the name of a node that must be one."""
    name: str = _IDENTIFIER_LEAF.read(node)
    return name


def _duration_or_name(node: Node) -> str:
    """Read a duration, or the name of a parameter that is one."""
    written = isinstance(node, Scalar) and re.match("P?[0-9]", node.text)
    found: str = (_DURATION_LEAF if written else _IDENTIFIER_LEAF).read(node)
    return found


def is_duration(text: str) -> bool:
    """Return whether a span is written out; else it is the name of a parameter."""
    return re.fullmatch(DURATION, text) is not None


Span = Annotated[str, Leaf(_duration_or_name, {"type": "string", "pattern": DURATION_OR_NAME})]


def one_of(*allowed: str) -> Leaf:
    """Return the annotation of a text out of a closed list, with a near miss for others."""

    def read(node: Node) -> str:
        text = text_of(node, Text("可选的词", "one of the words"))
        if text not in allowed:
            listed = Text("、".join(allowed), ", ".join(allowed))
            guess = suggest(text, list(allowed))
            raise refusal(fault_at(node, messages.NOT_ONE_OF, suggestion=guess, found=text, allowed=listed))
        return text

    return Leaf(read, {"type": "string", "enum": list(allowed)})


@dataclass(frozen=True, eq=False)
class _Items:
    """The annotation of a list: how many items it needs, and whether one item (`mapping`: of any shape) may stand
    by itself.
    """

    least: int
    single: bool
    mapping: bool

    def read(self, node: Node) -> tuple[Node, ...]:
        if self.single and isinstance(node, Scalar) and node.value is not None:
            return (node,)
        if self.mapping and isinstance(node, Mapping):
            return (node,)
        if isinstance(node, Scalar) and node.value is None:
            raise refusal(wrong_type(node, A_LIST))
        if not isinstance(node, Sequence):
            raise refusal(fault_at(node, messages.NOT_A_LIST, found=describe(node)))
        if len(node) < self.least:
            raise refusal(fault_at(node, messages.TOO_FEW, least=self.least, count=len(node)))
        return node.items

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        if self.least:
            written["minItems"] = self.least
        return {"anyOf": [written["items"], written]} if self.single else written


def items(least: int = 1, *, single: bool = False, mapping: bool = False) -> _Items:
    """Read a list of at least `least` items; `single` also takes one item without a list, `mapping` one with keys."""
    return _Items(least, single, mapping)


@dataclass(frozen=True, eq=False)
class _Entries:
    """The annotation of a mapping whose keys are names of the author's."""

    expected: Text

    def read(self, node: Node) -> dict[Scalar, Node]:
        if not isinstance(node, Mapping):
            raise refusal(wrong_type(node, self.expected))
        if not node.entries:
            raise refusal(fault_at(node, messages.TOO_FEW, least=1, count=0))
        return dict(node.entries)

    def __get_pydantic_core_schema__(self, source: Any, handler: Any) -> core_schema.CoreSchema:
        return core_schema.no_info_before_validator_function(self.read, handler(source))

    def __get_pydantic_json_schema__(self, core: Any, handler: Any) -> dict[str, Any]:
        written: dict[str, Any] = handler(core)
        return {**written, "minProperties": 1}


def entries(expected: Text = A_MAPPING) -> _Entries:
    """Read a mapping whose keys are names of the author's; it has at least one."""
    return _Entries(expected)


def _record(node: Node) -> Mapping:
    if not isinstance(node, Mapping):
        raise refusal(wrong_type(node, A_MAPPING))
    return node


RecordNode = Annotated[Mapping, Leaf(_record, {"type": "object"})]
