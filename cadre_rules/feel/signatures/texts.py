"""Signatures of the string and numeric functions. DMN 1.5, 10.3.4.3 and .5.

Enumerations are no strings: their text differs between the languages, so that taking it apart would mean
something else in each.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.signatures.build import AMOUNT, optional, required
from cadre_rules.feel.types import (
    BOOLEAN,
    NUMBER,
    STRING,
    ListType,
    Optional,
    Overload,
    Signature,
)

if TYPE_CHECKING:
    from cadre_rules.feel.types import Type

_STRING = required("string", "文本", STRING)
_MATCH = required("match", "所找文本", STRING)
_INPUT = required("input", "文本", STRING)
_PATTERN = required("pattern", "式样", STRING)
_FLAGS = optional("flags", "选项", STRING)
_N = required("n", "数", NUMBER)
_NUMBER = required("number", "数", NUMBER)
_SCALE = required("scale", "位数", NUMBER)

STRINGS = (
    Signature(
        "substring",
        "截取",
        (_STRING, required("start position", "起始位置", NUMBER), optional("length", "长度", NUMBER)),
        Optional(STRING),
    ),
    Signature("string length", "文本长度", (_STRING,), NUMBER),
    Signature("upper case", "转大写", (_STRING,), STRING),
    Signature("lower case", "转小写", (_STRING,), STRING),
    Signature("substring before", "前段文本", (_STRING, _MATCH), STRING),
    Signature("substring after", "后段文本", (_STRING, _MATCH), STRING),
    Signature(
        "replace",
        "替换",
        (_INPUT, _PATTERN, required("replacement", "替换为", STRING), _FLAGS),
        Optional(STRING),
    ),
    Signature("contains", "包含", (_STRING, _MATCH), BOOLEAN),
    Signature("starts with", "开头为", (_STRING, _MATCH), BOOLEAN),
    Signature("ends with", "结尾为", (_STRING, _MATCH), BOOLEAN),
    Signature("matches", "匹配", (_INPUT, _PATTERN, _FLAGS), Optional(BOOLEAN)),
    Signature("split", "拆分", (_STRING, required("delimiter", "分隔符", STRING)), Optional(ListType(STRING))),
    Signature(
        "string join",
        "连接文本",
        (required("list", "列表", ListType(STRING)), optional("delimiter", "分隔符", Optional(STRING))),
        STRING,
    ),
)


def _same(types: tuple[Type, ...]) -> Type:
    return types[0]


def _rounding(name: str, zh: str, *, whole: bool = False) -> Signature:
    """Declare a function that rounds to a scale; a scale that numbers cannot have gives null."""
    ways = (Overload((_N,), NUMBER),) if whole else ()
    return Signature(name, zh, (_N, _SCALE), Optional(NUMBER), overloads=ways)


NUMBERS = (
    _rounding("decimal", "保留小数"),
    _rounding("floor", "向下取整", whole=True),
    _rounding("ceiling", "向上取整", whole=True),
    _rounding("round up", "远零取整"),
    _rounding("round down", "近零取整"),
    _rounding("round half up", "四舍五入"),
    _rounding("round half down", "五舍六入"),
    Signature("abs", "绝对值", (required("n", "数", AMOUNT),), _same),
    Signature(
        "modulo",
        "取余",
        (required("dividend", "被除数", NUMBER), required("divisor", "除数", NUMBER)),
        NUMBER,
    ),
    Signature("sqrt", "平方根", (_NUMBER,), Optional(NUMBER)),
    Signature("log", "自然对数", (_NUMBER,), Optional(NUMBER)),
    Signature("exp", "自然指数", (_NUMBER,), Optional(NUMBER)),
    Signature("odd", "为奇数", (_NUMBER,), Optional(BOOLEAN)),
    Signature("even", "为偶数", (_NUMBER,), Optional(BOOLEAN)),
)
