"""What a record leaves out: facts and lists that are unknown, days that are unknown, lists that begin late.

In: a complete record as plain data, draws. Out: the same record with gaps, which still reads without a fault: what
identifies or sorts an item stays.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from cadre_rules.feel.types import DATE, strip_optional
from cadre_rules.vocabulary import SECTIONS
from cadre_rules.vocabulary.subjects import HEADS

if TYPE_CHECKING:
    from cadre_rules.synthetic.chance import Chance

WHOLE: Final = 1 << 16  # a share of one
_KEPT: Final = {root.en: frozenset((*root.model.order, *root.model.key)) for root in SECTIONS} | {
    head: frozenset({"id", "name", "jurisdiction"}) for head in HEADS
}
_DATES: Final = {
    root.en: tuple(f.en for f in root.context.fields if strip_optional(f.type) == DATE) for root in SECTIONS
}
_MONTH_ONLY: Final = ("person", "education", "family", "posts", "ranks", "training", "materials", "members")
_LISTS_THAT_BEGIN_LATE: Final = tuple(root for root in SECTIONS if root.has_times)
_START: Final = ("appointed_on", "reported_on")
_NEVER: Final = 1 << 62


class _Hits:
    """Which of many things are hit, when a share of them is; the mean distance between two hits is exact.

    `at` is how far the next hit is, in parts of `WHOLE` of a thing.
    """

    __slots__ = ("at", "chance", "mean")

    def __init__(self, share: int, chance: Chance) -> None:
        self.chance = chance
        self.mean = WHOLE * WHOLE // share if share else 0
        self.at = chance.below(self.mean) if share else _NEVER

    def next(self) -> int:
        """Return the distance to the hit after the next."""
        return WHOLE + self.chance.below(2 * (self.mean - WHOLE) + 1)

    def passed(self, count: int) -> bool:
        """Pass by so many things; return whether none of them is hit."""
        if self.at >= count << 16:
            self.at -= count << 16
            return True
        return False

    def among(self, count: int) -> list[int]:
        """Pass by so many things; return which are hit."""
        found: list[int] = []
        while self.at < count << 16:
            found.append(self.at >> 16)
            self.at += self.next()
        self.at -= count << 16
        return found


def forget(record: dict[str, Any], share: int, chance: Chance) -> None:
    """Leave out a share (of `WHOLE`) of the facts, and of the lists."""
    if not share:
        return
    facts, lists = _Hits(share, chance), _Hits(share, chance)
    for name, section in list(record.items()):
        if not isinstance(section, list):
            if name in HEADS or lists.passed(1) or not lists.among(1):
                _forget_facts(section, _KEPT[name], facts)
            else:
                del record[name]
            continue
        if not lists.passed(1) and lists.among(1) and (name != "incidents" or not section):
            del record[name]  # not incidents: others refer to them
            continue
        kept = _KEPT[name]
        for item in section:
            if facts.at >= len(item) << 16:  # as `passed`, which would be a call for each of thousands
                facts.at -= len(item) << 16
            else:
                _forget_facts(item, kept, facts)


def _forget_facts(item: dict[str, Any], kept: frozenset[str], hits: _Hits) -> None:
    given = list(item)
    for i in hits.among(len(given)):
        fact = given[i]
        if fact in kept:
            continue
        if fact in _START:
            _forget_start(item, fact)
        item.pop(fact, None)


def _forget_start(item: dict[str, Any], fact: str) -> None:
    """Keep the first day of a stint, which follows from the day of reporting, else from the decision."""
    reported, appointed = item.get("reported_on"), item.get("appointed_on")
    if fact == "appointed_on" and reported is None and appointed is not None:
        item["start"] = appointed
    elif fact == "reported_on" and reported is not None:
        item["start"] = reported
        item.pop("appointed_on", None)


def blur(record: dict[str, Any], share: int, chance: Chance) -> None:
    """Leave out the day of a share of the dates in some sections."""
    hits = _Hits(share, chance)
    for name in _MONTH_ONLY:
        section = record.get(name, ())
        dates = _DATES[name]
        for item in (section,) if isinstance(section, dict) else section:
            if hits.passed(len(dates)):
                continue
            for i in hits.among(len(dates)):
                text = item.get(dates[i])
                if text is not None:
                    item[dates[i]] = text[:7]


def begin_late(record: dict[str, Any], share: int, chance: Chance) -> None:
    """Cut off the beginning of a share of the lists, and say from when they are complete."""
    hits = _Hits(share, chance)
    for root in _LISTS_THAT_BEGIN_LATE:
        items = record.get(root.en)
        if not items or hits.passed(1) or not hits.among(1):
            continue
        order = root.order_field
        values = [_place(item, order.en) for item in items]
        year = chance.one(values)[:4]
        record[root.en] = {
            "complete_from": f"{year}-01-01" if order.type == DATE else int(year),
            "items": [item for item, value in zip(items, values, strict=True) if value[:4] >= year],
        }


def _place(item: dict[str, Any], field: str) -> str:
    """Return the value by which an item is sorted, as a text."""
    if field == "start" and "start" not in item:
        return str(item.get("reported_on") or item["appointed_on"])
    return str(item[field])
