"""Signatures of the list, sort and context functions. DMN 1.5, 10.3.4.4, .9 and .11.

The aggregations of an empty list are null, so that their results are optional; the checker takes the
`Optional` away where the list is known to have items.
"""

from __future__ import annotations

from cadre_rules.feel.signatures.build import CONTEXT, POINT, T, optional, required, several
from cadre_rules.feel.types import (
    ANY,
    BOOLEAN,
    NUMBER,
    STRING,
    ContextType,
    Field,
    FunctionType,
    ListType,
    OneOf,
    Optional,
    Overload,
    Signature,
    Type,
)

_LIST = required("list", "列表", ListType(T))
_NUMBERS = required("list", "列表", ListType(NUMBER))
_POSITION = required("position", "位置", NUMBER)
_NEW_ITEM = required("newItem", "新项", T)


def _part(types: tuple[Type, ...]) -> Type:
    """Return the type of a part of the first argument, which keeps order and key; null if there is none."""
    return Optional(types[0])


def _flat(types: tuple[Type, ...]) -> Type:
    item = types[0]
    while isinstance(item, ListType):
        item = item.item
    return ListType(item)


def _entries(types: tuple[Type, ...]) -> Type:
    context = types[0]
    found = {f.type for f in context.fields} if isinstance(context, ContextType) else set()
    value = found.pop() if len(found) == 1 else ANY
    return ListType(ContextType((Field("key", "名", STRING), Field("value", "值", value))))


def _aggregate(name: str, zh: str, item: Type, result: Type) -> Signature:
    """Declare a function of a list, or of its items one by one; only of an empty list is its result null."""
    return Signature(
        name,
        zh,
        (required("list", "列表", ListType(item)),),
        Optional(result),
        overloads=(Overload((several("item", "项", item),), result),),
    )


def _truth(name: str, zh: str) -> Signature:
    return Signature(
        name,
        zh,
        (required("list", "列表", ListType(BOOLEAN)),),
        BOOLEAN,
        overloads=(Overload((several("item", "项", BOOLEAN),)),),
    )


_PAIR = FunctionType((T, T), BOOLEAN)

LISTS = (
    Signature("list contains", "列表包含", (_LIST, required("element", "项", Optional(T))), BOOLEAN),
    Signature(
        "list replace",
        "列表替换",
        (_LIST, _POSITION, _NEW_ITEM),
        Optional(ListType(T)),
        overloads=(Overload((_LIST, required("match", "条件", _PAIR), _NEW_ITEM), ListType(T)),),
    ),
    Signature("count", "计数", (required("list", "列表", ListType(Optional(ANY))),), NUMBER),
    _aggregate("min", "最小值", POINT, POINT),
    _aggregate("max", "最大值", POINT, POINT),
    _aggregate("sum", "求和", NUMBER, NUMBER),
    _aggregate("mean", "平均值", NUMBER, NUMBER),
    _aggregate("product", "乘积", NUMBER, NUMBER),
    _aggregate("median", "中位数", NUMBER, NUMBER),
    Signature(
        "stddev",
        "标准差",
        (_NUMBERS,),
        Optional(NUMBER),
        overloads=(Overload((several("item", "项", NUMBER),)),),
    ),
    Signature(
        "mode",
        "众数",
        (_NUMBERS,),
        ListType(NUMBER),
        overloads=(Overload((several("item", "项", NUMBER),)),),
    ),
    _truth("all", "全部成立"),
    _truth("any", "任一成立"),
    Signature(
        "sublist",
        "子列表",
        (_LIST, required("start position", "起始位置", NUMBER), optional("length", "长度", NUMBER)),
        _part,
    ),
    Signature("append", "追加", (_LIST, several("item", "项", T)), ListType(T)),
    Signature("concatenate", "合并列表", (several("list", "列表", ListType(T)),), ListType(T)),
    Signature("insert before", "前插", (_LIST, _POSITION, _NEW_ITEM), Optional(ListType(T))),
    Signature("remove", "移除", (_LIST, _POSITION), _part),
    Signature("reverse", "倒序", (_LIST,), ListType(T)),
    Signature("index of", "位置", (_LIST, required("match", "所找项", Optional(T))), ListType(NUMBER)),
    Signature("union", "并集", (several("list", "列表", ListType(T)),), ListType(T)),
    Signature("distinct values", "去重", (_LIST,), ListType(T)),
    Signature("flatten", "展平", (_LIST,), _flat),
    Signature("sort", "排序", (_LIST, required("precedes", "先后", _PAIR)), ListType(T)),
)

_KEY = required("key", "名", STRING)
_KEYS = required("keys", "各级名", ListType(STRING))
_CONTEXTS = ListType(CONTEXT)
_VALUE = required("value", "值", Optional(ANY))

CONTEXTS = (
    Signature("get value", "取值", (required("m", "记录", CONTEXT), _KEY), ANY),
    Signature("get entries", "取各项", (required("m", "记录", CONTEXT),), _entries),
    Signature(
        "context",
        "组成记录",
        (required("entries", "各项", OneOf((ListType, ContextType), CONTEXT.called)),),
        ANY,
    ),
    Signature(
        "context put",
        "置入",
        (required("context", "记录", CONTEXT), _KEY, _VALUE),
        ANY,
        overloads=(Overload((required("context", "记录", CONTEXT), _KEYS, _VALUE)),),
    ),
    Signature("context merge", "合并记录", (required("contexts", "各记录", _CONTEXTS),), ANY),
)
