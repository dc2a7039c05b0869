"""Pages hold together: links lead somewhere, languages do not mix, nothing is loaded from a network."""

from __future__ import annotations

import re
from pathlib import PurePosixPath
from typing import TYPE_CHECKING
from urllib.parse import unquote

import pytest

if TYPE_CHECKING:
    from tests.handbook.site import Page, Site

WORLDS = ("town", "shipped")
HAN = re.compile("[\u4e00-\u9fff]")
LATIN = re.compile(r"[A-Za-z]{2,}")
# What may be in Latin letters on a Chinese page outside of code and quotations: names of formats, the word for the
# other language, entries of the inventory with their places, codes of faults, ids of items of a record.
ENGLISH = re.compile(
    r"<[^>]*>|alert\([^)]*\)|&amp;|FEEL|English|YAML|(?<![A-Za-z])[A-Z]{1,3}(?:-?\d+)?(?![A-Za-z])|[a-z_]+-\d+"
)


@pytest.fixture(params=WORLDS)
def site(request: pytest.FixtureRequest) -> Site:
    found: Site = request.getfixturevalue(request.param)
    return found


def resolved(page: str, link: str) -> tuple[str, str]:
    """Return the page and the anchor to which a link leads."""
    path, _, anchor = link.partition("#")
    parts = list(PurePosixPath(page).parent.parts)
    for part in unquote(path).split("?")[0].split("/") if path else ():
        if part == "..":
            assert parts, f"{page}: {link} leads out of the handbook"
            parts.pop()
        elif part != ".":
            parts.append(part)
    return "/".join(parts) if path else page, unquote(anchor)


def test_every_link_leads_somewhere(site: Site) -> None:
    files = {str(p.relative_to(site.folder)) for p in site.folder.rglob("*") if p.is_file()}
    broken = []
    for name, page in site.pages.items():
        for link in page.links:
            target, anchor = resolved(name, link)
            if target not in files or (anchor and target in site.pages and anchor not in site.pages[target].ids):
                broken.append((name, link))
    assert broken == []


def test_nothing_comes_from_a_network(site: Site) -> None:
    for name, page in site.pages.items():
        assert [link for link in page.links if re.match(r"[a-z]+:|//", link)] == [], name
    for style in site.folder.rglob("*.css"):
        assert "http" not in re.sub(
            r"/\*.*?\*/|https?://www\.w3\.org/\S*", "", style.read_text(encoding="utf-8"), flags=re.S
        ), style


def test_ids_are_unique_on_a_page(site: Site) -> None:
    for name, page in site.pages.items():
        ids = [i for i in page.ids if not i.startswith("svg-")]
        assert len(ids) == len(set(ids)), name


def test_every_page_has_its_twin(site: Site) -> None:
    zh, en = site.of("zh"), site.of("en")
    assert set(zh) == set(en)
    for name in zh:
        up = "../" * name.count("/")
        assert f"{up}en/{name}" in zh[name].links
        assert f"{up}../{name}" in en[name].links
        sections = [[i for i in page.ids if i.startswith(("rule-", "case-", "row-"))] for page in (zh[name], en[name])]
        assert sections[0] == sections[1]


def test_pages_say_their_language(site: Site) -> None:
    for language, code in (("zh", "zh-CN"), ("en", "en")):
        for page in site.of(language).values():
            assert page.tags[0] == ("html", {**page.tags[0][1], "lang": code})


def leaks(page: Page) -> list[str]:
    """Return the English words on a Chinese page outside of code."""
    shown = ENGLISH.sub(" ", page.text("code", "pre", "blockquote"))
    labels = " ".join(a.get("aria-label", "") + " " + a.get("placeholder", "") for _, a in page.tags)
    return LATIN.findall(shown + " " + labels)


def test_no_english_on_chinese_pages(town: Site) -> None:
    """The made-up pack has a text in both languages for everything, so that English can only be ours."""
    pages = {name: page for name, page in town.of("zh").items() if "national" not in name and name != "counting.html"}
    assert {name: words for name, page in pages.items() if (words := leaks(page))} == {}


def test_no_english_in_the_frame_of_chinese_pages(shipped: Site) -> None:
    """Records of examples may hold any word; what stands around them is Chinese."""
    for name, page in shipped.of("zh").items():
        titles = [ENGLISH.sub(" ", t) for t in page.titles("h1", "h2", "h3", "dt", "label", "summary", "strong")]
        assert [t for t in titles if LATIN.search(t)] == [], name


def test_no_chinese_in_the_frame_of_english_pages(shipped: Site) -> None:
    for name, page in shipped.of("en").items():
        titles = [t for t in page.titles("h1", "h2", "h3", "dt", "th", "label", "caption") if t != "#"]
        assert [t for t in titles if HAN.search(t)] == [], name


@pytest.mark.parametrize("language", ["zh", "en"])
def test_no_name_is_shown_where_there_is_a_title(shipped: Site, language: str) -> None:
    """Links to policies, rules and questions are worded; a name of a file in one would be code."""
    for name, page in shipped.of(language).items():
        shown = [data for way, data in page.pieces if "a" in way and "code" in way]
        assert shown == [], name


def test_markup_in_texts_is_harmless(town: Site) -> None:
    for name, page in town.pages.items():
        assert not [a for _, a in page.tags if any(key.startswith("on") for key in a)], name
        scripts = [a.get("src", "") for tag, a in page.tags if tag == "script"]
        inline = [s for s in scripts if not s]
        assert len(inline) == 1, name  # the theme's, for light and dark
        assert not [tag for tag, _ in page.tags if tag in ("img", "i", "b")], name
    page = town.pages["policies/town/commendation.html"]
    title = "表彰条件 <script>alert('策')</script> *a* [b](c) `d` {e} $f$ # <!-- &amp; | \\"
    assert "".join(page.titles("h1")).startswith(title)
    assert f"{title} - 干部政策手册" in page.titles("title")
    index = (town.folder / "_static" / "search-index.js").read_text(encoding="utf-8")
    assert "<" not in index
