"""Runs the cases of case files: record, decision, comparison.

In: case files. Out: `FileResult`s. A case whose record is refused has that as its outcome; policies that cannot be
loaded are an error of the whole run.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cache, partial
from typing import TYPE_CHECKING

from cadre_rules.api import Policies
from cadre_rules.cases import messages
from cadre_rules.cases.comparing import Difference, differences
from cadre_rules.cases.finding import Located, Named, adoption_file, name_in, read_case_file
from cadre_rules.diagnostics import CadreRulesError, PolicyError, Text, nearest
from cadre_rules.engine.messages import NO_QUESTION
from cadre_rules.policy.loading import load_set
from cadre_rules.policy.reading import read_pack_folder
from cadre_rules.records import record_of

if TYPE_CHECKING:
    from collections.abc import Callable, Iterable
    from datetime import date
    from pathlib import Path

    from cadre_rules.diagnostics import Position
    from cadre_rules.explain.decision import Decision
    from cadre_rules.policy.models.cases import Case
    from cadre_rules.policy.reading import PackFiles
    from cadre_rules.policy.texts import Texts

_ERROR = Text("错误", "error")
_NO_ERROR = Text("作出了判断", "it was decided")


@dataclass(frozen=True, eq=False)
class Loaded:
    """Policies that were loaded for case files, with the texts that their conditions were read from."""

    policies: Policies
    texts: Texts


@dataclass(frozen=True)
class CaseResult:
    """What came of a case: the decision, or the error that was met instead of one, and what differs."""

    name: str
    title: Text | None
    position: Position
    as_of: date
    differences: tuple[Difference, ...]
    decision: Decision | None = None
    error: CadreRulesError | None = None

    @property
    def passed(self) -> bool:
        """Whether nothing differs from what is expected."""
        return not self.differences


@dataclass(frozen=True)
class FileResult:
    """What came of the cases of one file that were run, under the policies that were loaded for it."""

    located: Located
    loaded: Loaded
    cases: tuple[CaseResult, ...]

    @property
    def path(self) -> Path:
        """The case file."""
        return self.located.path

    @property
    def policy(self) -> str:
        """The full name of the policy that the file tests."""
        return self.located.file.policy

    @property
    def question(self) -> str:
        """The name of the question that its cases ask."""
        return self.located.file.question

    @property
    def failed(self) -> int:
        """How many cases failed."""
        return sum(not case.passed for case in self.cases)


@dataclass
class Runner:
    """Runs case files. `adoptions` are further folders with adoption files, `text` is what a case has to have in its
    file name, name or title to be run."""

    adoptions: tuple[str | Path, ...] = ()
    text: str = ""
    loaded: dict[tuple[Path, Path | None], Loaded] = field(default_factory=dict)
    read: Callable[[Path], PackFiles] = field(default_factory=lambda: cache(partial(read_pack_folder, cases=False)))
    named: Callable[[Path], Named] = field(default_factory=lambda: cache(name_in))

    def run(self, paths: Iterable[Path]) -> list[FileResult]:
        """Run case files; those without a case that is asked for are left out.

        Raises `PolicyError` or `DocumentError` with the faults of all files that cannot be run.
        """
        results: list[FileResult] = []
        errors: list[CadreRulesError] = []
        for path in paths:
            try:
                result = self.run_file(read_case_file(path))
                results += [result] if result is not None else []
            except CadreRulesError as error:
                errors.append(error)
        if errors:
            raise PolicyError(dict.fromkeys(d for error in errors for d in error.diagnostics))
        return results

    def run_file(self, located: Located) -> FileResult | None:
        """Run the cases of one file that are asked for; None where there is none."""
        chosen = [case for case in located.file.cases if self._is_asked_for(case, located.path)]
        if not chosen:
            return None
        loaded = self._loaded(located)
        return FileResult(located, loaded, tuple(run_case(loaded.policies, located, case) for case in chosen))

    def _is_asked_for(self, case: Case, path: Path) -> bool:
        titles = case.title.text if case.title else ()
        return any(self.text.casefold() in said.casefold() for said in (path.name, case.case, *titles))

    def _loaded(self, located: Located) -> Loaded:
        """Return the policies of a case file; those of one pack under one adoption are loaded once."""
        adoption = adoption_file(located, self.adoptions, self.named)
        key = located.pack.resolve(), adoption
        if key not in self.loaded:
            linked, texts, files = load_set(located.pack, adoption, read=self.read)
            self.loaded[key] = Loaded(Policies(linked, {f.pack.pack: f.path for f in files}), texts)
        self._check_names(located, self.loaded[key].policies)
        return self.loaded[key]

    def _check_names(self, located: Located, policies: Policies) -> None:
        """Tell a policy or question that is not there, and a policy that is never evaluated."""
        file, faults = located.file, []
        if file.policy not in policies.set.policies:
            read = self.read(located.pack).policies
            if any(p.policy == file.policy and p.status == "unverified" for p in read):
                raise PolicyError(file.fault(messages.POLICY_UNVERIFIED, "policy", found=file.policy))
        for message, key, found, known in (
            (messages.NO_SUCH_POLICY, "policy", file.policy, list(policies.set.policies)),
            (NO_QUESTION, "question", file.question, list(policies.questions)),
        ):
            if found not in known:
                listed = Text("、".join(known) or "无", ", ".join(known) or "none")
                faults.append(file.fault(message, key, suggestion=nearest(found, known), found=found, known=listed))
        if faults:
            raise PolicyError(faults)


def run_case(policies: Policies, located: Located, case: Case) -> CaseResult:
    """Run one case."""
    file = located.file
    title = case.title.text if case.title else None
    place, day = case.position("case"), file.day_of(case)
    try:
        record = record_of(file.record_of(case), name=f"{located.path}#{case.case}", source_format="yaml")
        decision = policies.decide(file.question, record, day, subject=case.incident)
    except CadreRulesError as error:
        return CaseResult(case.case, title, place, day, _refused(case, error), error=error)
    found: tuple[Difference, ...] = ()
    if case.error is not None:
        found = (Difference("error", _ERROR, case.error, None, _NO_ERROR),)
    if case.expect is not None:
        found += differences(file, case.expect, decision)
    return CaseResult(case.case, title, place, day, found, decision)


def _refused(case: Case, error: CadreRulesError) -> tuple[Difference, ...]:
    """Return what differs where the record was refused: nothing if that is expected."""
    codes = tuple(dict.fromkeys(d.code for d in error.diagnostics))
    if case.error in codes:
        return ()
    return (Difference("error", _ERROR, case.error, codes),)
