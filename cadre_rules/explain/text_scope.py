"""The rules that were looked at and do not apply here, together at the end: why not, and then which.

In: a decision, its findings, the citations so far. Out: lines of text. Rules that are outside of their scope for the
same reason stand under it, each with its source, so that a long list stays readable and nothing is left out.
"""

from __future__ import annotations

from typing import TYPE_CHECKING

from cadre_rules.explain.text_reasons import condition_lines, rule_title

if TYPE_CHECKING:
    from collections.abc import Iterator

    from cadre_rules.explain.citations import Citations
    from cadre_rules.explain.decision import Decision
    from cadre_rules.explain.findings import ConditionNode, Finding


def is_outside(finding: Finding) -> bool:
    """Return whether a rule is outside of its scope because of a condition that can be shown."""
    return finding.status == "not applicable" and any(True for _ in _failing(finding))


def outside_lines(decision: Decision, findings: list[Finding], cited: Citations) -> list[str]:
    """Return the lines on rules that are outside of their scope, by what they fail on."""
    zh = cited.language == "zh"
    groups: dict[tuple[str, ...], list[str]] = {}
    for finding in findings:
        why = tuple(line for node in _failing(finding) for line in condition_lines(decision, finding, cited, node))
        named, source = rule_title(decision, finding, cited), cited.text(finding.rule.citation)
        label = "依据：" if zh else "source: "
        groups.setdefault(why, []).extend([f"    - {named}", f"      {label}{source}"])
    count = len(findings)
    rules = "1 rule" if count == 1 else f"{count} rules"
    out = [f"【不在适用范围】{count}条规定" if zh else f"[outside of its scope] {rules}"]
    for why, rules_under in groups.items():
        out += [*why, *rules_under]
    return out


def _failing(finding: Finding) -> Iterator[ConditionNode]:
    """Yield the conditions on which the scope of a question fails, else that of the policy, else that of the rule."""
    for _, node, truth in finding.gates:
        if node is not None and truth == "false":
            yield from _leaves(node)
            return


def _leaves(node: ConditionNode) -> Iterator[ConditionNode]:
    if node.kind == "all" and node.parts and not node.titled:
        for part in node.parts:
            if part.truth == "false":
                yield from _leaves(part)
    else:
        yield node
