"""`schema`: the published JSON Schemas, and how an editor is told of them.

In: a `Call`. Out: a schema on standard output, or files. The schemas are read as they were published; nothing is
generated.
"""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

import cadre_rules
from cadre_rules.cli import messages, output
from cadre_rules.cli.wording import listed
from cadre_rules.diagnostics import Text, UsageError, nearest

if TYPE_CHECKING:
    from cadre_rules.cli.options import Call

_ROOMS = ("policy", "records", "explain")
_VERSION = "v1"
_MEANING = {
    "policy": Text("政策文件", "a policy file"),
    "principle": Text("原则文件", "a principle file"),
    "check": Text("原则检查文件", "a principle check file"),
    "questions": Text("问题文件 questions.yaml", "questions.yaml"),
    "pack": Text("政策包文件 pack.yaml", "pack.yaml"),
    "definitions": Text("定义文件 definitions.yaml", "definitions.yaml"),
    "adoption": Text("采用文件", "an adoption file"),
    "cases": Text("案例文件 *.cases.yaml", "a case file, *.cases.yaml"),
    "record": Text("档案", "a record"),
    "decision": Text("decide --format json 输出的判断", "a decision, as decide --format json prints it"),
}
_MODELINE = Text(
    "VS Code 的 YAML 扩展（redhat.vscode-yaml）按文件第一行找到结构：\n# yaml-language-server: $schema={path}",
    "VS Code's YAML extension (redhat.vscode-yaml) finds the schema by the first line of a file:\n"
    "# yaml-language-server: $schema={path}",
)


def published() -> dict[str, Path]:
    """Return the files of the published schemas, by kind."""
    root = Path(cadre_rules.__file__).parent
    return {p.stem: p for room in _ROOMS for p in sorted((root / room / "schemas" / _VERSION).glob("*.json"))}


def run(call: Call) -> int:
    """Print a schema, list the kinds, or write files."""
    known, kind, out = published(), call.perhaps("KIND"), call.option("--out")
    if kind is not None and kind not in known:
        guess = nearest(kind, known)
        raise UsageError(messages.NOT_ONE_OF.at(suggestion=guess, name="KIND", found=kind, known=listed(known)))
    chosen = {kind: known[kind]} if kind is not None else known
    if out is not None:
        _write(call, chosen, Path(out))
    elif kind is not None:
        output.result(known[kind].read_text(encoding="utf-8"))
        if kind != "decision":
            output.message(_MODELINE.format(path=output.near(known[kind])), call.language)
    else:
        for name, path in known.items():
            meaning = _MEANING.get(name, Text(name, name)).in_(call.language)
            output.result(f"{name:<12} {meaning}　{output.near(path)}")
        output.message(_MODELINE.format(path=output.near(known["policy"])), call.language)
    return 0


def _write(call: Call, chosen: dict[str, Path], folder: Path) -> None:
    folder.mkdir(parents=True, exist_ok=True)
    for name, path in chosen.items():
        target = folder / f"{name}.json"
        target.write_bytes(path.read_bytes())
        output.result(output.near(target))
    first = next(iter(chosen))
    output.message(_MODELINE.format(path=output.near(folder / f"{first}.json")), call.language)
