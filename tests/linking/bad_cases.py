"""Policies that do not fit together: the files of each case, over the base in `made`.

The exact renderings stand in `bad/<case>.txt`; `RESET_RENDERINGS=1 pytest tests/linking` rewrites them.
"""

from __future__ import annotations

from tests.linking.made import BASE, QUESTIONS, SOURCE, TITLE, policy

LOWER = BASE["lower/pack.yaml"]
RULE = '  - {rule: a, when: person.sex = "male", then: fit}\n'


def one(rules: str, *, more: str = "", subject: str = "cadre") -> dict[str, str]:
    return {"lower/made.yaml": policy(rules, more=more, subject=subject)}


def checking(bars: str) -> dict[str, str]:
    text = f"check: lower/principle\n{TITLE}{SOURCE}text: {{zh: 甲, en: a}}\nforbids:\n  {bars}\n  by: age\n"
    return {"lower/principle.yaml": text}


def procedure(steps: str, *, of: str = "steps", more: str = "") -> str:
    return f"  - rule: a\n    procedure:\n      of: {of}\n      steps: {steps}\n{more}    otherwise: unfit\n"


def shape(kind: str, declared: str) -> str:
    return f"definitions:\n  x: {{title: {{zh: 形式, en: shape}}, {kind}: {declared}}}\n"


SPANS = """\
parameters:
  years: {type: duration, title: {zh: 期限, en: span}}
  order: {type: list of text, title: {zh: 顺序, en: order}}
"""
CASES: dict[str, dict[str, str]] = {
    "misspelt-fact": one('  - {rule: a, when: "count(post) > 1", then: fit}\n'),
    "misspelt-fact-zh": one('  - {rule: a, when: "count(任职经厉) > 1", then: fit}\n'),
    "misspelt-field": one('  - {rule: a, when: "count(posts[front_lin]) > 1", then: fit}\n'),
    "misspelt-enumeration": one("  - {rule: a, when: 'person.sex = \"man\"', then: fit}\n"),
    "misspelt-function": one('  - {rule: a, when: "cuont(posts) > 1", then: fit}\n'),
    "misspelt-conclusion": one("  - {rule: a, when: person.selected_graduate, then: unfitt}\n"),
    "untested-absent-fact": one('  - {rule: a, when: "some p in posts satisfies p.end < as_of", then: fit}\n'),
    "unlike-types": one("  - {rule: a, when: person.birth_date > 3, then: fit}\n"),
    "not-a-condition": one("  - {rule: a, when: count(posts), then: fit}\n"),
    "syntax": one('  - {rule: a, when: "count(posts > 1", then: fit}\n'),
    "today": one('  - {rule: a, when: "person.birth_date < today()", then: fit}\n'),
    "impossible-date": one("  - {rule: a, when: 'person.birth_date < date(\"2025-02-29\")', then: fit}\n"),
    "definition-cycle": one(RULE, more="definitions: {x: y + 1, y: x + 1}\n"),
    "definition-fault-told-once": one(
        "  - {rule: a, when: x > 1, then: fit}\n", more="definitions: {x: count(psots)}\n"
    ),
    "definition-shadows-fact": one(RULE, more="definitions: {posts: 1}\n"),
    "definition-shadows-conclusion": one(RULE, more="definitions: {fit: 1}\n"),
    "no-such-question": {"lower/made.yaml": policy(RULE).replace("question: fitness", "question: fittness")},
    "other-subject": one(RULE, subject="incident"),
    "no-such-subject": one(RULE, subject="cadres"),
    "check-no-such-question": checking("bars: [fitness, promotoin]"),
    "check-no-such-conclusion": checking("bars: {question: fitness, concludes: [fit, unfitt], withholds: fitt}"),
    "no-such-rule": one("  - {rule: a, when: person.selected_graduate, then: fit, overrides: bb}\n"),
    "rule-cycle": one(
        "  - {rule: a, when: concluded(unfit), then: fit}\n  - {rule: b, when: concluded(fit), then: unfit}\n"
    ),
    "override-cycle": one(
        "  - {rule: a, when: person.selected_graduate, then: fit, overrides: b}\n"
        "  - {rule: b, when: person.selected_graduate, then: fit, overrides: a}\n"
    ),
    "inferior-overrides-superior": one(
        '  - {rule: a, when: person.selected_graduate, then: unfit, overrides: "upper/service#served"}\n'
    ),
    "floor-lowered": {
        "lower/pack.yaml": LOWER + "raises:\n  upper/service.years:\n    values: {2010-01-01: P1Y}\n    " + SOURCE
    },
    "floor-overtaken": {
        "lower/pack.yaml": LOWER + "raises:\n  upper/service.years:\n    values: {2010-01-01: P30M}\n    " + SOURCE
    },
    "floor-of-no-floor": {
        "lower/pack.yaml": LOWER + "raises:\n  upper/service.place:\n    values: {2010-01-01: 某地}\n    " + SOURCE
    },
    "raises-misspelt": {
        "lower/pack.yaml": LOWER + "raises:\n  upper/servce.years:\n    values: {2010-01-01: P5Y}\n    " + SOURCE
    },
    "no-such-pack": {"lower/pack.yaml": LOWER.replace("[upper]", "[uper]")},
    "pack-cycle": {"upper/pack.yaml": BASE["upper/pack.yaml"] + "extends: [lower]\n"},
    "no-date-parameter": {"lower/made.yaml": policy(RULE).replace("from: 2000-01-01", "from: adopted")},
    "columns-of-no-table": one(RULE, more="definitions: {x: {is: count(posts), columns: {a: {zh: 列, en: column}}}}\n"),
    "column-misspelt": one(
        RULE,
        more="definitions:\n  x:\n    is: 'for p in posts return {unit: p.unit, started: p.start}'\n"
        "    columns: {startd: {zh: 开始, en: start}}\n",
    ),
    "score-of-no-list": one(RULE, more=shape("score", "{of: person, by: name, value: 1, each: mean}")),
    "score-texts": one(
        RULE, more=shape("score", "{of: marks, by: componnt, value: component, weights: weigths, each: mean}")
    ),
    "score-no-weights": one(
        RULE, more=shape("score", "{of: marks, by: component, value: mark, weights: marks, each: mean}")
    ),
    "score-drop": one(
        RULE,
        more=shape("score", "{of: marks, by: component, value: mark, each: mean, drop: 1}")
        + "  y: {title: {zh: 甲, en: a}, score: {of: marks, by: component, value: mark, each: trimmed mean}}\n"
        "  z: {title: {zh: 乙, en: b},"
        " score: {of: marks, by: component, value: mark, each: trimmed mean, drop: 1.5}}\n",
    ),
    "shape-needs-itself": one(RULE, more=shape("ranking", "{of: x, id: id, by: mark}")),
    "ranking-by-text": one(RULE, more=shape("ranking", "{of: marks, id: id, by: judge}")),
    "procedure-of-no-steps": one(procedure("[{step: x, title: {zh: 动议, en: motion}}]", of="posts")),
    "procedure-of-other-steps": one(
        procedure(
            "[{step: x, title: {zh: 动议, en: motion}}]", of="'for p in posts return {step: p.unit, on: p.title}'"
        )
    ),
    "procedure-limits": one(
        procedure(
            "\n        - {step: x, title: {zh: 动议, en: motion}, within: P30D}"
            "\n        - {step: y, title: {zh: 推荐, en: vote}, within: year, valid: order}"
        ),
        more=SPANS,
    ),
    "procedure-spans": one(
        procedure(
            "\n        - {step: x, title: {zh: 动议, en: motion}, valid: 30D}"
            "\n        - {step: z, title: {zh: 决定, en: decision}, within: P1Y1D}"
        )
    ),
    "procedure-limit-misspelt": one(procedure("[{step: x, title: {zh: 动议, en: motion}, valid: yeers}]"), more=SPANS),
    "procedure-limits-without-order": one(
        procedure(
            "\n        - {step: x, title: {zh: 动议, en: motion}}"
            "\n        - {step: y, title: {zh: 推荐, en: vote}, not_before: P5D}",
            more="      any_order: true\n",
        )
    ),
    "procedure-faults-in-texts": one(
        procedure(
            "\n        - step: x\n          title: {zh: 动议, en: motion}\n          quorum: presnt >= entitled\n"
            '          actor: b = "党委"\n          evidence: document\n          optional: count(posts)'
        )
    ),
    "procedure-by-no-parameter": one(procedure("ordr"), more=SPANS),
    "procedure-step-twice": one(
        procedure("[{step: x, title: {zh: 动议, en: motion}}, {step: x, title: {zh: 推荐, en: vote}}]")
    ),
    "table-without-concludes": one(
        "  - rule: a\n    table:\n      inputs: [{expression: count(posts)}]\n      outputs: [{name: x}, {name: y}]\n"
        "      hit_policy: F\n      rules: [{when: '> 1', then: ['\"fit\"', '1']}]\n"
    ),
    "table-aggregator": one(
        "  - rule: a\n    table:\n      inputs: [{expression: count(posts)}]\n      outputs: [{name: x}]\n"
        "      hit_policy: C+\n      rules: [{when: '> 1', then: '1'}]\n"
    ),
    "table-cell": one(
        "  - rule: a\n    table:\n      inputs: [{expression: person.sex}]\n      outputs: [{name: x}]\n"
        "      hit_policy: F\n      rules: [{when: '\"mael\"', then: '\"fit\"'}]\n"
    ),
    "table-conclusion": one(
        "  - rule: a\n    table:\n      inputs: [{expression: person.sex}]\n      outputs: [{name: x}]\n"
        "      hit_policy: F\n      rules: [{when: '\"male\"', then: '\"fitt\"'}]\n"
    ),
    "table-value-types": one(
        "  - {rule: a, when: x > 1, then: fit}\n",
        more="definitions:\n  x:\n    table:\n      inputs: [{expression: count(posts)}]\n      outputs: [{name: v}]\n"
        "      hit_policy: F\n      rules: [{when: '> 1', then: '1'}, {when: '-', then: '\"a\"'}]\n",
    ),
    "shows-misspelt": one("  - {rule: a, when: person.selected_graduate, then: fit, shows: xx}\n"),
    "parameter-type": one(RULE, more="parameters: {p: {type: post_levle, title: {zh: 层次, en: level}}}\n"),
    "parameter-value-outside": one(
        RULE,
        more="parameters: {p: {type: sex, title: {zh: 性别要求, en: sex}, values: {2000-01-01: 男性}}}\n",
    ),
    "unknown-determination": one(
        '  - {rule: a, when: \'determination("abel") = "yes"\', then: fit}\n',
        more="determinations:\n  able: {title: {zh: 能力, en: ability}, outcomes: {yes: {zh: 强, en: able}}}\n",
    ),
    "unknown-outcome": one(
        '  - {rule: a, when: \'determination("able") = "ye"\', then: fit}\n',
        more="determinations:\n  able: {title: {zh: 能力, en: ability}, outcomes: {yes: {zh: 强, en: able}}}\n",
    ),
    "question-twice": {"lower/questions.yaml": QUESTIONS},
    "adds-to-nothing": {
        "lower/questions.yaml": "adds_to: {fitnes: {conclusions: {c: {zh: 结论, en: c}}}}\n",
    },
    "conclusion-twice": {
        "lower/questions.yaml": "adds_to: {fitness: {conclusions: {fit: {zh: 合适, en: fit}}}}\n",
    },
    "overrides-itself": one("  - {rule: a, when: person.selected_graduate, then: fit, overrides: a}\n"),
    "overrides-unverified": {
        "lower/made.yaml": policy(
            "  - {rule: a, when: person.selected_graduate, then: fit, overrides: lower/draft#b}\n"
        ),
        "lower/draft.yaml": policy(
            "  - {rule: b, when: person.selected_graduate, then: unfit}\n",
            name="lower/draft",
            more="status: unverified\n",
        ),
    },
    "two-definitions-of-one-title": one(
        "  - {rule: a, when: 年限 > 1, then: fit}\n",
        more="definitions:\n  x: {title: {zh: 年限, en: x}, is: 1}\n  y: {title: {zh: 年限, en: y}, is: 2}\n",
    ),
    "definition-and-parameter-of-one-title": one(
        "  - {rule: a, when: 规定年限 > 1, then: fit}\n",
        more="parameters:\n  p: {type: number, title: {zh: 规定年限, en: p}, values: {2000-01-01: 1}}\n"
        "  q: {type: number, title: {zh: 规定年限, en: q}, values: {2000-01-01: 2}}\n",
    ),
    "definition-chain-with-a-fault": one(
        "  - {rule: a, when: d0 > 1, then: fit}\n",
        more="definitions:\n" + "".join(f"  d{i}: d{i + 1}\n" for i in range(1500)) + "  d1500: d0\n",
    ),
    "conclusion-shadows-fact": {
        "lower/questions.yaml": "adds_to: {fitness: {conclusions: {posts: {zh: 任职, en: p, severity: 3}}}}\n",
    },
    "conclusion-without-severity": {
        "lower/questions.yaml": "adds_to: {fitness: {conclusions: {unclear: {zh: 不明, en: unclear}}}}\n",
    },
    "incompatible-misspelt": {
        "lower/questions.yaml": "adds_to:\n  fitness:\n"
        "    conclusions: {unclear: {zh: 不明, en: unclear, severity: 3}}\n    incompatible: [[unclear, unfitt]]\n",
    },
    "pack-of-another-name": {
        "upper/pack.yaml": BASE["upper/pack.yaml"].replace("pack: upper", "pack: uper"),
        "upper/service.yaml": "",
    },
    "questions-is-a-folder": {"lower/questions.yaml/x.txt": "x"},
    "ending-in-capitals": {"lower/MADE.YAML": policy(RULE).replace("question: fitness", "question: fittness")},
    "condition-types-nested": one(
        "  - rule: a\n    when: {all: [count(posts), {any: [person.name, {not: count(ranks)}]}]}\n    then: fit\n"
    ),
    "exception-with-faults": one(
        "  - rule: a\n    when: person.selected_graduate\n    then: fit\n    unless:\n"
        "      - {exception: x, title: {zh: 例外, en: x}, when: count（posts） > 1}\n"
        "      - {exception: y, title: {zh: 例外, en: y}, when: persn.name = 3}\n"
    ),
    "full-width-everywhere": one(
        "  - {rule: a, when: 'count(posts) ＞＝ 3', then: fit}\n  - {rule: b, when: 'count(posts) ≥ 3', then: fit}\n"
        "  - {rule: c, when: 'person.name = “甲”', then: fit}\n  - {rule: d, when: 'count(posts) = ３', then: fit}\n"
        "  - {rule: e, when: 'ｃount(posts) = 3', then: fit}\n  - {rule: f, when: 'count(posts) > 3。', then: fit}\n"
    ),
    "table-cells-of-all-kinds": one(
        "  - rule: a\n    table:\n      inputs: [{expression: person.sex}]\n      outputs: [{name: x}]\n"
        "      hit_policy: F\n      rules:\n        - {when: '\"男性\"', then: '\"fit\"'}\n"
        "        - {when: '\"男\"，\"女\"', then: '\"fit\"'}\n        - {when: '> 3', then: '\"fit\"'}\n"
        "        - {when: —, then: '\"fit\"'}\n        - {when: '-', then: fit}\n"
    ),
    "several-faults-at-once": {
        "lower/made.yaml": policy('  - {rule: a, when: "count(post) > 1 and 3", then: unfitt}\n'),
        "lower/more.yaml": policy('  - {rule: a, when: "x", then: fit}\n', name="lower/more"),
    },
}
ADOPTIONS: dict[str, str] = {
    "adoption-not-open": "sets: {upper/service.years: {values: {2020-01-01: P1Y}}}\n",
    "adoption-misspelt": "sets: {upper/service.plce: 某地}\n",
    "adoption-other-pack": "sets: {daan/x.y: 1}\n",
    "adoption-wrong-type": "sets: {upper/service.place: 3}\n",
    "adoption-table-for-text": "sets: {upper/service.place: {某地: 1}}\n",
    "adoption-weights": "sets: {lower.weights: {实绩: 0.6, 测评: 0.3}, upper/service.place: 3}\n",
}
WEIGHTS = "parameters: {weights: {type: weights, title: {zh: 权重, en: weights}}}\n"
ADOPTION = f"adoption: unit\n{TITLE}unit: {{zh: 某单位, en: a unit}}\npacks: [lower]\nfrom: 2020-01-01\n"
CASES["rules-too-deep"] = one(
    "  - {rule: r0, when: person.selected_graduate, then: fit}\n",
    more="definitions: {" + ", ".join(f"d{i}: d{i + 1} + 1" for i in range(31)) + ", d31: count(posts)}\n",
)
