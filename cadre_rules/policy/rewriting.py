"""Rewrites the FEEL texts of policy files from one language to the other; every other byte stays as it is.

In: files of packs, a language. Out: `Rewritten`, the bytes before and after. Only words that have a name in both
languages are touched, where they stand. A scalar is put into quotes, or taken out of them, only where YAML asks for it.
What was rewritten is linked again: trees that differ are a fault, and nothing is returned.
"""

from __future__ import annotations

import os
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path
from typing import TYPE_CHECKING, Final

from cadre_rules.diagnostics import CadreRulesError, Message, PolicyError, Text, UsageError
from cadre_rules.documents import POLICY_BYTES, Mapping, Node, Scalar, Sequence, load_bytes, read_yaml
from cadre_rules.feel.fmt import translate
from cadre_rules.policy.link import link
from cadre_rules.policy.loading import load_set
from cadre_rules.policy.models.base import read
from cadre_rules.policy.models.packs import Definitions
from cadre_rules.policy.models.policy_file import Policy
from cadre_rules.policy.models.questions import Questions
from cadre_rules.policy.reading import CASES, DEFINITIONS, PACK, PackFiles, parse_policy

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator

    from cadre_rules.diagnostics import Language
    from cadre_rules.feel.checker import Checked, Mention
    from cadre_rules.policy.linked import PolicySet
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.texts import Texts

NOT_REWRITTEN: Final = Message(
    "P201",
    Text(
        "「{found}」不是政策包中的政策、问题或者定义文件",
        "`{found}` is not a policy, questions or definitions file of a pack",
    ),
    Text(
        "FEEL 文字只在这几种文件里；文件要放在有 pack.yaml 的文件夹中。",
        "only those have FEEL texts; the file has to be in a folder with a pack.yaml",
    ),
)
OTHER_MEANING: Final = Message(
    "P202",
    Text(
        "改写之后「{text}」的含义会改变，没有改写",
        "`{text}` would mean something else when rewritten, so nothing was rewritten",
    ),
    Text(
        "其中有两个名称的另一种语言相同，请修改其中一个的标题。{reason}",
        "two of its names are the same in the other language; change the title of one of them. {reason}",
    ),
)
TWO_MEANINGS: Final = Message(
    "P203",
    Text(
        "这段文字通过别名用在几处，各处的译法不同，没有改写",
        "this text is used at several places by an alias and would differ between them, so nothing was rewritten",
    ),
    Text("请在各处分别写出这段文字，不用别名。", "write the text out at each place instead of the alias"),
)


@dataclass(frozen=True)
class Rewritten:
    """A file and its contents in the language asked for. `texts` is how many of its FEEL texts have changed."""

    path: Path
    before: bytes
    after: bytes
    texts: int

    @property
    def changed(self) -> bool:
        """Whether anything has changed."""
        return self.before != self.after


@dataclass(frozen=True)
class _Edit:
    """What a scalar becomes: the whole of it as a file has it, quotes included."""

    scalar: Scalar
    raw: str
    text: str


def rewrite(paths: Iterable[str | Path], language: Language) -> list[Rewritten]:
    """Return files (all of them, for the folder of a pack) with their FEEL texts in `language`; writes nothing.

    Raises `PolicyError` or `DocumentError` for packs with faults, P201 for other files, P202 and P203 where the
    meaning would change.
    """
    chosen: dict[Path, dict[Path, Path]] = {}
    for path in map(Path, paths):
        folder = path if (path / PACK).is_file() else _pack_of(path)
        files = chosen.setdefault(folder.resolve(), {})
        if path == folder:
            files |= {p.resolve(): p for p in _files_of(folder)}
        else:
            files[path.resolve()] = path
    return [r for folder, files in chosen.items() for r in _rewrite_pack(folder, files, language)]


def _pack_of(path: Path) -> Path:
    folder = next((f for f in path.absolute().parents if (f / PACK).is_file()), None)
    if folder is None or not path.is_file():
        if not path.is_dir():
            load_bytes(path, POLICY_BYTES)  # tells a file that is not there
        raise UsageError(NOT_REWRITTEN.at(found=str(path)))
    return folder if path.is_absolute() else Path(os.path.relpath(folder))


def _files_of(folder: Path) -> list[Path]:
    _, _, packs = load_set(folder)
    return [p for p in _own(packs, folder).paths if p.name != PACK]


def _own(packs: tuple[PackFiles, ...], folder: Path) -> PackFiles:
    return next(pack for pack in packs if pack.path.resolve() == folder.resolve())


def _rewrite_pack(folder: Path, files: dict[Path, Path], language: Language) -> list[Rewritten]:
    linked, texts, packs = load_set(folder)
    pack = _own(packs, folder)
    known = {p.resolve(): p for p in pack.paths if p.name != PACK and not p.name.endswith(CASES)}
    strange = [given for whole, given in files.items() if whole not in known]
    if strange:
        raise UsageError(NOT_REWRITTEN.at(found=str(path)) for path in strange)
    edits: dict[Path, list[_Edit]] = {whole: [] for whole in files}
    for edit in _edits(texts, {str(known[whole]) for whole in files}, language):
        edits[Path(edit.scalar.document.file).resolve()].append(edit)
    contents = {whole: load_bytes(path, POLICY_BYTES) for whole, path in files.items()}
    after = {whole: _applied(contents[whole], edits[whole]) for whole in files}
    changed = {str(known[w]): data for w, data in after.items() if data != contents[w]}
    if changed:
        _prove(linked, texts, packs, pack, changed)
    return [Rewritten(p, contents[w], after[w], len(edits[w])) for w, p in files.items()]


def _edits(texts: Texts, files: set[str], language: Language) -> Iterator[_Edit]:
    """Return what the scalars of `files` become; raises `PolicyError` P203."""
    found: dict[tuple[str, int], _Edit] = {}
    brackets: dict[str, list[tuple[int, int]]] = {}
    for text, checked in texts.checked:
        document, start = text.node.document, text.node.start
        if document.file not in files:
            continue
        if document.file not in brackets:
            brackets[document.file] = _brackets(_tree(document.text, document.file))
        flow = any(begin < start < end for begin, end in brackets[document.file])
        edit = _edit(text, checked, language, flow)
        first = found.setdefault((document.file, start), edit)
        if first.text != edit.text:
            raise PolicyError(text.node.fault(TWO_MEANINGS))
    yield from (edit for edit in found.values() if edit.text != edit.scalar.text)


def _tree(text: str, file: str) -> Node:
    return read_yaml(text, file, limit=POLICY_BYTES)


def _brackets(node: Node) -> list[tuple[int, int]]:
    """Return where the lists and mappings in brackets stand, in which a plain scalar has fewer characters."""
    opens = not isinstance(node, Scalar) and node.document.text[node.start : node.start + 1] in ("[", "{")
    own = [(node.start, node.end)] if opens else []
    return [*own, *(found for child in _children(node) for found in _brackets(child))]


def _children(node: Node) -> list[Node]:
    if isinstance(node, Mapping):
        return [part for entry in node.entries for part in entry]
    return list(node.items) if isinstance(node, Sequence) else []


def _edit(text: FeelText, checked: Checked, language: Language, flow: bool) -> _Edit:
    """Put every word that has another name into its place in the scalar as it is written.

    `flow` says that the scalar stands in brackets.
    """
    scalar = text.node
    raw = scalar.document.text[scalar.start : scalar.end]
    new = translate(text.text, checked, language)
    out: list[str] = []
    done = 0
    for mention in checked.mentions:
        word = _word(text.text, checked, mention, language)
        if word == text.text[mention.span.start : mention.span.end]:
            continue
        begin, end = _place(scalar, raw, mention)
        out += raw[done:begin], _escaped(word, scalar.style)
        done = end
    return _Edit(scalar, _quoted(scalar, raw, "".join([*out, raw[done:]]), new, flow), new)


def _word(text: str, checked: Checked, mention: Mention, language: Language) -> str:
    """Return the word of one mention in `language`."""
    alone = translate(text, replace(checked, mentions=(mention,)), language)
    return alone[mention.span.start : len(alone) - (len(text) - mention.span.end)]


def _place(scalar: Scalar, raw: str, mention: Mention) -> tuple[int, int]:
    """Return where the word of a mention stands in the raw scalar, blanks at the end of its line left out."""
    begin = scalar.source.offset(mention.span.start) - scalar.start
    end = scalar.source.offset(mention.span.end) - scalar.start
    if scalar.style not in ("single", "double"):
        end = scalar.source.offset(mention.span.end - 1) - scalar.start + 1
    return begin, begin + len(raw[begin:end].rstrip())


def _escaped(word: str, style: str) -> str:
    if style == "double":
        return word.replace("\\", "\\\\").replace('"', '\\"')
    return word.replace("'", "''") if style == "single" else word


def _quoted(scalar: Scalar, before: str, after: str, text: str, flow: bool) -> str:
    """Return the new raw scalar with single quotes added if it needs them, or left out if only the old one did."""
    if scalar.style == "plain" and not _is_plain(after, text, flow):
        return "'" + after.replace("'", "''") + "'"
    if scalar.style == "single" and after != before:
        bare, old = after[1:-1].replace("''", "'"), before[1:-1].replace("''", "'")
        if _is_plain(bare, text, flow) and not _is_plain(old, scalar.text, flow):
            return bare
    return after


def _is_plain(raw: str, text: str, flow: bool) -> bool:
    """Return whether a text means itself without quotes."""
    try:
        node = _tree(f"[{raw}]" if flow else f"k: {raw}\n", "<text>")
    except CadreRulesError:
        return False
    found = _children(node)[-1]
    return (
        isinstance(found, Scalar)
        and len(_children(node)) == (1 if flow else 2)
        and (found.text, found.style) == (text, "plain")
        and found.value is not None
        and not isinstance(found.value, date)
    )


def _applied(data: bytes, edits: list[_Edit]) -> bytes:
    """Return the contents of a file with the edits; line ends and a byte order mark stay."""
    text = data.decode("utf-8")
    shift = 1 if text.startswith("\ufeff") else 0
    index: range | list[int] = range(shift, len(text) + 1)
    if "\r\n" in text:
        index = [i for i, c in enumerate(text + "\0") if i >= shift and text[i - 1 : i + 1] != "\r\n"]
    out: list[str] = []
    done = 0
    for edit in sorted(edits, key=lambda e: e.scalar.start):
        begin, end = index[edit.scalar.start], index[edit.scalar.end]
        raw = edit.raw.replace("\n", "\r\n") if "\r\n" in text[begin:end] else edit.raw
        out += text[done:begin], raw
        done = end
    return "".join([*out, text[done:]]).encode("utf-8")


def _prove(
    linked: PolicySet, texts: Texts, packs: tuple[PackFiles, ...], pack: PackFiles, changed: dict[str, bytes]
) -> None:
    """Link the pack as it would be and compare every tree; raises `PolicyError` P202."""
    layers = {p.name: p.layer for p in linked.packs.values()}
    hashes = {p.name: p.hash for p in linked.packs.values()}
    try:
        replaced = tuple(_replaced(p, changed) if p is pack else p for p in packs)
        _, after = link(replaced, layers, None, hashes, linked.hash)
    except CadreRulesError as error:
        told = error.diagnostics[0]
        text = (told.line or "").strip()
        raise PolicyError(OTHER_MEANING.at(told.position, line=told.line, text=text, reason=told.summary)) from error
    for (old, before), (_, now) in zip(texts.checked, after.checked, strict=True):
        if before.tree != now.tree:
            raise PolicyError(old.node.fault(OTHER_MEANING, text=old.text, reason=""))


def _replaced(pack: PackFiles, changed: dict[str, bytes]) -> PackFiles:
    """Return a pack with the files in `changed` read from there instead of from disk."""
    trees = {Path(file): read_yaml(data, file, limit=POLICY_BYTES) for file, data in changed.items()}
    definitions = trees.pop(pack.path / DEFINITIONS, None)
    policies = []
    for policy in pack.policies:
        tree = trees.get(Path(policy.node.document.file))
        made = parse_policy(tree) if tree is not None else policy
        assert isinstance(made, Policy)
        policies.append(made)
    return replace(
        pack,
        questions=tuple(_read_again(q, trees) for q in pack.questions),
        definitions=read(Definitions, definitions) if definitions is not None else pack.definitions,
        policies=tuple(policies),
    )


def _read_again(questions: Questions, trees: dict[Path, Node]) -> Questions:
    """Return the questions of a file as it would be."""
    tree = trees.get(Path(questions.node.document.file))
    return read(Questions, tree) if tree is not None else questions
