"""Writes the tables of all facts and values into the documentation.

In: the vocabulary. Out: the part of `docs/records.md` and `docs/records.zh-CN.md` between its two marks.
Run it after a change to the vocabulary:

    python -m cadre_rules.vocabulary.tables docs
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cadre_rules.diagnostics import Language, Text
from cadre_rules.feel.types import Basic, Enumeration, Optional, Type, strip_optional
from cadre_rules.vocabulary.sections import ROOTS, SECTIONS
from cadre_rules.vocabulary.subjects import ENUMERATIONS, KINDS, SHARED

if TYPE_CHECKING:
    from collections.abc import Iterable, Sequence

    from cadre_rules.feel.types import Field
    from cadre_rules.vocabulary.sections import Root

BEGIN: Final = "<!-- facts: written by python -m cadre_rules.vocabulary.tables docs -->"
END: Final = "<!-- end of facts -->"
PAGES: Final[dict[Language, str]] = {"en": "records.md", "zh": "records.zh-CN.md"}

_HEAD = Text("| 中文名 | 英文名 | 类型 | 可为空值 | 含义 |", "| English | Chinese | type | null | meaning |")
_RULE = "|---|---|---|---|---|"
_YES = Text("是", "yes")
_LIST = Text("列表；按{order}排列，以{key}识别。", "A list, sorted by {order}, identified by {key}.")
_ONE = Text("一组事实。", "One mapping.")
_SUBJECTS = Text(
    "各类对象的档案可以写哪些部分（以下各部分任何档案都可以写：{shared}）：",
    "Which sections a record of each kind of subject may have (any record may have {shared}):",
)
_SUBJECT_HEAD = Text("| 对象 | 各部分 |", "| subject | sections |")
_VALUES = Text("## 取值", "## Values")
_ORDERED = Text("由低到高：", "lowest first: ")


def tables(language: Language) -> str:
    """Return the tables of every section and every enumeration, as Markdown."""
    parts = [_subjects(language), *(_section(root, language) for root in SECTIONS)]
    values = "\n\n".join(_enumeration(ENUMERATIONS[name], language) for name in sorted(ENUMERATIONS))
    return "\n\n".join([*parts, _VALUES.in_(language), values])


def _subjects(language: Language) -> str:
    """Return which sections the record of each kind of subject may have."""
    shared = _names(SHARED, language)
    rows = [
        f"| {kind.doc.in_(language)} `{kind.name}` | {_names([n for n in kind.own if n not in SHARED], language)} |"
        for kind in KINDS.values()
    ]
    return "\n".join(
        [_SUBJECTS.in_(language).format(shared=shared), "", _SUBJECT_HEAD.in_(language), "|---|---|", *rows]
    )


def _names(sections: Iterable[str], language: Language) -> str:
    names = (ROOTS[name].zh if language == "zh" else f"`{name}`" for name in sections)
    return ("、" if language == "zh" else ", ").join(names)


def _section(root: Root, language: Language) -> str:
    names = f"{root.zh} `{root.en}`" if language == "zh" else f"`{root.en}` {root.zh}"
    shape = _ONE.in_(language)
    if root.is_list:
        order, key = (_fields(root, names_, language) for names_ in (root.model.order, root.model.key))
        shape = _LIST.in_(language).format(order=order, key=key)
    rows = [_row(field, language) for field in root.context.fields]
    doc = root.doc.in_(language)
    stop = "。" if language == "zh" else ". "
    head = f"### {names}\n\n{doc[0].upper()}{doc[1:]}{stop}{shape}"
    return "\n".join([head, "", _HEAD.in_(language), _RULE, *rows])


def _fields(root: Root, names: Sequence[str], language: Language) -> str:
    found = [f for name in names for f in root.context.fields if f.en == name]
    if language == "zh":
        return "、".join(f"「{f.zh}」" for f in found)
    return ", ".join(f"`{f.en}`" for f in found)


def _row(field: Field, language: Language) -> str:
    names = (field.zh, f"`{field.en}`") if language == "zh" else (f"`{field.en}`", field.zh)
    absent = _YES.in_(language) if isinstance(field.type, Optional) else ""
    cells = (*names, _type(strip_optional(field.type), language), absent, field.doc.in_(language))
    return "| " + " | ".join(cells) + " |"


def _type(type_: Type, language: Language) -> str:
    if isinstance(type_, Enumeration):
        shown = type_.zh if language == "zh" else type_.name
        return f"[{shown}](#{type_.name})"
    assert isinstance(type_, Basic)
    return type_.zh if language == "zh" else type_.name


def _enumeration(enumeration: Enumeration, language: Language) -> str:
    pairs = [f"{v.zh} `{v.en}`" if language == "zh" else f"`{v.en}` {v.zh}" for v in enumeration.values]
    title = enumeration.zh if language == "zh" else enumeration.name
    ordered = _ORDERED.in_(language) if enumeration.ordered else ""
    return f'<a id="{enumeration.name}"></a>**{title}**: {ordered}' + "; ".join(pairs)


def page(text: str, language: Language) -> str:
    """Return a page with its tables as they should be; `ValueError` if the marks are not in it."""
    before, mark, rest = text.partition(BEGIN)
    _, end, after = rest.partition(END)
    if not (mark and end):
        raise ValueError(f"the page lacks `{BEGIN}` or `{END}`")
    return f"{before}{BEGIN}\n\n{tables(language)}\n\n{END}{after}"


def main(folder: Path) -> None:
    """Rewrite the pages in a folder."""
    for language, name in PAGES.items():
        path = folder / name
        path.write_text(page(path.read_text(encoding="utf-8"), language), encoding="utf-8")


if __name__ == "__main__":
    main(Path(sys.argv[1]))
