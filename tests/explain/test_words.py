"""Conditions in words: every construct of policy FEEL, and every function, reads as a phrase."""

from __future__ import annotations

import re
from typing import TYPE_CHECKING

import pytest

from cadre_rules.explain.phrases import FUNCTIONS
from cadre_rules.explain.predicates import PREDICATES
from cadre_rules.explain.words import words
from cadre_rules.feel import tree as feel
from cadre_rules.feel.signatures import BUILTINS
from cadre_rules.feel.types import BOOLEAN, ContextType, ListType, strip_optional
from cadre_rules.policy.loading import load_set
from cadre_rules.vocabulary.subjects import EVERYTHING
from tests.plan.generated import HEAD, PACK, QUESTIONS

if TYPE_CHECKING:
    from pathlib import Path

    from cadre_rules.diagnostics import Text

# condition -> (Chinese, English)
SAID = {
    "proposal.leading": ("拟任的职务是领导职务", "the proposed post is a leading post"),
    "not(proposal.leading)": ("拟任的职务不是领导职务", "the proposed post is not a leading post"),
    "proposal.leading = false": ("拟任的职务不是领导职务", "the proposed post is not a leading post"),
    'proposal.level >= "township-section chief"': (
        "拟任事项的职务层次不低于乡科级正职",
        "level of the proposal is not below township-section chief",
    ),
    'proposal.kind in ("promotion", "further use")': (
        "拟任事项的变动类别为提拔、重用之一",
        "kind of the proposal is one of promotion, further use",
    ),
    'person.birth_date <= date("1980-03-01")': ("出生日期不晚于1980年3月1日", "birth date is not after 1 March 1980"),
    'person.birth_date + duration("P60Y") > as_of': (
        "出生日期之后满60年之日晚于决定日期",
        "60 years after birth date is after the decision date",
    ),
    "age(person.birth_date, as_of) between 30 and 40": (
        "自出生日期至决定日期的周岁年龄在30周岁至40周岁之间（含两端）",
        "age at the decision date counted from birth date is between 30 years and 40 years, both included",
    ),
    "person.birth_date in [as_of..as_of)": (
        "出生日期不早于决定日期，且出生日期早于决定日期",
        "birth date is not before the decision date and birth date is before the decision date",
    ),
    "person.party_joined_on != null": (
        "有入党日期",
        "there is a date of joining the Party",
    ),
    "person.party_joined_on = null": ("没有入党日期", "there is no date of joining the Party"),
    "count(posts[front_line and not(borrowed_away)]) > 1": (
        "任职经历（属于基层一线，且未被借调外出）的数量超过1项",
        "number of posts (is at the grassroots front line and is not borrowed away) is more than 1",
    ),
    "count(sanctions) = 0": ("没有处分", "there are no sanctions"),
    "count(sanctions) >= 1": ("有处分", "there is at least one of the sanctions"),
    "not(count(sanctions) = 0)": ("有处分", "there is at least one of the sanctions"),
    "person.birth_date < as_of and 2 < count(posts)": (
        "出生日期早于决定日期，且2少于任职经历的数量",
        "birth date is before the decision date and 2 is less than number of posts",
    ),
    "some p in posts satisfies p.leading": (
        "任职经历中有一项满足：其是领导职务",
        "for one of the posts: it is a leading post",
    ),
    "every a in assessments satisfies some b in assessments satisfies b.year = a.year + 1": (
        "就考核中每一项甲，均有考核中存在一项乙，使得乙的年度为甲的年度加1",
        "for each A of the assessments: there is B of the assessments with: year of B is year of A plus 1",
    ),
    "some p in posts, q in posts satisfies p.start < q.start": (
        "任职经历中存在一项甲，任职经历中存在一项乙，使得甲的起始日期早于乙的起始日期",
        "there is A of the posts with, there is B of the posts with: start of A is before start of B",
    ),
    "(if proposal.leading then 2 else 1) > 1": (
        "（拟任的职务是领导职务的，为2，否则为1）超过1",
        "(2 if the proposed post is a leading post, else 1) is more than 1",
    ),
    "count(for p in posts return p.start) > 2": (
        "（就任职经历中每一项甲，取甲的起始日期）的数量超过2项",
        "number of (for each A of the posts, start of A) is more than 2",
    ),
    'determination("m") = "a"': ("关于“某项”，认定为“甲种”", "the determination “a matter” is “a”"),
    'recorded("m") != null': ("有关于“某项”的认定", "there is a determination “a matter”"),
    "concluded(c0)": ("已得出“结论零”的结论", "the conclusion “c0” is reached"),
    "posts[-1] != null": ("有最近一项任职经历", "there is a last of the posts"),
    "string length(person.name) - 1 > 2 * 3": (
        "姓名的字数减1超过2乘以3",
        "number of characters of name minus 1 is more than 2 times 3",
    ),
    'upper case(person.name) = "A"': ("转大写（姓名）为A", "upper case of name is A"),
    "proposal.leading = person.selected_graduate": (
        "“拟任事项的领导职务”与“选调生”一致",
        "“leading of the proposal” and “selected graduate” agree",
    ),
}


def said(tmp_path: Path, condition: str) -> Text:
    quoted = condition.replace("'", "''")
    body = f"rules:\n  - {{rule: r, when: '{quoted}', then: c1}}\n  - {{rule: r0, when: proposal.leading, then: c0}}\n"
    for name, text in (("pack.yaml", PACK), ("questions.yaml", QUESTIONS), ("up.yaml", HEAD + body)):
        (tmp_path / name).write_text(text, encoding="utf-8")
    linked, _, _ = load_set(tmp_path)
    tree = linked.rules["made/up#r"].condition
    assert tree is not None
    assert tree.tree is not None
    return words(tree.tree, linked, "made/up")


@pytest.mark.parametrize("condition", SAID)
def test_wording(tmp_path: Path, condition: str) -> None:
    assert tuple(said(tmp_path, condition)) == SAID[condition]


def test_every_node_has_words() -> None:
    from cadre_rules.explain.words import _METHODS

    parts = {feel.Argument, feel.Entry, feel.Iterator_, feel.Parameter}
    nodes = {n for n in vars(feel).values() if isinstance(n, type) and issubclass(n, feel.Node) and n is not feel.Node}
    assert nodes - parts == set(_METHODS)


@pytest.mark.parametrize("name", sorted({signature.name for signature in BUILTINS.values()}))
def test_every_function_reads_as_a_phrase(name: str) -> None:
    from tests.explain.decided import policies

    names = policies("daan").set
    most = max(len(way.parameters) for way in BUILTINS[name].ways)
    arguments = tuple(feel.Argument(value=feel.Literal_(value=str(i))) for i in range(most))
    text = words(feel.Call(function=feel.Name(name=name), arguments=arguments), names, "daan/last-place")
    assert re.search("[一-鿿]", text.zh)
    assert not re.search("[a-z{}]", text.zh)
    assert "{" not in text.en


def test_every_fact_that_is_true_or_false_reads_as_a_statement() -> None:
    for section in EVERYTHING.fields:
        whole = strip_optional(section.type)
        item = strip_optional(whole.item) if isinstance(whole, ListType) else whole
        for field in item.fields if isinstance(item, ContextType) else ():
            assert strip_optional(field.type) != BOOLEAN or field.zh in PREDICATES, f"{section.en}.{field.en}"


def test_phrases_take_no_more_than_the_function_has() -> None:
    for name, phrase in FUNCTIONS.items():
        if name in BUILTINS:
            most = max(len(way.parameters) for way in BUILTINS[name].ways)
            assert phrase.zh.count("{") <= most
        assert sorted(re.findall(r"\{\d\}", phrase.zh)) == sorted(re.findall(r"\{\d\}", phrase.en))
