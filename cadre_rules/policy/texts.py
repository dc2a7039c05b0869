"""FEEL texts of policy files: parsed and checked against a scope, all faults kept.

In: `FeelText`s of the models, scopes. Out: typed trees, and the words that `fmt` may translate. It knows the functions
of policy FEEL: the built-ins, the domain functions, `concluded`, `determination`, `recorded`.
"""

from __future__ import annotations

import re
from collections import Counter
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import CadreRulesError, Diagnostic, Text
from cadre_rules.feel import check, parse
from cadre_rules.feel.signatures import BUILTINS, NOT_IN_POLICIES
from cadre_rules.feel.types import (
    BOOLEAN,
    DATE,
    STRING,
    Enumeration,
    EnumValue,
    Field,
    FormalParameter,
    Optional,
    Scope,
    Signature,
)
from cadre_rules.vocabulary.counting.functions import FUNCTIONS
from cadre_rules.vocabulary.subjects import SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Iterable, Mapping

    from cadre_rules.feel.checker import Checked
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Type
    from cadre_rules.policy.linked import Determination
    from cadre_rules.policy.models.texts import FeelText

AS_OF = Field("as_of", "决定日期", DATE, Text("作出判断的日期", "the date for which is decided"))
SPACED = tuple(name for name in FUNCTIONS if " " in name)  # names that the parser has to be told of
_NAME = re.compile("[A-Za-z_\u3400-\u4dbf\u4e00-\u9fff][A-Za-z0-9_\u3400-\u4dbf\u4e00-\u9fff]*")


@lru_cache(maxsize=10_000)
def _parsed(text: str) -> Node:
    """Return the tree of a text; packs share texts, and one process loads the upper packs with each lower one."""
    return parse(text, names=SPACED)


@dataclass
class Texts:
    """Reads texts and collects their faults, warnings and translatable words."""

    faults: list[Diagnostic] = field(default_factory=list)
    warnings: list[Diagnostic] = field(default_factory=list)
    checked: list[tuple[FeelText, Checked]] = field(default_factory=list)

    def parse(self, text: FeelText) -> Node | None:
        """Return the tree of a text as written, or None after keeping its fault."""
        try:
            return _parsed(text.text)
        except CadreRulesError:
            pass
        try:
            return parse(text.text, source=text.source, names=SPACED)  # which says where in the file the fault is
        except CadreRulesError as error:
            self.faults += error.diagnostics
            return None

    def check(
        self,
        text: FeelText,
        tree: Node | None,
        scope: Scope,
        *,
        expected: Type | None = None,
        narrowed: frozenset[str] = frozenset(),
    ) -> Checked | None:
        """Return the typed tree of a parsed text, or None after keeping its faults."""
        if tree is None:
            return None
        try:
            checked = check(tree, scope, text.source, expected=expected, narrowed=narrowed)
        except CadreRulesError as error:
            self.faults += error.diagnostics
            return None
        self.warnings += checked.warnings
        self.checked.append((text, checked))
        return checked


def root_fields(subject: str) -> tuple[Field, ...]:
    """Return what every policy about a subject may name: the sections of the record, and the decision date."""
    return (*SUBJECTS[subject].fields, AS_OF)


def chinese_name(title: Text | None, key: str, taken: Iterable[str]) -> str:
    """Return the Chinese name of a parameter or definition: its title where that can be a name, else its key."""
    if title is not None and _NAME.fullmatch(title.zh) and title.zh not in taken:
        return title.zh
    return key


def functions(determinations: Mapping[str, Determination]) -> dict[str, Signature]:
    """Return the functions that a policy may call, by English and by Chinese name."""
    table = {name: f.signature for name, f in FUNCTIONS.items()}
    known = {n: s for n, s in {**BUILTINS, **table}.items() if s.name not in NOT_IN_POLICIES}
    truth = (FormalParameter("conclusion", BOOLEAN),)
    own = [
        Signature(
            "concluded",
            "已得出",
            truth,
            BOOLEAN,
            doc=Text("是否得出某一结论", "whether a conclusion is drawn"),
        )
    ]
    if determinations:
        matter = (FormalParameter("matter", STRING), FormalParameter("incident", Optional(STRING), optional=True))
        types = {d.name: outcome_type(d) for d in determinations.values()}
        for name, zh, wrap in (("determination", "认定结论", False), ("recorded", "已有认定", True)):
            literals = tuple(
                Field(d.name, d.title.zh, Optional(types[d.name]) if wrap else types[d.name], d.title)
                for d in determinations.values()
            )
            own.append(Signature(name, zh, matter, STRING, literals=literals))
    return known | {word: s for s in own for word in (s.name, s.zh)}


def outcome_type(determination: Determination) -> Enumeration:
    """Return the type of a determination's outcome; its values are coded as texts."""
    values = tuple(EnumValue(name, text.zh, -1) for name, text in determination.outcomes)
    return Enumeration(f"determination {determination.name}", values, determination.title.zh)


def scope_of(subject: str, extra: Iterable[Field], determinations: Mapping[str, Determination]) -> Scope:
    """Return the scope of a policy about `subject` with its own names; a Chinese name of two things is that of none."""
    roots, own = root_fields(subject), tuple(extra)
    meanings = Counter(word for f in (*roots, *own) for word in {f.en, f.zh})
    named = (replace(f, zh=f.en) if meanings[f.zh] > 1 else f for f in own)
    return Scope((*roots, *named), functions(determinations))
