"""Files of policies on disk → checked models; every fault of every file is told at once.

In: paths. Out: `Policy`, `Principle`, `Check`, `Questions`, `Pack`, `Definitions`, `Adoption`, `CaseFile`, or a whole
pack folder. Names are not looked up and FEEL is not parsed: that is for linking.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, TypeVar

from cadre_rules.diagnostics import CadreRulesError, DocumentError, PolicyError, Text
from cadre_rules.documents import POLICY_BYTES, Mapping, Node, read_document, read_yaml
from cadre_rules.policy import messages
from cadre_rules.policy.models.base import Model, fault_at, read, suggest, wrong_type
from cadre_rules.policy.models.cases import CaseFile
from cadre_rules.policy.models.checks import Check
from cadre_rules.policy.models.packs import Adoption, Definitions, Pack
from cadre_rules.policy.models.policy_file import Policy, Principle
from cadre_rules.policy.models.questions import Questions

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable

    from cadre_rules.diagnostics import Diagnostic

T = TypeVar("T")
M = TypeVar("M", bound=Model)
PACK, QUESTIONS, DEFINITIONS, ADOPTION = "pack.yaml", "questions.yaml", "definitions.yaml", "adoption.yaml"
CASES = ".cases.yaml"
MORE_QUESTIONS = ".questions.yaml"  # a pack with many questions keeps those of a subject together
OwnFile = Policy | Principle | Check
KINDS: dict[str, type[OwnFile]] = {"policy": Policy, "principle": Principle, "check": Check}


@dataclass(frozen=True, slots=True)
class PackFiles:
    """Everything that a pack folder holds, read and checked file by file. `paths` are the files, in order."""

    path: Path
    pack: Pack
    questions: tuple[Questions, ...]
    definitions: Definitions | None
    policies: tuple[Policy, ...]
    principles: tuple[Principle, ...]
    checks: tuple[Check, ...]
    cases: tuple[CaseFile, ...]
    paths: tuple[Path, ...]


def read_policy_file(path: str | Path) -> OwnFile:
    """Read a policy, a principle or a principle check; raises `PolicyError` or `DocumentError` with every fault."""
    return parse_policy(_document(path))


def parse_policy(node: Node) -> OwnFile:
    """Return the policy, principle or principle check that a node holds; raises `PolicyError`."""
    if not isinstance(node, Mapping):
        raise PolicyError(wrong_type(node, Policy.noun))
    for key, model in KINDS.items():
        if key in node:
            return read(model, node)
    guesses = [(k, guess) for k, _ in node.entries if (guess := suggest(k.text, [*KINDS]))]
    told, guess = guesses[0] if guesses else (node, None)
    raise PolicyError(fault_at(told, messages.NOT_A_POLICY, suggestion=guess))


def parse_text(model: type[M], text: str, file: str = "<text>") -> M:
    """Return the model that a YAML text holds; raises `PolicyError` or `DocumentError`."""
    return read(model, read_yaml(text, file, limit=POLICY_BYTES))


def read_questions(path: str | Path) -> Questions:
    """Read a `questions.yaml`; raises `PolicyError` or `DocumentError`."""
    return read(Questions, _document(path))


def read_definitions(path: str | Path) -> Definitions:
    """Read a `definitions.yaml`; raises `PolicyError` or `DocumentError`."""
    return read(Definitions, _document(path))


def read_pack(path: str | Path) -> Pack:
    """Read a `pack.yaml`; raises `PolicyError` or `DocumentError`."""
    return read(Pack, _document(path))


def read_adoption(path: str | Path) -> Adoption:
    """Read an adoption file; raises `PolicyError` or `DocumentError`."""
    return read(Adoption, _document(path))


def read_cases(path: str | Path) -> CaseFile:
    """Read a case file; raises `PolicyError` or `DocumentError`."""
    return read(CaseFile, _document(path))


def _document(path: str | Path) -> Node:
    return read_document(path, limit=POLICY_BYTES)


def read_pack_folder(path: str | Path, *, cases: bool = True) -> PackFiles:
    """Read every file of a pack; `cases=False` leaves case files unread.

    Policies may lie in subfolders. Adoption files are left to `read_adoption`. Raises one `PolicyError` with
    the faults of all files, by file and line.
    """
    folder = Path(path)
    if not (folder / PACK).is_file():
        raise PolicyError(messages.NOT_A_PACK.at(folder=folder))
    faults: list[Diagnostic] = []
    pack = _attempt(read_pack, folder / PACK, faults)
    found = sorted(p for p in folder.rglob("*") if _is_file_of_pack(p, folder))
    question_paths = [p for p in (folder / QUESTIONS, *found) if _holds_questions(p)]
    questions = [q for p in question_paths if (q := _attempt(read_questions, p, faults))]
    definitions = _optional(read_definitions, folder / DEFINITIONS, faults)
    case_paths = [p for p in found if p.name.endswith(CASES)]
    policy_paths = [p for p in found if not p.name.endswith((CASES, MORE_QUESTIONS))]
    read_files = [f for p in policy_paths if (f := _attempt(read_policy_file, p, faults))]
    read_case_files = [c for p in case_paths if (c := _attempt(read_cases, p, faults))] if cases else []
    if pack:
        faults += _misnamed(pack.pack, read_files)
    faults += _named_twice(read_files)
    if faults or pack is None:
        raise PolicyError(faults)
    return PackFiles(
        path=folder,
        pack=pack,
        questions=tuple(questions),
        definitions=definitions,
        policies=tuple(f for f in read_files if isinstance(f, Policy)),
        principles=tuple(f for f in read_files if isinstance(f, Principle)),
        checks=tuple(f for f in read_files if isinstance(f, Check)),
        cases=tuple(read_case_files),
        paths=tuple(sorted([*_present(folder), *question_paths, *policy_paths, *(case_paths if cases else ())])),
    )


def _present(folder: Path) -> list[Path]:
    return [folder / name for name in (PACK, DEFINITIONS) if _is_there(folder / name)]


def _holds_questions(path: Path) -> bool:
    """Tell whether a path is `questions.yaml`, be it there or not readable, or a file of further questions."""
    return path.name.endswith(MORE_QUESTIONS) or (path.name == QUESTIONS and _is_there(path))


def _is_there(path: Path) -> bool:
    """Tell whether a name is taken, be it by a folder or a link to nowhere, which cannot be read."""
    return path.exists() or path.is_symlink()


def _is_file_of_pack(path: Path, folder: Path) -> bool:
    """Tell whether a path is a policy, principle, check or case file, or one of further questions, of the pack."""
    if path.suffix.lower() not in (".yaml", ".yml") or path.is_dir():
        return False
    inside = path.relative_to(folder)
    special = len(inside.parts) == 1 and path.name in (PACK, QUESTIONS, DEFINITIONS)
    hidden = any(part.startswith(".") for part in inside.parts)
    return not special and not hidden and path.name != ADOPTION and not path.name.endswith("." + ADOPTION)


def _attempt(reader: Callable[[Path], T], path: Path, faults: list[Diagnostic]) -> T | None:
    """Read a file, or keep its faults."""
    try:
        return reader(path)
    except DocumentError as error:
        faults += [*error.diagnostics, *_others(error)]
    except CadreRulesError as error:
        faults += error.diagnostics
    return None


def _others(error: DocumentError) -> list[Diagnostic]:
    """Return the faults of a policy of which single values could not be read, those values aside."""
    if not isinstance(error.tree, Mapping) or not KINDS.keys() & set(error.tree.keys()):
        return []
    try:
        parse_policy(error.tree)
    except PolicyError as told:
        places = {fault.position[:3] for fault in error.diagnostics if fault.position}
        return [f for f in told.diagnostics if f.position and f.position[:3] not in places]
    return []


def _optional(reader: Callable[[Path], T], path: Path, faults: list[Diagnostic]) -> T | None:
    return _attempt(reader, path, faults) if _is_there(path) else None


def _key(file: OwnFile) -> tuple[str, str]:
    """Return the key that names a file, and its full name."""
    match file:
        case Policy():
            return "policy", file.policy
        case Principle():
            return "principle", file.principle
    return "check", file.check_


def _misnamed(pack: str, files: Iterable[OwnFile]) -> list[Diagnostic]:
    """Tell files whose full name is that of another pack."""
    return [
        file.fault(messages.OTHER_PACK, _key(file)[0], pack=pack, other=file.pack)
        for file in files
        if file.pack != pack
    ]


def _named_twice(files: Iterable[OwnFile]) -> list[Diagnostic]:
    """Tell files that have the full name of an earlier one."""
    seen: dict[str, OwnFile] = {}
    faults: list[Diagnostic] = []
    for file in files:
        key, name = _key(file)
        first = seen.setdefault(name, file)
        if first is not file:
            other = str(first.position(_key(first)[0]))
            faults.append(file.fault(messages.SAME_NAME, key, name=name, other=Text(other, other)))
    return faults
