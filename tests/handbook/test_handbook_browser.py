"""The handbook in a real browser, from its folder and without a network: scripts run, searching finds, folds open.

Where no browser is at hand these tests are skipped, and the run says so; with CADRE_RULES_NEED_BROWSER set, as in
`.ci/run`, they fail instead. `.ci/install-browser` installs one.
"""

from __future__ import annotations

import os
import shutil
import subprocess
from typing import TYPE_CHECKING
from urllib.parse import quote

import pytest

from tests.handbook.site import Page, Site

if TYPE_CHECKING:
    from pathlib import Path

NAMES = ("chromium", "chromium-browser", "google-chrome")
MISSING = "NOT RUN: the handbook was opened in no browser, because there is no chromium (see .ci/install-browser)"
LOOSE = "--headless --no-sandbox --disable-gpu --disable-dev-shm-usage --no-first-run --virtual-time-budget=20000"
OFFLINE = "--host-resolver-rules=MAP * ~NOTFOUND"


@pytest.fixture(scope="module")
def browser() -> str:
    found = next((path for name in NAMES if (path := shutil.which(name))), None)
    if found is None and os.environ.get("CADRE_RULES_NEED_BROWSER"):
        pytest.fail(MISSING)
    if found is None:
        pytest.skip(MISSING)
    return found


def opened(browser: str, site: Site, address: str, folder: Path) -> Page:
    """Return a page as it is after its scripts have run; nothing may be told on the console."""
    options = [
        *LOOSE.split(),
        OFFLINE,
        f"--user-data-dir={folder / 'profile'}",
        "--enable-logging=stderr",
        "--dump-dom",
    ]
    ran = subprocess.run([browser, *options, f"file://{site.folder}/{address}"], capture_output=True, check=True)
    told = [line for line in ran.stderr.decode("utf-8", "replace").splitlines() if "CONSOLE" in line]
    assert told == []
    path = folder / "seen.html"
    path.write_bytes(ran.stdout)
    return Page(path)


@pytest.mark.parametrize("address", ["index.html", "en/index.html", "policies/town/commendation.html", "en/rows.html"])
def test_a_page_opens_without_a_fault(address: str, browser: str, town: Site, tmp_path: Path) -> None:
    assert opened(browser, town, address, tmp_path).titles("h1")


@pytest.mark.parametrize(
    ("page", "words", "first", "said"),
    [
        ("search.html", "以人民为中心", "principles/town/people-first.html", "找到"),
        ("search.html", "zz-10", "policies/town/commendation.html", "找到"),
        ("search.html", "表彰 三项要求", "policies/town/commendation.html#rule-nested", "找到"),
        ("search.html", "人民中心", "principles/town/people-first.html", "以下内容相近"),
        ("search.html", "飞行器", None, "没有找到“飞行器”"),
        ("en/search.html", "people first", "principles/town/people-first.html", "found"),
        ("search.html", "", None, "输入要找的词"),
    ],
)
def test_searching(
    page: str, words: str, first: str | None, said: str, browser: str, town: Site, tmp_path: Path
) -> None:
    seen = opened(browser, town, f"{page}?q={quote(words)}", tmp_path)
    assert said in seen.text()
    after = seen.tags[seen.tags.index(("ol", {"id": "search-results"})) :]
    found = [a["href"] for tag, a in after if tag == "a"]
    assert (first in found[:3]) if first else found == []


def test_an_address_opens_the_example_that_it_names(browser: str, town: Site, tmp_path: Path) -> None:
    seen = opened(browser, town, "policies/town/commendation.html#case-conduct-good", tmp_path)
    folds = {a["id"]: "open" in a for tag, a in seen.tags if tag == "details"}
    assert folds == {
        "case-sanctioned": False,
        "case-conduct-open": False,
        "case-conduct-good": True,
        "case-refused": False,
    }
