"""The first page: what the handbook holds, and ways into it.

In: a book. Out: HTML.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.handbook import pieces, places

if TYPE_CHECKING:
    from cadre_rules.handbook.voice import Voice


def index_page(voice: Voice) -> str:
    """Return the first page."""
    say = voice.say
    book = voice.book
    counts = [
        (len(book.packs), "个政策包", "packs"),
        (sum(1 for _ in book.policies()), "项政策", "policies"),
        (sum(len(p.rules) for _, p in book.policies()), "条规则", "rules"),
        (sum(1 for _ in book.principles()), "项原则", "principles"),
        (sum(1 for _ in book.checks()), "项原则检查", "principle checks"),
        (sum(len(e) for e in book.examples.values()), "个案例", "examples"),
    ]
    said = voice.listed(say(f"{n}{zh}", f"{n} {en}") for n, zh, en in counts if n)
    intro = say(
        f"本手册由政策文件逐字生成，共有{said}。程序怎样判断，手册就怎样写；判断结果仅供参考，由有权机关按照规定程序决定。",
        f"This handbook is made from the policy files as they stand: {said}. It says what the program does; what the "
        "program answers is advice, and the body that has the power decides by the prescribed procedure.",
    )
    head = [
        say("政策包", "Pack"),
        say("适用地区", "Binds"),
        say("政策", "Policies"),
        say("原则", "Principles"),
        say("案例", "Examples"),
    ]
    rows = []
    for view in book.packs:
        examples = sum(len(book.examples.get(p.policy, ())) for p in view.files.policies)
        numbers = [len(view.files.policies), len(view.files.principles), examples]
        place = view.files.pack.jurisdiction
        rows.append([voice.pack(view.name), voice.text(place), *(str(n) for n in numbers)])
    ways = [
        (
            places.READING,
            say("怎样读本手册", "How to read this handbook"),
            say("各部分是什么意思，标记代表什么", "what the parts and marks mean"),
        ),
        (
            places.ROWS,
            say("条目索引", "Index of entries"),
            say("按条目编号（如 DA-17）查政策和原则", "policies and principles by entry (such as DA-17)"),
        ),
        (
            places.QUESTIONS,
            say("问题", "Questions"),
            say("按要回答的问题查政策", "policies by the question that they answer"),
        ),
        (
            places.OPEN,
            say("待设定与待认定", "What is open"),
            say("采用单位须设定的参数，须由人认定的事项", "parameters to be set, matters that people determine"),
        ),
        (
            places.ADOPTIONS,
            say("采用文件", "Adoptions"),
            say("采用单位怎样设定，附示例", "what adopting units set, with examples"),
        ),
        (
            places.COUNTING,
            say("期间如何计算", "How spans are counted"),
            say("年、月、日怎样计算", "how days, months and years are counted"),
        ),
    ]
    return pieces.blocks(
        pieces.heading(1, say("干部政策手册", "Handbook of cadre policies")),
        pieces.text(intro),
        pieces.table(head, rows, "packs"),
        pieces.heading(2, say("从哪里查起", "Where to begin")),
        pieces.items(f"{pieces.link(title, page)}{voice.colon}{pieces.text(meaning)}" for page, title, meaning in ways),
    )
