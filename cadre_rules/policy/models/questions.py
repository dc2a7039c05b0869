"""`questions.yaml`: the questions of a pack, their conclusions, and how an answer is made from them.

In: nodes. Out: `Questions`. It must not know which rules answer a question.
"""

# ruff: noqa: TC001 - pydantic needs the types of fields at run time

from __future__ import annotations

from typing import Annotated, ClassVar, Literal

from cadre_rules.diagnostics import Text
from cadre_rules.documents import Scalar, Sequence
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, Reading, doc, fault_at, suggest
from cadre_rules.policy.models.conditions import Condition
from cadre_rules.policy.models.leaves import Bool, Identifier, Int, entries, items, one_of
from cadre_rules.policy.models.rules import check_repeated
from cadre_rules.policy.models.texts import Bilingual

Answer = Literal["eligible when every requirement is met", "collect", "most severe"]
Outcome = Literal["eligible", "not eligible", "concluded", "nothing concluded", "undetermined"]
_OUTCOMES = ("eligible", "not eligible", "concluded", "nothing concluded", "undetermined")
_ANSWERS = ("eligible when every requirement is met", "collect", "most severe")


class Conclusion(Bilingual):
    """What a rule may conclude."""

    noun: ClassVar[Text] = Text("结论", "a conclusion")

    severity: Int | None = doc("严重程度，数越大越严重", "how severe it is: more is severer", default=None)
    sentence: Bilingual | None = doc("完整的一句话", "the whole sentence", default=None)
    opens: Bilingual | None = doc("由此启动的程序", "the procedure that it opens", default=None)
    notice: Bool = doc(
        "是否仅为提示：提示不能确定时，不影响问题的答案",
        "whether it only draws attention: while it is open, the answer to the question is not",
        default=False,
    )


class Question(Model):
    """A question that can be asked of a subject."""

    noun: ClassVar[Text] = Text("问题", "a question")

    title: Bilingual = doc("标题", "its title")
    asks: Bilingual = doc("以一句话提出的问题", "the question as a sentence")
    subject: Identifier = doc("对象，例如 cadre、incident", "what it is about: cadre, incident, …")
    answer: Annotated[Answer, one_of(*_ANSWERS)] = doc(
        "答案的形成方式：各项要求均满足则合格；汇集全部结论；取最严重的结论",
        "how the answer is made: eligible when every requirement is met; collect; most severe",
    )
    applies: Condition | None = doc("何时可以提出此问题", "when the question applies", default=None)
    not_applicable: Bilingual | None = doc("不适用时的说明", "what is said when it does not apply", default=None)
    answers: Annotated[dict[Annotated[Outcome, one_of(*_OUTCOMES)], Bilingual], entries()] | None = doc(
        "各答案的文字", "the words for each answer", default=None
    )
    conclusions: Annotated[dict[Identifier, Conclusion], entries()] | None = doc(
        "结论；由下级政策包补充的，可以不写", "the conclusions; none where packs below add them", default=None
    )
    incompatible: Annotated[tuple[Annotated[tuple[Identifier, ...], items(2)], ...], items()] | None = doc(
        "不能并存的结论", "conclusions that cannot stand together", default=None
    )

    def check(self, reading: Reading) -> None:
        """Tell incompatible conclusions that the question does not have."""
        known = list(self.conclusions or {})
        pairs = self.locate("incompatible")
        for pair in pairs.items if isinstance(pairs, Sequence) and self.incompatible else ():
            check_repeated(pair, None, reading)
            for name in pair.items if isinstance(pair, Sequence) else ():
                if isinstance(name, Scalar) and name.text not in known:
                    listed = Text("、".join(known), ", ".join(known))
                    guess = suggest(name.text, known)
                    values = {"found": name.text, "allowed": listed}
                    reading.faults.append(fault_at(name, messages.NOT_ONE_OF, suggestion=guess, **values))


class Additions(Model):
    """What a pack adds to a question of a pack above it."""

    noun: ClassVar[Text] = Text("对上级问题的补充", "additions to a question")

    conclusions: Annotated[dict[Identifier, Conclusion], entries()] = doc("结论", "the conclusions")
    incompatible: Annotated[tuple[Annotated[tuple[Identifier, ...], items(2)], ...], items()] | None = doc(
        "不能并存的结论", "conclusions that cannot stand together", default=None
    )

    def check(self, reading: Reading) -> None:
        """Tell conclusions that are named twice in a group."""
        groups = self.locate("incompatible")
        for group in groups.items if isinstance(groups, Sequence) and self.incompatible else ():
            check_repeated(group, None, reading)


class Questions(Model):
    """The questions of a pack."""

    noun: ClassVar[Text] = Text("问题文件", "a questions file")

    questions: Annotated[dict[Identifier, Question], entries()] | None = doc("各问题", "the questions", default=None)
    adds_to: Annotated[dict[Identifier, Additions], entries()] | None = doc(
        "对上级政策包的问题补充的结论", "conclusions added to questions of the packs above", default=None
    )
