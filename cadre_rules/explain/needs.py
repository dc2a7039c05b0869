"""What is missing: the unknown facts that can still change the answer, most decisive first, and who can supply each.

In: an engine and an outcome. Out: `Need`s. Facts are tried out: what changes nothing, whatever it turns
out to be and whatever the others do, is not asked for.
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import LANGUAGES, Text
from cadre_rules.explain.answer import answer_of
from cadre_rules.explain.collect import evidence
from cadre_rules.explain.determined import declared, incident_text
from cadre_rules.explain.evidence import Missing
from cadre_rules.explain.findings import status_of
from cadre_rules.explain.hanging import hangs_on
from cadre_rules.explain.naming import list_text
from cadre_rules.explain.trials import Trials
from cadre_rules.explain.tried import Tried
from cadre_rules.explain.values import quoted
from cadre_rules.vocabulary.codes import MAYBE
from cadre_rules.vocabulary.subjects import KINDS

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.engine.compiled import Engine
    from cadre_rules.engine.outcome import Outcome
    from cadre_rules.explain.answer import Answer
    from cadre_rules.explain.naming import Names
    from cadre_rules.explain.tried import Effect
    from cadre_rules.plan.steps import ConditionSteps, RuleSteps
    from cadre_rules.policy.linked import Rule
    from cadre_rules.records.record import Record


@dataclass(frozen=True, slots=True)
class Need:
    """A missing fact: what it is, where it belongs, who can supply it, and the rules that it keeps open.

    `outcomes` are values with the answers that they give by themselves, all else being as it is, and `complete` says
    that there are no other values; `verb` joins a value to what it is of. `effect`: it settles the answer by itself
    for some value; it matters together with others; or that could not be found out.
    """

    missing: Missing
    text: Text
    supplier: Text
    rules: tuple[str, ...]
    effect: Effect
    outcomes: tuple[tuple[Text, Answer], ...] = ()
    complete: bool = False
    verb: Text | None = None

    @property
    def kind(self) -> str:
        """What is missing: fact, list, determination, parameter, year or calendar."""
        return self.missing.kind

    def id(self, record: Record) -> str:
        """Return what is missing as a reference: see `need_id`."""
        return need_id(self.missing, record)


def needs(engine: Engine, outcome: Outcome, names: Names) -> tuple[Need, ...]:
    """Return the needs of an answer that is open, most decisive first; nothing where all is settled."""
    if answer_of(outcome).settled:
        return ()
    found = _candidates(outcome)
    tried = Tried(Trials(engine, outcome), tuple(found))
    kept = tried.kept()
    made = []
    for missing in kept:
        need = Need(
            missing,
            missing_text(outcome, missing, names),
            _supplier(outcome, missing),
            tuple(found[missing]),
            tried.effect(missing),
            tried.outcomes(missing),
            tried.options[missing].all_of_them,
            tried.options[missing].verb,
        )
        made.append((tried.rank(missing), -len(need.rules), need))
    return tuple(need for _, _, need in sorted(made, key=lambda entry: entry[:2]))


# what may be missing -------------------------------------------------------------------------------------------


def _candidates(outcome: Outcome) -> dict[Missing, list[str]]:
    """Return what is missing in open parts of open rules, with the rules that it keeps open."""
    found: dict[Missing, list[str]] = {}
    applies = outcome.plan.applies
    for missing in _open(outcome, applies) if applies is not None else ():
        found.setdefault(missing, [])
    hanging = hangs_on(outcome)
    for id_, steps in outcome.plan.rules.items():
        own = _own(outcome, steps.rule)
        if id_ not in hanging and not own:
            continue
        undetermined = status_of(outcome, steps) == "undetermined"
        open_force = any(name == "in force" and outcome.truth(step) == MAYBE for name, _, step in steps.gates)
        if not undetermined and not (open_force and own):
            continue
        for missing in _missing(outcome, steps, undetermined):
            rules = found.setdefault(missing, [])
            if id_ not in rules and undetermined:
                rules.append(id_)
    return found


def _own(outcome: Outcome, rule: Rule) -> bool:
    """Return whether a rule answers the question itself, so that its being in force is part of the answer."""
    return outcome.plan.policies.policies[rule.policy].question == outcome.plan.question.name


def _missing(outcome: Outcome, steps: RuleSteps, undetermined: bool) -> Iterator[Missing]:
    for gate, made, step in steps.gates:
        if gate == "in force" and outcome.truth(step) == MAYBE:
            policy = outcome.plan.policies.policies[steps.rule.policy]
            yield Missing("parameter", name=policy.in_force_parameter or "")
        elif made is not None:
            yield from _open(outcome, made)
    if undetermined:
        for part in (*([steps.condition] if steps.condition else ()), *steps.rows, *steps.exceptions):
            yield from _open(outcome, part)


def _open(outcome: Outcome, steps: ConditionSteps) -> Iterator[Missing]:
    """Yield what is missing for a condition, where that is open; what is decided needs nothing more."""
    if outcome.truth(steps.step) != MAYBE:
        return
    for part in steps.parts:
        yield from _open(outcome, part)
    if not steps.parts and steps.tree is not None:
        yield from evidence(outcome, outcome.plan.steps[steps.step].owner, steps.tree).missing


# words ----------------------------------------------------------------------------------------------------------

_RECORD = Text("由干部人事档案补充", "from the personnel record")
_HANDLER = Text("由承办单位补充", "from the body that handles the matter")
_OF_THE_MATTER = ("proposal", "steps")  # what a cadre's record holds of a matter that is being handled
_ADOPTER = Text("由采用政策的单位设定", "set by the unit that adopts the policies")
_DEFAULT_MAKER = Text("由有权机关认定", "determined by the body in charge")
_STATE = Text("待国务院办公厅公布", "published by the General Office of the State Council")


def need_id(missing: Missing, record: Record) -> str:
    """Return the stable id of what is missing.

    The pointer of a fact or list in the record, or `determination:<matter>`, `parameter:<id>`, `year:<yyyy>`,
    `calendar`.
    """
    match missing.kind:
        case "determination":
            return f"determination:{missing.name.rpartition(':')[2]}"
        case "parameter" | "year":
            return f"{missing.kind}:{missing.name}"
        case "calendar":
            return "calendar"
    return record.pointer(*missing.path)


def missing_text(outcome: Outcome, missing: Missing, names: Names) -> Text:
    """Return what is missing, as a phrase."""
    policies = outcome.plan.policies
    match missing.kind:
        case "parameter":
            parameter = policies.parameters.get(missing.name)
            title = parameter.title if parameter else Text(missing.name, missing.name)
            zh, en = quoted(title.zh), quoted(title.en)
            if any(policy.in_force_parameter == missing.name for policy in policies.policies.values()):
                return Text(f"政策的施行日期（{zh}）", f"the date from which the policies are in force ({en})")
            return Text(f"参数{zh}的取值", f"the value of the parameter {en}")
        case "determination":
            matter = missing.name.rpartition(":")[2]
            found = declared(policies, matter)
            if found is None:
                return Text(f"关于{quoted(matter)}的认定", f"the determination {quoted(matter)}")
            zh, en = (" / ".join(t.in_(language) for _, t in found.outcomes) for language in LANGUAGES)
            title = found.title
            if missing.path:
                about = incident_text(outcome.facts, str(missing.path[0]))
                title = Text(f"{about.zh}：{title.zh}", f"{about.en}: {title.en}")
            return Text(f"关于{quoted(title.zh)}的认定（{zh}）", f"the determination {quoted(title.en)} ({en})")
        case "list":
            name = list_text(str(missing.path[0]))
            return Text(f"完整的“{name.zh}”", f"the complete list of {name.en}")
        case "year":
            return Text(f"{missing.name}年年度考核的情况", f"the annual assessment of {missing.name}")
        case "calendar":
            return Text("有关年度的放假安排", "the public holidays of the year in question")
    return names.fact(missing.path)


def _supplier(outcome: Outcome, missing: Missing) -> Text:
    if missing.kind == "parameter":
        return _ADOPTER
    if missing.kind == "calendar":
        return _STATE
    if missing.kind == "determination":
        found = declared(outcome.plan.policies, missing.name.rpartition(":")[2])
        if found is not None and found.by is not None:
            return Text(f"由{found.by.zh}认定", f"determined by {found.by.en}")
        return _DEFAULT_MAKER
    of_cadre = KINDS[outcome.plan.question.subject].head == KINDS["cadre"].head
    return _RECORD if of_cadre and missing.path[:1] not in [(root,) for root in _OF_THE_MATTER] else _HANDLER
