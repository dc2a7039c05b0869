"""Whether a citation is that of a rule of a higher layer: the same document, and the same clause or a part of it.

In: a citation, the packs above. Out: a truth. It reads no document: that the clause says what the rule says is for
people to check.
"""

from __future__ import annotations

import re
import unicodedata
from typing import TYPE_CHECKING, Final

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.policy.linked import Citation, PolicySet

_IGNORED: Final = re.compile(r"[\s《》〈〉“”\"'「」]+")
_NUMERAL: Final = re.compile(r"[0-9零〇一二三四五六七八九十百千]")


def cites_higher(policies: PolicySet, citation: Citation, above: frozenset[str]) -> bool:
    """Tell whether a citation is that of an evaluated policy, rule or exception of one of the packs `above`."""
    return any(_same(citation, other) for other in _citations(policies, above))


def _citations(policies: PolicySet, packs: frozenset[str]) -> Iterator[Citation]:
    for policy in policies.policies.values():
        if policy.pack in packs:
            yield policy.citation
            for rule in policy.rules:
                yield rule.citation
                yield from (e.citation for e in rule.exceptions if e.citation is not None)


def _same(a: Citation, b: Citation) -> bool:
    return _plain(a.document) == _plain(b.document) and _within(_plain(a.clause), _plain(b.clause))


def _plain(text: str) -> str:
    return _IGNORED.sub("", unicodedata.normalize("NFKC", text)).casefold()


def _within(a: str, b: str) -> bool:
    """Tell whether two clauses are the same, or one a part of the other: 第八条 and 第八条第（一）项, not 8 and 81."""
    short, long = sorted((a, b), key=len)
    if not short or not long.startswith(short):
        return False
    rest = long[len(short) :]
    return not rest or not (_NUMERAL.match(short[-1]) and _NUMERAL.match(rest))
