"""The report on coverage as text: a table for each policy, the cases that are missing, the reasons, the figures.

In: a `Report`. Out: lines. Columns are aligned by the width that a terminal gives each character.
"""

from __future__ import annotations

from itertools import groupby
from typing import TYPE_CHECKING

from cadre_rules.cases.gaps import UNDETERMINED
from cadre_rules.cases.tally import FIRED, STATES
from cadre_rules.diagnostics import Text, display_width

if TYPE_CHECKING:
    from collections.abc import Iterable, Iterator
    from fractions import Fraction

    from cadre_rules.cases.gaps import Gap
    from cadre_rules.cases.report import Report
    from cadre_rules.cases.tally import Leaf, PolicyTally, RuleTally
    from cadre_rules.diagnostics import Language

_HEAD = Text("规则的覆盖情况", "Coverage of the rules")
_COLUMNS = (
    Text("规则", "rule"),
    Text("触发", "fired"),
    Text("未触发", "not fired"),
    Text("不能确定", "undetermined"),
    Text("不适用", "n/a"),
    Text("例外", "excepted"),
    Text("被代替", "overridden"),
    Text("未施行", "not in force"),
    Text("MC/DC", "MC/DC"),
    Text("临界", "boundary"),
)
_OWN = Text("（政策的适用条件）", "(where the policy applies)")
_QUESTIONS = Text("问题的适用条件", "Where the questions apply")
_QUESTION = Text("问题 {0}", "question {0}")
_MISSING = Text("尚缺的案例", "Cases that are missing")
_EXPLAINED = Text("案例文件已说明理由的", "Explained in the case files")
_REASON = Text("理由：{0}", "reason: {0}")
_UNTESTED = Text("政策 {0}：没有案例文件", "policy {0}: no case file")
_STATES = {
    FIRED: Text("从未触发", "never fired"),
    "not fired": Text("从未有不触发的案例", "never not fired"),
    UNDETERMINED: Text("没有因事实未知而不能确定的案例", "never undetermined: no case has a fact unknown"),
}
_BOUNDARY = Text("没有处在临界点上的案例", "no case stands on the boundary")
_SIDES = {
    "exception": (
        Text("例外「{0}」：没有成立而使规则不触发的案例", "exception {0}: never holds where the rule would apply"),
        Text("例外「{0}」：没有不成立而规则触发的案例", "exception {0}: never fails to hold where the rule applies"),
    ),
    "override": (
        Text("代替 {0}：没有取而代之的案例", "overrides {0}: never takes its place"),
        Text("代替 {0}：没有后者照常触发的案例", "overrides {0}: never leaves it its place where it applies"),
    ),
    "row": (
        Text("表的第 {0} 行：从未适用", "row {0} of the table: never counted"),
        Text("表的第 {0} 行：没有不适用的案例", "row {0} of the table: counted in every case"),
    ),
    "test": (
        Text("从未在起决定作用时成立", "never true while it decides"),
        Text("从未在起决定作用时不成立", "never false while it decides"),
    ),
}


def percent(share: Fraction) -> str:
    """Return a percentage with at most one decimal, never rounded up."""
    tenths = int(share * 10)
    return f"{tenths // 10}.{tenths % 10}%" if tenths % 10 else f"{tenths // 10}%"


def report_text(report: Report, language: Language) -> Iterator[str]:
    """Yield the lines of a report."""
    yield ""
    yield _HEAD.in_(language)
    if report.coverage.questions:
        yield ""
        yield _QUESTIONS.in_(language)
        yield from _aligned([[q.question.name, "MC/DC", _covered(q.tests)] for q in report.coverage.questions])
    for policy in report.coverage.policies:
        yield ""
        yield f"{policy.policy.id}　{policy.policy.title.in_(language)}"
        yield from _table(policy, language)
        yield from _parts(policy, language)
    short = not report.figures.share() >= report.asked
    open_ = [gap for gap in report.gaps if gap.reason is None]
    if open_ or report.untested:
        yield ""
        yield _MISSING.in_(language)
        yield from (f"  ✗ {_UNTESTED.in_(language).format(id_)}" for id_ in report.untested)
        yield from _gaps(open_, language, short)
    if len(open_) < len(report.gaps):
        yield ""
        yield _EXPLAINED.in_(language)
        yield from _gaps([gap for gap in report.gaps if gap.reason is not None], language, short)
    yield ""
    yield _figures(report).in_(language)


def _table(policy: PolicyTally, language: Language) -> Iterator[str]:
    rows = [[column.in_(language) for column in _COLUMNS]]
    own = [leaf for condition in policy.conditions.values() for leaf in condition.tests.values()]
    if own:
        rows.append([_OWN.in_(language), *[""] * len(STATES), _covered(own), ""])
    rows += [_row(rule) for rule in policy.rules.values()]
    yield from _aligned(rows)


def _aligned(rows: list[list[str]]) -> Iterator[str]:
    """Yield rows with their cells under one another: the first and the last to the left, the others to the right."""
    widths = [max(map(display_width, column)) for column in zip(*rows, strict=True)]
    for name, *cells in rows:
        padded = [" " * (widths[i] - display_width(cell)) + cell for i, cell in enumerate(cells[:-1], 1)]
        line = "  ".join([name + " " * (widths[0] - display_width(name)), *padded, cells[-1]])
        yield f"  {line}".rstrip()


def _row(rule: RuleTally) -> list[str]:
    edge = {True: "✓", False: "✗", None: "—"}[rule.edges.met]
    return [rule.rule.name, *(str(rule.states[state]) for state in STATES), _covered(rule.tests), edge]


def _covered(leaves: list[Leaf]) -> str:
    return f"{sum(leaf.covered for leaf in leaves)}/{len(leaves)}" if leaves else "—"


def _parts(policy: PolicyTally, language: Language) -> Iterator[str]:
    """Yield a line for every exception, override and row: how often each came out either way."""
    zh = language == "zh"
    for rule in policy.rules.values():
        name = rule.rule.name
        for clause in rule.exceptions.values():
            yes, no = clause.held.yes, clause.held.no
            yield (
                f"  {name}，例外「{clause.name}」：成立 {yes}，不成立 {no}"
                if zh
                else f"  {name}, exception {clause.name}: held {yes}, did not hold {no}"
            )
        for place in rule.overrides.values():
            yes, no = place.taken.yes, place.taken.no
            rank = ("（上位）" if zh else " (by rank)") if place.by_rank else ""
            yield (
                f"  {name}，代替 {place.rule}{rank}：代替 {yes}，未代替 {no}"
                if zh
                else f"  {name}, overrides {place.rule}{rank}: displaced {yes}, not displaced {no}"
            )
        for number, row in enumerate(rule.rows, 1):
            yes, no = row.counted.yes, row.counted.no
            yield (
                f"  {name}，表的第 {number} 行：适用 {yes}，不适用 {no}"
                if zh
                else f"  {name}, row {number} of the table: counted {yes}, did not count {no}"
            )


def _gaps(gaps: Iterable[Gap], language: Language, short: bool) -> Iterator[str]:
    """Yield gaps by rule; those that make the run fail are marked with a cross."""
    for rule, of_rule in groupby(gaps, key=lambda gap: gap.rule):
        yield "  " + (_QUESTION.in_(language).format(rule[9:]) if rule.startswith("question:") else rule)
        for gap in of_rule:
            failing = gap.failing or (gap.kind == "test" and short and gap.reason is None)
            mark = "✗" if failing else "·"
            yield f"    {mark} {gap_text(gap).in_(language)}"
            if gap.reason is not None:
                yield f"      {_REASON.in_(language).format(gap.reason.in_(language))}"


def gap_text(gap: Gap) -> Text:
    """Return what is missing, in words."""
    if gap.kind == "state":
        return _STATES[gap.item]
    if gap.kind == "boundary":
        return _of_leaf(gap.leaf, _BOUNDARY) if gap.leaf else _BOUNDARY
    sides = [_SIDES[gap.kind][0 if side else 1] for side in gap.missing]
    if gap.leaf is not None:
        return _of_leaf(gap.leaf, Text("，".join(s.zh for s in sides), ", ".join(s.en for s in sides)))
    item = gap.item.removeprefix("row/")
    return Text("；".join(s.zh.format(item) for s in sides), "; ".join(s.en.format(item) for s in sides))


def _of_leaf(leaf: Leaf, said: Text) -> Text:
    """Return what is said of a test, with its words and how the policy writes it."""
    return Text(f"「{leaf.text.zh}」（{leaf.feel}）：{said.zh}", f"“{leaf.text.en}” ({leaf.feel}): {said.en}")


def _figures(report: Report) -> Text:
    f = report.figures
    share, asked = percent(f.share()), f"{report.asked:f}%"
    return Text(
        f"规则 {f.rules} 条：有触发案例的 {f.fired} 条，有不触发案例的 {f.not_fired} 条。"
        f"单项条件 {f.tests} 项，MC/DC 覆盖 {f.covered} 项，{share}（要求 {asked}）。",
        f"{f.rules} rules: {f.fired} fired, {f.not_fired} not fired. "
        f"MC/DC: {f.covered} of {f.tests} tests, {share} ({asked} is asked for).",
    )
