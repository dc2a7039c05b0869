"""What stands in the files of packs stands on the pages, in both languages: no key is left out."""

from __future__ import annotations

from typing import TYPE_CHECKING

import pytest

from cadre_rules.documents import Mapping, Node, Scalar, Sequence, read_yaml
from cadre_rules.policy.loading import shipped_packs
from tests.handbook.conftest import PACKS
from tests.handbook.site import Site, not_in, tidy

if TYPE_CHECKING:
    from collections.abc import Iterator
    from pathlib import Path

WORLDS = {"town": [PACKS, shipped_packs() / "national"], "shipped": [shipped_packs()]}
LANGUAGES = ("zh", "en")
QUOTED = ("quote", "clause")


def nodes(node: Node) -> Iterator[Node]:
    yield node
    children = [v for _, v in node.entries] if isinstance(node, Mapping) else []
    for child in children or (node.items if isinstance(node, Sequence) else ()):
        yield from nodes(child)


def files(world: str) -> Iterator[tuple[Path, Node]]:
    for folder in WORLDS[world]:
        for path in sorted(folder.rglob("*.yaml")):
            yield path, read_yaml(path.read_text(encoding="utf-8"), str(path))


def missing(site: Site, language: str, wanted: Iterator[tuple[Path, str]]) -> list[tuple[str, str]]:
    whole = outer_quotes(site.all_text(language))
    places = {outer_quotes(tidy(said)): str(path) for path, said in wanted}  # many texts stand in many files
    return sorted((places[said], said) for said in not_in(whole, places))


def outer_quotes(said: str) -> str:
    """Return a text with outer quotation marks only: what has some may stand within quotation marks itself."""
    return said.replace("‘", "“").replace("’", "”")


def bilingual(world: str, language: str) -> Iterator[tuple[Path, str]]:
    for path, root in files(world):
        for node in nodes(root):
            said = node.get(language) if isinstance(node, Mapping) and {"zh", "en"} <= set(node.keys()) else None
            if isinstance(said, Scalar):
                yield path, said.text


def cited(world: str) -> Iterator[tuple[Path, str]]:
    for path, root in files(world):
        for node in nodes(root):
            if isinstance(node, Mapping) and "document" in node:
                yield from ((path, value.text) for key in QUOTED if isinstance(value := node.get(key), Scalar))


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", WORLDS)
def test_every_text_of_every_file_is_on_a_page(world: str, language: str, request: pytest.FixtureRequest) -> None:
    site: Site = request.getfixturevalue(world)
    if language == "en":  # a title may begin with a capital
        whole = site.all_text("en").casefold()
        places = {said: str(path) for path, said in bilingual(world, "en")}
        assert sorted((path, said) for said, path in places.items() if tidy(said).casefold() not in whole) == []
    else:
        assert missing(site, "zh", bilingual(world, "zh")) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", WORLDS)
def test_every_quotation_and_clause_is_on_a_page(world: str, language: str, request: pytest.FixtureRequest) -> None:
    assert missing(request.getfixturevalue(world), language, cited(world)) == []


@pytest.mark.parametrize("language", LANGUAGES)
@pytest.mark.parametrize("world", WORLDS)
def test_every_entry_of_the_inventory_is_in_the_index(
    world: str, language: str, request: pytest.FixtureRequest
) -> None:
    site: Site = request.getfixturevalue(world)
    covers = [node.get("covers") for _, root in files(world) for node in nodes(root) if isinstance(node, Mapping)]
    entries = {item.text for c in covers if isinstance(c, Sequence) for item in c.items if isinstance(item, Scalar)}
    page = site.of(language)["rows.html"]
    assert {f"row-{entry}" for entry in entries} <= set(page.ids)


def test_entries_are_sorted_by_place_and_number(town: Site) -> None:
    rows = [name for name in town.pages["rows.html"].ids if name.startswith("row-")]
    assert rows == ["row-ZZ-01", "row-ZZ-02", "row-ZZ-10", "row-ZZ-16", "row-ZZ-17"]


def test_a_parameter_without_values_is_open(town: Site) -> None:
    for name, said in (("", "待采用单位设定"), ("en/", "open: to be set by the adopting unit")):
        page = town.pages[f"{name}packs/town.html"]
        assert page.text().count(said) == 3
        assert said not in town.pages[f"{name}policies/town/commendation.html"].text()
        assert "表彰名额" in town.pages["open.html"].text()
    assert "自2024年1月1日起：3年" in town.pages["packs/town.html"].text()
    assert "自2025年1月1日起，4年" in town.pages["packs/town.html"].text()  # what the adoption sets


def test_a_floor_says_who_raised_it(town: Site) -> None:
    page = town.pages["policies/national/grassroots-service.html"]
    assert "底线：下级只能提高，不得降低" in page.text()
    assert '示例镇<script>alert("包")</script>：自2025年1月1日起，3年' in page.text()


def test_what_displaces_what_is_said_on_both_sides(town: Site) -> None:
    links = town.pages["policies/town/commendation.html"].links
    assert links.count("../../policies/town/commendation.html#rule-by-table") >= 2  # displaced, and in an example
    assert "../../policies/town/commendation.html#rule-nested" in links


def test_a_rule_lists_the_examples_that_show_it(town: Site) -> None:
    page = town.pages["policies/town/commendation.html"]
    assert "../../policies/town/commendation.html#case-sanctioned" in page.links
    assert "未满足：有处分 <i>x</i>" in page.text()
    assert "已满足：平时表现良好" in page.text()
    assert "由其他规则代替：有处分 <i>x</i>" in page.text()


def test_an_example_says_what_is_given_and_what_is_expected(town: Site) -> None:
    said = town.pages["policies/town/commendation.html"].text()
    assert "处分（自" not in said
    assert "任职经历（自2015年1月1日起完整，此前不明）" in said
    assert "2024年3月（日不明）" in said
    assert "仍在任" in said
    assert "预期答案不符合条件" in said
    assert "拒绝判断（R005）" in said
    assert "尚需查明关于“平时表现”的认定" in said


def test_a_principle_says_that_nothing_evaluates_it(town: Site) -> None:
    assert "不由程序判断" in town.pages["principles/town/people-first.html"].text()
    assert "Nothing evaluates this" in town.pages["en/principles/town/people-first.html"].text()


def test_a_principle_check_says_what_it_forbids(town: Site) -> None:
    said = town.pages["checks/town/no-bar-by-age.html"].text()
    parts = ("由程序在政策文件上检查", "推荐表彰", "不得得出：二等；不得使人得不到：一等", "年龄、资历")
    for part in (*parts, "引用上级规定的规则除外"):
        assert part in said, part
    english = town.pages["en/checks/town/no-bar-by-age.html"].text()
    assert "not to be drawn: second rank; not to be withheld: first rank" in english
    assert "不以年龄设限" in town.pages["packs/town.html"].text()
    assert "原则检查（核对政策文件）" in town.pages["rows.html"].text()


def test_an_unverified_policy_says_so(town: Site) -> None:
    assert "本政策尚未核实" in town.pages["policies/town/later.html"].text()
    assert "count(awards) > 3" in town.pages["policies/town/later.html"].text()


def test_conditions_are_in_words_and_in_feel_of_the_readers_language(town: Site) -> None:
    zh = town.pages["policies/town/commendation.html"].text()
    en = town.pages["en/policies/town/commendation.html"].text()
    assert "没有处分计数(处分) = 0" in zh
    assert "there are no sanctions count(sanctions) = 0" in en
    assert "不少于1项，且不超过3项 [1..3]" in zh
    assert "中共党员或者群众" in zh
    assert "Party member or no affiliation" in en
    assert "取相符行的数目" in zh


def test_a_question_says_how_its_answer_is_made(town: Site) -> None:
    said = town.pages["questions/town/commendation.html"].text()
    assert "各项要求全部满足的" in said
    assert "年限不足与受过处分" in said
    assert "可以推荐表彰" in said
    assert "在镇经历不足" in town.pages["questions/national/promotion.html"].text()  # added by the pack below
