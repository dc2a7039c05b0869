"""`fmt`: the FEEL texts of policy files in the language asked for.

In: a `Call`. Out: files written in place; or, for `--check` and `--diff`, nothing but what would change. Nothing is
written before every file is known to keep its meaning.
"""

from __future__ import annotations

import difflib
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.cli import output
from cadre_rules.cli.packs import file_at
from cadre_rules.diagnostics import Text
from cadre_rules.documents import replace_file
from cadre_rules.policy.rewriting import Rewritten, rewrite

if TYPE_CHECKING:
    from cadre_rules.cli.options import Call

_NAMES = {"zh": Text("中文", "Chinese"), "en": Text("英文", "English")}


def run(call: Call) -> int:
    """Rewrite the files; with `--check` the exit code is 1 if one would change."""
    target = call.option("--language")
    paths = [Path(word) if Path(word).is_dir() else file_at(word) for word in call.words["FILE"]]
    results = rewrite(paths, "zh" if target == "zh" else "en")
    changed = [result for result in results if result.changed]
    check, diff = call.flag("--check"), call.flag("--diff")
    for result in changed:
        if diff:
            output.result(_difference(result))
        else:
            output.result(output.near(result.path))
        if not (check or diff):
            replace_file(result.path, result.after)
    output.message(_summary(len(changed), len(results), str(target), done=not (check or diff)), call.language)
    return 1 if check and changed else 0


def _summary(changed: int, total: int, target: str, *, done: bool) -> Text:
    language = _NAMES[target]
    if not changed:
        return Text(
            f"{total} 个文件的 FEEL 文字已全为{language.zh}。",
            f"nothing to change: all FEEL texts of {_files(total)} are in {language.en}.",
        )
    if done:
        return Text(
            f"共 {total} 个文件，{changed} 个已改写为{language.zh}。",
            f"{changed} of {_files(total)} rewritten in {language.en}.",
        )
    return Text(
        f"共 {total} 个文件，{changed} 个须改写为{language.zh}。",
        f"{changed} of {_files(total)} would be rewritten in {language.en}.",
    )


def _files(count: int) -> str:
    return "1 file" if count == 1 else f"{count} files"


def _difference(result: Rewritten) -> str:
    """Return what changes, as a unified difference."""
    name = output.near(result.path)
    before, after = (data.decode("utf-8").splitlines() for data in (result.before, result.after))
    return "\n".join(difflib.unified_diff(before, after, name, name, lineterm="", n=1))
