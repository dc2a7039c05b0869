"""The handbook: the packs as a static site in both languages, to be read without a network."""

from __future__ import annotations

import tempfile
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

__all__ = ["write_handbook"]


def write_handbook(paths: Iterable[str], out: str | Path, told: Callable[[Text], None]) -> int:
    """Write the handbook of the packs at some places into a folder; return how many pages it has.

    `told` hears what is being done. Raises `PolicyError`, `DocumentError` or `UsageError`; nothing is written then.
    """
    from cadre_rules.handbook.book import gather
    from cadre_rules.handbook.build import build, check_generator
    from cadre_rules.handbook.examples import with_examples
    from cadre_rules.handbook.output import check_folder, put_in_place
    from cadre_rules.handbook.sources import sources

    check_generator()
    check_folder(Path(out))
    told(Text("正在读取政策包……", "reading the packs …"))
    book = gather(paths)
    book = with_examples(book, lambda n: told(Text(f"正在运行 {n} 个案例……", f"running {n} examples …")))
    pages = 0
    with tempfile.TemporaryDirectory(prefix="cadre-rules-handbook-") as name:
        site = Path(name, "site")
        for language, folder in (("zh", site), ("en", site / "en")):
            made = sources(book, "zh" if language == "zh" else "en")
            count = len(made.pages) + 1
            words = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}[language]
            told(Text(f"正在生成{words.zh}页面，共 {count} 页……", f"making {count} pages in {words.en} …"))
            warned = build(made, folder)
            if warned:
                told(Text(warned.rstrip(), warned.rstrip()))
            pages += count
        put_in_place(site, Path(out))
    return pages
