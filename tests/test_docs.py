"""The documentation is true: links resolve, every code has a page, commands and snippets show what they are said to."""

from __future__ import annotations

import doctest
import re
import shlex
from pathlib import Path

import pytest

from cadre_rules.cli.catalogue import COMMANDS
from cadre_rules.cli.helping import command_help
from cadre_rules.policy.loading import load_set
from cadre_rules.records import read_record
from tests.docs import shown
from tests.docs.fragments import FILE, written
from tests.docs.index import INDEX, index, page_codes, titles
from tests.docs.registry import registry

ROOT = Path(__file__).parents[1]
FOLDERS = ("docs", "tests", "policies", "examples", "benchmarks")
DOCUMENTS = sorted({*ROOT.glob("*.md"), *(path for folder in FOLDERS for path in (ROOT / folder).rglob("*.md"))})
PAIRS = [
    path for path in DOCUMENTS if path.with_name(f"{path.stem}.zh-CN.md").exists() and not path.stem.endswith(".zh-CN")
]
LINK = re.compile(r"\]\(([^)\s]+)\)")
FENCE = re.compile(r"^```.*?^```$", re.DOTALL | re.MULTILINE)
YAML = re.compile(r"^```yaml\n(.*?)^```$", re.DOTALL | re.MULTILINE)
SNIPPET = re.compile(r"^```pycon\n(.*?)^```$", re.DOTALL | re.MULTILINE)
LANGUAGE_PAGES = ("docs/language.md", "docs/language.zh-CN.md")


def relative(path: Path) -> str:
    return str(path.relative_to(ROOT))


def anchors(path: Path) -> set[str]:
    """Return the anchors of a document: those of its headings, as GitHub makes them, and those that it sets."""
    prose = FENCE.sub("", path.read_text(encoding="utf-8"))
    headings = re.findall(r"^#+ (.+)$", prose, re.MULTILINE)
    made = {re.sub(r"[^\w\- ]", "", heading.lower()).replace(" ", "-") for heading in headings}
    return made | set(re.findall(r'<a id="([^"]+)">', prose))


@pytest.mark.parametrize("path", DOCUMENTS, ids=relative)
def test_links_resolve(path: Path) -> None:
    for link in LINK.findall(FENCE.sub("", path.read_text(encoding="utf-8"))):
        if link.startswith(("https://", "http://")):
            continue
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        assert target.exists(), link
        assert not anchor or target.suffix != ".md" or anchor in anchors(target), link


@pytest.mark.parametrize("path", PAIRS, ids=relative)
def test_both_languages_have_the_same_sections(path: Path) -> None:
    twin = path.with_name(f"{path.stem}.zh-CN.md")
    levels = [
        [len(marks) for marks in re.findall(r"^(#+) ", FENCE.sub("", p.read_text(encoding="utf-8")), re.MULTILINE)]
        for p in (path, twin)
    ]
    assert levels[0] == levels[1]


def test_every_code_has_a_page_and_every_page_a_code() -> None:
    assert page_codes() == sorted(registry())


@pytest.mark.parametrize("code", page_codes())
def test_a_page_is_chinese_first_then_english(code: str) -> None:
    zh, en = titles(code)
    assert re.search("[\u4e00-\u9fff]", zh)
    assert not re.search("[\u4e00-\u9fff]", en)


def test_the_index_is_that_of_the_pages() -> None:
    warnings = frozenset(code for code, message in registry().items() if message.severity == "warning")
    assert INDEX.read_text(encoding="utf-8") == index(warnings)


@pytest.mark.parametrize("name", shown.DOCUMENTS)
def test_commands_show_what_is_printed(name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("CADRE_RULES_LANGUAGE", raising=False)
    found, now = (shown.HASH.sub("sha256:", text) for text in (shown.text_of(name), shown.document(name, tmp_path)))
    assert found == now, "if only the wording has changed: .venv/bin/python -m tests.docs.shown"


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md"])
def test_snippets_run(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.chdir(ROOT)
    snippets = SNIPPET.findall(shown.text_of(name))
    assert snippets
    for snippet in snippets:
        test = doctest.DocTestParser().get_doctest(snippet, {}, name, name, 0)
        assert doctest.DocTestRunner().run(test).failed == 0


@pytest.mark.parametrize("name", ["README.md", "README.zh-CN.md", "CONTRIBUTING.md", "CONTRIBUTING.zh-CN.md"])
def test_commands_exist(name: str) -> None:
    text = shown.text_of(name)
    targets = set(re.findall(r"^(\w+):", (ROOT / "Makefile").read_text(encoding="utf-8"), re.MULTILINE))
    assert set(re.findall(r"(?:^|`)make (\w+)", text, re.MULTILINE)) <= targets
    for command in re.findall(r"\.venv/bin/cadre-rules ([a-z]+)", text):
        assert command_help(COMMANDS[command], "en")


@pytest.mark.parametrize("name", LANGUAGE_PAGES)
def test_examples_of_the_language_load(name: str, tmp_path: Path) -> None:
    """Each is put into the first pack of the README, and all packs that come of it are loaded."""
    first = tmp_path / "first"
    shown.renewed(shown.text_of(name.replace("docs/language", "README")), first)
    examples = [e for e in YAML.findall(shown.text_of(name)) if not e.startswith(f"# {shown.PLACE}/")]
    assert len(examples) > 10
    for i, example in enumerate(examples):
        folder = tmp_path / str(i)
        folder.mkdir()
        world = written(example, first, folder, "town/commendation.yaml")
        adoption = world / "adoption.yaml"
        for pack in sorted(world.glob("*/pack.yaml")):
            linked, _, _ = load_set(pack.parent, adoption if adoption.exists() else None, cases=True)
            assert linked.rules
        read_record(world / "record.yaml")


def test_both_languages_have_the_same_examples() -> None:
    files = [[FILE.findall(e) or ["policy"] for e in YAML.findall(shown.text_of(name))] for name in LANGUAGE_PAGES]
    assert files[0] == files[1]
    commands = [
        [[w for w in shlex.split(c) if w not in ("--language", "en")][:3] for c in shown.commands(shown.text_of(name))]
        for name in LANGUAGE_PAGES
    ]
    assert len(commands[0]) == len(commands[1])
