"""The order of rules: which conclusions a rule needs, and cycles among them.

In: linked rules. Out: diagnostics for cycles. A rule needs the conclusions that its conditions name and the rules that
displace it; a conclusion needs every rule that draws it.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.feel.tree import Name, walk
from cadre_rules.policy import link_messages as messages

if TYPE_CHECKING:
    from collections.abc import Iterator, Mapping

    from cadre_rules.diagnostics import Diagnostic
    from cadre_rules.feel.tree import Node
    from cadre_rules.policy.linked import Condition, NameTable, Policy, Question, Rule

_ENDS = 5  # rules or definitions that a message names at each end of a long way


def condition_trees(condition: Condition | None) -> Iterator[Node]:
    """Yield the trees of a condition."""
    if condition is None:
        return
    if condition.tree is not None:
        yield condition.tree
    for operand in condition.operands:
        yield from condition_trees(operand)


def rule_trees(rule: Rule, policy: Policy, question: Question) -> Iterator[Node]:
    """Yield every tree that decides whether a rule takes effect."""
    for condition in (question.applies, policy.applies, rule.applies, rule.condition):
        yield from condition_trees(condition)
    for order in rule.procedure.orders if rule.procedure is not None else ():
        yield from condition_trees(order.condition)
    for exception in rule.exceptions:
        yield from condition_trees(exception.condition)
    if rule.table is not None:
        for row in rule.table.rows:
            yield from condition_trees(row.condition)


def needed_conclusions(tree: Node, names: NameTable, all_names: Mapping[str, NameTable]) -> set[str]:
    """Return the conclusions that a tree names, through definitions as well."""
    found: set[str] = set()
    seen: set[str] = set()
    todo = [(tree, names)]
    while todo:
        at, known = todo.pop()
        for node in walk(at):
            if not isinstance(node, Name):
                continue
            if node.name in known.definitions:
                definition = known.definitions[node.name]
                if definition.id not in seen:
                    seen.add(definition.id)
                    todo.append((definition.tree, all_names[definition.owner]))
            elif node.name in known.conclusions:
                found.add(node.name)
    return found


def cycles(
    rules: Mapping[str, Rule],
    policies: Mapping[str, Policy],
    questions: Mapping[str, Question],
    names: Mapping[str, NameTable],
    lines: Mapping[str, str],
) -> list[Diagnostic]:
    """Return a fault for each way round among rules and conclusions; `lines` are the rules' source lines."""
    drawn: dict[str, list[str]] = {}
    for rule in rules.values():
        for conclusion in rule.conclusions:
            drawn.setdefault(conclusion, []).append(rule.id)
    edges: dict[str, list[str]] = {}
    for rule in rules.values():
        policy = policies[rule.policy]
        needed: set[str] = set()
        for tree in rule_trees(rule, policy, questions[policy.question]):
            needed |= needed_conclusions(tree, names[policy.id], names)
        edges[rule.id] = [
            *(r for c in sorted(needed) for r in drawn.get(c, ())),
            *(o.rule for o in rule.overridden_by),
        ]
    found = [_fault(rules, way, lines) for way in _ways_round(edges)]
    return found or [_too_deep(rules[id_], lines) for id_ in _deepest(edges)]


DEEPEST = 30  # rules that build on one another


def _deepest(edges: Mapping[str, list[str]]) -> list[str]:
    """Return the first rule that more than `DEEPEST` others have to come before, if there is one."""
    depth = dict.fromkeys(edges, 1)
    changed = True
    while changed and max(depth.values(), default=0) <= DEEPEST:
        changed = False
        for node, others in edges.items():
            needed = 1 + max((depth[o] for o in others), default=0)
            if needed > depth[node]:
                depth[node], changed = needed, True
    return [node for node, d in depth.items() if d > DEEPEST][:1]


def _too_deep(rule: Rule, lines: Mapping[str, str]) -> Diagnostic:
    return messages.TOO_DEEP.at(rule.position, line=lines.get(rule.id), name=rule.name, limit=DEEPEST)


def _ways_round(edges: Mapping[str, list[str]]) -> Iterator[list[str]]:
    state: dict[str, int] = {}
    for start in edges:
        if start in state:
            continue
        state[start] = 1
        path = {start: iter(edges[start])}  # the way here, each with where it leads that was not looked at
        while path:
            node = next(reversed(path))
            other = next(path[node], None)
            if other is None:
                path.popitem()
                state[node] = 2
            elif other not in state:
                state[other] = 1
                path[other] = iter(edges[other])
            elif state[other] == 1:
                way = list(path)
                yield [*way[way.index(other) :], other]


def shown(way: list[str]) -> str:
    """Return a way round as a message tells it: of a long one the two ends."""
    return " → ".join(way if len(way) <= 2 * _ENDS else [*way[:_ENDS], "…", *way[-_ENDS:]])


def _fault(rules: Mapping[str, Rule], way: list[str], lines: Mapping[str, str]) -> Diagnostic:
    rule = rules[way[0]]
    return messages.RULE_CYCLE.at(rule.position, line=lines.get(rule.id), way=shown(way))
