"""The one family of exceptions; each carries all the faults that were found, never only the first."""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.diagnostics.text import DEFAULT_LANGUAGE, Language

if TYPE_CHECKING:
    from collections.abc import Iterable

    from cadre_rules.diagnostics.diagnostic import Diagnostic


class CadreRulesError(Exception):
    """Bad input, with its faults. `code` is that of the first fault; `str()` is in Chinese and English alike
    available through `render(language)`."""

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic]) -> None:
        from cadre_rules.diagnostics.diagnostic import Diagnostic

        found = (diagnostics,) if isinstance(diagnostics, Diagnostic) else tuple(diagnostics)
        if not found:
            raise ValueError("an error without a fault")
        self.diagnostics: tuple[Diagnostic, ...] = found
        super().__init__(self.render())

    @property
    def code(self) -> str:
        """The stable code of the first fault."""
        return self.diagnostics[0].code

    def render(self, language: Language = DEFAULT_LANGUAGE) -> str:
        """Write all faults, one after another, in `language`."""
        return "\n".join(d.render(language) for d in self.diagnostics)


class DocumentError(CadreRulesError):
    """A file that is not well-formed YAML, JSON or XML, or is too large, too deep or hostile.

    `tree` is what could be read where only single values are at fault (a date that does not exist), so that who reads
    on can tell all other faults at the same time; None where there is no tree.
    """

    def __init__(self, diagnostics: Diagnostic | Iterable[Diagnostic], tree: object = None) -> None:
        super().__init__(diagnostics)
        self.tree = tree


class FeelError(CadreRulesError):
    """A fault in a FEEL text."""


class FeelSyntaxError(FeelError):
    """A FEEL text that is not in the grammar; the position has line and column, the rendering a caret."""

    @property
    def line(self) -> int:
        """The line, from 1."""
        position = self.diagnostics[0].position
        return position.line if position else 1

    @property
    def column(self) -> int:
        """The column, from 1."""
        position = self.diagnostics[0].position
        return position.column if position else 1


class FeelTypeError(FeelError):
    """A FEEL text whose names or types do not fit the scope it is read in (policy FEEL)."""


class PolicyError(CadreRulesError):
    """A policy, pack or adoption that cannot be used."""


class RecordError(CadreRulesError):
    """A record with faults: all of them at once, with paths; nothing is decided from it."""


class UsageError(CadreRulesError):
    """A call or command line that asks for something that is not there."""
