"""Principle checks become linked: their questions and conclusions are those that their pack sees.

In: the check files of a linking with its questions. Out: `PrincipleCheck`s; faults are kept in the linking. Whether
rules keep to them is for `analysis`.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked_checks import Barred, PrincipleCheck
from cadre_rules.policy.parameters import citation_of

if TYPE_CHECKING:
    from collections.abc import Sequence

    from cadre_rules.policy.link import Linking
    from cadre_rules.policy.linked import Question
    from cadre_rules.policy.models.checks import Barring, Check


def link_check(at: Linking, model: Check, seen: Sequence[str]) -> PrincipleCheck:
    """Return a linked check; `seen` are its pack and those above it, the highest first."""
    citation = citation_of(model.source, None)
    assert citation is not None
    return PrincipleCheck(
        id=model.check_,
        title=model.title.text,
        pack=model.pack,
        place=next((f.pack.jurisdiction or f.pack.title).text for f in at.files if f.pack.pack == model.pack),
        above=frozenset(seen) - {model.pack},
        covers=model.covers or (),
        citation=citation,
        text=model.text.text,
        bars=tuple(barred for b in model.forbids.bars if (barred := _barred(at, b, seen)) is not None),
        by=frozenset(model.forbids.by),
        cites_higher=model.forbids.unless is not None,
        position=model.position(),
        note=model.note.text if model.note else None,
    )


def _barred(at: Linking, model: Barring, seen: Sequence[str]) -> Barred | None:
    visible = {q.name: q for q in at.questions.values() if q.pack in seen}
    question = visible.get(model.question)
    if question is None:
        known = Text("、".join(visible) or "无", ", ".join(visible) or "none")
        guess = nearest(model.question, visible)
        at.faults.append(
            model.fault(messages.NO_SUCH_QUESTION, "question", suggestion=guess, found=model.question, known=known)
        )
        return None
    for part, names in (("concludes", model.concludes), ("withholds", model.withholds)):
        _check_names(at, model, part, names or (), question)
    named = model.concludes if model.concludes is not None or model.withholds is None else ()
    return Barred(question.name, named, model.withholds or ())


def _check_names(at: Linking, model: Barring, part: str, names: Sequence[str], question: Question) -> None:
    """Tell conclusions that the question does not have."""
    known = Text("、".join(question.conclusions), ", ".join(question.conclusions))
    for i, name in enumerate(names):
        if name not in question.conclusions:
            path = (part, i) if len(names) > 1 else (part,)
            guess = nearest(name, question.conclusions)
            values = {"question": question.name, "found": name, "known": known}
            at.faults.append(model.fault(messages.NO_SUCH_CONCLUSION, *path, suggestion=guess, **values))
