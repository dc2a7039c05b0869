"""Everything that the handbook shows, gathered once for both languages: packs, cases, adoptions.

In: packs and adoption files on disk. Out: a `Book`. Each pack is linked with the packs above it alone, as it binds its
own place; what packs say of one another's rules and parameters is put together here.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import PolicyError
from cadre_rules.handbook.adoptions import adoption_files
from cadre_rules.policy.link_messages import PACK_TWICE
from cadre_rules.policy.loading import load_set, pack_folders, shipped_packs
from cadre_rules.policy.reading import read_adoption

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator, Mapping

    from cadre_rules.feel.checker import Checked
    from cadre_rules.handbook.examples import Example
    from cadre_rules.policy.linked import DatedValue, Parameter, PolicySet, Question
    from cadre_rules.policy.models.checks import Check
    from cadre_rules.policy.models.packs import Adoption
    from cadre_rules.policy.models.policy_file import Policy, Principle
    from cadre_rules.policy.models.questions import Additions
    from cadre_rules.policy.models.questions import Question as QuestionModel
    from cadre_rules.policy.models.rules import Rule
    from cadre_rules.policy.models.texts import FeelText
    from cadre_rules.policy.reading import PackFiles
    from cadre_rules.policy.texts import Texts


@dataclass(frozen=True)
class PackView:
    """One pack as it was read and as it was linked with the packs above it."""

    files: PackFiles
    linked: PolicySet
    texts: Texts
    checked: Mapping[int, Checked] = field(repr=False)

    @property
    def name(self) -> str:
        """The name of the pack."""
        return self.files.pack.pack

    def typed(self, text: FeelText) -> Checked | None:
        """Return what the checker found in a FEEL text; None for one that was not checked."""
        return self.checked.get(id(text))

    @property
    def own_questions(self) -> list[Question]:
        """The questions that the pack itself declares, as linked."""
        return [self.linked.questions[name] for name in self.question_models]

    @property
    def question_models(self) -> dict[str, QuestionModel]:
        """The questions that the pack itself declares, as read."""
        return {name: model for file in self.files.questions for name, model in (file.questions or {}).items()}

    def added(self, question: str) -> Iterator[Additions]:
        """Yield what the pack adds to a question of a pack above."""
        for file in self.files.questions:
            if question in (file.adds_to or {}):
                yield (file.adds_to or {})[question]


@dataclass(frozen=True)
class Displacement:
    """A rule that takes the place of another; `by_rank` as the one of the higher layer."""

    winner: str
    loser: str
    by_rank: bool


@dataclass(frozen=True)
class Book:
    """All that is shown. Packs come in the order of their layers; `examples` are those of each policy."""

    packs: tuple[PackView, ...]
    adoptions: tuple[Adoption, ...]
    examples: Mapping[str, tuple[Example, ...]] = field(default_factory=dict)

    @cached_property
    def by_id(self) -> dict[str, Policy]:
        """The policy files by their full names."""
        return {policy.policy: policy for _, policy in self.policies()}

    def view(self, pack: str) -> PackView:
        """Return a pack by its name."""
        return next(view for view in self.packs if view.name == pack)

    def policies(self) -> Iterator[tuple[PackView, Policy]]:
        """Yield every policy file with its pack."""
        for view in self.packs:
            for policy in view.files.policies:
                yield view, policy

    def principles(self) -> Iterator[tuple[PackView, Principle]]:
        """Yield every principle with its pack."""
        for view in self.packs:
            for principle in view.files.principles:
                yield view, principle

    def checks(self) -> Iterator[tuple[PackView, Check]]:
        """Yield every principle check with its pack."""
        for view in self.packs:
            for check in view.files.checks:
                yield view, check

    def rule(self, id_: str) -> tuple[Policy, Rule] | None:
        """Return a rule and its policy by its full name."""
        policy, _, name = id_.partition("#")
        found = self.by_id.get(policy)
        rule = next((r for r in found.rules if r.rule == name), None) if found else None
        return (found, rule) if found and rule else None

    @cached_property
    def displacements(self) -> list[Displacement]:
        """Which rule takes the place of which, over all packs."""
        found = {
            Displacement(override.rule, rule.id, override.by_rank): None
            for view in self.packs
            for rule in view.linked.rules.values()
            for override in rule.overridden_by
        }
        return list(found)

    def raised(self, parameter: Parameter) -> list[DatedValue]:
        """Return the values that packs below give to a parameter, over all packs."""
        own = {value.set_by for value in parameter.values}
        found = {
            value: None
            for view in self.packs
            for value in _values(view.linked.parameters.get(parameter.id))
            if value.set_by not in own and not value.set_by.startswith("adoption:")
        }
        return sorted(found, key=lambda v: (v.set_by, v.since))

    def answering(self, question: Question) -> list[tuple[PackView, Policy]]:
        """Return the policies that answer a question, of its own pack and of packs below."""
        return [
            (view, policy)
            for view, policy in self.policies()
            if policy.question == question.name
            and question.pack in view.linked.packs
            and view.linked.questions[question.name].pack == question.pack
        ]


def _values(parameter: Parameter | None) -> tuple[DatedValue, ...]:
    return parameter.values if parameter is not None else ()


def gather(paths: Iterable[str]) -> Book:
    """Return the packs and adoptions at some places, without examples; the shipped packs where no place is named.

    A place is the name of a shipped pack, a pack folder, a folder of packs, or an adoption file. Raises `PolicyError`,
    `DocumentError` or `UsageError`.
    """
    named = list(paths) or [str(shipped_packs())]
    adopted = [Path(p) for p in named if Path(p).is_file()]
    folders = [folder for p in named if not Path(p).is_file() for folder in pack_folders(p)]
    for path in adopted:
        _, _, files = load_set(path)  # tells the faults of the adoption itself
        folders += [f.path for f in files]
    views: dict[Path, PackView] = {}
    for folder in folders:
        _load(folder, views)
    packs = tuple(sorted(views.values(), key=lambda v: (v.linked.packs[v.name].layer, v.name)))
    names = {view.name for view in packs}
    adoptions = [read_adoption(path) for path in adoption_files([v.files.path for v in packs], adopted)]
    known = {a.adoption: a for a in adoptions if names.issuperset(a.packs)}
    return Book(packs, tuple(known.values()))


def _load(folder: Path, views: dict[Path, PackView]) -> None:
    """Add a pack and all packs above it, each of them linked once; raises `PolicyError` for two of one name."""
    if folder.resolve() in views:
        return
    linked, texts, files = load_set(folder, cases=True)
    own = next(f for f in files if f.path.resolve() == folder.resolve())
    view = PackView(own, linked, texts, {id(text): checked for text, checked in texts.checked})
    twin = next((v for v in views.values() if v.name == view.name), None)
    if twin is not None:
        places = {"first": str(twin.files.path), "second": str(folder)}
        raise PolicyError(own.pack.fault(PACK_TWICE, "pack", name=view.name, **places))
    views[folder.resolve()] = view
    for other in files:
        _load(other.path, views)
