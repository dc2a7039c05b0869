"""Checked files become one linked policy set: names, types, layers, floors, overrides.

In: pack folders in the order of their layers, an adoption. Out: a `PolicySet`, or a `PolicyError` with every fault of
every file. It evaluates nothing.
"""

from __future__ import annotations

from dataclasses import dataclass, field, replace
from datetime import date, timedelta
from functools import cached_property
from typing import TYPE_CHECKING, Any

from cadre_rules.diagnostics import Diagnostic, PolicyError, Text, nearest
from cadre_rules.feel.types import BOOLEAN, Field, Scope
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.checks import link_check
from cadre_rules.policy.conditions import link_condition
from cadre_rules.policy.definitions import Definitions
from cadre_rules.policy.linked import (
    Adoption,
    Conclusion,
    Definition,
    Determination,
    NameTable,
    Pack,
    Parameter,
    Policy,
    PolicySet,
    Principle,
    Question,
    RelatedSpecialties,
    Rule,
    TablePost,
)
from cadre_rules.policy.messages import NO_SUCH_PERIOD
from cadre_rules.policy.models.base import place
from cadre_rules.policy.order import cycles
from cadre_rules.policy.overrides import link_overrides
from cadre_rules.policy.parameters import citation_of, link_parameter
from cadre_rules.policy.questions import link_questions
from cadre_rules.policy.rules import link_rule
from cadre_rules.policy.settings import apply_adoption, apply_raises
from cadre_rules.policy.shapes.place import Place
from cadre_rules.policy.shapes.step_names import declared_steps
from cadre_rules.policy.texts import Texts, chinese_name, root_fields, scope_of
from cadre_rules.vocabulary.subjects import KINDS, SUBJECTS

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.policy.linked_checks import PrincipleCheck
    from cadre_rules.policy.models.packs import Adoption as AdoptionModel
    from cadre_rules.policy.models.packs import UnitPost
    from cadre_rules.policy.models.policy_file import Policy as PolicyModel
    from cadre_rules.policy.reading import PackFiles
    from cadre_rules.policy.shapes.step_names import StepNames


@dataclass
class Linking:
    """What is known while a set is linked."""

    files: tuple[PackFiles, ...]
    layers: dict[str, int]
    texts: Texts = field(default_factory=Texts)
    parameters: dict[str, Parameter] = field(default_factory=dict)
    definitions: dict[str, Definition] = field(default_factory=dict)
    questions: dict[str, Question] = field(default_factory=dict)
    conclusions: dict[str, Conclusion] = field(default_factory=dict)
    policies: dict[str, Policy] = field(default_factory=dict)
    rules: dict[str, Rule] = field(default_factory=dict)
    names: dict[str, NameTable] = field(default_factory=dict)
    checks: list[PrincipleCheck] = field(default_factory=list)

    @cached_property
    def steps(self) -> StepNames:
        """The steps of all procedures."""
        return declared_steps(p for f in self.files for p in f.policies if p.status == "verified")

    @property
    def lines(self) -> dict[str, str]:
        """The source line in which each rule begins."""
        models = [(p.policy, r) for f in self.files for p in f.policies for r in p.rules]
        return {f"{policy}#{rule.rule}": place(rule.node).line for policy, rule in models}

    @property
    def faults(self) -> list[Diagnostic]:
        """The faults found so far."""
        return self.texts.faults


def link(
    files: tuple[PackFiles, ...],
    layers: dict[str, int],
    adoption: AdoptionModel | None,
    hashes: dict[str, str],
    hash_: str,
) -> tuple[PolicySet, Texts]:
    """Link packs (higher layers first). Raises `PolicyError`. The texts come along for translation."""
    at = Linking(files, layers)
    _parameters(at)
    apply_raises(at)
    if adoption is not None:
        apply_adoption(at, adoption)
    link_questions(at)
    _shared_definitions(at)
    _questions_apply(at)
    for pack in files:
        for model in pack.policies:
            if model.status == "verified":
                _policy(at, model)
    link_overrides(at)
    at.checks = [link_check(at, c, _ancestors(at, c.pack)) for f in files for c in f.checks]
    if not at.faults:
        at.texts.faults += cycles(at.rules, at.policies, at.questions, at.names, at.lines)
    if at.faults:
        raise PolicyError(_in_order(at.faults))
    return _set(at, adoption, hashes, hash_), at.texts


def _in_order(faults: list[Diagnostic]) -> list[Diagnostic]:
    unique = dict.fromkeys(faults)
    return sorted(unique, key=lambda f: f.position[:3] if f.position else ("", 0, 0))


def _parameters(at: Linking) -> None:
    """Link the parameters of all packs and policies with their own values."""
    for pack in at.files:
        name = pack.pack.pack
        for key, model in (pack.pack.parameters or {}).items():
            _add(at, link_parameter(f"{name}.{key}", key, model, at.faults, name))
        for policy in pack.policies:
            for key, model in (policy.parameters or {}).items():
                _add(at, link_parameter(f"{policy.policy}.{key}", key, model, at.faults, policy.policy))


def _add(at: Linking, parameter: Parameter | None) -> None:
    if parameter is not None:
        at.parameters[parameter.id] = parameter


def _ancestors(at: Linking, pack: str) -> list[str]:
    """Return a pack and all packs above it, the highest first."""
    by_name = {f.pack.pack: f for f in at.files}
    found: dict[str, None] = {}

    def visit(name: str) -> None:
        for upper in by_name[name].pack.extends or ():
            visit(upper)
        found.setdefault(name)

    visit(pack)
    return list(found)


def _shared_definitions(at: Linking) -> None:
    """Check the definitions that packs share; each sees those of the packs above it."""
    for files in at.files:
        name = files.pack.pack
        owner = f"pack:{name}"
        above = {k: d for p in _ancestors(at, name)[:-1] for k, d in at.names[f"pack:{p}"].definitions.items()}
        fields = [*_pack_parameter_fields(at, name), *_definition_fields(list(above.values()))]
        scope = scope_of("cadre", fields, {})
        known = dict(above)
        if files.definitions is not None:
            made = Definitions(owner, name, files.definitions.definitions, scope, at.texts)
            scope = made.link()
            known |= made.linked
        at.names[owner] = NameTable(
            frozenset(f.en for f in SUBJECTS["cadre"].fields),
            {p.name: p for p in _pack_parameters(at, name)},
            known,
            frozenset(),
            scope,
        )


def _shared_with(at: Linking, pack: str, subject: str) -> Mapping[str, Definition]:
    """Return the shared definitions that policies about a subject see: they are about the record of a cadre."""
    return at.names[f"pack:{pack}"].definitions if KINDS[subject].head == KINDS["cadre"].head else {}


def _pack_parameters(at: Linking, pack: str) -> list[Parameter]:
    """Return the pack-level parameters of a pack and the packs above it; the lower one's name wins."""
    found = {p.name: p for name in _ancestors(at, pack) for p in at.parameters.values() if p.id == f"{name}.{p.name}"}
    return list(found.values())


def _pack_parameter_fields(at: Linking, pack: str) -> list[Field]:
    return [Field(p.name, chinese_name(p.title, p.name, ()), p.type) for p in _pack_parameters(at, pack)]


def _definition_fields(definitions: list[Definition]) -> list[Field]:
    fields = []
    for d in definitions:
        assert d.tree.type is not None
        fields.append(Field(d.name, chinese_name(d.title, d.name, ()), d.tree.type))
    return fields


def _questions_apply(at: Linking) -> None:
    """Check the conditions under which questions can be asked; they see what their pack shares."""
    for files in at.files:
        pack = files.pack.pack
        shared = at.names[f"pack:{pack}"]
        declared = [pair for q in files.questions for pair in (q.questions or {}).items()]
        for name, model in declared:
            question = at.questions.get(name)
            if question is None or question.pack != pack:
                continue
            known = _shared_with(at, pack, question.subject)
            fields = [*_pack_parameter_fields(at, pack), *_definition_fields(list(known.values()))]
            scope = scope_of(question.subject, fields, {})
            at.names[f"question:{name}"] = NameTable(
                frozenset(f.en for f in SUBJECTS[question.subject].fields),
                shared.parameters,
                known,
                frozenset(),
                scope,
            )
            if model.applies is not None:
                applies, narrows, _ = link_condition(model.applies, scope, at.texts)
                at.questions[name] = replace(question, applies=applies, narrows=narrows)


def _policy(at: Linking, model: PolicyModel) -> None:
    question = _question_of(at, model)
    if model.subject not in SUBJECTS:
        return
    determinations = _determinations(at, model)
    parameters = {p.name: p for p in _pack_parameters(at, model.pack)}
    parameters |= {k: at.parameters[i] for k in model.parameters or {} if (i := f"{model.policy}.{k}") in at.parameters}
    scope, definitions, conclusions = _names(at, model, parameters, determinations)
    known: frozenset[str] = frozenset()
    applies = None
    if question is not None:
        known = question.narrows
    if model.applies is not None:
        applies, more, _ = link_condition(model.applies, scope, at.texts, known)
        known |= more
    base = citation_of(model.source, None)
    assert base is not None
    here = Place(model.policy, scope, at.texts, known, parameters, at.steps, {})
    rules = tuple(rule for m in model.rules if (rule := link_rule(m, base, question, here, definitions)) is not None)
    force = _in_force(at, model)
    at.names[model.policy] = NameTable(
        frozenset(f.en for f in root_fields(model.subject)),
        parameters,
        {**definitions, **here.definitions},
        conclusions,
        scope,
    )
    at.rules |= {r.id: r for r in rules}
    at.policies[model.policy] = Policy(
        id=model.policy,
        title=model.title.text,
        pack=model.pack,
        layer=at.layers[model.pack],
        covers=model.covers or (),
        citation=base,
        question=model.question,
        subject=model.subject,
        count_by=model.count_by,
        in_force_from=force.since,
        in_force_parameter=force.parameter,
        in_force_to=force.until,
        in_force_to_open=force.until_open,
        rules=rules,
        parameters=parameters,
        definitions=definitions,
        determinations=determinations,
        position=model.position(),
        applies=applies,
        note=model.note.text if model.note else None,
    )


def _question_of(at: Linking, model: PolicyModel) -> Question | None:
    if model.subject not in SUBJECTS:
        known = Text("、".join(SUBJECTS), ", ".join(SUBJECTS))
        guess = nearest(model.subject, SUBJECTS)
        at.faults.append(
            model.fault(messages.NO_SUCH_SUBJECT, "subject", suggestion=guess, found=model.subject, known=known)
        )
    visible = [q for q in at.questions.values() if q.pack in _ancestors(at, model.pack)]
    question = next((q for q in visible if q.name == model.question), None)
    if question is None:
        known = Text("、".join(q.name for q in visible) or "无", ", ".join(q.name for q in visible) or "none")
        guess = nearest(model.question, [q.name for q in visible])
        at.faults.append(
            model.fault(messages.NO_SUCH_QUESTION, "question", suggestion=guess, found=model.question, known=known)
        )
    elif question.subject != model.subject and model.subject in SUBJECTS:
        values = {"question": question.name, "expected": question.subject, "found": model.subject}
        at.faults.append(model.fault(messages.OTHER_SUBJECT, "subject", **values))
    return question


def _names(
    at: Linking,
    model: PolicyModel,
    parameters: dict[str, Parameter],
    determinations: dict[str, Determination],
) -> tuple[Scope, dict[str, Definition], frozenset[str]]:
    """Return the scope of a policy, its definitions (shared ones too) and the conclusions that it may name."""
    shared = _shared_with(at, model.pack, model.subject)
    reachable = _ancestors(at, model.pack)
    conclusions = {
        c.name: c
        for c in at.conclusions.values()
        if at.questions[c.question].pack in reachable and at.questions[c.question].subject == model.subject
    }
    own = (model.parameters or {}).keys() | (model.definitions or {}).keys()
    _check_names(at, model, conclusions)
    fields = [
        *(Field(p.name, chinese_name(p.title, p.name, ()), p.type) for p in parameters.values()),
        *(f for f in _definition_fields(list(shared.values())) if f.en not in own),
        *(Field(c.name, chinese_name(c.text, c.name, ()), BOOLEAN) for c in conclusions.values()),
    ]
    scope = scope_of(model.subject, fields, determinations)
    made = Definitions(model.policy, model.policy, model.definitions or {}, scope, at.texts)
    scope = made.link()
    return scope, {**shared, **made.linked}, frozenset(conclusions)


def _check_names(at: Linking, model: PolicyModel, conclusions: dict[str, Conclusion]) -> None:
    """Tell parameters and definitions that are called as something else is."""
    parameters = list(model.parameters or {})
    facts = {n: f.text for f in root_fields(model.subject) for n in (f.en, f.zh)}
    for part, keys in (("parameters", parameters), ("definitions", list(model.definitions or {}))):
        for key in keys:
            other: Text | None = None
            if key in facts:
                other = Text(f"事实「{facts[key].zh}」", f"the fact `{facts[key].en}`")
            elif key in conclusions:
                other = Text(f"结论「{conclusions[key].text.zh}」", f"the conclusion `{conclusions[key].text.en}`")
            if other is None and part == "definitions" and key in parameters:
                other = Text("本政策的参数", "a parameter of this policy")
            if other is not None:
                at.faults.append(model.key_fault(messages.SAME_NAME, part, key, name=key, other=other))


def _determinations(at: Linking, model: PolicyModel) -> dict[str, Determination]:
    found = {}
    for name, m in (model.determinations or {}).items():
        made = Determination(
            name,
            m.title.text,
            tuple((key, text.text) for key, text in m.outcomes.items()),
            m.by.text if m.by else None,
            m.note.text if m.note else None,
        )
        for other in at.policies.values():
            twin = other.determinations.get(name)
            if twin is not None and twin.outcomes != made.outcomes:
                values = {"name": name, "other": other.id}
                at.faults.append(model.key_fault(messages.DETERMINATION_DIFFERS, "determinations", name, **values))
        found[name] = made
    return found


@dataclass(frozen=True)
class _Force:
    """When a policy is in force: from a day to the day after the last, either perhaps not set.

    `parameter` is the one that is missing, else the one that gave the first day.
    """

    since: date | None
    parameter: str | None
    until: date | None
    until_open: bool


def _in_force(at: Linking, model: PolicyModel) -> _Force:
    since, parameter = _day(at, model, "from", model.in_force.from_)
    if model.in_force.to is None:
        return _Force(since, parameter, None, False)
    last, set_by = _day(at, model, "to", model.in_force.to)
    if since is not None and last is None:
        parameter = set_by
    if since is not None and last is not None and last < since:
        at.faults.append(model.fault(NO_SUCH_PERIOD, "in_force", "to", start=since, to=last))
    until = last + timedelta(days=1) if last and last < date.max else None  # no day comes after the last one
    return _Force(since, parameter, until, last is None and set_by is not None)


def _day(at: Linking, model: PolicyModel, key: str, value: Any) -> tuple[date | None, str | None]:
    """Return a date and, where it is a parameter, the parameter's id; the date is None while it is not set."""
    if not isinstance(value, str):
        return value, None
    parameter = next((p for p in _pack_parameters(at, model.pack) if p.name == value), None)
    if parameter is None or str(parameter.type) != "date":
        names = [p.name for p in _pack_parameters(at, model.pack) if str(p.type) == "date"]
        fault = model.fault(messages.NO_DATE_PARAMETER, "in_force", key, suggestion=nearest(value, names), found=value)
        at.faults.append(fault)
        return None, None
    set_ = parameter.values[-1].value.to_date() if parameter.values else None
    return set_, parameter.id


def _specialties(adoption: AdoptionModel) -> tuple[RelatedSpecialties, ...]:
    """Return which specialties the unit holds to match: those of its table, and those given with its posts."""
    rows = [RelatedSpecialties(s.post, s.specialty, s.related) for s in adoption.specialties or ()]
    rows += [RelatedSpecialties(p.title, None, p.specialties) for p in adoption.posts or () if p.specialties]
    return tuple(rows)


def _set(at: Linking, adoption: AdoptionModel | None, hashes: dict[str, str], hash_: str) -> PolicySet:
    packs = {
        f.pack.pack: Pack(
            f.pack.pack,
            f.pack.title.text,
            f.pack.version,
            at.layers[f.pack.pack],
            f.pack.jurisdiction.text if f.pack.jurisdiction else None,
            tuple(f.pack.extends or ()),
            f.pack.example,
            hashes[f.pack.pack],
        )
        for f in at.files
    }
    principles = []
    for f in at.files:
        for p in f.principles:
            citation = citation_of(p.source, None)
            assert citation is not None
            principles.append(Principle(p.principle, p.title.text, p.pack, p.covers or (), citation, p.text.text))
    adopted = None
    if adoption is not None:
        adopted = Adoption(
            adoption.adoption,
            adoption.title.text,
            adoption.unit.text,
            adoption.from_,
            adoption.packs,
            adoption.example,
            hashes[f"adoption:{adoption.adoption}"],
            tuple(TablePost(p.title, p.unit, _said(p)) for p in adoption.posts or ()),
            _specialties(adoption),
        )
    return PolicySet(
        packs=packs,
        questions=at.questions,
        policies=at.policies,
        rules=at.rules,
        names=at.names,
        conclusions=at.conclusions,
        parameters=at.parameters,
        principles=tuple(principles),
        checks=tuple(at.checks),
        adoption=adopted,
        hash=hash_,
        warnings=tuple(dict.fromkeys(at.texts.warnings)),
    )


def _said(post: UnitPost) -> tuple[tuple[str, bool], ...]:
    """Return what a row of a table of posts says."""
    said = {
        "internal_body_chief": post.internal_body_chief,
        "front_line": post.front_line,
        "leading": post.leading,
    }
    return tuple((name, value) for name, value in said.items() if value is not None)
