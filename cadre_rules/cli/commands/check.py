"""`check`: packs, adoptions, single policy files and records → every fault and warning, as their readers see them.

In: a `Call`. Out: faults and warnings on standard output. It finds what is meant by a path; the checking is done by
whoever loads it, and by the principle checks, which are all applied to all packs.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.analysis.principles import examine
from cadre_rules.cli import messages, output
from cadre_rules.cli.packs import existing, pack_of
from cadre_rules.diagnostics import CadreRulesError, Text, UsageError
from cadre_rules.documents import POLICY_BYTES, Mapping, read_document
from cadre_rules.policy.loading import load_set
from cadre_rules.policy.reading import (
    ADOPTION,
    CASES,
    DEFINITIONS,
    MORE_QUESTIONS,
    PACK,
    QUESTIONS,
    read_cases,
    read_definitions,
    read_pack,
    read_policy_file,
    read_questions,
)
from cadre_rules.records import read_record
from cadre_rules.vocabulary import SECTIONS

if TYPE_CHECKING:
    from collections.abc import Callable

    from cadre_rules.analysis.principles import Examination
    from cadre_rules.cli.options import Call
    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.policy.linked import PolicySet

_YAML = frozenset({".yaml", ".yml"})
_RECORDS = _YAML | {".json", ".lrmx"}
_OF_PACKS = frozenset({"policy", "principle", "check", "questions", "adds_to", "definitions", "pack", "cases"})
_READERS: dict[str, Callable[[Path], object]] = {
    PACK: read_pack,
    QUESTIONS: read_questions,
    DEFINITIONS: read_definitions,
}
_ENDINGS: dict[str, Callable[[Path], object]] = {CASES: read_cases, MORE_QUESTIONS: read_questions}


@dataclass
class _Checking:
    """What was checked so far, and what was found; a fault or warning that several ways lead to is told once."""

    records: bool
    checked: dict[str, None] = field(default_factory=dict)
    found: dict[Diagnostic, None] = field(default_factory=dict)
    sets: list[PolicySet] = field(default_factory=list)

    def path(self, path: Path) -> None:
        """Check what stands at a path; raises `UsageError` where nothing there can be checked."""
        if path.is_dir():
            self.folder(path)
        else:
            self.file(path)

    def folder(self, folder: Path) -> None:
        """Check the packs and adoptions in and below a folder, and the records if they are asked for."""
        files = _files(folder)
        packs = [p.parent for p in files if p.name == PACK]
        loose = [p for p in files if pack_of(p) is None]
        named = [p for p in files if p not in loose and p.name.endswith(ADOPTION)]
        adoptions = [*(p for p in loose if p.suffix in _YAML and _kind(p) == "adoption"), *named]
        for pack in packs:
            self.pack(pack)
        records = [p for p in loose if _kind(p, broken="record") == "record"] if self.records else []
        for path in adoptions:
            self.attempt(path, load_set)
        for path in records:
            self.attempt(path, read_record)
        if not (packs or adoptions or records):
            raise UsageError(messages.NOTHING_TO_CHECK.at(found=output.near(folder)))

    def file(self, path: Path) -> None:
        pack = pack_of(path)
        kind = _kind(path)
        if self.records and pack is None and kind == "other" and not _is_policy(path):
            kind = "record"
        if kind == "record":
            if not self.records:
                raise UsageError(messages.LOOKS_LIKE_RECORD.at(found=str(path)))
            self.attempt(path, read_record)
        elif kind == "adoption":
            self.attempt(path, load_set)
        elif pack is not None:
            self.pack(Path(output.near(pack)))
        else:
            ending = next((end for end in _ENDINGS if path.name.endswith(end)), "")
            reader = _ENDINGS.get(ending) or _READERS.get(path.name, read_policy_file)
            if self.attempt(path, reader):
                self.found[messages.NO_PACK.at(found=str(path))] = None

    def pack(self, folder: Path) -> None:
        self.attempt(folder, lambda path: load_set(path, cases=True))

    def attempt(self, path: Path, load: Callable[[Path], object]) -> bool:
        """Load something, and keep its faults or warnings; return whether it has no faults."""
        self.checked[output.near(path)] = None
        try:
            loaded = load(path)
        except CadreRulesError as error:
            self.found |= dict.fromkeys(error.diagnostics)
            return False
        if isinstance(loaded, tuple):
            self.found |= dict.fromkeys(loaded[0].warnings)
            self.sets.append(loaded[0])
        return True

    def principles(self) -> Examination:
        """Apply all principle checks that were found to all packs that were, and keep the breaches."""
        made = examine(self.sets)
        self.found |= dict.fromkeys(made.diagnostics)
        return made


def _files(folder: Path) -> list[Path]:
    """Return the files in and below a folder that may be checked; hidden folders are left out."""
    found: list[Path] = []
    for inside, folders, names in os.walk(folder):
        folders[:] = [name for name in folders if not name.startswith(".")]
        found += [Path(inside, name) for name in names if Path(name).suffix.lower() in _RECORDS]
    return sorted(found)


def _kind(path: Path, broken: str = "other") -> str:
    """Return what a file is by its first look: an adoption, a record, or anything else; `broken` if that fails."""
    if path.suffix.lower() == ".lrmx":
        return "record"
    try:
        node = read_document(path, limit=POLICY_BYTES)
    except CadreRulesError:  # its faults are told by whoever reads it in earnest
        return broken
    if not isinstance(node, Mapping):
        return "other"
    if "adoption" in node and "policy" not in node:
        return "adoption"
    names = {name for root in SECTIONS for name in (root.en, root.zh)}
    return "record" if names.intersection(node.keys()) and "definitions" not in node else "other"


def _is_policy(path: Path) -> bool:
    """Tell whether a file that lies in no pack begins as a file of a pack does."""
    try:
        node = read_document(path, limit=POLICY_BYTES)
    except CadreRulesError:
        return False
    return isinstance(node, Mapping) and not _OF_PACKS.isdisjoint(node.keys())


def run(call: Call) -> int:
    """Check everything; the exit code is 1 if there is a fault."""
    checking = _Checking(call.flag("--records"))
    for word in call.words["PATH"]:
        checking.path(existing(word))
    principles = checking.principles()
    found = sorted(checking.found, key=lambda d: d.severity)
    errors = sum(d.severity == "error" for d in found)
    warnings = len(found) - errors
    if call.json:
        data = {
            "checked": list(checking.checked),
            "principle_checks": [c.id for c in principles.checks],
            "errors": errors,
            "warnings": warnings,
            "diagnostics": [d.to_dict() for d in found],
        }
        output.json_result(data)
    else:
        for diagnostic in found:
            output.result(diagnostic.render(call.language) + "\n")
        if principles.checks:
            output.result(_made(principles).in_(call.language))
        output.result(_summary(list(checking.checked), errors, warnings).in_(call.language))
    return 1 if errors else 0


def _made(principles: Examination) -> Text:
    """Say how many principle checks were made."""
    checks, packs = len(principles.checks), len(principles.packs)
    return Text(
        f"对 {packs} 个政策包作了 {checks} 项原则检查。",
        f"made {checks} principle check{'' if checks == 1 else 's'} on {packs} pack{'' if packs == 1 else 's'}.",
    )


def _summary(checked: list[str], errors: int, warnings: int) -> Text:
    count = len(checked)
    what = Text(
        f"检查了 {count} 项（{'、'.join(checked)}）",
        f"checked {count} ({', '.join(checked)})",
    )
    if not errors and not warnings:
        return Text(f"{what.zh}：没有错误。", f"{what.en}: no faults.")
    en = [f"{n} {word}{'' if n == 1 else 's'}" for n, word in ((errors, "fault"), (warnings, "warning")) if n]
    zh = [f"{n} 处{word}" for n, word in ((errors, "错误"), (warnings, "提醒")) if n]
    return Text(f"{what.zh}：{'，'.join(zh)}。", f"{what.en}: {', '.join(en)}.")
