"""Questions and conclusions of all packs: each declared once, a lower pack may add conclusions.

In: the questions files of a linking under way. Out: its questions and conclusions.
"""

from __future__ import annotations

from dataclasses import replace
from itertools import combinations
from typing import TYPE_CHECKING, Final

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.linked import AnswerMode, Conclusion, Question
from cadre_rules.policy.texts import root_fields
from cadre_rules.vocabulary.subjects import SUBJECTS

if TYPE_CHECKING:
    from cadre_rules.policy.link import Linking
    from cadre_rules.policy.models.questions import Additions, Questions
    from cadre_rules.policy.models.questions import Conclusion as ConclusionModel
    from cadre_rules.policy.models.questions import Question as QuestionModel

MODES: Final[dict[str, AnswerMode]] = {
    "eligible when every requirement is met": "eligible",
    "collect": "collect",
    "most severe": "most severe",
}


def link_questions(at: Linking) -> None:
    """Fill the questions and conclusions; their `applies` is checked later, when shared definitions are known."""
    for files in at.files:
        for declared in files.questions:
            for name, model in (declared.questions or {}).items():
                _question(at, files.pack.pack, declared, name, model)
        for declared in files.questions:
            for name, added in (declared.adds_to or {}).items():
                _addition(at, declared, name, added)


def _addition(at: Linking, questions: Questions, name: str, added: Additions) -> None:
    if name not in at.questions:
        guess = nearest(name, at.questions)
        known = Text("、".join(at.questions), ", ".join(at.questions))
        at.faults.append(
            questions.key_fault(messages.NO_SUCH_QUESTION, "adds_to", name, suggestion=guess, found=name, known=known)
        )
        return
    _conclusions(at, questions, name, added.conclusions, ("adds_to", name, "conclusions"))
    _added_pairs(at, name, added)
    _pairs(at, name, added.incompatible)


def _question(at: Linking, pack: str, questions: Questions, name: str, model: QuestionModel) -> None:
    if name in at.questions:
        values = {"name": name, "other": at.questions[name].pack}
        at.faults.append(questions.key_fault(messages.QUESTION_TWICE, "questions", name, **values))
        return
    if model.subject not in SUBJECTS:
        known = Text("、".join(SUBJECTS), ", ".join(SUBJECTS))
        values2 = {"found": model.subject, "known": known}
        at.faults.append(
            model.fault(messages.NO_SUCH_SUBJECT, "subject", suggestion=nearest(model.subject, SUBJECTS), **values2)
        )
        return
    at.questions[name] = Question(
        name=name,
        title=model.title.text,
        asks=model.asks.text,
        subject=model.subject,
        mode=MODES[model.answer],
        conclusions={},
        pack=pack,
        not_applicable=model.not_applicable.text if model.not_applicable else None,
        answers={key: text.text for key, text in (model.answers or {}).items()},
    )
    _conclusions(at, questions, name, model.conclusions or {}, ("questions", name, "conclusions"))
    _pairs(at, name, model.incompatible)


def _conclusions(
    at: Linking,
    questions: Questions,
    question: str,
    models: dict[str, ConclusionModel],
    path: tuple[str, ...],
) -> None:

    for name, model in models.items():
        if name in at.conclusions:
            values = {"name": name, "other": at.conclusions[name].question}
            at.faults.append(questions.key_fault(messages.CONCLUSION_TWICE, *path, name, **values))
            continue
        known = at.questions[question]
        taken = {n: f.text for f in root_fields(known.subject) for n in (f.en, f.zh)}
        if name in taken:
            at.faults.append(questions.key_fault(messages.SAME_NAME, *path, name, name=name, other=taken[name]))
        if known.mode == "most severe" and model.severity is None:
            at.faults.append(questions.key_fault(messages.NO_SEVERITY, *path, name, question=question, name=name))
        made = Conclusion(
            name,
            question,
            model.text,
            model.severity,
            model.sentence.text if model.sentence else None,
            model.opens.text if model.opens else None,
            model.notice,
        )
        at.conclusions[name] = made
        at.questions[question] = replace(known, conclusions={**known.conclusions, name: made})


def _added_pairs(at: Linking, question: str, added: Additions) -> None:
    """Tell conclusions that a lower pack calls incompatible and the question does not have."""
    known = at.questions[question].conclusions
    listed = Text("、".join(known), ", ".join(known))
    for i, group in enumerate(added.incompatible or ()):
        for j, name in enumerate(group):
            if name not in known:
                guess = nearest(name, known)
                values = {"found": name, "question": question, "known": listed}
                at.faults.append(
                    added.fault(messages.NO_SUCH_CONCLUSION, "incompatible", i, j, suggestion=guess, **values)
                )


def _pairs(at: Linking, question: str, groups: tuple[tuple[str, ...], ...] | None) -> None:

    pairs = tuple(pair for group in groups or () for pair in combinations(group, 2))
    known = at.questions[question]
    at.questions[question] = replace(known, incompatible=(*known.incompatible, *pairs))
