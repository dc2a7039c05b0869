"""The adopting unit's table of posts, applied to the posts of a record.

In: the facts of a record, the table. Out: the facts with what the table says of posts that the record leaves open, and
where each value came from. A record that says otherwise keeps its word, and a warning says so.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Text
from cadre_rules.engine.messages import OTHER_THAN_TABLE
from cadre_rules.feel.values import UNKNOWN, PartialList

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.policy.linked import Adoption, TablePost

Bases = dict[tuple[str | int, ...], Text]
_SAID = {True: Text("是", "yes"), False: Text("否", "no")}


def apply_post_table(
    facts: Mapping[str, Any], adoption: Adoption | None
) -> tuple[Mapping[str, Any], Bases, tuple[Diagnostic, ...]]:
    """Return the facts with the table applied, the basis of each value taken from it, and warnings."""
    value = facts.get("posts", UNKNOWN)
    if adoption is None or not adoption.posts or value is UNKNOWN:
        return facts, {}, ()
    items = [item for item, _ in value.items] if isinstance(value, PartialList) else list(value)
    bases: Bases = {}
    warnings: list[Diagnostic] = []
    made = [_one(i, item, adoption, bases, warnings) for i, item in enumerate(items)]
    if isinstance(value, PartialList):
        certain = [c for _, c in value.items]
        new: Any = PartialList(tuple(zip(made, certain, strict=True)), value.further)
    else:
        new = made
    return {**facts, "posts": new}, bases, tuple(warnings)


def _one(
    index: int, item: dict[str, Any], adoption: Adoption, bases: Bases, warnings: list[Diagnostic]
) -> dict[str, Any]:
    changed = item
    for row in adoption.posts:
        if not _matches(row, item):
            continue
        for name, said in row.facts:
            if item[name] is UNKNOWN:
                changed = {**changed, name: said}
                bases["posts", index, name] = Text(
                    f"按{adoption.title.zh}的职位表", f"by the table of posts of {adoption.title.en}"
                )
            elif item[name] is not said:
                path = f"/posts/{item['id']}/{name}"
                warnings.append(
                    OTHER_THAN_TABLE.at(path=path, title=row.title, found=_SAID[item[name]], table=_SAID[said])
                )
    return changed


def _matches(row: TablePost, item: Mapping[str, Any]) -> bool:
    return bool(item["title"] == row.title and (row.unit is None or item["unit"] == row.unit))
