"""How types, functions and pieces of a text are called in messages.

In: types, signatures, nodes. Out: `Text` in both languages. It must not decide whether anything is a fault.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.feel.types import (
    ANY,
    NULL,
    Basic,
    ContextType,
    Enumeration,
    FunctionType,
    ListType,
    Measure,
    OneOf,
    Optional,
    RangeType,
    Type,
    Variable,
)

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.feel.types import Overload, Signature

_SHOWN = 16  # names in a list of what is allowed
_CLIP = 60  # characters of a quoted piece of text


def called(type_: Type) -> Text:
    """Return how a type is called in a sentence; in English with an article where it needs one."""
    noun = _noun(type_)
    bare = isinstance(type_, Enumeration | Measure | ContextType | Variable) and noun.en.startswith(("`", "a "))
    return noun if bare or type_ in (NULL, ANY) else Text(noun.zh, f"a {noun.en}")


def _noun(type_: Type) -> Text:
    match type_:
        case Basic(name=name, zh=zh):
            return Text(zh or name, "null" if type_ == NULL else name)
        case Optional(of=of):
            return Text("{of}（可能为空）", "{of} or null").format(of=_noun(of))
        case Enumeration(name=name, zh=zh) | Measure(name=name, zh=zh):
            return Text(f"「{zh or name}」", f"`{name}`")
        case ListType(item=item):
            return Text("{of}的列表", "list of {of}").format(of=_noun(item))
        case RangeType(item=item):
            return Text("{of}区间", "range of {of}").format(of=_noun(item))
        case ContextType(name=name):
            return Text(f"「{name.zh}」" if name.zh else "记录", f"`{name.en}`" if name.en else "context")
        case FunctionType():
            return Text("函数", "function")
        case OneOf(called=together):
            return together
        case Variable(among=among):
            return _noun(among) if among else Text("同一类型的值", "a value of the same type")
    return Text(str(type_), str(type_))


def usage(signature: Signature) -> Text:
    """Return how a function is written, all ways to call it one after another."""
    ways = list(dict.fromkeys(_way(signature, way) for way in signature.ways))
    return Text(" 或 ".join(w.zh for w in ways), " or ".join(w.en for w in ways))


def _way(signature: Signature, way: Overload) -> Text:
    zh, en = [], []
    for parameter in way.parameters:
        form = "[{}]" if parameter.optional else "{}, …" if parameter.variadic else "{}"
        zh.append(form.format(parameter.zh or parameter.name))
        en.append(form.format(parameter.name))
    return Text(f"{signature.zh}({', '.join(zh)})", f"{signature.name}({', '.join(en)})")


def listed(names: Iterable[Text]) -> Text:
    """Join names, the first few of them where there are many."""
    shown = list(names)
    more = len(shown) > _SHOWN
    zh, en = [n.zh for n in shown[:_SHOWN]], [n.en for n in shown[:_SHOWN]]
    return Text("、".join(zh) + ("等" if more else ""), ", ".join(en) + (", …" if more else ""))


def near(word: str, known: Iterable[str]) -> str | None:
    """Return the known name nearest to `word`; of a single character none is near."""
    return nearest(word, known) if len(word) > 1 else None


def clip(text: str) -> str:
    """Return a piece of text on one line, shortened where it is long."""
    line = " ".join(text.split())
    return line if len(line) <= _CLIP else line[: _CLIP - 1] + "…"


def truth(value: bool) -> Text:
    """Return how a truth value is called."""
    return Text("“是”", "true") if value else Text("“否”", "false")
