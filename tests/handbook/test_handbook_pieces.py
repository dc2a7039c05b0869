"""Pieces of pages mean nothing but their texts, whatever these are; the index for searching has all of them."""

from __future__ import annotations

import json
from html.parser import HTMLParser

from hypothesis import given
from hypothesis import strategies as st
from markdown_it import MarkdownIt

from cadre_rules.handbook import pieces
from cadre_rules.handbook.searching import entries, script

TEXTS = st.text(st.characters(exclude_categories=("Cs",)), max_size=40)
MARKUP = st.text("<>&\"'`*_[](){}#|\\:!-~ \n\x02\x03aé政", max_size=30)
ANY = TEXTS | MARKUP


class Reader(HTMLParser):
    def __init__(self, html: str) -> None:
        super().__init__()
        self.tags: list[str] = []
        self.data: list[str] = []
        self.feed(html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.tags.append(tag)

    def handle_data(self, data: str) -> None:
        self.data.append(data)


def plain(said: str) -> str:
    return " ".join("".join(" " if ord(c) < 32 or ord(c) == 127 else c for c in said).split())


@given(ANY)
def test_a_text_is_only_text(said: str) -> None:
    for piece in (pieces.text(said), pieces.code(said), pieces.badge(said, "x"), pieces.quotation(said)):
        found = Reader(piece)
        assert "".join(found.data) == plain(said)
        assert found.tags in ([], ["code"], ["span"], ["blockquote"])


@given(ANY, ANY)
def test_a_page_has_the_heading_that_was_asked_for_and_html(title: str, body: str) -> None:
    html = pieces.blocks(pieces.text(body), pieces.listing(body))
    tokens = MarkdownIt().parse(pieces.page(pieces.blocks(pieces.heading(1, f"题{title}"), html), "a/b"))
    assert [token.type for token in tokens] == ["heading_open", "inline", "heading_close", "fence"]
    assert {child.type for child in tokens[1].children or ()} <= {"text", "text_special"}
    assert "".join(child.content for child in tokens[1].children or ()) == plain(f"题{title}")
    assert (tokens[3].info, tokens[3].content.strip()) == ("{raw} html", html.strip())


def test_links_are_relative_to_their_page() -> None:
    link = pieces.link("政策", "policies/a/b", "rule-x")
    assert 'href="../policies/a/b.html#rule-x"' in pieces.page(pieces.blocks(link), "packs/a")
    assert 'href="policies/a/b.html#rule-x"' in pieces.page(pieces.blocks(link), "index")
    quoted = pieces.text('<a href="page:x">')
    assert "page:x" in pieces.page(pieces.blocks(quoted), "index")


def test_blocks_wrap_what_stands_in_a_line() -> None:
    assert pieces.blocks("a", "", "<ul></ul>", "<span>b</span>") == "<p>a</p>\n<ul></ul>\n<p><span>b</span></p>"


HTML = """<section id="top"><h1>题<a class="headerlink" href="#top">#</a></h1><p>前言 。</p>
<section id="rule-x"><h2>规则</h2><dl><dt>要求</dt><dd>满 <code class="literal feel">x &gt; 1</code>二年</dd></dl>
<details class="example" id="case-a"><summary>案例<span class="badge answer">符合</span></summary>
<p>甲 &amp; 乙</p></details>
</section></section>"""


def test_each_section_and_example_is_an_entry() -> None:
    assert entries(HTML, "a.html", "：") == [
        ("page", "a.html", "题", "", "前言。"),
        ("section", "a.html#rule-x", "规则", "题", "要求：满 二年"),
        ("example", "a.html#case-a", "案例", "题", "甲 & 乙"),
    ]


@given(st.lists(st.tuples(ANY, ANY, ANY, ANY, ANY), max_size=3))
def test_the_index_is_data_and_ends_no_script(found: list[tuple[str, str, str, str, str]]) -> None:
    text = script(found)
    assert "<" not in text
    assert "\u2028" not in text
    data = text.removeprefix("window.handbookIndex=").removesuffix(";\n")
    assert json.loads(data) == [list(entry) for entry in found]
