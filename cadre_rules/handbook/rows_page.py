"""The index by entry of the inventory: which policy, principle or check covers it, by place and number.

In: the `covers` of policies, principles and checks. Out: HTML.
"""

from __future__ import annotations

import re
from itertools import groupby
from typing import TYPE_CHECKING, NamedTuple

from cadre_rules.handbook import pieces, places

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.handbook.voice import Voice


class Entry(NamedTuple):
    """What covers an entry: its pack, a link to it, what kind of thing it is, and a link to its question."""

    row: str
    pack: str
    title: str
    kind: str
    question: str


def rows_page(voice: Voice) -> str:
    """Return the index of entries."""
    say = voice.say
    head = [say("条目", "Entry"), say("名称", "Title"), say("类别", "Kind"), say("问题", "Question")]
    intro = say(
        "条目编号是源文件逐条清单中的编号：前两个字母代表地区，后面是序号。一个条目可以由几项政策落实。",
        "An entry is an item of the inventory of the source documents: two letters for the place, and a number. "
        "Several policies may cover one.",
    )
    parts = [pieces.heading(1, say("条目索引", "Index of entries")), pieces.text(intro)]
    entries = sorted(_entries(voice), key=lambda e: (_key(e.row), e.title))
    for place, found in groupby(entries, key=lambda e: _key(e.row)[0]):
        group = list(found)
        packs = dict.fromkeys(e.pack for e in group)
        title = voice.listed(voice.in_(voice.book.view(name).files.pack.title) for name in packs)
        named = say(f"{place}　{title}", f"{place} {title}")
        parts += [pieces.heading(2, named, f"place-{place}"), pieces.table(head, _table(group), "rows")]
    if not entries:
        parts.append(pieces.text(say("这些政策包没有写明所涵盖的条目。", "These packs name no entries.")))
    return pieces.blocks(*parts)


def _key(row: str) -> tuple[str, int, str]:
    """Return by what an entry is sorted: its place, its number."""
    found = re.fullmatch(r"(.*?)-?(\d+)(.*)", row)
    return (found[1], int(found[2]), found[3]) if found else (row, 0, "")


def _table(group: list[Entry]) -> Iterator[list[str]]:
    seen: set[str] = set()
    for entry in group:
        first = entry.row not in seen
        seen.add(entry.row)
        mark = (
            pieces.here(places.row_anchor(entry.row)) + pieces.strong(entry.row)
            if first
            else pieces.quiet(pieces.text(entry.row))
        )
        yield [mark, entry.title, pieces.text(entry.kind), entry.question]


def _entries(voice: Voice) -> Iterator[Entry]:
    for view, policy in voice.book.policies():
        kind = voice.say("政策", "policy")
        if policy.status == "unverified":
            kind = voice.say("政策（未核实）", "policy (not verified)")
        for row in policy.covers or ():
            yield Entry(row, view.name, voice.policy(policy.policy), kind, voice.question(view, policy.question))
    for view, principle in voice.book.principles():
        kind = voice.say("原则（不由程序判断）", "principle (nothing evaluates it)")
        title = pieces.link(voice.in_(principle.title), places.principle_page(principle.principle))
        for row in principle.covers or ():
            yield Entry(row, view.name, title, kind, "—")
    for view, check in voice.book.checks():
        kind = voice.say("原则检查（核对政策文件）", "principle check (on the policy files)")
        title = pieces.link(voice.in_(check.title), places.check_page(check.check_))
        asked = voice.listed(voice.question(view, barred.question) for barred in check.forbids.bars)
        for row in check.covers or ():
            yield Entry(row, view.name, title, kind, asked)
