"""Policies made up by hypothesis: FEEL conditions over the vocabulary, well-typed by construction."""

from __future__ import annotations

from hypothesis import strategies as st

DATES = ['@"2016-02-29"', '@"2020-02-29"', '@"2020-03-01"', '@"2019-12-31"', "as_of"]
SPANS = ['@"P1Y"', '@"P2Y"', '@"P6M"', '@"P5Y"']
LEVELS = ['"township-section deputy"', '"township-section chief"', '"乡科级副职"']
OPERATORS = ["=", "!=", "<", "<=", ">", ">="]
ORDER = OPERATORS[2:]

order, spans = st.sampled_from(ORDER), st.sampled_from(SPANS)
dates = st.one_of(
    st.sampled_from(DATES),
    st.builds("({} {} {})".format, st.sampled_from(DATES), st.sampled_from("+-"), st.sampled_from(SPANS)),
)
post_tests = st.one_of(
    st.sampled_from(
        [
            "front_line", "full_time = true", "borrowed_away = false", "not(acting)", "leading != true",
            'post = "A"', 'post != "B"', "end = null", "end != null", "leading = proposal.leading",
            'level in ("township-section deputy", "below township-section deputy")', "main = leading",
            "基层一线 = true", "(if leading then main else front_line)", "item.front_line", "post in texts_p",
            "level >= proposal.level", "appointed_on between start and as_of", "start in (appointed_on..as_of]",
            "(if main then start else appointed_on) <= as_of", "(end != null and end < start + span_o)",
            "count(sanctions) = 0", "start.year = as_of.year - 2", "level = level_o", "leading = flag_o",
            "(current != null and current.post = post)",
        ]
    ),
    st.builds("start {} {}".format, st.sampled_from(OPERATORS), dates),
    st.builds("(end = null or end {} {})".format, st.sampled_from(ORDER), dates),
    st.builds("(end != null and end {} {})".format, st.sampled_from(ORDER), dates),
    st.builds("start between {} and {}".format, dates, dates),
    st.builds("level {} {}".format, st.sampled_from(OPERATORS), st.sampled_from(LEVELS)),
    st.builds("start in [@\"2016-02-29\"..{}]".format, dates),
    st.builds("appointed_on + {} {} {}".format, st.sampled_from(SPANS), st.sampled_from(ORDER), dates),
    st.builds("start.year {} 2020".format, st.sampled_from(OPERATORS)),
)  # fmt: skip
year_tests = st.one_of(
    st.sampled_from(
        [
            'kind = "annual"', "assessed = true", "placed_below = 0 and group_size >= 2", 'grade = "competent"',
            "confirmed_on != null and confirmed_on <= as_of", "year >= 2019", "score != null and score > 0.25",
            "placed_below + 1 < group_size", 'grade in ("excellent", "competent")', "year - 1 > 2018",
        ]
    ),
    st.builds("placed_below {} {}".format, st.sampled_from(OPERATORS), st.integers(0, 3)),
)  # fmt: skip


def _joined(tests: st.SearchStrategy[str]) -> st.SearchStrategy[str]:
    return st.lists(tests, min_size=1, max_size=3).flatmap(
        lambda parts: st.sampled_from([" and ", " or "]).map(lambda joint: "(" + joint.join(parts) + ")")
    )


posts = st.one_of(
    st.just("posts"),
    st.builds("posts[{}]".format, _joined(post_tests)),
    st.builds("posts[{}][{}]".format, _joined(post_tests), post_tests),
    st.builds("latest unbroken(posts[{}])".format, post_tests),
)
ON_INCIDENTS = [
    'recorded("m", incident) = null', 'recorded("m", incident) != null and recorded("m", incident) = "a"',
    'determination("m", incident) = "b"',
]  # fmt: skip
years = st.builds("assessments[{}]".format, _joined(year_tests))
atoms = st.one_of(
    st.sampled_from(
        [
            'proposal.kind = "promotion"', "proposal.leading", "proposal.leading = false", "not(proposal.leading)",
            'proposal.level >= "township-section chief"', "person.party_joined_on != null",
            "(person.party_joined_on = null or person.party_joined_on < as_of)", 'person.sex = "female"',
            '(if proposal.leading then person.sex = "male" else proposal.kind != "promotion")',
            "person.selected_graduate and true", "proposal.motion_on != null and proposal.motion_on <= as_of",
            'person.kind in ("civil servant")', "false", 'determination("m") = "a"',
            'recorded("m") != null', 'recorded("m", "A") != null', 'determination("m", person.name) = "b"',
            "person.name = proposal.unit", "flag_o", "number_o > count(posts)",
            "person.birth_date = day_o", "posts.post = assessments.post", "person.name in posts.post",
            "(every x in training satisfies x.passed = null or x.passed = true)", "points != null and points >= 2",
            "training[passed != null and passed = true][1] != null", "maybe_true != null and maybe_true = true",
            "maybe_true = null", "not(maybe_true != null)", "(current != null and current.start <= as_of - span_p)",
            "(if maybe_true != null then maybe_true else flag_o)",
            "(current != null and (if current.main then true else flag_o))",
            "(maybe_day = null or maybe_day > as_of)", "count(posts) between number_p and 3",
        ]
    ),
    st.builds("person.birth_date + {} {} {}".format, st.sampled_from(SPANS), st.sampled_from(ORDER), dates),
    st.builds("age(person.birth_date, {}) {} {}".format, dates, st.sampled_from(OPERATORS), st.integers(0, 6)),
    st.builds("complete months(person.birth_date, {}) {} {}".format, dates, order, spans),
    st.builds("count({}) {} {}".format, posts, st.sampled_from(OPERATORS), st.integers(0, 3)),
    st.builds("{} {} count({})".format, st.integers(0, 3), st.sampled_from(ORDER), years),
    st.builds("total service({}) {} {}".format, posts, st.sampled_from(ORDER), st.sampled_from(SPANS)),
    st.builds("time in post({}) {} {}".format, posts, st.sampled_from(OPERATORS), st.sampled_from(SPANS)),
    st.builds("(some p in {} satisfies p.start < {})".format, posts, dates),
    st.builds("(every p in {} satisfies p.front_line or p.leading)".format, posts),
    st.builds("(every a in {} satisfies a.placed_below >= {})".format, years, st.integers(0, 2)),
    st.builds("{}[{}] != null".format, posts, st.sampled_from([1, -1, 2, -2])),
    st.builds("run length({0}[{1}], {0}) {2} {3}".format, years, year_tests, order, st.integers(0, 3)),
    st.builds("longest run({0}[{1}], {0}) {2} {3}".format, years, year_tests, order, st.integers(1, 3)),
    st.builds("(some a in {} satisfies some b in {} satisfies b.year = a.year + 1)".format, years, years),
    st.builds("held since({0}) != null and held since({0}) < {1}".format, posts, dates),
    st.builds("count(sanctions[{}]) = 0".format, st.sampled_from(ON_INCIDENTS)),
)  # fmt: skip
conditions = st.recursive(
    atoms,
    lambda inner: st.one_of(
        st.builds("({} and {})".format, inner, inner),
        st.builds("({} or {})".format, inner, inner),
        st.builds("not({})".format, inner),
    ),
    max_leaves=4,
)

PARAMETERS = """\
parameters:
  number_p: {type: number, title: {zh: 数参, en: number}, values: {2000-01-01: 1, 2022-02-28: 2}}
  number_o: {type: number, title: {zh: 数开, en: open number}}
  day_o: {type: date, title: {zh: 日开, en: open day}}
  span_p: {type: duration, title: {zh: 期参, en: span}, values: {2000-01-01: P1Y, 2020-02-29: P3Y}}
  span_o: {type: duration, title: {zh: 期开, en: open span}}
  flag_o: {type: boolean, title: {zh: 真开, en: open truth}}
  texts_p: {type: list of text, title: {zh: 文参, en: texts}, values: {2000-01-01: [A, C]}}
  level_o: {type: post_level, title: {zh: 级开, en: open level}}
"""
cells = st.sampled_from(["'< 1'", "'>= 1'", "'[1..2]'", "'-'", "'> number_p'"])
truths = st.sampled_from(["'true'", "'false'", "'-'"])
rows = st.lists(st.tuples(cells, truths, st.integers(1, 3)), min_size=1, max_size=4).map(
    lambda made: "".join(f"        - {{when: [{a}, {b}], then: '{value}'}}\n" for a, b, value in made)
)
HEAD = """\
policy: made/up
title: {zh: 测试政策, en: made up}
source: {document: d, clause: c, issuer: {zh: 甲, en: A}}
in_force: {from: 2000-01-01}
question: q
subject: cadre
determinations:
  m: {title: {zh: 某项, en: a matter}, outcomes: {a: {zh: 甲种, en: a}, b: {zh: 乙种, en: b}}}
"""
QUESTIONS = """\
questions:
  q:
    title: {zh: 问题, en: question}
    asks: {zh: 如何？, en: How?}
    subject: cadre
    answer: collect
    conclusions:
      c0: {zh: 结论零, en: c0, severity: 1}
      c1: {zh: 结论一, en: c1, severity: 2}
      c2: {zh: 结论二, en: c2}
    incompatible: [[c0, c2]]
"""
CURRENT = ["posts[-1]", "posts[end = null][1]", "latest unbroken(posts)[-1]"]
TRUTHS = [
    "if proposal.leading then null else true",
    "if posts[1] != null then posts[1].leading else null",
    "if proposal.leading then (if flag_o then null else true) else null",
    "if training[1] != null then training[1].passed else null",
]
DAYS = ["proposal.motion_on", "if proposal.leading then null else person.birth_date"]
PACK = "pack: made\ntitle: {zh: 测试包, en: made}\nversion: 1.0.0\n"


@st.composite
def policy_text(draw: st.DrawFn) -> str:
    """A policy of three rules that build on each other, with an exception and an override."""
    a, b, c, d = (draw(conditions) for _ in range(4))
    named = draw(conditions)
    month = draw(st.sampled_from(["", "count_by: month\n"]))
    current, maybe_true, maybe_day = (
        draw(st.sampled_from(CURRENT)),
        draw(st.sampled_from(TRUTHS)),
        draw(st.sampled_from(DAYS)),
    )
    hit_policy = draw(st.sampled_from(["F", "P", "U", "A", "C#", "C+", "C<", "C>"]))
    quoted = [text.replace("'", "''") for text in (a, b, c, d, named)]
    return (
        HEAD
        + month
        + PARAMETERS
        + (
            f"definitions:\n  named: '{quoted[4]}'\n"
            f"  current: '{current}'\n  maybe_true: '{maybe_true}'\n  maybe_day: '{maybe_day}'\n"
            "  points:\n    table:\n"
            "      inputs: [{expression: 'count(posts)'}, {expression: proposal.leading}]\n"
            "      outputs: [{name: v, values: ['3', '2', '1']}]\n"
            f"      hit_policy: '{hit_policy}'\n      rules:\n{draw(rows)}"
            f"rules:\n"
            f"  - rule: r0\n    require: '{quoted[0]}'\n    otherwise: c0\n"
            f"    unless: [{{exception: e, when: '{quoted[3]}'}}]\n"
            f"  - rule: r1\n    applies: named\n    when: {{any: ['{quoted[1]}', concluded(c0)]}}\n    then: [c1, c2]\n"
            f"    overrides: r0b\n"
            f"  - rule: r0b\n    when: {{all: ['{quoted[2]}', {{not: named}}]}}\n    then: c2\n"
        )
    )
