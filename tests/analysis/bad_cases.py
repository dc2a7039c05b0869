"""Breaches of principles: the files of each case, over the base in `made`.

The exact renderings stand in `bad/<case>.txt`; `RESET_RENDERINGS=1 pytest tests/analysis` rewrites them.
"""

from __future__ import annotations

from tests.analysis.made import BASE, CHECK, FORBIDS, SOURCE, TITLE, UPPER, policy

STRICTER = "raises:\n  upper/work.years:\n    values: {2010-01-01: P8Y}\n"
ADOPTION = f"""\
adoption: unit
{TITLE}unit: {{zh: 示例局, en: the example office}}
packs: [lower]
from: 2020-01-01
sets:
  upper/work.years: P6Y
"""
ATOMS = (
    [f'count(awards[title = "{i}"]) > 0' for i in range(20)],
    [f'count(training[title = "{i}"]) > 0' for i in range(20)],
)
INTRICATE = "- rule: a\n  when:\n    any:\n      - all: {}\n{}  then: barred\n".format(
    [*ATOMS[0]], "".join(f"      - {{all: {[a, b, 'old']}}}\n" for a, b in zip(*ATOMS, strict=True))
)


def one(rules: str, *, more: str = "") -> dict[str, str]:
    return {"lower/made.yaml": policy(rules, more=more)}


def forbidding(forbids: str, rules: str) -> dict[str, str]:
    return {"lower/check.yaml": CHECK + forbids, "lower/state.yaml": policy(rules, question="state")}


CASES: dict[str, dict[str, str]] = {
    "prerequisite": one("- rule: young-enough\n  require: age(person.birth_date, as_of) <= 45\n  otherwise: barred\n"),
    "consequence": one("- rule: too-old\n  when: count(posts) > 0 and old\n  then: barred\n"),
    "in-all": one(
        "- rule: long-enough\n  require:\n    all:\n      - excellent\n      - not: "
        "'years_of_work < duration(\"P10Y\")'\n  otherwise: barred\n"
    ),
    "definition": one("- {rule: a, when: 'not(young)', then: barred}\n", more="definitions: {young: 'not(old)'}\n"),
    "table-row": one(
        "- rule: by-table\n  table:\n    inputs: [{expression: count(awards)}, "
        "{expression: 'age(person.birth_date, as_of)'}]\n    outputs: [{name: result}]\n    hit_policy: F\n"
        "    rules:\n      - {when: ['> 3', '<= 60'], then: 'null'}\n"
        "      - {when: ['-', '> 45'], then: '\"barred\"'}\n"
    ),
    "concluded": {
        "lower/state.yaml": policy(
            "- {rule: junior, when: 'years_of_work < duration(\"P10Y\")', then: awaiting}\n",
            question="state",
            name="lower/state",
        ),
        **one("- {rule: a, when: 'excellent = false or concluded(awaiting)', then: barred}\n"),
    },
    "applies": one('- rule: a\n  applies: old\n  when: person.name != ""\n  then: barred\n'),
    "displaced": one(
        "- {rule: all, when: 'count(posts) >= 0', then: barred}\n"
        "- {rule: young, when: 'not(old)', then: hint, overrides: all}\n"
    ),
    "several-facts": one(
        "- {rule: a, require: 'old = false and total service(posts) >= duration(\"P5Y\")', otherwise: barred}\n"
    ),
    "together": one(
        "- {rule: a, when: 'old and excellent', then: barred}\n"
        "- {rule: b, when: 'old and not(excellent)', then: also_barred}\n"
    ),
    "other-clause-cited": one(
        '- rule: a\n  require: years_of_work >= duration("P5Y")\n  otherwise: barred\n  source: {document: 示例条例, '
        "clause: 第九条, issuer: {zh: 示例省, en: the example province}}\n"
    ),
    "stricter": {"lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER},
    "stricter-without-exemption": {
        "lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER,
        "lower/check.yaml": CHECK + "  bars: promotion\n  by: seniority\n",
    },
    "stricter-same-source": {"lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER + "    " + SOURCE},
    "stricter-by-adoption": {"lower/adoption.yaml": ADOPTION},
    "status": forbidding(
        "  bars: state\n  by: [status, rank]\n",
        "- {rule: a, when: 'person.kind != \"civil servant\"', then: awaiting}\n",
    ),
    "withheld": forbidding(
        "  bars: [{question: state, withholds: on_post}]\n  by: [status, rank]\n",
        '- rule: a\n  when: current != null and current.level >= "township-section chief" and excellent\n'
        "  then: on_post\n",
    ),
    "intricate": one(INTRICATE),
}
CLEAN: dict[str, dict[str, str]] = {
    "not-stricter": {"lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER.replace("P8Y", "P5Y")},
    "stricter-by-a-higher-rule": {
        "upper/more.yaml": policy(
            "- {rule: a, when: 'count(sanctions) > 0', then: barred}\n", name="upper/more"
        ).replace(SOURCE, UPPER.replace("第八条第（一）项", "第二十条")),
        "lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER + "    " + UPPER.replace("第八条第（一）项", "第二十条"),
    },
    "raised-by-merit": {
        "upper/work.yaml": BASE["upper/work.yaml"].replace(
            "require: years_of_work >= years", "require: {any: ['years_of_work >= years', excellent]}"
        ),
        "lower/pack.yaml": BASE["lower/pack.yaml"] + STRICTER,
    },
    "no-check": {
        "lower/check.yaml": f"principle: lower/check\n{TITLE}{SOURCE}text: {{zh: 甲, en: a}}\n",
        **one("- {rule: a, when: old, then: barred}\n"),
    },
    "unverified": {
        "lower/made.yaml": policy("- {rule: a, when: old, then: barred}\n").replace(
            SOURCE, SOURCE + "status: unverified\n"
        )
    },
    "check-of-a-higher-layer-keeps-to-itself": {"lower/check.yaml": CHECK + FORBIDS},
}
