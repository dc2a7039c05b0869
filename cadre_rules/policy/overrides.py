"""Which rule displaces which: what rules say themselves, and what the rank of layers says.

In: a linking with its rules. Out: the rules with `overridden_by`. A superior layer beats an inferior one unless it
delegates; between equals nothing is resolved by order: it is warned of, and reported as a conflict where it happens.
"""

from __future__ import annotations

from dataclasses import replace
from typing import TYPE_CHECKING

from cadre_rules.diagnostics import nearest
from cadre_rules.policy import link_messages as messages
from cadre_rules.policy.exclusion import exclude_each_other
from cadre_rules.policy.linked import Override

if TYPE_CHECKING:
    from cadre_rules.policy.link import Linking
    from cadre_rules.policy.linked import Rule
    from cadre_rules.policy.models.policy_file import Policy as PolicyModel
    from cadre_rules.policy.models.rules import Rule as RuleModel


def link_overrides(at: Linking) -> None:
    """Fill `overridden_by` of every rule, and warn of rules that may conflict."""
    displaced: dict[str, list[Override]] = {}
    models = [(p, r) for f in at.files for p in f.policies for r in p.rules]
    delegating = {p.policy for f in at.files for p in f.policies if p.delegates}
    for policy, model in models:
        for i, reference in enumerate(model.overrides or ()):
            _explicit(at, policy, model, i, reference, delegating, displaced)
    _by_rank(at, delegating, displaced)
    for rule_id, overrides in displaced.items():
        at.rules[rule_id] = replace(at.rules[rule_id], overridden_by=tuple(overrides))
    for id_, linked in at.policies.items():
        at.policies[id_] = replace(linked, rules=tuple(at.rules[r.id] for r in linked.rules))


def _explicit(
    at: Linking,
    policy: PolicyModel,
    model: RuleModel,
    index: int,
    reference: str,
    delegating: set[str],
    displaced: dict[str, list[Override]],
) -> None:
    own = f"{policy.policy}#{model.rule}"
    if own not in at.rules:
        return
    target = reference if "#" in reference else f"{policy.policy}#{reference}"
    path = ("overrides", index) if len(model.overrides or ()) > 1 else ("overrides",)
    if target == own:
        at.faults.append(model.fault(messages.RULE_CYCLE, *path, way=f"{own} → {own}"))
        return
    if target in _unverified(at):
        at.faults.append(model.fault(messages.RULE_UNVERIFIED, *path, found=target))
        return
    if target not in at.rules:
        names = [r.name for r in at.rules.values() if r.policy == policy.policy and r.id != own]
        guess = nearest(reference, [*names, *at.rules])
        at.faults.append(model.fault(messages.NO_SUCH_RULE, *path, suggestion=guess, found=reference))
        return
    higher = at.rules[target]
    lower_layer = at.layers[policy.pack] > at.policies[higher.policy].layer
    if lower_layer and higher.policy not in delegating:
        at.faults.append(model.fault(messages.INFERIOR_OVERRIDES, *path, higher=target))
        return
    displaced.setdefault(target, []).append(Override(own))


def _unverified(at: Linking) -> set[str]:
    """Return the rules of policies that are read and never evaluated."""
    return {f"{p.policy}#{r.rule}" for f in at.files for p in f.policies if p.status == "unverified" for r in p.rules}


def _by_rank(at: Linking, delegating: set[str], displaced: dict[str, list[Override]]) -> None:
    """Let rules of a superior layer displace those below that conclude what excludes their conclusion."""
    for question in at.questions.values():
        for a, b in question.incompatible:
            for first in _drawing(at, a):
                for second in _drawing(at, b):
                    if first.id != second.id:
                        _rank(at, first, second, delegating, displaced)


def _drawing(at: Linking, conclusion: str) -> list[Rule]:
    return [r for r in at.rules.values() if conclusion in r.conclusions]


def _rank(at: Linking, first: Rule, second: Rule, delegating: set[str], displaced: dict[str, list[Override]]) -> None:
    said = [o.rule for o in displaced.get(first.id, ())], [o.rule for o in displaced.get(second.id, ())]
    if second.id in said[0] or first.id in said[1]:
        return
    upper, lower = at.policies[first.policy].layer, at.policies[second.policy].layer
    if upper == lower:
        if not exclude_each_other(first, second):
            at.texts.warnings.append(
                messages.POSSIBLE_CONFLICT.at(
                    first.position, line=at.lines.get(first.id), first=first.id, second=second.id
                )
            )
        return
    superior, inferior = (first, second) if upper < lower else (second, first)
    if superior.policy not in delegating:
        displaced.setdefault(inferior.id, []).append(Override(superior.id, by_rank=True))
