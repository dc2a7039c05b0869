"""Rules of one policy become linked rules.

In: a policy model, its scope and its question. Out: linked rules, overrides not yet known. A rule with a fault is kept
out; its faults are kept in the texts.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import Text, nearest
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.conditions import link_condition
from cadre_rules.policy.linked import Condition, ExceptionClause, Rule, Table, TableRow
from cadre_rules.policy.models.base import place
from cadre_rules.policy.parameters import citation_of
from cadre_rules.policy.shapes.procedure import link_procedure
from cadre_rules.policy.table_cells import link_cell

if TYPE_CHECKING:
    from collections.abc import Mapping

    from cadre_rules.feel.types import Scope
    from cadre_rules.policy.linked import Citation, Definition, Question
    from cadre_rules.policy.linked_procedures import Procedure
    from cadre_rules.policy.models.rules import Rule as RuleModel
    from cadre_rules.policy.shapes.place import Place
    from cadre_rules.policy.texts import Texts

__all__ = ["link_rule"]


def link_rule(
    model: RuleModel,
    base: Citation,
    question: Question | None,
    at: Place,
    visible: Mapping[str, Definition],
) -> Rule | None:
    """Return a linked rule; None for one that cannot be linked. `visible` are the definitions that it may show."""
    scope, texts = at.scope, at.texts
    applies, known = None, at.known
    if model.applies is not None:
        applies, known, _ = link_condition(model.applies, scope, texts, known)
    procedure: Procedure | None = None
    condition: Condition | None
    if model.procedure is not None:
        found = link_procedure(model, replace(at, known=known))
        if found is None:
            return None
        condition, procedure = found
        table, conclusions = None, _named(model, "otherwise")
    else:
        condition, table, conclusions = _body(model, scope, texts, known)
    _check_conclusions(model, conclusions, question, texts)
    citation = citation_of(model.source, base)
    assert citation is not None
    return Rule(
        id=f"{at.policy}#{model.rule}",
        name=model.rule,
        policy=at.policy,
        kind=model.kind,
        title=model.title.text if model.title else None,
        condition=condition,
        conclusions=tuple(dict.fromkeys(name for name, _ in conclusions)),
        position=model.position(),
        citation=citation,
        applies=applies,
        table=table,
        exceptions=tuple(_exceptions(model, scope, texts, known, base)),
        shows=tuple(_shown(model, visible, texts)),
        note=model.note.text if model.note else None,
        procedure=procedure,
        line=place(model.node).line,
    )


Named = list[tuple[str, tuple[str | int, ...]]]


def _body(
    model: RuleModel, scope: Scope, texts: Texts, known: frozenset[str]
) -> tuple[Condition | None, Table | None, Named]:
    if model.table is not None:
        table, named = _table(model, scope, texts, known)
        return None, table, named
    condition, _, _ = link_condition(model.require or model.when, scope, texts, known)
    return condition, None, _named(model, "otherwise" if model.require is not None else "then")


def _named(model: RuleModel, part: str) -> Named:
    """Return the conclusions of a rule that is no table, with where each stands."""
    many = len(model.conclusions) > 1
    return [(n, (part, i) if many else (part,)) for i, n in enumerate(model.conclusions)]


def _exceptions(
    model: RuleModel, scope: Scope, texts: Texts, known: frozenset[str], base: Citation
) -> list[ExceptionClause]:
    return [
        ExceptionClause(
            clause.exception,
            clause.title.text if clause.title else None,
            link_condition(clause.when, scope, texts, known)[0],
            citation_of(clause.source, base),
            clause.note.text if clause.note else None,
        )
        for clause in model.unless or ()
    ]


def _shown(model: RuleModel, definitions: Mapping[str, Definition], texts: Texts) -> list[Definition]:
    out = []
    for i, name in enumerate(model.shows or ()):
        found = definitions.get(name)
        if found is None:
            guess = nearest(name, definitions)
            texts.faults.append(model.fault(messages.NO_SUCH_DEFINITION, "shows", i, suggestion=guess, found=name))
        else:
            out.append(found)
    return out


def _check_conclusions(model: RuleModel, named: Named, question: Question | None, texts: Texts) -> None:
    if question is None:
        return
    for name, path in named:
        if name not in question.conclusions:
            known = Text("、".join(question.conclusions), ", ".join(question.conclusions))
            values = {"question": question.name, "found": name, "known": known}
            guess = nearest(name, question.conclusions)
            texts.faults.append(model.fault(messages.NO_SUCH_CONCLUSION, *path, suggestion=guess, **values))


def _table(model: RuleModel, scope: Scope, texts: Texts, known: frozenset[str]) -> tuple[Table | None, Named]:
    """Link a table whose output names conclusions: each row becomes a condition over the inputs."""
    table = model.table
    assert table is not None
    if table.hit_policy in ("C+", "C<", "C>", "C#"):
        texts.faults.append(table.fault(messages.TABLE_AGGREGATOR, "hit_policy", policy=table.hit_policy))
        return None, []
    column = 0
    if table.concludes is not None:
        column = [o.name for o in table.outputs].index(table.concludes)
    elif len(table.outputs) > 1:
        texts.faults.append(table.fault(messages.NO_CONCLUDES, "outputs"))
        return None, []
    inputs = [texts.check(i.expression, texts.parse(i.expression), scope, narrowed=known) for i in table.inputs]
    rows, named = [], Named()
    for i, row in enumerate(table.rules):
        cells = [
            made
            for checked, text in zip(inputs, row.when, strict=True)
            if (made := link_cell(checked, text, scope, texts)) is not None
        ]
        names = _conclusion_names(row.then[column].text)
        if names is None:
            texts.faults.append(row.fault(messages.TABLE_NOT_TEXT, "then", column, found=row.then[column].text))
            continue
        named += [(name, ("table", "rules", i, "then", column)) for name in names]
        rows.append(TableRow(Condition("all", tuple(cells), position=row.position()), names, row.position()))
    values = table.outputs[column].values or ()
    priority = tuple(n for v in values for n in _conclusion_names(v.text) or ())
    return Table(table.hit_policy, tuple(rows), priority), named


def _conclusion_names(text: str) -> tuple[str, ...] | None:
    """Return the conclusion that a cell names: a quoted name, a bare one, or `null` or `-` for none."""
    bare = text.strip()
    if bare in ("null", "-"):
        return ()
    if len(bare) > 1 and bare[0] == bare[-1] == '"':
        bare = bare[1:-1]
    return (bare,) if bare.isidentifier() else None
