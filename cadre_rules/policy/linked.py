"""Linked policies: what a checked set of packs means, free of YAML.

In: nothing. Out: the classes that the linker fills and that the plan compiles. Every FEEL text here is a typed
tree in canonical names; every element knows its stable id, its citation and where it stands in its file.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from functools import cached_property
from typing import TYPE_CHECKING, Any, Literal, NamedTuple

from cadre_rules.feel.types import STRING, ListType
from cadre_rules.policy.shapes.step_names import canonical, linked_steps

if TYPE_CHECKING:
    from collections.abc import Mapping
    from datetime import date

    from cadre_rules.diagnostics import Diagnostic, Position, Text
    from cadre_rules.documents.source import Source
    from cadre_rules.feel.tree import Node
    from cadre_rules.feel.types import Scope, Type
    from cadre_rules.policy.linked_checks import PrincipleCheck
    from cadre_rules.policy.linked_procedures import Procedure

AnswerMode = Literal["eligible", "collect", "most severe"]


@dataclass(frozen=True, slots=True)
class Citation:
    """Where a rule comes from: the document, the clause, who issued it, the sentence itself."""

    document: str
    clause: str
    issuer: Text | None = None
    title: Text | None = None
    quote: str | None = None
    confidence: str | None = None


class Place(NamedTuple):
    """Where something stands, with the source line there."""

    position: Position
    line: str


@dataclass(frozen=True, slots=True)
class DatedValue:
    """A parameter's value from a date on; `set_by` is the policy, pack or adoption that says so, at `place`.

    `over` is what the layers above ask for meanwhile, where this one makes it stricter; the loosest, if it changes.
    """

    since: date
    value: Any
    set_by: str
    citation: Citation | None = None
    place: Place | None = field(default=None, compare=False, repr=False)
    over: Any = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Parameter:
    """A dated figure of a policy (`pack/policy.name`) or a pack (`pack.name`). No values: open, hence unknown."""

    id: str
    name: str
    title: Text
    type: Type
    type_name: str
    values: tuple[DatedValue, ...]
    position: Position
    unit: Text | None = None
    floor: Literal["minimum", "maximum"] | None = None
    citation: Citation | None = None
    note: Text | None = None

    def in_force(self, day: date) -> DatedValue | None:
        """Return the value in force on `day`, or None where there is none."""
        return next((v for v in reversed(self.values) if v.since <= day), None)


@dataclass(frozen=True, slots=True)
class Definition:
    """A named expression. `owner` is the policy or pack that defines it.

    `shape` is the shape that it was declared as, `looks` what that looks at: trees simpler than its own, for evidence.
    """

    id: str
    name: str
    owner: str
    title: Text | None
    tree: Node
    position: Position
    note: Text | None = None
    shape: str | None = None
    looks: tuple[Node, ...] = ()


@dataclass(frozen=True, slots=True)
class Determination:
    """A matter that people decide: its outcomes, and who may decide it."""

    name: str
    title: Text
    outcomes: tuple[tuple[str, Text], ...]
    by: Text | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Condition:
    """A junction of conditions, or one test (a typed boolean tree, and the text to which its spans belong)."""

    operator: Literal["all", "any", "not", "test"]
    operands: tuple[Condition, ...] = ()
    tree: Node | None = None
    title: Text | None = None
    position: Position | None = None
    source: Source | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class ExceptionClause:
    """A circumstance in which a rule does not take effect."""

    name: str
    title: Text | None
    condition: Condition
    citation: Citation | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class TableRow:
    """One row of a decision table: its cells as a condition, and what it concludes."""

    condition: Condition
    conclusions: tuple[str, ...]
    position: Position


@dataclass(frozen=True, slots=True)
class Table:
    """A decision table whose outputs are conclusions; `priority` ranks them, highest first, for P and O."""

    hit_policy: str
    rows: tuple[TableRow, ...]
    priority: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Override:
    """`rule` takes the place of another rule when it fires; `by_rank` where it does so as the superior layer."""

    rule: str
    by_rank: bool = False


@dataclass(frozen=True, slots=True)
class Rule:
    """A rule. `require` and `procedure` draw their conclusions when their condition is not met, `when` when it is.

    `overridden_by` lists the rules that displace this one, `shows` definitions that its explanation adds.
    """

    id: str
    name: str
    policy: str
    kind: Literal["require", "when", "table", "procedure"]
    title: Text | None
    condition: Condition | None
    conclusions: tuple[str, ...]
    position: Position
    citation: Citation
    applies: Condition | None = None
    table: Table | None = None
    exceptions: tuple[ExceptionClause, ...] = ()
    overridden_by: tuple[Override, ...] = ()
    shows: tuple[Definition, ...] = ()
    note: Text | None = None
    procedure: Procedure | None = None
    line: str | None = field(default=None, compare=False, repr=False)


@dataclass(frozen=True, slots=True)
class Policy:
    """A policy of a pack.

    `in_force_from` is a date, or None where the pack's parameter for it is not set. `in_force_to` is the first day on
    which it is no longer in force, None where it has no end, or where that is not set (`in_force_to_open`).
    """

    id: str
    title: Text
    pack: str
    layer: int
    covers: tuple[str, ...]
    citation: Citation
    question: str
    subject: str
    count_by: Literal["day", "month"]
    in_force_from: date | None
    in_force_parameter: str | None
    in_force_to: date | None
    in_force_to_open: bool
    rules: tuple[Rule, ...]
    parameters: Mapping[str, Parameter]
    definitions: Mapping[str, Definition]
    determinations: Mapping[str, Determination]
    position: Position
    applies: Condition | None = None
    note: Text | None = None


@dataclass(frozen=True, slots=True)
class Principle:
    """A principle that nothing evaluates: it is shown, and says so."""

    id: str
    title: Text
    pack: str
    covers: tuple[str, ...]
    citation: Citation
    text: Text


@dataclass(frozen=True, slots=True)
class Conclusion:
    """What a rule may conclude, in words.

    `opens` names the procedure that a proposal about a person opens; a `notice` only draws attention.
    """

    name: str
    question: str
    text: Text
    severity: int | None = None
    sentence: Text | None = None
    opens: Text | None = None
    notice: bool = False


@dataclass(frozen=True, slots=True)
class Question:
    """A question that can be asked of a subject, and how its answer is made from the conclusions.

    `narrows` is what the type checker knows where the question applies (facts that are then present).
    """

    name: str
    title: Text
    asks: Text
    subject: str
    mode: AnswerMode
    conclusions: Mapping[str, Conclusion]
    pack: str
    applies: Condition | None = None
    not_applicable: Text | None = None
    answers: Mapping[str, Text] = field(default_factory=dict)
    incompatible: tuple[tuple[str, str], ...] = ()
    narrows: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Pack:
    """A pack: a folder of policies of one jurisdiction. `layer` 0 is the highest (national)."""

    name: str
    title: Text
    version: str
    layer: int
    jurisdiction: Text | None
    extends: tuple[str, ...]
    example: bool
    hash: str


def packs_above(packs: Mapping[str, Pack], name: str) -> frozenset[str]:
    """Return the packs above a pack, without it."""
    found: set[str] = set()
    todo = [*packs[name].extends]
    while todo:
        upper = todo.pop()
        if upper not in found:
            found.add(upper)
            todo.extend(packs[upper].extends)
    return frozenset(found)


@dataclass(frozen=True, slots=True)
class TablePost:
    """A row of a unit's table of posts: which post, and what the unit says of it."""

    title: str
    unit: str | None
    facts: tuple[tuple[str, bool], ...]


@dataclass(frozen=True, slots=True)
class RelatedSpecialties:
    """Specialties that the unit holds to be similar to a specialty, or to match a post."""

    post: str | None
    specialty: str | None
    related: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Adoption:
    """What a unit that adopts packs has set: its table of posts, and which specialties it holds to be related to a
    post or a specialty."""

    name: str
    title: Text
    unit: Text | None
    from_: date | None
    packs: tuple[str, ...]
    example: bool
    hash: str
    posts: tuple[TablePost, ...] = ()
    specialties: tuple[RelatedSpecialties, ...] = ()


@dataclass(frozen=True)
class NameTable:
    """What the names in a policy's (pack's, question's) texts stand for, by canonical name."""

    facts: frozenset[str]
    parameters: Mapping[str, Parameter]
    definitions: Mapping[str, Definition]
    conclusions: frozenset[str]
    scope: Scope


@dataclass(frozen=True)
class PolicySet:
    """Everything that was loaded and linked, and the warnings met on the way.

    `names` is keyed by policy id, by `pack:<name>` for shared definitions, by `question:<name>` for questions.
    """

    packs: Mapping[str, Pack]
    questions: Mapping[str, Question]
    policies: Mapping[str, Policy]
    rules: Mapping[str, Rule]
    names: Mapping[str, NameTable]
    conclusions: Mapping[str, Conclusion]
    parameters: Mapping[str, Parameter]
    principles: tuple[Principle, ...]
    checks: tuple[PrincipleCheck, ...]
    adoption: Adoption | None
    hash: str
    warnings: tuple[Diagnostic, ...] = ()

    @cached_property
    def looks(self) -> Mapping[str, tuple[Node, ...]]:
        """What definitions that are shapes look at, by id."""
        known = (d for names in self.names.values() for d in names.definitions.values())
        return {d.id: d.looks for d in known if d.looks}

    @cached_property
    def steps(self) -> Mapping[str, tuple[str, Text] | None]:
        """What the words by which records call steps mean, over all procedures: slug and title.

        None for a word that several steps have, and for one that a unit lists without a procedure that has it.
        """
        listed = (value.value for p in self.parameters.values() if p.type == ListType(STRING) for value in p.values)
        words = (word for value in listed if isinstance(value, list | tuple) for word in value)
        return {**dict.fromkeys(words), **canonical(linked_steps(self.rules.values()))}

    @cached_property
    def matters(self) -> dict[str, Determination]:
        """Return what people determine, by name; policies that declare the same matter give it the same outcomes."""
        return {d.name: d for p in reversed([*self.policies.values()]) for d in p.determinations.values()}

    def rules_of(self, question: str) -> tuple[Rule, ...]:
        """Return the rules of all policies that answer `question`, in the order of layer and id."""
        policies = sorted((p for p in self.policies.values() if p.question == question), key=lambda p: (p.layer, p.id))
        return tuple(r for p in policies for r in p.rules)
