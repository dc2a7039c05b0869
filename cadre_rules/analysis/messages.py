"""The wording of what principle checks find (codes P180 to P189); nothing but texts."""

from __future__ import annotations

from typing import Final

from cadre_rules.diagnostics import Message, Text

BARS: Final = Message(
    "P180",
    Text(
        "规则「{rule}」单凭{kinds}（{facts}）就{effect}，违反{place}的原则「{principle}」",
        "the rule `{rule}` {effect} by {kinds} alone ({facts}), against the principle “{principle}” ({place})",
    ),
    Text(
        "原则检查 {check}，依据：{source}。{elsewhere}{mend}", "principle check {check}, by {source}; {elsewhere}{mend}"
    ),
)
RAISED: Final = Message(
    "P181",
    Text(
        "「{parameter}」从严规定为{value}，严于上级要求的{over}；规则「{rule}」单凭{kinds}（{facts}）就{effect}，"
        "这一从严规定违反{place}的原则「{principle}」",
        "“{parameter}” is made stricter, {value} where the higher layer asks for {over}; the rule `{rule}` {effect} by "
        "{kinds} alone ({facts}), and the stricter value goes against the principle “{principle}” ({place})",
    ),
    Text(
        "原则检查 {check}，依据：{source}。{elsewhere}请删去这一从严规定{unless}。",
        "principle check {check}, by {source}; {elsewhere}take the stricter value out{unless}",
    ),
)
TOGETHER: Final = Message(
    "P182",
    Text(
        "规则「{rule}」与{others}合在一起，单凭{kinds}（{facts}）就{effect}，违反{place}的原则「{principle}」",
        "the rule `{rule}` together with {others} {effect} by {kinds} alone ({facts}), against the principle "
        "“{principle}” ({place})",
    ),
    Text(
        "原则检查 {check}，依据：{source}。{elsewhere}{mend}", "principle check {check}, by {source}; {elsewhere}{mend}"
    ),
)
TOO_INTRICATE: Final = Message(
    "P183",
    Text(
        "规则「{rule}」的条件过于复杂，无法核对是否违反{place}的原则「{principle}」",
        "the conditions of the rule `{rule}` are too intricate to check them against the principle “{principle}” "
        "({place})",
    ),
    Text("请把这条规则拆成几条，或者减少其中的条件。", "split the rule, or give it fewer conditions"),
)

MEND: Final = Text(
    "请删去这一条件，或者让德才表现、工作实绩等情况足以改变结果",
    "take the condition out, or let what the person has shown and achieved change the result",
)
CITE: Final = Text(
    "{mend}；确系执行上级规定的，在规则的 source 中写明该规定，文件和条款须与上级政策包中已核实的政策一致。",
    "{mend}; where a higher rule asks for it, cite that in the rule's `source`, with the document and clause that a "
    "verified policy of a pack above has",
)
PLAIN_MEND: Final = Text("{mend}。", "{mend}")
CITE_RAISE: Final = Text(
    "；确系执行上级规定的，在 source 中写明该规定，文件和条款须与上级政策包中已核实的政策一致",
    "; where a higher rule asks for it, cite that in its `source`, with the document and clause that a verified policy "
    "of a pack above has",
)
NOTHING: Final = Text("", "")
ELSEWHERE: Final = Text(
    "这是{place}的原则，本次检查对列入的各地政策包一并核对。",
    "this is a principle of {place}, held against the packs of all places that are checked together; ",
)
BARRED: Final = Text("把人判为不符合「{question}」的条件", "bars people from “{question}”")
CONCLUDES: Final = Text(
    "对人得出「{question}」中“{conclusion}”的结论", "concludes “{conclusion}” of people (“{question}”)"
)
WITHHOLDS: Final = Text(
    "使人得不到「{question}」中“{conclusion}”的结论", "withholds “{conclusion}” from people (“{question}”)"
)
