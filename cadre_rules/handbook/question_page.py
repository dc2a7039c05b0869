"""The page of a question, and the list of all: what is asked, how an answer is made, which policies answer it.

In: a question and its pack. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.answer import STANDARD
from cadre_rules.handbook import pieces, places
from cadre_rules.handbook.conditions import Conditions
from cadre_rules.handbook.terms import ANSWERS, MODES
from cadre_rules.vocabulary.subjects import SUBJECTS

if TYPE_CHECKING:
    from cadre_rules.handbook.book import PackView
    from cadre_rules.handbook.voice import Voice
    from cadre_rules.policy.linked import Conclusion, Question
    from cadre_rules.policy.models.questions import Question as QuestionModel

_COMMON = ("undetermined", "not applicable", "not in force", "conflict")


def questions_page(voice: Voice) -> str:
    """Return the list of all questions, by pack."""
    say = voice.say
    head = [say("问题", "Question"), say("要回答什么", "What it asks"), say("政策", "Policies")]
    parts = [pieces.heading(1, say("问题", "Questions"))]
    for view in voice.book.packs:
        rows = [
            [voice.question(view, q.name), voice.text(q.asks), str(len(voice.book.answering(q)))]
            for q in view.own_questions
        ]
        if rows:
            parts += [
                pieces.heading(2, voice.in_(view.files.pack.title), f"pack-{view.name}"),
                pieces.table(head, rows, "listed"),
            ]
    return pieces.blocks(*parts)


def question_page(voice: Voice, view: PackView, question: Question) -> str:
    """Return the page of a question."""
    say = voice.say
    model = view.question_models[question.name]
    conditions = Conditions(voice, view, f"question:{question.name}")
    subject = SUBJECTS[question.subject].name
    facts = [
        (say("要回答什么", "What it asks"), voice.text(question.asks)),
        (say("对象", "About"), voice.text(subject)),
        (say("政策包", "Pack"), voice.pack(view.name)),
        (say("何时可以提出", "When it applies"), conditions.condition(model.applies) if model.applies else ""),
        (say("不适用的", "Else"), voice.text(question.not_applicable)),
        (say("答案怎样形成", "How an answer is made"), voice.text(MODES[model.answer])),
        (say("编号", "Id"), pieces.code(question.name)),
    ]
    return pieces.blocks(
        pieces.heading(1, voice.title(question.title)),
        pieces.pairs(facts),
        _answers(voice, question),
        _conclusions(voice, view, question),
        _incompatible(voice, view, question, model),
        _policies(voice, question),
    )


def _answers(voice: Voice, question: Question) -> str:
    say = voice.say
    values = dict.fromkeys((*ANSWERS[question.mode], *question.answers, *_COMMON))
    head = [say("答案", "Answer"), say("含义", "Meaning")]
    meanings = {
        "eligible": say("各项要求均已满足", "every requirement is met"),
        "not eligible": say("至少一项要求未满足", "at least one requirement is not met"),
        "concluded": say("规则得出了结论，逐项列出", "rules draw conclusions; each is listed"),
        "nothing concluded": say("没有规则得出结论", "no rule draws a conclusion"),
        "undetermined": say(
            "缺少足以影响结论的情况，逐项列明由谁提供",
            "facts are missing that could change it; each is listed with who can supply it",
        ),
        "not applicable": say("不具备提出本问题的前提", "the question does not arise"),
        "not in force": say("决定日期没有施行的政策", "no policy is in force on the decision date"),
        "conflict": say("得出的结论不能并存", "conclusions are drawn that exclude each other"),
    }
    rows = []
    for value in values:
        said = question.answers.get(value) or STANDARD[value]
        if value == "not applicable" and question.not_applicable is not None:
            said = question.not_applicable
        rows.append([pieces.strong(voice.in_(said)), pieces.text(meanings[value])])
    if question.mode == "most severe":
        rows.insert(
            0,
            [
                say("下列结论之一", "one of the conclusions below"),
                say("得出的结论中最严重的一项", "the most severe that is drawn"),
            ],
        )
    return pieces.blocks(
        pieces.heading(2, say("可能的答案", "Answers"), "answers"), pieces.table(head, rows, "answers")
    )


def _conclusions(voice: Voice, view: PackView, question: Question) -> str:
    """Return the conclusions of a question: its own, and those that packs below add."""
    found: dict[str, tuple[PackView, Conclusion]] = {}
    for other in voice.book.packs:
        same = other.linked.questions.get(question.name)
        if same is not None and same.pack == question.pack and question.pack in other.linked.packs:
            for name, conclusion in same.conclusions.items():
                found.setdefault(name, (other, conclusion))
    severe = any(c.severity is not None for _, c in found.values())
    say = voice.say
    head = [
        say("结论", "Conclusion"),
        say("得出结论的规则", "Rules that draw it"),
        *([say("程度", "Severity")] if severe else []),
    ]
    rows = []
    for name, (_, conclusion) in found.items():
        row = [_conclusion(voice, name, conclusion), _drawing(voice, name)]
        rows.append([*row, *([_severity(conclusion)] if severe else [])])
    del view
    title = pieces.heading(2, say("可能的结论", "Conclusions"), "conclusions")
    if not rows:
        none = say("本手册所列的政策包没有为它补充结论。", "No pack of this handbook adds conclusions to it.")
        return pieces.blocks(title, pieces.text(none))
    note = say("程度的数值越大越严重，只用于比较。", "Severity is for comparing only: the greater, the more severe.")
    return pieces.blocks(
        title, pieces.table(head, rows, "conclusions"), pieces.quiet(pieces.text(note)) if severe else ""
    )


def _severity(conclusion: Conclusion) -> str:
    return str(conclusion.severity) if conclusion.severity is not None else "—"


def _conclusion(voice: Voice, name: str, conclusion: Conclusion) -> str:
    opens = voice.say("由此启动：", "it opens: ") + voice.in_(conclusion.opens)
    notice = voice.say("只作提示", "a notice: it only draws attention")
    return pieces.blocks(
        pieces.here(places.conclusion_anchor(name)) + pieces.strong(voice.in_(conclusion.text)),
        voice.text(conclusion.sentence),
        pieces.text(opens) if conclusion.opens else "",
        pieces.badge(notice, "notice") if conclusion.notice else "",
    )


def _drawing(voice: Voice, name: str) -> str:
    """Return links to the rules that draw a conclusion."""
    rules = {
        rule.id: None for view in voice.book.packs for rule in view.linked.rules.values() if name in rule.conclusions
    }
    return pieces.items(voice.rule(id_) for id_ in rules) or voice.say("没有", "none")


def _incompatible(voice: Voice, view: PackView, question: Question, model: QuestionModel) -> str:
    pairs: dict[tuple[str, ...], None] = dict.fromkeys(model.incompatible or ())
    for other in voice.book.packs:
        if question.pack in other.linked.packs:
            pairs |= dict.fromkeys(pair for added in other.added(question.name) for pair in added.incompatible or ())
    if not pairs:
        return ""
    lines = [voice.say("与", " and ").join(voice.conclusion(view, name) for name in pair) for pair in pairs]
    return pieces.blocks(
        pieces.heading(2, voice.say("不能并存的结论", "Conclusions that exclude each other"), "incompatible"),
        pieces.items(lines),
    )


def _policies(voice: Voice, question: Question) -> str:
    say = voice.say
    head = [say("政策", "Policy"), say("政策包", "Pack"), say("条目", "Entries")]
    rows = [
        [voice.policy(p.policy), voice.pack(view.name), voice.rows(p.covers or ())]
        for view, p in voice.book.answering(question)
    ]
    intro = say(
        "各地政策只在当地适用：判断时只用干部所属地区的政策包及其上级政策包。",
        "Each place's policies bind that place: a cadre is judged by the pack of their own place and those above it.",
    )
    return pieces.blocks(
        pieces.heading(2, say("回答本问题的政策", "Policies that answer it"), "policies"),
        pieces.text(intro),
        pieces.table(head, rows, "listed"),
    )
